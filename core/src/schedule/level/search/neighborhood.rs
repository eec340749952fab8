//! Which part of a schedule to place anew, and in what order.
//!
//! | kind | part | order |
//! |---|---|---|
//! | path | a place where something late waits for somebody, some way back along the links and people that hold it, with those who hold it there and what lies behind on that way | the place before its holders |
//! | eject | a path to something late, then paths to what that made late (`eject`) | the same |
//! | chain | back from something late along the links and people that hold it, with some of those who hold | the chain before its holders |
//! | window | tasks near each other in time, by people and links | starts, moved at random |
//! | urgency | the same | starts, moved by the time left until the deadlines behind |
//!
//! Each kind comes in several sizes. How often each is drawn follows what it gained for its work lately (a
//! bandit).

use super::super::options::Goal;
use super::super::place::part::{Keyed, Standing};
use super::super::problem::Problem;
use crate::plan::DependencyKind::{FinishStart, StartStart};
use crate::quantity::{DAY, Time};
use crate::run::Rng;
use crate::schedule::critical_path::Dates;
use crate::schedule::schedule_op::late_days;

/// Kinds of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A chain with one holder at each place where it waits, and mostly those between.
    Chain,
    /// A chain with all holders.
    Crowd,
    Window,
    Urgency,
    /// One place where something late waits for somebody, some way back, and what comes behind it on that way.
    Path,
    /// The same, and then what that made late, some times over.
    Eject,
}

/// Ways to choose a part: the kind and the most tasks, or steps back, of a part.
const WAYS: [(Kind, usize); 14] = [
    (Kind::Eject, 8),
    (Kind::Eject, 50),
    (Kind::Path, 8),
    (Kind::Path, 16),
    (Kind::Path, 50),
    (Kind::Chain, 4),
    (Kind::Chain, 12),
    (Kind::Chain, 100),
    (Kind::Crowd, 4),
    (Kind::Window, 12),
    (Kind::Window, 100),
    (Kind::Urgency, 12),
    (Kind::Urgency, 36),
    (Kind::Urgency, 100),
];
pub(crate) const ARMS: usize = WAYS.len();
/// Changes of the schedule after which the table of what is late is made anew.
const STALE: u32 = 64;

/// Chooses parts.
pub(crate) struct Neighborhood {
    /// Latest start that keeps every deadline behind a node.
    due_start: Vec<Time>,
    competing: Vec<u32>,
    /// Late nodes with the sums of their weighted lateness beyond what links make.
    late: Vec<(u32, u64)>,
    /// Tasks of overloaded people.
    overloaded: Vec<u32>,
    /// A task that finishes last.
    last: u32,
    /// Uses of the table since it was made.
    age: u32,
    part: Vec<Keyed>,
    marks: Vec<u32>,
    mark: u32,
    stack: Vec<Keyed>,
    holders: Vec<u32>,
    /// The last path back, each node with the time at which links alone would let it start.
    way: Vec<(u32, Time)>,
}

impl Neighborhood {
    pub(crate) fn new(problem: &Problem<'_>, standing: &Standing, due_start: Vec<Time>) -> Self {
        let nodes = 0..problem.network.nodes.len() as u32;
        Self {
            due_start,
            competing: nodes.filter(|node| standing.competes[*node as usize]).collect(),
            late: Vec::new(),
            overloaded: Vec::new(),
            last: 0,
            age: STALE,
            part: Vec::new(),
            marks: vec![0; problem.network.nodes.len()],
            mark: 0,
            stack: Vec::new(),
            holders: Vec::new(),
            way: Vec::new(),
        }
    }

    /// A part of the schedule and the keys to place it by.
    pub(crate) fn part(
        &mut self,
        problem: &Problem<'_>,
        standing: &Standing,
        arm: usize,
        rng: &mut Rng,
    ) -> &[Keyed] {
        self.age += 1;
        if self.age >= STALE {
            self.age = 0;
            self.refresh(problem, standing);
        }
        let (kind, size) = WAYS[arm % ARMS];
        self.part.clear();
        self.forget();
        match kind {
            Kind::Path | Kind::Eject => {
                let target = self.target(problem, rng);
                self.path(problem, standing, target, size, rng);
            }
            Kind::Chain | Kind::Crowd => {
                let target = self.target(problem, rng);
                self.chain(problem, standing, target, size, kind == Kind::Crowd, rng);
            }
            Kind::Window | Kind::Urgency => {
                self.window(problem, standing, size, rng);
                self.order(standing, kind == Kind::Urgency, rng);
            }
        }
        &self.part
    }

    /// Whether a way of choosing goes on from what it made late.
    pub(crate) fn ejects(arm: usize) -> bool {
        WAYS[arm % ARMS].0 == Kind::Eject
    }

    /// What the last path was to bring forward.
    pub(crate) fn aim(&self) -> u32 {
        self.way.first().map_or(0, |(node, _)| *node)
    }

    /// A part that may bring a task forward.
    pub(crate) fn toward(
        &mut self,
        problem: &Problem<'_>,
        standing: &Standing,
        target: u32,
        arm: usize,
        rng: &mut Rng,
    ) -> &[Keyed] {
        self.part.clear();
        self.forget();
        self.path(problem, standing, target, WAYS[arm % ARMS].1, rng);
        &self.part
    }

    /// How many deadlines are missed that links alone would keep.
    pub(crate) fn late(&self) -> usize {
        self.late.len()
    }

    /// The table of what is late.
    fn refresh(&mut self, problem: &Problem<'_>, standing: &Standing) {
        let dates = &standing.work.dates;
        self.overloaded.clear();
        for (resource, users) in standing.users.iter().enumerate() {
            if standing.worth.score[0] > 0 && standing.overloads[resource] > 0 {
                self.overloaded.extend(users.iter().map(|user| user.1));
            }
        }
        self.late.clear();
        let mut sum = 0u64;
        for due in &problem.due {
            let days = late_days(dates.finish[due.node as usize], due.deadline);
            let unavoidable = late_days(problem.early.finish[due.node as usize], due.deadline);
            if days > unavoidable && due.weight > 0 {
                let days = u64::from(days - unavoidable);
                sum = sum.saturating_add(days.saturating_mul((due.weight / 1000 + 1) as u64));
                self.late.push((due.node, sum));
            }
        }
        let end = problem.network.last_finish(dates);
        let last = (0..problem.network.tasks as u32)
            .find(|node| dates.finish[*node as usize] == end && problem.network.is_leaf(*node));
        self.last = last.unwrap_or(0);
    }

    /// A task of somebody overloaded, or something late, by its weighted lateness beyond what links make; if nothing is late or tardiness is not the first goal, a task
    /// that finishes last.
    fn target(&self, problem: &Problem<'_>, rng: &mut Rng) -> u32 {
        if !self.overloaded.is_empty() && rng.below(2) == 0 {
            return self.overloaded[rng.below(self.overloaded.len() as u32) as usize];
        }
        let tardiness = problem.goals.first() == Some(&Goal::Tardiness)
            || problem.goals.contains(&Goal::Tardiness) && rng.below(2) == 0;
        match self.late.last() {
            Some((_, sum)) if tardiness => {
                let draw = rng.below64(*sum);
                let at = self.late.partition_point(|(_, until)| *until <= draw);
                self.late.get(at).map_or(self.last, |late| late.0)
            }
            _ => self.last,
        }
    }

    /// Nothing is seen.
    fn forget(&mut self) {
        self.mark = self.mark.wrapping_add(1);
        if self.mark == 0 {
            self.marks.fill(0);
            self.mark = 1;
        }
    }

    /// Whether a node is seen for the first time.
    fn see(&mut self, node: u32) -> bool {
        let mark = &mut self.marks[node as usize];
        let first = *mark != self.mark;
        *mark = self.mark;
        first
    }

    /// Back from a node along what holds it.
    fn chain(
        &mut self,
        problem: &Problem<'_>,
        standing: &Standing,
        target: u32,
        size: usize,
        all: bool,
        rng: &mut Rng,
    ) {
        let dates = &standing.work.dates;
        let tolerance = i64::from(rng.below(3)) / 2 * DAY;
        let mut looked = 0;
        self.stack.clear();
        self.stack.push((target, i64::MAX));
        while let Some((node, limit)) = self.stack.pop() {
            looked += 1;
            if self.part.len() >= size || looked > 16 * size {
                break;
            }
            let at = node as usize;
            if problem.fixed[at] || !self.see(node) {
                continue;
            }
            let mut key = limit.min(dates.start[at].0);
            if standing.competes[at] {
                let (free, _) = problem.network.early(node, dates, problem.floor[at]);
                if free < dates.start[at] {
                    self.find_holders(problem, standing, node, free);
                    key = self.take_holders(dates, key, all, rng);
                }
                self.part.push((node, key));
            }
            self.push_drivers(problem, dates, node, key, tolerance, rng);
        }
    }

    /// One place on the way back from a node along what holds it, and what lies behind it on that way. A single place
    /// makes few others late: whole chains seldom fit.
    fn path(&mut self, problem: &Problem<'_>, standing: &Standing, target: u32, reach: usize, rng: &mut Rng) {
        let dates = &standing.work.dates;
        self.way.clear();
        let mut waiting = 0;
        let mut node = target;
        while self.way.len() < reach && !problem.fixed[node as usize] && self.see(node) {
            let start = dates.start[node as usize];
            let competes = standing.competes[node as usize];
            let free = if competes {
                problem.network.early(node, dates, problem.floor[node as usize]).0
            } else {
                start
            };
            self.way.push((node, free));
            if free < start {
                waiting += 1;
                self.find_holders(problem, standing, node, free);
                let Some(holder) = self.holders.get(rng.below(self.holders.len() as u32) as usize) else {
                    break;
                };
                node = *holder;
            } else {
                self.stack.clear();
                self.push_drivers(problem, dates, node, 0, 0, rng);
                let Some((driver, _)) = self.stack.pop() else { break };
                node = driver;
            }
        }
        let mut chosen = rng.below(waiting);
        let place = self.way.iter().position(|(node, free)| {
            let waits = *free < dates.start[*node as usize];
            chosen = if waits { chosen.wrapping_sub(1) } else { chosen };
            waits && chosen == u32::MAX
        });
        let Some(place) = place else { return };
        self.forget();
        for at in 0..=place {
            self.see(self.way[at].0);
        }
        let (node, free) = self.way[place];
        self.find_holders(problem, standing, node, free);
        let key = self.take_holders(dates, dates.start[node as usize].0, false, rng);
        self.part.push((node, key));
        for &(node, _) in &self.way[..place] {
            if standing.competes[node as usize] {
                self.part.push((node, dates.start[node as usize].0));
            }
        }
    }

    /// The movable tasks that lie on a resource of the node in the time in which the node waits for it.
    fn find_holders(&mut self, problem: &Problem<'_>, standing: &Standing, node: u32, free: Time) {
        let dates = &standing.work.dates;
        let start = dates.start[node as usize];
        self.holders.clear();
        for one in problem.limits(node) {
            let users = &standing.users[one.resource as usize];
            let until = users.partition_point(|user| user.0 < start);
            let longest = standing.longest[one.resource as usize];
            for &(begin, user) in users[..until].iter().rev() {
                if begin.0 + longest <= free.0 {
                    break;
                }
                if user != node && dates.finish[user as usize] > free {
                    self.holders.push(user);
                }
            }
        }
    }

    /// Adds holders to the part: one, it and those behind it, or all; the key that comes before theirs.
    fn take_holders(&mut self, dates: &Dates, mut key: i64, all: bool, rng: &mut Rng) -> i64 {
        if self.holders.is_empty() {
            return key;
        }
        // Most often those between give way with it, each to the place of the next: else it had to fit in a gap.
        let one = self.holders[rng.below(self.holders.len() as u32) as usize];
        let first = dates.start[one as usize];
        let alone = !all && rng.below(4) == 0;
        for at in 0..self.holders.len() {
            let holder = self.holders[at];
            let start = dates.start[holder as usize].0;
            let chosen = all || holder == one || (!alone && start >= first.0);
            if chosen && self.see(holder) {
                self.part.push((holder, start));
                key = key.min(start - 1);
            }
        }
        key
    }

    /// Goes on to the predecessors that hold a node, or nearly do.
    fn push_drivers(
        &mut self,
        problem: &Problem<'_>,
        dates: &Dates,
        node: u32,
        key: i64,
        tolerance: i64,
        rng: &mut Rng,
    ) {
        let network = problem.network;
        let slack = |edge: &crate::schedule::network::Edge| {
            let from = edge.from as usize;
            let bound = network.bound(edge, dates.start[from], dates.finish[from]);
            let end = match edge.kind {
                FinishStart | StartStart => dates.start[node as usize],
                _ => dates.finish[node as usize],
            };
            end.0 - bound.0
        };
        let edges = network.edges_in(node);
        let Some(least) = edges.iter().map(slack).min() else { return };
        let first = self.stack.len();
        for edge in edges {
            if slack(edge) <= least.saturating_add(tolerance) {
                self.stack.push((edge.from, key));
            }
        }
        let many = self.stack.len() - first;
        if many > 1 {
            let at = first + rng.below(many as u32) as usize;
            let top = self.stack.len() - 1;
            self.stack.swap(at, top);
        }
    }

    /// Tasks near each other in time, by people and links.
    fn window(&mut self, problem: &Problem<'_>, standing: &Standing, size: usize, rng: &mut Rng) {
        let network = problem.network;
        let dates = &standing.work.dates;
        let seed = self.seed(problem, standing, rng);
        if !standing.competes[seed as usize] {
            return;
        }
        self.part.push((seed, 0));
        self.see(seed);
        let mut next = 0;
        while next < self.part.len() && self.part.len() < size {
            let node = self.part[next].0;
            next += 1;
            for one in problem.limits(node) {
                let users = &standing.users[one.resource as usize];
                let at = users.partition_point(|user| *user < (dates.start[node as usize], node));
                let reach = 1 + rng.below(3) as usize;
                for &(_, user) in &users[at.saturating_sub(reach)..users.len().min(at + reach + 1)] {
                    if self.see(user) {
                        self.part.push((user, 0));
                    }
                }
            }
            let before = network.edges_in(node).iter().map(|edge| edge.from);
            for other in before.chain(network.edges_out(node).map(|edge| edge.to)) {
                if standing.competes[other as usize] && rng.below(2) == 0 && self.see(other) {
                    self.part.push((other, 0));
                }
            }
        }
        self.part.truncate(size);
    }

    /// A task to begin with: on the way to something late, or any.
    fn seed(&self, problem: &Problem<'_>, standing: &Standing, rng: &mut Rng) -> u32 {
        let any = self.competing.get(rng.below(self.competing.len() as u32) as usize).copied().unwrap_or(0);
        if rng.below(4) == 0 {
            return any;
        }
        let mut node = self.target(problem, rng);
        let mut found = if standing.competes[node as usize] { node } else { any };
        for _ in 0..rng.below(24) {
            let edges = problem.network.edges_in(node);
            let Some(edge) = edges.get(rng.below(edges.len() as u32) as usize) else { break };
            node = edge.from;
            if standing.competes[node as usize] {
                found = node;
            }
        }
        found
    }

    /// Keys of a window.
    fn order(&mut self, standing: &Standing, urgency: bool, rng: &mut Rng) {
        let dates = &standing.work.dates;
        let spread = (DAY / 4) << rng.below(6);
        let share = i64::from(1 + rng.below(8));
        for (node, key) in &mut self.part {
            let start = dates.start[*node as usize].0;
            *key = if urgency {
                let left = self.due_start[*node as usize].0.saturating_sub(start).clamp(-30 * DAY, 30 * DAY);
                start + left * share / 8 + rng.below64(DAY as u64) as i64
            } else {
                start + rng.below64(spread as u64) as i64
            };
        }
    }
}

/// What each way to choose a part has gained for its work.
pub(crate) struct Bandit {
    gains: [u64; ARMS],
    work: [u64; ARMS],
    draws: u32,
}

impl Bandit {
    pub(crate) fn new() -> Self {
        Self { gains: [4; ARMS], work: [1_000; ARMS], draws: 0 }
    }

    /// An arm, by its gains for its work; each keeps a share.
    pub(crate) fn draw(&mut self, rng: &mut Rng) -> usize {
        self.draws += 1;
        if self.draws.is_multiple_of(4_096) {
            for (gains, work) in self.gains.iter_mut().zip(&mut self.work) {
                *gains = *gains / 2 + 2;
                *work = *work / 2 + 1_000;
            }
        }
        let rates: [u64; ARMS] = std::array::from_fn(|arm| self.gains[arm] * 1_000_000 / self.work[arm]);
        let sum: u64 = rates.iter().sum();
        let floor = sum / (4 * ARMS as u64) + 1;
        let mut draw = rng.below64(sum + floor * ARMS as u64);
        for (arm, rate) in rates.iter().enumerate() {
            let share = rate + floor;
            if draw < share {
                return arm;
            }
            draw -= share;
        }
        0
    }

    pub(crate) fn learn(&mut self, arm: usize, gain: u64, work: u64) {
        self.gains[arm] += 8 * gain;
        self.work[arm] += work;
    }
}
