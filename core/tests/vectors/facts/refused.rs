//! Facts about what is refused: options and parts of an input with faults.

/// Operation, case, path, fact.
#[rustfmt::skip]
pub(super) const FACTS: &[(&str, &str, &str, &str)] = &[
    ("validate", "links that make no sense", "self-dependency/severity", "error"),
    ("validate", "links that make no sense", "summary-link-to-own-child/severity", "error"),
    ("validate", "links that make no sense", "duplicate-dependency/severity", "error"),
    ("validate", "a cycle through a summary", "dependency-cycle/severity", "error"),
    ("schedule", "no working time in reach", "issues/0/severity", "error"),
    ("level", "options with faults", "issues", "count 3"),
    ("level", "options with faults", "issues/1/at", "options/seed"),
    ("load", "a part that is not known", "issues/0/code", "unknown-input"),
    ("load", "a schedule with faults", "issues", "count 2"),
    ("score", "options of another operation", "issues", "count 3"),
    ("schedule", "options where there are none", "issues/0/at", "options"),
    ("pool", "beyond the range of numbers", "issues/0/code", "number-out-of-range"),
    ("at_risk", "a schedule of another plan", "issues/0/code", "missing-task"),
    ("level", "weights of a task that is not there", "issues/0/code", "unknown-task"),
    ("level", "a date with an offset", "issues/0/message", "has offset from UTC"),
];
