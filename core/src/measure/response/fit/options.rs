//! What a response fit is asked, and what is refused before it looks at numbers.

use serde::{Deserialize, Serialize};

use super::super::transform::{Adstock, Saturation};
use crate::Issue;

/// Most channels, and most control columns.
pub(super) const MOST_COLUMNS: usize = 50;
/// Most shapes to choose from for one channel.
pub(super) const MOST_SHAPES: usize = 100;
/// Most rows.
pub(super) const MOST_ROWS: usize = 100_000;
/// Most products of numbers that the search or the draws may take.
pub(super) const MOST_PRODUCTS: f64 = 5e9;

/// A channel whose spend may act on the outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseChannel {
    /// Column of its spend in each period, none below 0; it is the name of the channel.
    pub spend: String,
    /// Carry-overs to choose from: one fixes it, none means that spend acts at once and no longer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adstock: Vec<Adstock>,
    /// Saturations to choose from: one fixes it, none means that effects grow in proportion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saturation: Vec<Saturation>,
}

/// How [`fit_response`](super::fit_response) reads a table and fits it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FitResponseOptions {
    /// Column of the outcome of each period; `outcome` unless said.
    pub outcome: String,
    /// Column of dates that orders the rows; rows are in the order of time if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Channels, from 1 to 50.
    pub channels: Vec<ResponseChannel>,
    /// Columns of what else moves the outcome (prices, holidays, rivals), at most 50.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<String>,
    /// Whether there is a linear trend (row from 0, divided by the season's period); yes unless said.
    pub trend: bool,
    /// Rows of one season, from 2 to 10,000; 52 (weeks of a year) unless said.
    pub season_period: f64,
    /// Pairs of sine and cosine of the season, from 0 (no season) to 25; 1 unless said.
    pub season_terms: u64,
    /// Penalty λ on the squares of the coefficients of standardised columns, from 0 to 10¹²; chosen by prediction if left
    /// out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<f64>,
    /// Whether more spend cannot harm: coefficients of channels are not below 0; yes unless said.
    pub non_negative: bool,
    /// Blocks of the last third of the rows, each predicted from the rows before it, from 1 to 20; 4 unless said.
    pub folds: u64,
    /// Share of the intervals, from 0.5 to 0.999; 0.95 unless said.
    pub level: f64,
    /// Draws of the bootstrap, from 100 to 10,000; 1000 unless said.
    pub draws: u64,
    /// Rows of a block of residuals, from 1 to a third of the rows; the cube root of the rows, taken up, and at least 4
    /// where the rows allow it, if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub block: Option<u64>,
    /// Seed of the draws; 1 unless said.
    pub seed: u64,
}

impl Default for FitResponseOptions {
    fn default() -> Self {
        Self {
            outcome: "outcome".to_owned(),
            time: None,
            channels: Vec::new(),
            controls: Vec::new(),
            trend: true,
            season_period: 52.0,
            season_terms: 1,
            penalty: None,
            non_negative: true,
            folds: 4,
            level: 0.95,
            draws: 1000,
            block: None,
            seed: 1,
        }
    }
}

impl FitResponseOptions {
    /// What is wrong with them for any table.
    pub(super) fn faults(&self) -> Vec<Issue> {
        let mut faults = Vec::new();
        let mut need = |fine: bool, name: &str, message: &str| {
            if !fine {
                faults.push(Issue::error("option-out-of-range", format!("options/{name}"), message));
            }
        };
        need(
            (1..=MOST_COLUMNS).contains(&self.channels.len()),
            "channels",
            "there must be from 1 to 50 channels",
        );
        need(self.controls.len() <= MOST_COLUMNS, "controls", "there can be at most 50 controls");
        need(
            (2.0..=10_000.0).contains(&self.season_period),
            "season_period",
            "the period of the season must lie from 2 to 10,000 rows",
        );
        let terms = self.season_terms <= 25
            && (self.season_terms == 0 || 2.0 * self.season_terms as f64 <= self.season_period);
        need(
            terms,
            "season_terms",
            "the pairs of the season must be at most 25 and at most half of its period",
        );
        need(
            self.penalty.is_none_or(|penalty| (0.0..=1e12).contains(&penalty)),
            "penalty",
            "the penalty must lie from 0 to 10^12",
        );
        need((1..=20).contains(&self.folds), "folds", "there must be from 1 to 20 folds");
        need((0.5..=0.999).contains(&self.level), "level", "the level must lie from 0.5 to 0.999");
        need((100..=10_000).contains(&self.draws), "draws", "there must be from 100 to 10,000 draws");
        for channel in self.channels.iter().take(MOST_COLUMNS) {
            let at = format!("options/channels/{}", channel.spend);
            let shapes = channel.adstock.len().max(1).saturating_mul(channel.saturation.len().max(1));
            if shapes > MOST_SHAPES {
                let message = format!("`{}` has {shapes} shapes to choose from, at most 100", channel.spend);
                faults.push(Issue::error("option-out-of-range", at, message));
                continue;
            }
            faults.extend(channel.adstock.iter().filter_map(|adstock| adstock.check(&at)));
            faults.extend(channel.saturation.iter().filter_map(|saturation| saturation.check(&at)));
        }
        let mut names: Vec<&str> = self
            .channels
            .iter()
            .map(|channel| channel.spend.as_str())
            .chain(self.controls.iter().map(String::as_str))
            .chain([self.outcome.as_str()])
            .chain(self.time.as_deref())
            .collect();
        names.sort_unstable();
        names.dedup_by(|a, b| {
            let same = a == b;
            if same {
                let message = format!("column `{a}` is used twice");
                faults.push(Issue::error("repeated-column", format!("options/{a}"), message));
            }
            same
        });
        faults
    }
}
