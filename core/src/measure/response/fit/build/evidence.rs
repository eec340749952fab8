//! How much a fit proves.

use super::*;

pub(super) fn evidence(
    report: &FitResponseReport,
    autocorrelation: Option<f64>,
    times: Option<&[i64]>,
    searched: bool,
) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("no-confounding", "nothing that moves both spend and outcome is left out of the columns")
        .assume("spend-not-by-outcome", "spend was not set by the outcome that was expected")
        .assume("shape-is-true", "carry-over and saturation have the given form and do not change")
        .assume("channels-add-up", "channels neither help nor hinder each other");
    if report.penalty > 0.0 {
        evidence = evidence.assume(
            "shrinkage",
            "the penalty draws coefficients towards 0; the intervals do not know of this bias",
        );
    }
    let per = report.rows as f64 / report.parameters as f64;
    evidence.check("rows-per-parameter", per >= 10.0, Some(per), "there are ten rows or more per parameter");
    let worst = report
        .terms
        .iter()
        .filter(|term| term.kind == ResponseTermKind::Channel)
        .map(|term| term.variance_inflation.unwrap_or(f64::INFINITY))
        .fold(1.0, f64::max);
    let message = "no channel goes so closely with other columns that their effects cannot be told apart";
    evidence.check("collinearity", worst <= 10.0, Some(worst), message);
    if let Some(p) = autocorrelation {
        let message = "what is left does not go with what was left before (Ljung and Box)";
        evidence.check("residual-autocorrelation", p >= 0.05, Some(p), message);
    }
    let kept = (report.effective_parameters - 1.0) / (report.parameters as f64 - 1.0);
    evidence.check(
        "little-shrinkage",
        kept >= 0.8,
        Some(kept),
        "the penalty and the bounds leave most of the parameters free",
    );
    if let Some(r) = report.quality.out_of_sample_r_squared {
        evidence.check("predicts", r > 0.0, Some(r), "it predicts later rows better than their mean so far");
    }
    if let Some(times) = times {
        let steps = || times.windows(2).map(|pair| pair[1] - pair[0]);
        let (low, high) = (steps().min().unwrap_or(0), steps().max().unwrap_or(0));
        // Months differ by a tenth.
        let even = high as f64 <= 1.15 * low as f64;
        evidence.check("even-periods", even, None, "the periods are evenly spaced");
    }
    if searched {
        evidence.cautions.push(Issue::warning(
            "chosen-by-prediction",
            "options",
            "penalty or shapes were chosen by the rows that the out-of-sample figures are from, and the intervals hold them as chosen",
        ));
    }
    for channel in &report.channels {
        if channel.coefficient.value <= 0.0 {
            let message =
                format!("`{}` shows no effect above 0 and is left out of the budget", channel.channel);
            let at = format!("channels/{}", channel.channel);
            evidence.cautions.push(
                Issue::warning("no-effect", at, message)
                    .with_help("test it by an experiment before cutting it"),
            );
        }
    }
    evidence.cautions.push(
        Issue::warning("observational", "columns", "this is what went together, not what spend caused")
            .with_help("check the largest channels by an experiment"),
    );
    evidence
}
