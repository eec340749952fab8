//! Recurrence rules (RFC 5545, 3.3.10) by days.
//!
//! Every day of each period is held against all parts of the rule, then `BYSETPOS` picks from those that are left:
//! slower than working out the dates and without its special cases. Rules within a day, `BYWEEKNO` and rules of
//! another calendar (`RSCALE`) are not known.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freq {
    Yearly,
    Monthly,
    Weekly,
    Daily,
}

/// When a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    Day(NaiveDate),
    /// On the clock of the event.
    Local(NaiveDateTime),
    Utc(NaiveDateTime),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) freq: Freq,
    pub(super) interval: u32,
    pub(super) count: Option<u32>,
    pub(super) until: Option<Until>,
    months: Vec<u32>,
    month_days: Vec<i32>,
    year_days: Vec<i32>,
    /// Weekday and which of them in the month or year; 0 for each.
    days: Vec<(i32, Weekday)>,
    positions: Vec<i32>,
    week_start: Weekday,
}

/// Why a rule cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RuleFault {
    /// Nothing can be made of this part.
    Invalid(String),
    /// This part is not known.
    Unsupported(String),
}

/// What is left of the work that all rules of a file may take, in days looked at.
#[derive(Debug)]
pub(super) struct Budget(pub(super) usize);

/// Whether the occurrences are all that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expanded {
    All,
    /// The budget or the number of occurrences was used up.
    Cut,
}

pub(super) fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

/// Numbers between bounds, below zero too if `signed`, never 0.
fn numbers(list: &str, most: i32, signed: bool) -> Option<Vec<i32>> {
    let number = |text: &str| {
        let number: i32 = text.trim().parse().ok()?;
        let least = if signed { -most } else { 1 };
        (number != 0 && (least..=most).contains(&number)).then_some(number)
    };
    list.split(',').map(number).collect()
}

fn day(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let split = text.len().checked_sub(2).filter(|split| text.is_char_boundary(*split))?;
    let (number, name) = text.split_at(split);
    let number = if number.is_empty() { 0 } else { numbers(number, 53, true)?[0] };
    Some((number, weekday(name)?))
}

impl Rule {
    /// Whether it has ended before an occurrence; `end` is its end on the clock of the event, if that is another.
    pub(super) fn is_over(&self, at: NaiveDateTime, end: Option<NaiveDateTime>) -> bool {
        match self.until {
            None => false,
            Some(Until::Day(last)) => at.date() > last,
            Some(Until::Local(last) | Until::Utc(last)) => at > end.unwrap_or(last),
        }
    }

    /// Reads the value of an `RRULE`; `time` is the time of day of the event, which parts of the day may repeat.
    pub(super) fn parse(value: &str, start: NaiveDateTime) -> Result<Self, RuleFault> {
        let mut rule = Self {
            freq: Freq::Daily,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            days: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_freq = false;
        for part in value.trim().split(';').filter(|part| !part.is_empty()) {
            let upper = part.trim().to_ascii_uppercase();
            let shown: String = upper.chars().take(40).collect();
            let (name, value) = upper.split_once('=').ok_or_else(|| RuleFault::Invalid(shown.clone()))?;
            has_freq |= name == "FREQ";
            rule.part(name, value, start, &shown)?;
        }
        if !has_freq {
            return Err(RuleFault::Invalid("FREQ".into()));
        }
        let has_numbers = rule.days.iter().any(|(number, _)| *number != 0);
        if has_numbers && matches!(rule.freq, Freq::Weekly | Freq::Daily) {
            return Err(RuleFault::Invalid("BYDAY".into()));
        }
        if rule.positions.is_empty() || !rule.is_plain() {
            rule.fill(start.date());
            Ok(rule)
        } else {
            Err(RuleFault::Invalid("BYSETPOS".into()))
        }
    }

    fn part(&mut self, name: &str, value: &str, start: NaiveDateTime, shown: &str) -> Result<(), RuleFault> {
        let invalid = || RuleFault::Invalid(shown.to_owned());
        match name {
            "FREQ" => {
                self.freq = match value {
                    "YEARLY" => Freq::Yearly,
                    "MONTHLY" => Freq::Monthly,
                    "WEEKLY" => Freq::Weekly,
                    "DAILY" => Freq::Daily,
                    "HOURLY" | "MINUTELY" | "SECONDLY" => {
                        return Err(RuleFault::Unsupported(shown.to_owned()));
                    }
                    _ => return Err(invalid()),
                }
            }
            "INTERVAL" => {
                self.interval = value.parse().ok().filter(|number| *number > 0).ok_or_else(invalid)?;
            }
            "COUNT" => {
                self.count = Some(value.parse().ok().filter(|number| *number > 0).ok_or_else(invalid)?);
            }
            "UNTIL" => self.until = Some(until(value).ok_or_else(invalid)?),
            "BYMONTH" => {
                let months = numbers(value, 12, false).ok_or_else(invalid)?;
                self.months = months.into_iter().map(i32::unsigned_abs).collect();
            }
            "BYMONTHDAY" => self.month_days = numbers(value, 31, true).ok_or_else(invalid)?,
            "BYYEARDAY" => self.year_days = numbers(value, 366, true).ok_or_else(invalid)?,
            "BYDAY" => self.days = value.split(',').map(day).collect::<Option<_>>().ok_or_else(invalid)?,
            "BYSETPOS" => self.positions = numbers(value, 366, true).ok_or_else(invalid)?,
            "WKST" => self.week_start = weekday(value).ok_or_else(invalid)?,
            // Some write the time of day of the event once more.
            "BYHOUR" | "BYMINUTE" | "BYSECOND" => {
                use chrono::Timelike;
                let own = match name {
                    "BYHOUR" => start.hour(),
                    "BYMINUTE" => start.minute(),
                    _ => start.second(),
                };
                if value.parse() != Ok(own) {
                    return Err(RuleFault::Unsupported(shown.to_owned()));
                }
            }
            _ => return Err(RuleFault::Unsupported(shown.to_owned())),
        }
        Ok(())
    }

    fn is_plain(&self) -> bool {
        self.months.is_empty()
            && self.month_days.is_empty()
            && self.year_days.is_empty()
            && self.days.is_empty()
    }

    /// Whether it is every year on the same day, nothing else.
    pub(super) fn is_birthday(value: &Rule, start: NaiveDate) -> bool {
        value.freq == Freq::Yearly
            && value.interval == 1
            && value.count.is_none()
            && value.months == [start.month()]
            && value.month_days == [start.day() as i32]
            && value.year_days.is_empty()
            && value.days.is_empty()
            && value.positions.is_empty()
    }

    /// What a rule leaves open comes from the first day.
    fn fill(&mut self, start: NaiveDate) {
        let has_days = !(self.month_days.is_empty() && self.year_days.is_empty() && self.days.is_empty());
        match self.freq {
            _ if has_days => {}
            Freq::Yearly => {
                if self.months.is_empty() {
                    self.months = vec![start.month()];
                }
                self.month_days = vec![start.day() as i32];
            }
            Freq::Monthly => self.month_days = vec![start.day() as i32],
            Freq::Weekly => self.days = vec![(0, start.weekday())],
            Freq::Daily => {}
        }
    }

    /// The days from the first day on, and between `from` and `to`, on which it falls; `is_over` says when it ends.
    pub(super) fn expand(
        &self,
        start: NaiveDate,
        from: NaiveDate,
        to: NaiveDate,
        is_over: impl Fn(NaiveDate) -> bool,
        budget: &mut Budget,
        mut take: impl FnMut(NaiveDate) -> bool,
    ) -> Expanded {
        let mut period = self.first_period(start);
        if self.count.is_none() {
            period = self.skip_to(period, from);
        }
        let mut left = self.count.unwrap_or(u32::MAX);
        // The first day counts, whether the rule falls on it or not.
        left -= 1;
        if is_over(start) {
            return Expanded::All;
        }
        if start >= from && start <= to && !take(start) {
            return Expanded::Cut;
        }
        let mut set: Vec<NaiveDate> = Vec::new();
        while left > 0 {
            let Some((first, last)) = self.bounds(period).filter(|(first, _)| *first <= to) else {
                return Expanded::All;
            };
            set.clear();
            let mut at = first;
            while at <= last {
                let Some(rest) = budget.0.checked_sub(1) else { return Expanded::Cut };
                budget.0 = rest;
                if self.falls_on(at) {
                    set.push(at);
                }
                let Some(next) = at.succ_opt() else { break };
                at = next;
            }
            for &date in &self.picked(&mut set) {
                if date <= start {
                    continue;
                }
                if date > to || is_over(date) {
                    return Expanded::All;
                }
                left -= 1;
                if date >= from && !take(date) {
                    return Expanded::Cut;
                }
                if left == 0 {
                    return Expanded::All;
                }
            }
            let Some(next) = self.after(period) else { return Expanded::All };
            period = next;
        }
        Expanded::All
    }

    /// The first day of the period that a day is in.
    fn first_period(&self, day: NaiveDate) -> NaiveDate {
        let first = match self.freq {
            Freq::Yearly => NaiveDate::from_ymd_opt(day.year(), 1, 1),
            Freq::Monthly => day.with_day(1),
            Freq::Weekly => {
                let back = i64::from(day.weekday().days_since(self.week_start));
                day.checked_sub_signed(TimeDelta::days(back))
            }
            Freq::Daily => Some(day),
        };
        first.unwrap_or(day)
    }

    /// The last period of the rule that begins so that nothing at or after `from` is missed.
    fn skip_to(&self, period: NaiveDate, from: NaiveDate) -> NaiveDate {
        if from <= period {
            return period;
        }
        let step = i64::from(self.interval);
        let days = (from - period).num_days();
        let length = match self.freq {
            Freq::Yearly => 366 * step,
            Freq::Monthly => 31 * step,
            Freq::Weekly => 7 * step,
            Freq::Daily => step,
        };
        // Periods are at most so long: so many of them surely lie before.
        let skipped = days / length.max(1);
        self.later(period, skipped.saturating_mul(step)).unwrap_or(period)
    }

    fn after(&self, period: NaiveDate) -> Option<NaiveDate> {
        self.later(period, i64::from(self.interval))
    }

    /// The period so many periods later.
    fn later(&self, period: NaiveDate, count: i64) -> Option<NaiveDate> {
        match self.freq {
            Freq::Yearly => NaiveDate::from_ymd_opt(period.year().checked_add(count.try_into().ok()?)?, 1, 1),
            Freq::Monthly => period.checked_add_months(chrono::Months::new(count.try_into().ok()?)),
            Freq::Weekly => period.checked_add_signed(TimeDelta::try_days(count.checked_mul(7)?)?),
            Freq::Daily => period.checked_add_signed(TimeDelta::try_days(count)?),
        }
    }

    fn bounds(&self, first: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let last = match self.freq {
            Freq::Yearly => NaiveDate::from_ymd_opt(first.year(), 12, 31)?,
            Freq::Monthly => first.checked_add_months(chrono::Months::new(1))?.pred_opt()?,
            Freq::Weekly => first.checked_add_signed(TimeDelta::days(6))?,
            Freq::Daily => first,
        };
        Some((first, last))
    }

    fn falls_on(&self, date: NaiveDate) -> bool {
        let is_in = |list: &[i32], at: i32, length: i32| {
            list.is_empty() || list.contains(&at) || list.contains(&(at - length - 1))
        };
        (self.months.is_empty() || self.months.contains(&date.month()))
            && is_in(&self.month_days, date.day() as i32, days_in_month(date))
            && is_in(&self.year_days, date.ordinal() as i32, days_in_year(date))
            && (self.days.is_empty() || self.days.iter().any(|day| self.is_that(*day, date)))
    }

    /// Whether a date is the weekday, and which of them in its month or year.
    fn is_that(&self, (number, weekday): (i32, Weekday), date: NaiveDate) -> bool {
        if date.weekday() != weekday {
            return false;
        }
        if number == 0 {
            return true;
        }
        let in_month = self.freq == Freq::Monthly || !self.months.is_empty();
        let (at, length) = if in_month {
            (date.day0() as i32, days_in_month(date))
        } else {
            (date.ordinal0() as i32, days_in_year(date))
        };
        if number > 0 { at / 7 + 1 == number } else { (length - 1 - at) / 7 + 1 == -number }
    }

    /// Those of a period that the positions pick.
    fn picked(&self, set: &mut Vec<NaiveDate>) -> Vec<NaiveDate> {
        if self.positions.is_empty() {
            return std::mem::take(set);
        }
        let length = set.len() as i32;
        let is_picked =
            |at: i32| self.positions.contains(&(at + 1)) || self.positions.contains(&(at - length));
        (0..length).zip(set.iter()).filter(|(at, _)| is_picked(*at)).map(|(_, date)| *date).collect()
    }
}

fn days_in_month(date: NaiveDate) -> i32 {
    match date.month() {
        2 if date.leap_year() => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_in_year(date: NaiveDate) -> i32 {
    if date.leap_year() { 366 } else { 365 }
}

fn until(value: &str) -> Option<Until> {
    let value = value.trim();
    if let Some(utc) = value.strip_suffix('Z') {
        return date_time(utc).map(Until::Utc);
    }
    match value.len() {
        8 => date(value).map(Until::Day),
        _ => date_time(value).map(Until::Local),
    }
}

/// `20260302`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NaiveDate::from_ymd_opt(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
}

/// `20260302T090000`; a leap second is the second before.
pub(super) fn date_time(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    if time.len() != 6 || !time.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let second: u32 = time[4..].parse().ok()?;
    let second = if second == 60 { 59 } else { second };
    date(day)?.and_hms_opt(time[..2].parse().ok()?, time[2..4].parse().ok()?, second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(start: &str, rule: &str, to: &str) -> Vec<String> {
        let (start, to) = (date(start).unwrap(), date(to).unwrap());
        let rule = Rule::parse(rule, start.and_hms_opt(9, 0, 0).unwrap()).unwrap();
        let end = |date: NaiveDate| matches!(rule.until, Some(Until::Day(last)) if date > last);
        let mut found = Vec::new();
        let take = |date: NaiveDate| {
            found.push(date.format("%Y%m%d").to_string());
            true
        };
        rule.expand(start, start, to, end, &mut Budget(1_000_000), take);
        found
    }

    /// The examples of RFC 5545, 3.8.5.3, whose dates stand there.
    #[test]
    fn examples_of_the_standard() {
        let years = "20991231";
        for (start, rule, expected) in [
            (
                "19970902",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,TH;WKST=SU",
                "19970902 19970904 19970916 19970918",
            ),
            ("19970905", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "19970905 19971003 19971107 19971205"),
            (
                "19970907",
                "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
                "19970907 19970928 19971102 19971130 19980104 19980125 19980301 19980329 19980503 19980531",
            ),
            (
                "19970922",
                "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
                "19970922 19971020 19971117 19971222 19980119 19980216",
            ),
            (
                "19970928",
                "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6",
                "19970928 19971029 19971128 19971229 19980129 19980226",
            ),
            ("19970930", "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "19970930 19971001 19971031 19971101"),
            (
                "19970101",
                "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200",
                "19970101 19970410 19970719 20000101",
            ),
            ("19970519", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519 19980518 19990517"),
            ("19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "19970313 19970320 19970327 19980305"),
            (
                "19980213",
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5",
                "19980213 19980313 19981113 19990813 20001013",
            ),
            (
                "19961105",
                "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
                "19961105 20001107 20041102",
            ),
            ("19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904 19971007 19971106"),
            (
                "19970929",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
                "19970929 19971030 19971127",
            ),
            (
                "19970805",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
                "19970805 19970810 19970819 19970824",
            ),
            (
                "19970805",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
                "19970805 19970817 19970819 19970831",
            ),
            (
                "20070115",
                "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
                "20070115 20070130 20070215 20070315 20070330",
            ),
            (
                "19970610",
                "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
                "19970610 19970710 19980610 19980710 19990610 19990710 20000610 20000710 20010610 20010710",
            ),
            ("19980101", "FREQ=DAILY;UNTIL=19980103;BYMONTH=1", "19980101 19980102 19980103"),
        ] {
            assert_eq!(days(start, rule, years).join(" "), expected, "{rule}");
        }
    }

    #[test]
    fn what_is_not_known_is_said() {
        let start = date_time("20260302T090000").unwrap();
        let fault = |rule: &str| Rule::parse(rule, start).unwrap_err();
        for rule in
            ["FREQ=HOURLY", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=DAILY;BYHOUR=9,10", "RSCALE=CHINESE;FREQ=YEARLY"]
        {
            assert!(matches!(fault(rule), RuleFault::Unsupported(_)), "{rule}");
        }
        for rule in [
            "",
            "COUNT=3",
            "FREQ=SOON",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=x",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=MONTHLY;BYDAY=ÄMO",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=DAILY;UNTIL=soon",
            "FREQ=DAILY;BYSETPOS=1",
        ] {
            assert!(matches!(fault(rule), RuleFault::Invalid(_)), "{rule}");
        }
        assert!(Rule::parse("FREQ=DAILY;BYHOUR=9;BYMINUTE=0", start).is_ok());
    }

    #[test]
    fn work_has_an_end() {
        let start = date("19700101").unwrap();
        let rule =
            Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start.and_hms_opt(0, 0, 0).unwrap()).unwrap();
        let mut budget = Budget(10_000);
        let end = rule.expand(start, start, date("21001231").unwrap(), |_| false, &mut budget, |_| true);
        assert_eq!((end, budget.0), (Expanded::Cut, 0));
        let far = Rule::parse("FREQ=DAILY;INTERVAL=4294967295", start.and_hms_opt(0, 0, 0).unwrap()).unwrap();
        assert_eq!(
            far.expand(start, start, date("21001231").unwrap(), |_| false, &mut Budget(9), |_| true),
            Expanded::All
        );
    }
}
