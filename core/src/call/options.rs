//! Options of the operations that show a plan.
//!
//! Without a leveled plan among the parts they level the plan first, as `level` asks.

use serde::{Deserialize, Serialize};

use crate::measure::ScoreOptions;
use crate::plan::is_default;
use crate::schedule::LevelOptions;

/// Options of `report`: the terminal report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ReportOptions {
    /// How the plan is leveled, if no leveled plan is given.
    #[serde(skip_serializing_if = "is_default")]
    pub level: LevelOptions,
    /// How its objectives are scored.
    #[serde(skip_serializing_if = "is_default")]
    pub score: ScoreOptions,
    /// Whether headings and findings are colored with terminal codes.
    #[serde(skip_serializing_if = "is_default")]
    pub color: bool,
    /// Columns of the terminal, 60 to 400; 100 if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
}

/// Options of `page`: the self-contained HTML page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PageOptions {
    /// How the plan is leveled, if no leveled plan is given.
    #[serde(skip_serializing_if = "is_default")]
    pub level: LevelOptions,
    /// How its objectives are scored.
    #[serde(skip_serializing_if = "is_default")]
    pub score: ScoreOptions,
    /// Title of the page; the program's name if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A line at the foot: who made it, from which file, when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
}

/// Options of `gantt_svg`: the Gantt chart as a picture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ChartOptions {
    /// How the plan is leveled, if no leveled plan is given.
    #[serde(skip_serializing_if = "is_default")]
    pub level: LevelOptions,
    /// How its objectives are scored.
    #[serde(skip_serializing_if = "is_default")]
    pub score: ScoreOptions,
}

/// Options of `load_svg`: the load of everybody as a picture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LoadChartOptions {
    /// How the plan is leveled, if no leveled plan is given.
    #[serde(skip_serializing_if = "is_default")]
    pub level: LevelOptions,
    /// How its objectives are scored.
    #[serde(skip_serializing_if = "is_default")]
    pub score: ScoreOptions,
    /// Whether the load before leveling is shown instead of the load after it.
    #[serde(skip_serializing_if = "is_default")]
    pub before: bool,
}

/// Options of `trace_svg`: how the search went, as a picture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TraceChartOptions {
    /// How the plan is leveled, if no leveled plan is given.
    #[serde(skip_serializing_if = "is_default")]
    pub level: LevelOptions,
}
