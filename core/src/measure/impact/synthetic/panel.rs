//! From a long table to units side by side.

use super::super::axis::Axis;
use super::super::frame::{finite_range, in_range, repeated_names, unread};
use super::options::SyntheticControlOptions;
use crate::measure::Table;
use crate::measure::table::{Texts, place};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Units times times that fit into memory.
const MOST_CELLS: usize = 20_000_000;
const MOST_DONORS: usize = 2_000;
const MOST_PREDICTORS: usize = 200;

/// Units side by side, in the order of their names and of time.
#[derive(Debug, Clone)]
pub(super) struct Panel {
    pub(super) units: Vec<String>,
    pub(super) times: Vec<String>,
    pub(super) keys: Vec<f64>,
    /// Outcome of each unit at each time, not a number where missing.
    pub(super) outcome: Vec<Vec<f64>>,
    /// For each predictor its column in the same shape and its times; all times if there are none.
    pub(super) predictors: Vec<(String, usize, Vec<f64>)>,
    pub(super) columns: Vec<Vec<Vec<f64>>>,
    pub(super) treated: usize,
    pub(super) donors: Vec<usize>,
    pub(super) intervention: f64,
    pub(super) placebo: Option<f64>,
    pub(super) fit: (f64, f64),
    /// Donors left out because they miss an outcome.
    pub(super) left_out: Vec<String>,
}

impl Panel {
    /// Reads and checks a table.
    pub(super) fn read(table: &Table, options: &SyntheticControlOptions) -> Result<Self, Issues> {
        let mut reader = table.reader();
        let axis = Axis::read(table, &options.time, &mut reader);
        let units = reader.groups(&options.unit);
        let outcome = reader.numbers(&options.outcome);
        finite_range(&mut reader, &options.outcome, outcome);
        repeated_names([&options.unit, &options.time, &options.outcome].map(String::as_str), &mut reader);
        if options.predictors.len() > MOST_PREDICTORS {
            let found = options.predictors.len();
            let message = format!("{found} predictors are given, at most {MOST_PREDICTORS} are taken");
            reader.note(Issue::error("too-many-predictors", "options/predictors", message));
        }
        // Each column once, however many predictors are made of it.
        let mut names: Vec<&str> = options
            .predictors
            .iter()
            .take(MOST_PREDICTORS)
            .map(|predictor| predictor.column.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        let values: Vec<_> = names
            .iter()
            .map(|name| {
                let values = reader.numbers(name);
                finite_range(&mut reader, name, values);
                values
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "compared with limits far below")]
        in_range(&mut reader, "evaluations", options.evaluations as f64, 100.0, 200_000.0);
        let weights = &options.predictor_weights;
        if !weights.is_empty() {
            if weights.len() != options.predictors.len() {
                let (found, wanted) = (weights.len(), options.predictors.len());
                let message = format!("{found} weights are given for {wanted} predictors");
                reader.note(Issue::error("weights-length", "options/predictor_weights", message));
            }
            for weight in weights {
                in_range(&mut reader, "predictor_weights", *weight, 0.0, 1e12);
            }
            if weights.iter().all(|weight| *weight == 0.0) {
                let message = "no predictor has a weight above 0";
                reader.note(Issue::error("weights-zero", "options/predictor_weights", message));
            }
        }
        let mut at = |point: Option<&super::TimePoint>, name: &str| match (point, &axis) {
            (Some(point), Some(axis)) => axis.locate(point, name).map_err(|issue| reader.note(issue)).ok(),
            _ => None,
        };
        let intervention = at(options.intervention.as_ref(), "intervention");
        let placebo = at(options.placebo_time.as_ref(), "placebo_time");
        let fit_start = at(options.fit_start.as_ref(), "fit_start").unwrap_or(f64::NEG_INFINITY);
        let fit_end = at(options.fit_end.as_ref(), "fit_end").unwrap_or(f64::INFINITY);
        let mut wanted = Vec::with_capacity(options.predictors.len());
        for predictor in options.predictors.iter().take(MOST_PREDICTORS) {
            let times: Vec<f64> =
                predictor.times.iter().filter_map(|time| at(Some(time), "predictors")).collect();
            let column = names.binary_search(&predictor.column.as_str()).unwrap_or(0);
            wanted.push((predictor.column.clone(), column, times));
        }
        if options.intervention.is_none() {
            let issue =
                Issue::error("missing-intervention", "options/intervention", "the intervention is not given");
            reader.note(
                issue.with_help("give the first moment of the treatment, as the column of times writes it"),
            );
        }
        let texts = units.map(|units| units.sorted());
        let mut donors = Vec::new();
        let mut treated = None;
        if let Some(texts) = &texts {
            let missing = texts.codes.iter().filter(|code| **code == Texts::MISSING).count();
            if missing > 0 {
                let message = format!("column `{}` misses {missing} values", options.unit);
                reader.note(Issue::error("missing-values", place(&options.unit), message));
            }
            let mut find = |name: &str, option: &str| {
                let found = texts.values.binary_search_by(|value| value.as_str().cmp(name)).ok();
                if found.is_none() {
                    let shown: String = name.chars().take(60).collect();
                    let issue = Issue::error(
                        "unknown-unit",
                        format!("options/{option}"),
                        format!("there is no unit `{shown}`"),
                    );
                    let near = crate::error::nearest(name, texts.values.iter().map(String::as_str));
                    reader.note(match near {
                        Some(near) => issue.with_help(near),
                        None => issue.with_help(format!("name a unit of the column `{}`", options.unit)),
                    });
                }
                found
            };
            treated = find(&options.treated, "treated");
            donors = if options.donors.is_empty() {
                (0..texts.values.len()).collect()
            } else {
                options.donors.iter().filter_map(|name| find(name, "donors")).collect()
            };
            donors.sort_unstable();
            donors.dedup();
            donors.retain(|donor| Some(*donor) != treated);
        }
        if donors.len() > MOST_DONORS {
            let found = donors.len();
            let message = format!("{found} donors are too many, at most {MOST_DONORS} are taken");
            reader.note(Issue::error("too-many-donors", "options/donors", message));
        }
        reader.done()?;
        let (Some(axis), Some(texts), Some(outcome), Some(treated), Some(intervention)) =
            (axis, texts, outcome, treated, intervention)
        else {
            return Err(unread());
        };
        let mut keys = axis.keys.clone();
        keys.sort_unstable_by(f64::total_cmp);
        keys.dedup();
        let cells = keys.len().saturating_mul(texts.values.len()).saturating_mul(names.len() + 1);
        if cells > MOST_CELLS {
            let message = format!("units × times × columns are {cells}, at most {MOST_CELLS} are taken");
            return Err(Issue::error("too-much-work", "columns", message).into());
        }
        let spread = |values: &[f64]| {
            let mut made = vec![vec![f64::NAN; keys.len()]; texts.values.len()];
            for ((code, key), value) in texts.codes.iter().zip(&axis.keys).zip(values) {
                let time = keys.partition_point(|other| other < key);
                made[*code as usize][time] = *value;
            }
            made
        };
        let mut seen = vec![false; keys.len() * texts.values.len()];
        for (code, key) in texts.codes.iter().zip(&axis.keys) {
            let place_of = *code as usize * keys.len() + keys.partition_point(|other| other < key);
            if std::mem::replace(&mut seen[place_of], true) {
                let (unit, time) = (&texts.values[*code as usize], axis.write(*key));
                let message = format!("unit `{unit}` has more than one row at `{time}`");
                return Err(Issue::error("repeated-row", place(&options.unit), message)
                    .with_help("give one row for each unit and time")
                    .into());
            }
        }
        let panel = Self {
            times: keys.iter().map(|key| axis.write(*key)).collect(),
            outcome: spread(outcome),
            columns: values.into_iter().flatten().map(spread).collect(),
            predictors: wanted,
            units: texts.values.clone(),
            keys,
            treated,
            donors,
            intervention,
            placebo,
            fit: (fit_start, fit_end),
            left_out: Vec::new(),
        };
        panel.complete(options)
    }

    /// The panel at the times that the treated unit has, without donors that miss any of them.
    fn complete(mut self, options: &SyntheticControlOptions) -> Result<Self, Issues> {
        let kept: Vec<usize> =
            (0..self.keys.len()).filter(|t| !self.outcome[self.treated][*t].is_nan()).collect();
        let pick = |values: &[f64]| kept.iter().map(|t| values[*t]).collect::<Vec<f64>>();
        // Predictors keep all times; the outcome those kept.
        let outcome: Vec<Vec<f64>> = self.outcome.iter().map(|values| pick(values)).collect();
        let (donors, missing): (Vec<usize>, Vec<usize>) =
            self.donors.iter().partition(|donor| outcome[**donor].iter().all(|value| !value.is_nan()));
        self.left_out = missing.iter().map(|donor| self.units[*donor].clone()).collect();
        self.donors = donors;
        let mut issues = Vec::new();
        let before = kept.iter().filter(|t| self.keys[**t] < self.intervention).count();
        let followed = kept
            .iter()
            .filter(|t| {
                let key = self.keys[**t];
                key < self.intervention && key >= self.fit.0 && key <= self.fit.1
            })
            .count();
        if followed < 2 {
            issues.push(
                Issue::error(
                    "too-few-rows",
                    place(&options.outcome),
                    format!("the treated unit has {followed} outcomes to be followed before the treatment, 2 are needed"),
                )
                .with_help("give a longer history before the intervention"),
            );
        }
        if before == kept.len() {
            issues.push(
                Issue::error(
                    "no-rows-after",
                    place(&options.outcome),
                    "the treated unit has no outcome from the treatment on",
                )
                .with_help("check the intervention"),
            );
        }
        if self.donors.len() < 2 {
            let (found, message) = (self.donors.len(), "donors without a missing outcome, 2 are needed");
            issues.push(
                Issue::error("too-few-donors", "options/donors", format!("there are {found} {message}"))
                    .with_help("add units, or fill in what they miss at the times of the treated unit"),
            );
        }
        Issues::check(issues)?;
        // Columns of predictors stay on the axis of all times.
        self.outcome = outcome;
        let all = std::mem::take(&mut self.keys);
        self.columns = self
            .columns
            .iter()
            .map(|units| units.iter().map(|values| pairs(&all, values)).collect())
            .collect();
        self.keys = pick(&all);
        self.times = kept.iter().map(|t| std::mem::take(&mut self.times[*t])).collect();
        Ok(self)
    }

    /// The predictor of a unit: its mean over the times asked for that lie before `until`.
    pub(super) fn predictor(&self, predictor: usize, unit: usize, until: f64) -> Option<f64> {
        let (_, column, times) = &self.predictors[predictor];
        let values: Vec<f64> = self.columns[*column][unit]
            .chunks_exact(2)
            .filter(|pair| {
                let asked = if times.is_empty() {
                    pair[0] < until
                } else {
                    times.contains(&pair[0]) && pair[0] < until
                };
                asked && !pair[1].is_nan()
            })
            .map(|pair| pair[1])
            .collect();
        (!values.is_empty()).then(|| sum(values.iter().copied()) / count(values.len()))
    }
}

/// Times and values one after the other.
fn pairs(keys: &[f64], values: &[f64]) -> Vec<f64> {
    keys.iter().zip(values).flat_map(|(key, value)| [*key, *value]).collect()
}
