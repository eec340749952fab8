//! The rates of those who use a tool and those who do not.

use super::deals::{State, States, check_level, counts, leaves_out_zero, states, whole};
use super::rates::{Count, newcombe, odds_ratio, pooled_z, rate, risk_ratio, standard, wald};
use super::report::{
    GroupRate, StratifiedUplift, UpliftClusters, UpliftMoney, UpliftOptions, UpliftReport, UpliftVerdict,
};
use super::sides::{Sides, sides};
use super::strata::stratified;
use crate::measure::evidence::p_value;
use crate::measure::table::{Texts, place};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::{chi2_sf, t_quantile};
use crate::stats::summary::{count, sorted, sum};
use crate::{Issue, Issues};

/// Units below which an interval from rows alone says too much.
const FEW_UNITS: usize = 40;
/// p below which groups are said to differ in what they are made of.
const NOTABLE: f64 = 0.05;
/// Change of the difference by stratification, as a share of it, above which a caution says so.
const MUCH_CHANGED: f64 = 0.1;

/// Compares the rate of won opportunities between those who use a tool and those who do not: see [the module](super).
///
/// # Errors
/// `unknown-column`, `unknown-state`, `repeated-state`, `group-or-exposure`, `exposed-missing`, `unknown-group`,
/// `exposure-varies`, `not-a-count`, `too-few-rows`, `option-out-of-range`, `empty-table`.
///
/// # Complexity
/// O(rows × (1 + stratifications)).
pub fn uplift(table: &Table, options: &UpliftOptions) -> Result<UpliftReport, Issues> {
    let rows = Rows::read(table, options)?;
    let z = standard(options.level);
    let (users, others) = (rows.total(true), rows.total(false));
    check_enough(users, others, &rows.names)?;
    let difference = newcombe(users, others, z);
    let wald_error = difference.standard_error.unwrap_or_default();
    let strata: Vec<StratifiedUplift> = rows.strata.iter().filter_map(|by| rows.stratify(by, z)).collect();
    let clustered = rows.clusters(users, others, wald_error * wald_error, options.level);
    let money = rows.money(&difference, options.level);
    let mut intervals: Vec<IntervalEstimate> = vec![difference];
    intervals.extend(clustered.as_ref().map(|clusters| clusters.difference));
    intervals.extend(strata.iter().map(|by| by.difference));
    let verdict = if intervals.iter().all(|one| one.low.is_some_and(|low| low > 0.0)) {
        UpliftVerdict::Demonstrated
    } else if intervals.iter().all(|one| one.high.is_some_and(|high| high < 0.0)) {
        UpliftVerdict::DemonstratedDecline
    } else {
        UpliftVerdict::NoDemonstrableRelation
    };
    let tested = pooled_z(users, others);
    let evidence = rows.evidence(options, &difference, clustered.as_ref(), &strata);
    let thousand = |x: Option<f64>| x.map(|x| 1000.0 * x);
    Ok(UpliftReport {
        statement: statement(verdict, options, &rows.names, users, others, &difference, &intervals),
        verdict,
        evidence,
        overall: rows.group("all", None, z),
        exposed: rows.group(&rows.names[0], Some(true), z),
        control: rows.group(&rows.names[1], Some(false), z),
        split: rows.split,
        difference,
        difference_wald: wald(difference.value, wald_error, z),
        relative_uplift: Some(difference.value / others.rate()).filter(|x| x.is_finite()),
        risk_ratio: risk_ratio(users, others, z),
        odds_ratio: odds_ratio(users, others, z),
        z: tested.map(|tested| tested.0),
        p_value: tested.map(|tested| tested.1),
        clustered,
        stratified: strata,
        won_per_thousand: IntervalEstimate {
            value: 1000.0 * difference.value,
            standard_error: thousand(difference.standard_error),
            low: thousand(difference.low),
            high: thousand(difference.high),
        },
        money,
        open: whole(rows.open(None)),
        left_out: whole(rows.left_out),
    })
}

/// What one row is.
#[derive(Debug, Clone, Copy)]
struct Row {
    uses: bool,
    state: State,
    n: f64,
    unit: u32,
    value: f64,
    /// Place in the table.
    at: usize,
}

/// The rows that count.
struct Rows {
    rows: Vec<Row>,
    /// Names of the two groups.
    names: [String; 2],
    split: Option<f64>,
    units: Option<Texts>,
    strata: Vec<(String, Texts)>,
    has_value: bool,
    left_out: f64,
    gaps: Vec<(String, usize)>,
}

impl Rows {
    fn read(table: &Table, options: &UpliftOptions) -> Result<Self, Issues> {
        let mut reader = table.reader();
        check_level(options.level, &mut reader);
        let lists = States { won: &options.won, lost: &options.lost, open: &options.open };
        let states = states(&mut reader, &options.outcome, lists);
        let counts = counts(&mut reader, options.count.as_deref(), table.rows());
        let units = options.unit.as_deref().and_then(|name| reader.groups(name)).map(|texts| texts.sorted());
        let values = options.value.as_deref().and_then(|name| reader.numbers(name));
        let mut by: Vec<&String> = options.strata.iter().collect();
        by.sort_unstable();
        by.dedup();
        let strata =
            by.into_iter().filter_map(|name| Some((name.clone(), reader.groups(name)?.sorted()))).collect();
        let mut gaps = Vec::new();
        for name in &options.complete {
            if let Some(texts) = reader.groups(name) {
                gaps.push((name.clone(), texts.codes.iter().filter(|code| **code == Texts::MISSING).count()));
            }
        }
        let sides = sides(&mut reader, options, units.as_ref());
        reader.done()?;
        let (Some(states), Some(counts), Some(sides)) = (states, counts, sides) else {
            return Err(Issue::error("group-or-exposure", "options", "there is nothing to compare").into());
        };
        let mut rows = Vec::with_capacity(table.rows());
        let mut left_out = 0.0;
        for at in 0..table.rows() {
            match (states[at], sides.uses[at]) {
                (State::Missing, _) | (_, None) => left_out += counts[at],
                (state, Some(uses)) => rows.push(Row {
                    uses,
                    state,
                    n: counts[at],
                    unit: units.as_ref().map_or(Texts::MISSING, |texts| texts.codes[at]),
                    value: values.map_or(f64::NAN, |values| values[at]),
                    at,
                }),
            }
        }
        let Sides { names, split, .. } = sides;
        Ok(Self { rows, names, split, units, strata, has_value: values.is_some(), left_out, gaps })
    }

    fn total(&self, uses: bool) -> Count {
        self.tally(|row| row.uses == uses)
    }

    fn tally(&self, of: impl Fn(&Row) -> bool) -> Count {
        let mut made = Count::default();
        self.rows.iter().filter(|row| of(row)).for_each(|row| add(&mut made, row));
        made
    }

    fn open(&self, uses: Option<bool>) -> f64 {
        let in_group = |row: &&Row| row.state == State::Open && uses.is_none_or(|uses| row.uses == uses);
        self.rows.iter().filter(in_group).map(|row| row.n).sum()
    }

    fn group(&self, name: &str, uses: Option<bool>, z: f64) -> GroupRate {
        let of = |row: &Row| uses.is_none_or(|uses| row.uses == uses);
        let found = self.tally(of);
        let closed = |row: &&Row| of(row) && row.state != State::Open && row.n > 0.0;
        let units = self.units.as_ref().map(|texts| {
            let mut seen = vec![false; texts.values.len()];
            for row in self.rows.iter().filter(closed) {
                if let Some(seen) = seen.get_mut(row.unit as usize) {
                    *seen = true;
                }
            }
            seen.iter().filter(|seen| **seen).count() as u64
        });
        let won: Vec<f64> = self
            .rows
            .iter()
            .filter(|row| of(row) && row.state == State::Won && !row.value.is_nan())
            .map(|row| row.value * row.n)
            .collect();
        GroupRate {
            group: name.to_owned(),
            closed: whole(found.closed),
            won: whole(found.won),
            open: whole(self.open(uses)),
            rate: rate(found, z),
            units,
            value_won: self.has_value.then(|| sum(sorted(&won))),
        }
    }

    /// The difference within the strata of a column.
    fn stratify(&self, (by, texts): &(String, Texts), z: f64) -> Option<StratifiedUplift> {
        let mut cells = vec![(Count::default(), Count::default()); texts.values.len()];
        let mut left_out = 0.0;
        for row in &self.rows {
            match cells.get_mut(texts.codes[row.at] as usize) {
                Some(cell) => add(if row.uses { &mut cell.0 } else { &mut cell.1 }, row),
                None if row.state != State::Open => left_out += row.n,
                None => {}
            }
        }
        let mut names = Vec::new();
        let mut used = Vec::new();
        for (cell, name) in cells.into_iter().zip(&texts.values) {
            if cell.0.closed > 0.0 && cell.1.closed > 0.0 {
                used.push(cell);
            } else if cell.0.closed + cell.1.closed > 0.0 {
                left_out += cell.0.closed + cell.1.closed;
                names.push(name.clone());
            }
        }
        let found = stratified(&used, z)?;
        Some(StratifiedUplift {
            by: by.clone(),
            strata: used.len() as u64,
            strata_left_out: names,
            closed_left_out: whole(left_out),
            difference: found.difference,
            risk_ratio: found.risk_ratio,
            odds_ratio: found.odds_ratio,
            cmh_chi_squared: found.cmh.map(|test| test.0),
            cmh_p_value: found.cmh.map(|test| test.1),
            breslow_day_p_value: found.breslow_day.map(|test| test.1),
            heterogeneity_p_value: found.heterogeneity.map(|test| test.1),
        })
    }

    /// The difference with the variance of what each unit adds to it; nothing below four units, or fewer than two in
    /// a group.
    fn clusters(&self, users: Count, others: Count, plain: f64, level: f64) -> Option<UpliftClusters> {
        let texts = self.units.as_ref()?;
        let mut cells = vec![(Count::default(), Count::default()); texts.values.len()];
        for row in &self.rows {
            // A row without a unit stands alone; it is left out here, and a caution says so.
            if let Some(cell) = cells.get_mut(row.unit as usize) {
                add(if row.uses { &mut cell.0 } else { &mut cell.1 }, row);
            }
        }
        cells.retain(|(a, b)| a.closed + b.closed > 0.0);
        let in_group =
            |users: bool| cells.iter().filter(|c| if users { c.0.closed } else { c.1.closed } > 0.0).count();
        let m = cells.len();
        if m < 4 || in_group(true) < 2 || in_group(false) < 2 {
            return None;
        }
        let (p, q) = (users.rate(), others.rate());
        let parts = cells.iter().map(|(a, b)| {
            let part = (a.won - p * a.closed) / users.closed - (b.won - q * b.closed) / others.closed;
            part * part
        });
        let variance = count(m) / (count(m) - 1.0) * sum(parts);
        let mut difference = wald(p - q, variance.sqrt(), t_quantile(0.5 + 0.5 * level, count(m) - 2.0));
        difference.low = difference.low.map(|low| low.max(-1.0));
        difference.high = difference.high.map(|high| high.min(1.0));
        Some(UpliftClusters {
            units: m as u64,
            difference,
            design_effect: Some(variance / plain).filter(|x| x.is_finite()),
        })
    }

    /// What the difference is worth.
    fn money(&self, difference: &IntervalEstimate, level: f64) -> Option<UpliftMoney> {
        let valued = |row: &&Row| !row.value.is_nan() && row.n > 0.0;
        let won: Vec<&Row> = self.rows.iter().filter(|row| row.state == State::Won).collect();
        let number: f64 = won.iter().copied().filter(valued).map(|row| row.n).sum();
        if !self.has_value || number == 0.0 {
            return None;
        }
        let total = |values: Vec<f64>| sum(sorted(&values));
        let mean = total(won.iter().copied().filter(valued).map(|row| row.value * row.n).collect()) / number;
        let scale = |x: f64| 1000.0 * mean * x;
        let ends = (difference.low.map(scale), difference.high.map(scale));
        let per_thousand = IntervalEstimate {
            value: scale(difference.value),
            standard_error: difference.standard_error.map(|error| scale(error).abs()),
            low: if mean < 0.0 { ends.1 } else { ends.0 },
            high: if mean < 0.0 { ends.0 } else { ends.1 },
        };
        let group = |uses: bool| {
            let rows: Vec<(f64, f64)> = self
                .rows
                .iter()
                .filter(|row| row.uses == uses && row.n > 0.0)
                .filter_map(|row| match row.state {
                    State::Won => (!row.value.is_nan()).then_some((row.value, row.n)),
                    State::Lost => Some((0.0, row.n)),
                    State::Open | State::Missing => None,
                })
                .collect();
            let n: f64 = rows.iter().map(|row| row.1).sum();
            let mean = total(rows.iter().map(|(value, n)| value * n).collect()) / n;
            let square = total(rows.iter().map(|(value, n)| n * (value - mean) * (value - mean)).collect());
            (n, mean, square / (n - 1.0) / n)
        };
        let ((n, a, va), (m, b, vb)) = (group(true), group(false));
        let freedom = (va + vb) * (va + vb) / (va * va / (n - 1.0) + vb * vb / (m - 1.0));
        let error = (va + vb).sqrt();
        let observed = (error > 0.0 && error.is_finite() && freedom.is_finite())
            .then(|| wald(1000.0 * (a - b), 1000.0 * error, t_quantile(0.5 + 0.5 * level, freedom)));
        let without: f64 = won.iter().filter(|row| row.value.is_nan()).map(|row| row.n).sum();
        let finite = mean.is_finite() && per_thousand.value.is_finite();
        finite.then_some(UpliftMoney {
            mean_won_value: mean,
            per_thousand,
            observed_per_thousand: observed.filter(|one| one.value.is_finite()),
            won_without_value: whole(without),
        })
    }

    fn evidence(
        &self,
        options: &UpliftOptions,
        difference: &IntervalEstimate,
        clustered: Option<&UpliftClusters>,
        strata: &[StratifiedUplift],
    ) -> Evidence {
        let grade = if options.randomized { EvidenceGrade::Experiment } else { EvidenceGrade::Association };
        let mut made = Evidence::new(grade);
        made = if options.randomized {
            made.assume("given-by-lot", "who uses the tool was decided by lot, and kept to")
        } else {
            made.assume("alike-otherwise", "apart from use the groups are alike, or alike within the strata")
        };
        made =
            made.assume("open-like-closed", "what is still open will be won at the rates of what is closed");
        let out = leaves_out_zero(difference);
        made.check("crude-interval", out, Some(difference.value), "the crude interval leaves out zero");
        if let Some(clusters) = clustered {
            let out = leaves_out_zero(&clusters.difference);
            let message = format!("the interval from {} units leaves out zero", clusters.units);
            made.check("cluster-interval", out, clusters.design_effect, message);
        }
        for by in strata {
            let out = leaves_out_zero(&by.difference);
            let message = format!("the interval stratified by `{}` leaves out zero", by.by);
            made.check("stratified-interval", out, Some(by.difference.value), message);
            if let Some(p) = by.breslow_day_p_value {
                let same = p >= NOTABLE;
                let message = format!("the odds ratios by `{}` are alike (Breslow and Day)", by.by);
                made.check("same-odds-ratio", same, Some(p), message);
            }
        }
        self.caution_rows(options, clustered, &mut made);
        self.caution_mix(difference, strata, &mut made);
        made.cautions.sort_unstable();
        made
    }

    /// Cautions about rows and units.
    fn caution_rows(&self, options: &UpliftOptions, clustered: Option<&UpliftClusters>, made: &mut Evidence) {
        if let Some(units) = &self.units {
            let name = options.unit.as_deref().unwrap_or_default();
            let n = units.values.len();
            if n < FEW_UNITS {
                let message =
                    format!("the rows come from {n} values of `{name}`, few to tell use from who uses it");
                made.cautions.push(Issue::warning("few-units", place(name), message));
            }
            if clustered.is_none() {
                let message = format!("too few values of `{name}` in a group for an interval from them");
                made.cautions.push(Issue::warning("no-cluster-interval", place(name), message));
            }
            let alone = self.rows.iter().filter(|row| row.unit == Texts::MISSING).count();
            if alone > 0 {
                let message = format!("{alone} rows have no `{name}` and are not in the interval from units");
                made.cautions.push(Issue::warning("rows-without-unit", place(name), message));
            }
        } else {
            made.cautions.push(
                Issue::info("no-units", "options/unit", "rows of the same person are taken as independent")
                    .with_help("name the column of the person or team in `unit`"),
            );
        }
        for (name, gaps) in &self.gaps {
            if *gaps > 0 {
                let message = format!("{gaps} rows have no `{name}`");
                made.cautions.push(Issue::warning("rows-without-value", place(name), message));
            }
        }
        let open = self.open(None);
        if open > 0.0 {
            let message = format!("{open} opportunities are open: they are not losses and are in no rate");
            made.cautions.push(Issue::info("open-not-counted", place(&options.outcome), message));
            let group = |uses: bool| {
                let (open, closed) = (self.open(Some(uses)), self.total(uses).closed);
                Count { won: open, closed: open + closed }
            };
            if let Some((_, p)) = pooled_z(group(true), group(false)).filter(|(_, p)| *p < NOTABLE) {
                let message = format!("the groups differ in how much is still open ({})", p_value(p));
                made.cautions.push(Issue::warning("open-differs", place(&options.outcome), message));
            }
        }
        if self.left_out > 0.0 {
            let message = format!("{} rows without a state or a group are left out", self.left_out);
            made.cautions.push(Issue::warning("rows-left-out", "columns", message));
        }
        if self.strata.is_empty() && !options.randomized {
            made.cautions.push(
                Issue::info(
                    "not-stratified",
                    "options/strata",
                    "what else differs between the groups is not looked at",
                )
                .with_help("name columns such as product, month or manager in `strata`"),
            );
        }
    }

    /// Cautions about what the groups are made of.
    fn caution_mix(&self, difference: &IntervalEstimate, strata: &[StratifiedUplift], made: &mut Evidence) {
        for (by, texts) in &self.strata {
            if let Some(p) = self.mix(texts).filter(|p| *p < NOTABLE) {
                let message = format!("the groups differ in their mix of `{by}` ({})", p_value(p));
                made.cautions.push(Issue::warning("mix-differs", place(by), message));
            }
        }
        for by in strata {
            let name = &by.by;
            let change = by.difference.value - difference.value;
            if change.abs() > MUCH_CHANGED * difference.value.abs() {
                let message = format!(
                    "stratified by `{name}` the difference is {:.2} points, not {:.2}: the two go together",
                    100.0 * by.difference.value,
                    100.0 * difference.value
                );
                made.cautions.push(Issue::warning("changed-by-strata", place(name), message));
            }
            if by.closed_left_out > 0 {
                let message = format!(
                    "{} closed opportunities have no `{name}` or are in strata with one group alone",
                    by.closed_left_out
                );
                made.cautions.push(Issue::warning("strata-left-out", place(name), message));
            }
        }
        for (by, _) in &self.strata {
            if !strata.iter().any(|found| &found.by == by) {
                let message = format!("no value of `{by}` has closed opportunities in both groups");
                made.cautions.push(Issue::warning("strata-do-not-overlap", place(by), message));
            }
        }
    }

    /// p of the chi-squared test that both groups have the same mix of a column.
    fn mix(&self, texts: &Texts) -> Option<f64> {
        let mut cells = vec![(0.0, 0.0); texts.values.len()];
        for row in self.rows.iter().filter(|row| row.state != State::Open) {
            if let Some(cell) = cells.get_mut(texts.codes[row.at] as usize) {
                if row.uses { cell.0 += row.n } else { cell.1 += row.n }
            }
        }
        cells.retain(|(a, b)| a + b > 0.0);
        let (n, m) = (sum(cells.iter().map(|cell| cell.0)), sum(cells.iter().map(|cell| cell.1)));
        let chi2 = sum(cells.iter().map(|(a, b)| {
            let (x, y) = ((a + b) * n / (n + m), (a + b) * m / (n + m));
            (a - x) * (a - x) / x + (b - y) * (b - y) / y
        }));
        (chi2.is_finite() && cells.len() > 1).then(|| chi2_sf(chi2, count(cells.len()) - 1.0))
    }
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

fn check_enough(users: Count, others: Count, names: &[String; 2]) -> Result<(), Issues> {
    let issues = [(users, &names[0]), (others, &names[1])]
        .into_iter()
        .filter(|(found, _)| found.closed < 2.0)
        .map(|(found, name)| {
            Issue::error(
                "too-few-rows",
                format!("groups/{name}"),
                format!("group `{name}` has {} closed opportunities, a rate needs at least 2", found.closed),
            )
        })
        .collect();
    Issues::check(issues).map(|_| ())
}

/// The verdict as a sentence.
fn statement(
    verdict: UpliftVerdict,
    options: &UpliftOptions,
    names: &[String; 2],
    users: Count,
    others: Count,
    difference: &IntervalEstimate,
    intervals: &[IntervalEstimate],
) -> String {
    let percent = |x: f64| 100.0 * x;
    let word = match verdict {
        UpliftVerdict::NoDemonstrableRelation => "no demonstrable relation",
        _ if options.randomized => "effect",
        _ => "association",
    };
    let holding = intervals.iter().filter(|one| !leaves_out_zero(one)).count();
    let more = match holding {
        0 => String::new(),
        n => format!("; {n} of {} intervals hold zero", intervals.len()),
    };
    format!(
        "{word}: {:.1}% of closed opportunities are won in group `{}` and {:.1}% in group `{}`, a difference of {:.2} \
         points ({:.0}% interval {:.2} to {:.2}){more}",
        percent(users.rate()),
        names[0],
        percent(others.rate()),
        names[1],
        percent(difference.value),
        percent(options.level),
        percent(difference.low.unwrap_or_default()),
        percent(difference.high.unwrap_or_default()),
    )
}
