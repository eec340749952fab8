//! Random calendars against the naive model.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use paceline::Severity;
use paceline::calendar::{
    Calendar, CalendarException, Calendars, Clock, Recurrence, Shift, Timeline, Week, WorkWeek,
};
use paceline::quantity::{Time, Work};
use proptest::prelude::*;

use super::model;

const ZONES: [&str; 22] = [
    "UTC",
    "+05:30",
    "-09:45",
    "America/New_York",
    "Europe/Berlin",
    "Europe/Dublin",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Africa/Monrovia",
    "America/Santiago",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",
];

/// Days around which clocks do something odd somewhere, and the ends of the axis.
const ODD_DAYS: [(i32, u32, u32); 16] = [
    (1970, 1, 12),
    (1972, 1, 7),
    (1993, 8, 21),
    (1994, 12, 31),
    (2006, 10, 29),
    (2011, 12, 30),
    (2018, 11, 4),
    (2026, 2, 15),
    (2026, 3, 22),
    (2026, 3, 29),
    (2026, 4, 5),
    (2026, 10, 25),
    (2026, 11, 1),
    (2028, 2, 29),
    (2087, 5, 11),
    (2100, 12, 1),
];

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A few shifts of one day that do not overlap, perhaps across midnight.
fn shifts() -> impl Strategy<Value = Vec<Shift>> {
    let moment = prop_oneof![4 => (0_u32..48).prop_map(|half| half * 1800), 1 => 0_u32..86_400];
    (proptest::collection::btree_set(moment, 0..7), any::<bool>()).prop_map(|(moments, night)| {
        let times: Vec<NaiveTime> =
            moments.iter().map(|at| NaiveTime::from_num_seconds_from_midnight_opt(*at, 0).unwrap()).collect();
        let mut pairs: Vec<Shift> = Vec::new();
        let (first, rest) = if night && times.len() > 2 { (1, &times[1..]) } else { (0, &times[..]) };
        for pair in rest.chunks_exact(2) {
            pairs.push(Shift::new(pair[0], pair[1]).unwrap());
        }
        if first == 1 && rest.len() % 2 == 1 {
            pairs.push(Shift::new(rest[rest.len() - 1], times[0]).unwrap());
        }
        pairs
    })
}

fn day_shifts() -> impl Strategy<Value = Vec<Shift>> {
    prop_oneof![3 => shifts(), 1 => Just(vec![]), 1 => Just(vec![Shift::WHOLE_DAY])]
}

fn week() -> impl Strategy<Value = Week> {
    proptest::collection::vec((0_usize..7, day_shifts()), 0..6).prop_map(|days| {
        let names = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        days.into_iter().fold(Week::default(), |week, (day, shifts)| week.with_day(names[day], &shifts))
    })
}

/// Days from the middle, and how many.
fn span(middle: NaiveDate) -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    (0_u64..60, prop_oneof![3 => Just(0_u64), 2 => 0_u64..20]).prop_map(move |(back, length)| {
        let from = (middle - Days::new(30) + Days::new(back)).max(ymd(1970, 1, 1));
        (from, (from + Days::new(length)).min(ymd(2100, 12, 31)))
    })
}

fn exception(middle: NaiveDate) -> impl Strategy<Value = CalendarException> {
    (span(middle), day_shifts(), 0_u32..8, 0_i32..12).prop_map(|((from, to), shifts, kind, years)| {
        let base = if from == to { CalendarException::day(from) } else { CalendarException::range(from, to) };
        let mut exception = base.with_shifts(&shifts);
        if kind == 0 {
            let back = |date: NaiveDate| {
                let year = chrono::Datelike::year(&date) - years;
                chrono::Datelike::with_year(&date, year).filter(|date| *date >= ymd(1970, 1, 1))
            };
            if let (Some(from), Some(to)) = (back(from), back(to))
                && (0..365).contains(&(to - from).num_days())
            {
                exception = if from == to {
                    CalendarException::day(from)
                } else {
                    CalendarException::range(from, to)
                };
                exception = exception.with_shifts(&shifts).yearly();
                exception.until = (years % 3 == 0).then_some(from + Days::new(1000));
            }
        }
        exception
    })
}

fn calendar(index: usize, middle: NaiveDate) -> impl Strategy<Value = Calendar> {
    (
        week(),
        proptest::option::weighted(0.7, 0..index.max(1)),
        proptest::option::of(0..ZONES.len()),
        proptest::collection::vec(exception(middle), 0..6),
        proptest::collection::vec((span(middle), week()), 0..3),
    )
        .prop_map(move |(week, base, zone, exceptions, work_weeks)| Calendar {
            base: base.filter(|_| index > 0).map(|base| format!("c{base}").into()),
            zone: zone.map(|zone| known_zone(ZONES[zone]).to_owned()),
            exceptions,
            work_weeks: work_weeks
                .into_iter()
                .map(|((from, to), week)| WorkWeek { from, to, name: None, week })
                .collect(),
            ..Calendar::new(format!("c{index}")).with_week(week)
        })
}

fn known_zone(name: &'static str) -> &'static str {
    if cfg!(feature = "zones") || !name.contains('/') { name } else { "+05:45" }
}

/// Calendars that inherit from one another, and a day around which they are odd.
fn program() -> impl Strategy<Value = (NaiveDate, Vec<Calendar>)> {
    let middle = prop_oneof![
        3 => (0..ODD_DAYS.len()).prop_map(|odd| ymd(ODD_DAYS[odd].0, ODD_DAYS[odd].1, ODD_DAYS[odd].2)),
        1 => (40_u64..47_800).prop_map(|day| ymd(1970, 1, 1) + Days::new(day)),
    ];
    middle.prop_flat_map(|middle| {
        let all = (calendar(0, middle), calendar(1, middle), calendar(2, middle), calendar(3, middle));
        (Just(middle), all.prop_map(|(a, b, c, d)| vec![a, b, c, d]))
    })
}

fn compile(calendars: &[Calendar], clock: Clock) -> Calendars {
    let mut issues = Vec::new();
    let compiled = Calendars::compile(calendars, clock, &mut issues);
    let expected = ["no-working-time", "conflicting-exceptions", "conflicting-work-weeks"];
    for issue in issues.iter().filter(|issue| issue.severity == Severity::Error) {
        assert!(expected.contains(&&*issue.code), "{issue}");
    }
    assert_eq!(compiled.as_slice().len(), calendars.len());
    compiled
}

/// A window of the axis around a day, well inside the days looked at.
fn window(middle: NaiveDate) -> (NaiveDate, u64, i64, i64) {
    let first = (middle - Days::new(42)).max(ymd(1969, 12, 31));
    let at = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc().timestamp();
    let from = at(first + Days::new(4));
    (first, 90, from, from + 80 * 86_400)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn timelines_are_what_the_rules_say((middle, calendars) in program(), zoned: bool) {
        let clock = if zoned { Clock::Zoned } else { Clock::Wall };
        let compiled = compile(&calendars, clock);
        let (first, days, from, to) = window(middle);
        for calendar in compiled.as_slice() {
            let expected = model::cut(&model::stretches(&calendars, &calendar.id, clock, first, days), from, to);
            let found: Vec<(Time, Time)> = calendar.timeline.intervals(Time(from), Time(to)).collect();
            prop_assert_eq!(found, expected, "{} {}", &calendar.id, calendar.zone.name());
            let line = model::line(&calendars, &calendar.id);
            for day in first.iter_days().skip(2).take(80) {
                let works = !model::shifts_on(&line, day).is_empty();
                prop_assert_eq!(calendar.days.is_working(day), works, "{} {}", &calendar.id, day);
            }
        }
    }

    #[test]
    fn the_order_of_the_input_changes_nothing((_, calendars) in program(), zoned: bool) {
        let clock = if zoned { Clock::Zoned } else { Clock::Wall };
        let mut turned = calendars.clone();
        turned.reverse();
        for calendar in &mut turned {
            calendar.exceptions.reverse();
            calendar.work_weeks.reverse();
        }
        let (mut a, mut b) = (Vec::new(), Vec::new());
        let one = Calendars::compile(&calendars, clock, &mut a);
        let other = Calendars::compile(&turned, clock, &mut b);
        prop_assert_eq!(paceline::Issues::new(a), paceline::Issues::new(b));
        for (one, other) in one.as_slice().iter().zip(other.as_slice()) {
            prop_assert_eq!(&one.id, &other.id);
            prop_assert_eq!(&one.timeline, &other.timeline);
            prop_assert_eq!(&one.days, &other.days);
        }
    }

    #[test]
    fn documents_survive_the_wire((_, calendars) in program()) {
        let text = serde_json::to_string(&calendars).unwrap();
        prop_assert_eq!(serde_json::from_str::<Vec<Calendar>>(&text).unwrap(), calendars);
    }

    #[test]
    fn arithmetic_is_what_counting_says(
        (middle, calendars) in program(),
        zoned: bool,
        offsets in proptest::collection::vec((0_i64..70 * 86_400, 1_i64..400_000), 8),
    ) {
        let clock = if zoned { Clock::Zoned } else { Clock::Wall };
        let compiled = compile(&calendars, clock);
        let (first, days, from, to) = window(middle);
        for calendar in compiled.as_slice() {
            let stretches = model::stretches(&calendars, &calendar.id, clock, first, days);
            let work: Vec<(Time, Time)> = model::cut(&stretches, from, to);
            for &(offset, amount) in &offsets {
                let at = Time(from + offset);
                let later: Vec<(Time, Time)> = model::cut(&stretches, at.0, to);
                check_forward(&calendar.timeline, at, amount, &later)?;
                let earlier: Vec<(Time, Time)> =
                    work.iter().filter(|w| w.0 < at).map(|w| (w.0, w.1.min(at))).collect();
                check_backward(&calendar.timeline, at, amount, &earlier)?;
            }
        }
    }
}

/// The work from an instant on, stretch by stretch.
fn check_forward(
    timeline: &Timeline,
    at: Time,
    amount: i64,
    later: &[(Time, Time)],
) -> Result<(), TestCaseError> {
    let Some(first) = later.first() else { return Ok(()) };
    prop_assert_eq!(timeline.next_work(at), first.0);
    prop_assert_eq!(timeline.is_working(at), first.0 == at);
    let mut left = amount;
    for &(start, end) in later {
        let length = (end - start).0;
        if left <= length {
            let finish = Time(start.0 + left);
            prop_assert_eq!(timeline.add_work(at, Work(amount)), finish);
            prop_assert_eq!(timeline.forward(at, Work(amount)), (first.0, finish));
            prop_assert_eq!(timeline.work_between(at, finish), Work(amount));
            break;
        }
        left -= length;
    }
    Ok(())
}

/// The work up to an instant, stretch by stretch.
fn check_backward(
    timeline: &Timeline,
    at: Time,
    amount: i64,
    earlier: &[(Time, Time)],
) -> Result<(), TestCaseError> {
    let Some(last) = earlier.last() else { return Ok(()) };
    prop_assert_eq!(timeline.previous_work(at), last.1);
    let mut left = amount;
    for &(start, end) in earlier.iter().rev() {
        let length = (end - start).0;
        if left <= length {
            let begin = Time(end.0 - left);
            prop_assert_eq!(timeline.add_work(at, Work(-amount)), begin);
            prop_assert_eq!(timeline.backward(at, Work(amount)), (begin, last.1));
            break;
        }
        left -= length;
    }
    Ok(())
}

/// The whole axis through every odd zone, with shifts that begin and end in gaps and folds.
#[test]
fn every_change_of_clocks_of_the_odd_zones() {
    let weeks = [
        &["00:15-01:30", "02:00-02:20", "02:30-05:00", "22:00-24:00"][..],
        &["01:00-01:45", "03:00-03:15", "23:30-00:45"][..],
    ];
    for shifts in weeks {
        let shifts: Vec<Shift> = shifts.iter().map(|text| text.parse().unwrap()).collect();
        let all: Vec<Calendar> = ZONES
            .into_iter()
            .filter(|name| cfg!(feature = "zones") || !name.contains('/'))
            .map(|zone| Calendar::new(zone).with_zone(zone).with_week(Week::every_day(&shifts)))
            .collect();
        let compiled = compile(&all, Clock::Zoned);
        for calendar in compiled.as_slice() {
            let (from, to) = (ymd(1970, 1, 1), ymd(2100, 12, 31));
            let days = u64::try_from((to - from).num_days()).unwrap() + 3;
            let expected = model::stretches(&all, &calendar.id, Clock::Zoned, from - Days::new(2), days);
            let [from, to] = [from, to].map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp());
            let found: Vec<(Time, Time)> = calendar.timeline.intervals(Time(from), Time(to)).collect();
            let expected = model::cut(&expected, from, to);
            assert_eq!(found.len(), expected.len(), "{}", calendar.id);
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found, expected, "{} {:?}", calendar.id, found.0.to_civil());
            }
        }
    }
}

#[test]
fn recurrence_is_written_as_a_word() {
    let exception = CalendarException::day(ymd(2026, 12, 25)).yearly();
    assert_eq!(exception.every, Some(Recurrence::Year));
    assert_eq!(serde_json::to_string(&exception).unwrap(), r#"{"date":"2026-12-25","every":"year"}"#);
}
