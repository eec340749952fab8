//! Where faults are gathered: at most so many of a kind, always the same ones whatever their order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::limits::{MAX_ID_BYTES, MAX_ISSUES_OF_ONE_CODE};
use crate::Issue;
use crate::error::nearest;
use crate::plan::Plan;
use crate::sort::Arrange;

/// How many names are compared in all when misspelt ones are looked for.
const MAX_COMPARISONS: usize = 1_000_000;

#[derive(Debug, Default)]
struct Kind {
    kept: Vec<Issue>,
    left_out: usize,
}

impl Kind {
    /// Keeps the first issues in sorted order, so that the choice does not depend on who came first.
    fn compact(&mut self) {
        self.kept.arrange();
        self.kept.dedup();
        self.left_out += self.kept.len().saturating_sub(MAX_ISSUES_OF_ONE_CODE);
        self.kept.truncate(MAX_ISSUES_OF_ONE_CODE);
    }
}

/// The issues found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    kinds: BTreeMap<Cow<'static, str>, Kind>,
}

impl Faults {
    /// Adds an issue.
    pub(crate) fn push(&mut self, issue: Issue) {
        if !self.kinds.contains_key(&issue.code) {
            self.kinds.insert(issue.code.clone(), Kind::default());
        }
        let Some(kind) = self.kinds.get_mut(&issue.code) else { return };
        kind.kept.push(issue);
        if kind.kept.len() > 8 * MAX_ISSUES_OF_ONE_CODE {
            kind.compact();
        }
    }

    /// Adds an error.
    pub(crate) fn error(
        &mut self,
        code: &'static str,
        at: impl Into<String>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.push(with_help(Issue::error(code, at, message), help));
    }

    /// Adds a warning.
    pub(crate) fn warning(
        &mut self,
        code: &'static str,
        at: impl Into<String>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.push(with_help(Issue::warning(code, at, message), help));
    }

    /// Adds many issues.
    pub(crate) fn extend(&mut self, issues: impl IntoIterator<Item = Issue>) {
        issues.into_iter().for_each(|issue| self.push(issue));
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// All issues in sorted order; names that do not exist get the nearest ones that do as help.
    pub(crate) fn finish(mut self, plan: Option<&Plan>) -> Vec<Issue> {
        let mut all = Vec::new();
        let mut budget = MAX_COMPARISONS;
        for (code, kind) in &mut self.kinds {
            kind.compact();
            if let Some(plan) = plan {
                suggest(plan, code, &mut kind.kept, &mut budget);
            }
            if kind.left_out > 0 {
                let message = format!("{} more issues `{code}` are left out", kind.left_out);
                all.push(Issue::info("more-issues", "plan", message));
            }
            all.append(&mut kind.kept);
        }
        all.arrange();
        all
    }
}

fn with_help(issue: Issue, help: &str) -> Issue {
    if help.is_empty() { issue } else { issue.with_help(help) }
}

/// Gives issues about unknown names the nearest known names as help.
fn suggest(plan: &Plan, code: &str, issues: &mut [Issue], budget: &mut usize) {
    let known: Vec<&str> = match code {
        "unknown-task" => plan.tasks.iter().map(|item| item.id.as_str()).collect(),
        "unknown-resource" => plan.resources.iter().map(|item| item.id.as_str()).collect(),
        "unknown-department" => (plan.resources.iter())
            .filter(|item| item.kind == crate::plan::ResourceKind::Department)
            .map(|item| item.id.as_str())
            .collect(),
        "unknown-calendar" => plan.calendars.iter().map(|item| item.id.as_str()).collect(),
        "unknown-campaign" => plan.campaigns.iter().map(|item| item.id.as_str()).collect(),
        "unknown-kpi" => super::kpi_ids(plan).collect(),
        _ => return,
    };
    for issue in issues.iter_mut().filter(|issue| issue.help.is_none()) {
        let cost = known.len().min(50_000);
        if cost > *budget {
            return;
        }
        *budget -= cost;
        if let Some(help) = quoted(&issue.message).and_then(|wanted| nearest(wanted, known.iter().copied())) {
            issue.help = Some(help);
        }
    }
}

/// What stands between backticks in a message.
fn quoted(message: &str) -> Option<&str> {
    let start = message.find('`')? + 1;
    let end = message.rfind('`')?;
    message.get(start..end)
}

/// An id as it is shown: shortened when it is very long, emptiness and control characters made visible.
pub(crate) fn show(id: &str) -> Cow<'_, str> {
    if id.is_empty() {
        return Cow::Borrowed("(empty)");
    }
    if id.len() <= MAX_ID_BYTES && !id.chars().any(char::is_control) {
        return Cow::Borrowed(id);
    }
    let mut shown = String::new();
    for c in id.chars().take(60) {
        if c.is_control() {
            let _ = write!(shown, "{}", c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    if id.chars().nth(60).is_some() {
        shown.push('…');
    }
    Cow::Owned(shown)
}
