//! Sales, service and work.

use super::super::catalogue::AmecStage::{Activities, Impact, Outcomes};
use super::super::catalogue::CatalogueKpi;
use super::super::options::KpiDirection::{Higher, Lower};
use super::super::options::{DurationSummary, IndicatorMeasure, IndicatorTerm, RowFilter, SpanUnit};
use super::{
    AMEC, FLOW, MEDIAN, METRICS, P90, PERCENT, SERVICE, at_least, below, kpi, of, present, ratio, rows_with,
    span, sum,
};

/// From leads to customers.
pub(super) fn sales() -> Vec<CatalogueKpi> {
    let stage = ("stage", "stage of the opportunity");
    let dates = [("opened", "when the opportunity began"), ("closed", "when it was won or lost")];
    vec![
        kpi(
            "leads",
            "Leads",
            "How many leads came in?",
            None,
            ("leads", 1.0),
            Higher,
            Outcomes,
            sum("leads"),
            &[("leads", "leads; map it to `*` to count rows")],
            METRICS,
        ),
        kpi(
            "lead-to-opportunity-rate",
            "Lead-to-opportunity rate",
            "How many leads become opportunities?",
            Some("leads"),
            PERCENT,
            Higher,
            Outcomes,
            of("opportunities", "leads"),
            &[("opportunities", "opportunities from the leads"), ("leads", "leads")],
            METRICS,
        )
        .proportion(),
        kpi(
            "close-rate",
            "Close rate",
            "How many of the decided opportunities did we win?",
            Some("opportunities that are won or lost; open ones are neither"),
            PERCENT,
            Higher,
            Impact,
            ratio(
                vec![rows_with(RowFilter::equals("stage", "won"))],
                vec![rows_with(RowFilter::OneOf {
                    column: "stage".to_owned(),
                    values: vec!["won".into(), "lost".into()],
                })],
            ),
            &[stage],
            METRICS,
        )
        .words(&["won", "lost"])
        .proportion(),
        kpi(
            "average-deal-size",
            "Average deal size",
            "What is a won deal worth?",
            Some("won opportunities"),
            ("currency", 1.0),
            Higher,
            Impact,
            ratio(
                vec![IndicatorTerm::sum("value").with_filter(RowFilter::equals("stage", "won"))],
                vec![rows_with(RowFilter::equals("stage", "won"))],
            ),
            &[("value", "value of the opportunity"), stage],
            METRICS,
        )
        .words(&["won"]),
        kpi(
            "sales-cycle-time",
            "Sales cycle time",
            "How long until a deal is decided?",
            Some("opportunities begun; open ones count as open"),
            ("days", 1.0),
            Lower,
            Outcomes,
            span("opened", "closed", MEDIAN, SpanUnit::Days),
            &dates,
            FLOW,
        ),
        kpi(
            "revenue",
            "Revenue",
            "How much money came in?",
            None,
            ("currency", 1.0),
            Higher,
            Impact,
            sum("revenue"),
            &[("revenue", "revenue")],
            METRICS,
        ),
        kpi(
            "customer-lifetime-value",
            "Customer lifetime value so far",
            "What has a customer brought so far?",
            Some("different customers"),
            ("currency", 1.0),
            Higher,
            Impact,
            ratio(vec![IndicatorTerm::sum("profit")], vec![IndicatorTerm::distinct("customer")]),
            &[("profit", "contribution margin of the purchase"), ("customer", "the customer")],
            "Gupta and Lehmann, Customers as Assets (2003): the value observed; the value to come needs a model of repeat purchases",
        ),
    ]
}

/// Answers and solutions.
pub(super) fn service() -> Vec<CatalogueKpi> {
    let opened = ("opened", "when the customer wrote");
    let first = ("first_response", "when a person first answered");
    let solved = ("resolved", "when it was solved");
    let all = Some("every item begun; open ones count as open");
    let time = |id: &str, name: &str, question: &str, end: (&str, &str), summary| {
        kpi(
            id,
            name,
            question,
            all,
            ("hours", 1.0),
            Lower,
            Outcomes,
            span("opened", end.0, summary, SpanUnit::Hours),
            &[opened, end],
            SERVICE,
        )
    };
    let within = |id: &str, name: &str, question: &str, end: (&str, &str), limit: f64| {
        kpi(
            id,
            name,
            question,
            all,
            PERCENT,
            Higher,
            Outcomes,
            span("opened", end.0, DurationSummary::ShareWithin { limit }, SpanUnit::Hours),
            &[opened, end],
            SERVICE,
        )
    };
    let score = ("score", "answer of the customer");
    vec![
        time(
            "first-response-time",
            "First response time, median",
            "How long does half of the customers wait?",
            first,
            MEDIAN,
        ),
        time(
            "first-response-time-p90",
            "First response time, 90th percentile",
            "How long do nine of ten customers wait at most?",
            first,
            P90,
        ),
        within(
            "first-response-within-limit",
            "First responses within the limit",
            "How many are answered within the promised time?",
            first,
            1.0,
        ),
        time(
            "resolution-time",
            "Resolution time, median",
            "How long until half of the cases are solved?",
            solved,
            MEDIAN,
        ),
        time(
            "resolution-time-p90",
            "Resolution time, 90th percentile",
            "How long until nine of ten cases are solved?",
            solved,
            P90,
        ),
        within(
            "resolution-within-limit",
            "Resolutions within the limit",
            "How many are solved within the promised time?",
            solved,
            24.0,
        ),
        kpi(
            "deflection-rate",
            "Deflection rate",
            "How many cases need no agent?",
            Some("all cases, by self-service or agent"),
            PERCENT,
            Higher,
            Impact,
            ratio(
                vec![rows_with(RowFilter::equals("solved_by", "self_service"))],
                vec![rows_with(present("solved_by"))],
            ),
            &[("solved_by", "who solved the case")],
            SERVICE,
        )
        .words(&["self_service"])
        .proportion(),
        kpi(
            "first-contact-resolution",
            "First-contact resolution",
            "How many cases are solved at once?",
            Some("solved cases"),
            PERCENT,
            Higher,
            Outcomes,
            ratio(vec![rows_with(below("contacts", 2.0))], vec![rows_with(present("contacts"))]),
            &[("contacts", "contacts until the case was solved")],
            SERVICE,
        )
        .proportion(),
        kpi(
            "customer-satisfaction",
            "Customer satisfaction (top two of five)",
            "How many customers are satisfied?",
            Some("answers"),
            PERCENT,
            Higher,
            Outcomes,
            ratio(vec![rows_with(at_least("score", 4.0))], vec![rows_with(present("score"))]),
            &[score],
            METRICS,
        )
        .proportion(),
        kpi(
            "net-promoter-score",
            "Net promoter score",
            "Would more customers recommend us than warn of us?",
            Some("answers from 0 to 10"),
            ("points", 100.0),
            Higher,
            Outcomes,
            ratio(
                vec![rows_with(at_least("score", 9.0)), rows_with(below("score", 7.0)).times(-1.0)],
                vec![rows_with(present("score"))],
            ),
            &[score],
            "Reichheld, The One Number You Need to Grow (2003)",
        ),
    ]
}

/// Ideas and work.
pub(super) fn work() -> Vec<CatalogueKpi> {
    let idea = ("submitted", "when the idea was written down");
    let trial = ("trial", "when its trial began");
    let (started, finished) = (("started", "when work began"), ("finished", "when it was done"));
    let all = Some("every item begun; open ones count as open");
    vec![
        kpi(
            "idea-to-trial-time",
            "Idea to trial",
            "How long from an idea to its trial?",
            all,
            ("days", 1.0),
            Lower,
            Outcomes,
            span("submitted", "trial", MEDIAN, SpanUnit::Days),
            &[idea, trial],
            FLOW,
        ),
        kpi(
            "ideas-in-trial-within-limit",
            "Ideas in trial within the limit",
            "How many ideas are tried soon?",
            all,
            PERCENT,
            Higher,
            Outcomes,
            span("submitted", "trial", DurationSummary::ShareWithin { limit: 90.0 }, SpanUnit::Days),
            &[idea, trial],
            FLOW,
        ),
        kpi(
            "ideas",
            "Ideas",
            "How many ideas came in?",
            None,
            ("ideas", 1.0),
            Higher,
            Activities,
            IndicatorMeasure::Sum { terms: vec![IndicatorTerm::rows()] },
            &[],
            AMEC,
        ),
        kpi(
            "cycle-time",
            "Cycle time",
            "How long does a piece of work take?",
            all,
            ("days", 1.0),
            Lower,
            Activities,
            span("started", "finished", MEDIAN, SpanUnit::Days),
            &[started, finished],
            FLOW,
        ),
        kpi(
            "cycle-time-p90",
            "Cycle time, 90th percentile",
            "How long do nine of ten pieces of work take at most?",
            all,
            ("days", 1.0),
            Lower,
            Activities,
            span("started", "finished", P90, SpanUnit::Days),
            &[started, finished],
            FLOW,
        ),
        kpi(
            "throughput",
            "Throughput",
            "How much work is done?",
            None,
            ("items", 1.0),
            Higher,
            Activities,
            IndicatorMeasure::Sum { terms: vec![rows_with(present("finished"))] },
            &[finished],
            FLOW,
        ),
        kpi(
            "effort-per-item",
            "Effort per finished item",
            "How much work goes into a piece?",
            Some("finished items"),
            ("hours", 1.0),
            Lower,
            Activities,
            ratio(
                vec![IndicatorTerm::sum("hours").with_filter(present("finished"))],
                vec![rows_with(present("finished"))],
            ),
            &[("hours", "hours worked on it"), finished],
            FLOW,
        ),
    ]
}
