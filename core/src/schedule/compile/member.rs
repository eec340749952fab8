//! What an assignment says of its own: how long it takes, when it begins; pauses; dates set by hand.

use super::super::network::{Held, Kind, Node, Track};
use super::{Compiler, parts, share};
use crate::Issue;
use crate::plan::index::PlanIndex;
use crate::plan::{Assignment, Task};
use crate::quantity::{Duration, Span, Time, Units, Work};

/// Somebody at work on a task.
#[derive(Clone, Copy)]
pub(super) struct Member {
    pub(super) resource: u32,
    pub(super) units: Option<Units>,
    pub(super) work: Option<Duration>,
    /// How long it takes, if not as long as the task.
    pub(super) lasts: Option<Duration>,
    /// How long behind the task it begins.
    pub(super) delay: Option<Duration>,
}

impl Member {
    pub(super) fn of(resource: u32, assignment: &Assignment) -> Self {
        let Assignment { units, work, duration, delay, .. } = assignment;
        Self { resource, units: *units, work: *work, lasts: *duration, delay: *delay }
    }
}

impl Compiler<'_, '_> {
    fn seconds(&self, duration: Duration) -> i64 {
        match duration.span(self.units) {
            Span::Working(work) => work.0.max(0),
            Span::Elapsed(wall) => wall.0.max(0),
        }
    }

    /// Seconds of all pauses of a task.
    pub(super) fn pauses(&self, task: &Task) -> i64 {
        task.splits.iter().fold(0i64, |sum, split| sum.saturating_add(self.seconds(split.pause)))
    }

    /// Seconds of the pauses of a task that lie behind so much of its work.
    pub(super) fn pauses_behind(&self, task: &Task, done: i64) -> i64 {
        let behind = task.splits.iter().filter(|split| self.seconds(split.after) > done);
        behind.fold(0i64, |sum, split| sum.saturating_add(self.seconds(split.pause)))
    }

    /// From the beginning of the task to the end of an assignment, and its share in that time: `usual` if it has
    /// nothing of its own. A delay and pauses lie within, and the work is spread over them.
    pub(super) fn own_length(
        &self,
        member: Member,
        given: Option<Span>,
        usual: (i64, u32),
        pauses: i64,
    ) -> (i64, u32) {
        if (member.lasts.is_none() && member.delay.is_none() && pauses == 0)
            || matches!(given, Some(Span::Elapsed(_)))
        {
            return usual;
        }
        let (mut length, mut asked) = usual;
        if let Some(lasts) = member.lasts {
            length = self.seconds(lasts);
            asked = member.work.map_or(parts(member.units), |work| share(self.seconds(work), length));
        }
        let more = member.delay.map_or(0, |delay| self.seconds(delay)).saturating_add(pauses);
        let whole = length.saturating_add(more);
        if more > 0 && whole > 0 {
            let spread = i128::from(asked) * i128::from(length) / i128::from(whole);
            asked = u32::try_from(spread).unwrap_or(asked);
        }
        (whole, asked)
    }

    /// What a leaf is held to, with dates set by hand and, of a started one, when its rest begins.
    pub(super) fn hold_fast(&mut self, task: &Task, node: Node, number: u32) -> Option<Held> {
        let mut held = self.hold(task, node, number);
        let zone = self.zone_of(task.calendar.as_ref());
        if let Some(manual) = task.manual {
            let held = held.get_or_insert(Held::FREE);
            if held.actual.is_none() {
                let start = self.axis(manual.start.start(), zone);
                let finish = self.axis(manual.finish.end(), zone).max(start);
                held.actual = Some((start, finish));
                held.manual = true;
            }
        }
        if let Some(held) = held.as_mut()
            && let Some((start, _)) = held.actual.filter(|_| !held.finished && !held.manual)
        {
            held.goes_on = self.goes_on(task, node, number, start);
        }
        held
    }

    /// When the first of the assignments of a started task goes on.
    fn goes_on(&self, task: &Task, node: Node, number: u32, start: Time) -> Time {
        let zone = self.zone_of(task.calendar.as_ref());
        let from = self.first_track.get(number as usize).map_or(0, |first| *first as usize);
        let own = [Track::new(node.calendar, node.duration)];
        let tracks = if node.kind == Kind::Tracks { self.tracks.get(from..).unwrap_or(&own) } else { &own };
        let longest = tracks.iter().max_by_key(|track| track.duration).copied().unwrap_or(own[0]);
        let [(_, done), (rest, _)] = self.interrupted(task, longest, start, zone).parts;
        let left = i128::from(self.remaining(task, longest.duration));
        let goes_on = tracks.iter().map(|track| {
            if track.duration >= longest.duration || rest > done {
                return self.interrupted(task, *track, start, zone).parts[1].0;
            }
            // A shorter one has as much of its own left as the task has.
            let left = left * i128::from(track.duration) / i128::from(longest.duration.max(1));
            let worked = track.duration - i64::try_from(left).unwrap_or(track.duration);
            self.timelines[track.calendar as usize].add_work(start, Work(worked.max(0)))
        });
        goes_on.min().unwrap_or(start)
    }
}

pub(super) fn no_time(task: &Task, index: &PlanIndex<'_>, number: u32) -> Issue {
    let who: Vec<String> = index
        .assignments_of(number)
        .iter()
        .map(|assignment| format!("`{}`", index.resource(assignment.resource).id))
        .collect();
    Issue::error(
        "no-common-working-time",
        format!("tasks/{}", task.id),
        format!("the calendars of task `{}` and of {} never work at the same time", task.id, who.join(", ")),
    )
    .with_help(
        "change one of the calendars, the absences or the contract, or set `ignore_resource_calendars`",
    )
}

/// An empty list of offsets for so many.
pub(super) fn with_zero(count: usize) -> Vec<u32> {
    let mut list = Vec::with_capacity(count + 1);
    list.push(0);
    list
}
