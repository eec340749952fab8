//! Sorting by a permutation: one sort for all types, where the sorts of the standard library are compiled anew for
//! each of them (about ten kilobytes each, a fifth of the module for browsers). For the lists that are not sorted in
//! a loop; all sorts are stable.

use std::cmp::Ordering;

/// Sorting of lists of any type with little code.
pub(crate) trait Arrange<T> {
    /// Sorts the list.
    fn arrange(&mut self)
    where
        T: Ord;

    /// Sorts the list as a comparison says.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts the list by a key that is cheap to find.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Sorts the list by a key that is found once for each item.
    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = permutation(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        apply(self, order);
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        apply(self, permutation(keys.len(), &mut |a, b| keys[a].cmp(&keys[b])));
    }
}

/// For each place the item that belongs there.
fn permutation(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let is_sorted = (1..length).all(|at| compare(at - 1, at).is_le());
    if !is_sorted {
        order.sort_by(|a, b| compare(*a, *b));
    }
    order
}

/// Puts each item in its place, following the cycles of the permutation.
fn apply<T>(list: &mut [T], mut order: Vec<usize>) {
    for start in 0..list.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start || from == at {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Rng;

    #[test]
    fn lists_are_sorted_and_equal_items_keep_their_order() {
        let mut rng = Rng::new(3);
        for length in 0..200 {
            let list: Vec<(u32, u32)> = (0..length).map(|at| (rng.below(20), at)).collect();
            let mut expected = list.clone();
            expected.sort_by_key(|item| item.0);
            let mut by_key = list.clone();
            by_key.arrange_by_key(|item| item.0);
            assert_eq!(by_key, expected);
            let mut cached = list.clone();
            cached.arrange_by_cached_key(|item| item.0.to_string());
            expected = list.clone();
            expected.sort_by_key(|item| item.0.to_string());
            assert_eq!(cached, expected);
            let mut whole = list.clone();
            whole.arrange();
            expected.sort_unstable();
            assert_eq!(whole, expected);
            whole.arrange_by(|a, b| b.cmp(a));
            expected.reverse();
            assert_eq!(whole, expected);
        }
    }
}
