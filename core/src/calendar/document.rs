//! Calendars as an author writes them.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{CalendarError, Shift, date};
use crate::id::CalendarId;

/// When somebody works: a week of shifts, dated work weeks, exceptions, and a base calendar for all
/// that is not said.
///
/// For one day the shifts are found in this order; the first that says something decides:
///
/// 1. the exceptions of this calendar, then those of its base, of the base's base and so on;
/// 2. the dated work weeks, own before base, each weekday by itself;
/// 3. the week, own before base, each weekday by itself;
/// 4. nobody works.
///
/// So a holiday of the base holds for everyone who inherits from it, whatever their own week says,
/// unless they state an exception of their own for that day.
///
/// Among exceptions of one calendar that cover the same day, a dated one wins over a yearly one, then
/// the one of fewer days, then the one that begins later. The same among work weeks.
///
/// # Examples
/// ```
/// use chrono::NaiveDate;
/// use paceline::calendar::{Calendar, CalendarException, Week};
///
/// let christmas = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
/// let office = Calendar::new("us")
///     .with_zone("America/New_York")
///     .with_week(Week::weekdays(&["09:00-13:00".parse()?, "14:00-18:00".parse()?]))
///     .with_exception(CalendarException::day(christmas).with_name("Christmas Day"));
/// let json = serde_json::to_string(&office.exceptions).unwrap();
/// assert_eq!(json, r#"[{"date":"2026-12-25","name":"Christmas Day"}]"#);
/// # Ok::<(), paceline::calendar::CalendarError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Id, unique among the calendars.
    pub id: CalendarId,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The calendar that decides wherever this one says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<CalendarId>,
    /// IANA name of the time zone (`Europe/Berlin`), `UTC` or an offset (`+05:30`); the base's if
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The usual week.
    #[serde(default, skip_serializing_if = "Week::is_inherited")]
    pub week: Week,
    /// Weeks that differ from the usual one for a while.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work_weeks: Vec<WorkWeek>,
    /// Holidays and other days that differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<CalendarException>,
    /// What other tools say of it that this library does not use: texts by the name that the tool has for them, with the
    /// tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extras: BTreeMap<String, String>,
}

impl Calendar {
    /// A calendar that says nothing yet.
    pub fn new(id: impl Into<CalendarId>) -> Self {
        Self {
            id: id.into(),
            name: None,
            base: None,
            zone: None,
            week: Week::default(),
            work_weeks: Vec::new(),
            exceptions: Vec::new(),
            extras: BTreeMap::new(),
        }
    }

    /// The same calendar with a name for people.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same calendar, inheriting from another.
    #[must_use]
    pub fn with_base(mut self, base: impl Into<CalendarId>) -> Self {
        self.base = Some(base.into());
        self
    }

    /// The same calendar in a time zone, by its IANA name.
    #[must_use]
    pub fn with_zone(mut self, zone: impl Into<String>) -> Self {
        self.zone = Some(zone.into());
        self
    }

    /// The same calendar with another usual week.
    #[must_use]
    pub fn with_week(mut self, week: Week) -> Self {
        self.week = week;
        self
    }

    /// The same calendar with one dated work week more.
    #[must_use]
    pub fn with_work_week(mut self, work_week: WorkWeek) -> Self {
        self.work_weeks.push(work_week);
        self
    }

    /// The same calendar with one exception more.
    #[must_use]
    pub fn with_exception(mut self, exception: CalendarException) -> Self {
        self.exceptions.push(exception);
        self
    }
}

/// The shifts of each weekday; absent means inherited, empty means nobody works.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// Shifts that start on a Monday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mon: Option<Vec<Shift>>,
    /// Shifts that start on a Tuesday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tue: Option<Vec<Shift>>,
    /// Shifts that start on a Wednesday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wed: Option<Vec<Shift>>,
    /// Shifts that start on a Thursday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thu: Option<Vec<Shift>>,
    /// Shifts that start on a Friday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fri: Option<Vec<Shift>>,
    /// Shifts that start on a Saturday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sat: Option<Vec<Shift>>,
    /// Shifts that start on a Sunday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sun: Option<Vec<Shift>>,
}

impl Week {
    /// These shifts from Monday to Friday, nothing on Saturday and Sunday.
    pub fn weekdays(shifts: &[Shift]) -> Self {
        let (work, free) = (Some(shifts.to_vec()), Some(Vec::new()));
        Self {
            mon: work.clone(),
            tue: work.clone(),
            wed: work.clone(),
            thu: work.clone(),
            fri: work,
            sat: free.clone(),
            sun: free,
        }
    }

    /// These shifts every day.
    pub fn every_day(shifts: &[Shift]) -> Self {
        let work = Some(shifts.to_vec());
        Self { sat: work.clone(), sun: work, ..Self::weekdays(shifts) }
    }

    /// Work around the clock.
    pub fn always() -> Self {
        Self::every_day(&[Shift::WHOLE_DAY])
    }

    /// The shifts of one weekday, if this week states them.
    pub fn day(&self, day: Weekday) -> Option<&[Shift]> {
        let [mon, tue, wed, thu, fri, sat, sun] = self.days();
        match day {
            Weekday::Mon => mon,
            Weekday::Tue => tue,
            Weekday::Wed => wed,
            Weekday::Thu => thu,
            Weekday::Fri => fri,
            Weekday::Sat => sat,
            Weekday::Sun => sun,
        }
    }

    /// The same week with other shifts on one weekday.
    #[must_use]
    pub fn with_day(mut self, day: Weekday, shifts: &[Shift]) -> Self {
        let field = match day {
            Weekday::Mon => &mut self.mon,
            Weekday::Tue => &mut self.tue,
            Weekday::Wed => &mut self.wed,
            Weekday::Thu => &mut self.thu,
            Weekday::Fri => &mut self.fri,
            Weekday::Sat => &mut self.sat,
            Weekday::Sun => &mut self.sun,
        };
        *field = Some(shifts.to_vec());
        self
    }

    /// Whether it states no weekday at all.
    pub fn is_inherited(&self) -> bool {
        self.days().iter().all(Option::is_none)
    }

    /// Monday to Sunday.
    pub(super) fn days(&self) -> [Option<&[Shift]>; 7] {
        [&self.mon, &self.tue, &self.wed, &self.thu, &self.fri, &self.sat, &self.sun].map(Option::as_deref)
    }
}

/// A week that holds instead of the usual one from a first to a last day, both included.
///
/// Weekdays it does not state stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkWeek {
    /// First day.
    #[serde(with = "date")]
    #[cfg_attr(feature = "schema", schemars(with = "date::DateSchema"))]
    pub from: NaiveDate,
    /// Last day.
    #[serde(with = "date")]
    #[cfg_attr(feature = "schema", schemars(with = "date::DateSchema"))]
    pub to: NaiveDate,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The shifts.
    pub week: Week,
}

/// How an exception comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// On the same day and month of every later year; 29 February only in leap years.
    Year,
}

/// One day, or one run of days, with shifts of its own.
///
/// On the wire `{"date":"2026-12-25","name":"Christmas Day"}` for one day that nobody works,
/// `{"from":"2026-08-03","to":"2026-08-14","shifts":["09:00-13:00"]}` for a fortnight of mornings,
/// `{"date":"2026-12-25","every":"year"}` for a day that comes back until the end of the axis or the
/// day given by `until`. Either `date` or both `from` and `to` are given.
///
/// It governs the shifts that start on its days: a night shift that starts on the evening before still
/// runs to its end on the morning of a holiday.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarException {
    /// The day, if it is one day.
    #[serde(default, with = "date::optional", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<date::DateSchema>"))]
    pub date: Option<NaiveDate>,
    /// The first day, if it is a run of days.
    #[serde(default, with = "date::optional", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<date::DateSchema>"))]
    pub from: Option<NaiveDate>,
    /// The last day, if it is a run of days.
    #[serde(default, with = "date::optional", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<date::DateSchema>"))]
    pub to: Option<NaiveDate>,
    /// Whether it comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Recurrence>,
    /// The last day on which a repetition may begin; only with `every`.
    #[serde(default, with = "date::optional", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<date::DateSchema>"))]
    pub until: Option<NaiveDate>,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The shifts; none means that nobody works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shifts: Vec<Shift>,
}

impl CalendarException {
    /// One day on which nobody works.
    pub fn day(date: NaiveDate) -> Self {
        Self { date: Some(date), ..Self::default() }
    }

    /// A run of days, first and last included, on which nobody works.
    pub fn range(from: NaiveDate, to: NaiveDate) -> Self {
        Self { from: Some(from), to: Some(to), ..Self::default() }
    }

    /// The same exception with a name for people.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same exception with these shifts.
    #[must_use]
    pub fn with_shifts(mut self, shifts: &[Shift]) -> Self {
        self.shifts = shifts.to_vec();
        self
    }

    /// The same exception, coming back every year.
    #[must_use]
    pub fn yearly(mut self) -> Self {
        self.every = Some(Recurrence::Year);
        self
    }

    /// First and last day.
    ///
    /// # Errors
    /// [`CalendarError::Dates`] unless either `date` or both `from` and `to` are given.
    pub fn span(&self) -> Result<(NaiveDate, NaiveDate), CalendarError> {
        match (self.date, self.from, self.to) {
            (Some(date), None, None) => Ok((date, date)),
            (None, Some(from), Some(to)) => Ok((from, to)),
            _ => Err(CalendarError::Dates),
        }
    }
}
