//! Certificates: paths, energy, cliques; refutations are replayed elsewhere.

use super::Findings;
use super::facts::Facts;
use super::replay;
use crate::Issue;
use crate::rcpsp::{RcpspCertificate, RcpspSolution};

/// Judges the certificate by the facts in units of time; the bound that it proves.
pub(super) fn judge(
    facts: &Facts<'_>,
    unit: i64,
    solution: &RcpspSolution,
    work: u64,
    findings: &mut Findings,
) -> i64 {
    let before = findings.0.len();
    let proven = match &solution.certificate {
        RcpspCertificate::Path { activities } => {
            named(facts, activities, findings).and_then(|path| self::path(facts, &path, findings))
        }
        RcpspCertificate::Energy { resource, activities } => {
            named(facts, activities, findings).and_then(|set| energy(facts, *resource, &set, findings))
        }
        RcpspCertificate::Clique { activities } => {
            named(facts, activities, findings).and_then(|set| clique(facts, &set, work, findings))
        }
        RcpspCertificate::Refutation { makespan, nogoods } => {
            replay::judge(facts, unit, *makespan, nogoods, work, findings)
        }
    };
    let proven = proven.unwrap_or(0).saturating_mul(unit);
    if findings.0.len() == before && proven < solution.bound {
        let message = format!("the certificate proves {proven}, but the bound is {}", solution.bound);
        findings.add(|| Issue::error("bound-not-proven", "certificate", message));
    }
    proven
}

/// The activities of a certificate, if each of them exists and is named once.
fn named(facts: &Facts<'_>, activities: &[u32], findings: &mut Findings) -> Option<Vec<usize>> {
    let mut seen = vec![false; facts.count()];
    for &activity in activities {
        let place = || format!("certificate/activities/{activity}");
        match seen.get_mut(activity as usize) {
            None => {
                let message = format!("there is no activity {activity}");
                findings.add(|| Issue::error("unknown-activity", place(), message));
                return None;
            }
            Some(true) => {
                let message = format!("activity {activity} is named twice");
                findings.add(|| Issue::error("repeated-activity", place(), message));
                return None;
            }
            Some(seen) => *seen = true,
        }
    }
    Some(activities.iter().map(|&activity| activity as usize).collect())
}

fn path(facts: &Facts<'_>, path: &[usize], findings: &mut Findings) -> Option<i64> {
    let mut length = 0;
    for pair in path.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let lag = facts.after[from].iter().filter(|(next, _)| *next == to).map(|(_, lag)| *lag).max();
        let Some(lag) = lag else {
            let message = format!("activity {to} does not wait for {from}");
            findings.add(|| Issue::error("not-linked", format!("certificate/activities/{to}"), message));
            return None;
        };
        length += lag;
    }
    Some(length + path.last().map_or(0, |&last| facts.duration(last)))
}

fn energy(facts: &Facts<'_>, resource: u32, set: &[usize], findings: &mut Findings) -> Option<i64> {
    let resource = resource as usize;
    if resource >= facts.resources() {
        let message = format!("there is no resource {resource}");
        findings.add(|| Issue::error("unknown-resource", "certificate/resource", message));
        return None;
    }
    // Demand × duration is at most capacity × horizon, below 2^63 for one activity, but not for their sum.
    let work: i128 =
        set.iter().map(|&at| i128::from(facts.duration(at)) * i128::from(facts.demand(at, resource))).sum();
    let capacity = i128::from(facts.capacity(resource));
    let needed = if work == 0 { 0 } else { (work + capacity - 1) / capacity };
    let (head, tail) = ends(facts, set);
    Some(i64::try_from(needed).ok()? + head + tail)
}

fn clique(facts: &Facts<'_>, set: &[usize], work: u64, findings: &mut Findings) -> Option<i64> {
    let cost =
        set.len() as u64 * (facts.problem.links.len() + facts.count() * (1 + facts.resources())) as u64;
    if cost > work {
        let message = format!("a clique of {} activities takes more work to judge than allowed", set.len());
        findings.add(|| Issue::warning("proof-too-long", "certificate", message));
        return None;
    }
    // For each activity, which of the others its links let start only when it is over.
    let over: Vec<Vec<bool>> = set
        .iter()
        .map(|&from| {
            let distance = distances(facts, from);
            set.iter().map(|&to| distance[to] >= facts.duration(from)).collect()
        })
        .collect();
    for (position, &a) in set.iter().enumerate() {
        for (other, &b) in set.iter().enumerate().take(position) {
            if !over[position][other] && !over[other][position] && !facts.exclude(a, b) {
                let message = format!("activities {b} and {a} can run at the same time");
                findings.add(|| Issue::error("can-overlap", format!("certificate/activities/{a}"), message));
                return None;
            }
        }
    }
    let (head, tail) = ends(facts, set);
    Some(set.iter().map(|&at| facts.duration(at)).sum::<i64>() + head + tail)
}

/// Longest paths from the start of one activity to those of the others; below 0 where there is none.
fn distances(facts: &Facts<'_>, from: usize) -> Vec<i64> {
    let mut distance = vec![-1; facts.count()];
    distance[from] = 0;
    for &at in &facts.order {
        if distance[at] >= 0 {
            for &(to, lag) in &facts.after[at] {
                distance[to] = distance[to].max(distance[at] + lag);
            }
        }
    }
    distance[from] = -1;
    distance
}

/// Least head and least tail.
fn ends(facts: &Facts<'_>, set: &[usize]) -> (i64, i64) {
    let head = set.iter().map(|&at| facts.head[at]).min().unwrap_or(0);
    let tail = set.iter().map(|&at| facts.tail[at]).min().unwrap_or(0);
    (head, tail)
}
