//! Documents as JSON text: reading, writing, and from text to dates.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use paceline::plan::Plan;
use paceline::schedule::schedule;

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("json");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    let plans = [
        ("chain of 10,000", benches::chain(10_000)),
        ("program of 10,000, 200 people", benches::program(10_000, 200, 6, 1)),
        ("mesh of 100,000 and 200,000 links", benches::mesh(100_000, 200_000)),
    ];
    for (name, plan) in &plans {
        let text = plan.to_json();
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{name}: read"), |bencher| {
            bencher.iter(|| black_box(Plan::from_json(black_box(&text))));
        });
        group.bench_function(format!("{name}: write"), |bencher| {
            bencher.iter(|| black_box(black_box(plan).to_json()));
        });
        group.bench_function(format!("{name}: from text to dates"), |bencher| {
            bencher.iter(|| black_box(Plan::from_json(black_box(&text)).and_then(|plan| schedule(&plan))));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
