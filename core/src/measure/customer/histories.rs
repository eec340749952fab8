//! From orders to what the models take: how often, how recently, since when, for how much.

use serde::{Deserialize, Serialize};

use crate::measure::Table;
use crate::quantity::When;
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

const DAY: i64 = 86_400;

/// Where [`customer_histories`] finds what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CustomerHistoriesOptions {
    /// Column with the name of the customer. Default `customer`.
    pub customer: String,
    /// Column with the date of the order. Default `time`.
    pub time: String,
    /// Column with the value of the order. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Last day of the records; what comes after it is left out. Default: the last date in the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<When>,
    /// Unit of the times. Default weeks.
    pub unit: HistoryUnit,
}

impl Default for CustomerHistoriesOptions {
    fn default() -> Self {
        Self {
            customer: "customer".to_owned(),
            time: "time".to_owned(),
            value: None,
            end: None,
            unit: HistoryUnit::default(),
        }
    }
}

/// Unit of the times of a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HistoryUnit {
    /// Days.
    Day,
    /// Weeks: days ÷ 7, not rounded.
    #[default]
    Week,
}

/// One row for each customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerHistories {
    /// Last day of the records.
    pub end: String,
    /// Unit of `recency` and `age`.
    pub unit: HistoryUnit,
    /// Columns `customer`, `first` and `last` (dates of the first and the last order), `frequency`, `recency`, `age` and, where
    /// orders have values, `value`: what [`customer_value`](super::customer_value) takes. By name of the customer.
    pub table: Table,
    /// Orders counted. Those of a customer on one day are one purchase.
    pub orders: u64,
    /// Orders after the last day, which were left out.
    pub later: u64,
    /// Orders without customer or date, which were left out.
    pub incomplete: u64,
}

/// Counts for each customer the days with orders after the first (frequency), the time from the first to the last
/// (recency), from the first to the end of the records (age), and the mean value of a day after the first.
///
/// Orders of a customer on the same day are one purchase, their values are added: days decide, whatever the unit, as
/// in the published data of Fader and Hardie. A customer without repeat purchases has no value.
///
/// # Errors
/// `unknown-column`, `column-not-dates`, `column-not-numbers`, `missing-values` (an order without value among orders
/// with values), `no-orders` where all are left out, `empty-table`.
///
/// # Complexity
/// O(n log n) for n orders.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::customer::{CustomerHistoriesOptions, customer_histories};
/// let orders: Table = serde_json::from_str(
///     r#"{ "customer": ["ann", "bob", "ann", "ann"],
///          "time": ["2026-01-05", "2026-01-12", "2026-01-19", "2026-02-02"] }"#,
/// )?;
/// let found = customer_histories(&orders, &CustomerHistoriesOptions::default())?;
/// let columns = serde_json::to_value(&found.table)?;
/// assert_eq!(columns["frequency"], serde_json::json!([2.0, 0.0]));
/// assert_eq!(columns["age"], serde_json::json!([4.0, 3.0]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn customer_histories(
    table: &Table,
    options: &CustomerHistoriesOptions,
) -> Result<CustomerHistories, Issues> {
    let mut reader = table.reader();
    let customers = reader.groups(&options.customer);
    let times = reader.times(&options.time);
    let values = options.value.as_deref().and_then(|name| reader.complete_numbers(name));
    reader.done()?;
    let (Some(customers), Some(times)) = (customers, times) else { return Err(no_orders()) };
    let customers = customers.sorted();
    let known = times.iter().filter(|time| **time != Table::NO_TIME).map(|time| time.div_euclid(DAY));
    let end = match options.end {
        Some(end) => end.start().and_utc().timestamp().div_euclid(DAY),
        None => known.max().ok_or_else(no_orders)?,
    };
    let (mut later, mut incomplete) = (0, 0);
    // Customer, day, value.
    let mut orders: Vec<(u32, i64, f64)> = Vec::with_capacity(times.len());
    for (row, time) in times.iter().enumerate() {
        let customer = customers.codes[row];
        if customer as usize >= customers.values.len() || *time == Table::NO_TIME {
            incomplete += 1;
        } else if time.div_euclid(DAY) > end {
            later += 1;
        } else {
            orders.push((customer, time.div_euclid(DAY), values.map_or(0.0, |values| values[row])));
        }
    }
    if orders.is_empty() {
        return Err(no_orders());
    }
    // The order of the rows says nothing: values are added in one order.
    orders.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then_with(|| a.2.total_cmp(&b.2)));
    let mut found = Columns::default();
    let unit = match options.unit {
        HistoryUnit::Day => 1.0,
        HistoryUnit::Week => 7.0,
    };
    for one in orders.chunk_by(|a, b| a.0 == b.0) {
        let days: Vec<&[(u32, i64, f64)]> = one.chunk_by(|a, b| a.1 == b.1).collect();
        let (first, last) = (one[0].1, one[one.len() - 1].1);
        let repeats = days.len() - 1;
        found.customers.push(&customers.values[one[0].0 as usize]);
        found.first.push(first * DAY);
        found.last.push(last * DAY);
        found.frequency.push(count(repeats));
        found.recency.push(difference(first, last) / unit);
        found.age.push(difference(first, end) / unit);
        let later = days.iter().skip(1).flat_map(|day| day.iter().map(|order| order.2));
        found.value.push((repeats > 0).then(|| sum(later) / count(repeats)));
    }
    let mut made = Table::new()
        .with_texts("customer", found.customers)?
        .with_times("first", found.first)?
        .with_times("last", found.last)?
        .with_numbers("frequency", found.frequency)?
        .with_numbers("recency", found.recency)?
        .with_numbers("age", found.age)?;
    if values.is_some() {
        made = made.with_numbers("value", found.value)?;
    }
    Ok(CustomerHistories {
        end: crate::measure::table::written(end * DAY).unwrap_or_default(),
        unit: options.unit,
        table: made,
        orders: orders.len() as u64,
        later,
        incomplete,
    })
}

#[derive(Default)]
struct Columns<'a> {
    customers: Vec<&'a str>,
    first: Vec<i64>,
    last: Vec<i64>,
    frequency: Vec<f64>,
    recency: Vec<f64>,
    age: Vec<f64>,
    value: Vec<Option<f64>>,
}

/// Days from one to another, the second not the earlier.
fn difference(from: i64, to: i64) -> f64 {
    count(usize::try_from(to - from).unwrap_or(0))
}

fn no_orders() -> Issues {
    Issue::error("no-orders", "columns", "no order has a customer and a date up to the end of the records")
        .into()
}
