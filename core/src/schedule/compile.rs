//! From the plan to the network: names to numbers, texts to seconds, calendars to timelines.

use chrono::NaiveDateTime;
use rustc_hash::FxHashMap;

use super::network::{ALWAYS, Edge, Gates, Held, Kind, NONE, Network, Node, PROGRAM, Track};
use super::topology;
use super::uses::{Pool, Use, Uses};
use crate::calendar::{Calendar, Calendars, Clock, LocalTime, Shift, Timeline, Week, Zone};
use crate::plan::index::{LinkIndex, PlanIndex};
use crate::plan::{
    Constraint, ConstraintKind, DependencyKind, LagCalendar, MilestoneKind, Plan, Resource, ScheduleFrom,
    Task,
};
use crate::quantity::{Elapsed, Lag, Span, Time, Units, When, Work, WorkUnits};
use crate::{CalendarId, CampaignId, Issue, Issues};

/// Days that are searched for work before a latest start that lies outside work.
const LONGEST_BREAK: u32 = 62;

/// A plan ready to be solved, with what is needed to map the solution back.
pub(crate) struct Compiled<'a> {
    pub(crate) index: PlanIndex<'a>,
    pub(crate) network: Network,
    pub(crate) uses: Uses,
    /// Gates of each task; all [`NONE`] but for summaries.
    pub(crate) gates: FxHashMap<u32, Gates>,
    pub(crate) warnings: Vec<Issue>,
}

/// Compiles a plan.
///
/// # Errors
/// Every fault of the document.
///
/// # Complexity
/// O(n log n) for n tasks, links and assignments, plus the calendars.
pub(crate) fn compile(plan: &Plan) -> Result<Compiled<'_>, Issues> {
    // With the faults of the calendars, too.
    let (index, mut warnings) = crate::plan::checked(plan).map_err(|_| Issues::new(plan.validate()))?;
    let mut issues = Vec::new();
    let mut compiler = Compiler::new(&index, &mut issues);
    compiler.resources();
    compiler.tasks();
    compiler.summaries();
    compiler.links();
    let (network, uses, gates) = compiler.finish();
    warnings.append(&mut Issues::check(issues)?);
    Ok(Compiled { index, network, uses, gates, warnings })
}

impl Compiled<'_> {
    /// The campaign a task belongs to: its own, else its nearest ancestor's.
    pub(crate) fn campaign_of(&self, number: u32) -> Option<&CampaignId> {
        let mut at = number;
        loop {
            if let Some(campaign) = &self.index.task(at).campaign {
                return Some(campaign);
            }
            at = self.index.parent[at as usize];
            if at == crate::plan::index::NONE {
                return None;
            }
        }
    }

    /// What a day of lateness of a task costs: its own weight, else its campaign's, else 1.
    pub(crate) fn weight_of(&self, number: u32) -> f64 {
        let own = self.index.task(number).weight;
        let campaign = || {
            let id = self.campaign_of(number)?;
            self.index.plan.campaigns.iter().find(|campaign| campaign.id == *id)?.weight
        };
        own.or_else(campaign).unwrap_or(1.0)
    }
}

struct Compiler<'a, 'b> {
    index: &'b PlanIndex<'a>,
    issues: &'b mut Vec<Issue>,
    units: WorkUnits,
    clock: Clock,
    calendars: Calendars,
    /// Timeline of each compiled calendar follows the first two.
    timelines: Vec<Timeline>,
    program_zone: Zone,
    both: FxHashMap<(u32, u32), u32>,
    resource_timeline: Vec<u32>,
    pools: Vec<Pool>,
    nodes: Vec<Node>,
    held: Vec<Held>,
    tracks: Vec<Track>,
    first_track: Vec<u32>,
    uses: Vec<Use>,
    first_use: Vec<u32>,
    actual: Vec<[(Time, Time); 2]>,
    edges: Vec<Edge>,
    gates: FxHashMap<u32, Gates>,
    spans: Vec<Span>,
}

impl<'a, 'b> Compiler<'a, 'b> {
    fn new(index: &'b PlanIndex<'a>, issues: &'b mut Vec<Issue>) -> Self {
        let plan = index.plan;
        let clock = plan.program.scheduling.clock;
        let calendars = Calendars::compile(&plan.calendars, clock, issues);
        let mut timelines = vec![Timeline::always(), Timeline::always()];
        timelines.extend(calendars.as_slice().iter().map(|calendar| calendar.timeline.clone()));
        let found = plan.program.calendar.as_ref().and_then(|id| calendars.get(id));
        let (program, program_zone) = match found {
            Some(calendar) => (calendar.timeline.clone(), calendar.zone.clone()),
            None => (standard(clock), Zone::utc()),
        };
        timelines[PROGRAM as usize] = program;
        Self {
            index,
            issues,
            units: plan.program.work_units(),
            clock,
            calendars,
            timelines,
            program_zone,
            both: FxHashMap::default(),
            resource_timeline: Vec::new(),
            pools: Vec::new(),
            nodes: Vec::with_capacity(index.tasks.len()),
            held: Vec::new(),
            tracks: Vec::new(),
            first_track: vec![0],
            uses: Vec::new(),
            first_use: vec![0],
            actual: Vec::new(),
            edges: Vec::with_capacity(index.links.len()),
            gates: FxHashMap::default(),
            spans: Vec::with_capacity(index.tasks.len()),
        }
    }

    /// Timeline of a calendar by id; the program's if there is none (validation has said so).
    fn timeline_of(&self, id: Option<&CalendarId>) -> u32 {
        id.and_then(|id| self.calendars.index_of(id)).map_or(PROGRAM, |position| position as u32 + 2)
    }

    fn zone_of(&self, id: Option<&CalendarId>) -> &Zone {
        id.and_then(|id| self.calendars.get(id)).map_or(&self.program_zone, |calendar| &calendar.zone)
    }

    fn axis(&self, civil: NaiveDateTime, zone: &Zone) -> Time {
        to_axis(civil, zone, self.clock)
    }

    fn resources(&mut self) {
        for number in 0..self.index.resources.len() as u32 {
            let resource = self.index.resource(number);
            let base = self.timeline_of(resource.calendar.as_ref());
            let zone = self.zone_of(resource.calendar.as_ref()).clone();
            let timeline = self.own_time(resource, base, &zone);
            self.resource_timeline.push(timeline);
            let mut steps = Vec::with_capacity(resource.availability.len());
            for step in &resource.availability {
                steps.push((
                    self.axis(step.from.start(), &zone),
                    self.axis(step.to.end(), &zone),
                    step.units.as_parts(),
                ));
            }
            steps.sort_unstable();
            self.pools.push(Pool { timeline, capacity: resource.capacity.as_parts(), steps });
        }
    }

    /// The calendar of a resource less its absences and what lies outside its contract.
    fn own_time(&mut self, resource: &Resource, base: u32, zone: &Zone) -> u32 {
        if !resource.kind.works() || (resource.absences.is_empty() && resource.contract.is_none()) {
            return base;
        }
        let mut timeline = self.timelines[base as usize].clone();
        if !resource.absences.is_empty() {
            let away: Vec<(Time, Time)> = resource
                .absences
                .iter()
                .map(|absence| (self.axis(absence.from.start(), zone), self.axis(absence.to.end(), zone)))
                .collect();
            timeline = timeline.without(&away);
        }
        if let Some(contract) = resource.contract {
            timeline =
                timeline.within(self.axis(contract.from.start(), zone), self.axis(contract.to.end(), zone));
        }
        self.timelines.push(timeline);
        self.timelines.len() as u32 - 1
    }

    fn intersection(&mut self, a: u32, b: u32) -> u32 {
        if a == b || b == ALWAYS {
            return a;
        }
        if a == ALWAYS {
            return b;
        }
        let key = (a.min(b), a.max(b));
        if let Some(found) = self.both.get(&key) {
            return *found;
        }
        let timeline = self.timelines[a as usize].intersect(&self.timelines[b as usize]);
        self.timelines.push(timeline);
        let index = self.timelines.len() as u32 - 1;
        self.both.insert(key, index);
        index
    }

    fn tasks(&mut self) {
        for number in 0..self.index.tasks.len() as u32 {
            let task = self.index.task(number);
            let own = self.timeline_of(task.calendar.as_ref());
            let (node, span) = if self.index.is_summary[number as usize] {
                (
                    Node { kind: Kind::Unused, calendar: own, duration: 0, held: NONE },
                    Span::Working(Work::ZERO),
                )
            } else {
                self.leaf(number, task, own)
            };
            self.nodes.push(node);
            self.spans.push(span);
            self.first_track.push(self.tracks.len() as u32);
            self.first_use.push(self.uses.len() as u32);
            if node.kind != Kind::Unused {
                let held = self.hold(task, node, number);
                if let Some(held) = held {
                    self.nodes[number as usize].held = self.held.len() as u32;
                    self.held.push(held);
                }
            }
        }
    }

    fn leaf(&mut self, number: u32, task: &Task, own: u32) -> (Node, Span) {
        let at_moment =
            |kind| (Node { kind, calendar: own, duration: 0, held: NONE }, Span::Working(Work::ZERO));
        if let Some(kind) = task.milestone {
            return at_moment(match kind {
                MilestoneKind::Finish => Kind::Finish,
                MilestoneKind::Start => Kind::Start,
            });
        }
        let given = task
            .duration
            .or(task.estimate.map(|estimate| estimate.likely))
            .map(|duration| duration.span(self.units));
        let first_track = self.tracks.len();
        for assignment in self.index.assignments_of(number) {
            let resource = self.index.resource(assignment.resource);
            if !resource.kind.works() {
                continue;
            }
            let assigned = self.index.assignment(*assignment);
            let work = assigned.work.map(|work| match work.span(self.units) {
                Span::Working(work) => work.0,
                Span::Elapsed(wall) => wall.0,
            });
            let (duration, parts) = match (given, work) {
                (Some(Span::Working(duration)), Some(work)) => (duration.0, share(work, duration.0)),
                (Some(Span::Elapsed(duration)), Some(work)) => (duration.0, share(work, duration.0)),
                (Some(Span::Working(duration)), None) => (duration.0, parts(assigned.units)),
                (Some(Span::Elapsed(duration)), None) => (duration.0, parts(assigned.units)),
                (None, work) => {
                    let parts = parts(assigned.units).max(1);
                    let seconds = i128::from(work.unwrap_or(0)) * 10_000 / i128::from(parts);
                    (i64::try_from(seconds).unwrap_or(i64::MAX / 8), parts)
                }
            };
            let calendar = if matches!(given, Some(Span::Elapsed(_))) {
                ALWAYS
            } else if task.ignore_resource_calendars {
                own
            } else {
                let resource_timeline = self.resource_timeline[assignment.resource as usize];
                match task.calendar {
                    Some(_) => self.intersection(resource_timeline, own),
                    None => resource_timeline,
                }
            };
            self.tracks.push(Track { calendar, duration });
            let started = task.progress.actual_start.is_some() || task.progress.actual_finish.is_some();
            if (duration > 0 || started) && parts > 0 {
                let inside = calendar != ALWAYS && !task.ignore_resource_calendars;
                let resource = assignment.resource;
                self.uses.push(Use { resource, parts, calendar, duration, inside, actual: NONE });
            }
        }
        let mut distinct: Vec<Track> = self.tracks.split_off(first_track);
        distinct.sort_unstable();
        distinct.dedup();
        let longest = distinct.iter().map(|track| track.duration).max();
        let span = given.unwrap_or(Span::Working(Work(longest.unwrap_or(0))));
        let (calendar, duration) = match span {
            Span::Elapsed(wall) => (ALWAYS, wall.0),
            Span::Working(work) => (distinct.first().map_or(own, |track| track.calendar), work.0),
        };
        for track in &distinct {
            if self.timelines[track.calendar as usize].is_empty() {
                self.issues.push(no_time(task, self.index, number));
                break;
            }
        }
        let kind = match (duration, distinct.len()) {
            (0, _) => Kind::Finish,
            (_, 0 | 1) => Kind::Work,
            _ => {
                self.tracks.extend(distinct);
                Kind::Tracks
            }
        };
        (Node { kind, calendar, duration, held: NONE }, span)
    }

    /// Dates that a leaf is held to; `None` if there are none.
    fn hold(&mut self, task: &Task, node: Node, number: u32) -> Option<Held> {
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
        if let Some(dates) = held.actual {
            self.work_done(task, number, &zone, dates);
        }
        held.finished =
            task.progress.actual_finish.is_some() || task.progress.complete.is_some_and(|c| c >= 1.0);
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
        let own = [Track { calendar: node.calendar, duration: node.duration }];
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
        let finishes = tracks.iter().map(|track| self.interrupted(task, *track, start, zone)[1].1);
        Some((start, finishes.fold(start, Time::max)))
    }

    /// What is done of a started task on a track, and what is left of it: from when to when.
    fn interrupted(&self, task: &Task, track: Track, start: Time, zone: &Zone) -> [(Time, Time); 2] {
        let timeline = &self.timelines[track.calendar as usize];
        let rest = self.remaining(task, track.duration);
        let done = timeline.add_work(start, Work(track.duration - rest).max(Work::ZERO));
        let resume = task.progress.resume.map_or(done, |resume| self.axis(resume.start(), zone).max(done));
        [(start, done), (resume, timeline.add_work(resume, Work(rest)))]
    }

    /// Notes for each use of a started task when it was and will be worked on.
    fn work_done(&mut self, task: &Task, number: u32, zone: &Zone, (start, finish): (Time, Time)) {
        let first = self.first_use[number as usize] as usize;
        for index in first..self.uses.len() {
            let Use { calendar, duration, .. } = self.uses[index];
            let parts = if task.progress.actual_finish.is_some() {
                [(start, finish), (finish, finish)]
            } else {
                self.interrupted(task, Track { calendar, duration }, start, zone)
            };
            self.uses[index].actual = self.actual.len() as u32;
            self.actual.push(parts);
        }
    }

    /// A bare date means the working part of its day, or the day as it is if nobody works on it.
    fn bare(&self, when: Option<When>, snapped: Time, exact: Time, zone: &Zone) -> Time {
        let within =
            |when: When| self.axis(when.start(), zone) <= snapped && snapped <= self.axis(when.end(), zone);
        if when.is_some_and(|when| when.time.is_none() && within(when)) { snapped } else { exact }
    }

    fn remaining(&self, task: &Task, duration: i64) -> i64 {
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

    /// Gates of the summaries that links or dates pass through, and the edges between them and the leaves.
    fn summaries(&mut self) {
        if !self.index.is_summary.contains(&true) {
            return;
        }
        let count = self.index.tasks.len();
        // Which gates are needed, a bit each; a summary's needs are its child summaries' too.
        let mut need = vec![0u8; count];
        for &link in &self.index.links {
            let kind = || self.index.dependency(link).kind;
            if self.index.is_summary[link.to as usize] {
                need[link.to as usize] |= if into_start(kind()) { 1 } else { 2 };
            }
            if self.index.is_summary[link.from as usize] {
                need[link.from as usize] |= if out_of_finish(kind()) { 4 } else { 8 };
            }
        }
        for number in 0..count as u32 {
            if self.index.is_summary[number as usize] {
                let task = self.index.task(number);
                for constraint in &task.constraints {
                    match constraint.kind {
                        ConstraintKind::AsSoonAsPossible => {}
                        ConstraintKind::StartNoEarlierThan => need[number as usize] |= 1,
                        ConstraintKind::FinishNoLaterThan => need[number as usize] |= 4,
                        _ => self.issues.push(constraint_on_summary(task)),
                    }
                }
                if task.deadline.is_some() {
                    need[number as usize] |= 4;
                }
            }
        }
        if need.iter().all(|need| *need == 0) {
            return;
        }
        for number in topology::parents_first(&self.index.parent) {
            let parent = self.index.parent[number as usize];
            if parent != crate::plan::index::NONE {
                need[number as usize] |= need[parent as usize];
            }
        }
        for number in 0..count as u32 {
            if self.index.is_summary[number as usize] && need[number as usize] != 0 {
                self.open_gates(number, need[number as usize]);
            }
        }
        for number in 0..count as u32 {
            self.join_to_parent(number);
        }
    }

    fn open_gates(&mut self, number: u32, need: u8) {
        let task = self.index.task(number);
        let zone = self.zone_of(task.calendar.as_ref()).clone();
        let calendar = self.timeline_of(task.calendar.as_ref());
        let mut start = Held::FREE;
        let mut finish = Held::FREE;
        let mut held = [false; 2];
        for constraint in &task.constraints {
            let Some(date) = constraint.date else { continue };
            if constraint.kind == ConstraintKind::StartNoEarlierThan {
                start.start_min = start.start_min.max(self.axis(date.start(), &zone));
                held[0] = true;
            }
            if constraint.kind == ConstraintKind::FinishNoLaterThan {
                finish.finish_max = finish.finish_max.min(self.axis(date.end(), &zone));
                held[1] = true;
            }
        }
        if let Some(deadline) = task.deadline {
            finish.deadline = self.axis(deadline.end(), &zone);
            held[1] = true;
        }
        let mut gate = |bit: u8, kind: Kind, held: Option<Held>| {
            if need & bit == 0 {
                return NONE;
            }
            let entry = match held {
                Some(held) => {
                    self.held.push(held);
                    self.held.len() as u32 - 1
                }
                None => NONE,
            };
            self.nodes.push(Node { kind, calendar, duration: 0, held: entry });
            self.first_track.push(self.tracks.len() as u32);
            self.first_use.push(self.uses.len() as u32);
            self.nodes.len() as u32 - 1
        };
        let gates = Gates {
            into_start: gate(1, Kind::Gate, held[0].then_some(start)),
            into_finish: gate(2, Kind::Gate, None),
            out_finish: gate(4, Kind::Gate, held[1].then_some(finish)),
            out_start: gate(8, Kind::Earliest, None),
        };
        self.gates.insert(number, gates);
    }

    /// The edges between a task (or its own gates) and the gates of its parent.
    fn join_to_parent(&mut self, number: u32) {
        let parent = self.index.parent[number as usize];
        let Some(&up) = self.gates.get(&parent) else { return };
        let own = if self.index.is_summary[number as usize] {
            match self.gates.get(&number) {
                Some(&gates) => gates,
                None => return,
            }
        } else {
            Gates { into_start: number, into_finish: number, out_finish: number, out_start: number }
        };
        let mut join = |from: u32, to: u32, kind: DependencyKind| {
            if from != NONE && to != NONE {
                self.edges.push(Edge { from, to, lag: 0, calendar: ALWAYS, kind });
            }
        };
        join(up.into_start, own.into_start, DependencyKind::StartStart);
        join(up.into_finish, own.into_finish, DependencyKind::FinishFinish);
        join(own.out_finish, up.out_finish, DependencyKind::FinishFinish);
        join(own.out_start, up.out_start, DependencyKind::StartStart);
    }

    fn links(&mut self) {
        let options = self.index.plan.program.scheduling;
        for &link in &self.index.links {
            let dependency = self.index.dependency(link);
            let kind = dependency.kind;
            let from = match self.gates.get(&link.from) {
                Some(gates) if out_of_finish(kind) => gates.out_finish,
                Some(gates) => gates.out_start,
                None => link.from,
            };
            let to = match self.gates.get(&link.to) {
                Some(gates) if into_start(kind) => gates.into_start,
                Some(gates) => gates.into_finish,
                None => link.to,
            };
            let (mut calendar, mut lag) = (ALWAYS, 0);
            if !dependency.lag.is_zero() {
                let chosen = dependency.lag_calendar.unwrap_or(options.lag_calendar);
                (calendar, lag) = self.lag(link, dependency.lag, chosen);
            }
            self.edges.push(Edge { from, to, lag, calendar, kind });
        }
    }

    fn lag(&self, link: LinkIndex, lag: Lag, chosen: LagCalendar) -> (u32, i64) {
        match lag.span(self.units, self.spans[link.from as usize]) {
            Span::Elapsed(wall) => (ALWAYS, wall.0),
            Span::Working(work) => {
                let calendar = match chosen {
                    LagCalendar::Successor => self.lag_calendar(link.to),
                    LagCalendar::Predecessor => self.lag_calendar(link.from),
                    LagCalendar::Program => PROGRAM,
                    LagCalendar::Always => ALWAYS,
                };
                (calendar, work.0)
            }
        }
    }

    /// The timeline that working lags of a task count in: its work's, but for elapsed work its calendar's.
    fn lag_calendar(&self, number: u32) -> u32 {
        match self.spans[number as usize] {
            Span::Elapsed(_) => self.timeline_of(self.index.task(number).calendar.as_ref()),
            Span::Working(_) => self.nodes[number as usize].calendar,
        }
    }

    fn finish(self) -> (Network, Uses, FxHashMap<u32, Gates>) {
        let program = &self.index.plan.program;
        let origin = self.axis(program.start.start(), &self.program_zone);
        let back_from = match program.scheduling.from {
            ScheduleFrom::Start => None,
            ScheduleFrom::Finish => program.finish.map(|finish| self.axis(finish.end(), &self.program_zone)),
        };
        let critical_float = match program.scheduling.critical_float.span(self.units) {
            Span::Working(work) => work.0,
            Span::Elapsed(wall) => wall.0,
        };
        let mut edges = self.edges;
        let sorted = topology::sort(&self.nodes, &mut edges);
        let network = Network {
            tasks: self.index.tasks.len(),
            nodes: self.nodes,
            held: self.held,
            tracks: self.tracks,
            first_track: self.first_track,
            edges,
            first_in: sorted.first_in,
            out: sorted.out,
            first_out: sorted.first_out,
            order: sorted.order,
            timelines: self.timelines,
            origin,
            back_from,
            honor_constraints: program.scheduling.honor_constraints,
            multiple_critical_paths: program.scheduling.multiple_critical_paths,
            critical_float,
            zone: (self.clock == Clock::Zoned).then_some(self.program_zone),
        };
        let uses = Uses { uses: self.uses, first: self.first_use, pools: self.pools, actual: self.actual };
        (network, uses, self.gates)
    }
}

/// The instant of a civil date-time: a gap of the clocks moves to its end, a fold is its first occurrence.
pub(crate) fn to_axis(civil: NaiveDateTime, zone: &Zone, clock: Clock) -> Time {
    match clock {
        Clock::Wall => Time::from_civil(civil),
        Clock::Zoned => match zone.to_axis(civil) {
            LocalTime::Exact(time) | LocalTime::Gap { end: time } | LocalTime::Fold { first: time, .. } => {
                time
            }
        },
    }
}

/// Monday to Friday 08:00–12:00 and 13:00–17:00.
pub(crate) fn standard(clock: Clock) -> Timeline {
    let shifts: Vec<Shift> =
        ["08:00-12:00", "13:00-17:00"].iter().filter_map(|text| text.parse().ok()).collect();
    let calendar = Calendar::new("standard").with_week(Week::weekdays(&shifts));
    let compiled = Calendars::compile(&[calendar], clock, &mut Vec::new());
    compiled.as_slice().first().map_or_else(Timeline::always, |calendar| calendar.timeline.clone())
}

fn parts(units: Option<Units>) -> u32 {
    units.unwrap_or(Units::ONE).as_parts()
}

/// Ten-thousandths of a resource that do `work` in `duration`, rounded down so that thirds do not add up to more than one.
fn share(work: i64, duration: i64) -> u32 {
    if duration <= 0 {
        return 0;
    }
    u32::try_from(i128::from(work.max(0)) * 10_000 / i128::from(duration)).unwrap_or(u32::MAX)
}

/// Whether a kind of link ends at the successor's start.
fn into_start(kind: DependencyKind) -> bool {
    matches!(kind, DependencyKind::FinishStart | DependencyKind::StartStart)
}

/// Whether a kind of link begins at the predecessor's finish.
fn out_of_finish(kind: DependencyKind) -> bool {
    matches!(kind, DependencyKind::FinishStart | DependencyKind::FinishFinish)
}

fn no_time(task: &Task, index: &PlanIndex<'_>, number: u32) -> Issue {
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

fn constraint_on_summary(task: &Task) -> Issue {
    Issue::error(
        "constraint-on-summary",
        format!("tasks/{}/constraints", task.id),
        format!("summary `{}` can only start no earlier than or finish no later than a date", task.id),
    )
    .with_help("put the constraint on its children")
}
