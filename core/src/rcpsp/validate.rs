//! Every fault of a problem, and the problem in dense integers.

use std::collections::BTreeMap;

use super::cycle::cycles;
use super::engine::{Instance, Link, gcd};
use super::limits::{
    MAX_ACTIVITIES, MAX_CAPACITY, MAX_DEMANDS, MAX_HORIZON, MAX_ISSUES_OF_ONE_CODE, MAX_LINKS, MAX_MOMENTS,
    MAX_NAME_BYTES, MAX_RESOURCES,
};
use super::options::RcpspOptions;
use super::problem::{PROBLEM_FORMAT, RcpspActivity, RcpspProblem};
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// How many activities of a cycle are shown.
const MAX_SHOWN: usize = 12;

/// Where faults are gathered: the first of each code, and how many more there are.
#[derive(Debug, Default)]
pub(super) struct Faults {
    issues: Vec<Issue>,
    counts: BTreeMap<&'static str, usize>,
}

impl Faults {
    /// Notes an error; its place and message are made only if it is kept.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        place: impl FnOnce() -> String,
        message: impl FnOnce() -> String,
        help: &str,
    ) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= MAX_ISSUES_OF_ONE_CODE {
            self.issues.push(Issue::error(code, place(), message()).with_help(help));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// The issues, with a word on those left out.
    pub(super) fn into_issues(mut self) -> Vec<Issue> {
        for (code, count) in self.counts {
            if let Some(more @ 1..) = count.checked_sub(MAX_ISSUES_OF_ONE_CODE) {
                let message = format!("{more} more issues have the code `{code}`");
                self.issues.push(Issue::info("more-issues", "document", message));
            }
        }
        self.issues
    }
}

impl RcpspProblem {
    /// Every fault of the problem, sorted; empty if it can be solved.
    ///
    /// # Complexity
    /// O(activities × resources + links).
    pub fn validate(&self) -> Vec<Issue> {
        Issues::new(faults(self).into_issues()).into_vec()
    }
}

/// The problem in dense integers, if neither it nor the options have a fault.
pub(super) fn compile(problem: &RcpspProblem, options: &RcpspOptions) -> Result<Instance, Issues> {
    let mut issues = faults(problem).into_issues();
    issues.extend(options.faults(problem));
    issues.extend(unsolved(problem));
    Issues::check(issues)?;
    let resources = problem.resources.len();
    let mut demand = Vec::with_capacity(problem.activities.len() * resources);
    for activity in &problem.activities {
        demand.extend_from_slice(&activity.demands);
        if activity.demands.is_empty() {
            demand.resize(demand.len() + resources, 0);
        }
    }
    let mut links: Vec<Link> = problem
        .links
        .iter()
        .map(|link| Link {
            from: link.from,
            to: link.to,
            lag: problem.activities[link.from as usize].duration + link.lag,
        })
        .collect();
    // Of repeated links the longest counts.
    links.arrange_by(|a, b| (a.from, a.to, -a.lag).cmp(&(b.from, b.to, -b.lag)));
    links.dedup_by_key(|link| (link.from, link.to));
    Ok(Instance {
        duration: problem.activities.iter().map(|activity| activity.duration).collect(),
        demand,
        capacity: problem.resources.iter().map(|resource| resource.capacity).collect(),
        links,
    })
}

/// What no search of this version keeps.
fn unsolved(problem: &RcpspProblem) -> Vec<Issue> {
    let mut issues = Vec::new();
    let with_modes = problem.activities.iter().position(|activity| !activity.modes.is_empty());
    if with_modes.is_some() || !problem.nonrenewable.is_empty() {
        let place = with_modes.map_or_else(|| "nonrenewable".into(), |at| format!("activities/{at}/modes"));
        let message = "the search does not choose modes and keeps no nonrenewable resources yet";
        let help = "choose a mode for each activity and give the problem that is left; `check` judges schedules of it";
        issues.push(Issue::error("unsolved-modes", place, message).with_help(help));
    }
    if !problem.max_lags.is_empty() {
        let message = "the search keeps no maximum lags yet";
        let help = "leave them out for a bound; `check` judges schedules with them";
        issues.push(Issue::error("unsolved-maximum-lags", "max_lags", message).with_help(help));
    }
    issues
}

/// Every fault of a problem.
pub(super) fn faults(problem: &RcpspProblem) -> Faults {
    let mut faults = Faults::default();
    if problem.format != PROBLEM_FORMAT {
        let shown: String = problem.format.chars().take(40).collect();
        faults.error(
            "unsupported-format",
            || "format".into(),
            || format!("the format `{shown}` is not `{PROBLEM_FORMAT}`"),
            "give `paceline-rcpsp/1`, or leave the format out",
        );
    }
    sizes(problem, &mut faults);
    // What is too large is not looked at any closer.
    if !faults.is_empty() && faults.counts.contains_key("too-large") {
        return faults;
    }
    names(problem, &mut faults);
    resources(problem, &mut faults);
    activities(problem, &mut faults);
    links(problem, &mut faults);
    modes(problem, &mut faults);
    max_lags(problem, &mut faults);
    projects(problem, &mut faults);
    horizon(problem, &mut faults);
    faults
}

fn sizes(problem: &RcpspProblem, faults: &mut Faults) {
    let (activities, resources) = (problem.activities.len(), problem.resources.len());
    let modes: usize = problem.activities.iter().map(|activity| 1 + activity.modes.len()).sum();
    let sizes = [
        ("modes", modes, MAX_ACTIVITIES),
        ("maximum lags", problem.max_lags.len(), MAX_LINKS),
        ("nonrenewable resources", problem.nonrenewable.len(), MAX_RESOURCES),
        ("projects", problem.projects.len(), MAX_ACTIVITIES),
        ("activities", activities, MAX_ACTIVITIES),
        ("links", problem.links.len(), MAX_LINKS),
        ("resources", resources, MAX_RESOURCES),
        ("demands", modes.saturating_mul(resources + problem.nonrenewable.len()), MAX_DEMANDS),
    ];
    for (name, size, most) in sizes {
        if size > most {
            faults.error(
                "too-large",
                || name.into(),
                || format!("{size} {name} are more than the {most} that are accepted"),
                "split the problem",
            );
        }
    }
}

fn names(problem: &RcpspProblem, faults: &mut Faults) {
    let of_activities = problem.activities.iter().map(|one| ("activities", &one.name)).enumerate();
    let of_resources = problem.resources.iter().map(|one| ("resources", &one.name)).enumerate();
    for (number, (list, name)) in of_activities.chain(of_resources) {
        if let Some(name) = name
            && name.len() > MAX_NAME_BYTES
        {
            faults.error(
                "name-too-long",
                || format!("{list}/{number}/name"),
                || format!("a name of {} bytes is longer than {MAX_NAME_BYTES}", name.len()),
                "give a shorter name",
            );
        }
    }
}

fn resources(problem: &RcpspProblem, faults: &mut Faults) {
    let lists = [("resources", &problem.resources), ("nonrenewable", &problem.nonrenewable)];
    for (list, number, resource) in
        lists.into_iter().flat_map(|(list, all)| all.iter().enumerate().map(move |(at, one)| (list, at, one)))
    {
        let capacity = resource.capacity;
        if !(0..=MAX_CAPACITY).contains(&capacity) {
            faults.error(
                "invalid-capacity",
                || format!("{list}/{number}/capacity"),
                || format!("a capacity of {capacity} is not between 0 and {MAX_CAPACITY}"),
                "count the resource in other units",
            );
        }
    }
}

fn activities(problem: &RcpspProblem, faults: &mut Faults) {
    for (number, activity) in (0u32..).zip(&problem.activities) {
        let duration = activity.duration;
        if !(0..=MAX_HORIZON).contains(&duration) {
            faults.error(
                "invalid-duration",
                || format!("activities/{number}/duration"),
                || {
                    let shown = problem.show(number);
                    format!("the duration of activity {shown} is {duration}, not between 0 and {MAX_HORIZON}")
                },
                "give a whole number of units of time; 0 for a milestone",
            );
        }
        demands(problem, number, faults);
    }
}

fn demands(problem: &RcpspProblem, number: u32, faults: &mut Faults) {
    let demands = &problem.activities[number as usize].demands;
    if !demands.is_empty() && demands.len() != problem.resources.len() {
        faults.error(
            "wrong-number-of-demands",
            || format!("activities/{number}/demands"),
            || {
                let (shown, given, needed) = (problem.show(number), demands.len(), problem.resources.len());
                format!("activity {shown} has {given} demands for {needed} resources")
            },
            "give one demand for each resource, in their order, or none at all",
        );
    }
    for (resource, (&demand, one)) in demands.iter().zip(&problem.resources).enumerate() {
        let place = || format!("activities/{number}/demands/{resource}");
        if demand < 0 {
            faults.error(
                "negative-demand",
                place,
                || format!("activity {} asks for {demand} of resource {resource}", problem.show(number)),
                "give 0 if it does not use the resource",
            );
        } else if demand > one.capacity && problem.activities[number as usize].modes.is_empty() {
            faults.error(
                "demand-above-capacity",
                place,
                || {
                    let (shown, capacity) = (problem.show(number), one.capacity);
                    format!("activity {shown} asks for {demand} of resource {resource}, which has {capacity}")
                },
                "no schedule can keep this: ask for less, or raise the capacity",
            );
        }
    }
}

fn links(problem: &RcpspProblem, faults: &mut Faults) {
    let count = problem.activities.len();
    let place = |link: &super::RcpspLink| format!("links/{}->{}", link.from, link.to);
    let mut is_sound = true;
    for link in &problem.links {
        let unknown = [link.from, link.to].into_iter().find(|&end| end as usize >= count);
        if let Some(end) = unknown {
            is_sound = false;
            faults.error(
                "unknown-activity",
                || place(link),
                || format!("there is no activity {end}: there are {count}, counted from 0"),
                "give the place of an activity in the list",
            );
        } else if link.from == link.to {
            faults.error(
                "self-link",
                || place(link),
                || format!("activity {} waits for itself", problem.show(link.from)),
                "remove this link",
            );
        } else if !(-MAX_HORIZON..=MAX_HORIZON).contains(&link.lag)
            || problem.activities[link.from as usize].duration.saturating_add(link.lag) < 0
        {
            faults.error(
                "invalid-lag",
                || place(link),
                || {
                    let (from, to) = (problem.show(link.from), problem.show(link.to));
                    format!("the lag {} lets {to} start before {from}, or is beyond {MAX_HORIZON}", link.lag)
                },
                "a lag is at least the duration of the first activity with a minus sign",
            );
        }
    }
    if !is_sound {
        return;
    }
    for cycle in cycles(count, &problem.links) {
        let first = cycle[0];
        let next = cycle.get(1).copied().unwrap_or(first);
        faults.error(
            "link-cycle",
            || format!("links/{first}->{next}"),
            || format!("activities wait for each other: {}", arrows(problem, &cycle)),
            "remove or turn round one of these links",
        );
    }
}

/// Further modes, and what activities take of nonrenewable resources.
fn modes(problem: &RcpspProblem, faults: &mut Faults) {
    let (resources, nonrenewable) = (problem.resources.len(), problem.nonrenewable.len());
    let fits = |given: &[i64], needed: usize| {
        (given.is_empty() || given.len() == needed)
            && given.iter().all(|amount| (0..=MAX_CAPACITY).contains(amount))
    };
    for (number, activity) in problem.activities.iter().enumerate() {
        if !fits(&activity.consumption, nonrenewable) {
            faults.error(
                "invalid-consumption",
                || format!("activities/{number}/consumption"),
                || format!("activity {number} does not take an amount of each of {nonrenewable} resources"),
                "give one amount from 0 on for each nonrenewable resource, or none at all",
            );
        }
        for (at, mode) in (1..).zip(&activity.modes) {
            let is_sound = (0..=MAX_HORIZON).contains(&mode.duration)
                && fits(&mode.demands, resources)
                && fits(&mode.consumption, nonrenewable);
            if !is_sound {
                faults.error(
                    "invalid-mode",
                    || format!("activities/{number}/modes/{}", at - 1),
                    || {
                        format!(
                            "mode {at} of activity {number} has no valid duration, demands or consumption"
                        )
                    },
                    "give a duration from 0 on, and one number for each resource or none at all",
                );
            }
        }
        let is_possible = |demands: &[i64]| {
            demands.iter().zip(&problem.resources).all(|(demand, resource)| *demand <= resource.capacity)
        };
        let mut all = activity.modes.iter().map(|mode| &mode.demands);
        if !activity.modes.is_empty() && !is_possible(&activity.demands) && !all.any(|one| is_possible(one)) {
            faults.error(
                "demand-above-capacity",
                || format!("activities/{number}/modes"),
                || format!("every mode of activity {number} asks for more of a resource than there is"),
                "no schedule can keep this: ask for less, or raise the capacity",
            );
        }
    }
}

fn max_lags(problem: &RcpspProblem, faults: &mut Faults) {
    let count = problem.activities.len();
    for lag in &problem.max_lags {
        let place = || format!("max_lags/{}->{}", lag.from, lag.to);
        if let Some(end) = [lag.from, lag.to].into_iter().find(|&end| end as usize >= count) {
            let message = || format!("there is no activity {end}: there are {count}, counted from 0");
            faults.error("unknown-activity", place, message, "give the place of an activity in the list");
        } else if !(0..=MAX_HORIZON).contains(&lag.lag) {
            let message = || format!("the maximum lag {} is not between 0 and {MAX_HORIZON}", lag.lag);
            faults.error("invalid-lag", place, message, "a start cannot have to be before the other one");
        }
    }
}

fn projects(problem: &RcpspProblem, faults: &mut Faults) {
    for (number, project) in problem.projects.iter().enumerate() {
        let end = u64::from(project.first) + u64::from(project.count);
        let name_fits = project.name.as_ref().is_none_or(|name| name.len() <= MAX_NAME_BYTES);
        if end > problem.activities.len() as u64
            || !(0..=MAX_HORIZON).contains(&project.release)
            || !name_fits
        {
            faults.error(
                "invalid-project",
                || format!("projects/{number}"),
                || {
                    "its activities are not all there, its release is out of range, or its name too long"
                        .into()
                },
                "give the first activity and how many there are, and a release from 0 on",
            );
        }
    }
}

/// A cycle for people, shortened in the middle when long.
fn arrows(problem: &RcpspProblem, cycle: &[u32]) -> String {
    let mut text = String::new();
    for (position, &number) in cycle.iter().enumerate() {
        if cycle.len() <= MAX_SHOWN || position + 1 < MAX_SHOWN || position + 1 == cycle.len() {
            text.push_str(&format!("{} -> ", problem.show(number)));
        } else if position + 1 == MAX_SHOWN {
            text.push_str(&format!("… {} more … -> ", cycle.len() - MAX_SHOWN));
        }
    }
    text + &problem.show(cycle[0]).to_string()
}

/// The sum that bounds every schedule worth considering.
fn horizon(problem: &RcpspProblem, faults: &mut Faults) {
    let of_modes =
        |activity: &RcpspActivity| activity.modes.iter().map(|mode| mode.duration).max().unwrap_or(0);
    let mut longest: Vec<i64> =
        problem.activities.iter().map(|one| one.duration.max(of_modes(one)).max(0)).collect();
    for link in &problem.links {
        if let Some(one) = problem.activities.get(link.from as usize) {
            let lag = one.duration.saturating_add(link.lag);
            let known = &mut longest[link.from as usize];
            *known = (*known).max(lag);
        }
    }
    let total = longest.iter().fold(0i64, |sum, &one| sum.saturating_add(one));
    let lags = problem.links.iter().map(|link| link.lag);
    let times = problem.activities.iter().map(|activity| activity.duration).chain(lags);
    let unit = times.fold(0, gcd).max(1);
    let wide = i64::try_from(problem.resources.len().div_ceil(4)).unwrap_or(i64::MAX).max(1);
    if total <= MAX_HORIZON && total / unit > MAX_MOMENTS / wide {
        faults.error(
            "horizon-too-fine",
            || "activities".into(),
            || {
                format!(
                    "durations and lags sum up to {total} in units of {unit}: more than {MAX_MOMENTS} moments"
                )
            },
            "round durations and lags to a larger common unit",
        );
    }
    if total > MAX_HORIZON {
        faults.error(
            "horizon-too-long",
            || "activities".into(),
            || format!("durations and lags sum up to {total}, more than {MAX_HORIZON}"),
            "count time in larger units",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(problem: &RcpspProblem) -> Vec<(String, String)> {
        problem.validate().into_iter().map(|issue| (issue.code.into_owned(), issue.at)).collect()
    }

    fn small() -> RcpspProblem {
        let mut problem = RcpspProblem::new(vec![2, 3]);
        for duration in 0..4 {
            problem.add(duration, vec![1, 0]);
        }
        problem
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let mut problem = small();
        problem.format = "paceline-rcpsp/9".into();
        problem.resources[0].capacity = -1;
        problem.activities[0].duration = -1;
        problem.activities[1].demands = vec![1];
        problem.activities[2].demands = vec![-1, 4];
        problem.link(0, 9);
        problem.link(1, 1);
        problem.links.push(super::super::RcpspLink { from: 3, to: 1, lag: -4 });
        let expected = [
            ("demand-above-capacity", "activities/0/demands/0"),
            ("demand-above-capacity", "activities/1/demands/0"),
            ("demand-above-capacity", "activities/2/demands/1"),
            ("demand-above-capacity", "activities/3/demands/0"),
            ("invalid-capacity", "resources/0/capacity"),
            ("invalid-duration", "activities/0/duration"),
            ("invalid-lag", "links/3->1"),
            ("negative-demand", "activities/2/demands/0"),
            ("self-link", "links/1->1"),
            ("unknown-activity", "links/0->9"),
            ("unsupported-format", "format"),
            ("wrong-number-of-demands", "activities/1/demands"),
        ];
        let expected: Vec<(String, String)> =
            expected.into_iter().map(|(code, at)| (code.into(), at.into())).collect();
        assert_eq!(codes(&problem), expected);
    }

    #[test]
    fn a_cycle_is_named_with_its_path() {
        let mut problem = small();
        problem.activities[2].name = Some("paint".into());
        problem.link(0, 1);
        problem.link(3, 1);
        problem.link(1, 2);
        problem.link(2, 3);
        let issues = problem.validate();
        assert_eq!(issues.len(), 1);
        assert_eq!(issues[0].at, "links/1->2");
        assert_eq!(issues[0].message, "activities wait for each other: 1 -> 2 `paint` -> 3 -> 1");
    }

    #[test]
    fn moments_are_counted_in_the_common_unit() {
        let mut problem = small();
        problem.activities.iter_mut().for_each(|activity| activity.duration = 3_600 * 4_000_000);
        assert!(problem.validate().is_empty());
        problem.activities[0].duration += 1;
        assert_eq!(codes(&problem), [("horizon-too-fine".into(), "activities".into())]);
    }

    #[test]
    fn sums_beyond_the_horizon_are_refused_without_overflow() {
        let mut problem = small();
        problem.activities.iter_mut().for_each(|activity| activity.duration = MAX_HORIZON);
        assert_eq!(codes(&problem), [("horizon-too-long".into(), "activities".into())]);
        problem.activities.iter_mut().for_each(|activity| activity.duration = i64::MAX);
        problem.links.push(super::super::RcpspLink { from: 0, to: 1, lag: i64::MAX });
        problem.links.push(super::super::RcpspLink { from: 1, to: 2, lag: i64::MIN });
        assert!(codes(&problem).iter().any(|(code, _)| code == "horizon-too-long"));
    }

    #[test]
    fn long_lists_of_faults_end() {
        let mut problem = RcpspProblem::new(vec![1]);
        for _ in 0..1000 {
            problem.add(1, vec![2]);
        }
        let issues = problem.validate();
        assert_eq!(issues.len(), MAX_ISSUES_OF_ONE_CODE + 1);
        assert_eq!(issues[MAX_ISSUES_OF_ONE_CODE].code, "more-issues");
    }

    #[test]
    fn repeated_links_count_once_and_demands_may_be_left_out() {
        let mut problem = small();
        problem.activities[1].demands.clear();
        problem.link(3, 1);
        problem.links.push(super::super::RcpspLink { from: 3, to: 1, lag: 5 });
        problem.link(2, 1);
        let instance = compile(&problem, &RcpspOptions::default()).unwrap();
        let expected = [Link { from: 2, to: 1, lag: 2 }, Link { from: 3, to: 1, lag: 8 }];
        assert_eq!(instance.links, expected);
        assert_eq!(instance.demand, [1, 0, 0, 0, 1, 0, 1, 0]);
    }
}
