//! Numbers that JSON does not know (`nan`, `inf`): refused with their place, whatever field they stand in.
//!
//! On their way to the core they are written as an object that no field takes. So the core tells their places,
//! together with every other fault, and here its words are made those of a number.

use paceline::{Issue, Issues};

/// The only field of the object that such a number becomes.
pub(crate) const KEY: &str = "a number that JSON does not have";

/// The object that such a number becomes.
pub(crate) const OBJECT: &str = r#"{"a number that JSON does not have":0}"#;

/// What a person reads.
const MESSAGE: &str = "a number that JSON does not have (NaN or infinite)";

/// Runs something on a text that may have such numbers in it. If it has, it fails.
pub(crate) fn guarded<T>(
    texts: &[&str],
    run: impl FnOnce() -> Result<T, Issues>,
    again: impl FnOnce(&[String]) -> Result<T, Issues>,
) -> Result<T, Issues> {
    let answer = run();
    if !texts.iter().any(|text| text.contains(OBJECT)) {
        return answer;
    }
    // What the core says only because of these objects, and not if they are truth values, is about them.
    let others: Vec<String> = texts.iter().map(|text| text.replace(OBJECT, "true")).collect();
    let known = again(&others).err().map(Issues::into_vec).unwrap_or_default();
    let issues = match answer {
        Ok(_) => vec![Issue::error("invalid-value", "document", format!("{MESSAGE} is in it"))],
        Err(issues) => issues.into_vec(),
    };
    let told = |issue: Issue| if known.contains(&issue) { issue } else { reworded(issue) };
    Err(Issues::new(issues.into_iter().map(told).collect()))
}

/// An issue about the object as one about the number.
fn reworded(issue: Issue) -> Issue {
    let place = issue.at.strip_suffix(KEY).map(|at| at.trim_end_matches('/').to_owned());
    let message = match issue.message.strip_prefix("an object was found where ") {
        Some(rest) => format!("{MESSAGE} was found where {rest}"),
        None if place.is_some() || issue.message.contains(KEY) => format!("{MESSAGE} has no place here"),
        None => return issue,
    };
    Issue::error("invalid-value", place.unwrap_or(issue.at), message)
        .with_help("write null for what is absent")
}
