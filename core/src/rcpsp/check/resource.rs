//! What follows from a resource: time-table, pairs that cannot overlap, energy of intervals.

use super::domain::{Domain, Halt, Step};
use super::facts::Facts;
use crate::sort::Arrange;

/// Most pairs of activities that cannot overlap.
const MAX_PAIRS: usize = 20_000_000;

/// Pairs that cannot overlap because of what they ask for together, by activity.
pub(super) fn pairs(facts: &Facts<'_>, domain: &mut Domain) -> Result<Vec<Vec<usize>>, Halt> {
    let count = facts.count();
    let mut partners = vec![Vec::new(); count];
    let mut found = 0;
    for a in 0..count {
        domain.spend(a * facts.resources())?;
        for b in 0..a {
            if facts.duration(a) > 0 && facts.duration(b) > 0 && facts.exclude(a, b) {
                partners[a].push(b);
                partners[b].push(a);
                found += 1;
            }
        }
        if found > MAX_PAIRS {
            return Err(Halt::TooLong);
        }
    }
    Ok(partners)
}

/// Of two that cannot overlap one goes first: if it cannot be the one, it is the other.
pub(super) fn apart(facts: &Facts<'_>, domain: &mut Domain, partners: &[usize], at: usize) -> Step {
    domain.spend(partners.len())?;
    for &other in partners {
        for (first, second) in [(at, other), (other, at)] {
            if domain.low[first] + facts.duration(first) > domain.high[second] {
                domain.at_least(first, domain.low[second] + facts.duration(second))?;
                domain.at_most(second, domain.high[first] - facts.duration(second))?;
            }
        }
    }
    Ok(())
}

/// An activity on a resource.
#[derive(Debug, Clone, Copy)]
struct User {
    at: usize,
    duration: i64,
    demand: i64,
}

/// A resource with the activities that use it.
#[derive(Debug)]
pub(super) struct Resource {
    capacity: i64,
    users: Vec<User>,
}

/// A time in which the same activities must run: from, to, what they ask for.
type Segment = (i64, i64, i64);

impl Resource {
    pub(super) fn gather(facts: &Facts<'_>, resource: usize) -> Self {
        let users = (0..facts.count())
            .map(|at| User { at, duration: facts.duration(at), demand: facts.demand(at, resource) })
            .filter(|user| user.demand > 0 && user.duration > 0);
        Self { capacity: facts.capacity(resource), users: users.collect() }
    }

    pub(super) fn users(&self) -> impl Iterator<Item = usize> + '_ {
        self.users.iter().map(|user| user.at)
    }

    /// The time-table (Lahrichi 1982): every activity that starts at the latest before it can end at the earliest
    /// runs in between; the others go where what is left suffices.
    pub(super) fn time_table(&self, domain: &mut Domain) -> Step {
        let segments = self.segments(domain)?;
        if segments.is_empty() {
            return Ok(());
        }
        for &user in &self.users {
            let own = (domain.high[user.at], domain.low[user.at] + user.duration);
            let blocks = |&(from, to, used): &Segment| {
                let is_own = own.0 <= from && to <= own.1;
                !is_own && used + user.demand > self.capacity
            };
            let first = segments.partition_point(|segment| segment.1 <= domain.low[user.at]);
            let mut start = domain.low[user.at];
            for segment in &segments[first..] {
                domain.spend(1)?;
                if segment.0 >= start + user.duration {
                    break;
                }
                if segment.1 > start && blocks(segment) {
                    start = segment.1;
                }
            }
            domain.at_least(user.at, start)?;
            let last = segments.partition_point(|segment| segment.0 < domain.high[user.at] + user.duration);
            let mut finish = domain.high[user.at] + user.duration;
            for segment in segments[..last].iter().rev() {
                domain.spend(1)?;
                if segment.1 <= finish - user.duration {
                    break;
                }
                if segment.0 < finish && blocks(segment) {
                    finish = segment.0;
                }
            }
            domain.at_most(user.at, finish - user.duration)?;
        }
        Ok(())
    }

    /// Where the resource is in use whatever the starts will be.
    fn segments(&self, domain: &mut Domain) -> Result<Vec<Segment>, Halt> {
        let mut changes: Vec<(i64, i64)> = Vec::new();
        domain.spend(self.users.len())?;
        for user in &self.users {
            let (from, to) = (domain.high[user.at], domain.low[user.at] + user.duration);
            if from < to {
                changes.push((from, user.demand));
                changes.push((to, -user.demand));
            }
        }
        domain.spend(changes.len() * (changes.len() + 1).ilog2() as usize)?;
        changes.arrange();
        let (mut segments, mut used, mut since) = (Vec::with_capacity(changes.len()), 0, 0);
        for (time, change) in changes {
            if used > 0 && time > since {
                segments.push((since, time, used));
                if used > self.capacity {
                    return Err(Halt::Contradiction);
                }
            }
            used += change;
            since = time;
        }
        Ok(segments)
    }

    /// Energy of intervals (Baptiste, Le Pape, Nuijten 1999): whatever the starts, what must run within an interval
    /// fits into it.
    ///
    /// It suffices to look at the intervals that begin where an activity can start or end first or last, and at those
    /// that end there; for each such time all other ends are swept at once. O(k² log k) for k activities.
    pub(super) fn energy(&self, domain: &mut Domain) -> Step {
        for mirrored in [false, true] {
            let spans: Vec<Span> = self.users.iter().map(|user| user.span(domain, mirrored)).collect();
            let mut begins: Vec<i64> =
                spans.iter().flat_map(|span| [span.low, span.high, span.low + span.duration]).collect();
            begins.arrange();
            begins.dedup();
            for begin in begins {
                domain.spend(spans.len() * (spans.len() + 1).ilog2() as usize * 2)?;
                self.sweep(begin, &spans)?;
            }
        }
        Ok(())
    }

    /// Every interval that begins at a time: an activity must run in it from where it starts last, for as long as
    /// is left of it when it starts first.
    fn sweep(&self, begin: i64, spans: &[Span]) -> Step {
        let mut changes: Vec<(i64, i64)> = Vec::with_capacity(2 * spans.len());
        for span in spans {
            let inside = (span.low + span.duration - begin).min(span.duration);
            if inside > 0 {
                let from = span.high.max(begin);
                changes.push((from, span.demand));
                changes.push((from + inside, -span.demand));
            }
        }
        changes.arrange();
        let (mut energy, mut rate, mut since) = (0i128, 0i128, begin);
        for (time, change) in changes {
            energy += rate * i128::from(time - since);
            if energy > i128::from(self.capacity) * i128::from(time - begin) {
                return Err(Halt::Contradiction);
            }
            rate += i128::from(change);
            since = time;
        }
        Ok(())
    }
}

/// When an activity can start.
#[derive(Debug, Clone, Copy)]
struct Span {
    low: i64,
    high: i64,
    duration: i64,
    demand: i64,
}

impl User {
    /// When it can start; mirrored, with time running backward.
    fn span(&self, domain: &Domain, mirrored: bool) -> Span {
        let (low, high) = (domain.low[self.at], domain.high[self.at]);
        let (duration, demand) = (self.duration, self.demand);
        if mirrored {
            Span { low: -(high + duration), high: -(low + duration), duration, demand }
        } else {
            Span { low, high, duration, demand }
        }
    }
}
