//! One stretch of work within a day.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::CalendarError;
use crate::quantity::Work;

/// Seconds in a civil day.
pub(super) const DAY: i64 = 86_400;
const DAY_SECONDS: u32 = 86_400;

/// One stretch of work of a day, on the wire `09:00-17:00`, to the second if need be
/// (`09:00:30-17:00`).
///
/// A shift whose end is not after its start runs across midnight (`22:00-06:00`) and belongs to the
/// day on which it starts. `00:00-24:00` is the whole day. A shift lasts more than nothing and at most
/// 24 hours of civil time.
///
/// # Examples
/// ```
/// use paceline::calendar::Shift;
/// let night: Shift = "22:00-06:00".parse()?;
/// assert_eq!(night.work().as_seconds(), 8 * 3600);
/// assert!(night.crosses_midnight());
/// # Ok::<(), paceline::calendar::CalendarError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shift {
    /// Seconds from the day's midnight, below 86,400.
    start: u32,
    /// Seconds from the day's midnight, above `start`, at most `start` + 86,400.
    end: u32,
}

impl Shift {
    /// The whole day, `00:00-24:00`.
    pub const WHOLE_DAY: Shift = Shift { start: 0, end: DAY_SECONDS };

    /// A shift between two times of day; across midnight if the end is before the start. An end of
    /// 00:00 is the end of the day.
    ///
    /// # Errors
    /// [`CalendarError::Shift`] if both times are equal (other than 00:00 to 00:00, the whole day).
    pub fn new(start: NaiveTime, end: NaiveTime) -> Result<Self, CalendarError> {
        let (from, to) = (start.num_seconds_from_midnight(), end.num_seconds_from_midnight());
        let to = if to == 0 { DAY_SECONDS } else { to };
        Self::from_seconds(from, to).ok_or_else(|| CalendarError::Shift(format!("{start}-{end}")))
    }

    /// Both ends in seconds of the day, the end up to 86,400.
    fn from_seconds(start: u32, end: u32) -> Option<Self> {
        if start >= DAY_SECONDS || end > DAY_SECONDS || start == end || end == 0 {
            return None;
        }
        Some(Self { start, end: if end > start { end } else { end + DAY_SECONDS } })
    }

    /// Reads `09:00-17:00`.
    ///
    /// # Errors
    /// [`CalendarError::Shift`] if the text is not two times of day joined by a hyphen, or both are
    /// equal.
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        let read = || {
            let (start, end) = text.split_once('-')?;
            let end = match seconds(end)? {
                0 => DAY_SECONDS,
                end => end,
            };
            Self::from_seconds(seconds(start)?, end)
        };
        read().ok_or_else(|| CalendarError::Shift(super::clip(text)))
    }

    /// When it starts, time of day.
    pub fn start(self) -> NaiveTime {
        time_of_day(self.start)
    }

    /// When it ends, time of day; midnight for `24:00`.
    pub fn end(self) -> NaiveTime {
        time_of_day(self.end)
    }

    /// How long it is on a clock that nobody changes.
    pub const fn work(self) -> Work {
        Work(self.end as i64 - self.start as i64)
    }

    /// Whether it ends on the day after the one it belongs to.
    pub const fn crosses_midnight(self) -> bool {
        self.end > DAY_SECONDS
    }

    /// Start and end in seconds from the midnight that begins its day; the end may exceed 86,400.
    pub(super) const fn bounds(self) -> (u32, u32) {
        (self.start, self.end)
    }
}

fn time_of_day(seconds: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(seconds % DAY_SECONDS, 0).unwrap_or(NaiveTime::MIN)
}

/// `09:00`, `09:00:30` or `24:00` in seconds.
fn seconds(text: &str) -> Option<u32> {
    let mut total = 0;
    let mut parts = 0;
    for (part, factor) in text.split(':').zip([3600, 60, 1, 0]) {
        let two_digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        let value: u32 = if two_digits { part.parse().ok()? } else { return None };
        if factor == 0 || (factor < 3600 && value > 59) {
            return None;
        }
        total += value * factor;
        parts += 1;
    }
    (parts >= 2 && total <= DAY_SECONDS).then_some(total)
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = |f: &mut fmt::Formatter<'_>, at: u32| {
            write!(f, "{:02}:{:02}", at / 3600, at / 60 % 60)?;
            if at.is_multiple_of(60) { Ok(()) } else { write!(f, ":{:02}", at % 60) }
        };
        one(f, self.start)?;
        f.write_str("-")?;
        one(f, if self.end > DAY_SECONDS { self.end - DAY_SECONDS } else { self.end })
    }
}

impl FromStr for Shift {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        Self::parse(text)
    }
}

impl Serialize for Shift {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Shift {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Shift {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Shift".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?-[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$",
            "description": "stretch of work of a day, such as 09:00-17:00; 22:00-06:00 runs across midnight"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_travel_as_text_and_come_back() {
        for text in [
            "09:00-17:00",
            "22:00-06:00",
            "00:00-24:00",
            "18:00-24:00",
            "09:00:30-17:00",
            "23:59:59-00:00:01",
        ] {
            let shift = Shift::parse(text).unwrap();
            assert_eq!(shift.to_string(), text);
            let json = serde_json::to_string(&shift).unwrap();
            assert_eq!(serde_json::from_str::<Shift>(&json).unwrap(), shift);
        }
        assert_eq!(Shift::parse("00:00-00:00").unwrap(), Shift::WHOLE_DAY);
        assert_eq!(Shift::new(NaiveTime::MIN, NaiveTime::MIN).unwrap(), Shift::WHOLE_DAY);
        assert_eq!(Shift::parse("18:00-00:00").unwrap().to_string(), "18:00-24:00");
        assert!(!Shift::parse("18:00-24:00").unwrap().crosses_midnight());
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "-",
            "9:00-17:00",
            "09:00",
            "09:00-09:00",
            "24:00-06:00",
            "09:00-24:01",
            "09:60-17:00",
            "09:00:60-17:00",
            "09-17",
            "09:00-17:00-18:00",
            "09:00:00:00-17:00",
            "+9:00-17:00",
            "09:00-25:00",
            "0٩:00-17:00",
            "09:00–17:00",
        ] {
            assert!(Shift::parse(text).is_err(), "{text}");
        }
    }
}
