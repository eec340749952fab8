//! Which record has a UID.

use crate::sort::Arrange;

const NONE: u32 = u32::MAX;

/// Positions of records by their UIDs: of several with the same the first.
pub(super) struct Uids {
    /// By the UID itself, where UIDs are as small as they usually are.
    small: Vec<u32>,
    /// Otherwise in the order of the UIDs.
    sorted: Vec<(i64, u32)>,
}

impl Uids {
    pub(super) fn new(uids: impl Iterator<Item = i64> + Clone) -> Self {
        let (count, most) = uids.clone().fold((0, 0), |(count, most), uid| (count + 1, uid.max(most)));
        let size = usize::try_from(most).unwrap_or(usize::MAX);
        let numbered = uids.zip(0u32..);
        if size > 1024 + 4 * count {
            let mut sorted: Vec<(i64, u32)> = numbered.collect();
            sorted.arrange();
            sorted.dedup_by_key(|one| one.0);
            return Self { small: Vec::new(), sorted };
        }
        let (mut small, mut sorted) = (vec![NONE; size + 1], Vec::new());
        for (uid, at) in numbered {
            match usize::try_from(uid).ok().and_then(|uid| small.get_mut(uid)) {
                Some(place) => *place = at.min(*place),
                None => sorted.push((uid, at)),
            }
        }
        sorted.arrange();
        sorted.dedup_by_key(|one| one.0);
        Self { small, sorted }
    }

    pub(super) fn get(&self, uid: i64) -> Option<usize> {
        let small = usize::try_from(uid).ok().and_then(|uid| self.small.get(uid)).copied();
        let found = small.filter(|at| *at != NONE).or_else(|| {
            let at = self.sorted.binary_search_by_key(&uid, |one| one.0).ok()?;
            Some(self.sorted[at].1)
        });
        found.map(|at| at as usize)
    }
}
