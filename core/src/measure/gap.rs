//! How much of each KPI's gap is still open.

use serde::{Deserialize, Serialize};

use super::curve;
use super::document::{Kpi, ScoreCurve};
use crate::{KpiId, ObjectiveId};

/// What closing the gap of a KPI is worth: the part of a value weight that measurement knows.
///
/// The value weight of a task is the sum over the KPIs it serves of
/// `objective weight × KPI weight × contribution of the task × open share`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiGap {
    /// The KPI.
    pub kpi: KpiId,
    /// Its objective.
    pub objective: ObjectiveId,
    /// Weight of the objective ÷ the sum of the objectives' weights.
    pub objective_weight: f64,
    /// Weight of the KPI ÷ the sum of the weights of the objective's KPIs, with data or without.
    pub kpi_weight: f64,
    /// Share of the way from baseline to target still to go: 0 at the target or beyond, 1 at the
    /// baseline or worse, 1 without data.
    pub open_share: f64,
}

impl KpiGap {
    /// Share of all value that closing this gap would bring: the product of the three shares.
    pub fn value(&self) -> f64 {
        self.objective_weight * self.kpi_weight * self.open_share
    }
}

/// Share of the gap still open, 0 to 1: 1 − attainment for a linear KPI, else 1 − the score as a share
/// of the score at the target.
pub(super) fn open_share(kpi: &Kpi, actual: Option<f64>) -> f64 {
    let Some(actual) = actual else { return 1.0 };
    let closed = match kpi.curve {
        ScoreCurve::Linear {} => curve::attainment(kpi.baseline, kpi.target, actual).unwrap_or(0.0),
        _ => {
            let goal = curve::unclamped(kpi, kpi.target);
            if goal > 0.0 { curve::unclamped(kpi, actual) / goal } else { 0.0 }
        }
    };
    (1.0 - closed).clamp(0.0, 1.0)
}
