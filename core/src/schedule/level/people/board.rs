//! The problem with its people in hand: a network of its own whose tasks are switched from one mode to another in
//! place, while everything else about the problem stays.

use super::super::place::generate::Workspace;
use super::super::problem::labor::{Labor, Share};
use super::super::problem::{Facts, Problem, Score};
use crate::quantity::{Span, Time};
use crate::schedule::choice::{Choice, Choices, Lagged};
use crate::schedule::critical_path::Dates;
use crate::schedule::network::{NONE, Network};
use crate::schedule::uses::Uses;

/// How good a plan is with the people it has: whether it breaks a date that is kept now, the objective, how many
/// assignments are exchanged, what that costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub(crate) breaks: bool,
    pub(crate) score: Score,
    pub(crate) exchanged: u32,
    pub(crate) extra: i64,
}

/// A problem whose people can be exchanged.
pub(crate) struct Board<'c> {
    pub(crate) choices: &'c Choices,
    network: Network,
    uses: Uses,
    /// By task, as [`Choices::spans`].
    spans: Vec<(Span, u32)>,
    facts: Facts,
    /// Earliest dates with the people given.
    given: Dates,
    /// Mode of each choice.
    modes: Vec<u16>,
    /// By node, or [`NONE`].
    choice_of: Vec<u32>,
    /// Whether some task has a latest start.
    is_held: bool,
    /// Fixed nodes whose predecessors let them be where they are, with the people given.
    reached: Vec<u32>,
    /// Latest finishes that are kept with the people given.
    until: Vec<(u32, Time)>,
    /// By choice and mode: paid work, if cost counts.
    shares: Vec<Vec<Share>>,
    /// Assignments exchanged, and what they cost more.
    exchanged: u32,
    extra: i64,
}

impl<'c> Board<'c> {
    /// The problem with the people given.
    pub(crate) fn new(problem: Problem<'_>, choices: &'c Choices) -> Self {
        let (network, uses) = (problem.network.clone(), problem.uses.clone());
        let facts = problem.facts;
        let mut choice_of = vec![NONE; network.nodes.len()];
        for (number, choice) in (0u32..).zip(&choices.list) {
            choice_of[choice.node as usize] = number;
        }
        let is_held = facts.hard.iter().zip(&facts.fixed).any(|(hard, fixed)| !fixed && *hard < Time::NEVER);
        let early = &facts.early;
        let is_reached = |node: &u32| {
            let at = *node as usize;
            let started = network.held(*node).is_some_and(|held| held.actual.is_some());
            let (start, finish) = network.early(*node, early, Time::DISTANT_PAST);
            facts.fixed[at] && !started && start <= early.start[at] && finish <= early.finish[at]
        };
        let nodes = network.order.iter().copied();
        let latest = |node: u32| network.held(node).map_or(Time::NEVER, |held| held.finish_max);
        let until = nodes.clone().map(|node| (node, latest(node)));
        let until =
            until.filter(|(node, until)| *until < Time::NEVER && early.finish[*node as usize] <= *until);
        Self {
            choices,
            reached: nodes.filter(is_reached).collect(),
            until: until.collect(),
            spans: choices.spans.clone(),
            given: facts.early.clone(),
            modes: vec![0; choices.list.len()],
            choice_of,
            is_held,
            shares: Vec::new(),
            exchanged: 0,
            extra: 0,
            network,
            uses,
            facts,
        }
    }

    /// Lets what people are paid count; `labor` is that of the people given.
    pub(crate) fn pay(&mut self, labor: Labor, early: &Dates) {
        let share = |choice: &Choice| {
            let early = early.start[choice.node as usize];
            let of = |mode| labor.share(&self.network, &self.uses, choice.node, mode, early);
            choice.modes.iter().map(of).collect()
        };
        self.shares = self.choices.list.iter().map(share).collect();
        self.facts.objective.labor = labor;
    }

    /// No plan pays less, whoever works, as far as tasks with a choice go: less what the people now are paid at least.
    pub(crate) fn least_pay(&mut self) -> i64 {
        let labor = &self.facts.objective.labor;
        let pairs = self.shares.iter().zip(&self.modes).map(|(shares, mode)| {
            let least = shares.iter().map(|share| labor.least_of(share)).min().unwrap_or(0);
            least.saturating_sub(labor.least_of(&shares[*mode as usize]))
        });
        let more = pairs.fold(0i64, i64::saturating_add);
        self.with(|problem| problem.objective.labor.least_anywhere()).saturating_add(more)
    }

    /// Asks something of the problem as its people are now.
    pub(crate) fn with<R>(&mut self, ask: impl FnOnce(&Problem<'_>) -> R) -> R {
        let facts = std::mem::take(&mut self.facts);
        let problem = Problem { network: &self.network, uses: &self.uses, facts };
        let answer = ask(&problem);
        self.facts = problem.facts;
        answer
    }

    /// The facts of the problem as its people are now.
    pub(crate) fn facts(&self) -> Facts {
        self.facts.clone()
    }

    pub(crate) fn modes(&self) -> &[u16] {
        &self.modes
    }

    pub(crate) fn choice_of(&self, node: u32) -> Option<usize> {
        self.choice_of.get(node as usize).filter(|choice| **choice != NONE).map(|choice| *choice as usize)
    }

    /// Assignments that a mode exchanges.
    pub(crate) fn exchanges(&self, choice: usize, mode: u16) -> u32 {
        self.choices.list[choice].modes[mode as usize].exchanged.len() as u32
    }

    /// Assignments exchanged if one choice took another mode.
    pub(crate) fn exchanged_with(&self, choice: usize, mode: u16) -> u32 {
        self.exchanged - self.exchanges(choice, self.modes[choice]) + self.exchanges(choice, mode)
    }

    /// Takes another mode of a choice.
    pub(crate) fn switch(&mut self, choice: usize, mode: u16) {
        if self.modes[choice] == mode {
            return;
        }
        let Self { choices, network, uses, spans, .. } = self;
        choices.switch(network, uses, spans, choice, mode as usize);
        let modes = &choices.list[choice].modes;
        let (was, is) = (&modes[self.modes[choice] as usize], &modes[mode as usize]);
        self.exchanged = self.exchanged + is.exchanged.len() as u32 - was.exchanged.len() as u32;
        self.extra = self.extra.saturating_add(is.extra).saturating_sub(was.extra);
        if let Some(shares) = self.shares.get(choice) {
            let (was, is) = (&shares[self.modes[choice] as usize], &shares[mode as usize]);
            self.facts.objective.labor.exchange(self.choices.list[choice].node, was, is);
        }
        self.modes[choice] = mode;
        if self.is_held {
            self.limits();
        } else {
            let node = self.choices.list[choice].node;
            self.facts.counted[node as usize] = self.with(|problem| problem.latest_count(node));
        }
    }

    /// Takes the modes of every choice.
    pub(crate) fn take(&mut self, modes: &[u16]) {
        for (choice, mode) in modes.iter().enumerate() {
            self.switch(choice, *mode);
        }
    }

    /// Latest starts, and how far places can be counted.
    fn limits(&mut self) {
        let early = std::mem::replace(&mut self.facts.early, std::mem::take(&mut self.given));
        let facts = std::mem::take(&mut self.facts);
        let mut problem = Problem { network: &self.network, uses: &self.uses, facts };
        limit(&mut problem);
        self.facts = problem.facts;
        self.given = std::mem::replace(&mut self.facts.early, early);
    }

    /// Brings everything that follows from the people up to date: what rules and bounds look at, too.
    pub(crate) fn refresh(&mut self) {
        self.limits();
        let early = self.with(earliest);
        let late = self.network.analyze(&self.facts.floor).late;
        self.facts.early = early;
        self.facts.late = late;
    }

    /// Dates that no plan is earlier than, whoever works; `None` if lags follow the people of predecessors.
    ///
    /// Each task takes the earliest start and the earliest finish that any of its modes has, which need not be the
    /// same. Leaves the people as they are.
    pub(crate) fn least(&mut self) -> Option<Dates> {
        if self.choices.lagged.iter().any(Lagged::follows_predecessor) {
            return None;
        }
        let now = self.modes.clone();
        let count = self.network.nodes.len();
        let mut dates = Dates { start: vec![Time::NEVER; count], finish: vec![Time::NEVER; count] };
        for node in self.network.order.clone() {
            let at = node as usize;
            if self.facts.fixed[at] {
                (dates.start[at], dates.finish[at]) =
                    (self.facts.early.start[at], self.facts.early.finish[at]);
                continue;
            }
            let floor = self.facts.floor[at];
            let Some(choice) = self.choice_of(node) else {
                (dates.start[at], dates.finish[at]) = self.network.early(node, &dates, floor);
                continue;
            };
            for mode in 0..self.choices.list[choice].modes.len() {
                let Self { choices, network, uses, spans, .. } = self;
                choices.switch(network, uses, spans, choice, mode);
                let (start, finish) = network.early(node, &dates, floor);
                dates.start[at] = dates.start[at].min(start);
                dates.finish[at] = dates.finish[at].min(finish);
            }
            let Self { choices, network, uses, spans, .. } = self;
            choices.switch(network, uses, spans, choice, now[choice] as usize);
        }
        Some(dates)
    }

    /// The latest dates that limits on finishes imply in every plan, whoever works: each task has the latest start
    /// and the latest finish of its modes. Not for plans whose lags follow the people.
    pub(crate) fn latest(&mut self, limit: impl Fn(u32) -> Time) -> Dates {
        let now = self.modes.clone();
        let count = self.network.nodes.len();
        let mut late = Dates { start: vec![Time::NEVER; count], finish: vec![Time::NEVER; count] };
        for node in self.network.order.clone().into_iter().rev() {
            let at = node as usize;
            let Some(choice) = self.choice_of(node) else {
                (late.start[at], late.finish[at]) =
                    self.with(|problem| problem.latest_of(node, limit(node), &late, false));
                continue;
            };
            let (mut start, mut finish) = (Time::DISTANT_PAST, Time::DISTANT_PAST);
            let modes = 0..self.choices.list[choice].modes.len();
            for mode in modes.chain([now[choice] as usize]) {
                let Self { choices, network, uses, spans, .. } = self;
                choices.switch(network, uses, spans, choice, mode);
                let last = self.with(|problem| problem.latest_of(node, limit(node), &late, false));
                (start, finish) = (start.max(last.0), finish.max(last.1));
            }
            (late.start[at], late.finish[at]) = (start, finish);
        }
        late
    }

    /// Asks something of the problem as if nothing could be earlier than some dates.
    pub(crate) fn with_early<R>(&mut self, dates: &Dates, ask: impl FnOnce(&Problem<'_>) -> R) -> R {
        let early = std::mem::replace(&mut self.facts.early, dates.clone());
        let answer = self.with(ask);
        self.facts.early = early;
        answer
    }

    /// How good the schedule in a workspace is.
    pub(crate) fn rank(&mut self, work: &Workspace) -> Rank {
        let score = self.with(|problem| problem.score(&work.dates, work.overload(problem)));
        self.rank_of(score, &work.dates)
    }

    /// How good dates with a score are.
    pub(crate) fn rank_of(&self, score: Score, dates: &Dates) -> Rank {
        let hard = self.facts.hard.iter().zip(&self.facts.fixed);
        let late = |(start, (hard, fixed)): (&Time, (&Time, &bool))| !fixed && start > hard;
        // A latest start is exact for the people given only: others may finish later from the same start.
        let pushed = |node: &u32| {
            let (start, finish) = self.network.early(*node, dates, Time::DISTANT_PAST);
            start > dates.start[*node as usize] || finish > dates.finish[*node as usize]
        };
        let breaks = self.is_held
            && (dates.start.iter().zip(hard).any(late)
                || self.reached.iter().any(pushed)
                || self.until.iter().any(|(node, until)| dates.finish[*node as usize] > *until));
        Rank { breaks, score, exchanged: self.exchanged, extra: self.extra }
    }

    /// Serial generation in which each task that can be done by several goes to those with whom it is finished
    /// first, to those given among equals; at most so many assignments are exchanged.
    pub(crate) fn generate(&mut self, work: &mut Workspace, list: &[u32], most: u32) {
        self.take(&vec![0; self.modes.len()]);
        self.with(|problem| work.reset(problem));
        for &node in list {
            if let Some(choice) = self.choice_of(node) {
                let mut best: Option<((Time, u32, i64), u16)> = None;
                for mode in 0..self.choices.list[choice].modes.len() as u16 {
                    if self.exchanged_with(choice, mode) > most {
                        continue;
                    }
                    self.switch(choice, mode);
                    let forced = std::mem::replace(&mut work.forced, false);
                    let (_, finish) = self.with(|problem| work.earliest(problem, node));
                    // A place that overloads somebody is the last resort.
                    let finish = if work.forced { Time::NEVER } else { finish };
                    work.forced = forced;
                    let key = (
                        finish,
                        self.exchanges(choice, mode),
                        self.choices.list[choice].modes[mode as usize].extra,
                    );
                    if best.is_none_or(|(known, _)| key < known) {
                        best = Some((key, mode));
                    }
                }
                self.switch(choice, best.map_or(0, |(_, mode)| mode));
            }
            self.with(|problem| {
                let (start, finish) = work.earliest(problem, node);
                work.put(problem, node, start, finish);
            });
        }
    }
}

/// The problem of a network with other people, from facts with those given.
pub(crate) fn renewed<'a>(facts: Facts, network: &'a Network, uses: &'a Uses) -> Problem<'a> {
    let mut problem = Problem { network, uses, facts };
    limit(&mut problem);
    problem.early = earliest(&problem);
    problem
}

/// Latest starts, and how far places can be counted, while `early` is that of the people given.
fn limit(problem: &mut Problem<'_>) {
    problem.hard_limits(false);
    for node in 0..problem.network.nodes.len() {
        problem.counted[node] = problem.latest_count(node as u32);
    }
}

/// The earliest dates of a problem whose fixed nodes stay.
fn earliest(problem: &Problem<'_>) -> Dates {
    let network = problem.network;
    let mut dates = problem.early.clone();
    for &node in &network.order {
        let at = node as usize;
        if !problem.fixed[at] {
            (dates.start[at], dates.finish[at]) = network.early(node, &dates, problem.floor[at]);
        }
    }
    dates
}
