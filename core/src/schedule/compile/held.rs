//! What a leaf is held to: constraints, deadline, leveling delay and progress, as instants.

use crate::sort::Arrange;
use smallvec::SmallVec;

use super::super::network::{Held, Kind, Node, Track};
use super::super::uses::{Use, Worked};
use super::{Compiler, Rest};
use crate::calendar::{Timeline, Zone};
use crate::plan::{Constraint, ConstraintKind, ProgressRule, Task};
use crate::quantity::{Elapsed, Span, Time, When, Work};

/// Days that are searched for work before a latest start that lies outside work.
const LONGEST_BREAK: u32 = 62;

impl Compiler<'_, '_> {
    /// Dates that a leaf is held to; `None` if there are none.
    pub(super) fn hold(&mut self, task: &Task, node: Node, number: u32) -> Option<Held> {
        let progress = &task.progress;
        let has_progress = progress.actual_start.is_some()
            || progress.actual_finish.is_some()
            || progress.complete.is_some_and(|complete| complete >= 1.0);
        if task.constraints.is_empty()
            && task.deadline.is_none()
            && task.leveling_delay.is_none()
            && !has_progress
        {
            return None;
        }
        let mut held = Held { delay: self.delay(task), ..Held::FREE };
        let zone = self.zone_of(task.calendar.as_ref()).clone();
        for constraint in &task.constraints {
            self.constrain(&mut held, constraint, &zone, node, number);
        }
        if let Some(deadline) = task.deadline {
            held.deadline = self.axis(deadline.end(), &zone);
        }
        held.actual = self.actual(task, number, &zone);
        held.finished =
            task.progress.actual_finish.is_some() || task.progress.complete.is_some_and(|c| c >= 1.0);
        if let Some(dates) = held.actual {
            self.work_done(task, number, &zone, dates);
            if !held.finished {
                self.note_rest(task, number, &zone, dates.0);
                let whole = node.duration - self.pauses(task);
                let left = self.remaining(task, whole);
                held.left = left + self.pauses_behind(task, whole - left);
            }
        }
        let free = task.constraints.is_empty()
            && task.deadline.is_none()
            && held.delay == 0
            && held.actual.is_none()
            && !held.finished;
        (!free).then_some(held)
    }

    fn delay(&self, task: &Task) -> i64 {
        match task.leveling_delay.map(|delay| delay.span(self.units)) {
            None => 0,
            Some(Span::Working(work)) => work.0,
            Some(Span::Elapsed(wall)) => wall.0,
        }
    }

    fn constrain(&self, held: &mut Held, constraint: &Constraint, zone: &Zone, node: Node, number: u32) {
        match constraint.kind {
            ConstraintKind::AsLateAsPossible => held.alap = true,
            ConstraintKind::AsSoonAsPossible => held.asap = true,
            _ => {}
        }
        let Some(date) = constraint.date else { return };
        let start = self.axis(date.start(), zone);
        let end = self.axis(date.end(), zone);
        match constraint.kind {
            ConstraintKind::AsSoonAsPossible | ConstraintKind::AsLateAsPossible => {}
            ConstraintKind::MustStartOn => held.start_on = Some(self.opening(start, node, number)),
            ConstraintKind::MandatoryStart => {
                held.mandatory = true;
                held.start_on = Some(self.opening(start, node, number));
            }
            ConstraintKind::MandatoryFinish => {
                held.mandatory = true;
                held.finish_on = Some(self.closing(date, end, node, number));
            }
            ConstraintKind::StartNoEarlierThan => held.start_min = held.start_min.max(start),
            ConstraintKind::StartNoLaterThan => {
                held.start_max = held.start_max.min(end);
                held.start_by = held.start_by.min(self.start_by(date, end, zone, node, number));
            }
            ConstraintKind::MustFinishOn => held.finish_on = Some(self.closing(date, end, node, number)),
            ConstraintKind::FinishNoEarlierThan => {
                held.finish_min = held.finish_min.max(self.closing(date, end, node, number));
            }
            ConstraintKind::FinishNoLaterThan => held.finish_max = held.finish_max.min(end),
        }
    }

    /// Whether a rule says where what is left lies, however much was done before.
    fn has_rule(&self) -> bool {
        self.index.plan.program.scheduling.progress_rule != ProgressRule::AsRecorded
    }

    /// The timelines that a leaf, whose node is not in the list yet, works on.
    fn timelines_of(&self, node: Node, number: u32) -> impl Iterator<Item = &Timeline> {
        let from = self.first_track.get(number as usize).map_or(0, |first| *first as usize);
        let tracks =
            if node.kind == Kind::Tracks { self.tracks.get(from..).unwrap_or_default() } else { &[] };
        let own = tracks.is_empty().then_some(node.calendar);
        let calendars = own.into_iter().chain(tracks.iter().map(|track| track.calendar));
        calendars.map(|calendar| &self.timelines[calendar as usize])
    }

    /// The first moment from `at` on at which a leaf can start.
    fn opening(&self, at: Time, node: Node, number: u32) -> Time {
        let mut timelines = self.timelines_of(node, number);
        if node.kind == Kind::Finish && timelines.any(|timeline| timeline.previous_work(at) == at) {
            return at;
        }
        let opening = self.timelines_of(node, number).map(|timeline| timeline.next_work(at)).min();
        opening.filter(|opening| opening.is_finite()).unwrap_or(at)
    }

    /// The last end of work up to `end`, to which a date refers: a bare date means the end of that day's work.
    fn closing(&self, date: When, end: Time, node: Node, number: u32) -> Time {
        if date.time.is_some() && node.duration == 0 {
            return end;
        }
        let closing = self.timelines_of(node, number).map(|timeline| timeline.previous_work(end)).max();
        closing.filter(|closing| closing.is_finite()).unwrap_or(end)
    }

    /// Where a latest start counts from: the moment itself if it is one of work, else the beginning of work
    /// on the last day that it allows (Microsoft Project's reading of a date).
    fn start_by(&self, date: When, end: Time, zone: &Zone, node: Node, number: u32) -> Time {
        if date.time.is_some() && self.timelines_of(node, number).any(|timeline| timeline.is_working(end)) {
            return end;
        }
        let mut day = date.date;
        for _ in 0..LONGEST_BREAK {
            let opens = self.opening(self.axis(day.into(), zone), node, number);
            if opens < end {
                return opens;
            }
            match day.pred_opt() {
                Some(before) => day = before,
                None => break,
            }
        }
        end
    }

    /// Where progress has put a task.
    fn actual(&self, task: &Task, number: u32, zone: &Zone) -> Option<(Time, Time)> {
        let progress = &task.progress;
        let node = self.nodes[number as usize];
        let from = self.first_track[number as usize] as usize;
        let own = [Track::new(node.calendar, node.duration)];
        let tracks = if node.kind == Kind::Tracks { &self.tracks[from..] } else { &own[..] };
        if let Some(finish) = progress.actual_finish {
            let finish = self.axis(finish.end(), zone);
            let worked_out = tracks.iter().map(|track| {
                let timeline = &self.timelines[track.calendar as usize];
                timeline.start_at(Work(timeline.worked(finish).0 - track.duration))
            });
            let start = match progress.actual_start {
                Some(start) => self.axis(start.start(), zone),
                None => worked_out.min().unwrap_or(finish).min(finish),
            };
            // A bare date means the working part of the day.
            let timeline = &self.timelines[node.calendar as usize];
            let start = self.bare(progress.actual_start, timeline.next_work(start), start, zone);
            let finish = self.bare(progress.actual_finish, timeline.previous_work(finish), finish, zone);
            return Some((start.min(finish), finish));
        }
        let start = self.axis(progress.actual_start?.start(), zone);
        let opens = self.timelines[node.calendar as usize].next_work(start);
        let start = self.bare(progress.actual_start, opens, start, zone);
        let finishes = tracks.iter().map(|track| self.interrupted(task, *track, start, zone).parts[1].1);
        Some((start, finishes.fold(start, Time::max)))
    }

    /// What is done of a started task on a track, and what is left of it: from when to when.
    pub(super) fn interrupted(&self, task: &Task, track: Track, start: Time, zone: &Zone) -> Worked {
        let timeline = &self.timelines[track.calendar as usize];
        let whole = track.duration - self.pauses(task);
        let rest = self.remaining(task, whole);
        // Pauses before what is left are over, those behind are to come.
        let left = rest + self.pauses_behind(task, whole - rest);
        let worked = (track.duration - left).max(0);
        let done = timeline.add_work(start, Work(worked));
        let resume = task.progress.resume.map(|resume| self.axis(resume.start(), zone));
        let (done, resume) = if self.has_rule() {
            // What is left lies where the rule has it, however much was done before.
            let resume = resume.unwrap_or(start).max(start);
            (done.min(resume), resume)
        } else {
            (done, resume.map_or(done, |resume| resume.max(done)))
        };
        Worked {
            parts: [(start, done), (resume, timeline.add_work(resume, Work(left)))],
            seconds: [worked, left],
        }
    }

    /// Notes what is left of a started task, if anything is.
    fn note_rest(&mut self, task: &Task, number: u32, zone: &Zone, start: Time) {
        let node = self.nodes[number as usize];
        let from = self.first_track[number as usize] as usize;
        let own = [Track::new(node.calendar, node.duration)];
        let tracks = if node.kind == Kind::Tracks { &self.tracks[from..] } else { &own[..] };
        let (mut stop, mut resume) = (Time::DISTANT_PAST, Time::NEVER);
        let (mut interrupted, mut all) = (false, true);
        let mut left: SmallVec<[Track; 2]> = SmallVec::new();
        for track in tracks {
            let Worked { parts: [(_, done), (goes_on, _)], seconds } =
                self.interrupted(task, *track, start, zone);
            if seconds[1] <= 0 {
                all = false;
                continue;
            }
            let timeline = &self.timelines[track.calendar as usize];
            let begins = timeline.next_work(goes_on);
            let before = timeline.worked(begins) - timeline.worked(start);
            interrupted |= timeline.worked(begins) > timeline.worked(done)
                || (self.has_rule() && before < Work(seconds[0]));
            (stop, resume) = (stop.max(done), resume.min(begins));
            left.push(Track { calendar: track.calendar, duration: seconds[1], from: goes_on });
        }
        if left.is_empty() {
            return;
        }
        let moves = all && matches!(node.kind, Kind::Work | Kind::Tracks) && resume.is_finite();
        left.arrange();
        left.dedup();
        self.rests.push(Rest {
            node: number,
            begun: start,
            stop: stop.min(resume),
            resume,
            interrupted,
            moves,
            tracks: left,
            zone: zone.clone(),
        });
    }

    /// Notes for each use of a started task when it was and will be worked on.
    fn work_done(&mut self, task: &Task, number: u32, zone: &Zone, (start, finish): (Time, Time)) {
        let first = self.first_use[number as usize] as usize;
        for index in first..self.uses.len() {
            let Use { calendar, duration, .. } = self.uses[index];
            let worked = if task.progress.actual_finish.is_some() {
                Worked { parts: [(start, finish), (finish, finish)], seconds: [duration, 0] }
            } else {
                self.interrupted(task, Track::new(calendar, duration), start, zone)
            };
            self.uses[index].actual = self.actual.len() as u32;
            self.actual.push(worked);
        }
    }

    /// A bare date means the working part of its day, or the day as it is if nobody works on it.
    fn bare(&self, when: Option<When>, snapped: Time, exact: Time, zone: &Zone) -> Time {
        let within =
            |when: When| self.axis(when.start(), zone) <= snapped && snapped <= self.axis(when.end(), zone);
        if when.is_some_and(|when| when.time.is_none() && within(when)) { snapped } else { exact }
    }

    pub(super) fn remaining(&self, task: &Task, duration: i64) -> i64 {
        match (task.progress.remaining.map(|rest| rest.span(self.units)), task.progress.complete) {
            (Some(Span::Working(Work(rest)) | Span::Elapsed(Elapsed(rest))), _) => rest.max(0),
            (None, Some(complete)) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_precision_loss,
                    reason = "a share of a duration"
                )]
                let done = (duration as f64 * complete.clamp(0.0, 1.0)).round() as i64;
                duration - done
            }
            (None, None) => duration,
        }
    }
}
