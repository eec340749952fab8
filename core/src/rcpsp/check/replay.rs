//! The log of a refutation, nogood by nogood.

use super::Findings;
use super::domain::{Atom, Domain, Halt, Nogoods, Side, Step, links};
use super::facts::Facts;
use super::resource::{Resource, apart, pairs};
use crate::Issue;
use crate::rcpsp::RcpspLiteral;
use crate::rcpsp::limits::MAX_HORIZON;

/// Replays a log; the bound that it proves, in units of time. The log speaks of single moments.
pub(super) fn judge(
    facts: &Facts<'_>,
    unit: i64,
    makespan: i64,
    nogoods: &[Vec<RcpspLiteral>],
    work: u64,
    findings: &mut Findings,
) -> Option<i64> {
    if makespan < 0 {
        return Some(0);
    }
    if makespan > MAX_HORIZON {
        let message = format!("there is always a schedule of {MAX_HORIZON} or less");
        findings.add(|| Issue::error("not-refuted", "certificate/makespan", message));
        return None;
    }
    let atoms = atoms(facts, unit, nogoods, findings)?;
    let most = makespan / unit;
    let mut at = 0;
    let verdict = match Replay::new(facts, most, work) {
        Ok(mut replay) => replay.run(atoms, &mut at),
        Err(halt) => Err(halt),
    };
    match verdict {
        Err(Halt::Contradiction) => Some(most + 1),
        Err(Halt::TooLong) => {
            let message = format!("after {at} of {} nogoods the work allowed is spent", nogoods.len());
            let issue = Issue::warning("proof-too-long", "certificate/nogoods", message);
            findings.add(|| issue.with_help("allow more `work`"));
            None
        }
        Ok(()) if nogoods.is_empty() => {
            let message = "the log of the proof was not kept, so the bound cannot be checked";
            let issue = Issue::warning("proof-not-kept", "certificate/nogoods", message);
            findings.add(|| issue.with_help("solve with the option `proof`"));
            None
        }
        Ok(()) if at < nogoods.len() => {
            let message = format!("nogood {at} does not follow from what is before it");
            findings.add(|| Issue::error("not-derivable", format!("certificate/nogoods/{at}"), message));
            None
        }
        Ok(()) => {
            let message = format!("the log ends, and a makespan of {makespan} is not refuted");
            findings.add(|| Issue::error("not-refuted", "certificate/nogoods", message));
            None
        }
    }
}

/// The literals as single atoms, if all of them speak of activities.
fn atoms(
    facts: &Facts<'_>,
    unit: i64,
    nogoods: &[Vec<RcpspLiteral>],
    findings: &mut Findings,
) -> Option<Vec<Vec<Atom>>> {
    let mut all = Vec::with_capacity(nogoods.len());
    for (number, nogood) in nogoods.iter().enumerate() {
        let mut atoms = Vec::with_capacity(nogood.len());
        for literal in nogood {
            let activity = literal.activity as usize;
            let is_empty = literal.at_least.is_none() && literal.at_most.is_none();
            if activity >= facts.count() || is_empty {
                let message = format!("a literal about activity {activity} says nothing that can be checked");
                let place = format!("certificate/nogoods/{number}");
                findings.add(|| Issue::error("invalid-literal", place, message));
                return None;
            }
            let floor = |value: i64| value.div_euclid(unit);
            let ceiling = |value: i64| floor(value) + i64::from(value.rem_euclid(unit) > 0);
            let low = literal.at_least.map(ceiling).map(|value| Atom { activity, side: Side::Low, value });
            let high = literal.at_most.map(floor).map(|value| Atom { activity, side: Side::High, value });
            atoms.extend(low.into_iter().chain(high));
        }
        all.push(atoms);
    }
    Some(all)
}

/// The replay: starts, nogoods so far, and what has to be looked at again.
struct Replay<'a> {
    facts: &'a Facts<'a>,
    domain: Domain,
    nogoods: Nogoods,
    /// By activity those that it cannot overlap.
    partners: Vec<Vec<usize>>,
    resources: Vec<Resource>,
    /// By activity the resources that it uses.
    uses: Vec<Vec<usize>>,
    /// Resources on which a start has changed.
    dirty: Vec<bool>,
}

impl<'a> Replay<'a> {
    fn new(facts: &'a Facts<'a>, makespan: i64, work: u64) -> Result<Self, Halt> {
        let mut domain = Domain::new(facts, makespan, work)?;
        domain.spend(facts.count() * (1 + facts.resources()))?;
        let partners = pairs(facts, &mut domain)?;
        let resources: Vec<Resource> =
            (0..facts.resources()).map(|resource| Resource::gather(facts, resource)).collect();
        let mut uses = vec![Vec::new(); facts.count()];
        for (number, resource) in resources.iter().enumerate() {
            resource.users().for_each(|at| uses[at].push(number));
        }
        let nogoods = Nogoods::new(facts.count());
        let dirty = vec![true; facts.resources()];
        Ok(Self { facts, domain, nogoods, partners, resources, uses, dirty })
    }

    /// Derives every nogood in turn; a contradiction is the end of a refutation. `at` is the nogood under way.
    fn run(&mut self, nogoods: Vec<Vec<Atom>>, at: &mut usize) -> Step {
        for activity in 0..self.facts.count() {
            apart(self.facts, &mut self.domain, &self.partners[activity], activity)?;
        }
        self.propagate()?;
        self.domain.keep();
        for nogood in nogoods {
            match self.refute(&nogood) {
                Err(Halt::Contradiction) => {}
                Err(Halt::TooLong) => return Err(Halt::TooLong),
                Ok(()) => return Ok(()),
            }
            self.domain.undo();
            self.dirty.fill(false);
            self.nogoods.add(&mut self.domain, nogood)?;
            self.propagate()?;
            self.domain.keep();
            *at += 1;
        }
        self.energy()
    }

    /// Supposes the atoms of a nogood; a contradiction is what it takes.
    fn refute(&mut self, nogood: &[Atom]) -> Step {
        self.domain.spend(nogood.len())?;
        nogood.iter().try_for_each(|&atom| self.domain.suppose(atom))?;
        self.propagate()?;
        self.energy()
    }

    /// Draws all consequences.
    fn propagate(&mut self) -> Step {
        loop {
            while let Some((at, side)) = self.domain.next_change() {
                links(self.facts, &mut self.domain, at, side)?;
                self.nogoods.follow(&mut self.domain, at, side)?;
                apart(self.facts, &mut self.domain, &self.partners[at], at)?;
                self.uses[at].iter().for_each(|&resource| self.dirty[resource] = true);
            }
            let Some(next) = self.dirty.iter().position(|is_dirty| *is_dirty) else { return Ok(()) };
            self.dirty[next] = false;
            self.resources[next].time_table(&mut self.domain)?;
        }
    }

    /// The last resort when nothing else follows any more.
    fn energy(&mut self) -> Step {
        self.resources.iter().try_for_each(|resource| resource.energy(&mut self.domain))
    }
}
