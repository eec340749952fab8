//! Did the rate rise more where a tool was taken up?

use super::before_after_report::{BeforeAfterOptions, BeforeAfterReport};
use super::deals::{State, States, check_level, counts, leaves_out_zero, states, whole};
use super::rates::{Count, newcombe, rate, standard, wald};
use super::report::{GroupRate, UpliftClusters, UpliftVerdict};
use crate::measure::table::{Texts, place};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::t_quantile;
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Units below which a caution says that they are few.
const FEW_UNITS: usize = 40;

/// Difference of differences of rates: the change where a tool was taken up, less the change where it was not. What
/// moved both groups alike (season, price, market) drops out.
///
/// # Errors
/// `unknown-column`, `unknown-state`, `repeated-state`, `adopted-missing`, `exposed-missing`, `unknown-group`,
/// `column-not-dates`, `not-a-count`, `too-few-rows`, `option-out-of-range`, `empty-table`.
///
/// # Complexity
/// O(rows × log rows).
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::uplift::{BeforeAfterOptions, before_after};
/// let deals: Table = serde_json::from_str(
///     r#"{ "group":   ["us", "us", "us", "us", "de", "de", "de", "de"],
///          "date":    ["2026-01-05", "2026-01-05", "2026-03-05", "2026-03-05",
///                      "2026-01-05", "2026-01-05", "2026-03-05", "2026-03-05"],
///          "outcome": ["won", "lost", "won", "lost", "won", "lost", "won", "lost"],
///          "deals":   [50, 50, 70, 30, 50, 50, 55, 45] }"#,
/// )?;
/// let options: BeforeAfterOptions =
///     serde_json::from_str(r#"{ "exposed": "us", "adopted": "2026-02-01", "count": "deals" }"#)?;
/// let report = before_after(&deals, &options)?;
/// assert_eq!(format!("{:.2}", report.difference.value), "0.15");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn before_after(table: &Table, options: &BeforeAfterOptions) -> Result<BeforeAfterReport, Issues> {
    let rows = Rows::read(table, options)?;
    let z = standard(options.level);
    let cells = rows.cells(|row| Some(row.after));
    check_enough(&cells, &rows.names)?;
    let exposed_change = newcombe(cells[1], cells[0], z);
    let control_change = newcombe(cells[3], cells[2], z);
    let difference = less(&exposed_change, &control_change);
    let error = difference.standard_error.unwrap_or_default();
    let clustered = rows.clusters(&cells, difference.value, error * error, options.level);
    let placebo = rows.placebo(z);
    let mut intervals = vec![difference];
    intervals.extend(clustered.as_ref().map(|clusters| clusters.difference));
    let verdict = if intervals.iter().all(|one| one.low.is_some_and(|low| low > 0.0)) {
        UpliftVerdict::Demonstrated
    } else if intervals.iter().all(|one| one.high.is_some_and(|high| high < 0.0)) {
        UpliftVerdict::DemonstratedDecline
    } else {
        UpliftVerdict::NoDemonstrableRelation
    };
    let word = match verdict {
        UpliftVerdict::NoDemonstrableRelation => "no demonstrable relation",
        _ => "change beyond that of the comparison group",
    };
    let percent = |x: Option<f64>| 100.0 * x.unwrap_or_default();
    let statement = format!(
        "{word}: the rate of `{}` changed by {:.2} points, that of `{}` by {:.2}, a difference of {:.2} points \
         ({:.0}% interval {:.2} to {:.2})",
        rows.names[0],
        percent(Some(exposed_change.value)),
        rows.names[1],
        percent(Some(control_change.value)),
        percent(Some(difference.value)),
        percent(Some(options.level)),
        percent(difference.low),
        percent(difference.high),
    );
    let thousand = |x: Option<f64>| x.map(|x| 1000.0 * x);
    let evidence = rows.evidence(options, &difference, clustered.as_ref(), placebo.as_ref());
    let group = |at: usize, when: &str| rows.group(at, &cells, when, z);
    Ok(BeforeAfterReport {
        verdict,
        statement,
        evidence,
        exposed_before: group(0, "before"),
        exposed_after: group(1, "after"),
        control_before: group(2, "before"),
        control_after: group(3, "after"),
        exposed_change,
        control_change,
        difference,
        difference_wald: wald(difference.value, error, z),
        clustered,
        placebo,
        won_per_thousand: IntervalEstimate {
            value: 1000.0 * difference.value,
            standard_error: thousand(difference.standard_error),
            low: thousand(difference.low),
            high: thousand(difference.high),
        },
        open: whole(rows.rows.iter().filter(|row| row.state == State::Open).map(|row| row.n).sum()),
        left_out: whole(rows.left_out),
    })
}

/// One estimate less another, with an interval from theirs (Zou and Donner 2008).
fn less(a: &IntervalEstimate, b: &IntervalEstimate) -> IntervalEstimate {
    let far = |x: Option<f64>, y: Option<f64>| {
        let (x, y) = (x.unwrap_or_default(), y.unwrap_or_default());
        (x * x + y * y).sqrt()
    };
    let value = a.value - b.value;
    let gap = |end: Option<f64>, middle: f64| end.map(|end| end - middle);
    IntervalEstimate {
        value,
        standard_error: Some(far(a.standard_error, b.standard_error)),
        low: Some(value - far(gap(a.low, a.value), gap(b.high, b.value))),
        high: Some(value + far(gap(a.high, a.value), gap(b.low, b.value))),
    }
}

/// One row.
#[derive(Debug, Clone, Copy)]
struct Row {
    uses: bool,
    after: bool,
    state: State,
    n: f64,
    unit: u32,
    time: i64,
}

struct Rows {
    rows: Vec<Row>,
    names: [String; 2],
    units: Option<Texts>,
    left_out: f64,
}

/// Those who took it up before and after, the others before and after.
type Cells = [Count; 4];

impl Rows {
    fn read(table: &Table, options: &BeforeAfterOptions) -> Result<Self, Issues> {
        let mut reader = table.reader();
        check_level(options.level, &mut reader);
        let lists = States { won: &options.won, lost: &options.lost, open: &options.open };
        let states = states(&mut reader, &options.outcome, lists);
        let counts = counts(&mut reader, options.count.as_deref(), table.rows());
        let groups = reader.groups(&options.group);
        let times = reader.times(&options.time);
        let units = options.unit.as_deref().and_then(|name| reader.groups(name)).map(|texts| texts.sorted());
        if options.adopted.is_none() {
            reader.note(
                Issue::error("adopted-missing", "options/adopted", "when the tool was taken up is not said")
                    .with_help("give the first day of use in `adopted`"),
            );
        }
        match (&options.exposed, &groups) {
            (None, _) => reader.note(
                Issue::error(
                    "exposed-missing",
                    "options/exposed",
                    "which group took the tool up is not said",
                )
                .with_help("name it in `exposed`"),
            ),
            (Some(exposed), Some(groups)) if !groups.values.contains(exposed) => {
                let message = format!("there is no group `{exposed}` in column `{}`", options.group);
                let issue = Issue::error("unknown-group", place(&options.group), message);
                reader.note(match crate::error::nearest(exposed, groups.values.iter().map(String::as_str)) {
                    Some(help) => issue.with_help(help),
                    None => issue,
                });
            }
            _ => {}
        }
        reader.done()?;
        let (Some(states), Some(counts), Some(groups), Some(times)) = (states, counts, groups, times) else {
            return Err(Issue::error("unknown-column", "columns", "a column is missing").into());
        };
        let (Some(adopted), Some(exposed)) = (options.adopted, &options.exposed) else {
            return Err(Issue::error("adopted-missing", "options/adopted", "an option is missing").into());
        };
        let adopted = adopted.start().and_utc().timestamp();
        let (mut rows, mut left_out) = (Vec::with_capacity(table.rows()), 0.0);
        for at in 0..table.rows() {
            let (Some(group), time) = (groups.get(at), times[at]) else {
                left_out += counts[at];
                continue;
            };
            if states[at] == State::Missing || time == Table::NO_TIME {
                left_out += counts[at];
                continue;
            }
            rows.push(Row {
                uses: group == exposed,
                after: time >= adopted,
                state: states[at],
                n: counts[at],
                unit: units.as_ref().map_or(Texts::MISSING, |texts| texts.codes[at]),
                time,
            });
        }
        Ok(Self { rows, names: [exposed.clone(), format!("not {exposed}")], units, left_out })
    }

    /// The cells of the rows that `when` says to be before (false) or after (true).
    fn cells(&self, when: impl Fn(&Row) -> Option<bool>) -> Cells {
        let mut made = Cells::default();
        for row in &self.rows {
            if let Some(after) = when(row) {
                add(&mut made[cell(row.uses, after)], row);
            }
        }
        made
    }

    fn group(&self, at: usize, cells: &Cells, when: &str, z: f64) -> GroupRate {
        let in_cell = |row: &&Row| cell(row.uses, row.after) == at;
        let units = self.units.as_ref().map(|_| {
            let mut seen: Vec<u32> = self
                .rows
                .iter()
                .filter(|row| in_cell(row) && row.state != State::Open && row.unit != Texts::MISSING)
                .map(|row| row.unit)
                .collect();
            seen.sort_unstable();
            seen.dedup();
            seen.len() as u64
        });
        let open =
            self.rows.iter().filter(in_cell).filter(|row| row.state == State::Open).map(|row| row.n).sum();
        GroupRate {
            group: format!("{} {when}", self.names[at / 2]),
            closed: whole(cells[at].closed),
            won: whole(cells[at].won),
            open: whole(open),
            rate: rate(cells[at], z),
            units,
            value_won: None,
        }
    }

    /// The difference with the variance of what each unit adds to it.
    fn clusters(&self, cells: &Cells, value: f64, plain: f64, level: f64) -> Option<UpliftClusters> {
        let texts = self.units.as_ref()?;
        let mut each = vec![Cells::default(); texts.values.len()];
        for row in &self.rows {
            if let Some(cells) = each.get_mut(row.unit as usize) {
                add(&mut cells[cell(row.uses, row.after)], row);
            }
        }
        each.retain(|unit| unit.iter().any(|cell| cell.closed > 0.0));
        let with = |at: usize| each.iter().filter(|unit| unit[at].closed > 0.0).count();
        let m = each.len();
        if m < 4 || (0..4).any(|at| with(at) < 2) {
            return None;
        }
        let signs = [-1.0, 1.0, 1.0, -1.0];
        let variance = count(m) / (count(m) - 1.0)
            * sum(each.iter().map(|unit| {
                let part = sum((0..4).map(|at| {
                    signs[at] * (unit[at].won - cells[at].rate() * unit[at].closed) / cells[at].closed
                }));
                part * part
            }));
        Some(UpliftClusters {
            units: m as u64,
            difference: wald(value, variance.sqrt(), t_quantile(0.5 + 0.5 * level, count(m) - 2.0)),
            design_effect: Some(variance / plain).filter(|x| x.is_finite()),
        })
    }

    /// The same comparison within the time before, split at the middle of its closed rows.
    fn placebo(&self, z: f64) -> Option<IntervalEstimate> {
        let mut times: Vec<i64> = self
            .rows
            .iter()
            .filter(|row| !row.after && row.state != State::Open)
            .map(|row| row.time)
            .collect();
        times.sort_unstable();
        let middle = *times.get(times.len() / 2)?;
        let cells = self.cells(|row| (!row.after).then_some(row.time >= middle));
        let enough = cells.iter().all(|cell| cell.closed >= 5.0);
        enough.then(|| less(&newcombe(cells[1], cells[0], z), &newcombe(cells[3], cells[2], z)))
    }

    fn evidence(
        &self,
        options: &BeforeAfterOptions,
        difference: &IntervalEstimate,
        clustered: Option<&UpliftClusters>,
        placebo: Option<&IntervalEstimate>,
    ) -> Evidence {
        let mut made = Evidence::new(EvidenceGrade::QuasiExperiment)
            .assume(
                "parallel-trends",
                "without the tool both groups would have changed by the same number of points",
            )
            .assume("nothing-else-at-once", "nothing else began for one group alone at the same time")
            .assume("same-people", "the same kind of opportunities is closed before and after");
        let out = leaves_out_zero(difference);
        made.check("interval", out, Some(difference.value), "the interval leaves out zero");
        if let Some(clusters) = clustered {
            let out = leaves_out_zero(&clusters.difference);
            let message = format!("the interval from {} units leaves out zero", clusters.units);
            made.check("cluster-interval", out, clusters.design_effect, message);
        }
        match placebo {
            Some(placebo) => {
                let moved = leaves_out_zero(placebo);
                let message = "the interval within the time before holds zero";
                made.check("parallel-before", !moved, Some(placebo.value), message);
                if moved {
                    made.cautions.push(Issue::warning(
                        "not-parallel-before",
                        place(&options.time),
                        "the groups moved apart already before the tool was taken up",
                    ));
                }
            }
            None => made.cautions.push(Issue::warning(
                "no-placebo",
                place(&options.time),
                "too few rows before to see whether the groups moved alike",
            )),
        }
        match (&self.units, clustered) {
            (None, _) => made.cautions.push(
                Issue::info("no-units", "options/unit", "rows of the same person are taken as independent")
                    .with_help("name the column of the person or team in `unit`"),
            ),
            (Some(units), found) => {
                let name = options.unit.as_deref().unwrap_or_default();
                let n = units.values.len();
                if n < FEW_UNITS {
                    let message = format!("the rows come from {n} values of `{name}`");
                    made.cautions.push(Issue::warning("few-units", place(name), message));
                }
                if found.is_none() {
                    let message = format!("too few values of `{name}` in a group for an interval from them");
                    made.cautions.push(Issue::warning("no-cluster-interval", place(name), message));
                }
            }
        }
        let open: f64 = self.rows.iter().filter(|row| row.state == State::Open).map(|row| row.n).sum();
        if open > 0.0 {
            let message = format!("{open} opportunities are open: they are not losses and are in no rate");
            made.cautions.push(Issue::info("open-not-counted", place(&options.outcome), message));
        }
        if self.left_out > 0.0 {
            let message = format!("{} rows without a state, group or date are left out", self.left_out);
            made.cautions.push(Issue::warning("rows-left-out", "columns", message));
        }
        made.cautions.sort_unstable();
        made
    }
}

fn cell(uses: bool, after: bool) -> usize {
    if uses { usize::from(after) } else { 2 + usize::from(after) }
}

/// Counts a closed row.
fn add(made: &mut Count, row: &Row) {
    match row.state {
        State::Won => {
            made.won += row.n;
            made.closed += row.n;
        }
        State::Lost => made.closed += row.n,
        State::Open | State::Missing => {}
    }
}

fn check_enough(cells: &Cells, names: &[String; 2]) -> Result<(), Issues> {
    let issues = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.closed < 2.0)
        .map(|(at, cell)| {
            let (name, when) = (&names[at / 2], if at % 2 == 0 { "before" } else { "after" });
            Issue::error(
                "too-few-rows",
                format!("groups/{name}/{when}"),
                format!(
                    "group `{name}` has {} closed opportunities {when}, a rate needs at least 2",
                    cell.closed
                ),
            )
        })
        .collect();
    Issues::check(issues).map(|_| ())
}
