//! Laws.

use proptest::prelude::*;

use super::exact::fisher;
use super::score::Counts;
use super::sequential::peeking_error;
use super::*;
use crate::Rng;
use crate::stats::math::ln_gamma;

/// Fisher's test by adding up every table.
fn brute(counts: Counts) -> f64 {
    let Counts { x_a, n_a, x_b, n_b } = counts;
    let ln_choose = |n: f64, k: f64| ln_gamma(n + 1.0) - ln_gamma(k + 1.0) - ln_gamma(n - k + 1.0);
    let all = x_a + x_b;
    let mass = |k: f64| {
        crate::stats::math::exp(ln_choose(n_a, k) + ln_choose(n_b, all - k) - ln_choose(n_a + n_b, all))
    };
    let here = mass(x_a);
    let (mut k, mut total) = ((all - n_b).max(0.0), 0.0);
    while k <= all.min(n_a) {
        if mass(k) <= here * (1.0 + 1e-7) {
            total += mass(k);
        }
        k += 1.0;
    }
    total.min(1.0)
}

proptest! {
    #[test]
    fn fisher_is_the_sum_over_tables(n_a in 1_u32..40, n_b in 1_u32..40, x in 0.0..=1.0_f64, y in 0.0..=1.0_f64) {
        let (n_a, n_b) = (f64::from(n_a), f64::from(n_b));
        let counts = Counts { x_a: (x * n_a).round(), n_a, x_b: (y * n_b).round(), n_b };
        prop_assert!((fisher(counts) - brute(counts)).abs() < 1e-9, "{} {}", fisher(counts), brute(counts));
    }

    #[test]
    fn arms_may_swap(n_a in 2_u64..500, n_b in 2_u64..500, x in 0.0..=1.0_f64, y in 0.0..=1.0_f64) {
        let part = |n: u64, share: f64| (share * n as f64).round() as u64;
        let a = ProportionSample { successes: part(n_a, x), trials: n_a };
        let b = ProportionSample { successes: part(n_b, y), trials: n_b };
        let ask = |control, treatment| {
            let prior = Some(BetaPrior::default());
            compare_proportions(&CompareProportionsRequest { prior, ..CompareProportionsRequest::new(control, treatment) }).unwrap()
        };
        let (one, other) = (ask(a, b), ask(b, a));
        prop_assert_eq!(one.difference.value, -other.difference.value);
        prop_assert!((one.pooled_test.p_value - other.pooled_test.p_value).abs() < 1e-12);
        let (m, w) = (one.methods.unwrap(), other.methods.unwrap());
        for (x, y) in [(m.newcombe, w.newcombe), (m.score, w.score), (m.agresti_caffo, w.agresti_caffo), (m.wald, w.wald)] {
            prop_assert!((x.low.unwrap() + y.high.unwrap()).abs() < 1e-9, "{x:?} {y:?}");
            prop_assert!((x.high.unwrap() + y.low.unwrap()).abs() < 1e-9, "{x:?} {y:?}");
        }
        prop_assert!((m.fisher_p_value.unwrap() - w.fisher_p_value.unwrap()).abs() < 1e-9);
        if let (Some(x), Some(y)) = (m.ratio_score, w.ratio_score) {
            // The ratio turns over: an open end becomes 0.
            let turned = y.low.filter(|low| *low > 0.0).map(|low| 1.0 / low);
            match (x.high, turned) {
                (Some(high), Some(turned)) => prop_assert!((high / turned - 1.0).abs() < 1e-8),
                (high, turned) => prop_assert_eq!(high.is_none(), turned.is_none()),
            }
        }
        let (p, q) = (one.posterior.unwrap(), other.posterior.unwrap());
        prop_assert!((p.probability_treatment_higher + q.probability_treatment_higher - 1.0).abs() < 1e-9);
        prop_assert!((p.probability_treatment_higher + p.probability_control_higher - 1.0).abs() < 1e-12);
        prop_assert!((p.loss_of_control - q.loss_of_treatment).abs() < 1e-9);
        prop_assert!((p.difference_interval.low.unwrap() + q.difference_interval.high.unwrap()).abs() < 1e-7);
        // Score interval and score test agree about "no difference".
        let z = crate::stats::distribution::normal_quantile(0.975);
        let score = m.score_test.statistic.unwrap_or(0.0).abs();
        if (score - z).abs() > 1e-6 {
            prop_assert_eq!(score > z, m.score.low.unwrap() > 0.0 || m.score.high.unwrap() < 0.0);
        }
    }

    #[test]
    fn scales_change_nothing(seed: u64, scale in 1e-3..1e3_f64, shift in -50.0..50.0_f64) {
        let mut rng = Rng::new(seed);
        let mut draw = |n: usize| (0..n).map(|_| 10.0 + rng.normal()).collect::<Vec<f64>>();
        let (a, b, xa, xb) = (draw(30), draw(25), draw(30), draw(25));
        let ask = |scale: f64, shift: f64| {
            let arm = |y: &[f64], x: &[f64]| MeanSample::Values {
                outcome: y.iter().map(|y| scale * y + shift).collect(),
                covariate: x.to_vec(),
            };
            compare_means(&CompareMeansRequest::new(arm(&a, &xa), arm(&b, &xb))).unwrap()
        };
        let (plain, moved) = (ask(1.0, 0.0), ask(scale, shift));
        let near = |x: f64, y: f64| (x - y).abs() <= 1e-7 * (1.0 + x.abs());
        prop_assert!(near(plain.effect.welch_test.p_value, moved.effect.welch_test.p_value));
        prop_assert!(near(plain.effect.difference.value * scale, moved.effect.difference.value));
        let (c, d) = (plain.cuped.unwrap(), moved.cuped.unwrap());
        prop_assert!(near(c.effect.welch_test.p_value, d.effect.welch_test.p_value));
        prop_assert!(near(c.variance_reduction, d.variance_reduction) && (0.0..=1.0).contains(&c.variance_reduction));
        let scaled = ask(scale, 0.0).effect.relative_lift.unwrap();
        prop_assert!(near(plain.effect.relative_lift.unwrap().p_value, scaled.p_value));
    }

    #[test]
    fn adjusted_values_keep_the_order(p_values in prop::collection::vec(0.0..=1.0_f64, 1..40)) {
        for method in [MultipleTesting::Bonferroni, MultipleTesting::Holm, MultipleTesting::BenjaminiHochberg, MultipleTesting::BenjaminiYekutieli] {
            let found = adjust_p_values(&AdjustPValuesRequest { p_values: p_values.clone(), method, alpha: 0.05 }).unwrap();
            for one in &found.tests {
                prop_assert!(one.adjusted >= one.p_value && one.adjusted <= 1.0);
                for other in &found.tests {
                    prop_assert!(one.p_value > other.p_value || one.adjusted <= other.adjusted);
                }
            }
        }
    }
}

/// Intervals of two shares cover the truth as often as they say; p-values under "no difference" are not too small.
#[test]
fn score_and_newcombe_intervals_cover() {
    let mut rng = Rng::new(3);
    let (rounds, truth) = (4000, 0.07);
    let mut binomial = |n: u64, p: f64| (0..n).filter(|_| rng.uniform() < p).count() as u64;
    let mut hits = [0_u32; 4];
    for _ in 0..rounds {
        let a = ProportionSample { successes: binomial(80, 0.2), trials: 80 };
        let b = ProportionSample { successes: binomial(120, 0.2 + truth), trials: 120 };
        let m = compare_proportions(&CompareProportionsRequest::new(a, b)).unwrap().methods.unwrap();
        for (hits, interval) in hits.iter_mut().zip([m.score, m.newcombe, m.agresti_caffo, m.wald]) {
            *hits += u32::from(interval.low.unwrap() <= truth && truth <= interval.high.unwrap());
        }
    }
    // Four standard deviations of a binomial count of 4,000 at 95 %: 0.0138.
    for hits in hits {
        let share = f64::from(hits) / f64::from(rounds);
        assert!((share - 0.95).abs() < 0.0138, "{hits} of {rounds}");
    }
}

#[test]
fn welch_p_values_are_uniform_and_cuped_covers() {
    let mut rng = Rng::new(5);
    let rounds = 4000;
    let (mut p_values, mut hits) = (Vec::new(), 0);
    for _ in 0..rounds {
        let mut arm = |spread: f64, lift: f64| {
            let covariate: Vec<f64> = (0..20).map(|_| rng.normal()).collect();
            let outcome = covariate.iter().map(|x| lift + 2.0 * x + spread * rng.normal()).collect();
            MeanSample::Values { outcome, covariate }
        };
        let report = compare_means(&CompareMeansRequest::new(arm(1.0, 0.0), arm(3.0, 0.0))).unwrap();
        p_values.push(report.effect.welch_test.p_value);
        let effect = report.cuped.unwrap().effect.difference;
        hits += u32::from(effect.low.unwrap() <= 0.0 && effect.high.unwrap() >= 0.0);
    }
    p_values.sort_unstable_by(f64::total_cmp);
    let n = f64::from(rounds);
    let distance =
        p_values.iter().enumerate().map(|(i, p)| (p - (i as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
    // Kolmogorov's bound at 1 in 10,000: 2.23 ÷ √n.
    assert!(distance < 2.23 / n.sqrt(), "{distance}");
    // The slope is estimated from 40 units: a little below the nominal rate is expected, more is not.
    let share = f64::from(hits) / n;
    assert!(share > 0.93 && share < 0.965, "{share}");
}

/// Looking after every unit, an always-valid interval leaves 0 out in at most alpha of the runs; a fixed one far oftener.
#[test]
fn continuous_peeking_keeps_its_promise() {
    let mut rng = Rng::new(9);
    let (runs, looks) = (1500, 1500);
    let (mut sequence, mut mixture, mut fixed) = (0, 0, 0);
    for _ in 0..runs {
        let (mut sum, mut n) = (0.0, 0.0);
        let (mut out_s, mut out_m, mut out_f) = (false, false, false);
        for _ in 0..looks {
            sum += rng.normal();
            n += 1.0;
            let (value, error) = (sum / n, 1.0 / f64::sqrt(n));
            let always = |tuning, mixture_deviation| {
                let found = AlwaysValid { tuning, mixture_deviation }.effect(value, error, n, 0.05).unwrap();
                assert_eq!(found.p_value <= 0.05, found.low > 0.0 || found.high < 0.0);
                found.p_value <= 0.05
            };
            out_s |= always(500.0, None);
            out_m |= always(5000.0, Some(0.1));
            out_f |= (value / error).abs() > 1.96;
        }
        sequence += u32::from(out_s);
        mixture += u32::from(out_m);
        fixed += u32::from(out_f);
    }
    // 5 % and three standard deviations of the count.
    let most = (0.05 * f64::from(runs) + 3.0 * (0.05 * 0.95 * f64::from(runs)).sqrt()) as u32;
    assert!(sequence <= most && mixture <= most, "{sequence} {mixture} of {runs}");
    assert!(f64::from(fixed) > 0.3 * f64::from(runs), "{fixed}");
}

#[test]
fn boundaries_of_the_books() {
    // Armitage, McPherson and Rowe 1969: looking five times at 5 % errs in 14.2 %.
    assert!((peeking_error(5, 0.05) - 0.142).abs() < 5e-4, "{}", peeking_error(5, 0.05));
    assert!((peeking_error(10, 0.05) - 0.193).abs() < 5e-4);
    let bounds = |spending| {
        let report = sequential_boundaries(&SequentialRequest { spending, ..Default::default() }).unwrap();
        let spent = report.looks.last().unwrap().alpha_spent;
        assert!((spent - 0.05).abs() < 1e-8, "{spent}");
        assert!((report.looks.last().unwrap().power - 0.8).abs() < 1e-8);
        (report.looks.iter().map(|look| look.boundary.unwrap()).collect::<Vec<_>>(), report.inflation)
    };
    // Jennison and Turnbull 2000, tables 2.1 to 2.4: constants 2.413 and 2.040, inflation 1.228 and 1.028 at power 0.8.
    let (pocock, inflation) = bounds(AlphaSpending::ClassicPocock);
    assert!((pocock[0] - 2.413).abs() < 5e-4 && (inflation - 1.228).abs() < 1.1e-3, "{pocock:?} {inflation}");
    let (obrien, inflation) = bounds(AlphaSpending::ClassicObrienFleming);
    assert!((obrien[4] - 2.040).abs() < 5e-4 && (inflation - 1.028).abs() < 1.1e-3, "{obrien:?} {inflation}");
    // Lan and DeMets with Pocock's function.
    let (spent, _) = bounds(AlphaSpending::Pocock);
    for (found, known) in spent.iter().zip([2.438, 2.427, 2.410, 2.397, 2.386]) {
        assert!((found - known).abs() < 6e-4, "{spent:?}");
    }
}

#[test]
fn plans_invert() {
    for method in [
        PowerMethod::Pooled,
        PowerMethod::Arcsine,
        PowerMethod::Student,
        PowerMethod::Exact,
        PowerMethod::Normal,
    ] {
        let ask = PlanExperimentRequest { method, effect: Some(0.04), ..Default::default() };
        let plan = plan_experiment(&ask).unwrap();
        let back = plan_experiment(&PlanExperimentRequest { units: Some(plan.units_control), ..ask.clone() })
            .unwrap();
        assert!((back.power - 0.8).abs() < 0.01, "{method:?} {}", back.power);
        let effect =
            plan_experiment(&PlanExperimentRequest { effect: None, units: Some(plan.units_control), ..ask })
                .unwrap();
        assert!((effect.effect / 0.04 - 1.0).abs() < 0.01, "{method:?} {}", effect.effect);
        if let Some(alpha) = plan.exact_alpha {
            assert!((alpha - 0.05).abs() < 0.01);
        }
    }
}

#[test]
fn hostile_requests_are_refused() {
    let sample = |successes, trials| ProportionSample { successes, trials };
    let ask = |a, b| compare_proportions(&CompareProportionsRequest::new(a, b));
    let issues = ask(sample(3, 0), sample(5, 2)).unwrap_err();
    let codes: Vec<&str> = issues.as_slice().iter().map(|issue| issue.code.as_ref()).collect();
    assert!(codes.contains(&"no-trials") && codes.contains(&"successes-above-trials"), "{codes:?}");
    assert!(ask(sample(1, u64::MAX), sample(0, 1)).is_err());
    // Nothing but zeros, nothing but ones, a trillion: answers without anything that is not a number.
    for (a, b) in [
        (sample(0, 1), sample(0, 1)),
        (sample(1, 1), sample(1, 1)),
        (sample(0, 10), sample(10, 10)),
        (sample(10, 10), sample(0, 10)),
        (sample(1, 1_000_000_000_000), sample(999_999_999_999, 1_000_000_000_000)),
        (sample(20_000_000, 25_000_000), sample(20_000_100, 25_000_000)),
    ] {
        let settings =
            ExperimentSettings { always_valid: Some(AlwaysValid::default()), looks: 4, ..Default::default() };
        let request = CompareProportionsRequest {
            settings,
            prior: Some(BetaPrior::default()),
            ..CompareProportionsRequest::new(a, b)
        };
        let report = compare_proportions(&request).unwrap();
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(serde_json::from_value::<ProportionReport>(json).unwrap(), report, "a number was lost");
    }
    for alpha in [f64::NAN, 0.0, -1.0, 0.9, f64::INFINITY] {
        let settings = ExperimentSettings { alpha, looks: 0, ..Default::default() };
        let request = CompareProportionsRequest {
            settings,
            ..CompareProportionsRequest::new(sample(1, 2), sample(1, 2))
        };
        assert_eq!(compare_proportions(&request).unwrap_err().as_slice().len(), 2);
    }
    let values = |outcome: &[f64]| MeanSample::Values { outcome: outcome.to_vec(), covariate: vec![] };
    for (a, b, code) in [
        (values(&[1.0]), values(&[1.0, 2.0]), "too-few-rows"),
        (values(&[1.0, f64::NAN]), values(&[1.0, 2.0]), "number-out-of-range"),
        (values(&[1.0, 1.0]), values(&[2.0, 2.0]), "nothing-varies"),
        (
            MeanSample::Moments { units: 5, mean: 1.0, variance: -1.0, covariate: None },
            values(&[1.0, 2.0]),
            "variance-impossible",
        ),
        (
            MeanSample::Sums { units: 5, sum: 10.0, sum_squares: 1.0, covariate: None },
            values(&[1.0, 2.0]),
            "sums-impossible",
        ),
    ] {
        let issues = compare_means(&CompareMeansRequest::new(a, b)).unwrap_err();
        assert_eq!(issues.as_slice()[0].code, code);
    }
    assert!(sequential_boundaries(&SequentialRequest { looks: 10_000, ..Default::default() }).is_err());
    let rising = SequentialRequest { information: vec![0.5, 0.4, f64::NAN], ..Default::default() };
    assert_eq!(sequential_boundaries(&rising).unwrap_err().as_slice().len(), 2);
    let full = SequentialRequest { looks: 50, alpha: 1e-9, ..Default::default() };
    assert!(sequential_boundaries(&full).is_ok());
    for request in [
        PlanExperimentRequest::default(),
        PlanExperimentRequest { effect: Some(0.95), ..Default::default() },
        PlanExperimentRequest { effect: Some(0.0), ..Default::default() },
        PlanExperimentRequest { effect: Some(1e-11), ..Default::default() },
        PlanExperimentRequest { effect: Some(f64::NAN), ..Default::default() },
        PlanExperimentRequest { units: Some(2), baseline: 0.999, ..Default::default() },
    ] {
        assert!(plan_experiment(&request).is_err(), "{request:?}");
    }
    assert!(check_sample_ratio(&SampleRatioRequest { arms: vec![], alpha: 0.001 }).is_err());
    assert!(
        adjust_p_values(&AdjustPValuesRequest {
            p_values: vec![0.1, 2.0],
            method: MultipleTesting::Holm,
            alpha: 0.05
        })
        .is_err()
    );
}

#[test]
fn peeking_brings_a_caution_and_lots_a_grade() {
    let arm = |successes| ProportionSample { successes, trials: 1000 };
    let settings = ExperimentSettings { looks: 5, planned_units: Some(9000), ..Default::default() };
    let mut request =
        CompareProportionsRequest { settings, ..CompareProportionsRequest::new(arm(50), arm(80)) };
    let report = compare_proportions(&request).unwrap();
    let codes: Vec<&str> = report.evidence.cautions.iter().map(|caution| caution.code.as_ref()).collect();
    assert_eq!(codes, ["not-randomized", "peeking", "plan-not-complete"]);
    assert_eq!(report.advice, StoppingAdvice::KeepRunning);
    request.settings.randomized = true;
    request.settings.always_valid = Some(AlwaysValid::default());
    let report = compare_proportions(&request).unwrap();
    assert!(report.evidence.cautions.is_empty());
    assert_eq!(report.evidence.grade, crate::measure::EvidenceGrade::Experiment);
}
