//! Shares of a resource.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::QuantityError;

/// A share of a resource: 1 is one whole person, 0.5 is half of one, 5 is a department of five. Kept
/// in ten-thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Units(u32);

impl Units {
    /// Nobody.
    pub const ZERO: Units = Units(0);
    /// One whole resource.
    pub const ONE: Units = Units(10_000);

    /// From a decimal share, rounded to a ten-thousandth.
    ///
    /// # Errors
    /// If it is not a number from 0 to 10,000.
    pub fn from_decimal(share: f64) -> Result<Self, QuantityError> {
        if !(0.0..=10_000.0).contains(&share) {
            return Err(QuantityError::Units(share.to_string()));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
        Ok(Self((share * 10_000.0).round() as u32))
    }

    /// From ten-thousandths.
    pub const fn from_parts(parts: u32) -> Self {
        Self(parts)
    }

    /// In ten-thousandths.
    pub const fn as_parts(self) -> u32 {
        self.0
    }

    /// As a decimal share.
    pub fn to_decimal(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl Default for Units {
    fn default() -> Self {
        Self::ONE
    }
}

impl fmt::Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_decimal())
    }
}

impl Serialize for Units {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(10_000) {
            serializer.serialize_u32(self.0 / 10_000)
        } else {
            serializer.serialize_f64(self.to_decimal())
        }
    }
}

impl<'de> Deserialize<'de> for Units {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_decimal(f64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Units {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Units".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 10000, "description": "share of a resource, 1 = 100 %" })
    }
}
