//! Durations and lags as an author writes them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Elapsed, Work};

/// Why a text is not a quantity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// Not a duration.
    #[error(
        "`{0}` is not a duration; write a number and a unit such as `3d`, `8h`, `30m`, `2w` or `3ed` for elapsed days"
    )]
    Duration(String),
    /// Not a lag.
    #[error(
        "`{0}` is not a lag; write a duration such as `2d`, `-1d` or `3ed`, or a percentage such as `50%`"
    )]
    Lag(String),
    /// Not a date.
    #[error("`{0}` is not a date from 1970 to 2100; write `2026-10-06` or `2026-10-06T17:00`")]
    Date(String),
    /// A date with an offset from UTC.
    #[error("`{0}` has an offset from UTC; write the local time alone, such as `2026-10-06T17:00`")]
    Offset(String),
    /// Not an amount of money.
    #[error("`{0}` is not an amount of money with at most two decimals")]
    Money(String),
    /// Not a share of a resource.
    #[error("`{0}` is not a share of a resource from 0 to 10,000 (1 = 100 %)")]
    Units(String),
}

/// Unit of a [`Duration`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DurationUnit {
    /// `s`.
    Second,
    /// `m`.
    Minute,
    /// `h`.
    Hour,
    /// `d`: the program's hours per day when working, 24 hours when elapsed.
    Day,
    /// `w`: the program's hours per week when working, 7 × 24 hours when elapsed.
    Week,
    /// `mo`: the program's days per month when working, 30 × 24 hours when elapsed.
    Month,
}

impl DurationUnit {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Second, "s"),
        (Self::Minute, "m"),
        (Self::Hour, "h"),
        (Self::Day, "d"),
        (Self::Week, "w"),
        (Self::Month, "mo"),
    ];

    /// Seconds of one unit.
    fn seconds(self, elapsed: bool, units: WorkUnits) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day if elapsed => 86_400,
            Self::Week if elapsed => 7 * 86_400,
            Self::Month if elapsed => 30 * 86_400,
            Self::Day => units.day.0,
            Self::Week => units.week.0,
            Self::Month => units.month.0,
        }
    }

    fn text(self) -> &'static str {
        Self::ALL.iter().find(|(unit, _)| *unit == self).map_or("", |(_, text)| text)
    }
}

/// How many working seconds the larger units stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkUnits {
    /// Working seconds of `1d`.
    pub day: Work,
    /// Working seconds of `1w`.
    pub week: Work,
    /// Working seconds of `1mo`.
    pub month: Work,
}

impl Default for WorkUnits {
    fn default() -> Self {
        Self { day: Work::hours(8), week: Work::hours(40), month: Work::hours(160) }
    }
}

/// A length of time in one of its two kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Counted by a calendar.
    Working(Work),
    /// Counted by the wall clock.
    Elapsed(Elapsed),
}

/// A duration as its author wrote it: `3d`, `1.5h`, `30m`, `2w`, `1mo`, or elapsed with `e` before the
/// unit: `3ed`, `36eh`. Kept to a millionth of its unit.
///
/// # Examples
/// ```
/// use paceline::quantity::{Duration, Elapsed, Span, Work, WorkUnits};
/// let units = WorkUnits::default();
/// assert_eq!(Duration::parse("1.5d")?.span(units), Span::Working(Work::hours(12)));
/// assert_eq!(Duration::parse("2ed")?.span(units), Span::Elapsed(Elapsed::hours(48)));
/// assert_eq!(Duration::days(3).to_string(), "3d");
/// # Ok::<(), paceline::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Millionths of the unit.
    micros: i64,
    unit: DurationUnit,
    elapsed: bool,
}

/// 10¹² millionths: a million units.
const MOST: i64 = 1_000_000_000_000;

impl Duration {
    /// No time.
    pub const ZERO: Duration = Duration { micros: 0, unit: DurationUnit::Day, elapsed: false };

    /// Working days.
    pub const fn days(days: i32) -> Self {
        Self { micros: days as i64 * 1_000_000, unit: DurationUnit::Day, elapsed: false }
    }

    /// Working hours.
    pub const fn hours(hours: i32) -> Self {
        Self { micros: hours as i64 * 1_000_000, unit: DurationUnit::Hour, elapsed: false }
    }

    /// Working minutes.
    pub const fn minutes(minutes: i32) -> Self {
        Self { micros: minutes as i64 * 1_000_000, unit: DurationUnit::Minute, elapsed: false }
    }

    /// So many seconds on the wall clock, in the largest unit that divides them.
    ///
    /// # Examples
    /// ```
    /// use paceline::quantity::Duration;
    /// assert_eq!(Duration::elapsed_seconds(3 * 86_400).to_string(), "3ed");
    /// assert_eq!(Duration::elapsed_seconds(5_400).to_string(), "90em");
    /// ```
    pub const fn elapsed_seconds(seconds: i64) -> Self {
        let (count, unit) = match seconds {
            seconds if seconds % 86_400 == 0 => (seconds / 86_400, DurationUnit::Day),
            seconds if seconds % 3_600 == 0 => (seconds / 3_600, DurationUnit::Hour),
            seconds if seconds % 60 == 0 => (seconds / 60, DurationUnit::Minute),
            seconds => (seconds, DurationUnit::Second),
        };
        Self { micros: count.saturating_mul(1_000_000), unit, elapsed: true }
    }

    /// So many seconds in a unit; in hours, minutes or seconds where the unit does not say them in six decimals.
    ///
    /// # Examples
    /// ```
    /// use paceline::quantity::{Duration, DurationUnit, WorkUnits};
    /// let days = |seconds| Duration::of_seconds(seconds, DurationUnit::Day, false, WorkUnits::default());
    /// assert_eq!(days(12 * 3600).to_string(), "1.5d");
    /// assert_eq!(days(8 * 3600 + 9).to_string(), "8.0025h");
    /// assert_eq!(days(61).to_string(), "61s");
    /// ```
    pub fn of_seconds(seconds: i64, unit: DurationUnit, elapsed: bool, units: WorkUnits) -> Self {
        let of = |unit: DurationUnit| match unit.seconds(elapsed, units) {
            of_unit if of_unit > 0 && (i128::from(seconds) * 1_000_000) % i128::from(of_unit) == 0 => {
                i64::try_from(i128::from(seconds) * 1_000_000 / i128::from(of_unit)).ok()
            }
            _ => None,
        };
        let smaller = [unit, DurationUnit::Hour, DurationUnit::Minute];
        let found = smaller.into_iter().find_map(|unit| {
            of(unit).filter(|micros| micros.abs() <= MOST).map(|micros| Self { micros, unit, elapsed })
        });
        found.unwrap_or_else(|| match seconds.checked_mul(1_000_000).filter(|micros| micros.abs() <= MOST) {
            Some(micros) => Self { micros, unit: DurationUnit::Second, elapsed },
            // A millionth of an hour is less than a second.
            None => {
                let micros = (i128::from(seconds) * 1_000_000 + 1800 * i128::from(seconds.signum())) / 3600;
                let micros = i64::try_from(micros).unwrap_or(i64::MAX / 8);
                Self { micros, unit: DurationUnit::Hour, elapsed }
            }
        })
    }

    /// The same amount on the wall clock.
    #[must_use]
    pub const fn elapsed(mut self) -> Self {
        self.elapsed = true;
        self
    }

    /// Whether it is counted by the wall clock.
    pub const fn is_elapsed(self) -> bool {
        self.elapsed
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.micros < 0
    }

    /// Whether it is no time at all.
    pub const fn is_zero(self) -> bool {
        self.micros == 0
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// If the text is not a number and a unit, or is above a million units.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        Self::read(text.trim()).ok_or_else(|| QuantityError::Duration(text.chars().take(40).collect()))
    }

    fn read(text: &str) -> Option<Self> {
        let split = text.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, unit) = text.split_at(split);
        let micros = micros(number.trim_end())?;
        let (elapsed, unit) = match unit.strip_prefix('e') {
            Some(rest) => (true, rest),
            None => (false, unit),
        };
        let unit = DurationUnit::ALL.iter().find(|(_, name)| *name == unit)?.0;
        Some(Self { micros, unit, elapsed })
    }

    /// Its length, with days, weeks and months as the program counts them; rounded to the second.
    pub fn span(self, units: WorkUnits) -> Span {
        let seconds = |of_unit: i64| {
            if let Some(exact) = self.micros.checked_mul(of_unit)
                && let Some(exact) = exact.checked_add(500_000 * exact.signum())
            {
                return exact / 1_000_000;
            }
            let exact = i128::from(self.micros) * i128::from(of_unit);
            let rounded = (exact + 500_000 * exact.signum()) / 1_000_000;
            i64::try_from(rounded).unwrap_or(i64::MAX / 8)
        };
        let of_unit = seconds(self.unit.seconds(self.elapsed, units));
        if self.elapsed { Span::Elapsed(Elapsed(of_unit)) } else { Span::Working(Work(of_unit)) }
    }
}

/// Reads a decimal number with at most six decimals as millionths.
fn micros(number: &str) -> Option<i64> {
    let (negative, digits) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty())
        || whole.len() > 7
        || fraction.len() > 6
        || !all_digits(whole)
        || !all_digits(fraction)
    {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = if fraction.is_empty() { 0 } else { format!("{fraction:0<6}").parse().ok()? };
    let value = whole * 1_000_000 + part;
    (value <= MOST).then_some(if negative { -value } else { value })
}

fn write_micros(f: &mut fmt::Formatter<'_>, micros: i64) -> fmt::Result {
    if micros < 0 {
        f.write_str("-")?;
    }
    let micros = micros.unsigned_abs();
    write!(f, "{}", micros / 1_000_000)?;
    let part = micros % 1_000_000;
    if part == 0 {
        return Ok(());
    }
    write!(f, ".{}", format!("{part:06}").trim_end_matches('0'))
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_micros(f, self.micros)?;
        f.write_str(if self.elapsed { "e" } else { "" })?;
        f.write_str(self.unit.text())
    }
}

/// A lag (or, below zero, a lead) as its author wrote it: a [`Duration`], or a percentage of the
/// predecessor's duration, working (`50%`) or elapsed (`50e%`).
///
/// # Examples
/// ```
/// use paceline::quantity::Lag;
/// assert_eq!(Lag::parse("-1d")?.to_string(), "-1d");
/// assert_eq!(Lag::parse("50%")?.to_string(), "50%");
/// # Ok::<(), paceline::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lag {
    /// A length of time.
    Duration(Duration),
    /// A share of the predecessor's duration.
    Percent {
        /// Millionths of a percent.
        micros: i64,
        /// Counted by the wall clock.
        elapsed: bool,
    },
}

impl Lag {
    /// No lag.
    pub const ZERO: Lag = Lag::Duration(Duration::ZERO);

    /// Whether it is no time at all.
    pub const fn is_zero(&self) -> bool {
        match self {
            Self::Duration(duration) => duration.is_zero(),
            Self::Percent { micros, .. } => *micros == 0,
        }
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// If the text is neither a duration nor a percentage.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        let fault = || QuantityError::Lag(text.chars().take(40).collect());
        let trimmed = text.trim();
        match trimmed.strip_suffix('%') {
            None => Duration::read(trimmed).map(Self::Duration).ok_or_else(fault),
            Some(number) => {
                let (number, elapsed) = match number.strip_suffix('e') {
                    Some(rest) => (rest, true),
                    None => (number, false),
                };
                Ok(Self::Percent { micros: micros(number.trim()).ok_or_else(fault)?, elapsed })
            }
        }
    }

    /// Its length, given the predecessor's duration; rounded to the second.
    pub fn span(self, units: WorkUnits, predecessor: Span) -> Span {
        match self {
            Self::Duration(duration) => duration.span(units),
            Self::Percent { micros, elapsed } => {
                let of = match predecessor {
                    Span::Working(work) => work.0,
                    Span::Elapsed(wall) => wall.0,
                };
                let exact = i128::from(micros) * i128::from(of);
                let rounded = (exact + 50_000_000 * exact.signum()) / 100_000_000;
                let seconds = i64::try_from(rounded).unwrap_or(i64::MAX / 8);
                if elapsed || matches!(predecessor, Span::Elapsed(_)) {
                    Span::Elapsed(Elapsed(seconds))
                } else {
                    Span::Working(Work(seconds))
                }
            }
        }
    }
}

impl Default for Lag {
    fn default() -> Self {
        Self::ZERO
    }
}

impl From<Duration> for Lag {
    fn from(duration: Duration) -> Self {
        Self::Duration(duration)
    }
}

impl fmt::Display for Lag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duration(duration) => duration.fmt(f),
            Self::Percent { micros, elapsed } => {
                write_micros(f, *micros)?;
                f.write_str(if *elapsed { "e%" } else { "%" })
            }
        }
    }
}

macro_rules! as_text {
    ($name:ident, $pattern:literal, $description:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::parse(&text).map_err(de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string", "pattern": $pattern, "description": $description
                })
            }
        }
    };
}

as_text!(
    Duration,
    "^[-+]?[0-9]*\\.?[0-9]+ *e?(s|m|h|d|w|mo)$",
    "number and unit: s, m, h, d, w, mo; e before the unit for elapsed time"
);
as_text!(
    Lag,
    "^[-+]?[0-9]*\\.?[0-9]+ *(e?(s|m|h|d|w|mo)|e?%)$",
    "duration, or percentage of the predecessor's duration; below zero for a lead"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back_as_it_went() {
        for text in ["3d", "-1.5h", "0.1m", "2w", "1mo", "3ed", "36eh", "0d", "45s"] {
            assert_eq!(Duration::parse(text).unwrap().to_string(), text);
        }
        for text in ["50%", "-25.5%", "33e%", "2d"] {
            assert_eq!(Lag::parse(text).unwrap().to_string(), text);
        }
        for bad in
            ["", "d", "3", "3 days", "--3d", "1e6d", "3dd", "99999999d", "0.1234567d", "٣d", "%", "1.2.3d"]
        {
            assert!(Duration::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn tenths_of_a_minute_are_exact() {
        let units = WorkUnits::default();
        assert_eq!(Duration::parse("1454.5m").unwrap().span(units), Span::Working(Work(87_270)));
        assert_eq!(
            Lag::parse("50%").unwrap().span(units, Span::Working(Work::hours(5))),
            Span::Working(Work::minutes(150))
        );
        assert_eq!(
            Lag::parse("-50e%").unwrap().span(units, Span::Working(Work(3))),
            Span::Elapsed(Elapsed(-2))
        );
    }
}
