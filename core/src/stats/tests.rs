//! Held against SciPy, and laws.

use proptest::prelude::*;

use super::distribution::*;
use super::linear::{Cholesky, Matrix, least_squares};
use super::math::ln_gamma;
use super::optimum::nelder_mead;
use super::special::{beta_pq, gamma_pq, ln_beta};
use crate::Rng;

/// A file of the shared oracles, or nothing, with the reason printed.
fn shared(path: &str) -> Option<serde_json::Value> {
    let folder = std::env::var("PACELINE_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared").to_owned());
    let path = format!("{folder}/{path}");
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(fault) => {
            println!("skipped: {path}: {fault}");
            None
        }
    }
}

#[test]
fn functions_agree_with_scipy() {
    let Some(oracle) = shared("oracles/measurement/experiments/distributions_expected.json") else { return };
    let mut worst = std::collections::BTreeMap::new();
    for case in oracle["cases"].as_array().unwrap() {
        let args: Vec<f64> =
            case["args"].as_array().unwrap().iter().map(|arg| arg.as_f64().unwrap()).collect();
        let (Some(expected), name) = (case["v"].as_f64(), case["f"].as_str().unwrap()) else { continue };
        let found = match name {
            "norm_cdf" => normal_cdf(args[0]),
            "norm_ppf" => normal_quantile(args[0]),
            "t_cdf" => t_cdf(args[0], args[1]),
            "t_ppf" => t_quantile(args[0], args[1]),
            "beta_cdf" => beta_cdf(args[0], args[1], args[2]),
            "beta_ppf" => beta_quantile(args[0], args[1], args[2]),
            "gamma_p" => gamma_pq(args[0], args[1]).0,
            "gamma_q" => gamma_pq(args[0], args[1]).1,
            "chi2_sf" => chi2_sf(args[0], args[1]),
            "ln_gamma" => ln_gamma(args[0]),
            "ln_beta" => ln_beta(args[0], args[1]),
            "binom_cdf" => binomial_cdf(args[0], args[1], args[2]),
            "poisson_sf" => poisson_sf(args[0], args[1]),
            "nbinom_cdf" => negative_binomial_cdf(args[0], args[1], args[2]),
            other => panic!("no function `{other}`"),
        };
        let error = if expected == 0.0 { found.abs() } else { ((found - expected) / expected).abs() };
        let entry = worst.entry(name.to_owned()).or_insert((0.0, 0, Vec::new()));
        if error > entry.0 {
            *entry = (error, entry.1, args);
        }
        entry.1 += 1;
    }
    for (name, (error, cases, args)) in &worst {
        println!("{name:12} {cases:3} cases, worst relative error {error:.1e} at {args:?}");
    }
    assert!(worst.values().map(|(_, cases, _)| cases).sum::<usize>() > 300);
    assert!(worst.values().all(|(error, ..)| *error <= 1e-9), "{worst:?}");
}

proptest! {
    #[test]
    fn tails_add_to_one(a in 1e-3..1e5_f64, b in 1e-3..1e5_f64, x in 0.0..1.0_f64) {
        let (p, q) = beta_pq(a, b, x, 1.0 - x);
        prop_assert!((p + q - 1.0).abs() < 1e-12 && (0.0..=1.0).contains(&p));
        let (p, q) = gamma_pq(a, b);
        prop_assert!((p + q - 1.0).abs() < 1e-12 && (0.0..=1.0).contains(&p));
    }

    #[test]
    fn quantiles_invert(p in 1e-6..0.999999_f64, a in 0.05..1e4_f64, b in 0.05..1e4_f64) {
        prop_assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-14);
        prop_assert!((t_cdf(t_quantile(p, a), a) - p).abs() < 1e-11);
        prop_assert!((beta_cdf(beta_quantile(p, a, b), a, b) - p).abs() < 1e-9);
        prop_assert!((gamma_pq(a, gamma_quantile(p, a)).0 - p).abs() < 1e-9);
    }

    #[test]
    fn least_squares_leave_nothing_to_explain(seed: u64, n in 6_usize..40, k in 1_usize..5) {
        let mut rng = Rng::new(seed);
        let mut x = Matrix::zeros(n, k);
        x.data.iter_mut().for_each(|value| *value = rng.normal());
        let y: Vec<f64> = (0..n).map(|_| rng.normal()).collect();
        let fit = least_squares(&x, &y).unwrap();
        for j in 0..k {
            let rest: f64 = (0..n).map(|i| x.at(i, j) * fit.residuals[i]).sum();
            prop_assert!(rest.abs() < 1e-9);
        }
        let inverse = Cholesky::of(&x.gram()).unwrap().inverse();
        for (a, b) in inverse.data.iter().zip(&fit.inverse_gram.data) {
            prop_assert!((a - b).abs() < 1e-6 * (1.0 + a.abs()));
        }
    }
}

#[test]
fn draws_have_their_moments() {
    let mut rng = Rng::new(11);
    let n = 200_000;
    let moments = |draws: &mut dyn FnMut() -> f64| {
        let values: Vec<f64> = (0..n).map(|_| draws()).collect();
        (super::summary::mean(&values), super::summary::variance(&values))
    };
    let (mean, variance) = moments(&mut || rng.normal());
    assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
    for shape in [0.3, 1.0, 7.5] {
        let (mean, variance) = moments(&mut || rng.gamma(shape));
        assert!(
            (mean / shape - 1.0).abs() < 0.02 && (variance / shape - 1.0).abs() < 0.05,
            "{shape} {mean} {variance}"
        );
    }
}

#[test]
fn a_simplex_walks_down_the_banana() {
    let found = nelder_mead(&[-1.2, 1.0], &[0.5, 0.5], 1e-14, 2000, |x| {
        100.0 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1.0 - x[0]) * (1.0 - x[0])
    });
    assert!(found.converged && found.at.iter().all(|x| (x - 1.0).abs() < 1e-5), "{found:?}");
}

#[test]
fn columns_made_of_others_are_refused() {
    let x = Matrix::from_columns(&[&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0], &[3.0, 4.0, 5.0]]);
    assert!(least_squares(&x, &[1.0, 2.0, 4.0]).is_none());
}

#[test]
fn quantiles_of_extremes_agree_with_scipy() {
    // SciPy 1.17.1: stats.t.ppf, stats.beta.ppf, special.gammaincinv, stats.t.cdf.
    for (found, known) in [
        (t_quantile(1e-100, 1.0), -3.183098861837907e+99),
        (t_quantile(1e-08, 0.3), -1.3958120070682989e+25),
        (t_quantile(1e-100, 7.3), -103385310291830.31),
        (t_quantile(0.4999, 1.5), -0.000293483228561816),
        (t_quantile(0.2, 2.0), -1.060660171779821),
        (t_quantile(0.999, 3.0), 10.214531852407383),
        (t_quantile(0.99999999, 30.0), 7.556534649985112),
        (t_quantile(0.975, 10000.0), 1.960201239890626),
        (t_quantile(0.9, 2000000.0), 1.2815519888371267),
        (t_quantile(1e-12, 100000000.0), -7.034484713122774),
        (beta_quantile(1e-8, 0.05, 300.0), 1.951299340502973e-163),
        (beta_quantile(1e-08, 2.5, 17.0), 5.75238764752092e-05),
        (beta_quantile(0.001, 100000.0, 0.5), 0.9999458634992358),
        (beta_quantile(0.025, 300.0, 17.0), 0.919075991493387),
        (beta_quantile(0.025, 0.5, 100000.0), 4.910357849699779e-09),
        (beta_quantile(0.4, 1.0, 2.5), 0.18480689039407727),
        (beta_quantile(0.6, 17.0, 300.0), 0.05592827336840936),
        (beta_quantile(0.975, 100000.0, 100000.0), 0.5021912985683079),
        (beta_quantile(0.999, 0.5, 0.5), 0.999997532600929),
        (beta_quantile(0.99999999, 17.0, 0.3), 1.0),
        (beta_quantile(1e-100, 300.0, 100000.0), 0.0006408547614307762),
        (gamma_quantile(1e-8, 0.05), 5.844632057286542e-161),
        (gamma_quantile(1e-100, 17.0), 9.410062168340098e-06),
        (gamma_quantile(0.025, 0.5), 0.0004910345585876278),
        (gamma_quantile(0.2, 100000.0), 99733.75923816286),
        (gamma_quantile(0.6, 2.5), 2.5659335372009098),
        (gamma_quantile(0.975, 1.0), 3.6888794541139354),
        (gamma_quantile(0.99999999, 300.0), 407.575398718923),
        (gamma_quantile(1e-08, 0.1), 6.073048362407998e-81),
        (t_cdf(-1.9599, 3000000.0), 0.02500378603315389),
        (t_cdf(-6.5, 1000000000.0), 4.016002460057275e-11),
        (t_cdf(2.1, 1000000000000.0), 0.9821355794370585),
        (t_cdf(-8.5, 2000000.0), 9.485892429187514e-18),
    ] {
        let error: f64 = (found - known) / known;
        assert!(error.abs() < 1e-9, "{found:e} instead of {known:e}");
    }
}
