//! Scorecards.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use paceline::measure::{ScoreOptions, score};

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("score");
    group.sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    let cards = [
        ("4 objectives of 5 KPIs, 12 weeks", benches::objectives(4, 5, 12, 1)),
        ("200 objectives of 10 KPIs, 52 weeks", benches::objectives(200, 10, 52, 1)),
    ];
    for (name, objectives) in &cards {
        group.bench_function(*name, |bencher| {
            bencher.iter(|| black_box(score(black_box(objectives), &ScoreOptions::default())));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
