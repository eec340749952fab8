//! Civil dates on the wire and as day numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serializer, de};

use super::CalendarError;

/// Days from 0001-01-01 (day 1 of the Common Era) to 1970-01-01 (day 0 of ours).
const EPOCH_FROM_CE: i32 = 719_163;

/// First day a document may name: 1970-01-01.
pub(super) const FIRST_DAY: i32 = 0;
/// Last day a document may name: 2100-12-31.
pub(super) const LAST_DAY: i32 = 47_846;

/// Days since 1970-01-01.
pub(super) fn day_number(date: NaiveDate) -> i32 {
    chrono::Datelike::num_days_from_ce(&date) - EPOCH_FROM_CE
}

/// The date of a day number; `None` outside chrono's range.
pub(super) fn date_of(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day.checked_add(EPOCH_FROM_CE)?)
}

/// Reads `2026-10-06`.
pub(super) fn parse(text: &str) -> Result<NaiveDate, CalendarError> {
    let fault = || CalendarError::Date(super::clip(text));
    if text.len() != 10 {
        return Err(fault());
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| fault())
}

pub(super) fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&date.format("%Y-%m-%d"))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
    parse(&text).map_err(de::Error::custom)
}

/// The same for a date that may be absent.
pub(super) mod optional {
    use super::{CalendarError, Deserialize, Deserializer, NaiveDate, Serializer, de};

    #[expect(clippy::ref_option, reason = "the shape serde asks for")]
    pub(in super::super) fn serialize<S: Serializer>(
        date: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match date {
            None => serializer.serialize_none(),
            Some(date) => super::serialize(date, serializer),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        let text = Option::<std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.map(|text| super::parse(&text)).transpose().map_err(|e: CalendarError| de::Error::custom(e))
    }
}

/// What a civil date looks like to a JSON Schema.
#[cfg(feature = "schema")]
pub(super) struct DateSchema;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DateSchema {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "civil date, 1970-01-01 to 2100-12-31"
        })
    }
}
