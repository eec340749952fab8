//! Records of units over time, in one canonical order.

use super::DidOptions;
use crate::measure::table::{Table, place, written};
use crate::{Issue, Issues};

/// Most units, periods and cells of a panel.
const MOST_PERIODS: usize = 20_000;
const MOST_UNITS: usize = 5_000_000;

/// A column that orders rows: numbers, dates or texts.
pub(super) struct Axis {
    /// Place of each row's value among the different values in order.
    pub(super) ranks: Vec<u32>,
    /// The different values as they are written.
    pub(super) labels: Vec<String>,
    /// The different values as numbers: numbers as they are, dates in days; their place for texts.
    pub(super) values: Vec<f64>,
}

/// Reads an axis; notes missing values.
pub(super) fn axis(table: &Table, name: &str) -> Result<Axis, Issues> {
    let missing = |count: usize| {
        Issue::error("missing-values", place(name), format!("column `{name}` misses {count} values"))
            .with_help("leave these rows out")
    };
    let mut numbers = table.reader();
    if let Some(values) = numbers.numbers(name)
        && numbers.done().is_ok()
    {
        let lost = values.iter().filter(|value| value.is_nan()).count();
        if lost > 0 {
            return Err(missing(lost).into());
        }
        let mut different: Vec<f64> = values.iter().map(|value| value + 0.0).collect();
        different.sort_unstable_by(f64::total_cmp);
        different.dedup();
        let ranks = values
            .iter()
            .map(|value| {
                different.binary_search_by(|other| other.total_cmp(&(value + 0.0))).unwrap_or(0) as u32
            })
            .collect();
        let labels = different.iter().map(f64::to_string).collect();
        return Ok(Axis { ranks, labels, values: different });
    }
    let mut dates = table.reader();
    if let Some(values) = dates.times(name)
        && dates.done().is_ok()
    {
        let lost = values.iter().filter(|value| **value == Table::NO_TIME).count();
        if lost > 0 {
            return Err(missing(lost).into());
        }
        let mut different = values.clone();
        different.sort_unstable();
        different.dedup();
        let ranks = values.iter().map(|value| different.binary_search(value).unwrap_or(0) as u32).collect();
        #[expect(clippy::cast_precision_loss, reason = "seconds of a few centuries")]
        let days = different.iter().map(|seconds| *seconds as f64 / 86_400.0).collect();
        let labels = different.iter().map(|seconds| written(*seconds).unwrap_or_default()).collect();
        return Ok(Axis { ranks, labels, values: days });
    }
    let mut texts = table.reader();
    let groups = texts.groups(name).map(|groups| groups.sorted());
    texts.done()?;
    let Some(groups) = groups else {
        return Err(
            Issue::error("unknown-column", place(name), format!("there is no column `{name}`")).into()
        );
    };
    let lost = groups.codes.iter().filter(|code| groups.values.get(**code as usize).is_none()).count();
    if lost > 0 {
        return Err(missing(lost).into());
    }
    let values = (0..groups.values.len()).map(crate::stats::summary::count).collect();
    Ok(Axis { ranks: groups.codes, labels: groups.values, values })
}

/// One record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) unit: u32,
    pub(super) time: u32,
    pub(super) y: f64,
    pub(super) treated: bool,
}

/// Records of units over periods, ordered by unit, then period.
pub(super) struct Panel {
    pub(super) cells: Vec<Cell>,
    pub(super) units: usize,
    pub(super) periods: Vec<String>,
    /// Cluster of each unit, and their number.
    pub(super) clusters: Vec<u32>,
    pub(super) cluster_count: usize,
    /// First treated period of each unit.
    pub(super) start: Vec<Option<u32>>,
    /// Whether some unit is treated and later not.
    pub(super) reversed: bool,
    /// Whether every unit has a record in every period.
    pub(super) balanced: bool,
    pub(super) left_out: u64,
}

impl Panel {
    /// Reads a panel; every fault at once.
    pub(super) fn read(table: &Table, options: &DidOptions) -> Result<Self, Issues> {
        let mut reader = table.reader();
        let outcome = reader.numbers(&options.outcome);
        let treated = reader.complete_numbers(&options.treated);
        let units = reader.groups(&options.unit).map(|groups| groups.sorted());
        let clusters = if options.cluster.is_empty() {
            None
        } else {
            reader.groups(&options.cluster).map(|g| g.sorted())
        };
        if let Some(treated) = treated
            && let Some(row) = treated.iter().position(|value| !(*value == 0.0 || *value == 1.0))
        {
            let message = format!(
                "column `{}` holds {} in row {}, which is neither 0 nor 1",
                options.treated,
                treated[row],
                row + 1
            );
            reader.note(
                Issue::error("treatment-not-binary", place(&options.treated), message)
                    .with_help("write 1 in the rows in which the unit has the treatment, else 0"),
            );
        }
        let texts = [(&options.unit, &units), (&options.cluster, &clusters)];
        for (name, column) in texts {
            if let Some(column) = column {
                let lost =
                    column.codes.iter().filter(|code| column.values.get(**code as usize).is_none()).count();
                if lost > 0 {
                    let message = format!("column `{name}` misses {lost} values");
                    reader.note(Issue::error("missing-values", place(name), message));
                }
            }
        }
        let time = axis(table, &options.time);
        if let Err(issues) = &time {
            issues
                .as_slice()
                .iter()
                .filter(|issue| issue.code != "empty-table")
                .cloned()
                .for_each(|i| reader.note(i));
        }
        reader.done()?;
        let (Some(outcome), Some(treated), Some(units), Ok(time)) = (outcome, treated, units, time) else {
            return Err(Issue::error("empty-table", "columns", "there is no panel to read").into());
        };
        if time.labels.len() > MOST_PERIODS || units.values.len() > MOST_UNITS {
            let message = format!("{} periods of {} units", time.labels.len(), units.values.len());
            return Err(Issue::error("panel-too-large", "columns", message)
                .with_help("aggregate to at most 20000 periods and 5000000 units")
                .into());
        }
        let mut cells: Vec<Cell> = (0..outcome.len())
            .filter(|row| !outcome[*row].is_nan())
            .map(|row| Cell {
                unit: units.codes[row],
                time: time.ranks[row],
                y: outcome[row],
                treated: treated[row] == 1.0,
            })
            .collect();
        let left_out = (outcome.len() - cells.len()) as u64;
        cells.sort_unstable_by_key(|cell| (cell.unit, cell.time));
        let mut issues = Vec::new();
        let twice = cells
            .windows(2)
            .filter(|pair| (pair[0].unit, pair[0].time) == (pair[1].unit, pair[1].time))
            .count();
        if twice > 0 {
            let message = format!("{twice} rows repeat a unit and period");
            issues
                .push(Issue::error("duplicate-rows", place(&options.unit), message).with_help(
                    "give one row for each unit and period: add or average what belongs together",
                ));
        }
        let mut cluster_of = vec![u32::MAX; units.values.len()];
        let mut moved = 0_u64;
        if let Some(clusters) = &clusters {
            for (unit, cluster) in units.codes.iter().zip(&clusters.codes) {
                let known = &mut cluster_of[*unit as usize];
                moved += u64::from(*known != u32::MAX && *known != *cluster);
                *known = *cluster;
            }
            if moved > 0 {
                let message = format!("{moved} rows put a unit in another cluster than before");
                issues.push(Issue::error("cluster-changes", place(&options.cluster), message));
            }
        } else {
            cluster_of = (0..units.values.len() as u32).collect();
        }
        Issues::check(issues)?;
        let (units_count, cluster_of, cluster_count) = compact(&mut cells, &cluster_of);
        let periods = time.labels.len();
        let (mut start, mut last) = (vec![None; units_count], vec![false; units_count]);
        let mut reversed = false;
        for cell in &cells {
            let unit = cell.unit as usize;
            if cell.treated && start[unit].is_none() {
                start[unit] = Some(cell.time);
            }
            reversed |= last[unit] && !cell.treated;
            last[unit] = cell.treated;
        }
        Ok(Self {
            balanced: cells.len() == units_count.saturating_mul(periods),
            cells,
            units: units_count,
            periods: time.labels,
            cluster_count,
            clusters: cluster_of,
            start,
            reversed,
            left_out,
        })
    }

    /// The same panel with other cells, which are in order.
    pub(super) fn with_cells(&self, cells: Vec<Cell>) -> Self {
        let periods = cells.iter().map(|cell| cell.time as usize + 1).max().unwrap_or(0);
        Self {
            balanced: cells.len() == self.units.saturating_mul(periods),
            cells,
            units: self.units,
            periods: self.periods[..periods].to_vec(),
            clusters: self.clusters.clone(),
            cluster_count: self.cluster_count,
            start: self.start.clone(),
            reversed: self.reversed,
            left_out: self.left_out,
        }
    }

    /// The cluster of each cell.
    pub(super) fn cell_clusters(&self) -> Vec<u32> {
        self.cells.iter().map(|cell| self.clusters[cell.unit as usize]).collect()
    }

    /// The first periods of treatment that occur, in order.
    pub(super) fn cohorts(&self) -> Vec<u32> {
        let mut cohorts: Vec<u32> = self.start.iter().flatten().copied().collect();
        cohorts.sort_unstable();
        cohorts.dedup();
        cohorts
    }
}

/// Numbers units and clusters anew, so that each has a record: units, cluster of each, clusters.
fn compact(cells: &mut [Cell], cluster_of: &[u32]) -> (usize, Vec<u32>, usize) {
    let mut clusters = Vec::new();
    let mut before = None;
    for cell in cells.iter_mut() {
        if before != Some(cell.unit) {
            before = Some(cell.unit);
            clusters.push(cluster_of[cell.unit as usize]);
        }
        cell.unit = clusters.len() as u32 - 1;
    }
    let mut different = clusters.clone();
    different.sort_unstable();
    different.dedup();
    for cluster in &mut clusters {
        *cluster = different.binary_search(cluster).unwrap_or(0) as u32;
    }
    (clusters.len(), clusters, different.len())
}
