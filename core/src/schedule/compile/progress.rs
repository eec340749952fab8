//! What the status date, expected finishes and levels of effort mean, written into the plan.
//!
//! Where the rest of started work lies by the rules of P6, how long it takes to an expected finish and how long a level
//! of effort is, follows from the dates of the others. One pass forward finds it; the plan that says it is what is
//! compiled, leveled and costed, in which started work is where its progress has it.

use std::borrow::Cow;

use super::super::critical_path::Dates;
use super::super::network::{Held, Kind, Network, Track};
use super::{Compiled, Rest, compile};
use crate::plan::{ManualDates, Plan, ProgressRule, Task, TaskType};
use crate::quantity::{Duration, DurationUnit, Time, When, Work};
use crate::{Issues, TaskId};

/// What a pass forward finds about a task.
enum Found {
    /// When the rest goes on, and if an expected finish decides them its seconds and those of the whole.
    Rest(When, Option<[i64; 2]>),
    /// Seconds to the expected finish.
    Length(i64),
    /// Where a level of effort lies.
    Effort(When, When, i64),
}

/// The plan with what its rules of progress mean written into it.
///
/// # Errors
/// Every fault of the plan.
pub(crate) fn lowered(plan: &Plan) -> Result<Cow<'_, Plan>, Issues> {
    let options = plan.program.scheduling;
    let has_rule = options.progress_rule != ProgressRule::AsRecorded;
    let is_open = |task: &Task| task.progress.actual_start.is_some() && task.progress.actual_finish.is_none();
    let asks = |task: &Task| {
        task.level_of_effort
            || (has_rule && is_open(task))
            || (options.use_expected_finish && task.progress.expected_finish.is_some())
    };
    if !plan.tasks.iter().any(asks) {
        return Ok(Cow::Borrowed(plan));
    }
    let compiled = compile(plan)?;
    let found = compiled.look_ahead(options.use_expected_finish);
    let units = plan.program.work_units();
    let working = |seconds: i64| Duration::of_seconds(seconds, DurationUnit::Day, false, units);
    let mut plan = plan.clone();
    for task in &mut plan.tasks {
        let Ok(at) = found.binary_search_by(|(id, _)| id.cmp(&task.id)) else { continue };
        match found[at].1 {
            Found::Rest(resume, left) => {
                task.progress.resume = Some(resume);
                if let Some([left, whole]) = left {
                    task.progress.remaining = Some(working(left));
                    task.duration = Some(working(whole));
                }
            }
            Found::Length(seconds) => task.duration = Some(working(seconds)),
            Found::Effort(start, finish, seconds) => {
                task.duration = Some(working(seconds));
                task.task_type = TaskType::FixedDuration;
                task.manual = Some(ManualDates { start, finish });
            }
        }
    }
    Ok(Cow::Owned(plan))
}

impl Compiled<'_> {
    /// What has to be known before the plan says everything, by task.
    fn look_ahead(&self, expected: bool) -> Vec<(TaskId, Found)> {
        // Lags may count from where a rest goes on, so what is found is known to those behind it.
        let mut network = self.network.clone();
        let has_rule = network.progress_rule != ProgressRule::AsRecorded;
        let count = network.nodes.len();
        let mut dates = Dates { start: vec![network.origin; count], finish: vec![network.origin; count] };
        let mut found = Vec::new();
        let zoned = network.zone.is_some();
        let mut note = |node: u32, what: Found| found.push((self.ids[node as usize].clone(), what));
        for &node in &self.network.order {
            let at = node as usize;
            let (start, mut finish) = network.early(node, &dates, Time::DISTANT_PAST);
            dates.start[at] = start;
            let until = if expected { self.expected(node) } else { None };
            if let Some(rest) = self.rest(node).filter(|_| has_rule || until.is_some()) {
                let (goes_on, end, left) = network.rest_after(node, rest, &dates, until);
                let held = network.node(node).held as usize;
                if let Some(held) = network.held.get_mut(held) {
                    held.goes_on = goes_on;
                }
                finish = end;
                if let Some(when) = rest.when(goes_on, zoned) {
                    let was = rest.tracks.iter().map(|track| track.duration).max().unwrap_or(0);
                    let whole = network.node(node).duration - was;
                    note(node, Found::Rest(when, left.map(|left| [left, whole + left])));
                }
            } else if let Some(until) =
                until.filter(|_| matches!(network.node(node).kind, Kind::Work | Kind::Tracks))
                && network.held(node).is_none_or(|held| held.actual.is_none())
            {
                let length = seconds(&network, node, start, until);
                finish = network.add(node, start, length);
                note(node, Found::Length(length));
            }
            dates.finish[at] = finish;
        }
        let mut counts = vec![super::super::sweep::Counted::default(); count];
        network.stretch(&mut dates, &mut counts);
        for node in (0..network.tasks as u32).filter(|node| network.node(*node).kind == Kind::Effort) {
            let (start, finish) = (dates.start[node as usize], dates.finish[node as usize]);
            let civil = |time: Time| match &network.zone {
                Some(zone) => zone.civil(time),
                None => time.to_civil(),
            };
            let begun = network.held(node).is_some_and(Held::started);
            if let (Some(from), Some(to), false) = (civil(start), civil(finish), begun) {
                let length = network.float(node, start, finish);
                note(node, Found::Effort(When::from(from), When::from(to), length));
            }
        }
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        found
    }

    /// When a task is expected to be finished, if that matters.
    fn expected(&self, node: u32) -> Option<Time> {
        let node = (node < self.network.tasks as u32).then_some(node)?;
        let task = self.index.task(node);
        let date = task.progress.expected_finish.filter(|_| !task.level_of_effort)?;
        let civil = date.end();
        Some(match &self.network.zone {
            Some(zone) => super::to_axis(civil, zone, crate::calendar::Clock::Zoned),
            None => Time::from_civil(civil),
        })
    }
}

/// Working seconds of a node from one moment to another, not below zero.
fn seconds(network: &Network, node: u32, from: Time, to: Time) -> i64 {
    network.float(node, from, to).max(0)
}

impl Network {
    fn add(&self, node: u32, from: Time, seconds: i64) -> Time {
        self.timeline(self.node(node).calendar).add_work(from, Work(seconds))
    }

    /// When the rest of started work goes on and when it ends: after what is done, not before the status date, and
    /// where links hold it when they let it. And the seconds that are left to an expected finish: none if that is over
    /// by the time the rest may begin, and links into the finish hold what then is a moment.
    fn rest_after(
        &self,
        node: u32,
        rest: &Rest,
        dates: &Dates,
        expected: Option<Time>,
    ) -> (Time, Time, Option<i64>) {
        let mut goes_on = rest.resume;
        let mut until = Time::DISTANT_PAST;
        if self.progress_rule != ProgressRule::AsRecorded {
            goes_on = goes_on.max(self.origin);
        }
        if self.progress_rule == ProgressRule::RetainedLogic {
            let ask = self.asked(node, dates);
            goes_on = goes_on.max(ask.start);
            until = ask.finish;
        }
        let timelines = || rest.tracks.iter().map(|track| self.timeline(track.calendar));
        let opening = |at: Time| timelines().map(|timeline| timeline.next_work(at)).min().unwrap_or(at);
        let left = expected.map(|expected| seconds(self, node, opening(goes_on), expected));
        if left == Some(0) {
            let moment = goes_on.max(until);
            let ends = timelines().any(|timeline| timeline.previous_work(moment) == moment);
            let moment = if ends { moment } else { opening(moment) };
            return (moment, moment, left);
        }
        let length = |track: &Track| left.unwrap_or(track.duration);
        let end = |from: Time| {
            let ends = rest.tracks.iter().map(|track| {
                self.timeline(track.calendar).add_work(from.max(track.from), Work(length(track)))
            });
            ends.max().unwrap_or(from)
        };
        goes_on = opening(goes_on);
        if until > Time::DISTANT_PAST && end(goes_on) < until {
            // The last of them ends when the links let it.
            let starts = rest
                .tracks
                .iter()
                .map(|track| self.timeline(track.calendar).start_after(until, Work(-length(track))));
            goes_on = opening(goes_on.max(starts.min().unwrap_or(goes_on)));
        }
        (goes_on, end(goes_on), left)
    }
}
