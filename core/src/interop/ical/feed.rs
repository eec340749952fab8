//! Writing: the feeds of a plan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::{Campaigns, Event, Source, belongs, gather};
use super::limits::{MAX_EVENTS, MAX_FEED_EVENTS};
use super::past::{Past, past};
use super::text::{escape, fold};
use super::zone;
use crate::calendar::Zone;
use crate::error::nearest;
use crate::plan::{Plan, is_default};
use crate::quantity::When;
use crate::schedule::Schedule;
use crate::schedule::booking::Bookings;
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// What feeds there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IcalBy {
    /// One feed with every task.
    #[default]
    Program,
    /// One for each person, department and vendor that has work: when it works on what.
    Resource,
    /// One for each campaign.
    Campaign,
    /// One for each channel: the tasks of the campaigns that use it.
    Channel,
    /// One for each market: its tasks, and those of campaigns that run in it and name no other market.
    Market,
}

/// How a task is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IcalDetail {
    /// One event from its start to its finish; one for each part if its work pauses. Shown as free: nobody works
    /// through the night.
    #[default]
    Spans,
    /// The same in whole days.
    Days,
    /// One event for each stretch of work, shown as busy.
    Shifts,
}

/// What feeds are written, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct IcalOptions {
    /// The moment of the export in UTC, which the library cannot know: `2026-03-02T09:30`. Always needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stamp: Option<When>,
    /// What feeds there are.
    #[serde(skip_serializing_if = "is_default")]
    pub by: IcalBy,
    /// Only the feeds of these ids (or names of channels or markets); all if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// How a task is shown.
    #[serde(skip_serializing_if = "is_default")]
    pub detail: IcalDetail,
    /// The zone that times are shown in (an IANA name, `UTC` or an offset). If absent, a plan on one wall clock has
    /// floating times, which every calendar shows in its own zone, and a zoned plan those of its calendars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What tells this plan from others for good: the `UID`s are made with it. The program's name if absent; then a
    /// new name makes all events new ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// Address of a task, `{task}` standing for its id: `https://plan.example/tasks/{task}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The feeds as they were written before: what has changed is then raised, what is no longer there cancelled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<String>,
}

/// One feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IcalFeed {
    /// What it is of: `program`, `resource/ana`, `campaign/spring`, `channel/instagram`, `market/US`.
    pub feed: String,
    /// Its name for people.
    pub name: String,
    /// The text of the file (`text/calendar`, UTF-8).
    pub text: String,
    /// How many events it holds, those cancelled not counted.
    pub events: u32,
    /// How many of them are new or differ from the feed before.
    pub changed: u32,
    /// How many events are cancelled.
    pub cancelled: u32,
}

/// The feeds of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IcalFeeds {
    /// The feeds, in the order of what they are of.
    pub feeds: Vec<IcalFeed>,
    /// What a person should know about them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// Writes a scheduled plan as iCalendar feeds (RFC 5545), each the text of an `.ics` file.
///
/// Give the feeds as they were before in [`IcalOptions::previous`]: an event that differs gets a higher `SEQUENCE`
/// and a new `DTSTAMP` and `LAST-MODIFIED`, one that is gone stays with the status `CANCELLED` until its time is over,
/// and one that is as it was does not change by a byte.
///
/// # Errors
/// Every fault of the plan, tasks that the schedule lacks; `missing-stamp`, `unknown-zone`, `unknown-feed`,
/// `invalid-value` of the options; `too-large`.
///
/// # Complexity
/// O(n log n) in the events, plus the layout of the work.
///
/// # Examples
/// ```
/// use paceline::interop::{IcalBy, IcalOptions, write_ical};
/// use paceline::plan::Plan;
/// use paceline::quantity::When;
/// use paceline::schedule::schedule;
/// let plan = Plan::read(r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02" },
///     "resources": [{ "id": "ana" }],
///     "tasks": [{ "id": "copy", "name": "Write copy", "duration": "2d" }],
///     "assignments": [{ "task": "copy", "resource": "ana" }]
/// }"#)?;
/// let options = IcalOptions {
///     stamp: Some(When::parse("2026-02-27T12:00")?), by: IcalBy::Resource, ..IcalOptions::default()
/// };
/// let feeds = write_ical(&plan, &schedule(&plan)?, &options)?.feeds;
/// assert_eq!(feeds[0].feed, "resource/ana");
/// assert!(feeds[0].text.contains("DTSTART:20260302T080000\r\nDTEND:20260303T170000\r\nSUMMARY:Write copy\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_ical(plan: &Plan, schedule: &Schedule, options: &IcalOptions) -> Result<IcalFeeds, Issues> {
    let plan = schedule.staffed(plan)?;
    let bookings = Bookings::of(&plan, schedule)?;
    let mut issues = Vec::new();
    let setting = Setting::read(options, &mut issues);
    let mut past = past(&options.previous, &mut issues);
    let campaigns = Campaigns::of(&bookings.index);
    let mut sources = sources(&bookings, &campaigns, options, &past, &mut issues);
    let mut issues = Issues::check(issues)?;
    let Some(setting) = setting else { return Err(Issues::new(issues)) };
    let mut all = 0;
    let mut feeds = Vec::with_capacity(sources.len());
    sources.arrange_by(|a, b| a.feed.cmp(&b.feed));
    for source in &sources {
        let events = gather(&bookings, &campaigns, source, &setting);
        all += events.len();
        if events.len() > MAX_FEED_EVENTS || all > MAX_EVENTS {
            let message = format!("more than {MAX_FEED_EVENTS} events in a feed, or {MAX_EVENTS} in all");
            return Err(Issue::error("too-large", source.feed.clone(), message)
                .with_help("show spans or days, or fewer feeds")
                .into());
        }
        feeds.push(write(source, events, past.remove(&source.feed).unwrap_or_default(), &setting));
    }
    issues.arrange();
    Ok(IcalFeeds { feeds, issues })
}

/// What the options ask for.
pub(super) struct Setting<'a> {
    pub(super) options: &'a IcalOptions,
    pub(super) stamp: When,
    pub(super) zone: Option<Zone>,
    pub(super) by_resource: bool,
}

impl<'a> Setting<'a> {
    fn read(options: &'a IcalOptions, issues: &mut Vec<Issue>) -> Option<Self> {
        if options.stamp.is_none() {
            let message = "the moment of the export is missing, and the library reads no clock";
            let issue = Issue::error("missing-stamp", "options/stamp", message);
            issues.push(issue.with_help("give the time of now in UTC, such as `2026-03-02T09:30`"));
        }
        let zone = options.zone.as_deref().and_then(|name| {
            let found = Zone::parse(name);
            if let Err(error) = &found {
                issues.push(Issue::error("unknown-zone", "options/zone", error.to_string()));
            }
            found.ok()
        });
        if let Some(url) = &options.url
            && (url.len() > 2000
                || url.chars().any(|c| c.is_control() || c.is_whitespace())
                || !url.contains(':'))
        {
            let shown: String = url.chars().take(40).filter(|c| !c.is_control()).collect();
            let issue = Issue::error("invalid-value", "options/url", format!("`{shown}` is no address"));
            issues.push(issue.with_help("write something such as `https://plan.example/tasks/{task}`"));
        }
        let by_resource = options.by == IcalBy::Resource;
        Some(Self { options, stamp: options.stamp?, zone, by_resource })
    }
}

/// The feeds that are asked for.
fn sources(
    bookings: &Bookings<'_>,
    campaigns: &Campaigns<'_>,
    options: &IcalOptions,
    past: &BTreeMap<String, Past>,
    issues: &mut Vec<Issue>,
) -> Vec<Source> {
    let (index, plan) = (&bookings.index, bookings.index.plan);
    let program = &plan.program.name;
    let mut sources: BTreeMap<String, Source> = BTreeMap::new();
    let mut add = |kind: &str, id: &str, name: &str| {
        let (feed, name) = (format!("{kind}/{id}"), format!("{program}: {name}"));
        sources.entry(feed.clone()).or_insert_with(|| Source {
            feed,
            id: id.to_owned(),
            name,
            tasks: Vec::new(),
        });
    };
    let kind = match options.by {
        IcalBy::Program => "program",
        IcalBy::Resource => "resource",
        IcalBy::Campaign => "campaign",
        IcalBy::Channel => "channel",
        IcalBy::Market => "market",
    };
    match options.by {
        IcalBy::Program => {
            let (feed, id) = (kind.to_owned(), kind.to_owned());
            sources.insert(kind.into(), Source { feed, id, name: program.clone(), tasks: Vec::new() });
        }
        IcalBy::Resource => {
            for resource in plan.resources.iter().filter(|resource| resource.kind.works()) {
                add(kind, &resource.id, resource.name.as_deref().unwrap_or(&resource.id));
            }
        }
        IcalBy::Campaign => {
            for campaign in &plan.campaigns {
                add(kind, &campaign.id, campaign.name.as_deref().unwrap_or(&campaign.id));
            }
        }
        IcalBy::Channel => {
            plan.campaigns
                .iter()
                .flat_map(|one| &one.channels)
                .for_each(|channel| add(kind, channel, channel));
        }
        IcalBy::Market => {
            let own = plan.tasks.iter().filter_map(|task| task.market.as_ref());
            let all = plan.campaigns.iter().flat_map(|one| &one.markets).chain(own);
            all.for_each(|market| add(kind, market, market));
        }
    }
    for id in &options.only {
        let feed = format!("{kind}/{id}");
        if options.by != IcalBy::Program && !sources.contains_key(&feed) && !past.contains_key(&feed) {
            let shown: String = id.chars().take(80).collect();
            let known = sources.values().map(|source| source.id.as_str());
            let mut issue = Issue::error(
                "unknown-feed",
                "options/only",
                format!("there is no {kind} `{shown}` with a feed"),
            );
            issue.help = nearest(id, known);
            issues.push(issue);
        }
    }
    let mut count = 0;
    for number in 0..index.tasks.len() as u32 {
        if !index.is_summary[number as usize] {
            belongs(index, campaigns, number, options.by, |feed| {
                if let Some(source) = sources.get_mut(&feed).filter(|_| count < MAX_EVENTS) {
                    source.tasks.push(number);
                    count += 1;
                }
            });
        }
    }
    if count >= MAX_EVENTS {
        let message = format!("the feeds have more than {MAX_EVENTS} events in all");
        issues.push(Issue::error("too-large", "options/by", message).with_help("write fewer feeds"));
    }
    let is_asked = |id: &str| options.only.is_empty() || options.only.iter().any(|only| only == id);
    // Feeds of what is no longer in the plan: all their events are cancelled.
    for feed in past.keys() {
        if let Some(id) = feed.strip_prefix(kind).and_then(|rest| rest.strip_prefix('/'))
            && !sources.contains_key(feed)
        {
            let (id, name) = (id.to_owned(), format!("{program}: {id}"));
            sources.insert(feed.clone(), Source { feed: feed.clone(), id, name, tasks: Vec::new() });
        }
    }
    // Who has nothing to do has no feed, unless it had one or is asked for.
    let is_kept = |source: &Source| {
        !source.tasks.is_empty() || past.contains_key(&source.feed) || !options.only.is_empty()
    };
    let is_program = options.by == IcalBy::Program;
    sources.into_values().filter(|one| is_program || (is_asked(&one.id) && is_kept(one))).collect()
}

/// The text of a feed.
fn write(source: &Source, events: Vec<Event>, past: Past, setting: &Setting<'_>) -> IcalFeed {
    let stamp = setting.stamp.start().format("%Y%m%dT%H%M%SZ").to_string();
    let mut old = past.events;
    let mut zones: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    let mut body = String::new();
    let (mut count, mut changed, mut cancelled) = (0, 0, 0);
    for event in events {
        if let Some((zone, from, to)) = &event.zone {
            widen(&mut zones, zone, *from, *to);
        }
        let before = old.remove(&event.uid);
        count += 1;
        let same = before.as_ref().is_some_and(|before| before.lines == event.lines);
        let stamps = match before {
            Some(before) if same => before.stamps,
            Some(before) => stamps(&stamp, before.sequence.saturating_add(1)),
            None => stamps(&stamp, 0),
        };
        changed += u32::from(!same);
        put(&mut body, &event.uid, &stamps, &event.lines);
    }
    for (uid, mut event) in old {
        if event.is_cancelled() {
            // What was cancelled before stays until its time is over.
            if event.last_day().is_none_or(|day| day < setting.stamp.date) {
                continue;
            }
        } else {
            event.cancel();
            event.stamps = stamps(&stamp, event.sequence.saturating_add(1));
        }
        for (zone, local) in event.zones() {
            widen(&mut zones, &zone, local - 86_400, local + 86_400);
        }
        cancelled += 1;
        put(&mut body, &uid, &event.stamps, &event.lines);
    }
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Paceline//Plan//EN", "CALSCALE:GREGORIAN"] {
        fold(&mut text, line);
    }
    fold(&mut text, "METHOD:PUBLISH");
    let name = escape(&source.name);
    fold(&mut text, &format!("NAME:{name}"));
    fold(&mut text, &format!("X-WR-CALNAME:{name}"));
    fold(&mut text, &format!("X-PACELINE-FEED:{}", escape(&source.feed)));
    for (name, (from, to)) in zones {
        if let Ok(known) = Zone::parse(&name) {
            zone::write(&mut text, &known, from, to);
        }
    }
    text.push_str(&body);
    fold(&mut text, "END:VCALENDAR");
    IcalFeed { feed: source.feed.clone(), name: source.name.clone(), text, events: count, changed, cancelled }
}

fn widen(zones: &mut BTreeMap<String, (i64, i64)>, zone: &str, from: i64, to: i64) {
    let range = zones.entry(zone.to_owned()).or_insert((from, to));
    *range = (range.0.min(from), range.1.max(to));
}

fn stamps(stamp: &str, sequence: u32) -> Vec<String> {
    vec![format!("DTSTAMP:{stamp}"), format!("LAST-MODIFIED:{stamp}"), format!("SEQUENCE:{sequence}")]
}

fn put(body: &mut String, uid: &str, stamps: &[String], lines: &[String]) {
    fold(body, "BEGIN:VEVENT");
    fold(body, &format!("UID:{uid}"));
    stamps.iter().chain(lines).for_each(|line| fold(body, line));
    fold(body, "END:VEVENT");
}
