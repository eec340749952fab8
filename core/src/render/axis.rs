//! Axes: round numbers along an edge, dates where people look for them.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::report::words;

/// Numbers beyond this are drawn at the edge.
const FAR: f64 = 1e150;

/// Numbers along an edge, from one round number to another.
pub(super) struct Axis {
    low: f64,
    high: f64,
    step: f64,
    decimals: usize,
}

impl Axis {
    /// An axis that holds all the numbers; 0 to 1 without any.
    pub(super) fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let values = values.into_iter().filter(|value| value.is_finite());
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(value.max(-FAR)), high.max(value.min(FAR)))
        });
        if low > high { Self::of(0.0, 1.0) } else { Self::of(low, high) }
    }

    fn of(low: f64, high: f64) -> Self {
        let wide = if high - low > high.abs().max(low.abs()) * 1e-9 { high - low } else { high.abs() };
        let wide = if wide > 0.0 { wide } else { 1.0 };
        // The smallest of 1, 2, 5 times a power of ten that makes at most six steps.
        let mut power = 1.0_f64;
        let mut decimals = 0_usize;
        while wide / power > 6.0 {
            power *= 10.0;
        }
        while wide / power <= 0.6 && power > 1e-300 {
            power /= 10.0;
            decimals += 1;
        }
        let mut step = power;
        for (part, more) in [(0.2, 1), (0.5, 1)] {
            if wide / (power * part) <= 6.0 {
                step = power * part;
                decimals += if power > 1.5 { 0 } else { more };
                break;
            }
        }
        let mut axis =
            Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step, decimals };
        if axis.high - axis.low <= 0.0 {
            axis.high = axis.low + step;
        }
        axis
    }

    /// Where a number lies, from 0 to 1.
    pub(super) fn share(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// Whether numbers below and above 0 lie on it.
    pub(super) fn crosses(&self) -> bool {
        self.low < 0.0 && self.high > 0.0
    }

    /// Round numbers with their texts.
    pub(super) fn ticks(&self) -> impl Iterator<Item = (f64, String)> {
        (0..=8_u8)
            .map(|tick| self.low + f64::from(tick) * self.step)
            .take_while(|value| *value <= self.high + self.step * 0.5)
            .map(|value| {
                let value = if value.abs() < self.step * 1e-6 { 0.0 } else { value };
                (value, self.text(value, 0))
            })
    }

    /// A number that lies on the axis, with up to two figures more than its ticks.
    pub(super) fn read(&self, value: f64) -> String {
        let fine = self.step < 50.0 || self.largest() >= 1e7;
        self.text(value, if fine { 1 } else { 0 })
    }

    fn largest(&self) -> f64 {
        self.low.abs().max(self.high.abs())
    }

    fn text(&self, value: f64, more: usize) -> String {
        let largest = self.largest();
        if value != 0.0 && (largest >= 1e15 || self.step < 1e-6) {
            return format!("{value:.2e}").replace('-', "−");
        }
        for (unit, name) in [(1e12, "T"), (1e9, "B"), (1e6, "M")] {
            if largest >= 10.0 * unit {
                let fine = usize::from(self.step < unit) + usize::from(self.step < unit / 10.0);
                return format!("{}{name}", words::brief(value / unit, fine + more));
            }
        }
        words::brief(value, (self.decimals + more).min(8))
    }
}

/// A number by itself, with four figures.
pub(super) fn figure(value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() || size >= 1e7 {
        let value = if value.is_finite() { value } else { 0.0 };
        return Axis::of(value.clamp(-FAR, 0.0), value.clamp(0.0, FAR)).text(value, 1);
    }
    if size > 0.0 && size < 1e-6 {
        return format!("{value:.2e}").replace('-', "−");
    }
    let mut decimals = 0;
    let mut scaled = size;
    while scaled > 0.0 && scaled < 1_000.0 && decimals < 9 {
        scaled *= 10.0;
        decimals += 1;
    }
    words::brief(value, decimals)
}

/// The moments of a text: `2026-06-01`, `2026-06-01T10:00`, with seconds or a zone that is left out.
fn moment(text: &str) -> Option<NaiveDateTime> {
    let date = text.get(..10).and_then(|date| NaiveDate::parse_from_str(date, "%Y-%m-%d").ok())?;
    let time = match text.get(11..16) {
        Some(time) => NaiveTime::parse_from_str(time, "%H:%M").ok()?,
        None if text.len() == 10 => NaiveTime::MIN,
        None => return None,
    };
    (1..=9999).contains(&date.year()).then(|| date.and_time(time))
}

/// What runs along the bottom: places of points from 0 to 1, and texts below some places.
pub(super) struct Along {
    pub(super) places: Vec<f64>,
    pub(super) ticks: Vec<(f64, String)>,
}

impl Along {
    /// Times in their distances if all of them are dates in order, else one after the other with their texts.
    #[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
    pub(super) fn times(times: &[String]) -> Self {
        let moments: Option<Vec<NaiveDateTime>> = times.iter().map(|time| moment(time)).collect();
        if let Some(moments) = moments
            && moments.is_sorted()
            && let (Some(first), Some(last)) = (moments.first(), moments.last())
            && first < last
        {
            let wide = (*last - *first).num_seconds() as f64;
            let share = |at: NaiveDateTime| (at - *first).num_seconds() as f64 / wide;
            let ticks = dates(*first, *last).into_iter().map(|(at, text)| (share(at), text));
            return Self { ticks: ticks.collect(), places: moments.iter().map(|at| share(*at)).collect() };
        }
        let last = times.len().saturating_sub(1).max(1) as f64;
        let step = times.len().saturating_sub(1).div_ceil(6).max(1);
        let ticks = times.iter().enumerate().step_by(step);
        Self {
            ticks: ticks.map(|(place, text)| (place as f64 / last, words::clean(text, 16))).collect(),
            places: (0..times.len()).map(|place| place as f64 / last).collect(),
        }
    }

    /// Numbers from 0 on, with the places of these values.
    pub(super) fn numbers(values: &[f64]) -> Self {
        let axis = Axis::around(values.iter().copied());
        // Half as many numbers as along an upright edge: they stand side by side.
        let each = usize::from(axis.ticks().count() > 5) + 1;
        let ticks = axis.ticks().step_by(each).map(|(value, text)| (axis.share(value), text));
        Self { ticks: ticks.collect(), places: values.iter().map(|value| axis.share(*value)).collect() }
    }
}

/// How far dates with a text lie from one another.
#[derive(Clone, Copy)]
enum Stride {
    Hours(u32),
    Days(u32),
    Months(u32),
}

/// At most eight dates between two, where a day, week, month, quarter or year begins.
fn dates(first: NaiveDateTime, last: NaiveDateTime) -> Vec<(NaiveDateTime, String)> {
    let days = (last - first).num_seconds() / 86_400;
    let hours = (last - first).num_seconds() / 3_600;
    let stride = match hours {
        0..=8 => Stride::Hours(1),
        9..=24 => Stride::Hours(3),
        25..=48 => Stride::Hours(6),
        49..=96 => Stride::Hours(12),
        _ => match days {
            ..=8 => Stride::Days(1),
            9..=16 => Stride::Days(2),
            17..=56 => Stride::Days(7),
            57..=100 => Stride::Days(14),
            101..=240 => Stride::Months(1),
            241..=480 => Stride::Months(2),
            481..=730 => Stride::Months(3),
            731..=1_460 => Stride::Months(6),
            _ => Stride::Months(12 * u32::try_from(days / 365 / 8 + 1).unwrap_or(1)),
        },
    };
    let mut found: Vec<(NaiveDateTime, String)> = Vec::new();
    let mut at = begin(first, stride);
    while let Some(now) = at.filter(|now| *now <= last && found.len() < 16) {
        if now >= first {
            let new_year = found.last().is_none_or(|(before, _)| before.year() != now.year());
            let new_day = found.last().is_none_or(|(before, _)| before.date() != now.date());
            found.push((now, named(now, stride, new_year, new_day)));
        }
        at = match stride {
            Stride::Hours(hours) => now.checked_add_signed(chrono::TimeDelta::hours(i64::from(hours))),
            Stride::Days(days) => now.checked_add_days(Days::new(u64::from(days))),
            Stride::Months(months) => now.checked_add_months(Months::new(months)),
        };
    }
    found
}

fn begin(first: NaiveDateTime, stride: Stride) -> Option<NaiveDateTime> {
    let day = first.date();
    match stride {
        Stride::Hours(hours) => day.and_hms_opt(first.hour() / hours * hours, 0, 0),
        Stride::Days(7 | 14) => {
            let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
            Some(day.checked_sub_days(back)?.and_time(NaiveTime::MIN))
        }
        Stride::Days(_) => Some(day.and_time(NaiveTime::MIN)),
        Stride::Months(months) if months >= 12 => {
            let years = i32::try_from(months / 12).unwrap_or(1);
            Some(NaiveDate::from_ymd_opt(day.year() / years * years, 1, 1)?.and_time(NaiveTime::MIN))
        }
        Stride::Months(months) => {
            let month = day.month0() / months * months + 1;
            Some(NaiveDate::from_ymd_opt(day.year(), month, 1)?.and_time(NaiveTime::MIN))
        }
    }
}

fn named(at: NaiveDateTime, stride: Stride, new_year: bool, new_day: bool) -> String {
    let date = at.date();
    let day = || match new_year {
        true => format!("{} {}", words::short_day(date), date.year()),
        false => words::short_day(date),
    };
    match stride {
        Stride::Hours(_) if new_day => format!("{} {:02}:00", words::short_day(date), at.hour()),
        Stride::Hours(_) => format!("{:02}:00", at.hour()),
        Stride::Days(_) => day(),
        Stride::Months(months) if months >= 12 => date.year().to_string(),
        Stride::Months(_) if new_year => format!("{} {}", words::month(date), date.year()),
        Stride::Months(_) => words::month(date).to_owned(),
    }
}

/// A time for people: `1 Jun 2026`, with the hour where it has one; other texts as they are.
pub(super) fn when(text: &str) -> String {
    match moment(text) {
        Some(at) if at.time() == NaiveTime::MIN => {
            format!("{} {}", words::short_day(at.date()), at.year())
        }
        Some(at) => {
            let day = words::short_day(at.date());
            format!("{day} {} {:02}:{:02}", at.year(), at.hour(), at.minute())
        }
        None => words::clean(text, 40),
    }
}

/// Seconds of civil time as they are read: for tests.
#[cfg(test)]
fn stamp(seconds: i64) -> Option<String> {
    Some(chrono::DateTime::from_timestamp(seconds, 0)?.naive_utc().format("%Y-%m-%dT%H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::{Along, Axis, stamp};

    #[test]
    fn an_axis_has_round_numbers_and_holds_its_values() {
        for (low, high, texts) in [
            (0.0, 100.0, "0, 20, 40, 60, 80, 100"),
            (0.031, 0.046, "0.03, 0.035, 0.04, 0.045, 0.05"),
            (-3.0, 7.5, "−4, −2, 0, 2, 4, 6, 8"),
            (0.0, 23_000_000.0, "0M, 5M, 10M, 15M, 20M, 25M"),
        ] {
            let axis = Axis::of(low, high);
            let ticks: Vec<String> = axis.ticks().map(|(_, text)| text).collect();
            assert!(axis.low <= low && axis.high >= high, "{ticks:?}");
            assert_eq!(ticks.join(", "), texts);
        }
        assert!(Axis::of(5.0, 5.0).high > 5.0);
        for (low, high) in [(-1e300, 1e300), (f64::NAN, f64::INFINITY), (1e-300, 2e-300), (1e15, 1e15 + 1.0)]
        {
            let axis = Axis::around([low, high]);
            assert!((0.0..=1.0).contains(&axis.share(low.max(0.0))), "{low}");
            assert!((1..=9).contains(&axis.ticks().count()), "{low} {high}");
        }
    }

    #[test]
    fn dates_stand_where_days_weeks_months_or_years_begin_and_never_crowd() {
        for (step, rows) in
            [(60_i64, 200_i64), (3_600, 60), (86_400, 30), (86_400, 400), (604_800, 208), (2_592_000, 500)]
        {
            let times: Vec<String> = (0..rows).filter_map(|row| stamp(1_780_272_000 + row * step)).collect();
            let along = Along::times(&times);
            assert!((2..=9).contains(&along.ticks.len()), "{:?}", along.ticks);
            assert!(along.ticks.windows(2).all(|pair| pair[1].0 - pair[0].0 > 0.08), "{:?}", along.ticks);
            assert!(along.places.is_sorted() && along.places.first() == Some(&0.0));
        }
        let weeks = ["2026-06-01", "2026-06-08", "2026-06-29"].map(str::to_owned);
        assert_eq!(Along::times(&weeks).ticks[0], (0.0, "1 Jun 2026".to_owned()));
        let words = Along::times(&["b".to_owned(), "a".to_owned()]);
        assert_eq!(words.places, [0.0, 1.0]);
    }
}
