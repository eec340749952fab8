//! How long it takes, for those who ask: `--ignored`.

use super::synthetic::{basque, with_predictors};
use super::*;

/// Prints how long the two operations take: `cargo test --release -- --ignored --nocapture speed`.
#[test]
#[ignore = "prints times"]
#[allow(clippy::disallowed_methods, reason = "a clock measures time")]
fn speed() {
    let time = |name: &str, mut run: Box<dyn FnMut()>| {
        let best = (0..7)
            .map(|_| {
                let begin = std::time::Instant::now();
                run();
                begin.elapsed().as_secs_f64()
            })
            .fold(f64::INFINITY, f64::min);
        println!("{name}: {:.1} ms", 1e3 * best);
    };
    let (table, options) = simulated(1, 1_000, 1.0);
    for (name, controls, placebos) in
        [("level alone", 0, 0), ("one control", 1, 0), ("one control and a placebo in time", 1, 1)]
    {
        let options = CausalImpactOptions {
            controls: options.controls[..controls].to_vec(),
            draws: 1_000,
            placebos_in_time: placebos,
            ..options.clone()
        };
        let table = table.clone();
        time(name, Box::new(move || drop(causal_impact(&table, &options).unwrap())));
    }
    let seasons = CausalImpactOptions { draws: 1_000, seasons: 7, ..options };
    time("seven seasons", Box::new(move || drop(causal_impact(&table, &seasons).unwrap())));
    let Some((table, file)) = basque() else { return };
    for (name, more) in [("Basque", false), ("Basque with placebos and leave one out", true)] {
        let options = SyntheticControlOptions {
            placebos_in_space: more,
            leave_one_out: more,
            ..with_predictors(&file)
        };
        let table = table.clone();
        time(name, Box::new(move || drop(synthetic_control(&table, &options).unwrap())));
    }
}
