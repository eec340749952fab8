//! Resources with their rates and availability.

use std::collections::BTreeMap;

use super::super::fields;
use super::Writer;
use super::out::{Out, Own, are_elements, closing, opening};
use crate::plan::{Per, Rate, Resource, ResourceKind};
use crate::quantity::{Money, Units};
use crate::sort::Arrange;

/// The first moment that Microsoft Project knows: what begins there has always been.
const FIRST: &str = "1984-01-01T00:00:00";
/// The last one.
const LAST: &str = "2049-12-31T23:59:00";

impl Writer<'_> {
    pub(super) fn write_resources(&mut self, out: &mut Out, calendars: &BTreeMap<String, i64>) {
        let plan = self.plan;
        let row = |one: &Resource| -> Option<i64> { one.extras.get("mspdi:ID")?.parse().ok() };
        let mut order: Vec<&Resource> = plan.resources.iter().collect();
        order.arrange_by_cached_key(|one| (row(one).unwrap_or(i64::MAX), self.numbers.resource(&one.id)));
        // Rows as they were, if they still ascend.
        let ascend = order.windows(2).all(|pair| row(pair[0]).is_some() && row(pair[0]) < row(pair[1]))
            && order.iter().all(|one| row(one).is_some());
        out.open("Resources");
        for (count, resource) in (1..).zip(order) {
            let number = row(resource).filter(|_| ascend).unwrap_or(count);
            self.write_resource(out, resource, number, calendars);
        }
        out.close("Resources");
    }

    fn write_resource(
        &mut self,
        out: &mut Out,
        resource: &Resource,
        row: i64,
        calendars: &BTreeMap<String, i64>,
    ) {
        let at = format!("resources/{}", resource.id);
        let uid = self.numbers.resource(&resource.id);
        let mut own = Own::default();
        own.set("UID", uid);
        own.set("ID", row);
        // Microsoft Project takes a resource without a name for an empty row.
        let numbered = uid.to_string() == *resource.id;
        let nameless = uid == 0 || !numbered;
        own.maybe("Name", resource.name.as_deref().or(nameless.then_some(&*resource.id)));
        own.flag("Type", resource.kind.works());
        own.set("IsNull", 0);
        own.maybe("Group", resource.role.as_ref());
        if resource.kind.works() {
            own.set("MaxUnits", units(resource.capacity));
        } else {
            own.maybe("MaxUnits", resource.extras.get("mspdi:MaxUnits"));
        }
        own.flag("IsCostResource", resource.kind == ResourceKind::Cost);
        let calendar = calendars.get(resource.id.as_str()).copied();
        let calendar = calendar.or_else(|| Some(self.numbers.calendar(Some(resource.calendar.as_deref()?))));
        let kept = resource.extras.get("mspdi:CalendarUID").filter(|_| !resource.kind.works()).cloned();
        own.maybe("CalendarUID", calendar.map(|number| number.to_string()).or(kept));
        let mut rates = Out::inside(4);
        for (position, rate) in resource.rates.iter().enumerate() {
            let next = resource.rates.get(position + 1).and_then(|next| next.from);
            let (standard, overtime, per) = amounts(rate);
            rates.open("Rate");
            rates.field(
                "RatesFrom",
                rate.from.map_or_else(|| FIRST.to_owned(), |from| format!("{from}T00:00:00")),
            );
            rates.field("RatesTo", next.map_or_else(|| LAST.to_owned(), |next| format!("{next}T00:00:00")));
            rates.field("RateTable", 0);
            rates.field("StandardRate", &standard);
            rates.field("StandardRateFormat", per);
            rates.field("OvertimeRate", &overtime);
            rates.field("OvertimeRateFormat", if per == 8 { 2 } else { per });
            rates.field("CostPerUse", rate.per_use.as_cents());
            rates.close("Rate");
            if rate.from.is_none() || position == 0 {
                own.set("StandardRate", standard);
                own.set("StandardRateFormat", per);
                own.set("OvertimeRate", overtime);
                own.set("OvertimeRateFormat", if per == 8 { 2 } else { per });
                own.set("CostPerUse", rate.per_use.as_cents());
            }
        }
        if let Some(others) = resource.extras.get("mspdi.xml:Rates") {
            if are_elements(others, "Rate") {
                rates.text.push_str(others);
            } else {
                self.faults.warning(
                    "invalid-extra",
                    format!("{at}/extras/mspdi.xml:Rates"),
                    "extra `mspdi.xml:Rates` is no list of rates",
                    "it is not written",
                );
            }
        }
        own.elements("Rates", wrapped("Rates", rates));
        let mut periods = Out::inside(4);
        for period in &resource.availability {
            periods.open("AvailabilityPeriod");
            periods.field("AvailableFrom", opening(period.from));
            periods.field("AvailableTo", closing(period.to));
            periods.field("AvailableUnits", units(period.units));
            periods.close("AvailabilityPeriod");
        }
        own.elements("AvailabilityPeriods", wrapped("AvailabilityPeriods", periods));
        let mut extras = resource.extras.clone();
        extras.remove("mspdi.xml:Rates");
        if let (Some(field), false) = (self.numbers.id_fields[1], uid.to_string() == *resource.id) {
            extras.insert(format!("{}{field}", fields::CUSTOM), resource.id.to_string());
        }
        out.open("Resource");
        out.record(fields::RESOURCE, &own, &extras, &at, &mut self.faults);
        out.close("Resource");
        self.lost_of_resource(resource, &at);
    }

    fn lost_of_resource(&mut self, resource: &Resource, at: &str) {
        let place = |field: &'static str| move || format!("{at}/{field}");
        let pool = resource.kind == ResourceKind::Department;
        let kind = resource.kind == ResourceKind::Vendor || pool != (resource.capacity > Units::ONE);
        let data = [
            ("kind", kind && resource.kind.works()),
            ("department", resource.department.is_some()),
            ("market", resource.market.is_some()),
            ("skills", !resource.skills.is_empty()),
            ("languages", !resource.languages.is_empty()),
        ];
        for (field, _) in data.into_iter().filter(|(_, is)| *is) {
            self.lose("a resource", field, place(field), "");
        }
        let away = !resource.absences.is_empty() || resource.contract.is_some();
        if away && resource.kind.works() {
            let what =
                "absences and contract are written as exceptions of a calendar of its own, without reasons";
            self.faults.push(crate::Issue::info("absences-as-exceptions", format!("{at}/absences"), what));
        }
    }
}

/// Standard and overtime rate, and the number of what they are paid for.
fn amounts(rate: &Rate) -> (String, String, i64) {
    let per = match rate.per {
        Per::Hour => 2,
        Per::Day => 3,
        Per::Unit => 8,
    };
    let overtime = rate.overtime.map_or(0.0, Money::to_decimal);
    (rate.standard.to_decimal().to_string(), overtime.to_string(), per)
}

fn wrapped(name: &str, list: Out) -> Out {
    let mut whole = Out::inside(3);
    if !list.text.is_empty() {
        whole.open(name);
        whole.text.push_str(&list.text);
        whole.close(name);
    }
    whole
}

pub(super) fn units(units: Units) -> String {
    units.to_decimal().to_string()
}
