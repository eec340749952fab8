//! The choices of a plan: each task that names alternatives, in every way that it can be done.

use super::super::choice::{Choice, Choices, Lagged, Mode};
use super::super::network::Kind;
use super::super::uses::Use;
use super::{Compiler, Member, into_start, out_of_finish};
use crate::plan::alternative::{Candidate, Candidates, covers};
use crate::plan::index::AssignmentIndex;
use crate::plan::{PRIORITY_NEVER_MOVES, Per, Rate};
use crate::quantity::{Duration, Span};
use crate::sort::Arrange;

/// Most ways in which one task can be done; those with fewer exchanges come first.
const MODES_OF_TASK: usize = 64;
/// Most ways of all tasks together.
const MODES: usize = 200_000;

/// One way to fill the assignments of a task.
#[derive(Clone)]
struct Team {
    members: Vec<Member>,
    lasts: Option<Duration>,
    exchanged: Vec<(u32, u32)>,
}

impl Compiler<'_, '_> {
    /// Every choice. To be asked after the links, whose lags may follow who does what.
    pub(super) fn choices(&mut self) -> Choices {
        let index = self.index;
        let mut choices = Choices { units: self.units, ..Choices::default() };
        let mut candidates = Candidates::default();
        let mut count = 0;
        for number in 0..index.tasks.len() as u32 {
            let task = index.task(number);
            let progress = &task.progress;
            let stays = index.is_summary[number as usize]
                || task.milestone.is_some()
                || task.priority >= PRIORITY_NEVER_MOVES
                || progress.actual_start.is_some()
                || progress.actual_finish.is_some();
            let assignments = index.assignments_of(number);
            let named = |at: &AssignmentIndex| !index.assignment(*at).alternatives.is_empty();
            if stays || count >= MODES || !assignments.iter().any(named) {
                continue;
            }
            let teams = self.teams(number, &mut candidates);
            let mut modes: Vec<Mode> = teams.into_iter().filter_map(|team| self.mode(number, team)).collect();
            let given = modes.first().map_or(0, |mode| mode.extra);
            modes.iter_mut().for_each(|mode| mode.extra = mode.extra.saturating_sub(given));
            if modes.len() > 1 && modes.first().is_some_and(|mode| mode.exchanged.is_empty()) {
                count += modes.len();
                for one in modes.iter().flat_map(|mode| &mode.uses).filter(|one| !one.inside) {
                    self.pools[one.resource as usize].outside = true;
                }
                choices.list.push(Choice { node: number, modes });
            }
        }
        if !choices.is_empty() {
            choices.spans = (0..index.tasks.len() as u32)
                .map(|number| (self.spans[number as usize], self.own_timeline(number)))
                .collect();
            choices.lagged = self.lagged(&choices);
        }
        choices
    }

    /// The ways to fill the assignments of a task: as given, then one exchange, then more.
    fn teams(&self, number: u32, candidates: &mut Candidates) -> Vec<Team> {
        let index = self.index;
        let assignments = index.assignments_of(number);
        let others: Vec<Vec<Candidate>> = assignments.iter().map(|at| candidates.of(index, *at)).collect();
        let members = assignments.iter().map(|at| Member::of(at.resource, index.assignment(*at)));
        let given = Team { members: members.collect(), lasts: None, exchanged: Vec::new() };
        let mut teams = vec![given];
        // From each team on, exchanges in later assignments only: every set of exchanges once.
        let mut next = 0;
        while let Some(team) = teams.get(next).cloned() {
            next += 1;
            let last = team.exchanged.last().map(|(from, _)| *from);
            for (slot, (at, others)) in assignments.iter().zip(&others).enumerate() {
                if last.is_some_and(|last| at.resource <= last) {
                    continue;
                }
                for other in others {
                    if teams.len() >= MODES_OF_TASK * 4 {
                        break;
                    }
                    let mut team = team.clone();
                    let Candidate { resource, units, work, duration, .. } = *other;
                    team.members[slot] = Member { resource, units, work, lasts: None, delay: None };
                    team.lasts = duration.or(team.lasts);
                    team.exchanged.push((at.resource, resource));
                    teams.push(team);
                }
            }
        }
        let task = index.task(number);
        let fits = |team: &Team| {
            let mut people: Vec<u32> = team.members.iter().map(|member| member.resource).collect();
            people.arrange();
            people.windows(2).all(|pair| pair[0] != pair[1])
                && (team.exchanged.is_empty() || covers(index, task, people.iter().copied()))
        };
        teams.retain(fits);
        teams.truncate(MODES_OF_TASK);
        teams
    }

    /// A task done by a team; `None` if they never work at the same time as its calendar.
    fn mode(&mut self, number: u32, team: Team) -> Option<Mode> {
        let index = self.index;
        let (tracks, uses, issues) = (self.tracks.len(), self.uses.len(), self.issues.len());
        let first = std::mem::replace(&mut self.first_track[number as usize], tracks as u32);
        let own = self.own_timeline(number);
        let (node, span) = self.leaf_of(number, None, own, team.lasts, team.members.iter().copied());
        let held = self.hold_fast(index.task(number), node, number);
        self.first_track[number as usize] = first;
        let uses = self.uses.split_off(uses);
        let extra = uses.iter().map(|one| self.price(one)).sum();
        let tracks = self.tracks.split_off(tracks);
        let asked = |work: Duration| match work.span(self.units) {
            Span::Working(work) => work.0.max(0),
            Span::Elapsed(wall) => wall.0.max(0),
        };
        let works = |one: &&Member| index.resource(one.resource).kind.works();
        let members =
            team.members.iter().filter(works).map(|one| (one.resource, one.work.map(asked))).collect();
        let mode = Mode { node, tracks, uses, held, span, exchanged: team.exchanged, extra, members };
        let works = self.issues.len() == issues;
        self.issues.truncate(issues);
        (works && matches!(node.kind, Kind::Work | Kind::Tracks)).then_some(mode)
    }

    /// What a use costs at the rates of the program's start, in hundredths.
    fn price(&self, one: &Use) -> i64 {
        let resource = self.index.resource(one.resource);
        let start = self.index.plan.program.start.date;
        let holds = |rate: &&Rate| rate.from.is_none_or(|from| from <= start);
        let rate = resource.rates.iter().filter(holds).max_by_key(|rate| rate.from);
        let Some(rate) = rate.or_else(|| resource.rates.iter().min_by_key(|rate| rate.from)) else {
            return 0;
        };
        let seconds = match rate.per {
            Per::Hour => 3_600,
            Per::Day => self.units.day.0,
            Per::Unit => return 0,
        };
        let work = i128::from(one.duration) * i128::from(one.parts);
        let work = work.saturating_mul(i128::from(rate.standard.as_cents()));
        let labor = work / (i128::from(seconds.max(1)) * 10_000);
        i64::try_from(labor).unwrap_or(i64::MAX / 1_000_000).saturating_add(rate.per_use.as_cents())
    }

    /// Links with a lag that depends on who does the task at one of their ends.
    fn lagged(&self, choices: &Choices) -> Vec<Lagged> {
        let index = self.index;
        let options = index.plan.program.scheduling;
        let is_chosen =
            |number: u32| choices.list.binary_search_by_key(&number, |choice| choice.node).is_ok();
        let mut found = Vec::new();
        for &link in &index.links {
            let most = if index.has_max_lags { index.dependency(link).max_lag } else { None };
            let lag = index.lag(link);
            if most.is_none() && lag.is_none() || !is_chosen(link.from) && !is_chosen(link.to) {
                continue;
            }
            let from = match self.gates.get(&link.from) {
                Some(gates) if out_of_finish(link.kind) => gates.out_finish,
                Some(gates) => gates.out_start,
                None => link.from,
            };
            let to = match self.gates.get(&link.to) {
                Some(gates) if into_start(link.kind) => gates.into_start,
                Some(gates) => gates.into_finish,
                None => link.to,
            };
            let (ends, nodes) = ([link.from, link.to], [from, to]);
            if let Some(&(lag, chosen)) = lag {
                let counts_in = chosen.unwrap_or(options.lag_calendar);
                found.push(Lagged::new(ends, nodes, link.kind, lag, counts_in));
            }
            if let Some(most) = most {
                let counts_in = index.dependency(link).lag_calendar.unwrap_or(options.lag_calendar);
                found.push(Lagged::new(ends, nodes, link.kind, most, counts_in).of_most());
            }
        }
        found
    }
}
