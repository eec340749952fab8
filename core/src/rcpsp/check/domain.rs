//! Earliest and latest starts, and what follows from them: links and nogoods.

use super::facts::Facts;

/// Why a propagation ends early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Halt {
    /// Something can be kept by no schedule.
    Contradiction,
    /// More work than allowed.
    TooLong,
}

pub(super) type Step = Result<(), Halt>;

/// One side of a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The earliest start.
    Low,
    /// The latest start.
    High,
}

/// `start >= value` (of the low side) or `start <= value` (of the high side).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) activity: usize,
    pub(super) side: Side,
    pub(super) value: i64,
}

/// The starts that are possible, with what is needed to go back.
#[derive(Debug)]
pub(super) struct Domain {
    pub(super) low: Vec<i64>,
    pub(super) high: Vec<i64>,
    /// What was changed, with the value before.
    trail: Vec<(usize, Side, i64)>,
    /// Changes whose consequences are to be drawn.
    changed: Vec<(usize, Side)>,
    /// Work that is left.
    work: u64,
}

impl Domain {
    /// All starts of schedules that end by a time at least 0.
    pub(super) fn new(facts: &Facts<'_>, makespan: i64, work: u64) -> Result<Self, Halt> {
        let high = (0..facts.count()).map(|at| makespan - facts.tail[at] - facts.duration(at));
        let domain = Self {
            low: facts.head.clone(),
            high: high.collect(),
            trail: Vec::new(),
            changed: Vec::new(),
            work,
        };
        let is_possible = domain.low.iter().zip(&domain.high).all(|(low, high)| low <= high);
        if is_possible { Ok(domain) } else { Err(Halt::Contradiction) }
    }

    /// Takes from the work that is left.
    pub(super) fn spend(&mut self, work: usize) -> Step {
        self.work = self.work.checked_sub(work as u64).ok_or(Halt::TooLong)?;
        Ok(())
    }

    pub(super) fn at_least(&mut self, at: usize, value: i64) -> Step {
        if value > self.high[at] {
            return Err(Halt::Contradiction);
        }
        if value > self.low[at] {
            self.trail.push((at, Side::Low, self.low[at]));
            self.changed.push((at, Side::Low));
            self.low[at] = value;
        }
        Ok(())
    }

    pub(super) fn at_most(&mut self, at: usize, value: i64) -> Step {
        if value < self.low[at] {
            return Err(Halt::Contradiction);
        }
        if value < self.high[at] {
            self.trail.push((at, Side::High, self.high[at]));
            self.changed.push((at, Side::High));
            self.high[at] = value;
        }
        Ok(())
    }

    pub(super) fn suppose(&mut self, atom: Atom) -> Step {
        match atom.side {
            Side::Low => self.at_least(atom.activity, atom.value),
            Side::High => self.at_most(atom.activity, atom.value),
        }
    }

    pub(super) fn deny(&mut self, atom: Atom) -> Step {
        match atom.side {
            Side::Low => self.at_most(atom.activity, atom.value.saturating_sub(1)),
            Side::High => self.at_least(atom.activity, atom.value.saturating_add(1)),
        }
    }

    /// Whether it holds whatever the start will be.
    pub(super) fn holds(&self, atom: Atom) -> bool {
        match atom.side {
            Side::Low => self.low[atom.activity] >= atom.value,
            Side::High => self.high[atom.activity] <= atom.value,
        }
    }

    pub(super) fn next_change(&mut self) -> Option<(usize, Side)> {
        self.changed.pop()
    }

    /// Everything so far holds for good.
    pub(super) fn keep(&mut self) {
        self.trail.clear();
    }

    /// Takes back what was changed since the last [`Domain::keep`].
    pub(super) fn undo(&mut self) {
        self.changed.clear();
        while let Some((at, side, value)) = self.trail.pop() {
            match side {
                Side::Low => self.low[at] = value,
                Side::High => self.high[at] = value,
            }
        }
    }
}

/// What follows from the links of an activity.
pub(super) fn links(facts: &Facts<'_>, domain: &mut Domain, at: usize, side: Side) -> Step {
    match side {
        Side::Low => {
            domain.spend(facts.after[at].len())?;
            facts.after[at].iter().try_for_each(|&(to, lag)| domain.at_least(to, domain.low[at] + lag))
        }
        Side::High => {
            domain.spend(facts.before[at].len())?;
            facts.before[at].iter().try_for_each(|&(from, lag)| domain.at_most(from, domain.high[at] - lag))
        }
    }
}

/// Nogoods with two watched atoms each (Moskewicz et al., 2001): as long as neither holds, nothing follows.
#[derive(Debug)]
pub(super) struct Nogoods {
    /// The watched atoms come first.
    atoms: Vec<Vec<Atom>>,
    /// By activity and side the nogoods that watch an atom of it, with its value.
    watches: Vec<Vec<(i64, u32)>>,
}

impl Nogoods {
    pub(super) fn new(activities: usize) -> Self {
        Self { atoms: Vec::new(), watches: vec![Vec::new(); 2 * activities] }
    }

    fn list(atom: Atom) -> usize {
        2 * atom.activity + usize::from(atom.side == Side::High)
    }

    /// Adds a nogood to what holds for good.
    pub(super) fn add(&mut self, domain: &mut Domain, mut atoms: Vec<Atom>) -> Step {
        domain.spend(atoms.len())?;
        atoms.retain(|&atom| !domain.holds(atom));
        match atoms.as_slice() {
            [] => Err(Halt::Contradiction),
            [only] => domain.deny(*only),
            [first, second, ..] => {
                let id = u32::try_from(self.atoms.len()).map_err(|_| Halt::TooLong)?;
                self.watches[Self::list(*first)].push((first.value, id));
                self.watches[Self::list(*second)].push((second.value, id));
                self.atoms.push(atoms);
                Ok(())
            }
        }
    }

    /// What follows when one side of a start has changed.
    pub(super) fn follow(&mut self, domain: &mut Domain, at: usize, side: Side) -> Step {
        let list = Self::list(Atom { activity: at, side, value: 0 });
        let mut position = 0;
        while let Some(&(value, id)) = self.watches[list].get(position) {
            let watched = Atom { activity: at, side, value };
            domain.spend(1)?;
            if !domain.holds(watched) {
                position += 1;
                continue;
            }
            let atoms = &mut self.atoms[id as usize];
            domain.spend(atoms.len())?;
            if atoms[0] == watched {
                atoms.swap(0, 1);
            }
            // The other one is now the first.
            match (2..atoms.len()).find(|&other| !domain.holds(atoms[other])) {
                Some(other) => {
                    atoms.swap(1, other);
                    let next = atoms[1];
                    self.watches[list].swap_remove(position);
                    self.watches[Self::list(next)].push((next.value, id));
                }
                None if domain.holds(atoms[0]) => return Err(Halt::Contradiction),
                None => {
                    domain.deny(atoms[0])?;
                    position += 1;
                }
            }
        }
        Ok(())
    }
}
