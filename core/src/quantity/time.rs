//! Instants and lengths of time.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::QuantityError;

/// Seconds in a day on the wall.
pub(crate) const DAY: i64 = 86_400;

/// An instant on the plan's integer axis: seconds since 1970-01-01T00:00 of the plan's clock (wall
/// time for a plan on one wall clock, UTC for a zoned plan).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time(pub i64);

impl Time {
    /// Later than every date: what an operation returns when the calendar has no working time left.
    pub const NEVER: Time = Time(i64::MAX / 4);
    /// Earlier than every date.
    pub const DISTANT_PAST: Time = Time(i64::MIN / 4);

    /// The instant of a civil date-time read on the axis itself (no zone is applied).
    pub fn from_civil(civil: NaiveDateTime) -> Self {
        Self(civil.and_utc().timestamp())
    }

    /// The civil date-time of this instant read on the axis itself; `None` outside chrono's range.
    pub fn to_civil(self) -> Option<NaiveDateTime> {
        DateTime::<Utc>::from_timestamp(self.0, 0).map(|t| t.naive_utc())
    }

    /// Whether this is a real instant rather than [`Time::NEVER`] or [`Time::DISTANT_PAST`].
    pub fn is_finite(self) -> bool {
        self > Self::DISTANT_PAST && self < Self::NEVER
    }
}

macro_rules! length {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// No time at all.
            pub const ZERO: $name = $name(0);

            /// From minutes.
            pub const fn minutes(minutes: i64) -> Self {
                Self(minutes * 60)
            }

            /// From hours.
            pub const fn hours(hours: i64) -> Self {
                Self(hours * 3600)
            }

            /// In seconds.
            pub const fn as_seconds(self) -> i64 {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;

            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;

            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }

        impl Neg for $name {
            type Output = Self;

            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl std::iter::Sum for $name {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold(Self::ZERO, Add::add)
            }
        }
    )+};
}

length! {
    /// Working time, in seconds: what a calendar counts.
    Work;
    /// Time on the wall, in seconds.
    Elapsed;
}

impl Add<Elapsed> for Time {
    type Output = Time;

    fn add(self, elapsed: Elapsed) -> Time {
        Time(self.0 + elapsed.0)
    }
}

impl Sub<Elapsed> for Time {
    type Output = Time;

    fn sub(self, elapsed: Elapsed) -> Time {
        Time(self.0 - elapsed.0)
    }
}

impl Sub for Time {
    type Output = Elapsed;

    fn sub(self, other: Time) -> Elapsed {
        Elapsed(self.0 - other.0)
    }
}

/// A civil date an author wrote, with or without a time of day: `2026-10-06` or `2026-10-06T17:00`.
///
/// Without a time of day it means the whole day: the beginning of it where a start is meant, the end
/// of it where a finish is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, if one was given.
    pub time: Option<NaiveTime>,
}

impl When {
    /// Reads `2026-10-06`, `2026-10-06T17:00` or `2026-10-06T17:00:30`.
    ///
    /// # Errors
    /// If the text is none of these, or the year is outside 1970 to 2100.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        if let Some(found) = Self::plain(text.as_bytes()) {
            return Ok(found);
        }
        let fault = || {
            let shown = text.chars().take(40).collect();
            match DateTime::parse_from_rfc3339(text) {
                Ok(_) => QuantityError::Offset(shown),
                Err(_) => QuantityError::Date(shown),
            }
        };
        let (date, time) = match text.split_once('T') {
            None => (text, None),
            Some((date, time)) => {
                let format = if time.len() == 5 { "%H:%M" } else { "%H:%M:%S" };
                (date, Some(NaiveTime::parse_from_str(time, format).map_err(|_| fault())?))
            }
        };
        if date.len() != 10 {
            return Err(fault());
        }
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| fault())?;
        if !(1970..=2100).contains(&chrono::Datelike::year(&date)) {
            return Err(fault());
        }
        Ok(Self { date, time })
    }

    /// The same digit by digit, which is quick; what is not written so is not told to be wrong.
    fn plain(text: &[u8]) -> Option<Self> {
        let number = |from: usize| {
            let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
            Some(digit(text.get(from)?)? * 10 + digit(text.get(from + 1)?)?)
        };
        let mark = |at: usize, mark: u8| text.get(at) == Some(&mark);
        let year = i32::try_from(number(0)? * 100 + number(2)?).ok()?;
        if !(1970..=2100).contains(&year) || !mark(4, b'-') || !mark(7, b'-') {
            return None;
        }
        let date = NaiveDate::from_ymd_opt(year, number(5)?, number(8)?)?;
        let time = match text.len() {
            10 => None,
            16 if mark(10, b'T') && mark(13, b':') => {
                Some(NaiveTime::from_hms_opt(number(11)?, number(14)?, 0)?)
            }
            19 if mark(10, b'T') && mark(13, b':') && mark(16, b':') => {
                Some(NaiveTime::from_hms_opt(number(11)?, number(14)?, number(17)?)?)
            }
            _ => return None,
        };
        Some(Self { date, time })
    }

    /// The civil date-time meant by a start: midnight at the beginning of a bare date.
    pub fn start(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }

    /// The civil date-time meant by a finish: midnight at the end of a bare date.
    pub fn end(self) -> NaiveDateTime {
        match self.time {
            Some(time) => self.date.and_time(time),
            None => self.date.succ_opt().unwrap_or(self.date).and_time(NaiveTime::MIN),
        }
    }
}

impl From<NaiveDate> for When {
    fn from(date: NaiveDate) -> Self {
        Self { date, time: None }
    }
}

impl From<NaiveDateTime> for When {
    fn from(civil: NaiveDateTime) -> Self {
        Self { date: civil.date(), time: Some(civil.time()) }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        match self.time {
            None => Ok(()),
            Some(time) if chrono::Timelike::second(&time) == 0 => write!(f, "T{}", time.format("%H:%M")),
            Some(time) => write!(f, "T{}", time.format("%H:%M:%S")),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$",
            "description": "civil date, with or without a time of day"
        })
    }
}

/// A computed civil date-time: local time of the plan's clock, with its offset from UTC when the plan
/// is zoned. On the wire `2026-10-06T09:00:00` or `2026-10-06T09:00:00+02:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Seconds since 1970-01-01T00:00 of the local civil clock.
    local: i64,
    /// Offset from UTC in seconds, for a zoned plan.
    offset: Option<i32>,
}

impl Stamp {
    /// A stamp on a wall clock, without a zone.
    pub const fn wall(time: Time) -> Self {
        Self { local: time.0, offset: None }
    }

    /// A stamp of an instant (UTC seconds) shown at an offset from UTC in seconds.
    pub const fn zoned(time: Time, offset: i32) -> Self {
        Self { local: time.0 + offset as i64, offset: Some(offset) }
    }

    /// The instant on the plan's axis.
    pub const fn time(self) -> Time {
        match self.offset {
            None => Time(self.local),
            Some(offset) => Time(self.local - offset as i64),
        }
    }

    /// Elapsed time from an earlier stamp of the same clock to this one.
    pub const fn since(self, earlier: Stamp) -> Elapsed {
        Elapsed(self.time().0 - earlier.time().0)
    }

    /// The local civil date-time.
    pub fn civil(self) -> NaiveDateTime {
        Time(self.local).to_civil().unwrap_or_default()
    }

    /// The local civil date.
    pub fn date(self) -> NaiveDate {
        self.civil().date()
    }

    /// The local civil date on which something that finishes at this instant ends: midnight belongs
    /// to the day before.
    pub fn finish_date(self) -> NaiveDate {
        Time(self.local - 1).to_civil().unwrap_or_default().date()
    }

    /// The instant with its offset; `None` on a wall clock.
    pub fn zoned_civil(self) -> Option<DateTime<FixedOffset>> {
        let offset = FixedOffset::east_opt(self.offset?)?;
        offset.from_local_datetime(&self.civil()).single()
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.civil().format("%Y-%m-%dT%H:%M:%S"))?;
        match self.offset.and_then(FixedOffset::east_opt) {
            None => Ok(()),
            Some(offset) => write!(f, "{}", offset.fix()),
        }
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        if let Ok(civil) = NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S") {
            return Ok(Self::wall(Time::from_civil(civil)));
        }
        match DateTime::parse_from_rfc3339(&text) {
            Ok(at) => Ok(Self::zoned(Time(at.timestamp()), at.offset().local_minus_utc())),
            Err(_) => Err(de::Error::custom(QuantityError::Date(text.chars().take(40).collect()))),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Stamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Stamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "computed local date-time; with an offset from UTC in a zoned plan"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_date_is_a_whole_day() {
        let day = When::parse("2026-10-06").unwrap();
        assert_eq!(day.start().to_string(), "2026-10-06 00:00:00");
        assert_eq!(day.end().to_string(), "2026-10-07 00:00:00");
        let hour = When::parse("2026-10-06T17:00").unwrap();
        assert_eq!(hour.start(), hour.end());
        assert_eq!(hour.to_string(), "2026-10-06T17:00");
        for bad in ["2026-13-01", "1969-01-01", "2101-01-01", "26-1-1", "2026-10-06 17:00", "", "2026-1-1"] {
            assert!(When::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn stamps_travel_as_text_and_come_back() {
        for stamp in [Stamp::wall(Time(1_790_000_000)), Stamp::zoned(Time(1_790_000_000), 19_800)] {
            let text = serde_json::to_string(&stamp).unwrap();
            assert_eq!(serde_json::from_str::<Stamp>(&text).unwrap(), stamp);
        }
        assert_eq!(Stamp::zoned(Time(0), 19_800).to_string(), "1970-01-01T05:30:00+05:30");
    }
}
