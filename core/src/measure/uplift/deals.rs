//! Rows that are opportunities: won, lost, open, and how many each stands for.

use crate::Issue;
use crate::error::nearest;
use crate::measure::table::{TableReader, place};

/// The state of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Won,
    Lost,
    Open,
    /// Not given.
    Missing,
}

/// Which states mean what.
#[derive(Debug, Clone, Copy)]
pub(super) struct States<'a> {
    pub(super) won: &'a [String],
    pub(super) lost: &'a [String],
    pub(super) open: &'a [String],
}

/// The state of each row; a state in no list, or in two, is an issue.
pub(super) fn states(reader: &mut TableReader<'_>, column: &str, lists: States<'_>) -> Option<Vec<State>> {
    let texts = reader.groups(column)?;
    let all = [(lists.won, State::Won), (lists.lost, State::Lost), (lists.open, State::Open)];
    let known = || all.iter().flat_map(|(list, _)| list.iter().map(String::as_str));
    let mut names: Vec<&str> = known().collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        if pair[0] == pair[1] {
            let message = format!("state `{}` stands twice among the states won, lost and open", pair[0]);
            reader.note(Issue::error("repeated-state", format!("options/{}", pair[0]), message));
        }
    }
    let mut unknown: Vec<&str> = Vec::new();
    let meaning: Vec<State> = texts
        .values
        .iter()
        .map(|text| {
            let found = all.iter().find(|(list, _)| list.contains(text)).map(|(_, state)| *state);
            found.unwrap_or_else(|| {
                unknown.push(text);
                State::Missing
            })
        })
        .collect();
    unknown.sort_unstable();
    for text in unknown.iter().take(10) {
        let message = format!(
            "state `{text}` in column `{column}` is in none of the lists of states won, lost and open"
        );
        let help = nearest(text, known())
            .unwrap_or_else(|| "say what it means; what is still open is never a loss".to_owned());
        reader.note(Issue::error("unknown-state", place(column), message).with_help(help));
    }
    Some(
        texts
            .codes
            .iter()
            .map(|code| meaning.get(*code as usize).copied().unwrap_or(State::Missing))
            .collect(),
    )
}

/// How many opportunities each row stands for: whole numbers.
pub(super) fn counts(reader: &mut TableReader<'_>, column: Option<&str>, rows: usize) -> Option<Vec<f64>> {
    let Some(column) = column else { return Some(vec![1.0; rows]) };
    let values = reader.complete_numbers(column)?;
    if let Some(row) = values.iter().position(|n| !(0.0..=1e12).contains(n) || n.fract() != 0.0) {
        let message = format!("column `{column}` holds {} in row {}, not a count", values[row], row + 1);
        reader.note(
            Issue::error("not-a-count", place(column), message)
                .with_help("give whole numbers from 0 to 1e12"),
        );
        return None;
    }
    Some(values.to_vec())
}

/// Refuses a level of intervals that is none.
pub(super) fn check_level(level: f64, reader: &mut TableReader<'_>) {
    if !(0.5..=0.999).contains(&level) {
        reader.note(Issue::error(
            "option-out-of-range",
            "options/level",
            format!("`level` is {level}, it must be from 0.5 to 0.999"),
        ));
    }
}

/// A count for a report.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole and from 0 to 2⁵³ by then"
)]
pub(super) fn whole(n: f64) -> u64 {
    n as u64
}

/// The interval leaves out zero.
pub(super) fn leaves_out_zero(estimate: &crate::measure::IntervalEstimate) -> bool {
    estimate.low.is_some_and(|low| low > 0.0) || estimate.high.is_some_and(|high| high < 0.0)
}
