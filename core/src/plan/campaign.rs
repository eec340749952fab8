//! Campaigns: what the work is for.

use serde::{Deserialize, Serialize};

use crate::quantity::{Money, When};
use crate::{CampaignId, KpiId};

/// A span of civil time, both ends belonging to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// First day or moment.
    pub from: When,
    /// Last day or moment.
    pub to: When,
}

/// How much a campaign or task moves a KPI.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiLink {
    /// The KPI.
    pub kpi: KpiId,
    /// Share of the KPI's gap that this work is expected to close, 0 to 1.
    pub contribution: f64,
}

/// A campaign: a weight, a window, a budget and the KPIs it serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Id.
    pub id: CampaignId,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What one day of lateness of its tasks with a deadline costs, when they say nothing themselves; 0 or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// When it runs. Tasks outside are reported, not moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// Its budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// KPIs it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<KpiLink>,
    /// Markets it runs in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<String>,
    /// Channels it uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
}

impl Campaign {
    /// A campaign with nothing but its id.
    pub fn new(id: impl Into<CampaignId>) -> Self {
        Self {
            id: id.into(),
            name: None,
            weight: None,
            window: None,
            budget: None,
            kpis: Vec::new(),
            markets: Vec::new(),
            channels: Vec::new(),
        }
    }
}
