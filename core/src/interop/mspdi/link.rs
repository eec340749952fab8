//! Links as the file has them.

use super::record::Record;
use super::value;
use crate::plan::DependencyKind;
use crate::plan::validate::Faults;
use crate::quantity::{Lag, WorkUnits};

/// Highest percentage of a lag.
const MOST_PERCENT: i64 = 1_000_000;

/// A link into a task.
pub(super) struct RawLink {
    pub(super) from: Option<i64>,
    pub(super) kind: DependencyKind,
    /// Seconds.
    pub(super) lag: i64,
    /// The lag as the file has it, if it is a percentage.
    pub(super) percent: Option<i64>,
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
        let format = record.number("LagFormat", faults).unwrap_or(7);
        let percent = value::percent(format).and_then(|_| record.number("LinkLag", faults));
        let lag = if percent.is_some() { None } else { record.tenths("LinkLag", faults) };
        let other = record.is("CrossProject", faults);
        let _ = record.text("CrossProjectName");
        Self {
            from: record.number("PredecessorUID", faults),
            kind,
            lag: lag.unwrap_or(0),
            percent: percent.map(|percent| percent.clamp(-MOST_PERCENT, MOST_PERCENT)),
            format,
            other,
        }
    }

    /// The lag; a share of a `summary`, which has a length only once it is scheduled, as the length that it had.
    pub(super) fn lag(&self, units: WorkUnits, summary: Option<i64>) -> Lag {
        let elapsed = value::percent(self.format).unwrap_or(false);
        match (self.percent, summary) {
            (Some(percent), None) => Lag::Percent { micros: percent * 1_000_000, elapsed },
            (Some(percent), Some(seconds)) => {
                let share = (seconds.saturating_mul(percent) / 100).clamp(-value::LONGEST, value::LONGEST);
                Lag::Duration(value::working(share, units))
            }
            (None, _) => Lag::Duration(value::duration(self.lag, self.format, units)),
        }
    }
}
