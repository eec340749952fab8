//! Texts of several projects (`.rcmp`, MPLIB): a stream of integers. Number of projects, of resources, capacities;
//! for each project: number of activities, release, a 0 or 1 for each resource (whether it uses it), then for each
//! activity: duration, demands, number of successors, successors as `project:activity`.

use super::limits::{MAX_ACTIVITIES, MAX_RESOURCES};
use super::problem::{RcpspActivity, RcpspLink, RcpspProblem, RcpspProject};
use super::read::{fits, not_a_number};
use super::validate::Faults;

/// Words with their lines.
struct Words<'a> {
    words: std::vec::IntoIter<(usize, &'a str)>,
    line: usize,
}

impl<'a> Words<'a> {
    fn word(&mut self, faults: &mut Faults) -> Option<&'a str> {
        let Some((line, word)) = self.words.next() else {
            let line = self.line;
            let message = || "the text ends before its last activity".into();
            let help = "check the numbers of projects, activities, resources and successors";
            faults.error("missing-values", || format!("line {line}"), message, help);
            return None;
        };
        self.line = line;
        Some(word)
    }

    fn number(&mut self, faults: &mut Faults) -> Option<i64> {
        let word = self.word(faults)?;
        Some(word.parse().unwrap_or_else(|_| {
            not_a_number(word, self.line, faults);
            0
        }))
    }

    fn count(&mut self, what: &str, most: usize, text: &str, faults: &mut Faults) -> Option<usize> {
        let number = self.number(faults)?;
        fits(what, number, most, text, &format!("line {}", self.line), faults)
    }
}

pub(super) fn projects(text: &str) -> (RcpspProblem, Faults) {
    let mut faults = Faults::default();
    let problem = read(text, &mut faults).unwrap_or_else(|| RcpspProblem::new(Vec::new()));
    (problem, faults)
}

fn read(text: &str, faults: &mut Faults) -> Option<RcpspProblem> {
    let lines = text.lines().enumerate();
    let words: Vec<(usize, &str)> =
        lines.flat_map(|(at, line)| line.split_whitespace().map(move |word| (at + 1, word))).collect();
    let mut words = Words { words: words.into_iter(), line: 1 };
    let projects = words.count("projects", MAX_ACTIVITIES, text, faults)?;
    let resources = words.count("resources", MAX_RESOURCES, text, faults)?;
    let mut problem = super::read::empty(0, resources);
    for at in 0..resources {
        problem.resources[at].capacity = words.number(faults)?;
    }
    // Successors with their lines, resolved when all projects are known.
    let mut waiting: Vec<(u32, &str, usize)> = Vec::new();
    for project in 1..=projects {
        let count = words.count("activities", MAX_ACTIVITIES, text, faults)?;
        let release = words.number(faults)?;
        for _ in 0..resources {
            words.number(faults)?;
        }
        let first = problem.activities.len() as u32;
        for at in 1..=count {
            let mut activity =
                RcpspActivity::new(Some(format!("{project}:{at}")), words.number(faults)?, Vec::new());
            for _ in 0..resources {
                activity.demands.push(words.number(faults)?);
            }
            let from = problem.activities.len() as u32;
            problem.activities.push(activity);
            for _ in 0..words.number(faults)? {
                let word = words.word(faults)?;
                waiting.push((from, word, words.line));
            }
        }
        let name = Some(project.to_string());
        problem.projects.push(RcpspProject { name, first, count: count as u32, release, due: None });
    }
    if let Some((line, word)) = words.words.next() {
        let shown: String = word.chars().take(40).collect();
        let help = "check the numbers of projects, activities, resources and successors";
        let message = || format!("`{shown}` stands behind the last activity");
        faults.error("too-many-values", || format!("line {line}"), message, help);
    }
    for (from, word, line) in waiting {
        match successor(word, &problem.projects) {
            Some(to) => problem.links.push(RcpspLink { from, to, lag: 0 }),
            None => {
                let shown: String = word.chars().take(40).collect();
                let message = || format!("there is no activity `{shown}`");
                faults.error(
                    "unknown-job",
                    || format!("line {line}"),
                    message,
                    "write it as `project:activity`",
                );
            }
        }
    }
    released(&mut problem);
    Some(problem)
}

fn successor(word: &str, projects: &[RcpspProject]) -> Option<u32> {
    let (project, activity) = word.split_once(':')?;
    let project = projects.get(project.parse::<usize>().ok()?.checked_sub(1)?)?;
    let at = activity.parse::<u32>().ok()?.checked_sub(1)?;
    (at < project.count).then(|| project.first + at)
}

/// Puts an activity before each project with a release, as long as that and using nothing.
fn released(problem: &mut RcpspProblem) {
    // Which activities wait for one of their own project, and so for its release.
    let mut waits = vec![false; problem.activities.len()];
    let project_of = |at: u32| problem.projects.partition_point(|project| project.first <= at);
    for link in problem.links.iter().filter(|link| project_of(link.from) == project_of(link.to)) {
        waits[link.to as usize] = true;
    }
    for project in &problem.projects {
        if project.release <= 0 {
            continue;
        }
        let name = project.name.as_ref().map(|name| format!("{name}:release"));
        problem.activities.push(RcpspActivity::new(name, project.release, Vec::new()));
        let from = (problem.activities.len() - 1) as u32;
        let own = project.first..project.first + project.count;
        let firsts = own.filter(|&at| !waits[at as usize]);
        problem.links.extend(firsts.map(|to| RcpspLink { from, to, lag: 0 }));
    }
}

#[cfg(test)]
mod tests {
    use crate::rcpsp::{RcpspOptions, check, read, solve};

    /// Two projects that share a resource; the second is released at 4 and waits for the first.
    const SMALL: &str = "2 1\n1\n2 0\n1\n3 1 1 1:2\n2 1 1 2:1\n1 4\n1\n5 1 0\n";

    #[test]
    fn projects_become_one_problem_with_their_releases() {
        let problem = read(SMALL).unwrap();
        assert_eq!((problem.activities.len(), problem.links.len(), problem.projects.len()), (4, 3, 2));
        let own = SMALL.replace("2 1 1 2:1", "2 1 0");
        let problem = read(&own).unwrap();
        assert_eq!(problem.links.len(), 2);
        let mut solution = solve(&problem, &RcpspOptions::default(), &mut ()).unwrap();
        assert_eq!(solution.makespan, 10);
        assert!(check(&problem, &solution).unwrap().accepts());
        solution.starts[2] = 0;
        let found = check(&problem, &solution).unwrap().findings;
        assert!(found.iter().any(|issue| issue.code == "before-release"));
    }

    #[test]
    fn every_fault_has_its_line() {
        let codes = |text: &str| -> Vec<(String, String)> {
            let issues = read(text).unwrap_err().into_vec();
            issues.into_iter().map(|issue| (issue.code.into_owned(), issue.at)).collect()
        };
        let expect = |code: &str, at: &str| vec![(code.to_owned(), at.to_owned())];
        assert_eq!(codes(&SMALL.replace("2:1", "2:2")), expect("unknown-job", "line 6"));
        assert_eq!(codes(&SMALL.replace("5 1 0", "5 1")), expect("missing-values", "line 9"));
        assert_eq!(codes(&(SMALL.to_owned() + "7")), expect("too-many-values", "line 10"));
        assert_eq!(codes("999999999 1 1:1"), expect("too-large", "line 1"));
    }
}
