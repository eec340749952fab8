//! What each target does with a text: read it, and hold what was read against the laws of its reader. Nothing may
//! panic, work without end, or read differently what it has written itself.
//!
//! `core/tests/fuzz.rs` runs the same functions over the seeds and seeded mutations of them, without libFuzzer.

use paceline::interop::{
    CsvReadOptions, CsvTable, CsvTexts, CsvWriteOptions, IcalBy, IcalDetail, IcalOptions, IcalReadOptions,
    read_csv, read_ical, read_mspdi, read_pmxml, read_xer, write_csv, write_ical, write_xer,
};
use paceline::plan::Plan;
use paceline::quantity::When;
use paceline::rcpsp::{self, RcpspOptions};
use paceline::schedule::{check, schedule};

/// Plans with more tasks than this are read and not scheduled.
const MOST_TASKS: usize = 100;

fn when(text: &str) -> Option<When> {
    When::parse(text).ok()
}

/// What holds for every plan, wherever it comes from.
fn plan(plan: &Plan) {
    let text = plan.to_json();
    let again = Plan::from_json(&text).expect("a plan that was written is read");
    assert_eq!(again.to_json(), text);
    plan.validate();
    if plan.tasks.len() > MOST_TASKS {
        return;
    }
    if let Ok(found) = schedule(plan) {
        // What the checker finds is told in the report: a plan may break its own rules. It must not panic.
        let _ = check(plan, &found);
    }
}

/// Files of Microsoft Project.
pub fn mspdi(data: &[u8]) {
    if let Ok(file) = read_mspdi(data) {
        plan(&file.plan);
    }
}

/// Files of Primavera P6: XER, and PMXML where the text begins with `<`. What is written of a plan is read again, with
/// every task and every date.
pub fn xer(data: &[u8]) {
    let read = if data.first() == Some(&b'<') { read_pmxml(data) } else { read_xer(data) };
    let Ok(file) = read else { return };
    for project in file.projects.iter().take(4) {
        plan(&project.plan);
        if project.plan.tasks.len() > MOST_TASKS {
            continue;
        }
        let Ok(dates) = schedule(&project.plan) else { continue };
        let Ok(written) = write_xer(&project.plan, &dates) else { continue };
        let again = read_xer(written.text.as_bytes()).expect("what was written is read");
        let [again] = &again.projects[..] else { panic!("one project is written") };
        plan(&again.plan);
        assert_eq!(again.plan.tasks.len(), project.plan.tasks.len());
    }
}

/// Documents.
pub fn json(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(found) = Plan::from_json(text) {
        plan(&found);
        let Ok(dates) = schedule(&found) else { return };
        if found.tasks.len() > MOST_TASKS {
            return;
        }
        for detail in [IcalDetail::Spans, IcalDetail::Shifts] {
            for by in [IcalBy::Program, IcalBy::Resource, IcalBy::Market] {
                let options = IcalOptions { stamp: when("2026-03-02"), by, detail, ..IcalOptions::default() };
                for feed in write_ical(&found, &dates, &options).iter().flat_map(|feeds| &feeds.feeds) {
                    let read =
                        read_ical(&feed.text, &IcalReadOptions::default()).expect("a feed is a calendar");
                    assert!(
                        read.issues.iter().all(|issue| issue.code != "invalid-line"),
                        "{:?}",
                        read.issues
                    );
                }
            }
        }
    }
}

/// Calendars; the first byte says in which zone and window.
pub fn ical(data: &[u8]) {
    let Some((&kind, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let options = IcalReadOptions {
        zone: [None, Some("UTC"), Some("Europe/Berlin"), Some("-03:30")][usize::from(kind & 3)]
            .map(str::to_owned),
        since: (kind & 4 != 0).then(|| when("2026-01-01").unwrap().date),
        until: (kind & 8 != 0).then(|| when("2026-12-31").unwrap().date),
    };
    if let Ok(busy) = read_ical(text, &options) {
        assert!(busy.absences.len() <= 100_000 && busy.exceptions.len() <= 200_000);
        for absence in &busy.absences {
            assert!(absence.from.start() < absence.to.end(), "{absence:?}");
        }
        for exception in &busy.exceptions {
            let (from, to) = exception.span().expect("an exception says when");
            assert!(from <= to);
        }
    }
    let previous = vec![text.to_owned()];
    let empty = Plan::new(paceline::plan::Program::new("x", when("2026-03-02").unwrap()));
    let options = IcalOptions { stamp: when("2026-03-02"), previous, ..IcalOptions::default() };
    let _ = write_ical(&empty, &schedule(&empty).unwrap(), &options);
}

/// Tables; the first byte says which, and how.
pub fn csv(data: &[u8]) {
    let Some((&kind, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let options = CsvReadOptions {
        start: when("2026-03-02"),
        date_format: (kind & 8 != 0).then(|| "DD.MM.YYYY".to_owned()),
        ..CsvReadOptions::default()
    };
    let mut texts = CsvTexts::default();
    match kind & 7 {
        0 | 1 => texts.tasks = Some(text),
        2 => texts.links = Some(text),
        3 => texts.resources = Some(text),
        4 => texts.assignments = Some(text),
        _ => (texts.tasks, texts.progress) = (Some("id\na\nb\n"), Some(text)),
    }
    let Ok(file) = read_csv(&texts, None, &options) else { return };
    let found = file.plan;
    let Ok(dates) = schedule(&Plan::new(found.program.clone())) else { return };
    let write = |table| {
        let options = CsvWriteOptions { table, ..CsvWriteOptions::default() };
        write_csv(&found, &dates, &options).expect("a table of a plan is written").text
    };
    let (tasks, links) = (write(CsvTable::Tasks), write(CsvTable::Links));
    let (resources, assignments) = (write(CsvTable::Resources), write(CsvTable::Assignments));
    let progress = write(CsvTable::Progress);
    let texts = CsvTexts {
        tasks: Some(&tasks),
        links: Some(&links),
        resources: Some(&resources),
        assignments: Some(&assignments),
        progress: Some(&progress),
    };
    let empty = Plan::new(found.program.clone());
    let again = read_csv(&texts, Some(&empty), &CsvReadOptions::default()).expect("what was written is read");
    assert_eq!(again.plan.to_json(), found.to_json());
}

/// Files of the benchmark libraries.
pub fn rcpsp(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(problem) = rcpsp::read(text) else { return };
    assert!(problem.validate().is_empty());
    if problem.activities.len() <= 12 {
        let options = RcpspOptions { steps: Some(50), ..RcpspOptions::default() };
        if let Ok(solution) = rcpsp::solve(&problem, &options, &mut ()) {
            assert!(rcpsp::check(&problem, &solution).expect("a solution is judged").accepts());
        }
    }
}
