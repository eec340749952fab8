//! Leveling: the time to the first plan, and that of a fixed number of steps.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use paceline::Progress;
use paceline::plan::Plan;
use paceline::schedule::{LevelOptions, level};

/// The program of the examples.
const AURORA: &str = include_str!("../../examples/data/aurora.json");

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("level");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    let plans = [
        ("aurora", Plan::read(AURORA).unwrap_or_else(|issues| unreachable!("{issues}"))),
        ("program of 1,000, 50 people", benches::program(1_000, 50, 6, 1)),
        ("program of 10,000, 200 people", benches::program(10_000, 200, 6, 1)),
    ];
    for (name, plan) in &plans {
        group.bench_function(format!("{name}: first plan, with its report"), |bencher| {
            let mut stop = |_: &Progress| ControlFlow::Break(());
            bencher.iter(|| black_box(level(black_box(plan), &LevelOptions::default(), &mut stop)));
        });
    }
    for (name, plan) in &plans[..2] {
        group.bench_function(format!("{name}: 200 steps, with the report"), |bencher| {
            let options = LevelOptions { steps: Some(200), ..LevelOptions::default() };
            bencher.iter(|| black_box(level(black_box(plan), &options, &mut ())));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
