//! Links as the file has them.

use super::record::Record;
use super::value;
use crate::plan::DependencyKind;
use crate::plan::validate::Faults;
use crate::quantity::{Lag, WorkUnits};

/// A link into a task.
pub(super) struct RawLink {
    pub(super) from: Option<i64>,
    pub(super) kind: DependencyKind,
    /// Tenths of minutes, or a percentage.
    pub(super) lag: i64,
    pub(super) format: i64,
    /// Of another project.
    pub(super) other: bool,
}

impl RawLink {
    pub(super) fn of(record: &Record<'_>, faults: &mut Faults) -> Self {
        let kind = match record.number("Type", faults) {
            Some(0) => DependencyKind::FinishFinish,
            Some(2) => DependencyKind::StartFinish,
            Some(3) => DependencyKind::StartStart,
            _ => DependencyKind::FinishStart,
        };
        let other = record.is("CrossProject", faults);
        let _ = record.text("CrossProjectName");
        Self {
            from: record.number("PredecessorUID", faults),
            kind,
            lag: record.number("LinkLag", faults).unwrap_or(0),
            format: record.number("LagFormat", faults).unwrap_or(7),
            other,
        }
    }

    /// The lag; a share of a `summary`, which has a length only once it is scheduled, as the length that it had.
    pub(super) fn lag(&self, units: WorkUnits, summary: Option<i64>) -> Lag {
        match (value::percent(self.format), summary) {
            (Some(elapsed), None) => Lag::Percent { micros: self.lag.saturating_mul(1_000_000), elapsed },
            (Some(_), Some(seconds)) => {
                let share = seconds.saturating_mul(self.lag) / 100;
                Lag::Duration(value::working(share, units))
            }
            (None, _) => Lag::Duration(value::duration(self.lag.saturating_mul(6), self.format, units)),
        }
    }
}
