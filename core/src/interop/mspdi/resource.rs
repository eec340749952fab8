//! Resources as the file has them.

use super::fields::{self, Extras, keep};
use super::file::Context;
use super::record::{Record, says_nothing};
use super::xml::Xml;
use crate::plan::{Availability, Per, Rate, Resource, ResourceKind};
use crate::quantity::{Money, Units, WorkUnits};
use crate::{CalendarId, Issue};

/// A resource of the file.
pub(super) struct RawResource {
    pub(super) null: bool,
    pub(super) resource: Resource,
}

impl RawResource {
    pub(super) fn read<'a>(xml: &mut Xml<'a>, context: &mut Context) -> Result<Self, Issue> {
        let mut record = Record::default();
        let (mut rates, mut periods) = (Vec::new(), Vec::new());
        while let Some(name) = xml.child()? {
            match name {
                "Rates" => list(xml, "Rate", &mut rates)?,
                "AvailabilityPeriods" => list(xml, "AvailabilityPeriod", &mut periods)?,
                _ => record.take(name, xml)?,
            }
        }
        let faults = &mut context.faults;
        let uid = record.number("UID", faults).unwrap_or(-1);
        record.at = format!("resources/{uid}");
        let capacity = share(&record, "MaxUnits", context);
        let faults = &mut context.faults;
        let kind = match record.number("Type", faults) {
            Some(0) if record.is("IsCostResource", faults) => ResourceKind::Cost,
            Some(0) => ResourceKind::Material,
            Some(2) => ResourceKind::Cost,
            _ if capacity.is_some_and(|units| units > Units::ONE) => ResourceKind::Department,
            _ => ResourceKind::Person,
        };
        let mut resource = Resource::new(uid.to_string().as_str(), kind);
        resource.name = record.text("Name").map(str::to_owned);
        let calendar = record.number("CalendarUID", faults).filter(|uid| *uid > 0);
        // The resource 0 is nobody.
        let null = record.is("IsNull", faults) || uid < 0 || (uid == 0 && resource.name.is_none());
        if kind.works() {
            resource.calendar = calendar.map(|uid| CalendarId::from(uid.to_string()));
            resource.capacity = capacity.unwrap_or(Units::ONE);
        }
        resource.role = record.text("Group").map(str::to_owned);
        let mut extras = Extras::default();
        resource.rates = read_rates(&record, rates, kind, &mut extras, context);
        for (mut period, _) in periods {
            period.at = format!("{}/AvailabilityPeriods", record.at);
            resource.availability.extend(availability(&period, context));
        }
        if resource.availability.len() == 1 && resource.availability[0].units == resource.capacity {
            resource.availability.clear();
        }
        extras.field(&record, "ID");
        // What does not work has no capacity and no calendar here.
        if let Some(uid) = record.text("CalendarUID").filter(|uid| !kind.works() && !says_nothing(uid)) {
            extras.text("CalendarUID", uid);
        }
        if let Some(units) = record.text("MaxUnits").filter(|units| !kind.works() && !says_nothing(units)) {
            extras.text("MaxUnits", units);
        }
        keep(("a resource", fields::RESOURCE), &record, &mut extras, context);
        resource.extras = extras.into_map();
        Ok(Self { null, resource })
    }
}

/// The entries of a list, each also as it stands.
fn list<'a>(xml: &mut Xml<'a>, entry: &str, found: &mut Vec<(Record<'a>, &'a str)>) -> Result<(), Issue> {
    while let Some(name) = xml.child()? {
        if name == entry {
            let (from, _) = xml.place();
            let record = Record::read(xml)?;
            found.push((record, xml.between(from, xml.place().1)));
        } else {
            xml.text()?;
        }
    }
    Ok(())
}

/// A share; the file writes 1 for one whole resource.
pub(super) fn share(record: &Record<'_>, name: &str, context: &mut Context) -> Option<Units> {
    let number = record.decimal(name, &mut context.faults)?;
    Units::from_decimal(number).ok()
}

fn availability(record: &Record<'_>, context: &mut Context) -> Option<Availability> {
    let units = share(record, "AvailableUnits", context)?;
    let from = record.when("AvailableFrom", &mut context.faults)?;
    let to = record.when("AvailableTo", &mut context.faults)?;
    Some(Availability { from, to, units })
}

/// Rate table A, or the one rate of older files. The tables B to E are kept as they stand.
fn read_rates(
    record: &Record<'_>,
    table: Vec<(Record<'_>, &str)>,
    kind: ResourceKind,
    extras: &mut Extras,
    context: &mut Context,
) -> Vec<Rate> {
    let mut rates = Vec::new();
    let mut others = 0usize;
    for (mut entry, outer) in table {
        entry.at = format!("{}/Rates", record.at);
        if entry.number("RateTable", &mut context.faults).unwrap_or(0) == 0 {
            let mut rate = rate(&entry, kind, context);
            let from = entry.when("RatesFrom", &mut context.faults);
            // The first date of the table stands for the beginning.
            rate.from = from.map(|from| from.date).filter(|date| chrono::Datelike::year(date) > 1984);
            rates.push(rate);
        } else {
            others += usize::from(extras.element("Rates", outer));
        }
    }
    let single = rate(record, kind, context);
    if rates.is_empty() {
        rates.push(single);
    }
    rates.dedup_by(|later, earlier| later.from == earlier.from);
    if others > 0 {
        context.faults.warning(
            "rate-tables",
            format!("{}/Rates", record.at),
            format!("{others} rates of the tables B to E decide nothing here"),
            "they are kept as an extra; cost is reckoned with table A",
        );
    }
    rates.retain(|rate| {
        rate.standard != Money::ZERO || rate.overtime.is_some() || rate.per_use != Money::ZERO
    });
    rates
}

fn rate(record: &Record<'_>, kind: ResourceKind, context: &mut Context) -> Rate {
    let format = |context: &mut Context, name| record.number(name, &mut context.faults).unwrap_or(2);
    let (standard, extra) = (format(context, "StandardRateFormat"), format(context, "OvertimeRateFormat"));
    let units = context.units;
    let faults = &mut context.faults;
    let amount = record.decimal("StandardRate", faults).unwrap_or(0.0);
    let overtime = record.decimal("OvertimeRate", faults).filter(|rate| *rate != 0.0);
    let per_use = record.decimal("CostPerUse", faults).unwrap_or(0.0);
    let per = match (kind, standard) {
        (ResourceKind::Material, _) => Per::Unit,
        (_, 3) => Per::Day,
        _ => Per::Hour,
    };
    let in_money = |amount: f64| Money::from_decimal((amount * 100.0).round() / 100.0).unwrap_or(Money::ZERO);
    Rate {
        from: None,
        standard: in_money(if per == Per::Hour { hourly(amount, standard, units) } else { amount }),
        per,
        overtime: overtime.filter(|_| kind.works()).map(|rate| {
            let hour = hourly(rate, extra, units);
            in_money(if per == Per::Day { hour * hours(units.day.0) } else { hour })
        }),
        per_use: in_money(per_use / 100.0),
    }
}

#[expect(clippy::cast_precision_loss, reason = "seconds of a month at most")]
fn hours(seconds: i64) -> f64 {
    seconds as f64 / 3600.0
}

/// A rate for a minute, hour, day, week, month or year as one for an hour.
fn hourly(amount: f64, format: i64, units: WorkUnits) -> f64 {
    match format {
        1 => amount * 60.0,
        3 => amount / hours(units.day.0),
        4 => amount / hours(units.week.0),
        5 => amount / hours(units.month.0),
        7 => amount / (hours(units.week.0) * 52.0),
        _ => amount,
    }
}
