use super::normalise::shape;
use super::options::{CompositeMean, CompositeMissing};
use super::*;
use crate::measure::Table;

fn table(text: &str) -> Table {
    serde_json::from_str(text).unwrap()
}

fn options(text: &str) -> CompositeOptions {
    serde_json::from_str(text).unwrap()
}

#[test]
fn contributions_add_up_under_every_mean() {
    let data = table(r#"{ "unit": ["a", "b", "c"], "x": [1, 5, 9], "y": [4, 2, 8], "z": [3, 3.5, 1] }"#);
    let means = [
        CompositeMean::Arithmetic,
        CompositeMean::Geometric,
        CompositeMean::Harmonic,
        CompositeMean::Power { exponent: 2.5 },
        CompositeMean::Power { exponent: -0.3 },
    ];
    for mean in means {
        let mut asked = options(
            r#"{ "indicators": [{ "column": "x", "weight": 2, "parent": "g" }, { "column": "y", "parent": "g" },
                 { "column": "z" }],
                 "groups": [{ "id": "g", "weight": 3 }], "normalisation": { "kind": "min_max", "low": 1 } }"#,
        );
        asked.aggregation = mean;
        for unit in composite(&data, &asked).unwrap().units {
            let part = |id: &str| unit.parts.iter().find(|part| part.id == id).unwrap().contribution.unwrap();
            let score = unit.score.unwrap();
            assert!((part("x") + part("y") - part("g")).abs() < 1e-9 * score, "{mean:?} {unit:?}");
            assert!((part("g") + part("z") - score).abs() < 1e-9 * score, "{mean:?} {unit:?}");
        }
    }
}

#[test]
fn a_gap_is_not_a_zero() {
    let data = table(r#"{ "unit": ["a", "b", "c"], "x": [0, 50, 100], "y": [0, null, 100] }"#);
    let mut asked = options(r#"{ "indicators": [{ "column": "x" }, { "column": "y" }] }"#);
    let score = |report: CompositeReport, name: &str| {
        report.units.into_iter().find(|unit| unit.unit == name).unwrap()
    };
    let b = score(composite(&data, &asked).unwrap(), "b");
    assert_eq!((b.score, b.coverage, b.rank), (Some(50.0), 0.5, Some(2)));
    asked.least_share = 0.6;
    assert_eq!(score(composite(&data, &asked).unwrap(), "b").rank, None);
    asked.least_share = 0.0;
    asked.missing = CompositeMissing::Propagate;
    assert_eq!(score(composite(&data, &asked).unwrap(), "b").score, None);
}

#[test]
fn every_fault_is_named_at_once() {
    let data = table(r#"{ "unit": ["a", "a", null], "x": [1, 1, 1], "y": ["p", "q", "r"] }"#);
    let asked = options(
        r#"{ "indicators": [{ "column": "x", "weight": -1 }, { "column": "y", "parent": "nowhere" },
             { "column": "zz" }],
             "groups": [{ "id": "loop", "parent": "hole" }, { "id": "hole", "parent": "loop" }], "least_share": 7 }"#,
    );
    let issues = composite(&data, &asked).unwrap_err().into_vec();
    let codes: Vec<&str> = issues.iter().map(|issue| issue.code.as_ref()).collect();
    for code in [
        "column-not-numbers",
        "missing-values",
        "option-out-of-range",
        "repeated-unit",
        "unknown-column",
        "unknown-group",
    ] {
        assert!(codes.contains(&code), "{code} {codes:?}");
    }
}

#[test]
fn trees_that_lead_nowhere_are_refused() {
    let data = table(r#"{ "unit": ["a", "b"], "x": [1, 2] }"#);
    let refused = |text: &str, code: &str| {
        let issues = composite(&data, &options(text)).unwrap_err();
        assert!(issues.as_slice().iter().any(|issue| issue.code == code), "{code}: {issues}");
    };
    refused(
        r#"{ "indicators": [{ "column": "x" }], "groups": [{ "id": "p", "parent": "q" }, { "id": "q", "parent": "p" }] }"#,
        "group-cycle",
    );
    refused(r#"{ "indicators": [{ "column": "x" }], "groups": [{ "id": "p" }] }"#, "empty-group");
    refused(r#"{ "indicators": [{ "column": "x", "weight": 0 }] }"#, "no-weight");
    refused(r#"{ "indicators": [{ "column": "x" }, { "column": "x" }] }"#, "repeated-id");
    refused("{}", "no-indicators");
    refused(
        r#"{ "indicators": [{ "column": "x" }], "aggregation": { "kind": "geometric" } }"#,
        "not-positive",
    );
    refused(
        r#"{ "indicators": [{ "column": "x", "direction": "lower_is_better" }],
             "normalisation": { "kind": "fraction_of_max" } }"#,
        "direction-not-supported",
    );
}

#[test]
fn shapes_are_those_of_the_corrected_moments() {
    // G1 and G2 of Joanes and Gill (1998), by hand for 1, 2, 3, 4, 10: m2 = 10, m3 = 36, m4 = 278.8.
    let (skewness, kurtosis) = shape(&[1.0, 2.0, 3.0, 4.0, 10.0]).unwrap();
    assert!((skewness - 20.0_f64.sqrt() / 3.0 * 36.0 / 10.0_f64.powi(3).sqrt()).abs() < 1e-12);
    assert!((kurtosis - 4.0 / 6.0 * (6.0 * (2.788 - 3.0) + 6.0)).abs() < 1e-12);
    assert_eq!(shape(&[1.0, 1.0, 1.0, 1.0]), None);
}

#[test]
fn what_cannot_vary_is_said() {
    let data = table(r#"{ "unit": ["a", "b", "c"], "x": [1, 2, 3] }"#);
    let asked = CompositeSensitivityOptions {
        composite: options(r#"{ "indicators": [{ "column": "x" }] }"#),
        ..Default::default()
    };
    let issues = composite_sensitivity(&data, &asked).unwrap_err();
    assert_eq!(issues.as_slice()[0].code, "nothing-varies");
    let both = table(r#"{ "unit": ["a", "b", "c"], "x": [1, 2, 3], "y": [2, 4, 6] }"#);
    let asked = CompositeSensitivityOptions {
        composite: options(r#"{ "indicators": [{ "column": "x" }, { "column": "y" }] }"#),
        ..asked
    };
    let found = composite_sensitivity(&both, &asked).unwrap();
    assert!(found.factors.iter().all(|factor| factor.total.is_none()));
    assert_eq!(found.evidence.cautions[0].code, "ranks-do-not-move");
}
