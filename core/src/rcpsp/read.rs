//! Texts of the benchmark libraries: PSPLIB (`.sm`) and Patterson (`.rcp`).

use std::str::FromStr;

use super::limits::{MAX_ACTIVITIES, MAX_RESOURCES, MAX_TEXT_BYTES};
use super::problem::{RcpspActivity, RcpspMode, RcpspProblem, RcpspResource};
use super::read_lags::lags;
use super::read_projects::projects;
use super::validate::Faults;
use crate::{Issue, Issues};

/// Reads a problem from the text of a benchmark library.
///
/// | file | of | told by |
/// |---|---|---|
/// | `.sm`, `.mm` | PSPLIB and MMLIB: one or several modes, nonrenewable resources | its first word |
/// | `.rcp` | Patterson, RanGen | a number first |
/// | `.sch` | ProGen/max: minimum and maximum lags from start to start | lags in brackets |
/// | `.rcmp` | MPLIB, MPSPLIB: several projects with release dates | successors as `project:activity` |
///
/// A project with a release date has an activity before it that takes as long and uses nothing.
///
/// Activities have the number of their job as their name, so job 1 of the file is activity 0. The dummy jobs at the
/// begin and the end stay.
///
/// # Errors
/// Every fault of the text with its line: `invalid-number`, `missing-section`, `missing-job`, `repeated-job`,
/// `unknown-job`, `wrong-number-of-values`, `wrong-number-of-modes`, `doubly-constrained-resource`, `too-large`; and if it has
/// none, those of the problem.
///
/// # Complexity
/// O(n) in the length of the text.
///
/// # Examples
/// A source, two jobs of 3 and 2 on a resource of capacity 1, and a sink, as Patterson wrote them:
/// ```
/// let problem = paceline::rcpsp::read("4 1\n1\n0 0 2 2 3\n3 1 1 4\n2 1 1 4\n0 0 0\n")?;
/// assert_eq!(problem.activities[1].duration, 3);
/// assert_eq!(problem.links.len(), 4);
/// # Ok::<(), paceline::Issues>(())
/// ```
///
/// # References
/// R. Kolisch, A. Sprecher, *PSPLIB: a project scheduling problem library*, EJOR 96 (1996); J. H. Patterson, *A
/// comparison of exact approaches for solving the multiple constrained resource project scheduling problem*,
/// Management Science 30 (1984).
pub fn read(text: &str) -> Result<RcpspProblem, Issues> {
    if text.len() > MAX_TEXT_BYTES {
        let message = format!("{} bytes are more than the {MAX_TEXT_BYTES} that are accepted", text.len());
        return Err(Issue::error("too-large", "text", message).into());
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_number = text.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let (problem, faults) = match is_number {
        true if text.contains('[') => lags(text),
        true if text.contains(':') => projects(text),
        true => patterson(text),
        false => psplib(text),
    };
    let mut issues = faults.into_issues();
    if issues.is_empty() {
        issues = problem.validate();
    }
    Issues::check(issues)?;
    Ok(problem)
}

/// A problem with these numbers of activities and resources, all values still 0.
pub(super) fn empty(activities: usize, resources: usize) -> RcpspProblem {
    let mut problem = RcpspProblem::new(vec![0; resources]);
    for (number, resource) in problem.resources.iter_mut().enumerate() {
        resource.name = Some(format!("R{}", number + 1));
    }
    problem.activities =
        (1..=activities).map(|number| RcpspActivity::new(Some(number.to_string()), 0, Vec::new())).collect();
    problem
}

/// Adds links to jobs counted from 1, as far as there are such jobs.
fn link(problem: &mut RcpspProblem, from: usize, to: i64, line: usize, faults: &mut Faults) {
    let count = problem.activities.len();
    match usize::try_from(to) {
        Ok(to) if (1..=count).contains(&to) => problem.link(from as u32, (to - 1) as u32),
        _ => faults.error(
            "unknown-job",
            || format!("line {line}"),
            || format!("job {} has the successor {to}, but the jobs are 1 to {count}", from + 1),
            "give the number of a job",
        ),
    }
}

/// The numbers of a line, if all are.
fn numbers(words: &str, line: usize, faults: &mut Faults) -> Option<Vec<i64>> {
    let mut found = Vec::new();
    let mut is_sound = true;
    for word in words.split_whitespace() {
        match i64::from_str(word) {
            Ok(number) => found.push(number),
            Err(_) => {
                is_sound = false;
                not_a_number(word, line, faults);
            }
        }
    }
    is_sound.then_some(found)
}

pub(super) fn not_a_number(word: &str, line: usize, faults: &mut Faults) {
    let shown: String = word.chars().take(40).collect();
    faults.error(
        "invalid-number",
        || format!("line {line}"),
        || format!("`{shown}` is not a whole number"),
        "look for a missing blank or a word that does not belong here",
    );
}

/// Whether a number of things can be read at all: not above a limit, and each needs some of the text.
pub(super) fn fits(
    what: &str,
    given: i64,
    most: usize,
    text: &str,
    place: &str,
    faults: &mut Faults,
) -> Option<usize> {
    let most = most.min(text.len());
    match usize::try_from(given) {
        Ok(count) if count <= most => Some(count),
        _ => {
            faults.error(
                "too-large",
                || place.into(),
                || format!("{given} {what} are not between 0 and the {most} that this text could hold"),
                "check the numbers at the begin of the text",
            );
            None
        }
    }
}

/// Reads a stream of integers: activities and resources, capacities, then for each activity duration, demands,
/// number of successors, successors.
fn patterson(text: &str) -> (RcpspProblem, Faults) {
    let mut faults = Faults::default();
    let mut line = 1;
    let lines = text.lines().enumerate();
    let mut words = lines.flat_map(|(at, line)| line.split_whitespace().map(move |word| (at + 1, word)));
    let mut next = |faults: &mut Faults, line: &mut usize| -> Option<i64> {
        match words.next() {
            Some((at, word)) => {
                *line = at;
                Some(word.parse().unwrap_or_else(|_| {
                    not_a_number(word, at, faults);
                    0
                }))
            }
            None => {
                let at = *line;
                faults.error(
                    "missing-values",
                    || format!("line {at}"),
                    || "the text ends before its last activity".into(),
                    "check the numbers of activities, resources and successors",
                );
                None
            }
        }
    };
    let mut problem = RcpspProblem::new(Vec::new());
    let mut fill = |problem: &mut RcpspProblem, faults: &mut Faults| -> Option<()> {
        let (activities, resources) = (next(faults, &mut line)?, next(faults, &mut line)?);
        let activities = fits("activities", activities, MAX_ACTIVITIES, text, "line 1", faults)?;
        let resources = fits("resources", resources, MAX_RESOURCES, text, "line 1", faults)?;
        *problem = empty(activities, resources);
        for at in 0..resources {
            problem.resources[at].capacity = next(faults, &mut line)?;
        }
        for from in 0..activities {
            problem.activities[from].duration = next(faults, &mut line)?;
            for _ in 0..resources {
                let demand = next(faults, &mut line)?;
                problem.activities[from].demands.push(demand);
            }
            let successors = next(faults, &mut line)?;
            for _ in 0..successors {
                let to = next(faults, &mut line)?;
                link(problem, from, to, line, faults);
            }
        }
        Some(())
    };
    if fill(&mut problem, &mut faults).is_some()
        && let Some((at, word)) = words.next()
    {
        let shown: String = word.chars().take(40).collect();
        faults.error(
            "too-many-values",
            || format!("line {at}"),
            || format!("`{shown}` stands behind the last activity"),
            "check the numbers of activities, resources and successors",
        );
    }
    (problem, faults)
}

/// What the lines of a PSPLIB file are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Head,
    Precedence,
    Requests,
    Capacities,
    Other,
}

/// A line of numbers with its place in the text.
type Row = (usize, Vec<i64>);

/// The parts of a PSPLIB file.
#[derive(Default)]
struct Parts {
    jobs: Option<(usize, i64)>,
    renewable: Option<(usize, i64)>,
    nonrenewable: Option<(usize, i64)>,
    precedence: Vec<Row>,
    requests: Vec<Row>,
    capacities: Vec<i64>,
    /// Last line of the capacities.
    capacities_at: usize,
}

fn psplib(text: &str) -> (RcpspProblem, Faults) {
    let mut faults = Faults::default();
    let parts = Parts::gather(text, &mut faults);
    let problem = parts.build(text, &mut faults).unwrap_or_else(|| RcpspProblem::new(Vec::new()));
    (problem, faults)
}

impl Parts {
    fn gather(text: &str, faults: &mut Faults) -> Self {
        let mut parts = Self::default();
        let mut block = Block::Head;
        for (line, content) in (1..).zip(text.lines()) {
            let content = content.trim();
            block = match content {
                _ if content.starts_with('*') => Block::Head,
                _ if content.starts_with("PRECEDENCE") => Block::Precedence,
                _ if content.starts_with("REQUESTS") => Block::Requests,
                _ if content.starts_with("RESOURCEAVAIL") || content.starts_with("RESOURCE AVAIL") => {
                    Block::Capacities
                }
                _ if content.starts_with("PROJECT INFORMATION") => Block::Other,
                _ => {
                    parts.line(block, content, line, faults);
                    block
                }
            };
        }
        parts
    }

    fn line(&mut self, block: Block, content: &str, line: usize, faults: &mut Faults) {
        match block {
            Block::Head => self.head(content, line, faults),
            Block::Other => {}
            _ if content.is_empty() || content.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') => {
            }
            _ => {
                let Some(row) = numbers(content, line, faults) else { return };
                match block {
                    Block::Precedence => self.precedence.push((line, row)),
                    Block::Requests => self.requests.push((line, row)),
                    _ => {
                        self.capacities.extend(row);
                        self.capacities_at = line;
                    }
                }
            }
        }
    }

    /// A line such as `jobs (incl. supersource/sink ):  32`.
    fn head(&mut self, content: &str, line: usize, faults: &mut Faults) {
        let Some((name, value)) = content.split_once(':') else { return };
        let name = name.trim().trim_start_matches('-').trim();
        let is_known = ["jobs", "renewable", "nonrenewable", "doubly constrained"]
            .into_iter()
            .find(|known| name.starts_with(known));
        let Some(known) = is_known else { return };
        let word = value.split_whitespace().next().unwrap_or_default();
        let Ok(number) = word.parse::<i64>() else {
            not_a_number(word, line, faults);
            return;
        };
        match known {
            "jobs" => self.jobs = Some((line, number)),
            "renewable" => self.renewable = Some((line, number)),
            "nonrenewable" => self.nonrenewable = Some((line, number)),
            _ if number != 0 => faults.error(
                "doubly-constrained-resource",
                || format!("line {line}"),
                || format!("the problem has {number} resources that are {known}"),
                "say them as a renewable and a nonrenewable resource each",
            ),
            _ => {}
        }
    }

    fn build(&self, text: &str, faults: &mut Faults) -> Option<RcpspProblem> {
        let lists = [
            ("the number of jobs", self.jobs.is_none()),
            ("the number of renewable resources", self.renewable.is_none()),
            ("PRECEDENCE RELATIONS", self.precedence.is_empty()),
            ("REQUESTS/DURATIONS", self.requests.is_empty()),
        ];
        for (name, is_missing) in lists {
            if is_missing {
                faults.error(
                    "missing-section",
                    || "text".into(),
                    || format!("`{name}` is missing"),
                    "give the text of a PSPLIB file (`.sm`) or of a Patterson file (`.rcp`)",
                );
            }
        }
        let ((jobs_at, jobs), (resources_at, resources)) = (self.jobs?, self.renewable?);
        let jobs = fits("jobs", jobs, MAX_ACTIVITIES, text, &format!("line {jobs_at}"), faults)?;
        let place = format!("line {resources_at}");
        let resources = fits("resources", resources, MAX_RESOURCES, text, &place, faults)?;
        let (taken_at, taken) = self.nonrenewable.unwrap_or((resources_at, 0));
        let taken = fits("resources", taken, MAX_RESOURCES, text, &format!("line {taken_at}"), faults)?;
        let mut problem = empty(jobs, resources);
        let name = |number| Some(format!("N{number}"));
        problem.nonrenewable =
            (1..=taken).map(|number| RcpspResource { name: name(number), capacity: 0 }).collect();
        let modes = self.links(&mut problem, faults);
        self.activities(&mut problem, &modes, faults);
        if self.capacities.len() == resources + taken {
            let all = problem.resources.iter_mut().chain(&mut problem.nonrenewable);
            for (resource, &capacity) in all.zip(&self.capacities) {
                resource.capacity = capacity;
            }
        } else {
            let given = self.capacities.len();
            faults.error(
                "wrong-number-of-values",
                || format!("line {}", self.capacities_at),
                || format!("{given} capacities are given for {} resources", resources + taken),
                "give one capacity for each resource",
            );
        }
        Some(problem)
    }

    /// The place in the list of the job that a row is about, if it is its first.
    fn job(row: &Row, least: usize, seen: &mut [bool], faults: &mut Faults) -> Option<usize> {
        let (line, values) = row;
        let count = seen.len();
        let place = || format!("line {line}");
        if values.len() < least {
            faults.error(
                "wrong-number-of-values",
                place,
                || format!("{} values are fewer than the {least} of a job", values.len()),
                "look for a number that is missing",
            );
            return None;
        }
        let job = values[0];
        let Some(at) = usize::try_from(job).ok().filter(|job| (1..=count).contains(job)) else {
            faults.error(
                "unknown-job",
                place,
                || format!("there is no job {job}: the jobs are 1 to {count}"),
                "check the number of jobs at the begin of the text",
            );
            return None;
        };
        if std::mem::replace(&mut seen[at - 1], true) {
            faults.error("repeated-job", place, || format!("job {job} is given twice"), "give each job once");
            return None;
        }
        Some(at - 1)
    }

    fn missing(block: &str, seen: &[bool], faults: &mut Faults) {
        for at in (0..seen.len()).filter(|&at| !seen[at]) {
            faults.error(
                "missing-job",
                || block.into(),
                || format!("job {} has no line in `{block}`", at + 1),
                "give each job once",
            );
        }
    }

    /// Adds the links; how many modes each job says that it has.
    fn links(&self, problem: &mut RcpspProblem, faults: &mut Faults) -> Vec<i64> {
        let mut seen = vec![false; problem.activities.len()];
        let mut modes = vec![1; problem.activities.len()];
        for row in &self.precedence {
            let Some(from) = Self::job(row, 3, &mut seen, faults) else { continue };
            let (line, values) = row;
            modes[from] = values[1];
            if usize::try_from(values[2]) != Ok(values.len() - 3) {
                faults.error(
                    "wrong-number-of-values",
                    || format!("line {line}"),
                    || {
                        let (said, given) = (values[2], values.len() - 3);
                        format!("job {} has {given} successors, but says {said}", from + 1)
                    },
                    "let the number agree with the list behind it",
                );
            }
            for &to in &values[3..] {
                link(problem, from, to, *line, faults);
            }
        }
        Self::missing("PRECEDENCE RELATIONS", &seen, faults);
        modes
    }

    /// Durations and demands. A job's first line begins with its number, those of its further modes with theirs.
    fn activities(&self, problem: &mut RcpspProblem, modes: &[i64], faults: &mut Faults) {
        let (resources, taken) = (problem.resources.len(), problem.nonrenewable.len());
        let mut seen = vec![false; problem.activities.len()];
        let mut current: Option<usize> = None;
        for row in &self.requests {
            let (line, values) = row;
            let of_current = current.filter(|&at| {
                let known = problem.activities[at].modes.len() as i64 + 1;
                values.len() == 2 + resources + taken && known < modes[at] && values[0] == known + 1
            });
            if let Some(at) = of_current {
                let (demands, consumption) = values[2..].split_at(resources);
                let (demands, consumption) = (demands.to_vec(), consumption.to_vec());
                problem.activities[at].modes.push(RcpspMode { duration: values[1], demands, consumption });
                continue;
            }
            current = Self::job(row, 3 + resources + taken, &mut seen, faults);
            let Some(at) = current else { continue };
            if values.len() != 3 + resources + taken {
                faults.error(
                    "wrong-number-of-values",
                    || format!("line {line}"),
                    || format!("job {} has more than {} demands", at + 1, resources + taken),
                    "give one demand for each resource",
                );
            }
            let activity = &mut problem.activities[at];
            activity.duration = values[2];
            activity.demands = values[3..3 + resources].to_vec();
            activity.consumption = values[3 + resources..3 + resources + taken].to_vec();
        }
        Self::missing("REQUESTS/DURATIONS", &seen, faults);
        for (at, &said) in modes.iter().enumerate() {
            let given = problem.activities[at].modes.len() as i64 + 1;
            if seen[at] && given != said {
                faults.error(
                    "wrong-number-of-modes",
                    || "REQUESTS/DURATIONS".into(),
                    || format!("job {} has {given} modes, but says {said}", at + 1),
                    "give one line for each mode",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests;
