//! From a plan to a file of Microsoft Project: the other direction of [`read_mspdi`](super::read_mspdi).
//!
//! | file | writes |
//! |---|---|
//! | `out` | elements, and records in the order of the schema |
//! | `number` | ids as numbers, the tree of tasks as rows |
//! | `calendar` | weeks, work weeks, exceptions; calendars of resources |
//! | `task` | tasks, their links and baselines |
//! | `resource` | resources, rates, availability |
//! | `assignment` | who works on what and when, pauses, contours |

mod assignment;
mod calendar;
mod number;
mod out;
mod resource;
mod task;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::StoredTask;
use super::fields::{self, ELEMENT, TEXT};
use crate::calendar::{Calendar, Calendars, Clock, Shift, Timeline, Week, Zone};
use crate::plan::validate::{Faults, checked, show};
use crate::plan::{FloatRule, LagCalendar, Plan, ScheduleFrom, Scheduling};
use crate::quantity::{Duration, Span, Stamp, Time, When, Work, WorkUnits};
use crate::schedule::{Schedule, missing_task};
use crate::{CalendarId, Issue, Issues};
pub(super) use number::ALIAS;
use number::Numbers;
use out::{Out, Own, closing, opening, stamp};

/// A plan as a file of Microsoft Project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MspdiText {
    /// The file: XML in UTF-8.
    pub text: String,
    /// What the file does not say, or says otherwise than the plan, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// Writes a plan with its dates as a file that Microsoft Project opens (MSPDI).
///
/// The dates are those of `schedule`; rows of `stored`, as [`read_mspdi`](super::read_mspdi) gives them, go before
/// it. Ids that are whole numbers are the UIDs of the file; others get numbers, and stand in a custom text field
/// `Paceline id` that [`read_mspdi`](super::read_mspdi) makes ids of again. Extras (`mspdi:…`) are written back where
/// they were. A file has no zones: the dates of a zoned plan are those of the clock that its schedule shows.
///
/// # Errors
/// Faults of the plan ([`Plan::validate`]), and `missing-task` for tasks that the schedule lacks.
///
/// # Complexity
/// O(n log n) for n records, and the days of work of interrupted tasks.
///
/// # Examples
/// ```
/// use paceline::interop::{read_mspdi, write_mspdi};
/// use paceline::plan::{Plan, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::schedule;
///
/// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
///     .task(Task::new("brief", Duration::days(1)))
///     .task(Task::new("copy", Duration::days(2)).after("brief"))
///     .build()?;
/// let file = write_mspdi(&plan, &schedule(&plan)?, &[])?;
/// assert!(file.text.contains("<Finish>2026-03-04T17:00:00</Finish>"));
/// let again = read_mspdi(file.text.as_bytes())?;
/// assert_eq!(again.plan.dependencies[0].to, "copy");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_mspdi(plan: &Plan, schedule: &Schedule, stored: &[StoredTask]) -> Result<MspdiText, Issues> {
    // In canonical order, so that the order of the lists makes no difference.
    let mut sorted = schedule.staffed(plan)?.into_owned();
    sorted.sort();
    let (index, _) = checked(&sorted)?;
    let mut faults = Faults::default();
    let rows: FxHashMap<&str, Dates> = dates(&sorted, schedule, stored, &mut faults)?;
    let mut is_summary = vec![false; sorted.tasks.len()];
    for (number, position) in index.tasks.iter().enumerate() {
        is_summary[*position as usize] = index.is_summary[number];
    }
    let program = &sorted.program;
    let clock = program.scheduling.clock;
    let compiled = Calendars::compile(&sorted.calendars, clock, &mut Vec::new());
    let usual = program.calendar.as_ref().and_then(|id| compiled.get(id));
    let zone = usual.map_or_else(Zone::utc, |calendar| calendar.zone.clone());
    let usual = usual.map_or_else(|| standard_timeline(clock), |calendar| calendar.timeline.clone());
    let mut writer = Writer {
        plan: &sorted,
        units: program.work_units(),
        numbers: Numbers::of(&sorted, &is_summary, &rows),
        is_summary,
        rows,
        calendars: compiled,
        usual,
        zone,
        faults,
        lost: BTreeMap::new(),
        begin: schedule.start,
        end: schedule.finish,
    };
    let text = writer.file();
    writer.tell();
    Ok(MspdiText { text, issues: writer.faults.finish(None) })
}

/// The dates that are written of a task.
#[derive(Debug, Clone, Copy)]
struct Dates {
    start: Option<Stamp>,
    finish: Option<Stamp>,
    early: [Option<Stamp>; 2],
    late: [Option<Stamp>; 2],
    float: [Option<Work>; 2],
    critical: Option<bool>,
    /// Seconds that it takes by the schedule.
    duration: i64,
    stop: Option<Stamp>,
}

fn dates<'a>(
    plan: &'a Plan,
    schedule: &Schedule,
    stored: &[StoredTask],
    faults: &mut Faults,
) -> Result<FxHashMap<&'a str, Dates>, Issues> {
    let mut given: FxHashMap<&str, &StoredTask> = stored.iter().map(|row| (row.task.as_str(), row)).collect();
    let scheduled: FxHashMap<&str, _> = schedule.tasks.iter().map(|row| (row.id.as_str(), row)).collect();
    let (mut rows, mut missing) = (FxHashMap::default(), Vec::new());
    for task in &plan.tasks {
        let Some(row) = scheduled.get(task.id.as_str()) else {
            missing.push(missing_task(&task.id));
            continue;
        };
        let mut dates = Dates {
            start: Some(row.start),
            finish: Some(row.finish),
            early: [Some(row.early_start), Some(row.early_finish)],
            late: [Some(row.late_start), Some(row.late_finish)],
            float: [Some(row.total_float), Some(row.free_float)],
            critical: Some(row.critical),
            duration: row.duration.0,
            stop: row.stop,
        };
        if let Some(row) = given.remove(task.id.as_str()) {
            dates = Dates {
                start: row.start,
                finish: row.finish,
                early: [row.early_start, row.early_finish],
                late: [row.late_start, row.late_finish],
                float: [row.total_float, row.free_float],
                critical: row.critical,
                ..dates
            };
        }
        rows.insert(task.id.as_str(), dates);
    }
    Issues::check(missing)?;
    for id in given.keys() {
        let message = format!("task `{}` does not exist", show(id));
        faults.warning("unknown-task", format!("stored/{}", show(id)), message, "its dates are not written");
    }
    Ok(rows)
}

/// Monday to Friday 08:00–12:00 and 13:00–17:00.
fn standard(id: &str) -> Calendar {
    let shifts: Vec<Shift> =
        ["08:00-12:00", "13:00-17:00"].iter().filter_map(|text| text.parse().ok()).collect();
    Calendar::new(id).with_name("Standard").with_week(Week::weekdays(&shifts))
}

fn standard_timeline(clock: Clock) -> Timeline {
    let compiled = Calendars::compile(&[standard("standard")], clock, &mut Vec::new());
    compiled.get("standard").map_or_else(Timeline::always, |calendar| calendar.timeline.clone())
}

fn seconds(span: Span) -> i64 {
    match span {
        Span::Working(work) => work.0,
        Span::Elapsed(wall) => wall.0,
    }
}

/// What a part of the plan says that the file has no place for.
struct Lost {
    count: usize,
    first: String,
    /// What becomes of it, if dates depend on it.
    help: &'static str,
}

struct Writer<'a> {
    plan: &'a Plan,
    units: WorkUnits,
    numbers: Numbers,
    is_summary: Vec<bool>,
    rows: FxHashMap<&'a str, Dates>,
    calendars: Calendars,
    /// When the program works.
    usual: Timeline,
    zone: Zone,
    faults: Faults,
    lost: BTreeMap<(&'static str, &'static str), Lost>,
    begin: Stamp,
    end: Stamp,
}

impl Writer<'_> {
    /// Notes something that is not written; dates depend on it if there is `help`.
    fn lose(
        &mut self,
        what: &'static str,
        field: &'static str,
        at: impl FnOnce() -> String,
        help: &'static str,
    ) {
        let lost = self.lost.entry((what, field));
        lost.or_insert_with(|| Lost { count: 0, first: at(), help }).count += 1;
    }

    fn tell(&mut self) {
        for ((what, field), lost) in std::mem::take(&mut self.lost) {
            let times = if lost.count == 1 { String::new() } else { format!(", {} times", lost.count) };
            let message = format!("`{field}` of {what} has no place in a file of Microsoft Project{times}");
            let at = if lost.first.is_empty() { field.to_owned() } else { lost.first };
            let issue = if lost.help.is_empty() {
                Issue::info("not-written", at, message)
            } else {
                Issue::warning("not-written", at, message).with_help(lost.help)
            };
            self.faults.push(issue);
        }
    }

    fn seconds(&self, duration: Duration) -> i64 {
        seconds(duration.span(self.units))
    }

    /// An instant on the clock of the file.
    fn show(&self, time: Time) -> String {
        let civil = match self.plan.program.scheduling.clock {
            Clock::Wall => time.to_civil(),
            Clock::Zoned => self.zone.civil(time),
        };
        out::moment(civil.unwrap_or_default())
    }

    fn timeline(&self, id: Option<&CalendarId>) -> Timeline {
        let found = id.and_then(|id| self.calendars.get(id));
        found.map_or_else(|| self.usual.clone(), |calendar| calendar.timeline.clone())
    }

    fn file(&mut self) -> String {
        let mut out = Out::default();
        out.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        out.open("Project xmlns=\"http://schemas.microsoft.com/project\"");
        let plan = self.plan;
        let own = self.header();
        let mut extras = plan.program.extras.clone();
        self.numbers.define(&mut extras);
        out.record(fields::PROJECT, &own, &extras, "program", &mut self.faults);
        let extra_calendars = self.write_calendars(&mut out);
        self.write_tasks(&mut out);
        self.write_resources(&mut out, &extra_calendars);
        self.write_assignments(&mut out);
        out.close("Project");
        self.whole_plan();
        out.text
    }

    fn header(&mut self) -> Own {
        let program = &self.plan.program;
        let scheduling = &program.scheduling;
        let mut own = Own::default();
        own.set("Title", &program.name);
        let kept = program.extras.get(&format!("{TEXT}Name"));
        own.set("Name", kept.unwrap_or(&program.name));
        own.maybe("Manager", program.owner.as_ref());
        own.flag("ScheduleFromStart", scheduling.from == ScheduleFrom::Start);
        own.set("StartDate", opening(program.start));
        let finish = program.finish.filter(|_| scheduling.from == ScheduleFrom::Finish);
        own.set("FinishDate", finish.map_or_else(|| stamp(self.end), closing));
        let day = self.units.day.0.max(1);
        let limit = self.seconds(scheduling.critical_float);
        own.set("CriticalSlackLimit", limit / day);
        own.maybe("CurrencyCode", program.currency.as_ref());
        own.set("CalendarUID", self.numbers.calendar(program.calendar.as_deref()));
        let kept = |name: &str| program.extras.get(&format!("{TEXT}{name}")).cloned();
        let (opens, closes) = self.working_day();
        own.set("DefaultStartTime", kept("DefaultStartTime").unwrap_or(opens));
        own.set("DefaultFinishTime", kept("DefaultFinishTime").unwrap_or(closes));
        own.set("MinutesPerDay", self.units.day.0 / 60);
        own.set("MinutesPerWeek", self.units.week.0 / 60);
        own.set("DaysPerMonth", self.units.month.0 / day);
        own.flag("HonorConstraints", scheduling.honor_constraints);
        own.flag("MultipleCriticalPaths", scheduling.multiple_critical_paths);
        own.maybe("StatusDate", program.status_date.map(closing));
        let whole = self.units.day.0 % 60 == 0
            && self.units.week.0 % 60 == 0
            && self.units.month.0 % day == 0
            && limit % day == 0;
        if !whole {
            let what = "a length of day, week or month, or the limit of critical tasks, is no whole number";
            let help = "minutes and days are cut off";
            self.faults.warning("rounded", "program", what, help);
        }
        own
    }

    /// When the first working day begins and ends.
    fn working_day(&self) -> (String, String) {
        let from = self.begin.time();
        let start = self.usual.next_work(from);
        let text = |time: Time| self.show(time).split_off(11);
        if !start.is_finite() {
            return (String::from("08:00:00"), String::from("17:00:00"));
        }
        let opens = text(start);
        let day = Time(start.0 + 16 * 3600);
        let closes = self.usual.previous_work(day);
        let closes =
            if closes.is_finite() && closes > start { text(closes) } else { String::from("17:00:00") };
        (opens, closes)
    }

    /// What the whole plan has that the file has not.
    fn whole_plan(&mut self) {
        let plan = self.plan;
        let program = &plan.program;
        let at = |field: &'static str| move || format!("program/{field}");
        for campaign in &plan.campaigns {
            self.lose("the plan", "campaigns", || format!("campaigns/{}", campaign.id), "");
        }
        for objective in &plan.objectives {
            self.lose("the plan", "objectives", || format!("objectives/{}", objective.id), "");
        }
        if program.budget.is_some() {
            self.lose("the program", "budget", at("budget"), "");
        }
        if program.finish.is_some() && program.scheduling.from == ScheduleFrom::Start {
            self.lose("the program", "finish", at("finish"), "");
        }
        if program.scheduling.lag_calendar != LagCalendar::Successor {
            let help = "Microsoft Project counts lags in the calendar of the successor";
            self.lose("the program", "lag_calendar", at("scheduling/lag_calendar"), help);
        }
        if program.scheduling.float_rule != FloatRule::MicrosoftProject {
            self.lose("the program", "float_rule", at("scheduling/float_rule"), "");
        }
        let standard = Scheduling::default();
        let scheduling = &program.scheduling;
        let rules = [
            ("scheduling/progress_rule", scheduling.progress_rule != standard.progress_rule),
            ("scheduling/lag_from_early_start", scheduling.lag_from_early_start),
            ("scheduling/use_expected_finish", scheduling.use_expected_finish),
            ("scheduling/total_float", scheduling.total_float != standard.total_float),
            ("scheduling/critical", scheduling.critical != standard.critical),
            ("must_finish_by", program.must_finish_by.is_some()),
        ];
        for (field, _) in rules.into_iter().filter(|(_, is)| *is) {
            self.lose("the program", field, at(field), "Microsoft Project has no such rule");
        }
        if program.scheduling.clock == Clock::Zoned {
            let message = format!("the dates are written as the clocks of `{}` show them", self.zone.name());
            let help =
                "Microsoft Project knows no zones: people elsewhere keep the times of day of their calendars";
            self.faults.warning("zoned-clock", "program/scheduling/clock", message, help);
        }
        let tools: std::collections::BTreeSet<&str> = (plan.tasks.iter().map(|one| &one.extras))
            .chain(plan.resources.iter().map(|one| &one.extras))
            .chain(plan.assignments.iter().map(|one| &one.extras))
            .chain(plan.calendars.iter().map(|one| &one.extras))
            .chain([&program.extras])
            .flat_map(|extras| extras.keys())
            .filter(|key| !key.starts_with(TEXT) && !key.starts_with(ELEMENT))
            .filter_map(|key| key.split(':').next())
            .take(1_000_000)
            .collect();
        for tool in tools {
            let message = format!("extras of `{}` belong to another tool and are not written", show(tool));
            self.faults.push(Issue::info("not-written", "extras", message));
        }
    }
}

/// A date of a baseline.
fn whens(start: When, finish: When) -> (String, String) {
    (opening(start), closing(finish))
}
