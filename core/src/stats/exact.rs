//! Sums that do not depend on the order of what is added, to the last bit.
//!
//! Every number is split on a few fixed grids that depend only on the largest number and on how many there are. Numbers
//! on one grid add without rounding, so any order gives the same total, and so do totals of parts that are added
//! afterwards. With three grids nothing above 2⁻⁸⁰ of the largest number is lost for ten million numbers.
//!
//! # References
//! - Rump, Ogita and Oishi, *Accurate floating-point summation, part I* (2008): splitting by adding a large number.
//! - Demmel and Nguyen, *Fast reproducible floating-point summation* (2013): the same grids in any order.

/// Number of grids.
const GRIDS: usize = 3;

/// Largest number that may be added: sums of 2³² of them stay finite.
pub(crate) const LARGEST: f64 = 1e290;

/// A running sum: one total for each grid.
pub(crate) type Bins = [f64; GRIDS];

/// What is known of the numbers of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    /// Largest absolute value of those that are numbers.
    pub(crate) largest: f64,
    /// Whether all of them are whole numbers below 2⁵³.
    pub(crate) whole: bool,
    /// How many are not a number.
    pub(crate) missing: usize,
}

impl Extent {
    /// Looks at a list once.
    pub(crate) fn of(values: &[f64]) -> Self {
        Self::over(values.iter().copied())
    }

    /// Looks at numbers once.
    pub(crate) fn over(values: impl Iterator<Item = f64>) -> Self {
        let (mut largest, mut whole, mut missing) = (0.0_f64, true, 0_usize);
        for value in values {
            // Comparisons with what is not a number are false.
            let size = value.abs();
            if size > largest {
                largest = size;
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                reason = "compared after"
            )]
            let is_whole = (value as i64) as f64 == value;
            let is_missing = value.is_nan();
            whole &= is_whole | is_missing;
            missing += usize::from(is_missing);
        }
        Self { largest, whole: whole && largest < 9e15, missing }
    }
}

/// The grids of a list of numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grids {
    anchors: Bins,
    /// Whether one plain sum is exact already.
    plain: bool,
}

impl Grids {
    /// The grids for at most `count` numbers of this extent.
    pub(crate) fn new(extent: Extent, count: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "an upper bound is enough")]
        let plain = extent.whole && extent.largest * (count as f64) < 9e15;
        let bits = i64::from(usize::BITS - count.leading_zeros()).max(1);
        let mut top = exponent(extent.largest) + bits + 1;
        let mut anchors = [0.0; GRIDS];
        for anchor in &mut anchors {
            // Below the smallest normal number the grid holds every number there is.
            let place = top.max(-1022);
            *anchor = 1.5 * power_of_two(place);
            top = place - 53 + bits + 1;
        }
        Self { anchors, plain }
    }

    /// Whether one plain sum is exact already, so that [`Grids::add`] can be left out.
    pub(crate) fn is_plain(&self) -> bool {
        self.plain
    }

    /// Adds a number.
    #[inline]
    pub(crate) fn add(&self, bins: &mut Bins, value: f64) {
        let mut rest = value;
        for (bin, anchor) in bins.iter_mut().zip(self.anchors) {
            let part = (anchor + rest) - anchor;
            *bin += part;
            rest -= part;
        }
    }
}

/// The sum of totals on grids.
pub(crate) fn total(bins: &Bins) -> f64 {
    bins[0] + (bins[1] + bins[2])
}

/// Adds one running sum to another.
pub(crate) fn merge(into: &mut Bins, from: &Bins) {
    for (into, from) in into.iter_mut().zip(from) {
        *into += from;
    }
}

/// The sum of some numbers, the same in any order.
pub(crate) fn sum(values: &[f64]) -> f64 {
    let grids = Grids::new(Extent::of(values), values.len());
    let mut bins = Bins::default();
    values.iter().filter(|value| !value.is_nan()).for_each(|value| grids.add(&mut bins, *value));
    total(&bins)
}

/// The smallest power of two that is above a number, as its exponent.
fn exponent(value: f64) -> i64 {
    let biased = (value.to_bits() >> 52) & 0x7ff;
    #[expect(clippy::cast_possible_wrap, reason = "eleven bits")]
    let exponent = biased as i64 - 1022;
    exponent.max(-1022)
}

/// 2 to a power from −1022 to 1023.
fn power_of_two(power: i64) -> f64 {
    #[expect(clippy::cast_sign_loss, reason = "clamped above 0")]
    let biased = (power.clamp(-1022, 1023) + 1023) as u64;
    f64::from_bits(biased << 52)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rng;

    fn shuffled(values: &[f64], seed: u64) -> Vec<f64> {
        let mut rng = Rng::new(seed);
        let mut values = values.to_vec();
        for place in (1..values.len()).rev() {
            values.swap(place, rng.below64(place as u64 + 1) as usize);
        }
        values
    }

    #[test]
    fn any_order_gives_the_same_bits() {
        let mut rng = Rng::new(1);
        for scale in [1e-300, 1e-30, 1.0, 0.01, 1e12, 1e280] {
            let values: Vec<f64> = (0..2000)
                .map(|_| {
                    let sign = if rng.below(2) == 0 { 1.0 } else { -1.0 };
                    let spread = [1.0, 1e-6, 1e-12][rng.below(3) as usize];
                    sign * spread * scale * (rng.next() >> 11) as f64 / 9e15
                })
                .collect();
            let expected = sum(&values);
            for seed in 0..20 {
                assert_eq!(sum(&shuffled(&values, seed)).to_bits(), expected.to_bits(), "{scale}");
            }
            let close = crate::stats::summary::sum(values.iter().copied());
            assert!((expected - close).abs() <= 1e-14 * scale, "{expected} {close}");
        }
    }

    #[test]
    fn cancellation_loses_nothing() {
        assert_eq!(sum(&[1e16, 1.0, -1e16]), 1.0);
        assert_eq!(sum(&[0.1; 10]), 1.0);
        assert_eq!(sum(&[]), 0.0);
        assert_eq!(sum(&[f64::NAN, 2.5]), 2.5);
        assert_eq!(sum(&[5e-324, 5e-324]), 1e-323);
        assert_eq!(sum(&[LARGEST, -LARGEST, 3.0]), 0.0); // beyond what three grids hold
    }

    #[test]
    fn extents_are_seen() {
        assert_eq!(Extent::of(&[1.0, -3.0, f64::NAN]), Extent { largest: 3.0, whole: true, missing: 1 });
        assert!(!Extent::of(&[0.5]).whole);
        assert!(!Extent::of(&[1e300]).whole);
    }
}
