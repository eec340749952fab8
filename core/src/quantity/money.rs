//! Money in hundredths.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::QuantityError;

/// An amount of money in hundredths of the program's currency; sums saturate instead of wrapping.
///
/// On the wire a number with at most two decimals: `18000` or `480.5`. Currencies with three decimals
/// are not modelled.
///
/// # Examples
/// ```
/// use paceline::quantity::Money;
/// let fee: Money = serde_json::from_str("480.5")?;
/// assert_eq!(fee, Money::cents(48_050));
/// assert_eq!(fee.times(1, 3), Money::cents(16_017)); // rounded half away from zero
/// assert_eq!(Money::cents(20_585_000).to_string(), "205,850.00");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);

    /// From hundredths.
    pub const fn cents(cents: i64) -> Self {
        Self(cents)
    }

    /// In hundredths.
    pub const fn as_cents(self) -> i64 {
        self.0
    }

    /// The amount times a ratio, rounded half away from zero; saturating.
    #[must_use]
    pub fn times(self, numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return Self::ZERO;
        }
        let (mut n, mut d) = (i128::from(self.0) * i128::from(numerator), i128::from(denominator));
        if d < 0 {
            (n, d) = (-n, -d);
        }
        let rounded = (2 * n + d * n.signum()) / (2 * d);
        Self(i64::try_from(rounded).unwrap_or(if n < 0 { i64::MIN } else { i64::MAX }))
    }

    /// From a decimal number with at most two decimals.
    ///
    /// # Errors
    /// If the number is not finite, has more decimals, or is above 9 × 10¹³.
    pub fn from_decimal(number: f64) -> Result<Self, QuantityError> {
        let cents = (number * 100.0).round();
        if !number.is_finite()
            || cents.abs() > 9.0e15
            || (cents / 100.0 - number).abs() > number.abs() * 1e-12
        {
            return Err(QuantityError::Money(number.to_string()));
        }
        #[expect(clippy::cast_possible_truncation, reason = "checked above")]
        Ok(Self(cents as i64))
    }

    /// As a decimal number of currency units.
    #[expect(clippy::cast_precision_loss, reason = "shown, not computed with")]
    pub fn to_decimal(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        let whole = (cents / 100).to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (index, digit) in whole.char_indices() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ".{:02}", cents % 100)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.to_decimal())
        }
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_decimal(f64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Money {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "multipleOf": 0.01, "description": "amount in the program's currency" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_exact_or_refused() {
        for (text, cents) in
            [("0.1", 10), ("18000", 1_800_000), ("-0.05", -5), ("70368744177.64", 7_036_874_417_764)]
        {
            let money: Money = serde_json::from_str(text).unwrap();
            assert_eq!(money, Money::cents(cents));
            assert_eq!(serde_json::to_string(&money).unwrap(), text);
        }
        for bad in ["0.001", "1e300", "\"5\""] {
            assert!(serde_json::from_str::<Money>(bad).is_err(), "{bad}");
        }
        assert_eq!(Money::cents(i64::MAX) + Money::cents(1), Money::cents(i64::MAX));
    }
}
