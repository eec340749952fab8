//! The entries of the catalogue.

mod business;
mod public;

use super::catalogue::{AmecStage, CatalogueKpi, CatalogueRole, GoalPack, GoalPackKpis};
use super::options::{
    DurationSummary, FilterValue, IndicatorMeasure, IndicatorTerm, KpiDirection, RowFilter, SpanUnit,
};
use crate::sort::Arrange;

/// Engagement and cost rates as the industry counts them.
const STANDARDS: &str = "Conclave on Social Media Measurement Standards (2013)";
const KAUSHIK: &str =
    "Kaushik, Best Social Media Metrics: Conversation, Amplification, Applause, Economic Value (2011)";
const METRICS: &str = "Farris, Bendle, Pfeifer and Reibstein, Marketing Metrics (2020)";
const AMEC: &str = "AMEC, Integrated Evaluation Framework (2016)";
const SERVICE: &str = "common practice of service desks; open items by Kaplan and Meier (1958)";
const FLOW: &str = "Anderson, Kanban (2010); open items by Kaplan and Meier (1958)";

/// What divides a measure.
type Over<'a> = Option<&'a str>;

/// An entry with what every entry needs.
#[expect(clippy::too_many_arguments, reason = "the columns of the table below")]
fn kpi(
    id: &str,
    name: &str,
    question: &str,
    over: Over<'_>,
    (unit, per): (&str, f64),
    better: KpiDirection,
    stage: AmecStage,
    measure: IndicatorMeasure,
    roles: &[(&str, &str)],
    source: &str,
) -> CatalogueKpi {
    CatalogueKpi {
        id: id.to_owned(),
        name: name.to_owned(),
        question: question.to_owned(),
        formula: super::resolve::formula(&measure, per),
        denominator: over.map(str::to_owned),
        unit: unit.to_owned(),
        per,
        better,
        stage,
        roles: roles
            .iter()
            .map(|(role, meaning)| CatalogueRole { role: (*role).to_owned(), meaning: (*meaning).to_owned() })
            .collect(),
        words: Vec::new(),
        measure,
        proportion: false,
        source: source.to_owned(),
    }
}

impl CatalogueKpi {
    fn proportion(mut self) -> Self {
        self.proportion = true;
        self
    }

    fn words(mut self, words: &[&str]) -> Self {
        self.words = words.iter().map(|word| (*word).to_owned()).collect();
        self
    }
}

fn sum(column: &str) -> IndicatorMeasure {
    IndicatorMeasure::Sum { terms: vec![IndicatorTerm::sum(column)] }
}

fn rows_with(filter: RowFilter) -> IndicatorTerm {
    IndicatorTerm::rows().with_filter(filter)
}

fn at_least(column: &str, value: f64) -> RowFilter {
    RowFilter::AtLeast { column: column.to_owned(), value: FilterValue::Number(value) }
}

fn below(column: &str, value: f64) -> RowFilter {
    RowFilter::Below { column: column.to_owned(), value: FilterValue::Number(value) }
}

fn present(column: &str) -> RowFilter {
    RowFilter::Present { column: column.to_owned() }
}

fn ratio(upper: Vec<IndicatorTerm>, lower: Vec<IndicatorTerm>) -> IndicatorMeasure {
    IndicatorMeasure::Ratio { numerator: upper, denominator: lower }
}

fn of(upper: &str, lower: &str) -> IndicatorMeasure {
    ratio(vec![IndicatorTerm::sum(upper)], vec![IndicatorTerm::sum(lower)])
}

fn per_row(upper: &str) -> IndicatorMeasure {
    ratio(vec![IndicatorTerm::sum(upper)], vec![IndicatorTerm::rows()])
}

fn span(start: &str, end: &str, summary: DurationSummary, unit: SpanUnit) -> IndicatorMeasure {
    IndicatorMeasure::Duration { start: start.to_owned(), end: end.to_owned(), summary, unit }
}

const MEDIAN: DurationSummary = DurationSummary::Quantile { p: 0.5 };
const P90: DurationSummary = DurationSummary::Quantile { p: 0.9 };
const PERCENT: (&str, f64) = ("%", 100.0);

/// Every entry, by id.
pub(super) fn kpis() -> Vec<CatalogueKpi> {
    let mut all = public::attention();
    all.extend(public::marketing());
    all.extend(business::sales());
    all.extend(business::service());
    all.extend(business::work());
    all.arrange_by(|a, b| a.id.cmp(&b.id));
    all
}

/// The goal packs.
pub(super) fn packs() -> Vec<GoalPackKpis> {
    let pack = |pack, name: &str, goal: &str, kpis: &[&str]| GoalPackKpis {
        pack,
        name: name.to_owned(),
        goal: goal.to_owned(),
        kpis: kpis.iter().map(|id| (*id).to_owned()).collect(),
    };
    vec![
        pack(
            GoalPack::SalesEfficiency,
            "Sales efficiency",
            "win more of what is tried, sooner and cheaper",
            &[
                "close-rate",
                "sales-cycle-time",
                "lead-to-opportunity-rate",
                "average-deal-size",
                "customer-acquisition-cost",
            ],
        ),
        pack(
            GoalPack::Innovation,
            "Innovation",
            "bring more ideas to trial, sooner",
            &["idea-to-trial-time", "ideas-in-trial-within-limit", "ideas"],
        ),
        pack(
            GoalPack::Responsiveness,
            "Responsiveness",
            "answer and solve within the promised time",
            &[
                "first-response-within-limit",
                "first-response-time",
                "first-response-time-p90",
                "resolution-within-limit",
                "resolution-time",
                "resolution-time-p90",
            ],
        ),
        pack(
            GoalPack::BrandHealth,
            "Brand health",
            "be talked about more, and better",
            &[
                "share-of-voice",
                "net-sentiment",
                "engagement-rate-by-reach",
                "amplification",
                "applause",
                "conversation",
                "follower-growth",
                "reach",
            ],
        ),
        pack(
            GoalPack::MarketingOptimization,
            "Marketing optimization",
            "get more for the same media money",
            &[
                "return-on-ad-spend",
                "cost-per-lead",
                "conversion-rate",
                "click-through-rate",
                "cost-per-click",
                "cost-per-mille",
                "cost-per-engagement",
                "engagement-rate-by-impressions",
                "engagement-rate-by-views",
                "engagement-rate-by-followers",
                "impressions",
            ],
        ),
        pack(
            GoalPack::Revenue,
            "Revenue",
            "bring in more money than it costs",
            &[
                "revenue",
                "return-on-investment",
                "customer-lifetime-value",
                "leads",
                "average-deal-size",
                "customer-acquisition-cost",
            ],
        ),
        pack(
            GoalPack::OperationalEfficiency,
            "Operational efficiency",
            "do the work sooner and with less",
            &["cycle-time", "cycle-time-p90", "throughput", "effort-per-item", "deflection-rate"],
        ),
        pack(
            GoalPack::CustomerExperience,
            "Customer experience",
            "help customers so that they stay and recommend",
            &[
                "customer-satisfaction",
                "net-promoter-score",
                "first-contact-resolution",
                "resolution-time",
                "first-response-time",
                "net-sentiment",
            ],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_in_a_pack_and_every_pack_names_entries() {
        let all = kpis();
        for (before, after) in all.iter().zip(all.iter().skip(1)) {
            assert!(before.id < after.id, "{}", after.id);
        }
        for kpi in &all {
            assert!(packs().iter().any(|pack| pack.kpis.contains(&kpi.id)), "{} is in no pack", kpi.id);
            assert!(!kpi.question.is_empty() && kpi.question.ends_with('?'));
        }
        for id in packs().iter().flat_map(|pack| &pack.kpis) {
            assert!(all.iter().any(|kpi| kpi.id == *id), "{id}");
        }
    }

    #[test]
    fn roles_and_words_are_those_of_the_measure() {
        for kpi in kpis() {
            let text = serde_json::to_string(&kpi.measure).unwrap();
            for role in &kpi.roles {
                assert!(text.contains(&format!("\"{}\"", role.role)), "{} {}", kpi.id, role.role);
            }
            for word in &kpi.words {
                assert!(text.contains(&format!("\"{word}\"")), "{} {word}", kpi.id);
            }
        }
    }
}
