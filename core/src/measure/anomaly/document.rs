//! Options and report of the search for anomalies.

use serde::{Deserialize, Serialize};

use crate::measure::Evidence;

/// How anomalies are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnomalyMethod {
    /// `count` where all values are whole numbers of at least 0, else `s_h_esd`.
    #[default]
    Auto,
    /// Counts against a negative binomial distribution around the season and the level of the weeks around them.
    Count,
    /// Seasonal hybrid extreme studentized deviates, as Twitter's AnomalyDetection.
    SHEsd,
}

/// Which side of the expectation is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnomalyDirection {
    /// Values that are too high.
    #[default]
    High,
    /// Values that are too low.
    Low,
    /// Either.
    Both,
}

/// Options of [`anomalies`](super::anomalies).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AnomalyOptions {
    /// Column of the values.
    pub value: String,
    /// Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their order,
    /// evenly spaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Steps of the season; the first is used. Empty: what the step of the dates usually has. `[1]`: none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<u64>,
    /// How anomalies are found.
    pub method: AnomalyMethod,
    /// Which side is looked at.
    pub direction: AnomalyDirection,
    /// False alarms expected in a year of values without anomalies (`count`), above 0 to 100,000. One alarm a month
    /// is what a person still follows up. Without times a year is 8,766 steps.
    pub false_alarms_per_year: f64,
    /// Steps around a value that its level is taken from (`count`), 8 to 100,000; absent: 7 seasons, at least 29 steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<u64>,
    /// Highest share of values that may be anomalies (`s_h_esd`), above 0 to 0.49; 0.02 as in the original.
    pub max_share: f64,
    /// Level of the tests (`s_h_esd`), above 0 to 0.5; 0.05 as in the original.
    pub significance: f64,
    /// Anomalies at most this many steps apart are one event, 1 to 10,000.
    pub join: u64,
    /// Whether the report lists every value with what was expected, for pictures.
    pub series: bool,
}

impl Default for AnomalyOptions {
    fn default() -> Self {
        Self {
            value: "value".into(),
            time: None,
            periods: Vec::new(),
            method: AnomalyMethod::Auto,
            direction: AnomalyDirection::High,
            false_alarms_per_year: 12.0,
            window: None,
            max_share: 0.02,
            significance: 0.05,
            join: 3,
            series: false,
        }
    }
}

/// A value that was not expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anomaly {
    /// Place in the order of time, from 0; missing values have places too.
    pub index: u64,
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The value.
    pub value: f64,
    /// What was expected.
    pub expected_value: f64,
    /// How far it is off: for counts −log₁₀ of its probability, else its distance in robust standard deviations.
    pub severity: f64,
}

/// A value beside what was expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WatchedPoint {
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The value; absent where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// What was expected.
    pub expected_value: f64,
}

/// Neighbouring anomalies as one event: what a playbook starts on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnomalyEvent {
    /// Its first anomaly, by place.
    pub start: u64,
    /// Its worst.
    pub peak: u64,
    /// Its last.
    pub end: u64,
    /// Time of the first, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
    /// Time of the worst.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peak_time: Option<String>,
    /// Time of the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_time: Option<String>,
    /// Anomalies in it.
    pub anomalies: u64,
    /// Severity of the worst.
    pub severity: f64,
    /// Sum of its values − expected, over its anomalies.
    pub excess: f64,
}

/// What [`anomalies`](super::anomalies) finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnomalyReport {
    /// Method used.
    pub method: AnomalyMethod,
    /// Values looked at.
    pub rows: u64,
    /// Values missing; they are passed over.
    pub missing: u64,
    /// Steps of the season used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<u64>,
    /// The anomalies, in the order of time.
    pub anomalies: Vec<Anomaly>,
    /// Every value in the order of time, if asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<WatchedPoint>,
    /// The same as events.
    pub events: Vec<AnomalyEvent>,
    /// False alarms that chance gives among as many values, where the method promises a rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_false_alarms: Option<f64>,
    /// How much it proves.
    pub evidence: Evidence,
}
