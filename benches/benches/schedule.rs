//! From document to dates.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use paceline::schedule::schedule;

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("schedule");
    group.sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    let plans = [
        ("chain of 10,000", benches::chain(10_000)),
        ("program of 10,000, 200 people", benches::program(10_000, 200, 6, 1)),
        ("mesh of 100,000 and 200,000 links", benches::mesh(100_000, 200_000)),
        ("mesh of 100,000 and 200,000 links, shuffled", benches::shuffled(benches::mesh(100_000, 200_000))),
    ];
    for (name, plan) in &plans {
        group.bench_function(*name, |bencher| bencher.iter(|| black_box(schedule(black_box(plan)))));
        group.bench_function(format!("{name}: validate"), |bencher| {
            bencher.iter(|| black_box(black_box(plan).validate()));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
