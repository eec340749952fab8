//! Resources, roles and assignments.

use std::collections::BTreeMap;

use super::finish::{Project, TaskIds, count, working};
use super::table::{Row, Table, Tables};
use super::task::money;
use crate::plan::validate::show;
use crate::plan::{Assignment, Availability, Per, Rate, Resource, ResourceKind};
use crate::quantity::{Money, Units, When};
use crate::sort::Arrange;
use crate::{CalendarId, ResourceId};

/// Resources by the table and the number that they have in the file.
pub(super) type ResourceIds = BTreeMap<(&'static str, String), (ResourceId, ResourceKind)>;

/// A table of people, of their prices, and how their columns are called.
struct Source {
    table: &'static str,
    rates: &'static str,
    key: &'static str,
    short: &'static str,
    name: &'static str,
}

const SOURCES: [Source; 2] = [
    Source { table: "RSRC", rates: "RSRCRATE", key: "rsrc_id", short: "rsrc_short_name", name: "rsrc_name" },
    Source { table: "ROLES", rates: "ROLERATE", key: "role_id", short: "role_short_name", name: "role_name" },
];

/// Reads resources, and the roles that something is assigned to.
pub(super) fn resources(tables: &Tables<'_>, project: &mut Project<'_>) -> ResourceIds {
    let none = Table::default();
    let mut ids = ResourceIds::new();
    let mut taken = std::collections::BTreeSet::new();
    for source in SOURCES {
        let table = tables.get(source.table, &none);
        let shorts: Vec<String> =
            table.rows().map(|row| row.words(source.short).unwrap_or_default()).collect();
        let times = count(shorts.iter().map(String::as_str));
        let mut rates = rates(tables, &source, project);
        for (row, short) in table.rows().zip(&shorts) {
            let Some(number) = row.text(source.key) else { continue };
            if source.key == "role_id" && !is_wanted(tables, number, &project.number) {
                continue;
            }
            let unique = times.get(short.as_str()) == Some(&1) && !short.is_empty();
            let mut id = if unique { short.clone() } else { number.to_owned() };
            if !taken.insert(id.clone()) {
                id = format!("{}:{number}", source.table.to_lowercase());
                taken.insert(id.clone());
            }
            let entries = rates.remove(number).unwrap_or_default();
            let resource = resource(&row, &source, &id, entries, project);
            let key = (source.table, number.to_owned());
            if ids.insert(key, (resource.id.clone(), resource.kind)).is_none() {
                project.plan.resources.push(resource);
            }
        }
    }
    ids
}

/// Whether somebody is asked for by a role alone.
fn is_wanted(tables: &Tables<'_>, role: &str, project: &str) -> bool {
    let none = Table::default();
    tables.get("TASKRSRC", &none).rows().any(|row| {
        row.text("role_id") == Some(role)
            && row.text("rsrc_id").is_none()
            && row.text("proj_id").is_none_or(|of| of == project)
    })
}

/// What somebody costs and how much of them there is, from a date on.
struct Entry {
    from: Option<When>,
    price: Option<Money>,
    units: Option<Units>,
}

fn rates(tables: &Tables<'_>, source: &Source, project: &mut Project<'_>) -> BTreeMap<String, Vec<Entry>> {
    let none = Table::default();
    let mut found: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let mut others = 0usize;
    for row in tables.get(source.rates, &none).rows() {
        let Some(number) = row.text(source.key) else { continue };
        let at = format!("{}/{number}", source.rates);
        let entry = Entry {
            from: row.when("start_date", &at, project.faults),
            price: row.number("cost_per_qty", &at, project.faults).and_then(money),
            units: row
                .number("max_qty_per_hr", &at, project.faults)
                .and_then(|units| Units::from_decimal(units).ok()),
        };
        let more = ["cost_per_qty2", "cost_per_qty3", "cost_per_qty4", "cost_per_qty5"];
        let filled = more
            .iter()
            .filter(|column| row.number(column, &at, project.faults).is_some_and(|price| price != 0.0));
        others += filled.count();
        found.entry(number.to_owned()).or_default().push(entry);
    }
    if others > 0 {
        let message = format!("{others} prices of the types 2 to 5 are not kept");
        project.faults.warning("rate-tables", source.rates, message, "cost is reckoned with the first price");
    }
    found
}

fn resource(
    row: &Row<'_>,
    source: &Source,
    id: &str,
    mut entries: Vec<Entry>,
    project: &mut Project<'_>,
) -> Resource {
    let at = format!("{}/{}", source.table, show(id));
    let mut resource = Resource::new(id, ResourceKind::Person);
    entries.arrange_by(|a, b| a.from.cmp(&b.from));
    let largest = entries.iter().filter_map(|entry| entry.units).max();
    resource.kind = match row.text("rsrc_type") {
        Some("RT_Mat") => ResourceKind::Material,
        _ if source.key == "role_id" || largest.is_some_and(|units| units > Units::ONE) => {
            ResourceKind::Department
        }
        _ => ResourceKind::Person,
    };
    resource.name = row.words(source.name).filter(|name| name != id);
    resource.role = row.words("rsrc_title_name");
    if resource.kind.works() {
        if let Some(calendar) = row.text("clndr_id") {
            if project.plan.calendars.iter().any(|known| known.id.as_str() == calendar) {
                resource.calendar = Some(CalendarId::from(calendar));
            } else {
                let message = format!("calendar `{}` is not in the file", show(calendar));
                let help = "the calendar of the project is used";
                project.faults.warning("unknown-calendar", format!("{at}/clndr_id"), message, help);
            }
        }
        capacity(&mut resource, &entries);
    }
    let per = if resource.kind == ResourceKind::Material { Per::Unit } else { Per::Hour };
    let mut first = true;
    for entry in &entries {
        let Some(price) = entry.price.filter(|price| *price >= Money::ZERO) else { continue };
        // The first price holds from the beginning.
        let from = entry.from.map(|from| from.date).filter(|_| !first);
        if !(first && price == Money::ZERO && entries.len() == 1) {
            resource.rates.push(Rate { from, standard: price, per, overtime: None, per_use: Money::ZERO });
        }
        first = false;
    }
    resource.rates.dedup_by(|later, earlier| later.from == earlier.from);
    resource
}

/// Capacity is that of the first date, and another one for the time of each later date on.
fn capacity(resource: &mut Resource, entries: &[Entry]) {
    let steps: Vec<(Option<When>, Units)> = (entries.iter())
        .filter_map(|entry| Some((entry.from, entry.units.filter(|units| *units > Units::ZERO)?)))
        .collect();
    let Some(first) = steps.first() else { return };
    resource.capacity = first.1;
    let end = When { date: chrono::NaiveDate::from_ymd_opt(2100, 12, 31).unwrap_or_default(), time: None };
    for (at, (from, units)) in steps.iter().enumerate().skip(1) {
        let Some(from) = from else { continue };
        let until = steps.get(at + 1).and_then(|next| next.0).unwrap_or(end);
        if *units != resource.capacity && from.start() < until.end() {
            resource.availability.push(Availability { from: *from, to: until, units: *units });
        }
    }
}

/// Reads assignments. P6 lets the same resource work on an activity more than once; here that is one assignment.
pub(super) fn assignments(
    tables: &Tables<'_>,
    tasks: &TaskIds,
    resources: &ResourceIds,
    project: &mut Project<'_>,
) {
    let none = Table::default();
    let mut at_work: BTreeMap<(usize, ResourceId), usize> = BTreeMap::new();
    // Seconds of each assignment, to add to.
    let mut seconds: Vec<i64> = Vec::new();
    for row in tables.get("TASKRSRC", &none).rows() {
        let Some(task) = row.text("task_id").and_then(|number| tasks.get(number)) else { continue };
        let at = format!("TASKRSRC/{}", task.id);
        let by = |table, key| row.text(key).and_then(|number| resources.get(&(table, number.to_owned())));
        let Some((resource, kind)) = by("RSRC", "rsrc_id").or_else(|| by("ROLES", "role_id")) else {
            let message = format!("the file does not say who is assigned to `{}`", task.id);
            project.faults.warning("unknown-resource", at, message, "the assignment is left out");
            continue;
        };
        let mut amount = |column| row.number(column, &at, project.faults).unwrap_or(0.0).max(0.0);
        let target = amount("target_qty");
        let done = amount("act_reg_qty") + amount("act_ot_qty");
        let rest = amount("remain_qty");
        // Of what has begun: what is done and what is left.
        let whole = if task.started && done + rest > 0.0 { done + rest } else { target.max(rest) };
        let delay = row.hours("target_lag_drtn_hr_cnt", &at, project.faults).unwrap_or(0).max(0);
        let key = (task.at, resource.clone());
        let is_material = *kind == ResourceKind::Material;
        #[expect(clippy::cast_possible_truncation, reason = "at most 10^15 hours are read, cut to a century")]
        let work = if is_material { 0 } else { (whole.min(900_000.0) * 3600.0).round() as i64 };
        if let Some(&known) = at_work.get(&key) {
            let message = format!("`{resource}` is assigned to `{}` more than once", task.id);
            project.faults.warning(
                "repeated-assignment",
                at,
                message,
                "the assignments are kept as one, with the sum",
            );
            seconds[known] += work;
            let one = &mut project.plan.assignments[known];
            if is_material {
                one.quantity = Some(one.quantity.unwrap_or(0.0) + whole);
            } else {
                let sum = super::value::working(seconds[known], project.units);
                one.work = Some(sum);
            }
            continue;
        }
        let mut one = Assignment::new(&task.id, resource);
        let place = &project.plan.tasks[task.at];
        if is_material {
            one.quantity = Some(whole);
        } else if place.level_of_effort {
            // As long as the activity: so much of somebody.
            let rate = row.number("target_qty_per_hr", &at, project.faults);
            one.units =
                rate.and_then(|rate| Units::from_decimal(rate).ok()).filter(|units| *units > Units::ZERO);
        } else if place.milestone.is_none() && work > 0 {
            one.work = Some(working(work, project));
            if delay > 0 {
                one.delay = Some(working(delay, project));
            }
        }
        at_work.insert(key, project.plan.assignments.len());
        project.plan.assignments.push(one);
        seconds.push(work);
    }
}
