//! A small reader of the part of TaskJuggler's language that the files use which we compare with.
//!
//! What is read and cannot be said in our documents is noted at the task or resource. What does not decide a date
//! (reports, costs, journals) is passed over.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::model::{DAY, HOUR, Home, Hours, Limit, Person, Project, Rota, ShiftType};
use super::text::{Kind, Token, tokens};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads a file as it stands in a scenario; in the first if none is given.
///
/// # Errors
/// What cannot be read, in words.
pub(crate) fn read(path: &Path, zone: &str, scenario: &[String]) -> Result<Project, String> {
    let eight: Hours = std::array::from_fn(|day| if day < 5 { vec![(540, 1020)] } else { Vec::new() });
    let project = Project {
        start: 0,
        now: None,
        tracking: None,
        scenarios: Vec::new(),
        home: Home::new(zone)?,
        slot: HOUR,
        day: 8 * HOUR,
        rota: Rota { hours: eight, shifts: Vec::new(), off: BTreeSet::new() },
        shifts: Vec::new(),
        people: Vec::new(),
        tasks: Vec::new(),
    };
    let tokens = tokens(path)?;
    let mut reader =
        Reader { tokens, at: 0, project, end: 0, limits: Vec::new(), scenario: scenario.to_vec() };
    reader.file()?;
    Ok(reader.project)
}

pub(super) struct Reader {
    tokens: Vec<Token>,
    pub(super) at: usize,
    pub(super) project: Project,
    end: i64,
    /// Limits of all resources that follow.
    limits: Vec<Limit>,
    /// The scenario that is read and those above it.
    pub(super) scenario: Vec<String>,
}

pub(super) type Read<T> = Result<T, String>;

impl Reader {
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", |token| token.text.as_str())
    }

    pub(super) fn is(&self, sign: &str) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.kind != Kind::Text && token.text == sign)
    }

    pub(super) fn is_text(&self) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.kind == Kind::Text)
    }

    pub(super) fn is_date(&self) -> bool {
        self.peek().starts_with('@') || self.peek().get(4..5) == Some("-")
    }

    pub(super) fn next(&mut self) -> Read<String> {
        let text = self.tokens.get(self.at).map(|token| token.text.clone());
        self.at += 1;
        text.ok_or_else(|| "the file ends too early".to_owned())
    }

    pub(super) fn take(&mut self, sign: &str) -> bool {
        let found = self.is(sign);
        self.at += usize::from(found);
        found
    }

    /// Passes over the rest of a statement, with its blocks.
    pub(super) fn pass(&mut self) {
        let mut depth = 0;
        let mut goes_on = false;
        while let Some(token) = self.tokens.get(self.at) {
            let sign = if token.kind == Kind::Sign { token.text.as_str() } else { "" };
            if depth == 0 && (sign == "}" || (token.first && !goes_on && sign != "{")) {
                return;
            }
            depth += i32::from(sign == "{") - i32::from(sign == "}");
            goes_on = sign == ",";
            self.at += 1;
        }
    }

    /// Reads every statement of a block, if one follows.
    pub(super) fn block(&mut self, mut one: impl FnMut(&mut Self, String) -> Read<()>) -> Read<()> {
        if self.take("{") {
            while !self.take("}") {
                let word = self.next()?;
                one(self, word)?;
            }
        }
        Ok(())
    }

    /// Reads a list with commas between.
    pub(super) fn list(&mut self, mut one: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        one(self)?;
        while self.take(",") {
            one(self)?;
        }
        Ok(())
    }

    pub(super) fn date(&mut self) -> Read<i64> {
        let text = self.next()?;
        match text.as_str() {
            "@projectstart" => return Ok(self.project.start),
            "@projectend" => return Ok(self.end),
            "@now" => return self.project.now.ok_or_else(|| "a file without the time of now".into()),
            _ => {}
        }
        let fault = || format!("{text:?} is no date");
        let mut parts = text.splitn(5, '-');
        let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
        let (year, month, day) = (number(), number(), number());
        let date = match (year.and_then(|year| i32::try_from(year).ok()), month, day) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day),
            _ => None,
        };
        let time = match parts.next() {
            Some(time) => NaiveTime::parse_from_str(&format!("{time:0>5}"), "%H:%M").ok(),
            None => Some(NaiveTime::MIN),
        };
        let civil = NaiveDateTime::new(date.ok_or_else(fault)?, time.ok_or_else(fault)?);
        let Some(offset) = parts.next() else { return Ok(self.project.home.instant(civil)) };
        let hours: i64 = offset.trim_start_matches(['+', '-']).parse().map_err(|_| fault())?;
        let seconds = hours / 100 * HOUR + hours % 100 * 60;
        Ok(civil.and_utc().timestamp() - if offset.starts_with('-') { -seconds } else { seconds })
    }

    /// A number with a unit in seconds, by how long a day, a week and a month are.
    fn amount(&mut self, day: i64, week: i64, month: f64) -> Read<i64> {
        let text = self.next()?;
        let split = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
        let number: f64 = text[..split].parse().map_err(|_| format!("{text:?} is no length of time"))?;
        #[expect(clippy::cast_precision_loss, reason = "days and weeks")]
        let unit = match &text[split..] {
            "min" => 60.0,
            "h" => 3600.0,
            "d" => day as f64,
            "w" => week as f64,
            "m" => month,
            "y" => 12.0 * month,
            other => return Err(format!("the unit {other:?} of time is not known")),
        };
        #[expect(clippy::cast_possible_truncation, reason = "seconds of some years")]
        Ok((number * unit).round() as i64)
    }

    /// Working time: a week has five days, a year 260.714.
    pub(super) fn working(&mut self) -> Read<i64> {
        let day = self.project.day;
        #[expect(clippy::cast_precision_loss, reason = "the seconds of a day")]
        let month = 260.714 / 12.0 * day as f64;
        self.amount(day, 5 * day, month)
    }

    /// Time that passes: a month is a twelfth of 365 days.
    pub(super) fn elapsed(&mut self) -> Read<i64> {
        self.amount(DAY, 7 * DAY, 365.0 / 12.0 * 86_400.0)
    }

    /// From when to when; a day if only a date is given.
    pub(super) fn interval(&mut self) -> Read<(i64, i64)> {
        let from = self.date()?;
        let to = if self.take("+") {
            from + self.elapsed()?
        } else if self.take("-") {
            self.date()?
        } else {
            from + DAY
        };
        Ok((from, to))
    }

    fn file(&mut self) -> Read<()> {
        while self.at < self.tokens.len() {
            let word = self.next()?;
            match word.as_str() {
                "project" => self.header()?,
                "resource" => self.resource(None)?,
                "task" => self.task(None)?,
                "shift" => self.shift(None)?,
                "limits" => {
                    let limits = self.limits()?;
                    self.limits.extend(limits);
                }
                "vacation" | "leaves" => {
                    let mut off = BTreeSet::new();
                    if !self.leaves(&word, &mut off)? {
                        return Err("a day off that is not a whole day".into());
                    }
                    self.project.rota.off.extend(off);
                }
                "supplement" => self.supplement()?,
                "include" | "}" => return Err(format!("{word:?} in a place that is not read")),
                _ => self.pass(),
            }
        }
        Ok(())
    }

    fn supplement(&mut self) -> Read<()> {
        let what = self.next()?;
        let name = self.next()?;
        if what == "task" {
            let task = self.project.task(&name).ok_or_else(|| format!("no task {name:?} to add to"))?;
            self.block(|reader, word| reader.task_word(task, &word))
        } else {
            let person = self.project.people.iter().position(|person| person.id == name);
            let person = person.ok_or_else(|| format!("no resource {name:?} to add to"))?;
            self.block(|reader, word| reader.resource_word(person, &word))
        }
    }

    fn header(&mut self) -> Read<()> {
        while !self.is_date() {
            self.next()?;
        }
        (self.project.start, self.end) = self.interval()?;
        self.block(|reader, word| {
            match word.as_str() {
                "timezone" => {
                    let name = reader.next()?;
                    reader.project.home = Home::new(&name)?;
                }
                "workinghours" => {
                    let mut hours = reader.project.rota.hours.clone();
                    reader.hours(&mut hours)?;
                    reader.project.rota.hours = hours;
                }
                "dailyworkinghours" => {
                    let hours: f64 =
                        reader.next()?.parse().map_err(|_| "hours of a day that are no number")?;
                    #[expect(clippy::cast_possible_truncation, reason = "seconds of a day")]
                    let seconds = (hours * 3600.0) as i64;
                    reader.project.day = seconds;
                }
                "timingresolution" => reader.project.slot = reader.elapsed()?,
                "now" => reader.project.now = Some(reader.date()?),
                "trackingscenario" => reader.project.tracking = Some(reader.next()?),
                "scenario" => reader.scenario_word(&[])?,
                _ => reader.pass(),
            }
            Ok(())
        })?;
        if self.project.scenarios.is_empty() {
            self.project.scenarios.push(vec!["plan".to_owned()]);
        }
        if self.scenario.is_empty() {
            self.scenario.clone_from(&self.project.scenarios[0]);
        }
        if self.project.tracking != self.scenario.first().cloned() {
            self.project.tracking = None;
        }
        Ok(())
    }

    fn scenario_word(&mut self, above: &[String]) -> Read<()> {
        let mut line = vec![self.next()?];
        line.extend_from_slice(above);
        self.project.scenarios.push(line.clone());
        if self.is_text() {
            self.at += 1;
        }
        self.block(|reader, word| {
            if word == "scenario" {
                return reader.scenario_word(&line);
            }
            reader.pass();
            Ok(())
        })
    }

    /// `mon - fri 9:00 - 12:00, 13:00 - 18:00` or `sat, sun off`.
    fn hours(&mut self, hours: &mut Hours) -> Read<()> {
        let mut days = Vec::new();
        let day = |reader: &mut Self| {
            let name = reader.next()?;
            DAYS.iter().position(|day| *day == name).ok_or_else(|| format!("{name:?} is no day of the week"))
        };
        self.list(|reader| {
            let mut at = day(reader)?;
            let last = if reader.take("-") { day(reader)? } else { at };
            days.push(at);
            while at != last {
                at = (at + 1) % 7;
                days.push(at);
            }
            Ok(())
        })?;
        let mut times = Vec::new();
        if !self.take("off") {
            let time = |reader: &mut Self| {
                let text = reader.next()?;
                let found = text.split_once(':').and_then(|(hour, minute)| {
                    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
                });
                found.filter(|minutes| *minutes <= 1440).ok_or_else(|| format!("{text:?} is no time of day"))
            };
            self.list(|reader| {
                let from = time(reader)?;
                reader.take("-");
                times.push((from, time(reader)?));
                Ok(())
            })?;
        }
        for day in days {
            hours[day].clone_from(&times);
        }
        Ok(())
    }

    /// Days away; answers whether they are whole days.
    fn leaves(&mut self, word: &str, off: &mut BTreeSet<NaiveDate>) -> Read<bool> {
        if word == "leaves" {
            self.next()?;
        }
        if self.is_text() {
            self.at += 1;
        }
        let mut whole = true;
        self.list(|reader| {
            let (from, to) = reader.interval()?;
            let ((from, starts), (to, ends)) =
                (reader.project.home.midnight(from), reader.project.home.midnight(to));
            whole &= starts && ends;
            off.extend(from.iter_days().take_while(|day| *day < to));
            Ok(())
        })?;
        Ok(whole)
    }

    pub(super) fn limits(&mut self) -> Read<Vec<Limit>> {
        let mut found = Vec::new();
        self.block(|reader, kind| {
            let seconds = reader.working()?;
            let mut limit = Limit { kind, seconds, resources: Vec::new(), is_for_a_time: false };
            reader.block(|reader, word| match word.as_str() {
                "resources" => reader.list(|reader| {
                    limit.resources.push(reader.next()?);
                    Ok(())
                }),
                "period" => {
                    limit.is_for_a_time = true;
                    reader.interval().map(|_| ())
                }
                _ => Err(format!("{word:?} of a limit is not read")),
            })?;
            found.push(limit);
            Ok(())
        })?;
        Ok(found)
    }

    fn shift(&mut self, above: Option<ShiftType>) -> Read<()> {
        let id = self.next()?;
        if self.is_text() {
            self.at += 1;
        }
        let mut shift = match above {
            Some(above) => ShiftType { id, ..above },
            None => {
                let hours = self.project.rota.hours.clone();
                ShiftType { id, hours, off: BTreeSet::new(), replaces: false }
            }
        };
        self.block(|reader, word| {
            match word.as_str() {
                "workinghours" => reader.hours(&mut shift.hours)?,
                "vacation" | "leaves" => drop(reader.leaves(&word, &mut shift.off)?),
                "replace" => shift.replaces = true,
                "shift" => reader.shift(Some(shift.clone()))?,
                _ => return Err(format!("{word:?} of a shift is not read")),
            }
            Ok(())
        })?;
        self.project.shifts.push(shift);
        Ok(())
    }

    fn resource(&mut self, parent: Option<usize>) -> Read<()> {
        let id = self.next()?;
        if self.is_text() {
            self.at += 1;
        }
        let person = match parent {
            Some(parent) => {
                self.project.people[parent].is_group = true;
                Person { id, parent: Some(parent), is_group: false, ..self.project.people[parent].clone() }
            }
            None => Person {
                id,
                parent: None,
                is_group: false,
                rota: self.project.rota.clone(),
                limits: self.limits.clone(),
                efficiency: 1.0,
                odd: Vec::new(),
            },
        };
        let number = self.project.people.len();
        self.project.people.push(person);
        self.block(|reader, word| reader.resource_word(number, &word))
    }

    fn resource_word(&mut self, number: usize, word: &str) -> Read<()> {
        match word {
            "resource" => self.resource(Some(number))?,
            "workinghours" => {
                let mut hours = self.project.people[number].rota.hours.clone();
                self.hours(&mut hours)?;
                self.project.people[number].rota.hours = hours;
            }
            "vacation" | "leaves" => {
                let mut off = BTreeSet::new();
                let whole = self.leaves(word, &mut off)?;
                let person = &mut self.project.people[number];
                person.rota.off.extend(off);
                if !whole {
                    person.odd.push("an absence that is not whole days".into());
                }
            }
            "shifts" => self.list(|reader| {
                let (shift, from, to) = reader.shift_use()?;
                let days = reader.days(from, to);
                let Some(shift) = reader.project.shifts.iter().find(|one| one.id == shift).cloned() else {
                    return Err(format!("no shift {shift:?}"));
                };
                let person = &mut reader.project.people[number];
                let Some((first, last)) = days else {
                    person.odd.push("a shift that is not for whole days".into());
                    return Ok(());
                };
                let within = |day: &NaiveDate| (first..=last).contains(day);
                if shift.replaces {
                    person.rota.off.retain(|day| !within(day));
                }
                person.rota.off.extend(shift.off.iter().copied().filter(within));
                person.rota.shifts.push((first, last, shift.hours));
                Ok(())
            })?,
            "limits" => {
                let limits = self.limits()?;
                self.project.people[number].limits.extend(limits);
            }
            "efficiency" => {
                let efficiency = self.next()?.parse().map_err(|_| "an efficiency that is no number")?;
                self.project.people[number].efficiency = efficiency;
            }
            "booking" => {
                let task = self.next()?;
                if let Some(task) = self.project.task(&task) {
                    self.project.tasks[task].odd.push("work that is booked by hand".into());
                }
                self.pass();
            }
            "timezone" => {
                self.project.people[number].odd.push("a time zone of a resource".into());
                self.pass();
            }
            _ => self.pass(),
        }
        Ok(())
    }

    pub(super) fn shift_use(&mut self) -> Read<(String, i64, i64)> {
        let shift = self.next()?;
        if !self.is_date() {
            return Ok((shift, i64::MIN, i64::MAX));
        }
        let (from, to) = self.interval()?;
        Ok((shift, from, to))
    }

    /// First and last day of a time, if it is whole days.
    fn days(&self, from: i64, to: i64) -> Option<(NaiveDate, NaiveDate)> {
        if from == i64::MIN {
            return None;
        }
        let ((first, starts), (behind, ends)) =
            (self.project.home.midnight(from), self.project.home.midnight(to));
        let last = behind.pred_opt()?;
        (starts && ends && first <= last).then_some((first, last))
    }
}
