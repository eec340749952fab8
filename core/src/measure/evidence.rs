//! How much a result proves: its grade, what it assumes, what was checked.

use serde::{Deserialize, Serialize};

use crate::Issue;

/// How strong the evidence of a result is, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceGrade {
    /// Two things go together; why is open.
    Association,
    /// Credit shared out among touches by a rule; nothing is compared with its absence.
    Attribution,
    /// Compared with what would have been without it, as a model or a comparison group says.
    QuasiExperiment,
    /// Compared with what happened without it, by lot.
    Experiment,
}

/// An estimate with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IntervalEstimate {
    /// The best single value.
    pub value: f64,
    /// Standard error, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Lower end of the interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

/// What the reader of a result should know before believing it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// How strong the evidence is.
    pub grade: EvidenceGrade,
    /// What must hold for the result to mean what it says, and data alone cannot show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    /// What was checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<EvidenceCheck>,
    /// What speaks against believing it as it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Issue>,
}

impl Evidence {
    /// Evidence of a grade, with nothing said yet.
    pub(crate) fn new(grade: EvidenceGrade) -> Self {
        Self { grade, assumptions: Vec::new(), checks: Vec::new(), cautions: Vec::new() }
    }

    /// With something that must hold.
    pub(crate) fn assume(mut self, code: &str, message: impl Into<String>) -> Self {
        self.assumptions.push(Assumption { code: code.to_owned(), message: message.into() });
        self
    }

    /// Notes something that was checked.
    pub(crate) fn check(&mut self, code: &str, passed: bool, value: Option<f64>, message: impl Into<String>) {
        let value = value.filter(|value| value.is_finite());
        self.checks.push(EvidenceCheck { code: code.to_owned(), passed, value, message: message.into() });
    }
}

/// A p-value in a sentence, with three decimals: `p = 0.012`, `p < 0.001`.
pub(crate) fn p_value(p: f64) -> String {
    if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {p:.3}") }
}

/// Something that must hold for a result to mean what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Stable code in words.
    pub code: String,
    /// One sentence for a person.
    pub message: String,
}

/// Something that was checked about the data or the model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceCheck {
    /// Stable code in words.
    pub code: String,
    /// Whether what the message says is so, which speaks for the result.
    pub passed: bool,
    /// The number that was looked at, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// One sentence for a person: what should be so, whether it is or not.
    pub message: String,
}
