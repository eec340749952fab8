//! The events of a feed.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::feed::{IcalBy, IcalDetail, Setting};
use super::text::{escape, quoted};
use super::zone::stamp;
use crate::calendar::{Clock, Zone};
use crate::plan::index::{NONE, PlanIndex};
use crate::plan::{Campaign, MilestoneKind, Task};
use crate::quantity::{DAY, Time};
use crate::schedule::TaskSchedule;
use crate::schedule::booking::{Booking, Bookings};
use crate::sort::Arrange;

/// What a feed is made of.
pub(super) struct Source {
    /// `resource/ana`.
    pub(super) feed: String,
    pub(super) id: String,
    pub(super) name: String,
    /// Numbers of its tasks.
    pub(super) tasks: Vec<u32>,
}

/// An event.
pub(super) struct Event {
    pub(super) uid: String,
    /// Everything but its `UID` and stamps.
    pub(super) lines: Vec<String>,
    /// The zone of its times, if it needs a description, and from when to when.
    pub(super) zone: Option<(String, i64, i64)>,
}

/// The campaign of each task: its own, else that of the nearest summary above it.
pub(super) struct Campaigns<'a>(Vec<Option<&'a Campaign>>);

impl<'a> Campaigns<'a> {
    pub(super) fn of(index: &PlanIndex<'a>) -> Self {
        let by_id: FxHashMap<&str, &Campaign> =
            index.plan.campaigns.iter().map(|campaign| (campaign.id.as_str(), campaign)).collect();
        let count = index.tasks.len();
        let (mut found, mut known) = (vec![None; count], vec![false; count]);
        let mut path = Vec::new();
        for number in 0..count {
            let mut at = number;
            let campaign = loop {
                if known[at] {
                    break found[at];
                }
                path.push(at);
                if let Some(id) = &index.task(at as u32).campaign {
                    break by_id.get(id.as_str()).copied();
                }
                match index.parent[at] {
                    NONE => break None,
                    parent => at = parent as usize,
                }
            };
            for at in path.drain(..) {
                (found[at], known[at]) = (campaign, true);
            }
        }
        Self(found)
    }

    pub(super) fn get(&self, number: u32) -> Option<&'a Campaign> {
        self.0.get(number as usize).copied().flatten()
    }
}

/// Tells the feeds that a task is in.
pub(super) fn belongs(
    index: &PlanIndex<'_>,
    campaigns: &Campaigns<'_>,
    number: u32,
    by: IcalBy,
    mut tell: impl FnMut(String),
) {
    let campaign = campaigns.get(number);
    match by {
        IcalBy::Program => tell("program".into()),
        IcalBy::Resource => {
            for assignment in index.assignments_of(number) {
                tell(format!("resource/{}", index.resource(assignment.resource).id));
            }
        }
        IcalBy::Campaign => {
            if let Some(campaign) = campaign {
                tell(format!("campaign/{}", campaign.id));
            }
        }
        IcalBy::Channel => {
            let channels: BTreeSet<&String> =
                campaign.iter().flat_map(|campaign| &campaign.channels).collect();
            channels.into_iter().for_each(|channel| tell(format!("channel/{channel}")));
        }
        IcalBy::Market => match &index.task(number).market {
            Some(market) => tell(format!("market/{market}")),
            None => {
                let markets: BTreeSet<&String> =
                    campaign.iter().flat_map(|campaign| &campaign.markets).collect();
                markets.into_iter().for_each(|market| tell(format!("market/{market}")));
            }
        },
    }
}

/// The events of a feed, by their start.
pub(super) fn gather(
    bookings: &Bookings<'_>,
    campaigns: &Campaigns<'_>,
    source: &Source,
    setting: &Setting<'_>,
) -> Vec<Event> {
    let resource = if setting.by_resource { bookings.index.find_resource(&source.id) } else { None };
    let own_zone = resource.map(|number| &bookings.workers[number as usize].zone);
    let clock = Face {
        clock: bookings.clock,
        own: own_zone.unwrap_or(&bookings.zone),
        shown: setting.zone.as_ref().or(match bookings.clock {
            Clock::Wall => None,
            Clock::Zoned => own_zone.or(Some(&bookings.zone)),
        }),
    };
    let mut found: Vec<(i64, Event)> = Vec::new();
    for &number in &source.tasks {
        let of_task = bookings.bookings.partition_point(|booking| booking.task < number);
        let of_task = bookings.bookings[of_task..].iter().take_while(|booking| booking.task == number);
        let of_task: Vec<&Booking> =
            of_task.filter(|one| resource.is_none_or(|number| one.resource == number)).collect();
        let maker = Maker { bookings, campaigns, setting, clock: &clock, resource, number };
        maker.events(&of_task, &mut found);
    }
    found.arrange_by(|a, b| (a.0, &a.1.uid).cmp(&(b.0, &b.1.uid)));
    found.into_iter().map(|(_, event)| event).collect()
}

/// How instants are shown.
struct Face<'a> {
    clock: Clock,
    /// Zone of the axis of a zoned plan's dates, where no other is asked for.
    own: &'a Zone,
    /// Zone that times are shown in; none for floating ones.
    shown: Option<&'a Zone>,
}

impl Face<'_> {
    /// Seconds on the clock that is shown.
    fn local(&self, at: i64) -> i64 {
        match self.clock {
            Clock::Wall => at,
            Clock::Zoned => at + i64::from(self.shown.unwrap_or(self.own).offset_at(Time(at))),
        }
    }

    /// Seconds of UTC.
    fn instant(&self, at: i64) -> i64 {
        match (self.clock, self.shown, Time(at).to_civil()) {
            (Clock::Wall, Some(zone), Some(civil)) => zone.to_axis(civil).opening().0,
            _ => at,
        }
    }

    /// The name of the zone, if it needs a description.
    fn zone(&self) -> Option<&str> {
        let zone = self.shown?;
        let is_fixed = zone.name() == "UTC" || zone.name().starts_with(['+', '-']);
        (!is_fixed).then_some(zone.name())
    }

    /// A property of a time.
    fn property(&self, name: &str, at: i64) -> String {
        match (self.zone(), self.shown) {
            (Some(zone), _) => format!("{name};TZID={}:{}", quoted(zone), stamp(self.local(at))),
            (None, Some(_)) => format!("{name}:{}Z", stamp(self.instant(at))),
            (None, None) => format!("{name}:{}", stamp(self.local(at))),
        }
    }

    fn day(&self, at: i64) -> i64 {
        self.local(at).div_euclid(DAY)
    }
}

/// Makes the events of one task.
struct Maker<'a, 'b> {
    bookings: &'a Bookings<'b>,
    campaigns: &'a Campaigns<'b>,
    setting: &'a Setting<'a>,
    clock: &'a Face<'a>,
    /// Whose feed it is.
    resource: Option<u32>,
    number: u32,
}

impl Maker<'_, '_> {
    fn events(&self, of_task: &[&Booking], found: &mut Vec<(i64, Event)>) {
        let (task, row) = (self.bookings.index.task(self.number), self.bookings.rows[self.number as usize]);
        let (start, finish) = (row.start.time().0, row.finish.time().0);
        let about = self.about(task, row);
        let mut add = |key: &str, from: i64, to: i64, days: Option<(i64, i64)>, busy: bool| {
            let mut lines = Vec::with_capacity(about.len() + 4);
            let mut zone = None;
            match days {
                Some((first, end)) => {
                    lines.push(format!("DTSTART;VALUE=DATE:{}", &stamp(first * DAY)[..8]));
                    lines.push(format!("DTEND;VALUE=DATE:{}", &stamp(end * DAY)[..8]));
                }
                None => {
                    lines.push(self.clock.property("DTSTART", from));
                    lines.push(self.clock.property("DTEND", to));
                    let instants = |name: &str| {
                        (name.to_owned(), self.clock.instant(from) - DAY, self.clock.instant(to) + DAY)
                    };
                    zone = self.clock.zone().map(instants);
                }
            }
            lines.extend(about.iter().cloned());
            lines.push(format!("TRANSP:{}", if busy { "OPAQUE" } else { "TRANSPARENT" }));
            found.push((from, Event { uid: self.uid(task, key), lines, zone }));
        };
        if start >= finish {
            let is_start = task.milestone == Some(MilestoneKind::Start);
            let day = self.clock.day(if is_start { start } else { finish - 1 });
            add("", start, finish, Some((day, day + 1)), false);
            return;
        }
        let spans = match (self.setting.options.detail, of_task) {
            (IcalDetail::Shifts, [_, ..]) => {
                for (from, to) in self.stretches(of_task) {
                    // Known by its day: what was to be done on another day is another event.
                    add(&stamp(self.clock.local(from)), from, to, None, true);
                }
                return;
            }
            (_, [one]) if self.resource.is_some() => self.bookings.spans(self.number, Some(one)),
            (_, [first, ..]) if !task.splits.is_empty() => self.bookings.spans(self.number, Some(first)),
            _ => self.bookings.spans(self.number, None),
        };
        for (part, &(from, to)) in (1..).zip(&spans) {
            let key = if part == 1 { String::new() } else { part.to_string() };
            let days = (self.setting.options.detail == IcalDetail::Days)
                .then(|| (self.clock.day(from), self.clock.day(to - 1) + 1));
            add(&key, from, to, days, false);
        }
    }

    /// When anybody of these works.
    fn stretches(&self, of_task: &[&Booking]) -> Vec<(i64, i64)> {
        let mut all: Vec<(i64, i64)> = Vec::new();
        of_task.iter().for_each(|booking| all.extend(self.bookings.stretches(booking)));
        all.arrange();
        let mut merged: Vec<(i64, i64)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        merged
    }

    /// The same in every export: from the plan, the task, whose feed it is and which part.
    fn uid(&self, task: &Task, key: &str) -> String {
        let index = &self.bookings.index;
        let plan = self.setting.options.namespace.as_deref().unwrap_or(&index.plan.program.name);
        let whose = self.resource.map_or("", |number| index.resource(number).id.as_str());
        // FNV-1a with 128 bits; the parts are set apart by a byte that no text holds.
        let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        for part in [plan, task.id.as_str(), whose, key] {
            for byte in part.bytes().chain([0xff]) {
                hash = (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
            }
        }
        format!("{hash:032x}@paceline")
    }

    /// What is said of a task, whenever it is.
    fn about(&self, task: &Task, row: &TaskSchedule) -> Vec<String> {
        let index = &self.bookings.index;
        let mut lines = vec![format!("SUMMARY:{}", escape(task.name.as_deref().unwrap_or(&task.id)))];
        let campaign = self.campaigns.get(self.number);
        let campaign_name = campaign.map(|one| one.name.as_deref().unwrap_or(&one.id));
        let mut said: Vec<String> = Vec::new();
        said.extend(task.notes.clone().filter(|notes| !notes.trim().is_empty()));
        let parent = Some(index.parent[self.number as usize]).filter(|parent| *parent != NONE);
        if let Some(parent) = parent.map(|parent| index.task(parent)) {
            said.push(format!("Part of: {}", parent.name.as_deref().unwrap_or(&parent.id)));
        }
        said.extend(campaign_name.map(|name| format!("Campaign: {name}")));
        let people: Vec<&str> = index
            .assignments_of(self.number)
            .iter()
            .map(|assignment| index.resource(assignment.resource))
            .filter(|resource| resource.kind.works())
            .map(|resource| resource.name.as_deref().unwrap_or(&resource.id))
            .collect();
        if !people.is_empty() {
            said.push(format!("With: {}", people.join(", ")));
        }
        if let Some(deadline) = task.deadline {
            let late = match row.late_days {
                0 => String::new(),
                1 => " (1 day late)".into(),
                days => format!(" ({days} days late)"),
            };
            said.push(format!("Deadline: {deadline}{late}"));
        }
        if !said.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escape(&said.join("\n"))));
        }
        let channels = campaign.map_or(&[][..], |one| &one.channels);
        let mut categories: Vec<&str> = Vec::new();
        let all = campaign_name.into_iter().chain(task.market.as_deref());
        for name in all.chain(channels.iter().chain(&task.tags).map(String::as_str)) {
            if !name.trim().is_empty() && !categories.contains(&name) {
                categories.push(name);
            }
        }
        if !categories.is_empty() {
            let escaped: Vec<String> = categories.into_iter().map(escape).collect();
            lines.push(format!("CATEGORIES:{}", escaped.join(",")));
        }
        if let Some(url) = &self.setting.options.url {
            lines.push(format!("URL:{}", url.replace("{task}", &percent(&task.id))));
        }
        lines.push("STATUS:CONFIRMED".into());
        lines
    }
}

/// A text as a part of an address.
fn percent(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
