//! From the plan to the network: names to numbers, texts to seconds, calendars to timelines.

mod choice;
mod effort;
mod held;
mod member;
mod progress;
mod rest;
mod summary;

use crate::sort::Arrange;
use chrono::NaiveDateTime;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

pub(crate) use self::progress::lowered;
pub(crate) use self::rest::Rest;
use super::choice::Choices;
use super::network::{ALWAYS, Edge, Gates, Held, Kind, NONE, Network, Node, PROGRAM, Track};
use super::topology;
use super::uses::{Pool, Use, Uses, Worked};
use super::window::Windows;
use crate::calendar::{Calendar, Calendars, Clock, LocalTime, Shift, Timeline, Week, Zone};
use crate::plan::index::{LinkIndex, PlanIndex};
use crate::plan::{
    CriticalRule, DependencyKind, FloatRule, LagCalendar, MilestoneKind, Plan, ProgressRule, Resource,
    ScheduleFrom,
};
use crate::quantity::{Duration, Lag, Span, Time, Units, When, Work, WorkUnits};
use crate::{CalendarId, CampaignId, Issue, Issues, TaskId};
use effort::Efforts;
use member::{Member, no_time, with_zero};

/// Tasks that are read together.
const BLOCK: u32 = 32;

/// A plan ready to be solved, with what is needed to map the solution back.
pub(crate) struct Compiled<'a> {
    pub(crate) index: PlanIndex<'a>,
    pub(crate) network: Network,
    pub(crate) uses: Uses,
    /// Gates of each task; all [`NONE`] but for summaries.
    pub(crate) gates: FxHashMap<u32, Gates>,
    /// Ids of the tasks by number.
    pub(crate) ids: Vec<TaskId>,
    pub(crate) warnings: Vec<Issue>,
    /// Who else could do what; empty unless asked for.
    pub(crate) choices: Choices,
    /// What is left of started tasks, by node.
    pub(crate) rests: Vec<Rest>,
    /// Whether the rests that can be delayed are nodes of their own.
    pub(crate) is_split: bool,
}

/// Compiles a plan.
///
/// # Errors
/// Every fault of the document.
///
/// # Complexity
/// O(n log n) for n tasks, links and assignments, plus the calendars.
pub(crate) fn compile(plan: &Plan) -> Result<Compiled<'_>, Issues> {
    compile_with(plan, false, false)
}

/// The same with everybody who could work instead of those assigned.
pub(crate) fn compile_with_choices(plan: &Plan) -> Result<Compiled<'_>, Issues> {
    let named = plan.assignments.iter().any(|assignment| !assignment.alternatives.is_empty());
    compile_with(plan, false, named)
}

/// The same with whatever order of the nodes is quickest.
pub(crate) fn compile_in_any_order(plan: &Plan) -> Result<Compiled<'_>, Issues> {
    compile_with(plan, true, false)
}

fn compile_with(plan: &Plan, any_order: bool, choose: bool) -> Result<Compiled<'_>, Issues> {
    // With the faults of the calendars, too.
    let (index, mut warnings) = crate::plan::checked(plan).map_err(|_| Issues::new(plan.validate()))?;
    let mut issues = Vec::new();
    let mut compiler = Compiler::new(&index, &mut issues);
    compiler.resources();
    compiler.tasks();
    compiler.summaries();
    compiler.links();
    let mut choices = if choose { compiler.choices() } else { Choices::default() };
    let ids = std::mem::take(&mut compiler.ids);
    let rests = std::mem::take(&mut compiler.rests);
    let (network, uses, gates) = compiler.finish(any_order);
    choices.locate(&network);
    warnings.append(&mut Issues::check(issues)?);
    Ok(Compiled { index, network, uses, gates, ids, warnings, choices, rests, is_split: false })
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
    /// Timeline of each calendar by number.
    calendar_timeline: Vec<u32>,
    /// Timeline of each compiled calendar follows the first two.
    timelines: Vec<Timeline>,
    program_zone: Zone,
    both: FxHashMap<(u32, u32), u32>,
    resource_timeline: Vec<u32>,
    pools: Vec<Pool>,
    ids: Vec<TaskId>,
    nodes: Vec<Node>,
    held: Vec<Held>,
    tracks: Vec<Track>,
    first_track: Vec<u32>,
    uses: Vec<Use>,
    first_use: Vec<u32>,
    actual: Vec<Worked>,
    rests: Vec<Rest>,
    edges: Vec<Edge>,
    efforts: Efforts,
    windows: Vec<Edge>,
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
        let timeline_at = |position: &u32| {
            let calendar = calendars.index_of(&plan.calendars[*position as usize].id);
            calendar.map_or(PROGRAM, |index| index as u32 + 2)
        };
        let calendar_timeline = index.calendars.iter().map(timeline_at).collect();
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
            calendar_timeline,
            timelines,
            program_zone,
            both: FxHashMap::default(),
            resource_timeline: Vec::new(),
            pools: Vec::new(),
            ids: Vec::with_capacity(index.tasks.len()),
            nodes: Vec::with_capacity(index.tasks.len()),
            held: Vec::new(),
            tracks: Vec::new(),
            first_track: with_zero(index.tasks.len()),
            uses: Vec::with_capacity(index.assignments.len()),
            first_use: with_zero(index.tasks.len()),
            actual: Vec::new(),
            rests: Vec::new(),
            edges: Vec::with_capacity(index.links.len()),
            efforts: Efforts::new(plan),
            windows: Vec::new(),
            gates: FxHashMap::default(),
            spans: Vec::with_capacity(index.tasks.len()),
        }
    }

    /// Timeline of a calendar by id; the program's if there is none (validation has said so).
    fn timeline_of(&self, id: Option<&CalendarId>) -> u32 {
        id.and_then(|id| self.calendars.index_of(id)).map_or(PROGRAM, |position| position as u32 + 2)
    }

    /// Timeline of a task's calendar.
    fn own_timeline(&self, number: u32) -> u32 {
        let calendar = self.index.calendar_of(number) as usize;
        self.calendar_timeline.get(calendar).copied().unwrap_or(PROGRAM)
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
            steps.arrange();
            self.pools.push(Pool { timeline, capacity: resource.capacity.as_parts(), steps, outside: false });
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
        let count = self.index.tasks.len() as u32;
        for number in 0..count {
            let own = self.own_timeline(number);
            let plain = self.index.plain_work_of(number);
            let (node, span) = if self.index.is_summary[number as usize] {
                (
                    Node {
                        kind: Kind::Unused,
                        calendar: own,
                        slack: own,
                        duration: 0,
                        held: NONE,
                        milestone: false,
                    },
                    Span::Working(Work::ZERO),
                )
            } else {
                self.leaf(number, plain, own)
            };
            self.nodes.push(node);
            self.spans.push(span);
            self.first_track.push(self.tracks.len() as u32);
            self.first_use.push(self.uses.len() as u32);
            if node.kind != Kind::Unused && plain.is_none() {
                let held = self.hold_fast(self.index.task(number), node, number);
                if let Some(held) = held {
                    self.nodes[number as usize].held = self.held.len() as u32;
                    self.held.push(held);
                }
            }
            let done = number + 1;
            if done == count || done.is_multiple_of(BLOCK) {
                self.take_ids(done);
            }
        }
    }

    /// Takes the ids of the tasks up to a number.
    fn take_ids(&mut self, to: u32) {
        let block = self.ids.len() as u32..to;
        // Their counters lie far apart in memory: read together first, they are waited for together.
        let first = block.clone().filter_map(|number| self.index.task(number).id.as_bytes().first());
        std::hint::black_box(first.fold(0, |sum, byte| sum ^ byte));
        self.ids.extend(block.map(|number| self.index.task(number).id.clone()));
    }

    /// The node of a leaf, and how long it is. Nothing else is read of a task whose work is `plain`.
    fn leaf(&mut self, number: u32, plain: Option<Span>, own: u32) -> (Node, Span) {
        let index = self.index;
        let members =
            index.assignments_of(number).iter().map(|at| Member::of(at.resource, index.assignment(*at)));
        self.leaf_of(number, plain, own, None, members)
    }

    /// The same for other people, with whom it may take another duration.
    fn leaf_of(
        &mut self,
        number: u32,
        plain: Option<Span>,
        own: u32,
        lasts: Option<Duration>,
        members: impl Iterator<Item = Member>,
    ) -> (Node, Span) {
        let task = self.index.task(number);
        let at_moment = |kind| {
            (
                Node { kind, calendar: own, slack: own, duration: 0, held: NONE, milestone: true },
                Span::Working(Work::ZERO),
            )
        };
        if plain.is_none()
            && let Some(kind) = task.milestone
        {
            return at_moment(match kind {
                MilestoneKind::Finish => Kind::Finish,
                MilestoneKind::Start => Kind::Start,
            });
        }
        let given = plain.or_else(|| {
            let likely = task.estimate.map(|estimate| estimate.likely);
            lasts.or(task.duration).or(likely).map(|duration| duration.span(self.units))
        });
        let ignores = plain.is_none() && self.goes_by_home(task);
        let pauses =
            if plain.is_some() || matches!(given, Some(Span::Elapsed(_))) { 0 } else { self.pauses(task) };
        let progress = &task.progress;
        let started =
            plain.is_none() && (progress.actual_start.is_some() || progress.actual_finish.is_some());
        let first_track = self.tracks.len();
        for assigned in members {
            if !self.index.resource(assigned.resource).kind.works() {
                continue;
            }
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
            } else if ignores {
                own
            } else {
                let resource_timeline = self.resource_timeline[assigned.resource as usize];
                match self.index.calendar_of(number) {
                    crate::plan::index::NONE => resource_timeline,
                    _ => self.intersection(resource_timeline, own),
                }
            };
            let (duration, parts) = self.own_length(assigned, given, (duration, parts), pauses);
            self.tracks.push(Track::new(calendar, duration));
            if (duration > 0 || started) && parts > 0 {
                let inside = calendar != ALWAYS && !ignores;
                let resource = assigned.resource;
                self.uses.push(Use::new(resource, parts, (calendar, duration), inside));
            }
        }
        let mut distinct: SmallVec<[Track; 4]> = self.tracks.drain(first_track..).collect();
        distinct.arrange();
        distinct.dedup();
        let longest = distinct.iter().map(|track| track.duration).max();
        let span = given.unwrap_or(Span::Working(Work(longest.unwrap_or(0))));
        let (calendar, duration) = match span {
            Span::Elapsed(wall) => (ALWAYS, wall.0),
            // Assignments may be longer or shorter than the task.
            Span::Working(work) => match distinct.first() {
                Some(track) => (track.calendar, longest.unwrap_or(work.0)),
                None => (own, work.0.saturating_add(pauses)),
            },
        };
        let slack = match (self.index.plan.program.scheduling.float_rule, span) {
            (FloatRule::MicrosoftProject, Span::Working(_)) => own,
            _ => calendar,
        };
        for track in &distinct {
            if self.timelines[track.calendar as usize].is_empty() {
                self.issues.push(no_time(task, self.index, number));
                break;
            }
        }
        let kind = match (duration, distinct.len()) {
            _ if task.level_of_effort => Kind::Effort,
            (0, _) => Kind::Finish,
            (_, 0 | 1) => Kind::Work,
            _ => {
                self.tracks.extend(distinct);
                Kind::Tracks
            }
        };
        (Node { kind, calendar, slack, duration, held: NONE, milestone: false }, span)
    }

    fn links(&mut self) {
        let options = self.index.plan.program.scheduling;
        for &link in &self.index.links {
            let kind = link.kind;
            let gates = |number: u32| if self.gates.is_empty() { None } else { self.gates.get(&number) };
            let from = match gates(link.from) {
                Some(gates) if out_of_finish(kind) => gates.out_finish,
                Some(gates) => gates.out_start,
                None => link.from,
            };
            let to = match gates(link.to) {
                Some(gates) if into_start(kind) => gates.into_start,
                Some(gates) => gates.into_finish,
                None => link.to,
            };
            let (mut calendar, mut lag) = (ALWAYS, 0);
            if let Some(&(given, chosen)) = self.index.lag(link) {
                (calendar, lag) = self.lag(link, given, chosen.unwrap_or(options.lag_calendar));
            }
            let edge = Edge { from, to, lag, calendar, kind };
            if self.efforts.any && self.link_effort(edge) {
                continue;
            }
            self.edges.push(edge);
            let most = if self.index.has_max_lags { self.index.dependency(link).max_lag } else { None };
            if let Some(most) = most {
                let chosen = self.index.dependency(link).lag_calendar.unwrap_or(options.lag_calendar);
                let (calendar, lag) = self.lag(link, most, chosen);
                self.windows.push(Edge { lag, calendar, ..edge });
            }
        }
        self.close_stretches();
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
            Span::Elapsed(_) => self.own_timeline(number),
            Span::Working(_) => self.nodes[number as usize].calendar,
        }
    }

    fn finish(self, any_order: bool) -> (Network, Uses, FxHashMap<u32, Gates>) {
        let program = &self.index.plan.program;
        let at_home = |date: When| self.axis(date.start(), &self.program_zone);
        let has_rule = program.scheduling.progress_rule != ProgressRule::AsRecorded;
        let data_date = program.status_date.filter(|_| has_rule).unwrap_or(program.start);
        let origin = at_home(program.start).max(at_home(data_date));
        let must_finish_by = program.must_finish_by.map(|by| self.axis(by.end(), &self.program_zone));
        let back_from = match program.scheduling.from {
            ScheduleFrom::Start => None,
            ScheduleFrom::Finish => program.finish.map(|finish| self.axis(finish.end(), &self.program_zone)),
        };
        let critical_float = match program.scheduling.critical_float.span(self.units) {
            Span::Working(work) => work.0,
            Span::Elapsed(wall) => wall.0,
        };
        let own_links = program.scheduling.float_rule == FloatRule::MicrosoftProject;
        let mut ends = vec![false; if own_links { self.nodes.len() } else { 0 }];
        for gates in self.gates.values().filter(|_| own_links) {
            for gate in [gates.out_finish, gates.out_start] {
                if let Some(end) = ends.get_mut(gate as usize) {
                    *end = true;
                }
            }
        }
        let sorted = topology::sort(&self.nodes, self.edges, any_order);
        let network = Network {
            tasks: self.index.tasks.len(),
            nodes: self.nodes,
            held: self.held,
            tracks: self.tracks,
            first_track: self.first_track,
            edges: sorted.into,
            first_in: sorted.first_in,
            out: sorted.out,
            first_out: sorted.first_out,
            windows: Windows::new(self.windows),
            order: sorted.order,
            timelines: self.timelines,
            origin,
            back_from,
            honor_constraints: program.scheduling.honor_constraints,
            multiple_critical_paths: program.scheduling.multiple_critical_paths,
            critical_float,
            stretches: self.efforts.stretches,
            parents: self.efforts.parents,
            progress_rule: program.scheduling.progress_rule,
            lag_from_early_start: program.scheduling.lag_from_early_start,
            total_float: program.scheduling.total_float,
            longest_path: program.scheduling.critical == CriticalRule::LongestPath,
            must_finish_by,
            own_links,
            ends,
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
