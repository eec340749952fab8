//! Calendars: compiling them, and counting with them.

use std::hint::black_box;
use std::time::Duration;

use benches::Random;
use criterion::{Criterion, criterion_group, criterion_main};
use paceline::calendar::{Calendars, Clock};
use paceline::quantity::{Time, Work};

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("calendar");
    group.sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    let calendars = benches::calendars(12);
    for (name, clock) in [("wall", Clock::Wall), ("zoned", Clock::Zoned)] {
        group.bench_function(format!("compile 12 markets, {name}"), |bencher| {
            bencher.iter(|| black_box(Calendars::compile(black_box(&calendars), clock, &mut Vec::new())));
        });
    }
    let compiled = Calendars::compile(&calendars, Clock::Zoned, &mut Vec::new());
    let mut random = Random::new(1);
    let start = Time::from_civil(benches::first_day().and_time(chrono::NaiveTime::MIN)).0;
    let moments: Vec<Time> =
        (0..1_000).map(|_| Time(start + i64::from(random.between(0, 10 * 365 * 86_400)))).collect();
    for id in ["us", "in"] {
        let Some(timeline) = compiled.get(id).map(|calendar| &calendar.timeline) else { continue };
        group.bench_function(format!("add 20 hours to 1,000 moments, {id}"), |bencher| {
            let add = |time: &Time| timeline.add_work(*time, Work(72_000)).0;
            bencher.iter(|| black_box(&moments).iter().map(add).fold(0, i64::wrapping_add));
        });
        group.bench_function(format!("take 20 hours from 1,000 moments, {id}"), |bencher| {
            let take = |time: &Time| timeline.add_work(*time, Work(-72_000)).0;
            bencher.iter(|| black_box(&moments).iter().map(take).fold(0, i64::wrapping_add));
        });
    }
    if let (Some(a), Some(b)) = (compiled.get("us"), compiled.get("jp")) {
        group.bench_function("intersect two markets", |bencher| {
            bencher.iter(|| black_box(black_box(&a.timeline).intersect(&b.timeline)));
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
