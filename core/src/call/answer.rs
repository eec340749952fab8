//! What an operation answers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cost::{CostReport, EarnedSchedule, EarnedValueReport, VarianceReport};
use crate::interop::{CsvFile, CsvText, IcalBusy, IcalFeeds, MspdiFile, MspdiText, P6File, XerText};
use crate::measure::{KpiGap, Pacing, PooledRatio, Scorecard};
use crate::plan::{Plan, PlanChange};
use crate::rcpsp::{RcpspCheck, RcpspProblem, RcpspSolution};
use crate::schedule::{CheckReport, Comparison, FloatPaths, LevelReport, LoadReport, Schedule};
use crate::value::{AlertReport, AtRisk, CampaignBudgetReport, InstantiateReport, TaskValue};
use crate::{Issue, TaskId};

/// What an operation answers: the type that `api.json` names as its output.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Answer {
    /// Of `read`, `from_json`, `change`, `apply_leveling` and `set_baseline`.
    Plan(Box<Plan>),
    /// Of `validate`.
    Issues(Vec<Issue>),
    /// Of `schedule`.
    Schedule(Schedule),
    /// Of `level`.
    LevelReport(Box<LevelReport>),
    /// Of `check` and `check_leveled`.
    CheckReport(CheckReport),
    /// Of `compare`.
    Comparison(Comparison),
    /// Of `float_paths`.
    FloatPaths(Box<FloatPaths>),
    /// Of `load`.
    LoadReport(LoadReport),
    /// Of `cost`.
    CostReport(CostReport),
    /// Of `earned_value`.
    EarnedValueReport(Box<EarnedValueReport>),
    /// Of `earned_schedule`.
    EarnedSchedule(EarnedSchedule),
    /// Of `score`.
    Scorecard(Scorecard),
    /// Of `kpi_gaps`.
    KpiGaps(Vec<KpiGap>),
    /// Of `pace`.
    Pacing(Pacing),
    /// Of `pool`.
    PooledRatio(PooledRatio),
    /// Of `values`.
    TaskValues(Vec<TaskValue>),
    /// Of `weights`.
    Weights(BTreeMap<TaskId, f64>),
    /// Of `at_risk`.
    AtRisk(Vec<AtRisk>),
    /// Of `budgets`.
    CampaignBudgetReport(Box<CampaignBudgetReport>),
    /// Of `alerts`.
    AlertReport(AlertReport),
    /// Of `instantiate`.
    InstantiateReport(Box<InstantiateReport>),
    /// Of `write_ical`.
    IcalFeeds(IcalFeeds),
    /// Of `read_ical`.
    IcalBusy(IcalBusy),
    /// Of `read_csv`.
    CsvFile(Box<CsvFile>),
    /// Of `write_csv`.
    CsvText(CsvText),
    /// Of `read_mspdi`.
    MspdiFile(Box<MspdiFile>),
    /// Of `write_mspdi`.
    MspdiText(Box<MspdiText>),
    /// Of `diff`.
    PlanChanges(Vec<PlanChange>),
    /// Of `variance`.
    VarianceReport(Box<VarianceReport>),
    /// Of `read_xer` and `read_pmxml`.
    P6File(Box<P6File>),
    /// Of `write_xer`.
    XerText(XerText),
    /// Of `read_rcpsp`.
    RcpspProblem(Box<RcpspProblem>),
    /// Of `solve_rcpsp`.
    RcpspSolution(Box<RcpspSolution>),
    /// Of `check_rcpsp`.
    RcpspCheck(RcpspCheck),
    /// Of `report`, `page` and the pictures.
    Text(String),
    /// Of the operations on records and measurements.
    Measured {
        /// Name of the type of the report.
        kind: &'static str,
        /// The report as JSON text on one line.
        text: String,
    },
}

impl Answer {
    /// The answer as JSON text on one line; a text is a JSON string. The same answer gives the same bytes
    /// everywhere.
    ///
    /// # Complexity
    /// O(n) in the length of the text.
    pub fn to_json(&self) -> String {
        match self {
            Self::Plan(plan) => plan.to_json(),
            Self::Issues(one) => write(one),
            Self::Schedule(one) => write(one),
            Self::LevelReport(one) => write(one),
            Self::CheckReport(one) => write(one),
            Self::Comparison(one) => write(one),
            Self::FloatPaths(one) => write(one),
            Self::LoadReport(one) => write(one),
            Self::CostReport(one) => write(one),
            Self::EarnedValueReport(one) => write(one),
            Self::EarnedSchedule(one) => write(one),
            Self::Scorecard(one) => write(one),
            Self::KpiGaps(one) => write(one),
            Self::Pacing(one) => write(one),
            Self::PooledRatio(one) => write(one),
            Self::TaskValues(one) => write(one),
            Self::Weights(one) => write(one),
            Self::AtRisk(one) => write(one),
            Self::CampaignBudgetReport(one) => write(one),
            Self::AlertReport(one) => write(one),
            Self::InstantiateReport(one) => write(one),
            Self::IcalFeeds(one) => write(one),
            Self::IcalBusy(one) => write(one),
            Self::CsvFile(one) => write(one),
            Self::CsvText(one) => write(one),
            Self::MspdiFile(one) => write(one),
            Self::MspdiText(one) => write(one),
            Self::PlanChanges(one) => write(one),
            Self::VarianceReport(one) => write(one),
            Self::P6File(one) => write(one),
            Self::XerText(one) => write(one),
            Self::RcpspProblem(one) => write(one),
            Self::RcpspSolution(one) => write(one),
            Self::RcpspCheck(one) => write(one),
            Self::Text(one) => write(one),
            Self::Measured { text, .. } => text.clone(),
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "names of fields are text and no part of an answer refuses to be written"
)]
pub(super) fn write<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("an answer can always be written")
}
