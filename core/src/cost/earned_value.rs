//! Earned value, by item and in total, and what the whole will cost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::quantity::Money;
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Largest amount, and largest sum of amounts, in hundredths: two of them still make an amount.
const MAX_CENTS: i64 = 4_000_000_000_000_000;
/// Largest forecast, in hundredths.
const MAX_FORECAST: i64 = 9_000_000_000_000_000;
/// Shares are read to the billionth.
const BILLION: i64 = 1_000_000_000;

/// A piece of work with a budget: a task, a work package, a contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedValueItem {
    /// Its id.
    pub item: String,
    /// Its budget in the baseline: never the present estimate, which would hide every overrun.
    pub budget: Money,
    /// Share of the work planned to be done by now, 0 to 1.
    pub planned: f64,
    /// Share of the work done by now, 0 to 1.
    pub earned: f64,
    /// What the work done has cost.
    pub actual_cost: Money,
    /// A fresh estimate of what the rest will cost, where somebody made one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate_to_complete: Option<Money>,
}

/// How the rest is assumed to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ForecastMethod {
    /// As dear as so far: ETC = (BAC − EV) ÷ CPI, so EAC = BAC ÷ CPI.
    #[default]
    Cpi,
    /// As budgeted, the past being an accident: ETC = BAC − EV.
    Budget,
    /// As dear and as late as so far: ETC = (BAC − EV) ÷ (CPI × SPI).
    CpiSpi,
    /// As estimated anew: ETC = Σ of the items' estimates to complete.
    BottomUp,
}

/// Earned value by item and in total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedValueReport {
    /// The forecast used for `eac`, `etc`, `vac` and `tcpi_eac`.
    pub method: ForecastMethod,
    /// All items together.
    pub total: EarnedValue,
    /// The items, by id.
    pub items: Vec<EarnedValueLine>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Issue>,
}

/// Earned value of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedValueLine {
    /// The item.
    pub item: String,
    /// Its figures from its own budget, progress and cost. Its `eac` does not add up to the total's
    /// where the method divides by an index, because the items' indices differ.
    pub value: EarnedValue,
    /// Its part of the total EAC: its actual cost and its part of the total ETC, shared out by the work
    /// that remains (bottom-up: its own estimate). Parts add up to the total to the hundredth. Absent
    /// where the total has no EAC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Money>,
}

/// The figures of earned value management, under their usual abbreviations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedValue {
    /// Budget at completion.
    pub bac: Money,
    /// Planned value: budget of the work planned to be done by now.
    pub pv: Money,
    /// Earned value: budget of the work done by now.
    pub ev: Money,
    /// Actual cost.
    pub ac: Money,
    /// Schedule variance EV − PV: negative when behind.
    pub sv: Money,
    /// Cost variance EV − AC: negative when over budget.
    pub cv: Money,
    /// Schedule performance index EV ÷ PV; absent while nothing is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spi: Option<f64>,
    /// Cost performance index EV ÷ AC; absent while nothing is spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpi: Option<f64>,
    /// Critical ratio CPI × SPI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub critical_ratio: Option<f64>,
    /// SV ÷ PV.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sv_share: Option<f64>,
    /// CV ÷ EV.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cv_share: Option<f64>,
    /// Share of the budget earned, EV ÷ BAC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete_share: Option<f64>,
    /// Share of the budget spent, AC ÷ BAC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent_share: Option<f64>,
    /// Estimate at completion by the method asked for: AC + ETC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eac: Option<Money>,
    /// Estimate to complete by the method asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etc: Option<Money>,
    /// Variance at completion BAC − EAC: negative when it will cost more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vac: Option<Money>,
    /// How cheaply the rest must go to stay in the budget: (BAC − EV) ÷ (BAC − AC); negative when the
    /// budget is spent before the work is done, absent when it is spent to the last hundredth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tcpi_bac: Option<f64>,
    /// How cheaply the rest must go to meet the forecast: (BAC − EV) ÷ (EAC − AC), the EAC unrounded;
    /// absent when nothing remains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tcpi_eac: Option<f64>,
    /// The estimate at completion by every method.
    pub forecasts: Forecasts,
}

/// The estimate at completion by every method of [`ForecastMethod`]; absent above 9 × 10¹³ units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Forecasts {
    /// AC + (BAC − EV) ÷ CPI; absent while nothing is earned or spent, unless nothing remains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpi: Option<Money>,
    /// AC + BAC − EV.
    pub budget: Money,
    /// AC + (BAC − EV) ÷ (CPI × SPI); absent while nothing is earned, spent or planned, unless nothing
    /// remains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpi_spi: Option<Money>,
    /// AC + the estimates to complete; absent unless every unfinished item has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bottom_up: Option<Money>,
}

/// Earned value of some items, and of all of them together.
///
/// Planned and earned value are budget × share, the share read to the billionth and the product
/// rounded to the hundredth, half away from zero; totals are sums of the items. Indices and forecasts
/// of the total come from the sums, never from a mean of the items' indices.
///
/// # Errors
/// `invalid-id`, `duplicate-id`, `negative-amount`, `amount-out-of-range` (an amount or a total above
/// 4 × 10¹³ units) and `share-out-of-range`, all at once, at `items/<item>/...`.
///
/// # Complexity
/// O(n log n) in the number of items.
///
/// # Examples
/// ```
/// use paceline::cost::{EarnedValueItem, ForecastMethod, earned_value};
/// let items: Vec<EarnedValueItem> = serde_json::from_str(
///     r#"[{ "item": "film", "budget": 42000, "planned": 0.8, "earned": 0.6, "actual_cost": 33600 },
///         { "item": "media", "budget": 60000, "planned": 0.3, "earned": 0.3, "actual_cost": 17500 }]"#,
/// )?;
/// let report = earned_value(&items, ForecastMethod::Cpi)?;
/// assert_eq!(report.total.ev.to_string(), "43,200.00");
/// assert_eq!(report.total.cv.to_string(), "-7,900.00");
/// assert_eq!(report.total.eac.map(|m| m.to_string()).as_deref(), Some("120,652.78"));
/// assert_eq!(report.items.iter().filter_map(|line| line.forecast).sum::<paceline::quantity::Money>(),
///     report.total.eac.unwrap());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// PMI, *Practice Standard for Earned Value Management*, 2nd edition (2011); EIA-748-D.
pub fn earned_value(items: &[EarnedValueItem], method: ForecastMethod) -> Result<EarnedValueReport, Issues> {
    check(items)?;
    let mut sorted: Vec<&EarnedValueItem> = items.iter().collect();
    sorted.arrange_by(|a, b| a.item.cmp(&b.item));
    let parts: Vec<(&str, Basis)> =
        sorted.into_iter().map(|item| (item.item.as_str(), Basis::of(item))).collect();
    let basis = Basis::sum(parts.iter().map(|(_, basis)| *basis));
    let total = basis.value(method);
    let forecasts = shared_out(&parts, method, total.etc);
    let lines = parts.iter().zip(forecasts).map(|((item, basis), forecast)| EarnedValueLine {
        item: (*item).to_owned(),
        value: basis.value(method),
        forecast,
    });
    let items: Vec<EarnedValueLine> = lines.collect();
    let cautions = cautions(&items, &total);
    Ok(EarnedValueReport { method, total, items, cautions })
}

/// What every figure is computed from.
#[derive(Debug, Clone, Copy, Default)]
struct Basis {
    bac: Money,
    pv: Money,
    ev: Money,
    ac: Money,
    /// Estimate to complete; `None` if unfinished work has none.
    estimate: Option<Money>,
}

impl Basis {
    fn of(item: &EarnedValueItem) -> Self {
        let share = |share: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "checked to be from 0 to 1")]
            let billionths = (share * 1e9).round() as i64;
            item.budget.times(billionths, BILLION)
        };
        let (pv, ev) = (share(item.planned), share(item.earned));
        let done = item.earned == 1.0;
        let estimate = item.estimate_to_complete.or_else(|| done.then_some(Money::ZERO));
        Self { bac: item.budget, pv, ev, ac: item.actual_cost, estimate }
    }

    fn sum(parts: impl Iterator<Item = Self>) -> Self {
        let none = Self { estimate: Some(Money::ZERO), ..Self::default() };
        parts.fold(none, |sum, part| Self {
            bac: sum.bac + part.bac,
            pv: sum.pv + part.pv,
            ev: sum.ev + part.ev,
            ac: sum.ac + part.ac,
            estimate: sum.estimate.zip(part.estimate).map(|(a, b)| a + b),
        })
    }

    /// The work that remains, at its budget.
    fn left(&self) -> Money {
        self.bac - self.ev
    }

    /// The estimate to complete, rounded and as a decimal number; `None` if it cannot be told or the whole
    /// would cost more than an amount can say.
    fn remaining(&self, method: ForecastMethod) -> Option<(Money, f64)> {
        self.remaining_unlimited(method).filter(|(etc, _)| self.ac + *etc <= Money::cents(MAX_FORECAST))
    }

    fn remaining_unlimited(&self, method: ForecastMethod) -> Option<(Money, f64)> {
        let (left, ev, ac, pv) = (self.left(), self.ev.as_cents(), self.ac.as_cents(), self.pv.as_cents());
        let exact = |money: Money| Some((money, money.to_decimal()));
        if left == Money::ZERO && method != ForecastMethod::BottomUp {
            return exact(Money::ZERO);
        }
        let (cpi, spi) = (ratio(self.ev, self.ac), ratio(self.ev, self.pv));
        match method {
            ForecastMethod::Budget => exact(left),
            ForecastMethod::BottomUp => exact(self.estimate?),
            ForecastMethod::Cpi => {
                let index = cpi.filter(|cpi| *cpi > 0.0)?;
                Some((left.times(ac, ev), left.to_decimal() / index))
            }
            ForecastMethod::CpiSpi => {
                let index = cpi.zip(spi).map(|(cpi, spi)| cpi * spi).filter(|index| *index > 0.0)?;
                let estimate = left.to_decimal() / index;
                Some((times_twice(left, (ac, ev), (pv, ev), estimate), estimate))
            }
        }
    }

    fn at_completion(&self, method: ForecastMethod) -> Option<Money> {
        self.remaining(method).map(|(etc, _)| self.ac + etc)
    }

    fn value(&self, method: ForecastMethod) -> EarnedValue {
        let Self { bac, pv, ev, ac, .. } = *self;
        let (sv, cv) = (ev - pv, ev - ac);
        let (spi, cpi) = (ratio(ev, pv), ratio(ev, ac));
        let etc = self.remaining(method);
        let eac = etc.map(|(etc, _)| ac + etc);
        EarnedValue {
            bac,
            pv,
            ev,
            ac,
            sv,
            cv,
            spi,
            cpi,
            critical_ratio: cpi.zip(spi).map(|(cpi, spi)| cpi * spi),
            sv_share: ratio(sv, pv),
            cv_share: ratio(cv, ev),
            complete_share: ratio(ev, bac),
            spent_share: ratio(ac, bac),
            eac,
            etc: etc.map(|(etc, _)| etc),
            vac: eac.map(|eac| bac - eac),
            tcpi_bac: ratio(self.left(), bac - ac),
            tcpi_eac: etc.filter(|(_, etc)| *etc != 0.0).map(|(_, etc)| self.left().to_decimal() / etc),
            forecasts: Forecasts {
                cpi: self.at_completion(ForecastMethod::Cpi),
                budget: ac + self.left(),
                cpi_spi: self.at_completion(ForecastMethod::CpiSpi),
                bottom_up: self.at_completion(ForecastMethod::BottomUp),
            },
        }
    }
}

/// A quotient of two amounts; `None` if the divisor is 0.
fn ratio(upper: Money, lower: Money) -> Option<f64> {
    // Adding 0 turns -0 into 0.
    (lower != Money::ZERO).then(|| upper.to_decimal() / lower.to_decimal() + 0.0)
}

/// `money × a ÷ b × c ÷ d` in one rounding, exactly where 128 bits suffice, else the nearest hundredth
/// of `nearly`.
fn times_twice(money: Money, (a, b): (i64, i64), (c, d): (i64, i64), nearly: f64) -> Money {
    let ((a, b), (c, d)) = (reduced(a, b), reduced(c, d));
    let numerator = a.checked_mul(c).and_then(|n| n.checked_mul(i128::from(money.as_cents())));
    let exact = numerator.zip(b.checked_mul(d)).and_then(|(n, d)| {
        let rounded =
            n.checked_mul(2)?.checked_add(d.checked_mul(n.signum())?)?.checked_div(d.checked_mul(2)?)?;
        i64::try_from(rounded).ok()
    });
    #[expect(clippy::cast_possible_truncation, reason = "saturates")]
    Money::cents(exact.unwrap_or((nearly * 100.0).round() as i64))
}

fn reduced(numerator: i64, denominator: i64) -> (i128, i128) {
    let (mut a, mut b) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = i128::from(a.max(1));
    (i128::from(numerator) / divisor, i128::from(denominator) / divisor)
}

/// Every item's part of the total forecast: the ETC shared out by the work that remains, largest
/// remainders first, so that the parts add up exactly.
fn shared_out(parts: &[(&str, Basis)], method: ForecastMethod, etc: Option<Money>) -> Vec<Option<Money>> {
    let Some(etc) = etc else { return vec![None; parts.len()] };
    if method == ForecastMethod::BottomUp {
        return parts.iter().map(|(_, basis)| Some(basis.ac + basis.estimate?)).collect();
    }
    let whole: i128 = parts.iter().map(|(_, basis)| i128::from(basis.left().as_cents())).sum();
    let etc = i128::from(etc.as_cents());
    let mut shares: Vec<(i128, i128, usize)> = Vec::with_capacity(parts.len());
    for (index, (_, basis)) in parts.iter().enumerate() {
        let product = etc * i128::from(basis.left().as_cents());
        let share = product.checked_div(whole).unwrap_or(0);
        shares.push((share, product - share * whole, index));
    }
    let mut over = etc - shares.iter().map(|(share, ..)| share).sum::<i128>();
    shares.arrange_by(|a, b| b.1.cmp(&a.1).then(a.2.cmp(&b.2)));
    for (share, remainder, _) in &mut shares {
        if over > 0 && *remainder > 0 {
            *share += 1;
            over -= 1;
        }
    }
    shares.arrange_by_key(|(.., index)| *index);
    let money = |cents: i128| Money::cents(i64::try_from(cents).unwrap_or(i64::MAX));
    parts.iter().zip(shares).map(|((_, basis), (share, ..))| Some(basis.ac + money(share))).collect()
}

fn cautions(items: &[EarnedValueLine], total: &EarnedValue) -> Vec<Issue> {
    let mut issues = Vec::new();
    let lines = items.iter().map(|line| (format!("items/{}", line.item), &line.value));
    for (at, value) in lines.chain(std::iter::once(("total".to_owned(), total))) {
        if value.ac > Money::ZERO && value.ev == Money::ZERO {
            let message = format!("`{}` is spent and nothing is earned", value.ac);
            issues.push(Issue::warning("spent-without-earning", &at, message));
        }
        if value.ac >= value.bac && value.ev < value.bac {
            let message = format!("the budget of `{}` is spent and work remains", value.bac);
            issues.push(Issue::warning("budget-exhausted", &at, message));
        }
    }
    Issues::new(issues).into_vec()
}

fn check(items: &[EarnedValueItem]) -> Result<(), Issues> {
    let mut issues = Vec::new();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        *ids.entry(&item.item).or_insert(0) += 1;
        check_item(item, &mut issues);
    }
    for (id, count) in ids {
        if count > 1 {
            let message = format!("{count} items have the id `{id}`");
            issues.push(Issue::error("duplicate-id", format!("items/{id}"), message));
        }
    }
    let estimate = |item: &EarnedValueItem| item.estimate_to_complete.unwrap_or_default();
    for (name, total) in [
        ("budget", sum(items, |item| item.budget)),
        ("actual_cost", sum(items, |item| item.actual_cost)),
        ("estimate_to_complete", sum(items, estimate)),
    ] {
        if total > i128::from(MAX_CENTS) {
            let message = format!("all `{name}` together are above 4e13");
            issues.push(Issue::error("amount-out-of-range", "items", message));
        }
    }
    Issues::check(issues).map(|_| ())
}

fn sum(items: &[EarnedValueItem], amount: impl Fn(&EarnedValueItem) -> Money) -> i128 {
    items.iter().map(|item| i128::from(amount(item).as_cents())).sum()
}

fn check_item(item: &EarnedValueItem, issues: &mut Vec<Issue>) {
    let at = format!("items/{}", item.item);
    if item.item.is_empty() || item.item.chars().count() > 200 {
        issues.push(Issue::error("invalid-id", &at, "an id has 1 to 200 characters"));
    }
    let amounts = [
        ("budget", Some(item.budget)),
        ("actual_cost", Some(item.actual_cost)),
        ("estimate_to_complete", item.estimate_to_complete),
    ];
    for (name, amount) in amounts.into_iter().filter_map(|(name, amount)| Some((name, amount?))) {
        let code = if amount < Money::ZERO {
            "negative-amount"
        } else if amount > Money::cents(MAX_CENTS) {
            "amount-out-of-range"
        } else {
            continue;
        };
        let message = format!("`{amount}` is not an amount from 0 to 4e13");
        issues.push(Issue::error(code, format!("{at}/{name}"), message));
    }
    for (name, share) in [("planned", item.planned), ("earned", item.earned)] {
        if !(0.0..=1.0).contains(&share) {
            let message = format!("`{share}` is not a share from 0 to 1");
            issues.push(
                Issue::error("share-out-of-range", format!("{at}/{name}"), message)
                    .with_help("write 0.6 for 60 %"),
            );
        }
    }
}
