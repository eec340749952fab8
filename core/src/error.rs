//! What is wrong with an input: every fault at once, each with a code, a place, a sentence and a help.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// How much an [`Issue`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The operation cannot be carried out, or its result would be wrong.
    Error,
    /// The result stands, but somebody should look at this.
    Warning,
    /// Worth knowing.
    Info,
}

/// One fault or finding.
///
/// `code` is stable and made of words (`dependency-cycle`), `at` is the place in the document by
/// id, never by index (`tasks/C1-US-1brief/deadline`), `message` is one lower-case sentence without
/// a full stop and with user input in backticks, `help` says what to do about it.
///
/// # Examples
/// ```
/// use paceline::Issue;
/// let issue = Issue::error("unknown-resource", "assignments/brief/ana", "resource `ana` does not exist")
///     .with_help("did you mean `anna`?");
/// assert_eq!(
///     issue.to_string(),
///     "error[unknown-resource] at assignments/brief/ana: resource `ana` does not exist (did you mean `anna`?)"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue {
    /// How much it matters.
    pub severity: Severity,
    /// Stable code in words.
    pub code: Cow<'static, str>,
    /// Place in the document, by id.
    pub at: String,
    /// One sentence for a person.
    pub message: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl Issue {
    /// An issue that stops the operation.
    pub fn error(code: &'static str, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, at, message)
    }

    /// An issue that does not stop the operation.
    pub fn warning(code: &'static str, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, at, message)
    }

    /// An issue that is only worth knowing.
    pub fn info(code: &'static str, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Info, code, at, message)
    }

    fn new(
        severity: Severity,
        code: &'static str,
        at: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self { severity, code: Cow::Borrowed(code), at: at.into(), message: message.into(), help: None }
    }

    /// The same issue with a help.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        write!(f, "{severity}[{}] at {}: {}", self.code, self.at, self.message)?;
        match &self.help {
            Some(help) => write!(f, " ({help})"),
            None => Ok(()),
        }
    }
}

/// The error of every operation that reads a document: all its faults, sorted, at least one of them
/// an error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// Sorts the issues by severity, code and place and removes repeated ones.
    pub fn new(mut issues: Vec<Issue>) -> Self {
        issues.sort_unstable();
        issues.dedup();
        Self(issues)
    }

    /// `Ok(warnings)` if no issue is an error, else all of them as the error.
    ///
    /// # Errors
    /// If at least one issue is an error.
    pub fn check(issues: Vec<Issue>) -> Result<Vec<Issue>, Self> {
        let sorted = Self::new(issues);
        if sorted.0.iter().any(|issue| issue.severity == Severity::Error) {
            Err(sorted)
        } else {
            Ok(sorted.0)
        }
    }

    /// The issues, errors first.
    pub fn as_slice(&self) -> &[Issue] {
        &self.0
    }

    /// The issues, errors first.
    pub fn into_vec(self) -> Vec<Issue> {
        self.0
    }
}

impl From<Issue> for Issues {
    fn from(issue: Issue) -> Self {
        Self(vec![issue])
    }
}

impl fmt::Display for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, issue) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{issue}")?;
        }
        Ok(())
    }
}

/// The candidates nearest to a misspelt id, best first, at most three: the text of a help.
///
/// # Complexity
/// O(candidates × id length²), at most 50,000 candidates are looked at.
pub(crate) fn nearest<'a>(wanted: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let limit = (wanted.chars().count() / 3).max(2);
    let mut found: Vec<(usize, &str)> = candidates
        .take(50_000)
        .filter(|candidate| candidate.len().abs_diff(wanted.len()) <= limit && candidate.len() < 200)
        .map(|candidate| (distance(wanted, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    found.sort_unstable();
    found.dedup();
    let names: Vec<String> = found.iter().take(3).map(|(_, name)| format!("`{name}`")).collect();
    (!names.is_empty()).then(|| format!("did you mean {}?", names.join(" or ")))
}

/// Levenshtein distance, letters compared without case.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.to_lowercase().chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substitute = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_names_are_suggested_best_first() {
        let ids = ["copy-1", "copy-2", "legal-1", "design-1"];
        assert_eq!(nearest("copy1", ids.into_iter()).as_deref(), Some("did you mean `copy-1` or `copy-2`?"));
        assert_eq!(nearest("zebra", ids.into_iter()), None);
    }

    #[test]
    fn check_keeps_warnings_and_refuses_errors() {
        let warning = Issue::warning("w", "a", "m");
        assert_eq!(Issues::check(vec![warning.clone(), warning.clone()]).unwrap(), vec![warning.clone()]);
        let error = Issue::error("e", "z", "m");
        let refused = Issues::check(vec![warning, error.clone()]).unwrap_err();
        assert_eq!(refused.as_slice()[0], error);
    }
}
