//! The targets of `fuzz/` with the stable compiler: every seed, and seeded mutations of it with the words of its
//! dictionary. Long runs are libFuzzer's matter (`fuzz/README.md`).
// The seeds name zones.
#![cfg(feature = "zones")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in tests they say what must hold"
)]

#[allow(unreachable_pub, reason = "a library of its own for libFuzzer")]
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// Mutations of each seed.
const ROUNDS: u64 = 400;
/// Longest mutation.
const MOST_BYTES: usize = 8192;

fn fuzz() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// The words of a dictionary of libFuzzer.
fn words(target: &str) -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(fuzz().join(format!("dictionaries/{target}.dict"))).unwrap();
    let word = |line: &str| {
        let inner = line.trim().strip_prefix('"')?.strip_suffix('"')?;
        let mut bytes = Vec::new();
        let mut rest = inner.as_bytes();
        while let [first, tail @ ..] = rest {
            (bytes, rest) = match (first, tail) {
                (b'\\', [b'x', high, low, tail @ ..]) => {
                    let digits = [*high, *low];
                    bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
                    (bytes, tail)
                }
                (b'\\', [next, tail @ ..]) => {
                    bytes.push(*next);
                    (bytes, tail)
                }
                _ => {
                    bytes.push(*first);
                    (bytes, tail)
                }
            };
        }
        Some(bytes)
    };
    text.lines().filter_map(word).collect()
}

fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(fuzz().join("corpus").join(target))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        // What a run of libFuzzer has left behind is not part of the test.
        .filter(|(name, _)| !(name.len() == 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())))
        .collect();
    found.sort();
    found
}

/// One to eight changes: bytes, words, parts doubled, moved, taken out or taken from another seed.
fn mutate(data: &mut Vec<u8>, words: &[Vec<u8>], other: &[u8], random: &mut Random) {
    for _ in 0..=random.below(8) {
        let at = random.below(data.len() + 1);
        let end = (at + 1 + random.below(40)).min(data.len());
        match random.below(8) {
            0 if at < data.len() => data[at] = random.next() as u8,
            1 if at < data.len() => {
                data[at] = *b"0123456789-+.,;:\n\"'<>[]{}".get(random.below(26)).unwrap_or(&b' ');
            }
            2 => drop(data.splice(at..at, words[random.below(words.len())].iter().copied())),
            3 if at < end => drop(data.drain(at..end)),
            4 if at < end => {
                let part = data[at..end].to_vec();
                let to = random.below(data.len() + 1);
                drop(data.splice(to..to, part));
            }
            5 => data.truncate(at),
            6 => {
                let from = random.below(other.len() + 1);
                let to = (from + random.below(80)).min(other.len());
                drop(data.splice(at..at, other[from..to].iter().copied()));
            }
            _ if at < end => drop(data.splice(at..end, words[random.below(words.len())].iter().copied())),
            _ => {}
        }
    }
    data.truncate(MOST_BYTES);
}

fn replay(target: &str, run: fn(&[u8])) {
    let (words, seeds) = (words(target), seeds(target));
    assert!(!seeds.is_empty() && words.len() > 5);
    for (number, (name, seed)) in seeds.iter().enumerate() {
        for round in 0..ROUNDS {
            let mut random = Random(round * 1_000 + number as u64);
            let mut data = seed.clone();
            if round > 0 {
                let other = &seeds[random.below(seeds.len())].1;
                mutate(&mut data, &words, other, &mut random);
            }
            let result = catch_unwind(AssertUnwindSafe(|| run(&data)));
            assert!(result.is_ok(), "{target}/{name}, round {round}: {:?}", String::from_utf8_lossy(&data));
        }
    }
}

#[test]
fn files_of_microsoft_project() {
    replay("mspdi", targets::mspdi);
}

#[test]
fn files_of_primavera() {
    replay("xer", targets::xer);
}

#[test]
fn calendars() {
    replay("ical", targets::ical);
}

#[test]
fn tables() {
    replay("csv", targets::csv);
}

#[test]
fn documents() {
    replay("json", targets::json);
}

#[test]
fn problems() {
    replay("rcpsp", targets::rcpsp);
}
