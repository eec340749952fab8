//! Reading tasks.

use super::model::{Allocation, Direction, Item, Link};
use super::read::{Read, Reader};

/// What does not decide the dates of a task.
const HARMLESS: [&str; 15] = [
    "note",
    "flags",
    "charge",
    "chargeset",
    "purge",
    "responsible",
    "complete",
    "journalentry",
    "projectid",
    "scheduled",
    "supplement",
    "warn",
    "statusnote",
    "Phone",
    "email",
];

impl Reader {
    pub(super) fn task(&mut self, parent: Option<usize>) -> Read<()> {
        let number = self.project.tasks.len();
        let own = if self.is_text() { format!("_Task_{}", number + 1) } else { self.next()? };
        if self.is_text() {
            self.at += 1;
        }
        let id = match parent {
            Some(parent) => {
                self.project.tasks[parent].is_container = true;
                format!("{}.{own}", self.project.tasks[parent].id)
            }
            None => own,
        };
        self.project.tasks.push(Item { id, parent, ..Item::default() });
        self.block(|reader, word| reader.task_word(number, &word))
    }

    /// A statement about a task; that of another scenario is read and forgotten.
    pub(super) fn task_word(&mut self, number: usize, word: &str) -> Read<()> {
        let Some((scenario, word)) = word.split_once(':') else { return self.attribute(number, word) };
        if self.scenario.iter().any(|one| one == scenario) {
            return self.attribute(number, word);
        }
        let kept = self.project.tasks[number].clone();
        self.attribute(number, word)?;
        self.project.tasks[number] = kept;
        Ok(())
    }

    fn attribute(&mut self, number: usize, word: &str) -> Read<()> {
        match word {
            "task" => return self.task(Some(number)),
            "fail" => return self.assertion(number),
            "depends" | "precedes" => return self.links(number, word == "precedes"),
            "allocate" => return self.list(|reader| reader.allocation(number)),
            "limits" => {
                let limits = self.limits()?;
                self.project.tasks[number].limits.extend(limits);
                return Ok(());
            }
            "shifts" => {
                return self.list(|reader| {
                    let used = reader.shift_use()?;
                    reader.project.tasks[number].shifts.push(used);
                    Ok(())
                });
            }
            _ => {}
        }
        let at = ["minstart", "maxstart", "minend", "maxend"].iter().position(|one| *one == word);
        let value = match word {
            "start" | "end" | "minstart" | "maxstart" | "minend" | "maxend" => self.date()?,
            "effort" | "effortdone" | "length" => self.working()?,
            "duration" => self.elapsed()?,
            _ => 0,
        };
        let period = if word == "period" { Some(self.interval()?) } else { None };
        let text = if word == "scheduling" || word == "priority" { self.next()? } else { String::new() };
        let item = &mut self.project.tasks[number];
        match word {
            "start" => (item.start, item.direction) = (Some(value), Some(Direction::AsSoon)),
            "end" => (item.end, item.direction) = (Some(value), Some(Direction::AsLate)),
            "period" => {
                (item.start, item.end) = (period.map(|period| period.0), period.map(|period| period.1));
            }
            "effort" => item.effort = Some(value),
            "effortdone" => item.done = Some(value),
            "length" => item.length = Some(value),
            "duration" => item.duration = Some(value),
            "scheduling" => {
                item.direction = Some(if text == "alap" { Direction::AsLate } else { Direction::AsSoon });
            }
            "priority" => item.priority = text.parse().ok(),
            "milestone" | "scheduled" => {}
            _ => {
                if let Some(at) = at {
                    item.bounds[at] = Some(value);
                } else {
                    match word {
                        "booking" => item.odd.push("work that is booked by hand".into()),
                        "adopt" => {
                            item.odd
                                .push("a task that adopts others, so that they stand in two trees".into());
                        }
                        _ if HARMLESS.contains(&word) => {}
                        _ => item.odd.push(format!("`{word}` is not read")),
                    }
                    self.pass();
                }
            }
        }
        Ok(())
    }

    /// `fail plan.end != 2007-04-01`; other conditions are passed over.
    fn assertion(&mut self, number: usize) -> Read<()> {
        let what = self.next()?;
        let end = match what.split_once('.') {
            Some((_, "start")) => 0,
            Some((_, "end")) => 1,
            _ => {
                self.pass();
                return Ok(());
            }
        };
        if !self.take("!=") || !self.is_date() {
            self.pass();
            return Ok(());
        }
        let date = self.date()?;
        if what
            .split_once('.')
            .is_some_and(|(scenario, _)| self.scenario.first().is_some_and(|own| own == scenario))
        {
            self.project.tasks[number].asserted[end] = Some(date);
        }
        Ok(())
    }

    fn links(&mut self, number: usize, precedes: bool) -> Read<()> {
        let mut found = Vec::new();
        self.list(|reader| {
            let other = reader.next()?;
            let mut link = Link { other, on_start: None, gap_elapsed: 0, gap_working: 0 };
            reader.block(|reader, word| {
                match word.as_str() {
                    "onstart" => link.on_start = Some(true),
                    "onend" => link.on_start = Some(false),
                    "gapduration" => link.gap_elapsed = reader.elapsed()?,
                    "gaplength" => link.gap_working = reader.working()?,
                    _ => return Err(format!("{word:?} of a dependency is not read")),
                }
                Ok(())
            })?;
            found.push(link);
            Ok(())
        })?;
        let item = &mut self.project.tasks[number];
        if precedes {
            item.precedes.extend(found);
            item.direction = Some(Direction::AsLate);
        } else {
            item.depends.extend(found);
            item.direction = Some(Direction::AsSoon);
        }
        Ok(())
    }

    fn allocation(&mut self, number: usize) -> Read<()> {
        let candidates = vec![self.next()?];
        let mut allocation = Allocation { candidates, mandatory: false, persistent: false, shifts: false };
        self.block(|reader, word| {
            match word.as_str() {
                "alternative" => reader.list(|reader| {
                    allocation.candidates.push(reader.next()?);
                    Ok(())
                })?,
                "mandatory" => allocation.mandatory = true,
                "persistent" => allocation.persistent = true,
                "select" => drop(reader.next()?),
                "shifts" => {
                    allocation.shifts = true;
                    reader.list(|reader| reader.shift_use().map(|_| ()))?;
                }
                _ => return Err(format!("{word:?} of an allocation is not read")),
            }
            Ok(())
        })?;
        self.project.tasks[number].allocations.push(allocation);
        Ok(())
    }
}
