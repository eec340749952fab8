//! What is read of a file: TaskJuggler's words for a plan, as they stand.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use paceline::calendar::{Calendar, Calendars, Clock, CompiledCalendar, Week};
use paceline::quantity::{Stamp, Time};

/// Seconds of an hour and of a day.
pub(crate) const HOUR: i64 = 3600;
pub(crate) const DAY: i64 = 24 * HOUR;

/// From when to when, in minutes of the day.
pub(crate) type Times = Vec<(u32, u32)>;
/// Working hours from Monday to Sunday.
pub(crate) type Hours = [Times; 7];

/// A time zone, for reading dates.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub(crate) name: String,
    calendar: CompiledCalendar,
}

impl Home {
    pub(crate) fn new(name: &str) -> Result<Self, String> {
        let always = Calendar::new("always").with_zone(name).with_week(Week::always());
        let mut issues = Vec::new();
        let calendars = Calendars::compile(&[always], Clock::Zoned, &mut issues);
        match calendars.get("always") {
            Some(calendar) if issues.is_empty() => {
                Ok(Self { name: name.to_owned(), calendar: calendar.clone() })
            }
            _ => Err(format!("the time zone {name:?} is not known")),
        }
    }

    /// The instant of a civil date and time.
    pub(crate) fn instant(&self, civil: NaiveDateTime) -> i64 {
        self.calendar.opening(civil).0
    }

    /// An instant on the clocks there.
    pub(crate) fn civil(&self, at: i64) -> NaiveDateTime {
        self.calendar.stamp(Time(at)).map_or(NaiveDateTime::MIN, Stamp::civil)
    }

    /// The day that begins nearest to an instant, and whether it begins there but for a change of the clocks.
    pub(crate) fn midnight(&self, at: i64) -> (NaiveDate, bool) {
        let date = (self.civil(at) + TimeDelta::hours(12)).date();
        let off = (self.civil(at) - date.and_time(chrono::NaiveTime::MIN)).num_seconds();
        (date, off.abs() <= HOUR)
    }
}

/// When somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rota {
    pub(crate) hours: Hours,
    /// Other hours from a first to a last day.
    pub(crate) shifts: Vec<(NaiveDate, NaiveDate, Hours)>,
    /// Days away.
    pub(crate) off: BTreeSet<NaiveDate>,
}

/// A shift by its name.
#[derive(Debug, Clone)]
pub(crate) struct ShiftType {
    pub(crate) id: String,
    pub(crate) hours: Hours,
    pub(crate) off: BTreeSet<NaiveDate>,
    /// Whether its days away hold instead of those of the resource.
    pub(crate) replaces: bool,
}

/// How much of a resource may be used.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    /// `dailymax` and so on.
    pub(crate) kind: String,
    pub(crate) seconds: i64,
    /// Resources that it is for; all if empty.
    pub(crate) resources: Vec<String>,
    /// Whether it holds for some time only.
    pub(crate) is_for_a_time: bool,
}

/// Somebody who works, or a group.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: String,
    pub(crate) parent: Option<usize>,
    pub(crate) is_group: bool,
    pub(crate) rota: Rota,
    pub(crate) limits: Vec<Limit>,
    pub(crate) efficiency: f64,
    /// What our model cannot say of it.
    pub(crate) odd: Vec<String>,
}

/// A dependency.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) other: String,
    /// Whether it joins the start of the other; as usual if absent.
    pub(crate) on_start: Option<bool>,
    pub(crate) gap_elapsed: i64,
    pub(crate) gap_working: i64,
}

/// Somebody who is asked for, with those who could come instead.
#[derive(Debug, Clone)]
pub(crate) struct Allocation {
    pub(crate) candidates: Vec<String>,
    pub(crate) mandatory: bool,
    pub(crate) persistent: bool,
    /// Working time of this allocation alone.
    pub(crate) shifts: bool,
}

/// Which of the ends of a task decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    AsSoon,
    AsLate,
}

/// A task as it stands in the file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Item {
    /// With the ids of the tasks above it.
    pub(crate) id: String,
    pub(crate) parent: Option<usize>,
    pub(crate) is_container: bool,
    pub(crate) start: Option<i64>,
    pub(crate) end: Option<i64>,
    pub(crate) effort: Option<i64>,
    pub(crate) length: Option<i64>,
    pub(crate) duration: Option<i64>,
    pub(crate) done: Option<i64>,
    pub(crate) direction: Option<Direction>,
    pub(crate) depends: Vec<Link>,
    pub(crate) precedes: Vec<Link>,
    pub(crate) allocations: Vec<Allocation>,
    pub(crate) limits: Vec<Limit>,
    /// Shift, from, to.
    pub(crate) shifts: Vec<(String, i64, i64)>,
    pub(crate) priority: Option<u16>,
    /// Bounds that a schedule is judged by: start from, to, end from, to.
    pub(crate) bounds: [Option<i64>; 4],
    /// Dates that an assertion asks for.
    pub(crate) asserted: [Option<i64>; 2],
    /// What our model cannot say of it.
    pub(crate) odd: Vec<String>,
}

impl Item {
    /// The start and the end that the file itself says must come out.
    pub(crate) fn fixed(&self) -> [Option<i64>; 2] {
        let same = |a: Option<i64>, b: Option<i64>| a.filter(|_| a == b);
        let [start_from, start_to, end_from, end_to] = self.bounds;
        [
            self.asserted[0].or_else(|| same(start_from, start_to)),
            self.asserted[1].or_else(|| same(end_from, end_to)),
        ]
    }
}

/// A file.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    pub(crate) start: i64,
    pub(crate) now: Option<i64>,
    /// The scenario in which what is past is as it was recorded.
    pub(crate) tracking: Option<String>,
    /// Scenarios, each with those above it, itself first.
    pub(crate) scenarios: Vec<Vec<String>>,
    pub(crate) home: Home,
    /// Seconds of a slot.
    pub(crate) slot: i64,
    /// Working seconds of a day.
    pub(crate) day: i64,
    /// When the project works.
    pub(crate) rota: Rota,
    pub(crate) shifts: Vec<ShiftType>,
    pub(crate) people: Vec<Person>,
    pub(crate) tasks: Vec<Item>,
}

impl Project {
    /// A task and those above it, itself first.
    pub(crate) fn line(&self, task: usize) -> impl Iterator<Item = &Item> {
        std::iter::successors(Some(&self.tasks[task]), |item| item.parent.map(|parent| &self.tasks[parent]))
    }

    pub(crate) fn task(&self, id: &str) -> Option<usize> {
        self.tasks.iter().position(|task| task.id == id)
    }

    /// The task that is meant where one task names another: `!` is the task above.
    pub(crate) fn meant(&self, by: usize, name: &str) -> Option<usize> {
        let path = name.trim_start_matches('!');
        let up = name.len() - path.len();
        if up == 0 {
            return self.task(path);
        }
        let above = self.line(by).nth(up);
        self.task(&above.map_or_else(|| path.to_owned(), |above| format!("{}.{path}", above.id)))
    }

    /// The people that a name means: one, or those of a group.
    pub(crate) fn members(&self, name: &str) -> Vec<usize> {
        let Some(own) = self.people.iter().position(|person| person.id == name) else { return Vec::new() };
        let below = |mut at: usize| {
            while let Some(parent) = self.people[at].parent {
                if parent == own {
                    return true;
                }
                at = parent;
            }
            false
        };
        let all = 0..self.people.len();
        all.filter(|at| !self.people[*at].is_group && (*at == own || below(*at))).collect()
    }
}
