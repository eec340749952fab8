//! Attention and marketing.

use super::super::catalogue::AmecStage::{Impact, OutTakes, Outcomes, Outputs};
use super::super::catalogue::{AmecStage, CatalogueKpi};
use super::super::options::KpiDirection::{Higher, Lower};
use super::super::options::{IndicatorMeasure, IndicatorTerm, LevelSummary, RowFilter};
use super::{AMEC, KAUSHIK, METRICS, PERCENT, STANDARDS, kpi, of, per_row, ratio, sum};

/// Reach, engagement and what people say.
pub(super) fn attention() -> Vec<CatalogueKpi> {
    let interactions = ("interactions", "reactions, comments, shares and clicks that count as engagement");
    let rate = |id: &str, name: &str, lower: (&str, &str), over: &str| {
        kpi(
            id,
            name,
            "How many of those it reached did something with it?",
            Some(over),
            PERCENT,
            Higher,
            OutTakes,
            of("interactions", lower.0),
            &[interactions, lower],
            STANDARDS,
        )
    };
    let per_post = |id: &str, name: &str, question: &str, role: (&str, &str)| {
        let measure = per_row(role.0);
        kpi(
            id,
            name,
            question,
            Some("posts (rows)"),
            ("per post", 1.0),
            Higher,
            OutTakes,
            measure,
            &[role],
            KAUSHIK,
        )
    };
    vec![
        rate(
            "engagement-rate-by-reach",
            "Engagement rate by reach",
            ("reach", "people who saw the post"),
            "people reached, added over posts",
        ),
        rate(
            "engagement-rate-by-impressions",
            "Engagement rate by impressions",
            ("impressions", "times the post was shown"),
            "impressions",
        ),
        rate(
            "engagement-rate-by-followers",
            "Engagement rate by followers",
            ("followers", "followers when the post came out"),
            "followers, added over posts",
        ),
        rate(
            "engagement-rate-by-views",
            "Engagement rate by views",
            ("views", "views of the video"),
            "views",
        ),
        per_post("amplification", "Amplification", "Is it passed on?", ("shares", "shares of the post")),
        per_post("applause", "Applause", "Is it liked?", ("likes", "likes and reactions of the post")),
        per_post("conversation", "Conversation", "Is it talked about?", ("comments", "comments on the post")),
        kpi(
            "reach",
            "Reach",
            "How many people saw it?",
            None,
            ("people", 1.0),
            Higher,
            Outputs,
            sum("reach"),
            &[("reach", "people who saw the post; the same person counts for every post")],
            AMEC,
        ),
        kpi(
            "impressions",
            "Impressions",
            "How often was it shown?",
            None,
            ("impressions", 1.0),
            Higher,
            Outputs,
            sum("impressions"),
            &[("impressions", "times it was shown")],
            AMEC,
        ),
        kpi(
            "follower-growth",
            "Follower growth",
            "How many followers did we gain?",
            None,
            ("followers", 1.0),
            Higher,
            OutTakes,
            IndicatorMeasure::Level {
                column: "followers".to_owned(),
                summary: LevelSummary::Change,
                of: Some("channel".to_owned()),
                order: None,
            },
            &[("followers", "followers of the channel on that date"), ("channel", "the channel")],
            STANDARDS,
        ),
        kpi(
            "share-of-voice",
            "Share of voice",
            "How much of the talk is about us?",
            Some("mentions of all brands compared"),
            PERCENT,
            Higher,
            Outcomes,
            ratio(
                vec![IndicatorTerm::sum("mentions").with_filter(RowFilter::equals("brand", "own"))],
                vec![IndicatorTerm::sum("mentions")],
            ),
            &[("mentions", "mentions of the brand"), ("brand", "the brand")],
            METRICS,
        )
        .words(&["own"])
        .proportion(),
        kpi(
            "net-sentiment",
            "Net sentiment",
            "Is the talk about us more good than bad?",
            Some("all mentions, neutral ones too"),
            PERCENT,
            Higher,
            Outcomes,
            ratio(
                vec![IndicatorTerm::sum("positive"), IndicatorTerm::sum("negative").times(-1.0)],
                vec![IndicatorTerm::sum("mentions")],
            ),
            &[
                ("positive", "positive mentions"),
                ("negative", "negative mentions"),
                ("mentions", "all mentions"),
            ],
            STANDARDS,
        ),
    ]
}

/// Clicks, costs and returns.
pub(super) fn marketing() -> Vec<CatalogueKpi> {
    let spend = ("spend", "money spent");
    let cost =
        |id: &str, name: &str, question: &str, lower: (&str, &str), unit: (&str, f64), stage: AmecStage| {
            kpi(
                id,
                name,
                question,
                Some(lower.1),
                unit,
                Lower,
                stage,
                of("spend", lower.0),
                &[spend, lower],
                METRICS,
            )
        };
    vec![
        kpi(
            "click-through-rate",
            "Click-through rate",
            "How many of those shown it clicked?",
            Some("impressions"),
            PERCENT,
            Higher,
            OutTakes,
            of("clicks", "impressions"),
            &[("clicks", "clicks on the link"), ("impressions", "times it was shown")],
            METRICS,
        ),
        cost(
            "cost-per-click",
            "Cost per click",
            "What does a click cost?",
            ("clicks", "clicks on the link"),
            ("currency", 1.0),
            Outputs,
        ),
        cost(
            "cost-per-mille",
            "Cost per thousand impressions",
            "What do a thousand impressions cost?",
            ("impressions", "times it was shown"),
            ("currency per 1000", 1000.0),
            Outputs,
        ),
        cost(
            "cost-per-engagement",
            "Cost per engagement",
            "What does an interaction cost?",
            ("interactions", "interactions"),
            ("currency", 1.0),
            OutTakes,
        ),
        cost(
            "cost-per-lead",
            "Cost per lead",
            "What does a lead cost?",
            ("leads", "leads"),
            ("currency", 1.0),
            Outcomes,
        ),
        cost(
            "customer-acquisition-cost",
            "Customer acquisition cost",
            "What does a new customer cost?",
            ("new_customers", "customers won for the first time"),
            ("currency", 1.0),
            Impact,
        ),
        kpi(
            "conversion-rate",
            "Conversion rate",
            "How many visits end in what we want?",
            Some("visits"),
            PERCENT,
            Higher,
            Outcomes,
            of("conversions", "visits"),
            &[("conversions", "visits that ended in the goal"), ("visits", "visits")],
            METRICS,
        )
        .proportion(),
        kpi(
            "return-on-ad-spend",
            "Return on advertising spend",
            "How much revenue comes back for each unit spent?",
            Some("money spent"),
            ("per unit spent", 1.0),
            Higher,
            Impact,
            of("revenue", "spend"),
            &[("revenue", "revenue credited to the spend"), spend],
            METRICS,
        ),
        kpi(
            "return-on-investment",
            "Return on investment",
            "Does it bring in more than it costs?",
            Some("money spent"),
            PERCENT,
            Higher,
            Impact,
            ratio(
                vec![IndicatorTerm::sum("profit"), IndicatorTerm::sum("spend").times(-1.0)],
                vec![IndicatorTerm::sum("spend")],
            ),
            &[("profit", "contribution margin credited to the spend, before the spend"), spend],
            METRICS,
        ),
    ]
}
