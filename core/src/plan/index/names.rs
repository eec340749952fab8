//! Ids to dense numbers and back, in the order of the ids.

use crate::plan::validate::limits::MAX_ID_BYTES;

/// Longest run of slots that is looked through; ids made to collide are searched by halves instead.
const MAX_PROBES: u32 = 64;
/// No number.
const EMPTY: u32 = u32::MAX;

/// Distinct ids numbered in their order.
///
/// The part that all ids begin with is cut off; the next seven bytes and the length are kept as one number
/// that sorts as the ids do, so that ids up to that length are compared without looking at their text. A table
/// with open addressing (Knuth, *The Art of Computer Programming* 3, 6.4) leads from an id to its number; ids
/// that crowd it, by chance or by intent, are found by binary search.
///
/// # Complexity
/// O(n log n) to build, O(n) when the ids are in order; a look-up is O(length), at worst O(length · log n).
#[derive(Debug)]
pub(crate) struct Names<'a> {
    /// What all ids begin with.
    common: &'a str,
    /// The same as a number with the bits that count, if it has at most eight bytes.
    start: Option<(u64, u64)>,
    /// The ids in their order.
    ids: Vec<&'a str>,
    /// The key of each id.
    keys: Vec<u64>,
    /// Numbers below, a part of the hash above; [`EMPTY`] where there is none.
    slots: Vec<u32>,
    /// Bits of a slot that hold the number.
    bits: u32,
    plain: bool,
}

/// The first look for an id: its key, and what its first slot holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Probe {
    key: u64,
    slot: u32,
    tag: u32,
    entry: u32,
}

impl<'a> Names<'a> {
    /// Numbers the ids; also returns the position of each number's id, the first if an id is repeated, and the
    /// positions of the repetitions.
    pub(crate) fn number(ids: impl ExactSizeIterator<Item = &'a str>) -> (Self, Vec<u32>, Vec<u32>) {
        let all: Vec<&'a str> = ids.collect();
        let common = common_start(&all);
        let mut plain = true;
        let mut order: Vec<(u64, u32)> = (0u32..)
            .zip(&all)
            .map(|(position, id)| {
                plain &= is_plain(id);
                (key(id.as_bytes(), common.len()), position)
            })
            .collect();
        order.sort_unstable_by(|a, b| {
            let by_text = || {
                let text = if is_whole(a.0) {
                    std::cmp::Ordering::Equal
                } else {
                    all[a.1 as usize].cmp(all[b.1 as usize])
                };
                text.then(a.1.cmp(&b.1))
            };
            a.0.cmp(&b.0).then_with(by_text)
        });
        let mut names = Self {
            common,
            start: mask(common.len()).map(|mask| (word(common.as_bytes()), mask)),
            ids: Vec::with_capacity(all.len()),
            keys: Vec::with_capacity(all.len()),
            slots: Vec::new(),
            bits: 0,
            plain,
        };
        let mut positions = Vec::with_capacity(all.len());
        let mut repeated = Vec::new();
        for (key, position) in order {
            let id = all[position as usize];
            if names.keys.last() == Some(&key) && (is_whole(key) || names.ids.last() == Some(&id)) {
                repeated.push(position);
                continue;
            }
            names.ids.push(id);
            names.keys.push(key);
            positions.push(position);
        }
        names.fill();
        (names, positions, repeated)
    }

    /// Enters every number in the table; leaves the table empty if it gets crowded.
    fn fill(&mut self) {
        let count = self.ids.len();
        let size = (count * 2).next_power_of_two().max(2);
        self.bits = size.trailing_zeros();
        if self.bits > 31 {
            return;
        }
        self.slots = vec![EMPTY; size];
        for number in 0..count {
            let hash = hash(self.keys[number], &self.ids[number].as_bytes()[self.common.len()..]);
            let (mut slot, tag) = self.place(hash);
            let mut probes = 0;
            while self.slots[slot] != EMPTY {
                slot = (slot + 1) & (size - 1);
                probes += 1;
                if probes >= MAX_PROBES {
                    self.slots = Vec::new();
                    return;
                }
            }
            self.slots[slot] = tag | number as u32;
        }
    }

    /// The first slot of a hash, and the part of the hash that is kept in it.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u32) {
        let slot = (hash >> (64 - self.bits)) as usize;
        (slot, (hash as u32) << self.bits)
    }

    /// The number of an id. `near` is a number that it may have, or that comes just before it.
    #[inline]
    pub(crate) fn find(&self, id: &str, near: u32) -> Option<u32> {
        self.find_key(self.key(id)?, id, near)
    }

    /// Whether every id is of visible ASCII characters only, and not too long.
    pub(crate) fn is_plain(&self) -> bool {
        self.plain
    }

    /// Where to look for an id first: [`look`](Self::look) reads it, many of them at a time so that they wait for
    /// memory together, and [`find_probe`](Self::find_probe) goes on from there.
    #[inline]
    pub(crate) fn probe(&self, id: &str) -> Option<Probe> {
        let key = self.key(id)?;
        if self.slots.is_empty() {
            return Some(Probe { key, slot: 0, tag: 0, entry: EMPTY });
        }
        let (slot, tag) = self.place(hash(key, &id.as_bytes()[self.common.len()..]));
        Some(Probe { key, slot: slot as u32, tag, entry: EMPTY })
    }

    /// Reads what the first slot of an id holds.
    #[inline]
    pub(crate) fn look(&self, probe: &mut Probe) {
        probe.entry = self.slots.get(probe.slot as usize).copied().unwrap_or(EMPTY);
    }

    /// The number of a probed id that has been [looked](Self::look) for.
    #[inline]
    pub(crate) fn find_probe(&self, probe: Probe, id: &str, near: u32) -> Option<u32> {
        let Probe { key, slot, tag, entry } = probe;
        let number = entry & self.numbers();
        if entry != EMPTY && (entry ^ number) == tag && self.is(number, key, id) {
            return Some(number);
        }
        if self.slots.is_empty() {
            return self.find_key(key, id, near);
        }
        if entry == EMPTY { None } else { self.find_from(slot as usize, tag, key, id) }
    }

    /// The bits of a slot that hold a number.
    #[inline]
    fn numbers(&self) -> u32 {
        (1u64 << self.bits).wrapping_sub(1) as u32
    }

    /// The key of an id, by which [`find_key`](Self::find_key) finds it; `None` if it is none of these ids.
    #[inline]
    pub(crate) fn key(&self, id: &str) -> Option<u64> {
        let bytes = id.as_bytes();
        match (self.start, bytes.first_chunk::<8>()) {
            (Some((start, mask)), Some(first)) => {
                if u64::from_le_bytes(*first) & mask != start {
                    return None;
                }
            }
            (Some(_), None) => {
                let common = self.common.as_bytes();
                if bytes.len() < common.len() || bytes.iter().zip(common).any(|(a, b)| a != b) {
                    return None;
                }
            }
            (None, _) => {
                if !bytes.starts_with(self.common.as_bytes()) {
                    return None;
                }
            }
        }
        Some(key(bytes, self.common.len()))
    }

    /// The number of the id that has a key.
    #[inline]
    pub(crate) fn find_key(&self, key: u64, id: &str, near: u32) -> Option<u32> {
        for guess in [near, near.wrapping_add(1)] {
            if self.is(guess, key, id) {
                return Some(guess);
            }
        }
        if self.slots.is_empty() {
            return self.find_by_halves(key, id);
        }
        let (slot, tag) = self.place(hash(key, &id.as_bytes()[self.common.len()..]));
        self.find_from(slot, tag, key, id)
    }

    /// Looks through the slots from one on.
    fn find_from(&self, mut slot: usize, tag: u32, key: u64, id: &str) -> Option<u32> {
        let numbers = self.numbers();
        loop {
            let entry = self.slots[slot];
            if entry == EMPTY {
                return None;
            }
            if entry & !numbers == tag && self.is(entry & numbers, key, id) {
                return Some(entry & numbers);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    fn find_by_halves(&self, key: u64, id: &str) -> Option<u32> {
        let mut low = 0;
        let mut high = self.ids.len();
        while low < high {
            let middle = low + (high - low) / 2;
            if (self.keys[middle], self.ids[middle]) < (key, id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let number = u32::try_from(low).ok()?;
        self.is(number, key, id).then_some(number)
    }

    /// Whether a number is that of an id.
    #[inline]
    fn is(&self, number: u32, key: u64, id: &str) -> bool {
        let number = number as usize;
        self.keys.get(number) == Some(&key) && (is_whole(key) || self.ids[number] == id)
    }
}

/// The text that all begin with.
fn common_start<'a>(ids: &[&'a str]) -> &'a str {
    let Some((&first, rest)) = ids.split_first() else { return "" };
    let mut length = first.len();
    for id in rest {
        let bytes = id.as_bytes();
        // One comparison of words for nearly all.
        if let (Some(mask), Some(a), Some(b)) =
            (mask(length), first.as_bytes().first_chunk::<8>(), bytes.first_chunk::<8>())
            && (u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b)) & mask == 0
        {
            continue;
        }
        length = first.as_bytes()[..length].iter().zip(bytes).take_while(|(a, b)| a == b).count();
    }
    while !first.is_char_boundary(length) {
        length -= 1;
    }
    &first[..length]
}

/// Whether an id is of visible ASCII characters only, and not too long.
fn is_plain(id: &str) -> bool {
    (1..=MAX_ID_BYTES).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The bits of the first bytes of a word, if it has so many.
fn mask(bytes: usize) -> Option<u64> {
    match bytes {
        0 => Some(0),
        1..=8 => Some(u64::MAX >> (64 - 8 * bytes)),
        _ => None,
    }
}

/// Up to eight bytes as a number.
fn word(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// Of what follows `skip` bytes: the first seven bytes and, in the last byte, the length up to eight: a number
/// that sorts as the text does as far as it goes.
#[inline]
fn key(id: &[u8], skip: usize) -> u64 {
    let rest = &id[skip..];
    if let (1..=7, Some(last)) = (rest.len(), id.last_chunk::<8>()) {
        return (u64::from_be_bytes(*last) << (64 - 8 * rest.len())) | rest.len() as u64;
    }
    match rest.first_chunk::<8>() {
        Some(bytes) => (u64::from_be_bytes(*bytes) & !0xff) | 8,
        None => {
            let byte = |at| u64::from(rest.get(at).copied().unwrap_or(0));
            ((0..7).fold(0, |sum, at| (sum << 8) | byte(at)) << 8) | rest.len() as u64
        }
    }
}

/// Whether a key says everything about its id.
#[inline]
fn is_whole(key: u64) -> bool {
    key as u8 <= 7
}

/// Spreads an id over 64 bits: its bytes by eights, folded with a multiplication.
#[inline]
fn hash(key: u64, rest: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let fold = |value: u64| {
        let wide = u128::from(value) * u128::from(FACTOR);
        (wide as u64) ^ ((wide >> 64) as u64)
    };
    let mut hash = fold(key ^ FACTOR);
    if !is_whole(key) {
        for chunk in rest[7..].chunks(8) {
            let mut bytes = [0u8; 8];
            bytes[..chunk.len()].copy_from_slice(chunk);
            hash = fold(hash ^ u64::from_le_bytes(bytes)).wrapping_add(chunk.len() as u64);
        }
    }
    hash.wrapping_mul(FACTOR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(ids: &[&str], absent: &[&str]) {
        let (mut names, positions, repeated) = Names::number(ids.iter().copied());
        let mut sorted = ids.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(names.ids, sorted);
        assert_eq!(positions.len() + repeated.len(), ids.len());
        for table in [true, false] {
            if !table {
                names.slots = Vec::new();
            }
            for (number, id) in sorted.iter().enumerate() {
                let first = ids.iter().position(|other| other == id);
                assert_eq!(first, Some(positions[number] as usize));
                for near in [0, number as u32, number.wrapping_sub(1) as u32, u32::MAX, 7] {
                    assert_eq!(names.find(id, near), Some(number as u32), "{id:?}");
                }
            }
            for (number, id) in (0u32..).zip(&sorted) {
                let mut probe = names.probe(id).unwrap();
                names.look(&mut probe);
                assert_eq!(names.find_probe(probe, id, 3), Some(number), "{id:?}");
            }
            for id in absent.iter().filter(|id| !sorted.contains(id)) {
                let probed = names.probe(id).and_then(|mut probe| {
                    names.look(&mut probe);
                    names.find_probe(probe, id, 0)
                });
                assert_eq!(probed, None, "{id:?}");
                assert_eq!(names.find(id, 0), None, "{id:?}");
            }
        }
    }

    #[test]
    fn ids_that_look_alike() {
        let ids = ["a", "a\0", "ab", "abcdefg", "abcdefgh", "abcdefg\0", "abcdefghi", "", "b", "ä", "ö"];
        check(&ids, &["c", "abcdefgj", "abcdef", "\0"]);
        check(&["task-1", "task-10", "task-2", "task-1"], &["task-", "task", "task-3", "", "x"]);
        check(&["one"], &["", "on", "one1"]);
        check(&[], &["", "a"]);
        check(&["", ""], &["a"]);
        check(&["ä", "ö"], &["\u{c3}"]);
    }

    #[test]
    fn crowded_tables_are_given_up() {
        // The factor is known to all, so ids can be chosen that share a slot of a table of 512.
        let ids: Vec<String> = (0..200_000u32).map(|number| format!("{number:x}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let together: Vec<&str> = ids
            .iter()
            .copied()
            .filter(|id| hash(key(id.as_bytes(), 0), id.as_bytes()) >> 55 == 0)
            .take(200)
            .collect();
        assert_eq!(together.len(), 200);
        assert!(Names::number(together.iter().copied()).0.slots.is_empty());
        check(&together, &ids[..300]);
        assert!(!Names::number(ids.iter().copied()).0.slots.is_empty());
    }

    proptest! {
        #[test]
        fn like_a_sorted_list(ids in proptest::collection::vec("(task-|x)?[ab\\x00é]{0,12}", 0..60), absent in proptest::collection::vec("(task-|x)?[abc]{0,12}", 0..20)) {
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            let absent: Vec<&str> = absent.iter().map(String::as_str).collect();
            check(&ids, &absent);
        }
    }
}
