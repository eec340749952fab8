//! From a case to a plan: the conventions of the cases expressed through options of ours.
//!
//! | theirs | ours |
//! |---|---|
//! | day mode | calendars of one shift 08:00–16:00, dates compared |
//! | hour mode | the shifts given, moments compared |
//! | lag in the predecessor's calendar | `lag_calendar: predecessor` |
//! | soft constraints | `honor_constraints: false` |
//! | a milestone without a kind starts the next working day | milestone of kind `start` |
//! | own start of a task without predecessors | start no earlier than |
//! | a milestone without a kind finishes the day it is due when links ask for its finish | milestone of kind `finish` |
//! | a finish milestone stands for its whole day | without predecessors: finish no earlier than its first day |
//! | a finish day is inclusive, so a start-to-finish link reaches the end of the day | a working day of lag more, in day mode |
//! | a milestone with a duration | a task |
//! | constraints on the finish of a start milestone | the same on its start |

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use paceline::calendar::{Calendar, CalendarException, Shift, Week};
use paceline::plan::{
    Constraint, ConstraintKind, CriticalRule, Dependency, DependencyKind, LagCalendar, MilestoneKind, Plan,
    Program, ProgressRule, Split, Task,
};
use paceline::quantity::{Duration, Lag, When};
use serde_json::Value;

/// Id of the project's calendar.
pub(crate) const PROJECT: &str = "(project)";

/// A calendar of a case, as far as the comparison needs it.
#[derive(Debug, Clone)]
pub(crate) struct Days {
    /// Whether it works in hours rather than whole days.
    pub(crate) hours: bool,
    /// Minutes of work that a day stands for.
    pub(crate) minutes: i64,
    /// Minutes by which the last shift of a day runs into the next.
    pub(crate) after_midnight: i64,
    week: [bool; 7],
    free: Vec<(NaiveDate, NaiveDate)>,
}

impl Days {
    /// So many working days later, or the first one from there on.
    pub(crate) fn shift(&self, from: When, days: i64) -> When {
        let works = |day: &NaiveDate| self.count(*day, *day) == 1;
        let found = from.date.iter_days().filter(works).nth(usize::try_from(days).unwrap()).unwrap();
        When { date: found, time: None }
    }

    /// Number of working days from the first to the last, both counted.
    pub(crate) fn count(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        let works = |day: &NaiveDate| {
            self.week[day.weekday().num_days_from_monday() as usize]
                && !self.free.iter().any(|(from, to)| from <= day && day <= to)
        };
        first.iter_days().take_while(|day| *day <= last).filter(works).count() as i64
    }
}

/// A case as a plan of ours.
pub(crate) struct Problem {
    pub(crate) plan: Plan,
    pub(crate) calendars: BTreeMap<String, Days>,
    /// Calendar of each task, by its id.
    pub(crate) calendar_of: BTreeMap<String, String>,
    /// Tasks whose duration is elapsed.
    pub(crate) elapsed: BTreeSet<String>,
    /// Tasks that have predecessors, all of which ask for their finish.
    finish_asked: BTreeSet<String>,
}

pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` missing in {value}"))
}

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

/// Reads a case.
///
/// # Errors
/// If it holds a value that our document cannot (a date that is none).
pub(crate) fn problem(case: &Value) -> Result<Problem, String> {
    let mut calendars = BTreeMap::new();
    let anchor = when(case["anchor"].as_str().unwrap_or("2026-06-01"))?;
    let mut plan = Plan::new(Program::new(text(case, "id"), anchor));
    plan.program.calendar = Some(PROJECT.into());
    plan.program.scheduling.lag_calendar = LagCalendar::Predecessor;
    plan.program.scheduling.honor_constraints = false;
    plan.program.status_date = case["statusDate"].as_str().map(when).transpose()?;
    plan.program.scheduling.progress_rule = match case["scheduleOptions"]["progressMode"].as_str() {
        Some("PROGRESS_OVERRIDE") => ProgressRule::ProgressOverride,
        _ => ProgressRule::RetainedLogic,
    };
    if case["schedulingOptions"]["criticalDefinition"]["mode"] == "longestPath" {
        plan.program.scheduling.critical = CriticalRule::LongestPath;
    }
    if let Some(limit) = case["schedulingOptions"]["criticalDefinition"]["threshold"].as_i64() {
        plan.program.scheduling.critical_float = Duration::days(i32::try_from(limit).unwrap());
    }
    for (name, value) in std::iter::once((PROJECT, &case["calendar"]))
        .chain(list(case, "calendars").iter().map(|value| (text(value, "name"), value)))
    {
        let (calendar, days) = calendar(name, value);
        plan.calendars.push(calendar);
        calendars.insert(name.to_owned(), days);
    }
    let is_of_start = |link: &&Value| matches!(text(link, "type"), "FINISH_START" | "START_START");
    let links = list(case, "links");
    let start_asked: BTreeSet<&str> =
        links.iter().filter(is_of_start).map(|link| text(link, "succ")).collect();
    let finish_asked = links
        .iter()
        .map(|link| text(link, "succ"))
        .filter(|name| !start_asked.contains(name))
        .map(str::to_owned)
        .collect();
    let (calendar_of, elapsed) = (BTreeMap::new(), BTreeSet::new());
    let mut problem = Problem { plan, calendars, calendar_of, elapsed, finish_asked };
    let parents: BTreeSet<&str> =
        list(case, "tasks").iter().filter_map(|task| task["parent"].as_str()).collect();
    let linked: BTreeSet<&str> = list(case, "links").iter().map(|link| text(link, "succ")).collect();
    for value in list(case, "tasks") {
        let name = text(value, "name");
        let task = problem.task(value, parents.contains(name), linked.contains(name))?;
        problem.plan.tasks.push(task);
    }
    problem.early_roots(case, anchor, &linked, &parents)?;
    for link in list(case, "links") {
        let dependency = problem.link(link);
        problem.plan.dependencies.push(dependency);
    }
    super::extra::staff(case, &mut problem.plan);
    Ok(problem)
}

fn when(text: &str) -> Result<When, String> {
    When::parse(text).map_err(|error| error.to_string())
}

pub(crate) fn calendar(name: &str, value: &Value) -> (Calendar, Days) {
    let by_weekday = &value["workTime"]["byWeekday"];
    let hours = by_weekday.is_object();
    let mut days = Days { hours, minutes: 480, after_midnight: 0, week: [false; 7], free: Vec::new() };
    let mut week = Week::default();
    let work_days: Option<Vec<i64>> =
        value["workDays"].as_array().map(|days| days.iter().filter_map(Value::as_i64).collect());
    for number in 1..=7i64 {
        let weekday = Weekday::try_from(u8::try_from(number - 1).unwrap()).unwrap();
        let shifts: Vec<Shift> = if hours {
            let bands = list(by_weekday, &number.to_string());
            if !bands.is_empty() {
                days.minutes = bands.iter().map(|band| minute(band, "end") - minute(band, "start")).sum();
            }
            days.after_midnight = bands
                .iter()
                .map(|band| minute(band, "end") - 1440)
                .max()
                .map_or(days.after_midnight, |over| over.max(0));
            bands.iter().map(shift).collect()
        } else {
            let works = work_days.as_ref().map_or(number <= 5, |days| days.contains(&number));
            if works { vec!["08:00-16:00".parse().unwrap()] } else { Vec::new() }
        };
        days.week[usize::try_from(number - 1).unwrap()] = !shifts.is_empty();
        week = week.with_day(weekday, &shifts);
    }
    let mut calendar = Calendar::new(name).with_week(week);
    for holiday in list(value, "holidays") {
        let (from, to) = (date(text(holiday, "startDate")), date(text(holiday, "endDate")));
        days.free.push((from, to));
        calendar = calendar.with_exception(CalendarException::range(from, to));
    }
    for extra in list(value, "workingExceptions") {
        let (from, to) = (date(text(extra, "startDate")), date(text(extra, "endDate")));
        let shifts: Vec<Shift> = list(extra, "bands").iter().map(shift).collect();
        calendar = calendar.with_exception(CalendarException::range(from, to).with_shifts(&shifts));
    }
    (calendar, days)
}

fn minute(band: &Value, key: &str) -> i64 {
    band[key].as_i64().unwrap()
}

fn shift(band: &Value) -> Shift {
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    let (start, end) = (minute(band, "start"), minute(band, "end"));
    let end = if end > 1440 { end - 1440 } else { end };
    format!("{}-{}", clock(start), clock(end)).parse().unwrap()
}

impl Problem {
    fn task(&mut self, value: &Value, summary: bool, linked: bool) -> Result<Task, String> {
        let name = text(value, "name");
        let calendar = value["calendar"].as_str().unwrap_or(PROJECT).to_owned();
        self.calendar_of.insert(name.to_owned(), calendar.clone());
        let mut task = if summary {
            Task::summary(name)
        } else if value["milestone"] == true && value["dur"].is_null() {
            let kind = match value["milestoneKind"].as_str() {
                Some("FINISH") => MilestoneKind::Finish,
                None if self.finish_asked.contains(name) => MilestoneKind::Finish,
                _ => MilestoneKind::Start,
            };
            Task::milestone(name, kind)
        } else {
            Task::new(name, self.duration(name, value))
        };
        task.parent = value["parent"].as_str().map(Into::into);
        if calendar != PROJECT {
            task.calendar = Some(calendar.as_str().into());
        }
        for key in ["constraint", "constraint2"] {
            if value[key].is_object() {
                task.constraints.push(Self::constraint(&value[key], task.milestone)?);
            }
        }
        task.deadline = value["deadline"].as_str().map(when).transpose()?;
        task.level_of_effort = value["hammock"] == true;
        self.progress(value, &calendar, &mut task)?;
        self.own_ways(value, &calendar, &mut task)?;
        let lone = !linked && task.constraints.is_empty() && !self.calendars[&calendar].hours;
        if lone && task.milestone == Some(MilestoneKind::Finish) {
            let first = value["start"].as_str().map(when).transpose()?.unwrap_or(self.plan.program.start);
            task.constraints.push(Constraint::on(ConstraintKind::FinishNoEarlierThan, first));
        }
        if let (Some(start), false, false) = (value["start"].as_str(), linked, summary) {
            task.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, when(start)?));
        }
        Ok(task)
    }

    /// What has happened, which finish days include.
    fn progress(&self, value: &Value, calendar: &str, task: &mut Task) -> Result<(), String> {
        let date = |key: &str| value[key].as_str().map(when).transpose();
        let progress = &mut task.progress;
        progress.actual_start = date("actualStart")?;
        progress.actual_finish = date("actualFinish")?;
        progress.resume = date("resume")?;
        progress.complete = value["completion"].as_f64().filter(|share| *share > 0.0);
        if let Some(left) = value["remainingMinutes"].as_i64() {
            progress.remaining = Some(Duration::minutes(i32::try_from(left).unwrap()));
        }
        if progress.actual_finish.is_some() {
            progress.actual_start = progress.actual_start.or(progress.actual_finish);
        }
        // Work that is said to be done in part without a date began when the case begins.
        if progress.complete.is_some() && progress.actual_start.is_none() {
            let start = value["start"].as_str().map(when).transpose()?;
            progress.actual_start = Some(start.unwrap_or(self.plan.program.start));
        }
        let whole_days = !self.calendars[calendar].hours;
        if whole_days && let (Some(share), Some(days)) = (progress.complete, value["dur"].as_i64()) {
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days")]
            let left = ((days as f64) * (1.0 - share)).round() as i32;
            progress.remaining = Some(Duration::minutes(left * 480));
        }
        Ok(())
    }

    /// Pauses, dates by hand, leveling delays and links from other plans.
    fn own_ways(&self, value: &Value, calendar: &str, task: &mut Task) -> Result<(), String> {
        let minutes = |value: &Value| Duration::minutes(i32::try_from(value.as_i64().unwrap()).unwrap());
        for gap in list(value, "splitGaps") {
            task.splits
                .push(Split { after: minutes(&gap["afterMinutes"]), pause: minutes(&gap["gapMinutes"]) });
        }
        task.leveling_delay = super::extra::delay(value);
        if value["manuallyScheduled"] == true {
            task.manual = Some(super::extra::by_hand(value, self));
        }
        for link in list(value, "externalLinks") {
            self.foreign_link(link, calendar, task)?;
        }
        Ok(())
    }

    /// A link to a task whose date is known: a date that the end it joins is held to.
    fn foreign_link(&self, link: &Value, calendar: &str, task: &mut Task) -> Result<(), String> {
        let days = &self.calendars[calendar];
        let anchor = when(text(link, "anchorDate"))?;
        let lag = link["lag"].as_i64().unwrap_or(0) + link["lagMinutes"].as_i64().unwrap_or(0);
        let before = text(link, "direction") == "predecessor";
        let (kind, date) = match (before, text(link, "relType")) {
            // A finish day is inclusive: what follows it begins on the next one.
            (true, "FS") if !days.hours => (ConstraintKind::StartNoEarlierThan, days.shift(anchor, lag + 1)),
            (true, "SS") if !days.hours => (ConstraintKind::StartNoEarlierThan, days.shift(anchor, lag)),
            (true, "FS" | "SS") if lag == 0 => (ConstraintKind::StartNoEarlierThan, anchor),
            (true, "FF") if lag == 0 => (ConstraintKind::FinishNoEarlierThan, anchor),
            (false, "FF") if lag == 0 => (ConstraintKind::FinishNoLaterThan, anchor),
            other => panic!("no such link to another plan is read: {other:?}, {lag}"),
        };
        task.constraints.push(Constraint::on(kind, date));
        Ok(())
    }

    fn duration(&mut self, name: &str, value: &Value) -> Duration {
        let elapsed = value["durationType"] == "ELAPSEDTIME";
        if elapsed {
            self.elapsed.insert(name.to_owned());
        }
        let day = self.calendars[&self.calendar_of[name]].minutes;
        length(&value["dur"], elapsed, day)
    }

    fn constraint(value: &Value, milestone: Option<MilestoneKind>) -> Result<Constraint, String> {
        let kind = match text(value, "type") {
            "ASAP" => return Ok(Constraint { kind: ConstraintKind::AsSoonAsPossible, date: None }),
            "ALAP" => return Ok(Constraint::ALAP),
            "SNET" => ConstraintKind::StartNoEarlierThan,
            "SNLT" => ConstraintKind::StartNoLaterThan,
            "FNET" => ConstraintKind::FinishNoEarlierThan,
            "FNLT" => ConstraintKind::FinishNoLaterThan,
            "MSO" => ConstraintKind::MustStartOn,
            "MFO" => ConstraintKind::MustFinishOn,
            other => panic!("unknown constraint {other}"),
        };
        // A start milestone is held by its start.
        let kind = match (milestone, kind) {
            (Some(MilestoneKind::Start), ConstraintKind::FinishNoEarlierThan) => {
                ConstraintKind::StartNoEarlierThan
            }
            (Some(MilestoneKind::Start), ConstraintKind::FinishNoLaterThan) => {
                ConstraintKind::StartNoLaterThan
            }
            (Some(MilestoneKind::Start), ConstraintKind::MustFinishOn) => ConstraintKind::MustStartOn,
            _ => kind,
        };
        let date = when(text(value, "date"))?;
        Ok(Constraint::on(kind, date))
    }

    /// Where a task of its own starts before the project does, the project starts with it, and the other tasks
    /// without predecessors start no earlier than the project did.
    fn early_roots(
        &mut self,
        case: &Value,
        anchor: When,
        linked: &BTreeSet<&str>,
        parents: &BTreeSet<&str>,
    ) -> Result<(), String> {
        let mut earliest = anchor;
        let roots =
            |value: &&Value| !linked.contains(text(value, "name")) && !parents.contains(text(value, "name"));
        for value in list(case, "tasks").iter().filter(roots) {
            if let Some(start) = value["start"].as_str() {
                earliest = earliest.min(When { time: None, ..when(start)? });
            }
        }
        if earliest < anchor {
            self.plan.program.start = earliest;
            for value in list(case, "tasks").iter().filter(roots).filter(|value| !value["start"].is_string())
            {
                let task = self.plan.tasks.iter_mut().find(|task| task.id == *text(value, "name")).unwrap();
                task.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, anchor));
            }
        }
        Ok(())
    }

    fn link(&self, value: &Value) -> Dependency {
        let (from, to) = (text(value, "pred"), text(value, "succ"));
        let kind = match text(value, "type") {
            "FINISH_START" => DependencyKind::FinishStart,
            "START_START" => DependencyKind::StartStart,
            "FINISH_FINISH" => DependencyKind::FinishFinish,
            "START_FINISH" => DependencyKind::StartFinish,
            other => panic!("unknown link {other}"),
        };
        let elapsed = value["lagUnit"] == "ELAPSEDTIME";
        let day = self.calendars[&self.calendar_of[from]].minutes;
        // In day mode a successor finishes in the evening of the day on which its predecessor starts.
        let inclusive = kind == DependencyKind::StartFinish
            && !elapsed
            && !self.calendars[&self.calendar_of[from]].hours
            && !self.calendars[&self.calendar_of[to]].hours;
        let lag = if inclusive {
            Lag::Duration(length(&(value["lag"].as_i64().unwrap_or(0) + 1).into(), false, day))
        } else if let Some(minutes) = value["lagMinutes"].as_i64() {
            Lag::Duration(length(&format!("{minutes}m").into(), elapsed, day))
        } else if let Some(percent) = value["lagPercent"].as_i64() {
            Lag::parse(&format!("{percent}{}%", if elapsed { "e" } else { "" })).unwrap()
        } else {
            Lag::Duration(length(&value["lag"], elapsed, day))
        };
        Dependency::new(from, to).with_kind(kind).with_lag(lag)
    }
}

/// `3` (days), `"4u"` or `"4h"` (hours), `"2d"`, `"90m"`.
fn length(value: &Value, elapsed: bool, day: i64) -> Duration {
    let day = if elapsed { 1440 } else { day };
    let minutes = match value {
        Value::Null => 0,
        Value::Number(days) => days.as_i64().unwrap() * day,
        other => {
            let text = other.as_str().unwrap();
            let (number, unit) = text.split_at(text.len() - 1);
            let number: i64 = number.parse().unwrap();
            match unit {
                "u" | "h" => number * 60,
                "d" => number * day,
                "m" => number,
                other => panic!("unknown unit {other} in {text}"),
            }
        }
    };
    let length = Duration::minutes(i32::try_from(minutes).unwrap());
    if elapsed { length.elapsed() } else { length }
}
