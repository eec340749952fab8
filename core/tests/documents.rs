//! Documents: what is accepted, what is refused, and what is said about it.

mod support;

use paceline::plan::Plan;
use paceline::{Issue, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::plans::{Random, plans, random_plan, shuffled};

#[test]
fn random_plans_are_valid() {
    for seed in 0..400u64 {
        let plan = random_plan(seed, 1 + usize::try_from(seed).unwrap() % 60);
        let errors: Vec<_> =
            plan.validate().into_iter().filter(|issue| issue.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "seed {seed}: {errors:#?}");
    }
}
