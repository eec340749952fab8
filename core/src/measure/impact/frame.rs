//! From a table to series in order: before the intervention, between, after.

use super::axis::Axis;
use super::gibbs::{Problem, Settings};
use super::local_level::constant;
use super::options::CausalImpactOptions;
use crate::measure::Table;
use crate::measure::table::{TableReader, place};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Numbers beyond this cannot be squared and summed.
const LARGEST: f64 = 1e120;
/// Fewest outcomes before the intervention.
const LEAST_PRE: usize = 6;
/// Draws times points that fit into memory.
const MOST_CELLS: u64 = 50_000_000;
/// Steps of arithmetic that a run may take, about a minute.
const MOST_WORK: f64 = 1e11;
const MOST_CONTROLS: usize = 400;

/// Notes an option that is not within its range.
pub(super) fn in_range(reader: &mut TableReader<'_>, option: &str, value: f64, low: f64, high: f64) {
    if !(low..=high).contains(&value) {
        reader.note(out_of_range(option, value, low, high));
    }
}

/// The fault of an option that is not within its range.
pub(super) fn out_of_range(option: &str, value: f64, low: f64, high: f64) -> Issue {
    Issue::error(
        "number-out-of-range",
        format!("options/{option}"),
        format!("`{value}` is not a number from {low} to {high}"),
    )
}

/// Notes a column with numbers too large to compute with.
pub(super) fn finite_range(reader: &mut TableReader<'_>, name: &str, values: Option<&[f64]>) {
    if values.is_some_and(|values| values.iter().any(|value| value.abs() > LARGEST)) {
        reader.note(
            Issue::error(
                "number-out-of-range",
                place(name),
                format!("column `{name}` holds numbers beyond {LARGEST:e}"),
            )
            .with_help("give the column in larger units"),
        );
    }
}

/// A column that is named twice among those of one table.
pub(super) fn repeated_names<'a>(names: impl IntoIterator<Item = &'a str>, reader: &mut TableReader<'_>) {
    let mut sorted: Vec<&str> = names.into_iter().collect();
    sorted.sort_unstable();
    for pair in sorted.windows(2) {
        if pair[0] == pair[1] {
            let name = pair[0];
            reader.note(
                Issue::error("repeated-column", place(name), format!("column `{name}` is named twice"))
                    .with_help("name each column once, and not the outcome as its own control"),
            );
        }
    }
}

impl Axis {
    /// The rows in the order of time.
    pub(super) fn order(&self, name: &str) -> Result<Vec<usize>, Issues> {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_unstable_by(|a, b| self.keys[*a].total_cmp(&self.keys[*b]).then(a.cmp(b)));
        let twice = order.windows(2).find(|pair| self.keys[pair[0]] == self.keys[pair[1]]);
        match twice {
            None => Ok(order),
            Some(pair) => Err(Issue::error(
                "repeated-time",
                place(name),
                format!("`{}` is there in more than one row", self.write(self.keys[pair[0]])),
            )
            .with_help("give one row for each time; sum or average those of the same time first")
            .into()),
        }
    }
}

/// Series in order of time, from the first row learned from to the last row judged.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) times: Vec<String>,
    pub(super) keys: Vec<f64>,
    pub(super) y: Vec<f64>,
    pub(super) x: Vec<Vec<f64>>,
    /// Rows learned from.
    pub(super) pre: usize,
    /// First row judged.
    pub(super) post: usize,
}

/// A frame in deviations of the outcome before the intervention, and the way back.
#[derive(Debug)]
pub(super) struct Standard {
    pub(super) problem: Problem,
    pub(super) centre: f64,
    pub(super) scale: f64,
    pub(super) control_scales: Vec<f64>,
}

/// Mean and deviation with n − 1, in this order of the values.
fn moments(values: &[f64]) -> (f64, f64) {
    let n = count(values.len());
    let mean = sum(values.iter().copied()) / n;
    let squares = sum(values.iter().map(|value| (value - mean) * (value - mean)));
    (mean, (squares / (n - 1.0)).sqrt())
}

impl Frame {
    /// Reads and checks a table.
    pub(super) fn read(table: &Table, options: &CausalImpactOptions) -> Result<Self, Issues> {
        let mut reader = table.reader();
        let axis = Axis::read(table, &options.time, &mut reader);
        let outcome = reader.numbers(&options.outcome);
        finite_range(&mut reader, &options.outcome, outcome);
        if options.controls.len() > MOST_CONTROLS {
            let found = options.controls.len();
            reader.note(Issue::error(
                "too-many-controls",
                "options/controls",
                format!("{found} controls are given, at most {MOST_CONTROLS} are taken"),
            ));
        }
        let controls: Vec<_> =
            options.controls.iter().take(MOST_CONTROLS).map(|name| reader.complete_numbers(name)).collect();
        for (name, values) in options.controls.iter().zip(&controls) {
            finite_range(&mut reader, name, *values);
        }
        let names =
            [&options.time, &options.outcome].into_iter().chain(options.controls.iter().take(MOST_CONTROLS));
        repeated_names(names.map(String::as_str), &mut reader);
        check(options, &mut reader);
        let mut at = |point: &Option<super::TimePoint>, name: &str| match (point, &axis) {
            (Some(point), Some(axis)) => axis.locate(point, name).map_err(|issue| reader.note(issue)).ok(),
            _ => None,
        };
        let intervention = at(&options.intervention, "intervention");
        let (pre_start, pre_end) = (at(&options.pre_start, "pre_start"), at(&options.pre_end, "pre_end"));
        let post_end = at(&options.post_end, "post_end");
        if options.intervention.is_none() {
            reader.note(
                Issue::error("missing-intervention", "options/intervention", "the intervention is not given")
                    .with_help(
                        "give the first moment of the period after it, as the column of times writes it",
                    ),
            );
        }
        reader.done()?;
        let (Some(axis), Some(outcome), Some(intervention)) = (axis, outcome, intervention) else {
            return Err(unread());
        };
        let order = axis.order(&options.time)?;
        let key = |place: &usize| axis.keys[order[*place]];
        let places = |low: f64, high: f64| {
            let from = order.partition_point(|row| axis.keys[*row] < low);
            let to = order.partition_point(|row| axis.keys[*row] <= high);
            from..to.max(from)
        };
        let mut kept = places(pre_start.unwrap_or(f64::NEG_INFINITY), post_end.unwrap_or(f64::INFINITY));
        // The period before begins with an outcome.
        while kept.start < kept.end && outcome[order[kept.start]].is_nan() {
            kept.start += 1;
        }
        let before = |place: &usize| key(place) < intervention && pre_end.is_none_or(|end| key(place) <= end);
        let pre = kept.clone().take_while(before).count();
        let gap = kept.clone().take_while(|place| key(place) < intervention).count();
        let rows = &order[kept];
        let frame = Self {
            times: rows.iter().map(|row| axis.write(axis.keys[*row])).collect(),
            keys: rows.iter().map(|row| axis.keys[*row]).collect(),
            y: rows.iter().map(|row| outcome[*row]).collect(),
            x: controls
                .into_iter()
                .flatten()
                .map(|values| rows.iter().map(|row| values[*row]).collect())
                .collect(),
            pre,
            post: gap,
        };
        frame.carries(options)?;
        Ok(frame)
    }

    /// Whether the series can carry the method.
    fn carries(&self, options: &CausalImpactOptions) -> Result<(), Issues> {
        let mut issues = Vec::new();
        let name = &options.outcome;
        let known: Vec<f64> = self.y[..self.pre].iter().copied().filter(|value| !value.is_nan()).collect();
        let cycle = usize_of(options.seasons).saturating_mul(usize_of(options.season_duration));
        let needed = if options.seasons > 1 { LEAST_PRE.max(cycle.saturating_mul(2)) } else { LEAST_PRE };
        if known.len() < needed {
            let found = known.len();
            let issue = Issue::error(
                "too-few-rows",
                place(name),
                format!("column `{name}` has {found} values before the intervention, {needed} are needed"),
            );
            issues.push(issue.with_help("give a longer history, at least two cycles of the seasons"));
        } else if !(moments(&known).1
            > 1e-13 * known.iter().fold(0.0_f64, |most, value| most.max(value.abs())))
        {
            issues.push(constant(name));
        }
        if self.y[self.post..].iter().all(|value| value.is_nan()) {
            issues.push(
                Issue::error(
                    "no-rows-after",
                    place(name),
                    format!("column `{name}` has no value from the intervention on"),
                )
                .with_help("check the intervention and the end of the period after it"),
            );
        }
        for (name, column) in options.controls.iter().zip(&self.x) {
            let before = &column[..self.pre];
            let most = before.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
            if before.len() > 1 && !(moments(before).1 > 1e-13 * most) {
                issues.push(constant(name));
            }
        }
        let cells = (self.y.len() as u64).saturating_mul(options.draws);
        let states = if options.seasons > 1 { count(usize_of(options.seasons)) + 1.0 } else { 2.0 };
        let width = count(self.x.len()) + 1.0;
        let work = count(self.y.len()) * count(usize_of(options.draws)) * (states * states + width)
            + count(usize_of(options.draws)) * width * width * width;
        if cells > MOST_CELLS || work > MOST_WORK {
            issues.push(
                Issue::error(
                    "too-much-work",
                    "options/draws",
                    "rows, draws, seasons and controls are too many together",
                )
                .with_help(format!("rows × draws may be {MOST_CELLS} at most; ask for fewer draws")),
            );
        }
        Issues::check(issues).map(|_| ())
    }

    /// The problem in deviations of the outcome.
    pub(super) fn standard(&self) -> Standard {
        let known: Vec<f64> = self.y[..self.pre].iter().copied().filter(|value| !value.is_nan()).collect();
        let (centre, scale) = moments(&known);
        let mut control_scales = Vec::with_capacity(self.x.len());
        let mut x = Vec::with_capacity(self.x.len());
        for column in &self.x {
            let (centre, scale) = moments(&column[..self.pre]);
            x.push(column.iter().map(|value| (value - centre) / scale).collect());
            control_scales.push(scale);
        }
        let y = self.y[..self.pre].iter().map(|value| (value - centre) / scale).collect();
        Standard { problem: Problem { y, x, ahead: self.y.len() - self.pre }, centre, scale, control_scales }
    }

    /// The rows before the intervention alone, a later part of them treated as the period after.
    pub(super) fn earlier(&self, pre: usize, end: usize) -> Self {
        Self {
            times: self.times[..end].to_vec(),
            keys: self.keys[..end].to_vec(),
            y: self.y[..end].to_vec(),
            x: self.x.iter().map(|column| column[..end].to_vec()).collect(),
            pre,
            post: pre,
        }
    }

    /// Whether outcome and controls change before the intervention.
    pub(super) fn varies(&self) -> bool {
        let known: Vec<f64> = self.y[..self.pre].iter().copied().filter(|value| !value.is_nan()).collect();
        let changes = |values: &[f64]| {
            let most = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
            values.len() > 1 && moments(values).1 > 1e-13 * most
        };
        changes(&known) && self.x.iter().all(|column| changes(&column[..self.pre]))
    }

    /// One control treated as the outcome, the others as its controls.
    pub(super) fn exchanged(&self, control: usize) -> Self {
        let mut made = self.clone();
        made.y = made.x.remove(control);
        made
    }
}

/// The fault when a column could not be read and no other fault says why.
pub(super) fn unread() -> Issues {
    Issue::error("unreadable-table", "columns", "the table could not be read").into()
}

/// A count as a place; more than any list can hold where it is not one.
pub(super) fn usize_of(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Notes every option out of its range.
fn check(options: &CausalImpactOptions, reader: &mut TableReader<'_>) {
    #[expect(clippy::cast_precision_loss, reason = "compared with limits far below")]
    let number = |value: u64| value as f64;
    in_range(reader, "seasons", number(options.seasons), 1.0, 400.0);
    in_range(reader, "season_duration", number(options.season_duration), 1.0, 10_000.0);
    in_range(reader, "prior_level_sd", options.prior_level_sd, 1e-6, 1.0);
    in_range(reader, "expected_model_size", options.expected_model_size, 0.01, 1_000.0);
    in_range(reader, "expected_r2", options.expected_r2, 0.0, 0.999);
    in_range(reader, "prior_df", options.prior_df, 0.01, 1e6);
    in_range(reader, "prior_information_weight", options.prior_information_weight, 1e-6, 1e6);
    in_range(reader, "diagonal_shrinkage", options.diagonal_shrinkage, 0.0, 1.0);
    in_range(reader, "draws", number(options.draws), 100.0, 1e6);
    in_range(reader, "interval", options.interval, 0.5, 0.999);
    in_range(reader, "placebos_in_time", number(options.placebos_in_time), 0.0, 20.0);
    if let Some(burn) = options.burn_in {
        in_range(reader, "burn_in", number(burn), 0.0, (number(options.draws) * 0.9).floor());
    }
}

/// What the sampler is told.
pub(super) fn settings(options: &CausalImpactOptions) -> Settings {
    Settings {
        trend: options.trend,
        seasons: usize_of(options.seasons),
        duration: usize_of(options.season_duration),
        level_guess: options.prior_level_sd,
        model_size: options.expected_model_size,
        r2: options.expected_r2,
        noise_weight: options.prior_df,
        information: options.prior_information_weight,
        shrinkage: options.diagonal_shrinkage,
        draws: usize_of(options.draws),
        seed: options.seed,
    }
}
