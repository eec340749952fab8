//! Free capacity of one resource over its own working time.

/// A step: from this second of the resource's work on, so much is free (below zero: overloaded).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) at: i64,
    pub(crate) free: i64,
}

/// Free capacity as steps in increasing time; the last one lasts forever.
#[derive(Debug, Default)]
pub(crate) struct Profile {
    pub(crate) steps: Vec<Step>,
}

impl Clone for Profile {
    fn clone(&self) -> Self {
        Self { steps: self.steps.clone() }
    }

    fn clone_from(&mut self, source: &Self) {
        self.steps.clone_from(&source.steps);
    }
}

impl Profile {
    pub(crate) fn new(free: i64) -> Self {
        Self { steps: vec![Step { at: i64::MIN, free }] }
    }

    /// Index of the step that holds a second.
    #[inline]
    fn find(&self, at: i64) -> usize {
        self.steps.partition_point(|step| step.at <= at) - 1
    }

    /// The end of the last step within `[from, to)` with less than `need` free, or `None`.
    ///
    /// Any interval of the same length that starts before that end meets the same step, so a search may go
    /// on from there.
    #[inline]
    pub(crate) fn last_conflict(&self, from: i64, to: i64, need: i64) -> Option<i64> {
        let mut index = self.find(to - 1);
        loop {
            let step = self.steps[index];
            if step.free < need {
                return Some(self.steps.get(index + 1).map_or(i64::MAX, |next| next.at));
            }
            if step.at <= from {
                return None;
            }
            index -= 1;
        }
    }

    /// The beginning of the first step within `[from, to)` with less than `need` free, or `None`.
    #[inline]
    pub(crate) fn first_conflict(&self, from: i64, to: i64, need: i64) -> Option<i64> {
        let first = self.find(from);
        self.steps[first..]
            .iter()
            .take_while(|step| step.at < to)
            .find(|step| step.free < need)
            .map(|step| step.at)
    }

    /// Takes `need` in `[from, to)`; gives it back if `need` is below zero.
    pub(crate) fn take(&mut self, from: i64, to: i64, need: i64) {
        if from >= to {
            return;
        }
        let first = self.split(from);
        let last = self.split_after(first, to);
        for step in &mut self.steps[first..last] {
            step.free -= need;
        }
        self.join(last);
        self.join(first);
    }

    /// Makes a step begin at `at`; returns its index.
    fn split(&mut self, at: i64) -> usize {
        let index = self.find(at);
        self.split_step(index, at)
    }

    /// The same for a moment after the beginning of a step that is known, mostly a near one.
    fn split_after(&mut self, mut index: usize, at: i64) -> usize {
        while let Some(next) = self.steps.get(index + 1).filter(|next| next.at <= at) {
            debug_assert!(next.at > i64::MIN);
            index += 1;
        }
        self.split_step(index, at)
    }

    fn split_step(&mut self, index: usize, at: i64) -> usize {
        if self.steps[index].at == at {
            return index;
        }
        let free = self.steps[index].free;
        self.steps.insert(index + 1, Step { at, free });
        index + 1
    }

    /// Drops the beginning of a step that is like the one before.
    fn join(&mut self, index: usize) {
        if index > 0 && index < self.steps.len() && self.steps[index].free == self.steps[index - 1].free {
            self.steps.remove(index);
        }
    }

    /// Sum of what is missing, in ten-thousandths of a resource times seconds.
    pub(crate) fn overload(&self) -> i64 {
        let mut sum = 0i64;
        for pair in self.steps.windows(2) {
            if pair[0].free < 0 && pair[0].at > i64::MIN {
                sum = sum.saturating_add((pair[1].at - pair[0].at).saturating_mul(-pair[0].free));
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The steps agree with one counter for each second.
        #[test]
        fn like_counters(takes in proptest::collection::vec((0i64..40, 1i64..20, 1i64..4), 0..20), from in 0i64..40, length in 1i64..20) {
            let mut profile = Profile::new(5);
            let mut free = [5i64; 80];
            for (at, length, need) in takes {
                profile.take(at, at + length, need);
                for slot in &mut free[at as usize..(at + length) as usize] {
                    *slot -= need;
                }
            }
            let short = |second: &i64| free[*second as usize] < 2;
            let last = (from..from + length).rev().find(short);
            prop_assert_eq!(profile.last_conflict(from, from + length, 2).is_some(), last.is_some());
            if let (Some(end), Some(last)) = (profile.last_conflict(from, from + length, 2), last) {
                prop_assert!(end > last);
                prop_assert!((last..end.min(80)).all(|second| free[second as usize] < 2));
            }
            let first = (from..from + length).find(short);
            prop_assert_eq!(profile.first_conflict(from, from + length, 2).map(|at| at.max(from)), first);
            let missing: i64 = free.iter().map(|free| (-free).max(0)).sum();
            prop_assert_eq!(profile.overload(), missing);
        }
    }
}
