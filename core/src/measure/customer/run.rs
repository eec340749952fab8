//! Fits the models and says what they expect.

use super::bg::{Bg, History, likelihood};
use super::options::{CustomerModel, CustomerValueOptions};
use super::pareto::Pareto;
use super::report::{CustomerParameter, CustomerSpend, CustomerValue, CustomerValueReport};
use super::spend;
use crate::measure::table::{TableReader, Texts, place};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::ascent::{Maximum, covariance, maximize};
use crate::stats::distribution::normal_quantile;
use crate::stats::linear::Matrix;
use crate::stats::math::{exp, ln};
use crate::stats::summary::{count, mean, sum, variance};
use crate::{Issue, Issues};

/// Fewest customers, and fewest of them with repeat purchases.
const FEWEST: usize = 10;
/// Fewest customers with repeat purchases.
const FEWEST_REPEATED: usize = 3;
/// Evaluations of a likelihood in one climb; about thirty are needed.
const MOST_EVALUATIONS: u32 = 400;
/// Logarithm of a parameter (of time measured in the largest age) beyond which there is no optimum.
const MOST_LOGARITHM: f64 = 16.0;
/// Most customers × periods.
const MOST_PERIODS: f64 = 1e8;
/// Correlation of number and value of purchases above which the models do not fit together.
const CORRELATED: f64 = 0.1;

/// Fits a model of purchases, and of values where they are given, and says for each customer whether they are still
/// there, how often they will buy and what they are worth: see [the module](super).
///
/// # Errors
/// `unknown-column`, `missing-values`, `not-a-count`, `negative-time`, `recency-beyond-age`, `recency-without-purchase`,
/// `value-not-positive`, `too-few-rows`, `no-repeat-purchases`, `no-optimum`, `too-much-work`, `option-out-of-range`,
/// `empty-table`.
///
/// # Complexity
/// O(different histories) for each of about thirty evaluations, then O(customers × periods).
pub fn customer_value(table: &Table, options: &CustomerValueOptions) -> Result<CustomerValueReport, Issues> {
    let data = read(table, options)?;
    let fitted = fit(&data.histories, data.scale, options)?;
    let spent = match &data.values {
        Some(values) => Some(fit_spend(&data, values, options)?),
        None => None,
    };
    let h = options.horizon;
    let customers: Vec<CustomerValue> = (0..data.rows.len())
        .map(|row| {
            let (x, recency, age) = data.rows[row];
            let expected = |t: f64| fitted.expected(x, recency, age, t);
            let value = spent.as_ref().and_then(|spent| {
                let m = data.values.as_ref().map_or(f64::NAN, |values| values[row]);
                if x > 0.0 && m.is_nan() { None } else { spend::expected(&spent.at, x, m) }
            });
            CustomerValue {
                customer: data
                    .names
                    .as_ref()
                    .and_then(|names| names.get(row))
                    .map_or_else(|| (row + 1).to_string(), str::to_owned),
                probability_alive: fitted.alive(x, recency, age),
                expected_purchases: expected(h),
                expected_value: value,
                lifetime_value: value.map(|value| value * options.margin * discounted(&expected, options)),
            }
        })
        .collect();
    if customers.iter().any(|one| !one.expected_purchases.is_finite() || !one.probability_alive.is_finite()) {
        return Err(no_optimum("the expected purchases are not finite"));
    }
    let total = |of: &dyn Fn(&CustomerValue) -> f64| {
        let mut values: Vec<f64> = customers.iter().map(of).collect();
        values.sort_unstable_by(f64::total_cmp);
        sum(values)
    };
    let evidence = evidence(&data, options, &fitted, spent.as_ref());
    Ok(CustomerValueReport {
        evidence,
        model: options.model,
        parameters: fitted.parameters.clone(),
        log_likelihood: fitted.value,
        new_customer_purchases: fitted.new_customer(h),
        total_purchases: total(&|one| one.expected_purchases),
        total_value: spent.is_some().then(|| total(&|one| one.lifetime_value.unwrap_or(0.0))),
        spend: spent.map(|spent| spent.report),
        customers,
    })
}

/// Purchases of the periods, each discounted to its end.
fn discounted(expected: &dyn Fn(f64) -> f64, options: &CustomerValueOptions) -> f64 {
    if options.discount == 0.0 {
        return expected(options.horizon);
    }
    let periods = count(usize::try_from(options.periods).unwrap_or(1));
    let (mut before, mut factor, mut made) = (0.0, 1.0, 0.0);
    for period in 1..=options.periods {
        #[expect(clippy::cast_precision_loss, reason = "at most 1,000")]
        let upto = expected(options.horizon * period as f64 / periods);
        factor /= 1.0 + options.discount;
        made += (upto - before) * factor;
        before = upto;
    }
    made
}

/// The customers.
struct Data {
    /// Repeat purchases, recency, age.
    rows: Vec<(f64, f64, f64)>,
    names: Option<Texts>,
    values: Option<Vec<f64>>,
    /// Different histories with times in units of the largest age, sorted.
    histories: Vec<History>,
    /// The largest age.
    scale: f64,
}

fn read(table: &Table, options: &CustomerValueOptions) -> Result<Data, Issues> {
    let mut reader = table.reader();
    check(options, &mut reader);
    let names = options.customer.as_deref().and_then(|name| reader.groups(name));
    let x = reader.complete_numbers(&options.frequency);
    let recency = reader.complete_numbers(&options.recency);
    let age = reader.complete_numbers(&options.age);
    let values = options.value.as_deref().and_then(|name| reader.numbers(name));
    let mut rows = Vec::with_capacity(table.rows());
    let mut scale = 0.0_f64;
    if let (Some(x), Some(recency), Some(age)) = (x, recency, age) {
        rows.extend((0..table.rows()).map(|row| (x[row], recency[row], age[row])));
        scale = age.iter().copied().fold(0.0, f64::max);
        check_rows(options, &rows, values, &mut reader);
        if options.horizon > 100.0 * scale && scale > 0.0 {
            let message =
                format!("`horizon` is {}, more than 100 times the largest age {scale}", options.horizon);
            reader.note(Issue::error("option-out-of-range", "options/horizon", message));
        }
    }
    let work = count(rows.len()) * count(usize::try_from(options.periods).unwrap_or(usize::MAX));
    if options.discount > 0.0 && values.is_some() && work > MOST_PERIODS {
        let message = format!("{work:.1e} customers × periods are more than {MOST_PERIODS:.0e}");
        reader.note(Issue::error("too-much-work", "options/periods", message));
    }
    reader.done()?;
    let mut sorted = rows.clone();
    sorted.sort_unstable_by(|a, b| {
        a.0.total_cmp(&b.0).then_with(|| a.2.total_cmp(&b.2)).then_with(|| a.1.total_cmp(&b.1))
    });
    let mut histories: Vec<History> = Vec::new();
    for (at, row) in sorted.iter().enumerate() {
        if at > 0 && sorted[at - 1] == *row {
            if let Some(last) = histories.last_mut() {
                last.n += 1.0;
            }
        } else {
            histories.push(History { x: row.0, recency: row.1 / scale, age: row.2 / scale, n: 1.0 });
        }
    }
    Ok(Data { rows, names, values: values.map(<[f64]>::to_vec), histories, scale })
}

fn check(options: &CustomerValueOptions, reader: &mut TableReader<'_>) {
    let mut range = |name: &str, value: f64, low: f64, high: f64| {
        if !(low..=high).contains(&value) {
            let message = format!("`{name}` is {value}, it must be from {low} to {high}");
            reader.note(Issue::error("option-out-of-range", format!("options/{name}"), message));
        }
    };
    range("horizon", options.horizon, 1e-9, 1e12);
    range("discount", options.discount, 0.0, 10.0);
    range("margin", options.margin, 0.0, 1.0);
    range("level", options.level, 0.5, 0.999);
    range("periods", count(usize::try_from(options.periods).unwrap_or(usize::MAX)), 1.0, 1000.0);
}

fn check_rows(
    options: &CustomerValueOptions,
    rows: &[(f64, f64, f64)],
    values: Option<&[f64]>,
    reader: &mut TableReader<'_>,
) {
    let mut refuse = |code, name: &str, found: Option<usize>, what: &str| {
        if let Some(row) = found {
            let message = format!("row {} {what} in column `{name}`", row + 1);
            reader.note(Issue::error(code, place(name), message));
        }
    };
    let first = |of: &dyn Fn(&(f64, f64, f64)) -> bool| rows.iter().position(of);
    let whole = |x: f64| (0.0..=1e6).contains(&x) && x.fract() == 0.0;
    refuse("not-a-count", &options.frequency, first(&|row| !whole(row.0)), "holds no count from 0 to 1e6");
    refuse(
        "negative-time",
        &options.age,
        first(&|row| !(row.2 > 0.0 && row.2 <= 1e12)),
        "holds no time above 0 and up to 1e12",
    );
    refuse("negative-time", &options.recency, first(&|row| row.1 < 0.0), "holds a negative time");
    refuse(
        "recency-beyond-age",
        &options.recency,
        first(&|row| row.1 > row.2),
        "holds a time beyond the age",
    );
    refuse(
        "recency-without-purchase",
        &options.recency,
        first(&|row| row.0 == 0.0 && row.1 > 0.0),
        "holds a last purchase of somebody who bought once, it should be 0",
    );
    if let (Some(values), Some(name)) = (values, &options.value) {
        let bad = rows
            .iter()
            .zip(values)
            .position(|(row, m)| row.0 > 0.0 && !m.is_nan() && !(*m > 0.0 && *m <= 1e15));
        refuse("value-not-positive", name, bad, "holds no value above 0");
        let there = rows.iter().zip(values).filter(|(row, m)| row.0 > 0.0 && !m.is_nan()).count();
        if there < FEWEST {
            let message =
                format!("{there} customers have repeat purchases with a value, {FEWEST} are needed");
            reader.note(Issue::error("too-few-rows", place(name), message));
        }
    }
    let repeated = rows.iter().filter(|row| row.0 > 0.0).count();
    if rows.len() < FEWEST {
        let message = format!("there are {} customers, a model needs {FEWEST}", rows.len());
        reader.note(Issue::error("too-few-rows", "columns", message));
    } else if repeated < FEWEST_REPEATED {
        let message = format!("{repeated} customers bought again, a model needs {FEWEST_REPEATED}");
        reader.note(Issue::error("no-repeat-purchases", place(&options.frequency), message));
    }
}

fn no_optimum(what: &str) -> Issues {
    Issue::error("no-optimum", "columns", format!("the likelihood has no largest value: {what}"))
        .with_help("the customers are too alike for this model, try another one or more data")
        .into()
}

/// A fitted model of purchases.
struct Fitted {
    kind: Kind,
    parameters: Vec<CustomerParameter>,
    value: f64,
    converged: bool,
}

enum Kind {
    Bg(Bg),
    Pareto(Pareto),
}

impl Fitted {
    fn alive(&self, x: f64, recency: f64, age: f64) -> f64 {
        match &self.kind {
            Kind::Bg(model) => model.alive(x, recency, age),
            Kind::Pareto(model) => model.alive(x, recency, age),
        }
    }

    fn expected(&self, x: f64, recency: f64, age: f64, t: f64) -> f64 {
        match &self.kind {
            Kind::Bg(model) => model.expected(x, recency, age, t),
            Kind::Pareto(model) => model.expected(x, recency, age, t),
        }
    }

    fn new_customer(&self, t: f64) -> f64 {
        match &self.kind {
            Kind::Bg(model) => model.new_customer(t),
            Kind::Pareto(model) => model.new_customer(t),
        }
    }
}

/// The best climb of several starts.
fn climb(
    starts: &[&[f64]],
    tolerance: f64,
    mut function: impl FnMut(&[f64], &mut [f64]) -> f64,
) -> Result<Maximum, Issues> {
    let mut best: Option<Maximum> = None;
    for start in starts {
        let found = maximize(start, tolerance, MOST_EVALUATIONS, |at, slopes| {
            // Beyond these there is nothing but a ridge.
            if at.iter().any(|x| x.abs() > MOST_LOGARITHM) {
                slopes.fill(0.0);
                return f64::NEG_INFINITY;
            }
            function(at, slopes)
        });
        let better = best.as_ref().is_none_or(|best| found.value > best.value);
        let done = found.converged;
        if found.value.is_finite() && better {
            best = Some(found);
        }
        if done && best.is_some() {
            break;
        }
    }
    let mut found = best.ok_or_else(|| no_optimum("it is not finite anywhere"))?;
    // A parameter that runs away (all customers leave, or buy, alike) still gives a model, but no errors.
    found.converged = found.converged && found.at.iter().all(|x| x.abs() < MOST_LOGARITHM - 7.0);
    Ok(found)
}

/// Parameters with errors: `units` are what a parameter is measured in.
fn parameters(
    names: &[&str],
    found: &Maximum,
    units: &[f64],
    covariance: Option<&Matrix>,
    level: f64,
) -> Vec<CustomerParameter> {
    let z = normal_quantile(0.5 + 0.5 * level);
    names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let value = exp(found.at[at]) * units[at];
            let error = covariance.map(|matrix| matrix.at(at, at).sqrt()).filter(|error| *error < 20.0);
            let end = |sign: f64| error.map(|error| value * exp(sign * z * error)).filter(|x| x.is_finite());
            CustomerParameter {
                name: (*name).to_owned(),
                estimate: IntervalEstimate {
                    value,
                    standard_error: error.map(|error| value * error),
                    low: end(-1.0),
                    high: end(1.0),
                },
            }
        })
        .collect()
}

fn fit(histories: &[History], scale: f64, options: &CustomerValueOptions) -> Result<Fitted, Issues> {
    // The likelihood in the unit of the ages: each purchase is a density in time.
    let purchases = sum(histories.iter().map(|h| h.n * h.x));
    let back = -purchases * ln(scale);
    if options.model == CustomerModel::ParetoNbd {
        let slopes = |at: &[f64], slopes: &mut [f64]| {
            let mut point = at.to_vec();
            for (i, slope) in slopes.iter_mut().enumerate() {
                point[i] = at[i] + 1e-5;
                let up = Pareto::at(&point).likelihood(histories);
                point[i] = at[i] - 1e-5;
                *slope = (up - Pareto::at(&point).likelihood(histories)) / 2e-5;
                point[i] = at[i];
            }
        };
        let found = climb(&[&[-0.5, -1.0, -0.5, -1.0], &[0.0, 0.0, 0.5, 0.7]], 1e-12, |at, gradient| {
            slopes(at, gradient);
            Pareto::at(at).likelihood(histories)
        })?;
        let matrix = if found.converged { covariance(&found.at, 1e-3, slopes) } else { None };
        let units = [1.0, scale, 1.0, scale];
        let made = parameters(&["r", "alpha", "s", "beta"], &found, &units, matrix.as_ref(), options.level);
        let [r, alpha, s, beta] = [0, 1, 2, 3].map(|at: usize| made[at].estimate.value);
        return Ok(Fitted {
            kind: Kind::Pareto(Pareto { r, alpha, s, beta }),
            parameters: made,
            value: found.value + back,
            converged: found.converged && matrix.is_some(),
        });
    }
    let modified = options.model == CustomerModel::MbgNbd;
    let found = climb(&[&[-0.7, -1.2, 0.0, 0.7], &[0.5, 0.0, -1.0, 1.5]], 1e-15, |at, gradient| {
        likelihood(histories, modified, at, gradient)
    })?;
    let errors = |at: &[f64], gradient: &mut [f64]| {
        likelihood(histories, modified, at, gradient);
    };
    let matrix = if found.converged { covariance(&found.at, 1e-4, errors) } else { None };
    let made = parameters(
        &["r", "alpha", "a", "b"],
        &found,
        &[1.0, scale, 1.0, 1.0],
        matrix.as_ref(),
        options.level,
    );
    let [r, alpha, a, b] = [0, 1, 2, 3].map(|at: usize| made[at].estimate.value);
    Ok(Fitted {
        kind: Kind::Bg(Bg { r, alpha, a, b, modified }),
        parameters: made,
        value: found.value + back,
        converged: found.converged && matrix.is_some(),
    })
}

/// A fitted model of values.
struct Spent {
    at: Vec<f64>,
    report: CustomerSpend,
    converged: bool,
}

fn fit_spend(data: &Data, values: &[f64], options: &CustomerValueOptions) -> Result<Spent, Issues> {
    let mut pairs: Vec<(f64, f64)> = data
        .rows
        .iter()
        .zip(values)
        .filter(|(row, m)| row.0 > 0.0 && !m.is_nan())
        .map(|(row, m)| (row.0, *m))
        .collect();
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.total_cmp(&b.1)));
    // Values in units of their mean.
    let unit = mean(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    let scaled: Vec<(f64, f64)> = pairs.iter().map(|(x, m)| (*x, m / unit)).collect();
    let found = climb(&[&[1.0, 1.2, -0.5], &[0.0, 0.5, 0.0]], 1e-15, |at, gradient| {
        spend::likelihood(&scaled, at, gradient)
    })?;
    let errors = |at: &[f64], gradient: &mut [f64]| {
        spend::likelihood(&scaled, at, gradient);
    };
    let matrix = if found.converged { covariance(&found.at, 1e-4, errors) } else { None };
    let made = parameters(&["p", "q", "gamma"], &found, &[1.0, 1.0, unit], matrix.as_ref(), options.level);
    let at: Vec<f64> = made.iter().map(|one| one.estimate.value).collect();
    let (x, m): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    Ok(Spent {
        report: CustomerSpend {
            log_likelihood: found.value - count(pairs.len()) * ln(unit),
            customers: pairs.len() as u64,
            mean_value: spend::expected(&at, 0.0, 0.0),
            correlation_with_frequency: correlation(&x, &m),
            parameters: made,
        },
        at,
        converged: found.converged && matrix.is_some(),
    })
}

fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let (a, b) = (mean(x), mean(y));
    let together = sum(x.iter().zip(y).map(|(x, y)| (x - a) * (y - b))) / (count(x.len()) - 1.0);
    Some(together / (variance(x).sqrt() * variance(y).sqrt())).filter(|r| r.is_finite())
}

fn evidence(data: &Data, options: &CustomerValueOptions, fitted: &Fitted, spent: Option<&Spent>) -> Evidence {
    let mut made = Evidence::new(EvidenceGrade::Association)
        .assume(
            "steady-rates",
            "while there, each customer buys at a steady rate: no season, no campaign, no growth",
        )
        .assume("leaving-unseen", "customers leave for good and without notice")
        .assume("rates-independent", "how often somebody buys says nothing about when they leave");
    made.check("converged", fitted.converged, Some(fitted.value), "the likelihood has a clear optimum");
    if !fitted.converged {
        made.cautions.push(Issue::warning(
            "flat-likelihood",
            "columns",
            "several sets of parameters fit alike, the errors of the parameters say too little",
        ));
    }
    let repeated = data.rows.iter().filter(|row| row.0 > 0.0).count();
    if repeated < 100 {
        let message = format!("{repeated} customers bought again, the parameters are rough");
        made.cautions.push(Issue::warning("few-repeat-purchases", place(&options.frequency), message));
    }
    if options.horizon > data.scale {
        let message =
            format!("the horizon {} is longer than the longest history {}", options.horizon, data.scale);
        made.cautions.push(Issue::warning("beyond-the-records", "options/horizon", message));
    }
    if let Some(spent) = spent {
        made = made
            .assume("value-independent", "how much somebody spends says nothing about how often they buy");
        if let Some(r) = spent.report.correlation_with_frequency {
            let fine = r.abs() <= CORRELATED;
            let message = format!("number and value of purchases have a correlation of {r:.2}");
            made.check("value-independent", fine, Some(r), message);
        }
        if !spent.converged {
            made.cautions.push(Issue::warning(
                "flat-likelihood-of-values",
                "columns",
                "several sets of parameters of the values fit alike",
            ));
        }
        if spent.report.mean_value.is_none() {
            made.cautions.push(Issue::warning(
                "no-mean-value",
                "columns",
                "the values spread so much that their mean does not exist for those who bought once",
            ));
        }
    }
    made.cautions.sort_unstable();
    made
}
