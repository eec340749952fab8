//! Texts of ProGen/max (`.sch`): minimum and maximum lags from start to start.
//!
//! First line: real activities, renewable resources, two zeros. Then a line for each activity, source and sink
//! included: number, modes, number of successors, successors, a lag in brackets for each. Then a line for each:
//! number, mode, duration, demands. Then the capacities. A lag of 0 or more is a least time from start to start, one
//! below 0 a most time in the other direction; so is a lag of 0 to an activity with a smaller number.

use super::limits::{MAX_ACTIVITIES, MAX_RESOURCES};
use super::problem::{RcpspLink, RcpspMaxLag, RcpspProblem};
use super::read::{empty, fits, not_a_number};
use super::validate::Faults;

/// A line of numbers with its place in the text; lags stand without their brackets.
type Row = (usize, Vec<i64>);

fn rows(text: &str, faults: &mut Faults) -> Vec<Row> {
    let mut rows = Vec::new();
    for (line, content) in (1..).zip(text.lines()) {
        let mut values = Vec::new();
        for word in content.split_whitespace() {
            let inner = word.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(word);
            match inner.parse() {
                Ok(number) => values.push(number),
                Err(_) => not_a_number(word, line, faults),
            }
        }
        if !values.is_empty() {
            rows.push((line, values));
        }
    }
    rows
}

fn wrong(line: usize, message: String, faults: &mut Faults) {
    let help = "compare the line with the number of activities, resources and successors";
    faults.error("wrong-number-of-values", || format!("line {line}"), || message, help);
}

pub(super) fn lags(text: &str) -> (RcpspProblem, Faults) {
    let mut faults = Faults::default();
    let rows = rows(text, &mut faults);
    let problem = read(text, &rows, &mut faults).unwrap_or_else(|| RcpspProblem::new(Vec::new()));
    (problem, faults)
}

fn read(text: &str, rows: &[Row], faults: &mut Faults) -> Option<RcpspProblem> {
    let Some((line, [real, resources, ..])) = rows.first().map(|(line, values)| (*line, values.as_slice()))
    else {
        wrong(1, "the first line does not give activities and resources".into(), faults);
        return None;
    };
    let place = format!("line {line}");
    let count = fits("activities", real.saturating_add(2), MAX_ACTIVITIES, text, &place, faults)?;
    let resources = fits("resources", *resources, MAX_RESOURCES, text, &place, faults)?;
    let needed = 2 * count + 1 + usize::from(resources > 0);
    if rows.len() != needed {
        let last = rows.last().map_or(line, |row| row.0);
        wrong(
            last,
            format!("{} lines with numbers are not the {needed} of {count} activities", rows.len()),
            faults,
        );
        return None;
    }
    let mut problem = empty(count, resources);
    // Activities are counted from 0 here, the source.
    problem.activities.iter_mut().enumerate().for_each(|(at, one)| one.name = Some(at.to_string()));
    for (at, (line, values)) in rows[1 + count..1 + 2 * count].iter().enumerate() {
        let is_own = values.len() == 3 + resources && usize::try_from(values[0]) == Ok(at) && values[1] == 1;
        if !is_own {
            wrong(
                *line,
                format!("activity {at} needs its number, mode 1, a duration and {resources} demands"),
                faults,
            );
            continue;
        }
        problem.activities[at].duration = values[2];
        problem.activities[at].demands = values[3..].to_vec();
    }
    for (at, (line, values)) in rows[1..=count].iter().enumerate() {
        let successors = values.get(2).and_then(|&number| usize::try_from(number).ok()).filter(|&number| {
            number <= values.len() && values.len() == 3 + 2 * number && usize::try_from(values[0]) == Ok(at)
        });
        let Some(successors) = successors else {
            wrong(
                *line,
                format!("activity {at} needs its number, its modes, and a lag for each successor"),
                faults,
            );
            continue;
        };
        let (to, lags) = values[3..].split_at(successors);
        for (&to, &lag) in to.iter().zip(lags) {
            let Some(to) = u32::try_from(to).ok().filter(|&to| (to as usize) < count) else {
                let message =
                    || format!("activity {at} has the successor {to}, but they are 0 to {}", count - 1);
                faults.error(
                    "unknown-job",
                    || format!("line {line}"),
                    message,
                    "give the number of an activity",
                );
                continue;
            };
            let from = at as u32;
            // Activities that start at the same time wait for each other by lags of 0; links allow no such cycle, so
            // those that lead back are told from the other side.
            if lag > 0 || (lag == 0 && to > from) {
                let lag = lag.saturating_sub(problem.activities[at].duration);
                problem.links.push(RcpspLink { from, to, lag });
            } else {
                problem.max_lags.push(RcpspMaxLag { from: to, to: from, lag: lag.saturating_neg() });
            }
        }
    }
    if let (Some((line, values)), true) = (rows.last(), resources > 0) {
        if values.len() == resources {
            problem.resources.iter_mut().zip(values).for_each(|(one, &capacity)| one.capacity = capacity);
        } else {
            wrong(*line, format!("{} capacities are given for {resources} resources", values.len()), faults);
        }
    }
    Some(problem)
}

#[cfg(test)]
mod tests {
    use crate::rcpsp::{RcpspOptions, check, read, solve};

    /// Source, two activities of 3 and 2 that use one resource, sink; the second at most 4 after the first.
    const SMALL: &str = "2 1 0 0\n0 1 1 1 [0]\n1 1 2 2 3 [1] [3]\n2 1 2 1 3 [-4] [2]\n3 1 0\n\
        0 1 0 0\n1 1 3 1\n2 1 2 1\n3 1 0 0\n1\n";

    #[test]
    fn lags_are_least_and_most_times_from_start_to_start() {
        let mut problem = read(SMALL).unwrap();
        assert_eq!((problem.links[1].lag, problem.max_lags[0].lag), (-2, 4));
        let refused = solve(&problem, &RcpspOptions::default(), &mut ()).unwrap_err();
        assert_eq!(refused.as_slice()[0].code, "unsolved-maximum-lags");
        let lags = std::mem::take(&mut problem.max_lags);
        let mut solution = solve(&problem, &RcpspOptions::default(), &mut ()).unwrap();
        problem.max_lags = lags;
        assert_eq!(solution.starts, [0, 0, 3, 5]);
        assert!(check(&problem, &solution).unwrap().accepts());
        solution.starts = vec![0, 0, 5, 7];
        let found = check(&problem, &solution).unwrap();
        assert!(!found.feasible && found.findings.iter().any(|issue| issue.code == "maximum-lag-broken"));
    }

    #[test]
    fn every_fault_has_its_line() {
        let text = SMALL.replace("1 1 2 2 3 [1] [3]", "1 1 2 2 9 [1] [3]").replace("2 1 2 1\n", "2 1 x 1\n");
        let issues = read(&text).unwrap_err().into_vec();
        let places: Vec<(&str, &str)> =
            issues.iter().map(|issue| (issue.code.as_ref(), issue.at.as_str())).collect();
        assert_eq!(
            places,
            [("invalid-number", "line 8"), ("unknown-job", "line 3"), ("wrong-number-of-values", "line 8")]
        );
        assert_eq!(read("9223372036854775807 1 [0]").unwrap_err().as_slice()[0].code, "too-large");
        assert_eq!(read("1 [").unwrap_err().as_slice()[0].code, "invalid-number");
    }
}
