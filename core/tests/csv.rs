//! Tables in and out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

use paceline::interop::{
    CsvDecimal, CsvReadOptions, CsvSeparator, CsvTable, CsvTexts, CsvWriteOptions, read_csv, write_csv,
};
use paceline::plan::Plan;
use paceline::quantity::When;
use paceline::schedule::schedule;
use proptest::prelude::*;

fn options() -> CsvReadOptions {
    CsvReadOptions { start: Some(When::parse("2026-03-02").unwrap()), ..CsvReadOptions::default() }
}

fn tasks(text: &str) -> Result<Plan, Vec<(String, String)>> {
    let texts = CsvTexts { tasks: Some(text), ..CsvTexts::default() };
    let found = read_csv(&texts, None, &options()).map(|file| file.plan);
    found.map_err(|issues| {
        issues.into_vec().into_iter().map(|issue| (issue.code.into_owned(), issue.at)).collect()
    })
}

#[test]
fn every_fault_has_its_line_and_column() {
    let found = tasks(
        "id,Name,duration,priority,priority,milestone,colour\n\
         a,A,soon,1.5,,never,red\n\
         a,B\n\
         ,C,1d\n\
         \"d\nd\",D,\"1,500\",,,,,more\n\
         e,\"E\"x,1d,,,,\n\
         f,\"F,1d",
    )
    .unwrap_err();
    let expected = [
        ("duplicate-row", "tasks/line 3"),
        ("invalid-quote", "tasks/line 7/column 2"),
        ("invalid-value", "tasks/line 2/column 3/duration"),
        ("invalid-value", "tasks/line 2/column 4/priority"),
        ("invalid-value", "tasks/line 2/column 6/milestone"),
        ("invalid-value", "tasks/line 5/column 3/duration"),
        ("missing-value", "tasks/line 4/column 1/id"),
        ("repeated-column", "tasks/line 1/column 5"),
        ("too-many-values", "tasks/line 5/column 8"),
        ("unterminated-quote", "tasks/line 8/column 2"),
        ("unknown-column", "tasks/line 1/column 7"),
    ];
    // A cell over two lines: what follows in its row is in the second of them.
    let found: Vec<(&str, String)> =
        found.iter().map(|(code, at)| (code.as_str(), at.replace("line 6/", "line 5/"))).collect();
    let expected: Vec<(&str, String)> = expected.iter().map(|(code, at)| (*code, (*at).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn predecessors_are_read_with_kind_and_lag() {
    let plan = tasks(
        "id,duration,predecessors\na,1d,\nb-1,1d,a\nSS,1d,b-1 FS+50%; a ss - 2 days\nc,1d,SS;b-1SS+1d; b-1FF\n",
    )
    .unwrap();
    let links: Vec<String> = plan
        .dependencies
        .iter()
        .map(|link| format!("{}>{} {:?} {}", link.from, link.to, link.kind, link.lag))
        .collect();
    assert_eq!(
        links,
        [
            "a>b-1 FinishStart 0d",
            "b-1>SS FinishStart 50%",
            "a>SS StartStart -2d",
            "SS>c FinishStart 0d",
            "b-1>c StartStart 1d",
            "b-1>c FinishFinish 0d",
        ]
    );
    let wrong = tasks("id,predecessors\na,b; a SS+soon\n").unwrap_err();
    assert_eq!(wrong.len(), 2, "{wrong:?}");
    assert_eq!(wrong[0].1, "tasks/line 2/column 2/predecessors");
}

#[test]
fn rows_change_what_their_columns_say() {
    let base = tasks("id,name,duration,optimistic,likely,pessimistic\na,A,1d,1h,2h,3h\nb,B,2d,,,\n").unwrap();
    let read = |texts: CsvTexts<'_>| read_csv(&texts, Some(&base), &CsvReadOptions::default());
    let changed = read(CsvTexts {
        tasks: Some("id,duration\nb,\nc,3d\n"),
        progress: Some("task,% complete,actual start\na,25%,2026-03-02\n"),
        links: Some("from,to,type\na,b,\nb,c,ss\n"),
        ..CsvTexts::default()
    })
    .unwrap()
    .plan;
    assert_eq!(changed.tasks[0].name.as_deref(), Some("A"));
    assert_eq!(changed.tasks[0].progress.complete, Some(0.25));
    assert_eq!((changed.tasks[1].duration, changed.tasks.len(), changed.dependencies.len()), (None, 3, 2));
    let faults = |texts| read(texts).unwrap_err().into_vec();
    let unknown = faults(CsvTexts { progress: Some("task,complete\nz,1\n"), ..CsvTexts::default() });
    assert_eq!((unknown[0].code.as_ref(), unknown[0].at.as_str()), ("unknown-task", "progress/line 2"));
    let partial = faults(CsvTexts { tasks: Some("id,likely\na,\n"), ..CsvTexts::default() });
    assert_eq!(partial[0].code, "incomplete-values");
    assert_eq!(faults(CsvTexts::default())[0].code, "missing-input");
    let none =
        read_csv(&CsvTexts { tasks: Some("\n"), ..Default::default() }, None, &CsvReadOptions::default());
    let codes: Vec<String> =
        none.unwrap_err().into_vec().iter().map(|issue| issue.code.to_string()).collect();
    assert_eq!(codes, ["missing-column", "missing-start"]);
}

/// Every table of a plan, written and read into what is left of it.
fn there_and_back(plan: &Plan, style: &CsvWriteOptions) -> Plan {
    let schedule = schedule(plan).unwrap();
    let write = |table| write_csv(plan, &schedule, &CsvWriteOptions { table, ..style.clone() }).unwrap().text;
    let [tasks, links, resources, assignments, progress] =
        [CsvTable::Tasks, CsvTable::Links, CsvTable::Resources, CsvTable::Assignments, CsvTable::Progress]
            .map(write);
    let mut rest = plan.clone();
    rest.tasks.clear();
    rest.dependencies.clear();
    rest.resources.clear();
    rest.assignments.clear();
    let texts = CsvTexts {
        tasks: Some(&tasks),
        links: Some(&links),
        resources: Some(&resources),
        assignments: Some(&assignments),
        progress: Some(&progress),
    };
    let options = CsvReadOptions { decimal: style.decimal, ..CsvReadOptions::default() };
    read_csv(&texts, Some(&rest), &options).unwrap().plan
}

/// The plan without what the tables have no columns for, each of which is told.
fn in_columns(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for resource in &mut plan.resources {
        resource.availability.clear();
        if resource.rates.len() > 1 || resource.rates.iter().any(|rate| rate.from.is_some()) {
            resource.rates.clear();
        }
    }
    plan.assignments.iter_mut().for_each(|assignment| assignment.alternatives.clear());
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What is written is read as it was, whatever sets cells and fractions apart.
    #[test]
    fn tables_come_back(seed in 0u64..10_000, separator in 0usize..3, comma in any::<bool>(), texts in proptest::collection::vec("\\PC{0,12}", 4)) {
        let mut plan = support::plans::random_plan(seed, 20);
        for (task, text) in plan.tasks.iter_mut().zip(&texts) {
            let text = text.trim();
            if !text.is_empty() {
                task.name = Some(format!("={text}"));
                task.notes = Some(format!("'-{text}\n\"quoted\"; \\ {text}"));
                task.tags = vec![text.to_owned(), "b; c".into()];
            }
        }
        let style = CsvWriteOptions {
            separator: [CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab][separator],
            decimal: comma.then_some(CsvDecimal::Comma),
            mark: comma,
            ..CsvWriteOptions::default()
        };
        prop_assert_eq!(there_and_back(&plan, &style).to_json(), in_columns(&plan).to_json());
    }

    /// Any text is read or refused, and rows never become more than there are lines.
    #[test]
    fn any_text_is_read_or_refused(text in "(id|name|,|;|\"|\n|\r|\t|=|'|a|1d|-|\u{feff}|sep=;){0,40}") {
        if let Ok(plan) = tasks(&text) {
            prop_assert!(plan.tasks.len() <= text.matches(['\n', '\r']).count());
        }
    }
}
