use super::super::{CalendarException, Recurrence, Shift, Week, WorkWeek};
use super::*;
use crate::error::{Issues, Severity};
use crate::quantity::{When, Work};

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn shifts(texts: &[&str]) -> Vec<Shift> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn office(id: impl Into<CalendarId>) -> Calendar {
    Calendar::new(id).with_week(Week::weekdays(&shifts(&["09:00-17:00"])))
}

/// The issues as `severity[code] at place`, sorted.
fn faults(calendars: &[Calendar], clock: Clock) -> Vec<String> {
    let mut issues = Vec::new();
    Calendars::compile(calendars, clock, &mut issues);
    let brief = |issue: &Issue| {
        let severity = if issue.severity == Severity::Error { "error" } else { "warning" };
        format!("{severity}[{}] {}", issue.code, issue.at)
    };
    Issues::new(issues).as_slice().iter().map(brief).collect()
}

fn compile(calendars: &[Calendar]) -> Calendars {
    let mut issues = Vec::new();
    let compiled = Calendars::compile(calendars, Clock::Wall, &mut issues);
    assert_eq!(issues, []);
    compiled
}

fn at(text: &str) -> Time {
    Time::from_civil(When::parse(text).unwrap().start())
}

/// Hours worked on one civil day of a wall calendar.
fn hours(calendar: &CompiledCalendar, text: &str) -> i64 {
    let midnight = at(text);
    calendar.timeline.work_between(midnight, Time(midnight.0 + 86_400)).0 / 3600
}

#[test]
fn every_fault_is_found_at_once() {
    let calendars = [
        office("a").with_base("nowhere"),
        office("b").with_base("c"),
        office("c").with_base("d"),
        office("d").with_base("b"),
        office("e").with_zone("Europe/Berlim"),
        office("f").with_exception(CalendarException::range(day("2026-05-02"), day("2026-05-01"))),
        office("g").with_exception(CalendarException::day(day("2101-01-01"))),
        office("h").with_exception(CalendarException::default()),
        office("i").with_exception(CalendarException {
            until: Some(day("2030-01-01")),
            ..CalendarException::day(day("2026-01-01"))
        }),
        office("j").with_exception(CalendarException::range(day("2026-01-01"), day("2027-02-01")).yearly()),
        office("k").with_week(Week::every_day(&shifts(&["09:00-13:00", "12:00-17:00"]))),
        Calendar::new("l"),
        office("m"),
        office("m"),
        office("n")
            .with_exception(CalendarException::day(day("2026-06-01")))
            .with_exception(CalendarException::day(day("2026-06-01")).with_shifts(&shifts(&["09:00-12:00"]))),
        office("o").with_work_week(WorkWeek {
            from: day("1969-06-01"),
            to: day("1969-05-01"),
            name: None,
            week: Week::always(),
        }),
        office("p").with_exception(
            CalendarException::day(day("2026-06-01")).with_shifts(&shifts(&["09:00-12:00", "11:00-13:00"])),
        ),
    ];
    let expected = [
        "error[calendar-cycle] calendars/b/base",
        "error[conflicting-exceptions] calendars/n/exceptions/2026-06-01",
        "error[date-out-of-range] calendars/g/exceptions/2101-01-01",
        "error[date-out-of-range] calendars/o/work_weeks/1969-06-01",
        "error[date-out-of-range] calendars/o/work_weeks/1969-06-01",
        "error[duplicate-id] calendars/m",
        "error[exception-dates] calendars/h/exceptions/?",
        "error[exception-dates] calendars/i/exceptions/2026-01-01",
        "error[no-working-time] calendars/l",
        "error[overlapping-shifts] calendars/p/exceptions/2026-06-01",
        "error[recurrence-too-long] calendars/j/exceptions/2026-01-01",
        "error[reversed-range] calendars/f/exceptions/2026-05-02",
        "error[reversed-range] calendars/o/work_weeks/1969-06-01",
        "error[unknown-calendar] calendars/a/base",
        "error[unknown-zone] calendars/e/zone",
    ];
    let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut expected: Vec<String> = expected.iter().map(|&text| text.to_owned()).collect();
    expected.extend(week.map(|day| format!("error[overlapping-shifts] calendars/k/week/{day}")));
    expected.sort();
    let mut found = faults(&calendars, Clock::Wall);
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn messages_show_the_cycle_and_the_nearest_names() {
    let mut issues = Vec::new();
    let calendars = [
        office("de").with_base("us"),
        office("us").with_base("fr"),
        office("fr").with_base("de"),
        office("jp").with_base("dee"),
    ];
    Calendars::compile(&calendars, Clock::Wall, &mut issues);
    let issues = Issues::new(issues);
    assert_eq!(
        issues.to_string(),
        "error[calendar-cycle] at calendars/de/base: calendar inherits from itself: `de` → `us` → `fr` → `de` \
         (leave out the base of one of them)\n\
         error[unknown-calendar] at calendars/jp/base: calendar `dee` does not exist (did you mean `de`?)"
    );
}

#[test]
fn overlaps_that_the_rule_settles() {
    let morning = shifts(&["09:00-12:00"]);
    let calendar = office("x")
        .with_exception(CalendarException::range(day("2026-08-03"), day("2026-08-14")))
        .with_exception(CalendarException::range(day("2026-08-10"), day("2026-08-21")).with_shifts(&morning))
        .with_exception(CalendarException::day(day("2026-08-05")).with_shifts(&shifts(&["10:00-11:00"])));
    // One day within the run is meant; two runs that cross are worth a look.
    assert_eq!(
        faults(std::slice::from_ref(&calendar), Clock::Wall),
        ["warning[overlapping-exceptions] calendars/x/exceptions/2026-08-10"]
    );
    let compiled = Calendars::compile(&[calendar], Clock::Wall, &mut Vec::new());
    let x = compiled.get("x").unwrap();
    let found =
        ["2026-08-04", "2026-08-05", "2026-08-11", "2026-08-20", "2026-08-24"].map(|day| hours(x, day));
    assert_eq!(found, [0, 1, 3, 3, 8]);
}

#[test]
fn holidays_of_the_base_hold_for_everyone() {
    let base = office("de").with_exception(CalendarException::day(day("2026-10-02")));
    let person = Calendar::new("ana")
        .with_base("de")
        .with_week(Week::default().with_day(chrono::Weekday::Fri, &shifts(&["09:00-12:00"])))
        .with_exception(CalendarException::day(day("2026-10-05")));
    let other = Calendar::new("ben")
        .with_base("ana")
        .with_exception(CalendarException::day(day("2026-10-02")).with_shifts(&shifts(&["10:00-12:00"])));
    let calendars = compile(&[other, base, person]);
    let days = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-09"];
    let of = |id: &str| days.map(|day| hours(calendars.get(id).unwrap(), day));
    assert_eq!(of("de"), [8, 0, 8, 8]);
    assert_eq!(of("ana"), [8, 0, 0, 3]);
    assert_eq!(of("ben"), [8, 2, 0, 3]);
}

#[test]
fn work_weeks_state_some_days_and_leave_the_others() {
    let calendar = office("x").with_work_week(WorkWeek {
        from: day("2026-12-01"),
        to: day("2026-12-31"),
        name: Some("rush".to_owned()),
        week: Week::default().with_day(chrono::Weekday::Sat, &shifts(&["10:00-14:00"])),
    });
    let calendars = compile(&[calendar]);
    let x = calendars.get("x").unwrap();
    let found =
        ["2026-11-28", "2026-12-05", "2026-12-07", "2026-12-26", "2027-01-02"].map(|day| hours(x, day));
    assert_eq!(found, [0, 4, 8, 4, 0]);
}

#[test]
fn a_night_shift_belongs_to_the_day_it_starts_on() {
    let nights = Calendar::new("n")
        .with_week(Week::weekdays(&shifts(&["22:00-06:00"])))
        .with_exception(CalendarException::day(day("2026-10-06")));
    let calendars = compile(&[nights]);
    let n = calendars.get("n").unwrap();
    // Monday night still runs into Tuesday's morning; Tuesday night is off; Friday night ends on Saturday.
    let found: Vec<String> = n
        .timeline
        .intervals(at("2026-10-05"), at("2026-10-11"))
        .map(|(a, b)| format!("{} {}", Stamp::wall(a), Stamp::wall(b)))
        .collect();
    assert_eq!(
        found,
        [
            "2026-10-05T22:00:00 2026-10-06T06:00:00",
            "2026-10-07T22:00:00 2026-10-08T06:00:00",
            "2026-10-08T22:00:00 2026-10-09T06:00:00",
            "2026-10-09T22:00:00 2026-10-10T06:00:00",
        ]
    );
    assert!(!n.days.is_working(day("2026-10-06")) && !n.days.is_working(day("2026-10-10")));
    assert_eq!(n.add_working_days(day("2026-10-05"), 1), Some(day("2026-10-07")));
}

#[test]
fn yearly_exceptions_come_back_until_told_otherwise() {
    let christmas = CalendarException::range(day("2026-12-24"), day("2027-01-01")).yearly();
    let leap = CalendarException::day(day("2024-02-29")).yearly();
    let brief = CalendarException {
        until: Some(day("2028-05-01")),
        ..CalendarException::day(day("2026-05-01")).yearly()
    };
    assert_eq!(christmas.every, Some(Recurrence::Year));
    let calendars =
        compile(&[office("x").with_exception(christmas).with_exception(leap).with_exception(brief)]);
    let x = calendars.get("x").unwrap();
    let is_free = |text: &str| !x.days.is_working(day(text));
    assert!(["2026-12-24", "2030-12-31", "2031-01-01", "2099-12-24", "2100-12-31"].into_iter().all(is_free));
    assert!(!is_free("2025-12-24") && !is_free("2031-01-02"));
    assert!(is_free("2028-02-29") && !is_free("2030-02-28") && !is_free("2030-03-01"));
    assert!(is_free("2026-05-01") && is_free("2028-05-01") && !is_free("2029-05-01"));
}

#[test]
fn those_who_state_nothing_share_the_timeline_of_their_base() {
    let calendars =
        compile(&[office("a"), Calendar::new("b").with_base("a"), Calendar::new("c").with_base("b")]);
    assert_eq!(calendars.as_slice().len(), 3);
    let timeline = |id: &str| std::sync::Arc::as_ptr(&calendars.get(id).unwrap().timeline.0);
    assert_eq!(timeline("a"), timeline("c"));
    assert_eq!(calendars.index_of("b"), Some(1));
    assert_eq!(calendars.index_of("z"), None);
}

#[test]
fn no_working_time_is_an_error_and_not_a_hang() {
    let nobody = Calendar::new("x").with_week(Week::weekdays(&[]));
    assert_eq!(faults(std::slice::from_ref(&nobody), Clock::Wall), ["error[no-working-time] calendars/x"]);
    let base = [nobody.clone(), office("y").with_base("x")];
    assert_eq!(faults(&base, Clock::Wall), ["warning[no-working-time] calendars/x"]);
    let compiled = Calendars::compile(&[nobody], Clock::Wall, &mut Vec::new());
    let x = compiled.get("x").unwrap();
    assert_eq!(x.timeline.add_work(Time(0), Work(1)), Time::NEVER);
    assert_eq!(x.add_working_days(day("2026-01-01"), 1), None);
    assert_eq!(x.add_working_days(day("2026-01-01"), 0), None);
}

#[test]
fn hostile_input_is_capped() {
    let deep: Vec<Calendar> = (1..5000)
        .map(|i| Calendar::new(format!("c{i}")).with_base(format!("c{}", i - 1)))
        .chain([office("c0")])
        .collect();
    assert!(faults(&deep, Clock::Wall).iter().any(|fault| fault.contains("calendar-depth")));
    let ring: Vec<Calendar> =
        (0..5000).map(|i| office(format!("c{i}")).with_base(format!("c{}", (i + 1) % 5000))).collect();
    assert_eq!(faults(&ring, Clock::Wall), ["error[calendar-cycle] calendars/c0/base"]);
    let mut busy = office("x");
    busy.exceptions = vec![CalendarException::day(day("2026-01-01")); 20_001];
    assert_eq!(faults(std::slice::from_ref(&busy), Clock::Wall), ["error[too-many-exceptions] calendars/x"]);
    busy.exceptions = vec![CalendarException::day(day("1970-01-01")).yearly(); 200];
    assert_eq!(faults(std::slice::from_ref(&busy), Clock::Wall), ["error[too-many-exceptions] calendars/x"]);
    busy.exceptions = vec![CalendarException::day(day("2026-01-01")).with_shifts(&[Shift::WHOLE_DAY; 97])];
    assert_eq!(faults(&[busy], Clock::Wall), ["error[too-many-shifts] calendars/x/exceptions/2026-01-01"]);
    let crowd: Vec<Calendar> = (0..10_001).map(|i| office(format!("c{i}"))).collect();
    assert_eq!(faults(&crowd, Clock::Wall), ["error[too-many-calendars] calendars"]);
}

#[test]
fn unknown_fields_and_odd_dates_are_refused() {
    let read = |text: &str| serde_json::from_str::<Calendar>(text);
    let text = r#"{"id":"de","zone":"UTC","week":{"mon":["09:00-13:00","14:00-18:00"],"sat":[]},
        "work_weeks":[{"from":"2026-12-01","to":"2026-12-31","week":{}}],
        "exceptions":[{"date":"2026-12-25","name":"Christmas Day"},
            {"from":"2026-08-03","to":"2026-08-14","shifts":["09:00-13:00"]}]}"#;
    let calendar = read(text).unwrap();
    assert_eq!(calendar.week.day(chrono::Weekday::Sat), Some(&[][..]));
    assert_eq!(calendar.week.day(chrono::Weekday::Sun), None);
    assert_eq!(calendar.exceptions[0], CalendarException::day(day("2026-12-25")).with_name("Christmas Day"));
    assert!(read(r#"{"id":"de","hours":8}"#).is_err());
    assert!(read(r#"{"id":"de","week":{"monday":[]}}"#).is_err());
    assert!(read(r#"{"id":"de","exceptions":[{"date":"2026-02-30"}]}"#).is_err());
    assert!(read(r#"{"id":"de","exceptions":[{"date":"2026-2-3"}]}"#).is_err());
    assert!(read(r#"{"id":"de","exceptions":[{"date":"2026-02-03","every":"month"}]}"#).is_err());
}

#[cfg(feature = "zones")]
mod zoned {
    use super::*;

    fn one(zone: &str, texts: &[&str]) -> CompiledCalendar {
        let calendar = Calendar::new("x").with_zone(zone).with_week(Week::every_day(&shifts(texts)));
        let mut issues = Vec::new();
        let compiled = Calendars::compile(&[calendar], Clock::Zoned, &mut issues);
        assert_eq!(issues, []);
        compiled.get("x").unwrap().clone()
    }

    fn civil(text: &str) -> NaiveDateTime {
        When::parse(text).unwrap().start()
    }

    #[test]
    fn a_night_shift_is_as_long_as_the_night() {
        let x = one("America/New_York", &["22:00-06:00"]);
        let night = |from: &str, to: &str| {
            x.timeline.work_between(x.opening(civil(from)), x.closing(civil(to))).0 / 3600
        };
        assert_eq!(night("2026-03-06T22:00", "2026-03-07T06:00"), 8);
        assert_eq!(night("2026-03-07T22:00", "2026-03-08T06:00"), 7);
        assert_eq!(night("2026-10-31T22:00", "2026-11-01T06:00"), 9);
        // Eight hours of work are eight hours: in the short night the last is done in the next.
        let begin = x.opening(civil("2026-03-07T22:00"));
        let finish = x.timeline.add_work(begin, Work::hours(8));
        assert_eq!(x.stamp(finish).unwrap().to_string(), "2026-03-08T23:00:00-04:00");
    }

    #[test]
    fn ends_within_a_fold_open_first_and_close_second() {
        // Local 01:00 to 02:00 comes twice on 2026-11-01: from 05:00 and from 06:00 UTC.
        let ends = |texts: &[&str]| {
            let x = one("America/New_York", texts);
            let found = x.timeline.intervals(at("2026-11-01T04:00"), at("2026-11-01T10:00"));
            found
                .map(|(a, b)| format!("{} {}", a.to_civil().unwrap().time(), b.to_civil().unwrap().time()))
                .collect::<Vec<_>>()
        };
        assert_eq!(ends(&["01:30-03:00"]), ["05:30:00 08:00:00"]);
        assert_eq!(ends(&["00:30-01:30"]), ["04:30:00 06:30:00"]);
        assert_eq!(ends(&["01:10-01:20"]), ["05:10:00 06:20:00"]);
        assert_eq!(ends(&["00:30-01:20", "01:40-03:00"]), ["04:30:00 08:00:00"]);
        assert_eq!(ends(&["02:00-03:00"]), ["07:00:00 08:00:00"]);
    }

    #[test]
    fn ends_within_a_gap_move_to_its_end() {
        // Local 02:00 to 03:00 does not exist on 2026-03-08: the clock jumps at 07:00 UTC.
        let ends = |texts: &[&str]| {
            let x = one("America/New_York", texts);
            let found = x.timeline.intervals(at("2026-03-08T05:00"), at("2026-03-08T10:00"));
            found
                .map(|(a, b)| format!("{} {}", a.to_civil().unwrap().time(), b.to_civil().unwrap().time()))
                .collect::<Vec<_>>()
        };
        assert_eq!(ends(&["02:30-04:00"]), ["07:00:00 08:00:00"]);
        assert_eq!(ends(&["01:00-02:30"]), ["06:00:00 07:00:00"]);
        assert_eq!(ends(&["02:10-02:50"]), Vec::<String>::new());
        assert_eq!(ends(&["01:00-02:15", "02:45-04:00"]), ["06:00:00 08:00:00"]);
    }

    #[test]
    fn a_day_that_never_was() {
        // Samoa went from 29 to 31 December 2011.
        let x = one("Pacific/Apia", &["09:00-17:00"]);
        let from = x.opening(civil("2011-12-29"));
        let to = x.closing(civil("2012-01-01"));
        assert_eq!(x.timeline.intervals(from, to).count(), 2);
        assert_eq!(x.timeline.work_between(from, to), Work::hours(16));
    }

    #[test]
    fn zones_are_inherited_and_their_absence_is_noted() {
        let calendars = [
            office("a").with_zone("Asia/Tokyo"),
            Calendar::new("b").with_base("a"),
            Calendar::new("c").with_base("a").with_zone("Europe/Berlin"),
            office("d"),
        ];
        assert_eq!(faults(&calendars, Clock::Zoned), ["warning[missing-zone] calendars/d"]);
        let compiled = Calendars::compile(&calendars, Clock::Zoned, &mut Vec::new());
        let nine = |id: &str| {
            let calendar = compiled.get(id).unwrap();
            calendar.stamp(calendar.timeline.next_work(at("2026-10-06T00:30"))).unwrap().to_string()
        };
        assert_eq!(nine("b"), "2026-10-06T09:30:00+09:00");
        assert_eq!(nine("c"), "2026-10-06T09:00:00+02:00");
        assert_eq!(nine("d"), "2026-10-06T09:00:00+00:00");
    }
}

#[cfg(not(feature = "zones"))]
#[test]
fn without_zone_data_only_offsets_are_known() {
    assert_eq!(
        faults(&[office("a").with_zone("Europe/Berlin"), office("b").with_zone("+05:30")], Clock::Zoned),
        ["error[unknown-zone] calendars/a/zone"]
    );
}
