//! Paths of channels taken apart, and rows put in the order of their hashes: what takes most of the time of many paths.

use std::cmp::Ordering;

/// Entries of the table of names seen.
const SLOTS: usize = 1024;
/// Bits of a hash that choose a bucket, at most.
const MOST_BITS: u32 = 16;

/// Codes of parts of at most 16 bytes as they stand between separators, blanks included.
pub(super) struct Recent {
    /// Bytes as a number, how many, code.
    slots: Vec<(u128, usize, u32)>,
}

impl Default for Recent {
    fn default() -> Self {
        Self { slots: vec![(0, usize::MAX, 0); SLOTS] }
    }
}

impl Recent {
    /// The codes of the parts of a text, one behind the other. `code` says that of a part that is not known here.
    pub(super) fn split<'a>(
        &mut self,
        text: &'a str,
        separator: u8,
        codes: &mut Vec<u32>,
        mut code: impl FnMut(&'a str) -> u32,
    ) {
        let mut begin = 0;
        loop {
            let (end, key) = part(text.as_bytes(), begin, separator);
            let length = end - begin;
            let found = if length <= 16 {
                let mixed = ((key >> 64) as u64 ^ (key as u64).rotate_left(29) ^ length as u64)
                    .wrapping_mul(0x9e37_79b9_7f4a_7c15);
                let slot = &mut self.slots[(mixed >> 54) as usize % SLOTS];
                if (slot.0, slot.1) != (key, length) {
                    *slot = (key, length, code(&text[begin..end]));
                }
                slot.2
            } else {
                code(&text[begin..end])
            };
            codes.push(found);
            if end == text.len() {
                return;
            }
            begin = end + 1;
        }
    }
}

/// Where the part that begins at `begin` ends, and its bytes as a number if there are at most 16.
fn part(bytes: &[u8], begin: usize, separator: u8) -> (usize, u128) {
    let mut key = 0_u128;
    for half in 0..2_usize {
        let at = begin + 8 * half;
        let word = word(bytes, at, separator);
        // The lowest byte that is the separator has its highest bit set here (Warren, *Hacker's Delight*, 6-1).
        let other = word ^ (0x0101_0101_0101_0101 * u64::from(separator));
        let found = other.wrapping_sub(0x0101_0101_0101_0101) & !other & 0x8080_8080_8080_8080;
        let length = found.trailing_zeros() / 8;
        let kept = if length < 8 { word & ((1 << (8 * length)) - 1) } else { word };
        key |= u128::from(kept) << (64 * half);
        if length < 8 {
            return (at + length as usize, key);
        }
    }
    let rest = &bytes[begin + 16..];
    let length = rest.iter().position(|byte| *byte == separator).unwrap_or(rest.len());
    (begin + 16 + length, key)
}

/// Eight bytes, separators behind the end.
fn word(bytes: &[u8], at: usize, separator: u8) -> u64 {
    if let Some(Ok(eight)) = bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
        return u64::from_le_bytes(eight);
    }
    let mut eight = [separator; 8];
    let rest = bytes.get(at..).unwrap_or_default();
    eight[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(eight)
}

/// Hashes and places in the order of the hashes, equal ones by `compare` of their places: a pass over buckets of the
/// highest bits leaves little to sort.
pub(super) fn by_hash(rows: Vec<(u64, u32)>, compare: impl Fn(u32, u32) -> Ordering) -> Vec<(u64, u32)> {
    let bits = (usize::BITS - rows.len().leading_zeros()).clamp(1, MOST_BITS);
    let bucket = |hash: u64| (hash >> (64 - bits)) as usize;
    let mut starts = vec![0_u32; (1 << bits) + 1];
    rows.iter().for_each(|(hash, _)| starts[bucket(*hash) + 1] += 1);
    for place in 1..starts.len() {
        starts[place] += starts[place - 1];
    }
    let (mut next, mut sorted) = (starts.clone(), rows.clone());
    for row in rows {
        let at = &mut next[bucket(row.0)];
        sorted[*at as usize] = row;
        *at += 1;
    }
    for ends in starts.windows(2) {
        sorted[ends[0] as usize..ends[1] as usize]
            .sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| compare(a.1, b.1)));
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_are_those_of_the_library(texts in prop::collection::vec("[a\\x00é >]{0,40}", 1..20)) {
            let mut recent = Recent::default();
            let mut names: Vec<&str> = Vec::new();
            for text in &texts {
                let mut codes = Vec::new();
                recent.split(text, b'>', &mut codes, |part| {
                    names.push(part);
                    names.len() as u32 - 1
                });
                let parts: Vec<&str> = codes.iter().map(|code| names[*code as usize]).collect();
                prop_assert_eq!(parts, text.split('>').collect::<Vec<_>>());
            }
        }

        #[test]
        fn rows_are_sorted(hashes in prop::collection::vec(prop_oneof![0..4_u64, any::<u64>()], 0..300)) {
            let rows: Vec<(u64, u32)> = hashes.iter().copied().zip(0..).collect();
            let mut known = rows.clone();
            known.sort_unstable();
            prop_assert_eq!(by_hash(rows, |a, b| a.cmp(&b)), known);
        }
    }
}
