//! The catalogue of KPIs of social programs: each with its formula, its denominator and its source.

use serde::{Deserialize, Serialize};

use super::catalogue_data;
use super::options::{IndicatorMeasure, KpiDirection};
use crate::error::nearest;
use crate::{Issue, Issues};

/// What is asked of the catalogue: everything, or what fits all that is given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct KpiCatalogueRequest {
    /// Only these ids; empty: all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// Only those of a goal pack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<GoalPack>,
    /// Only those of a stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<AmecStage>,
}

/// The catalogue, or a part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiCatalogue {
    /// The KPIs, by id.
    pub kpis: Vec<CatalogueKpi>,
    /// The goal packs that name one of them.
    pub packs: Vec<GoalPackKpis>,
}

/// One KPI of the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CatalogueKpi {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it answers.
    pub question: String,
    /// The formula, in roles.
    pub formula: String,
    /// What it is over, in words; absent where nothing is divided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// Unit of the value; money in the currency of the data.
    pub unit: String,
    /// What a ratio or share is stated per.
    pub per: f64,
    /// Whether more or less of it is better.
    pub better: KpiDirection,
    /// What it shows, in the stages of AMEC's framework.
    pub stage: AmecStage,
    /// The roles of columns in the measure, with what they hold.
    pub roles: Vec<CatalogueRole>,
    /// Words of the measure that the data may say otherwise, such as `won`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// What is measured, with roles in place of columns.
    pub measure: IndicatorMeasure,
    /// Whether each unit of the denominator counts at most once in the numerator.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proportion: bool,
    /// Where the definition comes from.
    pub source: String,
}

/// A column that a KPI needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CatalogueRole {
    /// The role: the column's name unless it is mapped.
    pub role: String,
    /// What the column holds.
    pub meaning: String,
}

/// Stages of the AMEC Integrated Evaluation Framework (2016), from what goes in to what changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AmecStage {
    /// Money, people and time that go in.
    Inputs,
    /// What is done.
    Activities,
    /// What reaches people.
    Outputs,
    /// What people do with it at once.
    OutTakes,
    /// What changes in what people know, think or do.
    Outcomes,
    /// What changes for the organization.
    Impact,
}

/// Business goals with KPIs that speak for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalPack {
    /// Winning more of what is tried, sooner and cheaper.
    SalesEfficiency,
    /// From ideas to trials.
    Innovation,
    /// Answering soon.
    Responsiveness,
    /// Being known and liked.
    BrandHealth,
    /// More for the same media money.
    MarketingOptimization,
    /// Money that comes in.
    Revenue,
    /// Doing the work with less.
    OperationalEfficiency,
    /// Customers who are helped and stay.
    CustomerExperience,
}

/// The KPIs of a goal pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GoalPackKpis {
    /// The pack.
    pub pack: GoalPack,
    /// Its name.
    pub name: String,
    /// The goal in a sentence.
    pub goal: String,
    /// Ids of its KPIs, the most telling first.
    pub kpis: Vec<String>,
}

/// The KPIs of social programs, with the goals that they speak for.
///
/// # Errors
/// `unknown-kpi` for each id that is not in the catalogue.
///
/// # Complexity
/// Proportional to the catalogue: some forty entries.
///
/// # Examples
/// ```
/// use paceline::measure::indicator::{GoalPack, KpiCatalogueRequest, kpi_catalogue};
/// let request = KpiCatalogueRequest { pack: Some(GoalPack::SalesEfficiency), ..Default::default() };
/// let sales = kpi_catalogue(&request)?;
/// let close = sales.kpis.iter().find(|kpi| kpi.id == "close-rate").unwrap();
/// assert_eq!(close.denominator.as_deref(), Some("opportunities that are won or lost; open ones are neither"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn kpi_catalogue(request: &KpiCatalogueRequest) -> Result<KpiCatalogue, Issues> {
    let all = catalogue_data::kpis();
    let issues: Vec<Issue> = request
        .ids
        .iter()
        .filter(|id| !all.iter().any(|kpi| kpi.id == **id))
        .map(|id| unknown(id, &format!("ids/{id}"), &all))
        .collect();
    Issues::check(issues)?;
    let packs = catalogue_data::packs();
    let of_pack = |id: &str| {
        request.pack.is_none_or(|wanted| {
            packs.iter().any(|pack| pack.pack == wanted && pack.kpis.iter().any(|kpi| kpi == id))
        })
    };
    let kpis: Vec<CatalogueKpi> = all
        .into_iter()
        .filter(|kpi| request.ids.is_empty() || request.ids.contains(&kpi.id))
        .filter(|kpi| request.stage.is_none_or(|stage| stage == kpi.stage) && of_pack(&kpi.id))
        .collect();
    let packs = packs
        .into_iter()
        .filter(|pack| request.pack.is_none_or(|wanted| wanted == pack.pack))
        .filter(|pack| pack.kpis.iter().any(|id| kpis.iter().any(|kpi| kpi.id == *id)))
        .collect();
    Ok(KpiCatalogue { kpis, packs })
}

/// The fault of an id that is not in the catalogue.
pub(super) fn unknown(id: &str, at: &str, all: &[CatalogueKpi]) -> Issue {
    let issue = Issue::error("unknown-kpi", at, format!("the catalogue has no `{id}`"));
    match nearest(id, all.iter().map(|kpi| kpi.id.as_str())) {
        Some(help) => issue.with_help(help),
        None => issue.with_help("ask for the catalogue without ids to see all"),
    }
}
