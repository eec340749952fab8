//! Time zones: the one place that converts between civil time and the axis.

use std::fmt;
use std::sync::{Arc, OnceLock};

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{CalendarError, clip};
use crate::quantity::Time;

/// What the axis of a plan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Civil time; zones play no part: everybody's 9:00 is 9:00, as in Microsoft Project.
    #[default]
    Wall,
    /// Coordinated universal time; each calendar's shifts pass through its zone.
    Zoned,
}

/// Where a civil date-time lies on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LocalTime {
    /// At one instant.
    Exact(Time),
    /// Nowhere: the clock was put forward over it.
    Gap {
        /// The instant at which the clock was put forward.
        end: Time,
    },
    /// Twice or more: the clock was put back over it.
    Fold {
        /// The first instant.
        first: Time,
        /// The last instant.
        second: Time,
    },
}

impl LocalTime {
    /// The instant meant by something that opens: the end of a gap, the first of two.
    pub const fn opening(self) -> Time {
        match self {
            Self::Exact(at) | Self::Gap { end: at } | Self::Fold { first: at, .. } => at,
        }
    }

    /// The instant meant by something that closes: the end of a gap, the second of two.
    pub const fn closing(self) -> Time {
        match self {
            Self::Exact(at) | Self::Gap { end: at } | Self::Fold { second: at, .. } => at,
        }
    }
}

/// A time zone: an IANA zone, `UTC` or a fixed offset. Cheap to clone.
///
/// # Examples
/// ```
/// # #[cfg(feature = "zones")] {
/// use paceline::calendar::{LocalTime, Zone};
/// use paceline::quantity::When;
///
/// let zone = Zone::parse("Europe/Berlin")?;
/// let skipped = When::parse("2026-03-29T02:30").unwrap().start();
/// let LocalTime::Gap { end } = zone.to_axis(skipped) else { panic!() };
/// assert_eq!(zone.civil(end).unwrap().to_string(), "2026-03-29 03:00:00");
/// # }
/// # Ok::<(), paceline::calendar::CalendarError>(())
/// ```
#[derive(Clone)]
pub struct Zone(Arc<Inner>);

struct Inner {
    name: String,
    rule: Rule,
    /// Found when first asked for.
    table: OnceLock<Table>,
}

#[derive(Clone, Copy)]
enum Rule {
    Fixed(i32),
    #[cfg(feature = "zones")]
    Iana(chrono_tz::Tz),
}

/// Every change of offset on the axis.
struct Table {
    /// Offset before the first change, seconds east of UTC.
    first: i32,
    /// Instant of each change and the offset from then on.
    changes: Vec<(i64, i32)>,
    /// Least and greatest offset.
    range: (i32, i32),
}

impl Zone {
    /// The zone in which civil time is UTC.
    pub fn utc() -> Self {
        Self::new("UTC", Rule::Fixed(0))
    }

    fn new(name: &str, rule: Rule) -> Self {
        Self(Arc::new(Inner { name: name.to_owned(), rule, table: OnceLock::new() }))
    }

    /// Reads an IANA name (`Europe/Berlin`), `UTC` or an offset (`+05:30`, `-03:00`).
    ///
    /// Without the feature `zones` only `UTC` and offsets are known.
    ///
    /// # Errors
    /// [`CalendarError::Zone`] if there is no such zone.
    pub fn parse(name: &str) -> Result<Self, CalendarError> {
        if name == "UTC" {
            return Ok(Self::utc());
        }
        if let Some(offset) = parse_offset(name) {
            return Ok(Self::new(name, Rule::Fixed(offset)));
        }
        #[cfg(feature = "zones")]
        if let Ok(zone) = name.parse() {
            return Ok(Self::new(name, Rule::Iana(zone)));
        }
        Err(CalendarError::Zone(clip(name)))
    }

    /// The name it was read from.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Offset from UTC at an instant (UTC seconds), in seconds, positive in the east.
    ///
    /// # Complexity
    /// O(log changes of clocks).
    pub fn offset_at(&self, time: Time) -> i32 {
        let table = self.table();
        match table.changes.partition_point(|(at, _)| *at <= time.0) {
            0 => table.first,
            n => table.changes[n - 1].1,
        }
    }

    /// The civil date-time shown by clocks of the zone at an instant (UTC seconds); `None` outside
    /// chrono's range.
    pub fn civil(&self, time: Time) -> Option<NaiveDateTime> {
        time.to_civil()?.checked_add_signed(TimeDelta::seconds(i64::from(self.offset_at(time))))
    }

    /// Where a civil date-time of the zone lies on an axis of UTC seconds.
    ///
    /// # Complexity
    /// O(log changes of clocks).
    pub fn to_axis(&self, civil: NaiveDateTime) -> LocalTime {
        self.local(civil.and_utc().timestamp())
    }

    /// The same for a civil date-time in seconds since 1970-01-01T00:00.
    pub(super) fn local(&self, local: i64) -> LocalTime {
        let table = self.table();
        // Offsets in force at some instant that may show this civil time lie between these two.
        let (least, greatest) = (i64::from(table.range.0), i64::from(table.range.1));
        let low = table.changes.partition_point(|(at, _)| *at <= local - greatest);
        let high = low + table.changes[low..].partition_point(|(at, _)| *at <= local - least);
        let mut found: Option<(i64, i64)> = None;
        let mut gap_end = 0;
        for index in low..=high {
            let begin = if index == 0 { i64::MIN } else { table.changes[index - 1].0 };
            let end = table.changes.get(index).map_or(i64::MAX, |(at, _)| *at);
            let at = local - i64::from(if index == 0 { table.first } else { table.changes[index - 1].1 });
            if (begin..end).contains(&at) {
                found = Some((found.map_or(at, |(first, _)| first), at));
            } else if at >= end {
                gap_end = end;
            }
        }
        match found {
            None => LocalTime::Gap { end: Time(gap_end) },
            Some((first, last)) if first == last => LocalTime::Exact(Time(first)),
            Some((first, last)) => LocalTime::Fold { first: Time(first), second: Time(last) },
        }
    }

    /// The offset in force all the time from one instant to another, if it does not change.
    pub(super) fn constant_offset(&self, from: i64, to: i64) -> Option<i32> {
        let table = self.table();
        let index = table.changes.partition_point(|(at, _)| *at <= from);
        let steady = table.changes.get(index).is_none_or(|(at, _)| *at >= to);
        steady.then(|| if index == 0 { table.first } else { table.changes[index - 1].1 })
    }

    /// The instants at which the offset changes, in order.
    pub(super) fn changes(&self) -> impl Iterator<Item = i64> {
        self.table().changes.iter().map(|(at, _)| *at)
    }

    /// The offset before the first change, and the instant of each change with the offset from then on.
    pub(crate) fn offsets(&self) -> (i32, &[(i64, i32)]) {
        let table = self.table();
        (table.first, &table.changes)
    }

    /// The least and the greatest offset of the zone.
    pub(super) fn offset_range(&self) -> (i32, i32) {
        self.table().range
    }

    fn table(&self) -> &Table {
        self.0.table.get_or_init(|| match self.0.rule {
            Rule::Fixed(offset) => Table { first: offset, changes: Vec::new(), range: (offset, offset) },
            #[cfg(feature = "zones")]
            Rule::Iana(zone) => iana::table(zone),
        })
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.0.name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Zone {}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.name)
    }
}

/// `+05:30` in seconds; at most 18 hours.
fn parse_offset(text: &str) -> Option<i32> {
    let bytes = text.as_bytes();
    let &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = bytes else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i32::from(byte - b'0'));
    let hours = digit(h1)? * 10 + digit(h2)?;
    let minutes = digit(m1)? * 10 + digit(m2)?;
    let seconds = hours * 3600 + minutes * 60;
    let known = minutes < 60 && seconds <= 18 * 3600;
    known.then_some(if sign == b'-' { -seconds } else { seconds })
}

/// The names nearest to one that is no zone, as a help.
pub(super) fn nearest_zones(name: &str) -> String {
    #[cfg(feature = "zones")]
    let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    #[cfg(not(feature = "zones"))]
    let names = std::iter::once("UTC");
    let fallback = if cfg!(feature = "zones") {
        "give an IANA name such as `Europe/Berlin`, `UTC` or an offset such as `+05:30`"
    } else {
        "built without the feature `zones`: only `UTC` and offsets such as `+05:30` are known"
    };
    crate::error::nearest(name, names).unwrap_or_else(|| fallback.to_owned())
}

#[cfg(feature = "zones")]
mod iana {
    use chrono::{DateTime, Offset, TimeZone};
    use chrono_tz::Tz;

    use super::super::axis::{END, ORIGIN, WEEK};
    use super::Table;

    /// Clocks change at multiples of a quarter of an hour, almost always.
    const QUARTER: i64 = 900;

    /// Looks at every week and halves those at whose ends the offsets differ. Two changes that cancel
    /// within one week do not occur in the zone data since 1970 (a test looks at every zone).
    pub(super) fn table(zone: Tz) -> Table {
        let mut at = ORIGIN - WEEK;
        let first = offset(zone, at);
        let mut table = Table { first, changes: Vec::new(), range: (first, first) };
        let mut last = first;
        while at < END + WEEK {
            let next = at + WEEK;
            let new = offset(zone, next);
            while last != new {
                at = change(zone, at, next, last);
                last = offset(zone, at);
                table.changes.push((at, last));
                table.range = (table.range.0.min(last), table.range.1.max(last));
            }
            at = next;
        }
        table
    }

    /// The first instant after `low`, where the offset is `old`, at which it is not; `high` is such an
    /// instant.
    fn change(zone: Tz, low: i64, high: i64, old: i32) -> i64 {
        let (low, high) = halve(zone, low, high, old, QUARTER);
        if offset(zone, high - 1) == old { high } else { halve(zone, low, high - 1, old, 1).1 }
    }

    fn halve(zone: Tz, mut low: i64, mut high: i64, old: i32, step: i64) -> (i64, i64) {
        while high - low > step {
            let middle = (low + (high - low) / 2).div_euclid(step) * step;
            let middle = if middle <= low { low + step } else { middle };
            if offset(zone, middle) == old {
                low = middle;
            } else {
                high = middle;
            }
        }
        (low, high)
    }

    fn offset(zone: Tz, at: i64) -> i32 {
        let utc = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
        zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read_strictly() {
        for (text, seconds) in [("+05:30", 19_800), ("-03:00", -10_800), ("+00:00", 0), ("-18:00", -64_800)] {
            assert_eq!(Zone::parse(text).unwrap().offset_at(Time(0)), seconds);
        }
        for text in ["", "+5:30", "05:30", "+05:60", "+18:01", "+0530", "Z", "utc", "Mars/Olympus", "+٠٥:٣٠"]
        {
            assert!(Zone::parse(text).is_err(), "{text}");
        }
    }

    #[cfg(feature = "zones")]
    mod iana {
        use chrono::{DateTime, Offset, TimeZone};

        use super::super::super::axis::{END, ORIGIN};
        use super::*;

        /// A change is found where the offsets at the ends of a week differ; here every half day of
        /// every zone is looked at.
        #[test]
        fn no_change_of_clocks_is_missed() {
            for tz in chrono_tz::TZ_VARIANTS {
                let zone = Zone::parse(tz.name()).unwrap();
                let mut at = ORIGIN;
                while at < END {
                    let utc = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
                    let expected = tz.offset_from_utc_datetime(&utc).fix().local_minus_utc();
                    assert_eq!(zone.offset_at(Time(at)), expected, "{tz} {utc}");
                    at += 43_200;
                }
            }
        }

        #[test]
        fn civil_time_goes_there_and_back() {
            for tz in chrono_tz::TZ_VARIANTS.iter().step_by(7) {
                let zone = Zone::parse(tz.name()).unwrap();
                let table = zone.offsets().1.to_vec();
                for at in table.iter().flat_map(|(at, _)| [at - 3601, at - 1, *at, at + 1, at + 3600]) {
                    let civil = zone.civil(Time(at)).unwrap();
                    let local = zone.to_axis(civil);
                    assert!(local.opening().0 <= at && at <= local.closing().0, "{tz} {civil}");
                    for time in [local.opening(), local.closing()] {
                        assert_eq!(zone.civil(time), Some(civil), "{tz}");
                    }
                }
            }
        }

        #[test]
        fn seconds_before_1972_and_quarters_of_hours() {
            let offset = |name: &str, text: &str| {
                let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
                Zone::parse(name).unwrap().offset_at(Time::from_civil(at))
            };
            // Liberia kept -00:44:30 until January 1972.
            assert_eq!(offset("Africa/Monrovia", "1971-06-01T00:00"), -2670);
            assert_eq!(offset("Africa/Monrovia", "1972-06-01T00:00"), 0);
            assert_eq!(offset("Asia/Kathmandu", "2026-01-01T00:00"), 20_700);
            assert_eq!(offset("Asia/Kathmandu", "1980-01-01T00:00"), 19_800);
            assert_eq!(offset("Australia/Lord_Howe", "2026-01-01T00:00"), 39_600);
            assert_eq!(offset("Australia/Lord_Howe", "2026-07-01T00:00"), 37_800);
            // Morocco goes back for Ramadan 2026: 15 February to 22 March.
            assert_eq!(offset("Africa/Casablanca", "2026-02-14T12:00"), 3600);
            assert_eq!(offset("Africa/Casablanca", "2026-03-01T12:00"), 0);
            assert_eq!(offset("Africa/Casablanca", "2026-03-23T12:00"), 3600);
        }
    }
}
