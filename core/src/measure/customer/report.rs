//! What customers are worth.

use serde::{Deserialize, Serialize};

use super::options::CustomerModel;
use crate::measure::{Evidence, IntervalEstimate};

/// A model of customers and what it expects of each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerValueReport {
    /// How much it proves.
    pub evidence: Evidence,
    /// The model of purchases.
    pub model: CustomerModel,
    /// Its parameters: r, alpha, a, b (BG/NBD and MBG/NBD) or r, alpha, s, beta (Pareto/NBD).
    pub parameters: Vec<CustomerParameter>,
    /// Logarithm of the likelihood, without constants of the data.
    pub log_likelihood: f64,
    /// Purchases that a new customer is expected to make within the horizon.
    pub new_customer_purchases: f64,
    /// The model of values, where values are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spend: Option<CustomerSpend>,
    /// The customers, in the order of the rows.
    pub customers: Vec<CustomerValue>,
    /// Purchases expected of all of them within the horizon.
    pub total_purchases: f64,
    /// Discounted value of all of them within the horizon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_value: Option<f64>,
}

/// A parameter of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerParameter {
    /// Its name.
    pub name: String,
    /// Its value; without error and interval where the likelihood is too flat for them.
    pub estimate: IntervalEstimate,
}

/// The Gamma-Gamma model of values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerSpend {
    /// Its parameters: p, q, gamma.
    pub parameters: Vec<CustomerParameter>,
    /// Logarithm of the likelihood.
    pub log_likelihood: f64,
    /// Customers with repeat purchases and a value.
    pub customers: u64,
    /// Mean value of a purchase over all customers, p γ ÷ (q − 1); nothing if q is not above 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_value: Option<f64>,
    /// Correlation of number and value of purchases, which should be near zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correlation_with_frequency: Option<f64>,
}

/// What is expected of a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerValue {
    /// The customer.
    pub customer: String,
    /// Probability that they are still there, 0 to 1.
    pub probability_alive: f64,
    /// Purchases expected within the horizon.
    pub expected_purchases: f64,
    /// Value expected of a purchase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_value: Option<f64>,
    /// Discounted value within the horizon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifetime_value: Option<f64>,
}
