//! SHA-256 (FIPS 180-4), for the policy of the page that names its one script and its one style by their
//! digest: nothing else can run.

/// The digest in base64, as a content security policy wants it.
pub(super) fn base64(data: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(44);
    for chunk in digest(data).chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for position in 0..4 {
            let letter = LETTERS.get((group >> (18 - 6 * position) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if position > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

/// The first 32 bits of the fractional parts of the roots of the first primes, as the standard defines its
/// constants: square roots for the start, cube roots for the rounds. In integers.
fn constants() -> ([u32; 8], [u32; 64]) {
    let mut primes = (2u128..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    let (mut start, mut rounds) = ([0; 8], [0; 64]);
    for index in 0..64 {
        let prime = primes.next().unwrap_or(2);
        #[expect(clippy::cast_possible_truncation, reason = "the low 32 bits are the fraction")]
        if let Some(slot) = rounds.get_mut(index) {
            *slot = root(prime << 96, 3) as u32;
        }
        #[expect(clippy::cast_possible_truncation, reason = "the low 32 bits are the fraction")]
        if let Some(slot) = start.get_mut(index) {
            *slot = root(prime << 64, 2) as u32;
        }
    }
    (start, rounds)
}

/// The whole part of a root, by halving.
fn root(number: u128, degree: u32) -> u128 {
    let (mut low, mut high) = (0u128, 1u128 << 40);
    while low + 1 < high {
        let middle = u128::midpoint(low, high);
        if middle.checked_pow(degree).is_some_and(|power| power <= number) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn digest(data: &[u8]) -> [u8; 32] {
    let (mut state, rounds) = constants();
    let mut padded = data.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((data.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks_exact(64) {
        compress(&mut state, &rounds, block);
    }
    let mut out = [0; 32];
    for (bytes, word) in out.chunks_exact_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    out
}

fn compress(state: &mut [u32; 8], rounds: &[u32; 64], block: &[u8]) {
    let mut schedule = [0u32; 64];
    for (word, bytes) in schedule.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    for t in 16..64 {
        let (near, far) = (schedule[t - 2], schedule[t - 15]);
        let s1 = near.rotate_right(17) ^ near.rotate_right(19) ^ near >> 10;
        let s0 = far.rotate_right(7) ^ far.rotate_right(18) ^ far >> 3;
        schedule[t] = s1.wrapping_add(schedule[t - 7]).wrapping_add(s0).wrapping_add(schedule[t - 16]);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (word, constant) in schedule.into_iter().zip(*rounds) {
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = e & f ^ !e & g;
        let first = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(constant).wrapping_add(word);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let second = s0.wrapping_add(a & b ^ a & c ^ b & c);
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(first), c, b, a, first.wrapping_add(second));
    }
    for (slot, value) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *slot = slot.wrapping_add(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Examples of FIPS 180-4 (NIST, *Example values*).
    #[test]
    fn digests_of_the_standard() {
        let hex = |data: &[u8]| digest(data).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(
            hex(b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
        assert_eq!(base64(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
