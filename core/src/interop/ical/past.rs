//! Feeds as they were written before.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::limits::MAX_ICAL_BYTES;
use super::rule::{date, date_time};
use super::text::unfolded;
use crate::Issue;

/// An event of a feed, as its lines.
#[derive(Debug, Clone, Default)]
pub(super) struct PastEvent {
    pub(super) sequence: u32,
    /// `DTSTAMP`, `LAST-MODIFIED` and `SEQUENCE`, as they were.
    pub(super) stamps: Vec<String>,
    /// All others but the `UID`.
    pub(super) lines: Vec<String>,
}

/// A feed: its events by `UID`.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    pub(super) events: BTreeMap<String, PastEvent>,
}

impl PastEvent {
    pub(super) fn is_cancelled(&self) -> bool {
        self.lines.iter().any(|line| line == "STATUS:CANCELLED")
    }

    pub(super) fn cancel(&mut self) {
        self.lines.retain(|line| !line.starts_with("STATUS:"));
        self.lines.push("STATUS:CANCELLED".into());
    }

    /// The values of `DTSTART` and `DTEND`, with what stands before them.
    fn dates(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_date = |line: &&String| line.starts_with("DTSTART") || line.starts_with("DTEND");
        self.lines.iter().filter(is_date).filter_map(|line| line.rsplit_once(':'))
    }

    /// The last day that it touches, as it is written.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.dates().filter_map(|(_, value)| date(value.get(..8)?)).max()
    }

    /// The zones of its times, with the times.
    pub(super) fn zones(&self) -> Vec<(String, i64)> {
        let of = |(name, value): (&str, &str)| {
            let zone = name.split_once("TZID=")?.1.trim_matches('"');
            Some((zone.to_owned(), date_time(value)?.and_utc().timestamp()))
        };
        self.dates().filter_map(of).collect()
    }
}

/// The feeds of some texts, by what they are of.
pub(super) fn past(texts: &[String], issues: &mut Vec<Issue>) -> BTreeMap<String, Past> {
    let mut found: BTreeMap<String, Past> = BTreeMap::new();
    for (number, text) in texts.iter().enumerate() {
        let place = format!("options/previous/{number}");
        if text.len() > MAX_ICAL_BYTES {
            let message =
                format!("{} bytes are more than the {MAX_ICAL_BYTES} that are accepted", text.len());
            issues.push(Issue::error("too-large", place, message));
            continue;
        }
        match read(text) {
            Some((feed, past)) => found.entry(feed).or_default().events.extend(past.events),
            None => {
                let message = "the text is no feed that this library wrote";
                let issue = Issue::warning("not-a-feed", place, message);
                issues.push(issue.with_help("nothing of it is raised or cancelled"));
            }
        }
    }
    found
}

fn read(text: &str) -> Option<(String, Past)> {
    let (mut feed, mut past) = (None, Past::default());
    let mut open: Option<(String, PastEvent)> = None;
    for (_, line) in unfolded(text) {
        match (line.as_ref(), &mut open) {
            ("BEGIN:VEVENT", _) => open = Some(Default::default()),
            ("END:VEVENT", _) => {
                if let Some((uid, event)) = open.take().filter(|(uid, _)| !uid.is_empty()) {
                    past.events.insert(uid, event);
                }
            }
            (line, Some((uid, event))) => match line.split_once(':').unwrap_or((line, "")) {
                ("UID", value) => value.clone_into(uid),
                ("SEQUENCE", value) => {
                    event.sequence = value.trim().parse().unwrap_or(0);
                    event.stamps.push(line.to_owned());
                }
                ("DTSTAMP" | "LAST-MODIFIED", _) => event.stamps.push(line.to_owned()),
                _ => event.lines.push(line.to_owned()),
            },
            (line, None) => {
                if let Some(value) = line.strip_prefix("X-PACELINE-FEED:") {
                    feed = Some(super::text::unescape(value));
                }
            }
        }
    }
    Some((feed?, past))
}
