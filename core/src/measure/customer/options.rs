//! What is asked about customers.

use serde::{Deserialize, Serialize};

/// Where [`customer_value`](super::customer_value) finds what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CustomerValueOptions {
    /// Column with the name of the customer. Default: the number of the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Column with the number of purchases after the first: whole, 0 or more. Default `frequency`.
    pub frequency: String,
    /// Column with the time from the first to the last purchase, 0 for those who bought once. Default `recency`.
    pub recency: String,
    /// Column with the time from the first purchase to the end of the records, in the same unit. Default `age`.
    pub age: String,
    /// Column with the mean value of the repeat purchases, for the Gamma-Gamma model. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Model of purchases. Default BG/NBD.
    pub model: CustomerModel,
    /// Time ahead, in the unit of the ages, above 0 and up to 100 times the largest age. Default 52.
    pub horizon: f64,
    /// Equal periods that the horizon is discounted by, 1 to 1,000. Default 12.
    pub periods: u64,
    /// Discount of a period, 0 to 10: 0.01 is 1%. Default 0.
    pub discount: f64,
    /// Share of a value that is profit, 0 to 1. Default 1.
    pub margin: f64,
    /// Level of the intervals, 0.5 to 0.999. Default 0.95.
    pub level: f64,
}

impl Default for CustomerValueOptions {
    fn default() -> Self {
        Self {
            customer: None,
            frequency: "frequency".to_owned(),
            recency: "recency".to_owned(),
            age: "age".to_owned(),
            value: None,
            model: CustomerModel::BgNbd,
            horizon: 52.0,
            periods: 12,
            discount: 0.0,
            margin: 1.0,
            level: 0.95,
        }
    }
}

/// A model of purchases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CustomerModel {
    /// Beta-geometric and negative binomial.
    #[default]
    BgNbd,
    /// The same, where customers may leave right after the first purchase.
    MbgNbd,
    /// Pareto and negative binomial.
    ParetoNbd,
}
