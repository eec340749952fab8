//! Feeds out and calendars in. Client libraries of other languages read the same feeds in
//! `bindings-python/tests/test_ical.py` and `bindings-wasm/tests/ical.test.mjs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

use std::collections::BTreeSet;

use paceline::interop::{IcalBusy, IcalBy, IcalDetail, IcalOptions, IcalReadOptions, read_ical, write_ical};
use paceline::plan::{Plan, Split};
use paceline::quantity::{Duration, When};
use paceline::schedule::{Schedule, schedule};
use proptest::prelude::*;

fn busy(body: &str, options: &IcalReadOptions) -> IcalBusy {
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", body.replace('\n', "\r\n"));
    read_ical(&text, options).unwrap()
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
}

fn options() -> IcalOptions {
    IcalOptions { stamp: Some(When::parse("2026-02-27T12:00").unwrap()), ..IcalOptions::default() }
}

fn spans(busy: &IcalBusy) -> Vec<String> {
    busy.absences.iter().map(|one| format!("{} {}", one.from, one.to)).collect()
}

fn codes(busy: &IcalBusy) -> Vec<&str> {
    busy.issues.iter().map(|issue| issue.code.as_ref()).collect()
}

fn fair() -> Plan {
    Plan::read(
        r#"{
        "format": "paceline/1",
        "program": { "name": "Spring fair", "start": "2026-03-02" },
        "campaigns": [{ "id": "spring", "name": "Spring, 2026", "channels": ["instagram", "mail"], "markets": ["US", "DE"] }],
        "resources": [{ "id": "ana", "name": "Ana" }, { "id": "bo" }, { "id": "paper", "kind": "material" }],
        "tasks": [
            { "id": "all", "name": "Everything", "campaign": "spring" },
            { "id": "copy", "name": "Write; copy", "parent": "all", "duration": "2d", "notes": "first line\nsecond",
              "deadline": "2026-03-02", "market": "US" },
            { "id": "film", "parent": "all", "duration": "3d", "splits": [{ "after": "1d", "pause": "2d" }] },
            { "id": "live", "name": "Live", "milestone": "finish" }
        ],
        "dependencies": [{ "from": "copy", "to": "live" }, { "from": "film", "to": "live" }],
        "assignments": [{ "task": "copy", "resource": "ana" }, { "task": "film", "resource": "bo" },
                        { "task": "film", "resource": "paper" }]
    }"#,
    )
    .unwrap()
}

#[test]
fn a_plan_on_one_clock_has_floating_times_and_whole_days_for_moments() {
    let plan = fair();
    let feeds = write_ical(&plan, &schedule(&plan).unwrap(), &options()).unwrap().feeds;
    let [feed] = feeds.as_slice() else { panic!("{feeds:?}") };
    assert_eq!((feed.feed.as_str(), feed.events, feed.changed, feed.cancelled), ("program", 4, 4, 0));
    let text = feed.text.replace("\r\n ", "");
    for part in [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        "DTSTART:20260302T080000\r\nDTEND:20260303T170000\r\nSUMMARY:Write\\; copy\r\n\
         DESCRIPTION:first line\\nsecond\\nPart of: Everything\\nCampaign: Spring\\, 2026\\nWith: Ana\\nDeadline: \
         2026-03-02 (1 day late)\r\nCATEGORIES:Spring\\, 2026,US,instagram,mail\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n",
        // One day, then two days later the other two.
        "DTSTART:20260302T080000\r\nDTEND:20260302T170000\r\nSUMMARY:film\r\n",
        "DTSTART:20260305T080000\r\nDTEND:20260306T170000\r\nSUMMARY:film\r\n",
        "DTSTART;VALUE=DATE:20260306\r\nDTEND;VALUE=DATE:20260307\r\nSUMMARY:Live\r\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn feeds_are_by_resource_campaign_channel_and_market() {
    let plan = fair();
    let schedule = schedule(&plan).unwrap();
    let found = |by: IcalBy| -> Vec<(String, u32)> {
        let options = IcalOptions { by, ..options() };
        let feeds = write_ical(&plan, &schedule, &options).unwrap().feeds;
        feeds.into_iter().map(|feed| (feed.feed, feed.events)).collect()
    };
    let expect = |list: &[(&str, u32)]| -> Vec<(String, u32)> {
        list.iter().map(|(feed, events)| ((*feed).to_owned(), *events)).collect()
    };
    assert_eq!(found(IcalBy::Resource), expect(&[("resource/ana", 1), ("resource/bo", 2)]));
    assert_eq!(found(IcalBy::Campaign), expect(&[("campaign/spring", 3)]));
    assert_eq!(found(IcalBy::Channel), expect(&[("channel/instagram", 3), ("channel/mail", 3)]));
    assert_eq!(found(IcalBy::Market), expect(&[("market/DE", 2), ("market/US", 3)]));
    let only = IcalOptions { by: IcalBy::Resource, only: vec!["an".into()], ..options() };
    let refused = write_ical(&plan, &schedule, &only).unwrap_err();
    assert_eq!(refused.as_slice()[0].code, "unknown-feed");
    assert_eq!(refused.as_slice()[0].help.as_deref(), Some("did you mean `ana` or `bo`?"));
    let shifts = IcalOptions { by: IcalBy::Resource, detail: IcalDetail::Shifts, ..options() };
    let shifts = write_ical(&plan, &schedule, &shifts).unwrap().feeds;
    assert_eq!((shifts[0].events, shifts[0].text.matches("TRANSP:OPAQUE").count()), (4, 4));
    assert!(shifts[0].text.contains("DTSTART:20260302T130000\r\nDTEND:20260302T170000\r\n"));
}

#[test]
fn what_changed_is_raised_and_what_is_gone_is_cancelled_until_it_is_over() {
    let mut plan = fair();
    let write = |plan: &Plan, stamp: &str, previous: &str| {
        let stamp = Some(When::parse(stamp).unwrap());
        let previous = if previous.is_empty() { Vec::new() } else { vec![previous.to_owned()] };
        write_ical(plan, &schedule(plan).unwrap(), &IcalOptions { stamp, previous, ..options() }).unwrap()
    };
    let first = write(&plan, "2026-02-27T12:00", "").feeds.remove(0);
    let again = write(&plan, "2026-02-28T12:00", &first.text).feeds.remove(0);
    assert_eq!(again.text, first.text);
    assert_eq!((again.changed, again.cancelled), (0, 0));

    plan.tasks[2].splits.clear();
    plan.tasks[1].duration = Some(Duration::days(3));
    let third = write(&plan, "2026-03-01T12:00", &again.text).feeds.remove(0);
    assert_eq!((third.events, third.changed, third.cancelled), (3, 3, 1));
    assert_eq!(third.text.matches("SEQUENCE:1\r\n").count(), 4);
    assert!(third.text.contains("STATUS:CANCELLED\r\n"));
    assert!(
        third.text.contains("DTSTAMP:20260301T120000Z\r\nLAST-MODIFIED:20260301T120000Z\r\nSEQUENCE:1\r\n")
    );

    // The second part of the film comes back: the same event, raised once more.
    plan.tasks[2].splits = vec![Split { after: Duration::days(1), pause: Duration::days(2) }];
    let fourth = write(&plan, "2026-03-02T12:00", &third.text).feeds.remove(0);
    assert_eq!((fourth.events, fourth.cancelled), (4, 0));
    assert_eq!(fourth.text.matches("SEQUENCE:2\r\n").count(), 3, "{}", fourth.text);

    // Once its time is over a cancelled event is left out.
    let late = write(&plan, "2026-03-20", &third.text.replace("STATUS:CONFIRMED", "STATUS:CANCELLED"));
    assert_eq!(late.feeds[0].cancelled, 0);
    let strange = write(&plan, "2026-03-20", "no feed");
    assert_eq!(strange.issues[0].code, "not-a-feed");
}

#[test]
fn who_is_gone_has_a_feed_of_cancelled_events() {
    let plan = fair();
    let options = IcalOptions { by: IcalBy::Resource, ..options() };
    let before = write_ical(&plan, &schedule(&plan).unwrap(), &options).unwrap().feeds;
    let mut without = plan.clone();
    without.resources.retain(|one| one.id != "ana");
    without.assignments.retain(|one| one.resource != "ana");
    let previous = before.iter().map(|feed| feed.text.clone()).collect();
    let after = IcalOptions { previous, ..options };
    let after = write_ical(&without, &schedule(&without).unwrap(), &after).unwrap().feeds;
    assert_eq!((after[0].feed.as_str(), after[0].events, after[0].cancelled), ("resource/ana", 0, 1));
    assert_eq!((after[1].feed.as_str(), after[1].changed), ("resource/bo", 0));
}

#[cfg(feature = "zones")]
#[test]
fn a_zoned_plan_has_the_times_and_changes_of_its_zones() {
    let plan = Plan::read(
        r#"{
        "format": "paceline/1",
        "program": { "name": "Fair", "start": "2026-03-27", "calendar": "de", "scheduling": { "clock": "zoned" } },
        "calendars": [{ "id": "de", "zone": "Europe/Berlin", "week": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"],
            "wed": ["09:00-17:00"], "thu": ["09:00-17:00"], "fri": ["09:00-17:00"] } },
            { "id": "us", "base": "de", "zone": "America/New_York" }],
        "resources": [{ "id": "ana", "calendar": "us" }],
        "tasks": [{ "id": "copy", "duration": "2d" }, { "id": "post", "milestone": "start" }],
        "dependencies": [{ "from": "copy", "to": "post" }],
        "assignments": [{ "task": "copy", "resource": "ana" }]
    }"#,
    )
    .unwrap();
    let schedule = schedule(&plan).unwrap();
    let own = write_ical(&plan, &schedule, &IcalOptions { by: IcalBy::Resource, ..options() }).unwrap();
    let text = &own.feeds[0].text;
    assert!(text.contains("DTSTART;TZID=America/New_York:20260327T090000\r\n"), "{text}");
    // New York was put forward on 8 March: nothing changes while the work goes on.
    assert!(text.contains("TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0400\r\n"), "{text}");
    let whole = write_ical(&plan, &schedule, &options()).unwrap();
    let text = &whole.feeds[0].text;
    assert!(
        text.contains(
            "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        )
    );
    assert!(text.contains("DTSTART;TZID=Europe/Berlin:20260327T140000\r\n"), "{text}");
    assert!(text.contains("DTEND;TZID=Europe/Berlin:20260330T230000\r\n"), "{text}");
    let utc = IcalOptions { zone: Some("UTC".into()), ..options() };
    let text = &write_ical(&plan, &schedule, &utc).unwrap().feeds[0].text;
    assert!(text.contains("DTSTART:20260327T130000Z\r\n") && !text.contains("VTIMEZONE"), "{text}");
}

#[test]
fn options_are_refused_with_every_fault_at_once() {
    let plan = fair();
    let wrong = IcalOptions {
        zone: Some("Mars/Olympus".into()),
        url: Some("no address".into()),
        by: IcalBy::Campaign,
        only: vec!["autumn".into()],
        ..IcalOptions::default()
    };
    let issues = write_ical(&plan, &schedule(&plan).unwrap(), &wrong).unwrap_err();
    let codes: Vec<&str> = issues.as_slice().iter().map(|issue| issue.code.as_ref()).collect();
    assert_eq!(codes, ["invalid-value", "missing-stamp", "unknown-feed", "unknown-zone"]);
}

#[test]
fn holidays_and_leave_are_read() {
    let file = busy(
        &[
            event("UID:1\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nRRULE:FREQ=YEARLY\nSUMMARY:Christmas\\, again\nTRANSP:TRANSPARENT"),
            event("UID:2\nDTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260815\nSUMMARY:Leave"),
            event("UID:3\nDTSTART:20260302T140000\nDURATION:PT1H30M\nSUMMARY:Dentist"),
            event("UID:4\nDTSTART:20260303T140000\nDTEND:20260303T150000\nTRANSP:TRANSPARENT"),
            event("UID:5\nDTSTART:20260304T140000\nDTEND:20260304T150000\nSTATUS:CANCELLED"),
            event("UID:6\nDTSTART:20260305T140000"),
        ]
        .concat(),
        &IcalReadOptions::default(),
    );
    let exceptions = serde_json::to_string(&file.exceptions).unwrap();
    assert_eq!(
        exceptions,
        r#"[{"from":"2026-08-03","to":"2026-08-14","name":"Leave"},{"date":"2026-12-25","every":"year","name":"Christmas, again"}]"#
    );
    assert_eq!(spans(&file), ["2026-03-02T14:00 2026-03-02T15:30", "2026-08-03 2026-08-14"]);
    assert_eq!(codes(&file), ["not-kept"]);
}

#[test]
fn occurrences_are_left_out_moved_and_added() {
    let file = busy(
        &[
            event(
                "UID:w\nDTSTART:20260302T090000\nDTEND:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=5\n\
                 EXDATE:20260309T090000\nRDATE:20260304T090000\nRDATE;VALUE=PERIOD:20260305T080000/PT2H",
            ),
            event("UID:w\nRECURRENCE-ID:20260316T090000\nDTSTART:20260317T110000\nDTEND:20260317T113000"),
            event("UID:w\nRECURRENCE-ID:20260323T090000\nDTSTART:20260323T090000\nSTATUS:CANCELLED"),
        ]
        .concat(),
        &IcalReadOptions::default(),
    );
    assert_eq!(
        spans(&file),
        [
            "2026-03-02T09:00 2026-03-02T10:00",
            "2026-03-04T09:00 2026-03-04T10:00",
            "2026-03-05T08:00 2026-03-05T10:00",
            "2026-03-17T11:00 2026-03-17T11:30",
            "2026-03-30T09:00 2026-03-30T10:00",
        ]
    );
    assert!(file.issues.is_empty(), "{:?}", file.issues);
}

#[test]
fn zones_come_from_their_names_or_from_the_file() {
    // What Outlook writes: a name of its own, described with rules since 1601.
    let described = "BEGIN:VTIMEZONE\nTZID:Custom Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n\
        BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    let meeting = |zone: &str| {
        event(&format!(
            "UID:1\nDTSTART;TZID={zone}:20260326T090000\nDTEND;TZID={zone}:20260326T100000\n\
             RRULE:FREQ=WEEKLY;UNTIL=20260402T070000Z"
        ))
    };
    let in_utc = IcalReadOptions { zone: Some("UTC".into()), ..IcalReadOptions::default() };
    let expected = ["2026-03-26T08:00 2026-03-26T09:00", "2026-04-02T07:00 2026-04-02T08:00"];
    let file = busy(&(described.to_owned() + &meeting("Custom Time")), &in_utc);
    assert_eq!(spans(&file), expected);
    #[cfg(feature = "zones")]
    for zone in ["Europe/Berlin", "/example.org/20250101_1/Europe/Berlin"] {
        assert_eq!(spans(&busy(&meeting(zone), &in_utc)), expected, "{zone}");
    }
    let local = busy(&meeting("Nowhere"), &in_utc);
    assert_eq!(spans(&local)[0], "2026-03-26T09:00 2026-03-26T10:00");
    assert_eq!(codes(&local), ["unknown-zone"]);
    let utc =
        busy(&event("UID:1\nDTSTART:20260302T090000Z\nDTEND:20260302T100000Z"), &IcalReadOptions::default());
    assert_eq!(
        (spans(&utc)[0].as_str(), codes(&utc)),
        ("2026-03-02T09:00 2026-03-02T10:00", vec!["utc-times"])
    );
}

#[test]
fn what_is_not_understood_is_told_with_its_line() {
    let file = busy(
        &[
            event("UID:1\nDTSTART:20260302T090000\nDTEND:20260302T100000\nRRULE:FREQ=HOURLY;COUNT=3"),
            event("UID:2\nDTSTART:soon"),
            event("UID:3"),
            event("UID:4\nDTSTART:20260302T090000\nDURATION:long"),
            "BEGIN:VTODO\nEND:VTODO\nnothing here\n".into(),
        ]
        .concat(),
        &IcalReadOptions::default(),
    );
    let places: Vec<(&str, &str)> =
        file.issues.iter().map(|issue| (issue.code.as_ref(), issue.at.as_str())).collect();
    assert_eq!(
        places,
        [
            ("invalid-line", "line 23"),
            ("invalid-value", "line 11/DTSTART"),
            ("invalid-value", "line 13/VEVENT"),
            ("invalid-value", "line 19/DURATION"),
            ("unsupported-rule", "line 7/RRULE"),
            ("not-kept", "file/VTODO"),
        ]
    );
    assert_eq!(spans(&file).len(), 1);
}

#[test]
fn hostile_texts_end_early() {
    let code = |text: &str| {
        read_ical(text, &IcalReadOptions::default()).unwrap_err().as_slice()[0].code.clone().into_owned()
    };
    assert_eq!(code(""), "not-ical");
    assert_eq!(code("<html>"), "not-ical");
    assert_eq!(code("BEGIN:VCALENDAR"), "invalid-ical");
    assert_eq!(code("BEGIN:VCALENDAR\nEND:VEVENT"), "invalid-ical");
    assert_eq!(code(&"BEGIN:VCALENDAR\n".repeat(100)), "invalid-ical");
    let daily = event("UID:1\nDTSTART:19700101T000000\nDTEND:19700101T000001\nRRULE:FREQ=DAILY");
    let file = busy(&daily.repeat(50), &IcalReadOptions::default());
    assert!(file.absences.len() <= 100_000 && codes(&file).contains(&"too-many-occurrences"));
    let never =
        event("UID:1\nDTSTART:19700101T000000\nDURATION:PT1S\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    assert!(codes(&busy(&never.repeat(500), &IcalReadOptions::default())).contains(&"too-many-occurrences"));
    let window =
        IcalReadOptions { since: "2026-01-01".parse().ok(), until: "2026-01-10".parse().ok(), zone: None };
    assert_eq!(busy(&daily, &window).absences.len(), 10);
    let odd = IcalReadOptions {
        since: "2026-01-02".parse().ok(),
        until: "2026-01-01".parse().ok(),
        zone: Some("x".into()),
    };
    let refused = read_ical("", &odd).unwrap_err();
    assert_eq!(refused.as_slice().len(), 2, "{refused}");
}

/// From when to when the events of a feed that are shown as busy last, by its lines.
fn shown_as_busy(text: &str) -> BTreeSet<String> {
    let field = |event: &str, name: &str| {
        let line = event.lines().find(|line| line.starts_with(name)).unwrap();
        let value = line.rsplit_once(':').unwrap().1;
        format!("{}-{}-{}T{}:{}", &value[..4], &value[4..6], &value[6..8], &value[9..11], &value[11..13])
    };
    let events = text.split("BEGIN:VEVENT").skip(1).filter(|event| event.contains("TRANSP:OPAQUE"));
    events.map(|event| format!("{} {}", field(event, "DTSTART"), field(event, "DTEND"))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Lines are short, uids are the only ones of their kind, a feed repeats itself, and what was written as busy is
    /// read as busy at the times of the schedule.
    #[test]
    fn feeds_are_well_formed_and_come_back(seed in 0u64..10_000, by in 0usize..5, days in any::<bool>()) {
        let plan = support::plans::random_plan(seed, 25);
        let schedule: Schedule = schedule(&plan).unwrap();
        let by = [IcalBy::Program, IcalBy::Resource, IcalBy::Campaign, IcalBy::Channel, IcalBy::Market][by];
        let detail = if days { IcalDetail::Days } else { IcalDetail::Shifts };
        let options = IcalOptions { by, detail, ..options() };
        let feeds = write_ical(&plan, &schedule, &options).unwrap().feeds;
        let previous: Vec<String> = feeds.iter().map(|feed| feed.text.clone()).collect();
        for feed in &feeds {
            prop_assert!(feed.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            let uids: Vec<&str> = feed.text.lines().filter(|line| line.starts_with("UID:")).collect();
            let distinct: BTreeSet<&&str> = uids.iter().collect();
            prop_assert_eq!((uids.len(), distinct.len()), (feed.events as usize, feed.events as usize));
            let read = read_ical(&feed.text, &IcalReadOptions::default()).unwrap();
            prop_assert_eq!(&read.issues, &Vec::new());
            // Whole days stand without times.
            let time = |at: chrono::NaiveDateTime| at.format("%Y-%m-%dT%H:%M").to_string();
            let told: BTreeSet<String> = read
                .absences
                .iter()
                .map(|one| format!("{} {}", time(one.from.start()), time(one.to.end())))
                .collect();
            prop_assert_eq!(told, shown_as_busy(&feed.text));
        }
        let later = IcalOptions { stamp: Some(When::parse("2027-01-01").unwrap()), previous, ..options };
        let again = write_ical(&plan, &schedule, &later).unwrap().feeds;
        prop_assert_eq!(again.iter().map(|feed| feed.changed + feed.cancelled).sum::<u32>(), 0);
        for (one, other) in feeds.iter().zip(&again) {
            prop_assert_eq!(&one.text, &other.text);
        }
    }

    /// No text makes the reader panic or work without end.
    #[test]
    fn any_text_is_read_or_refused(lines in proptest::collection::vec(hostile_line(), 0..30)) {
        let text = format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", lines.join("\n"));
        if let Ok(file) = read_ical(&text, &IcalReadOptions { zone: Some("UTC".into()), ..Default::default() }) {
            prop_assert!(file.absences.len() <= 100_000);
        }
    }
}

fn hostile_line() -> impl Strategy<Value = String> {
    let words = [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "BEGIN:STANDARD",
        "END:STANDARD",
        "TZID:X",
        "DTSTART;TZID=X:20260302T090000",
        "DTSTART;VALUE=DATE:20240229",
        "DTSTART:19691231T235959Z",
        "DTEND:99991231T235959",
        "DURATION:-P9999999999W",
        "DURATION:P1D",
        "RRULE:FREQ=YEARLY",
        "RRULE:FREQ=DAILY;INTERVAL=4294967295",
        "RRULE:FREQ=MONTHLY;BYDAY=-53SU;BYSETPOS=-366",
        "RRULE:FREQ=WEEKLY;COUNT=4294967295;WKST=SU",
        "EXDATE:20260302T090000,x",
        "RDATE;VALUE=PERIOD:20260302T090000/99991231T235959Z",
        "RDATE:20260302T090000/-P1W",
        "RECURRENCE-ID:20260302T090000",
        "UID:1",
        "TZOFFSETFROM:+1800",
        "TZOFFSETTO:-180000",
        "FREEBUSY:20260302T090000Z/PT1H",
        "BEGIN:VFREEBUSY",
        "END:VFREEBUSY",
        "SUMMARY:\\",
        " folded",
        "X;A=\"",
        "DTSTART:00010101T000000",
        "RRULE:FREQ=YEARLY;UNTIL=00010101",
    ];
    prop_oneof![9 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,20}"]
}
