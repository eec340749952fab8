//! Resources, their prices, and assignments.

use std::collections::{BTreeMap, BTreeSet};

use super::super::value::shown;
use super::sheet::{hours, number};
use super::{PROJECT, Writer};
use crate::plan::{Per, Plan, Resource, ResourceKind};
use crate::quantity::{Money, Units, When};
use crate::{Issue, ResourceId};

/// The resources that are roles in P6: departments that nothing else tells from a person, for there is no more than one
/// of them. P6 has roles without a calendar, and reads those that something is assigned to.
pub(super) fn roles(plan: &Plan) -> BTreeSet<&str> {
    let assigned: BTreeSet<&str> = plan.assignments.iter().map(|one| one.resource.as_str()).collect();
    let is_role = |one: &&Resource| {
        let most = one.availability.iter().map(|step| step.units).max();
        one.kind == ResourceKind::Department
            && most.unwrap_or(one.capacity).max(one.capacity) <= Units::ONE
            && one.calendar.is_none()
            && one.role.is_none()
            && assigned.contains(one.id.as_str())
    };
    plan.resources.iter().filter(is_role).map(|one| one.id.as_str()).collect()
}

impl Writer<'_> {
    /// Whether a resource works in time.
    pub(super) fn works(&self, id: &ResourceId) -> bool {
        self.resource(id).is_some_and(|(_, resource)| resource.kind.works())
    }

    /// A resource and its place in the list.
    fn resource(&self, id: &ResourceId) -> Option<(usize, &Resource)> {
        let list = &self.plan.resources;
        let at = list.binary_search_by(|resource| resource.id.cmp(id)).ok()?;
        list.get(at).map(|resource| (at, resource))
    }

    fn resource_number(&self, id: &ResourceId) -> String {
        self.resource(id).map(|(at, _)| (at + 1).to_string()).unwrap_or_default()
    }

    pub(super) fn people(&mut self) {
        let plan = self.plan;
        if !self.roles.is_empty() {
            self.sheet.table(
                "ROLES",
                "role_id parent_role_id seq_num role_name role_short_name pobs_id def_cost_qty_link_flag cost_qty_type role_descr",
            );
            for (at, resource) in plan.resources.iter().enumerate() {
                if self.roles.contains(resource.id.as_str()) {
                    let name = resource.name.as_deref().unwrap_or(&resource.id);
                    let id = (at + 1).to_string();
                    self.sheet.row(&[&id, "", "0", name, &resource.id, "", "Y", "QT_Hour", ""]);
                }
            }
            self.sheet.table(
                "ROLERATE",
                "role_rate_id role_id max_qty_per_hr cost_per_qty start_date cost_per_qty2 cost_per_qty3 cost_per_qty4 cost_per_qty5",
            );
            self.all_rates(true);
        }
        self.sheet.table(
            "RSRC",
            "rsrc_id parent_rsrc_id clndr_id role_id guid rsrc_seq_num rsrc_name rsrc_short_name rsrc_title_name def_qty_per_hr cost_qty_type ot_factor active_flag auto_compute_act_flag def_cost_qty_link_flag ot_flag curr_id rsrc_type load_tasks_flag level_flag",
        );
        for (at, resource) in plan.resources.iter().enumerate() {
            if resource.kind == ResourceKind::Cost || self.roles.contains(resource.id.as_str()) {
                continue;
            }
            let kind = if resource.kind == ResourceKind::Material { "RT_Mat" } else { "RT_Labor" };
            let id = (at + 1).to_string();
            let calendar = match (&resource.calendar, resource.kind.works()) {
                (Some(calendar), true) => self.calendar_of(Some(calendar.as_str())),
                _ => String::new(),
            };
            let name = resource.name.clone().unwrap_or_else(|| resource.id.to_string());
            let title = resource.role.clone().unwrap_or_default();
            self.sheet.row(&[
                &id,
                "",
                &calendar,
                "",
                "",
                "0",
                &name,
                &resource.id,
                &title,
                "1",
                "QT_Hour",
                "0",
                "Y",
                "N",
                "Y",
                "N",
                "1",
                kind,
                "Y",
                "Y",
            ]);
        }
        self.sheet.table(
            "RSRCRATE",
            "rsrc_rate_id rsrc_id max_qty_per_hr cost_per_qty start_date cost_per_qty2 cost_per_qty3 cost_per_qty4 cost_per_qty5",
        );
        self.all_rates(false);
        self.tell_people();
    }

    /// Prices and capacities of the roles, or of all others.
    fn all_rates(&mut self, of_roles: bool) {
        let (plan, mut next) = (self.plan, 1);
        for (at, resource) in plan.resources.iter().enumerate() {
            if resource.kind != ResourceKind::Cost && self.roles.contains(resource.id.as_str()) == of_roles {
                self.rates(resource, at + 1, &mut next);
            }
        }
    }

    /// Prices and capacities from date to date.
    fn rates(&mut self, resource: &Resource, at: usize, next: &mut usize) {
        let first = self.plan.program.start;
        let mut dates: BTreeSet<When> = BTreeSet::from([first]);
        dates
            .extend(resource.rates.iter().filter_map(|rate| rate.from).map(|date| When { date, time: None }));
        for step in &resource.availability {
            let end = step.to.end();
            dates.extend([step.from, When { date: end.date(), time: Some(end.time()) }]);
        }
        for date in dates.into_iter().filter(|date| date.start() >= first.start()) {
            let moment = date.start();
            let holds = |from: Option<chrono::NaiveDate>| from.is_none_or(|from| from <= moment.date());
            let rate = resource.rates.iter().filter(|rate| holds(rate.from)).max_by_key(|rate| rate.from);
            let hours_of_day = self.plan.program.hours_per_day;
            let price = rate.map_or(0.0, |rate| match rate.per {
                Per::Day => rate.standard.to_decimal() / hours_of_day,
                Per::Hour | Per::Unit => rate.standard.to_decimal(),
            });
            let step = resource
                .availability
                .iter()
                .find(|step| step.from.start() <= moment && moment < step.to.end());
            let units = step.map_or(resource.capacity, |step| step.units);
            let (id, own) = (next.to_string(), at.to_string());
            *next += 1;
            let units = number(units.to_decimal());
            self.sheet.row(&[&id, &own, &units, &number(price), &shown(moment), "0", "0", "0", "0"]);
        }
    }

    fn tell_people(&mut self) {
        let plan = self.plan;
        type Has = fn(&Resource) -> bool;
        let fields: [(&str, Has); 9] = [
            ("kind", |one| matches!(one.kind, ResourceKind::Vendor | ResourceKind::Cost)),
            ("department", |one| one.department.is_some()),
            ("market", |one| one.market.is_some()),
            ("absences", |one| !one.absences.is_empty()),
            ("contract", |one| one.contract.is_some()),
            ("skills", |one| !one.skills.is_empty()),
            ("languages", |one| !one.languages.is_empty()),
            ("overtime", |one| one.rates.iter().any(|rate| rate.overtime.is_some())),
            ("per_use", |one| one.rates.iter().any(|rate| rate.per_use != Money::ZERO)),
        ];
        for (field, has) in fields {
            let ids: Vec<&str> =
                plan.resources.iter().filter(|one| has(one)).map(|one| one.id.as_str()).collect();
            self.not_kept("resources", field, &ids);
        }
    }

    pub(super) fn assignments(&mut self) {
        self.sheet.table(
            "TASKRSRC",
            "taskrsrc_id task_id proj_id cost_qty_link_flag role_id rsrc_id skill_level remain_qty target_qty remain_qty_per_hr target_lag_drtn_hr_cnt target_qty_per_hr act_ot_qty act_reg_qty relag_drtn_hr_cnt ot_factor cost_per_qty target_cost act_reg_cost act_ot_cost remain_cost rollup_dates_flag rate_type rsrc_type cost_per_qty_source_type",
        );
        let plan = self.plan;
        let tasks: BTreeMap<&str, &crate::plan::Task> =
            plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
        let (mut others, mut lengths) = (0usize, 0usize);
        for (at, one) in plan.assignments.iter().enumerate() {
            let found = plan.resources.binary_search_by(|resource| resource.id.cmp(&one.resource));
            let Some(resource) = found.ok().and_then(|at| plan.resources.get(at)) else { continue };
            let Some(task) = tasks.get(one.task.as_str()) else { continue };
            if resource.kind == ResourceKind::Cost {
                continue;
            }
            others += usize::from(!one.alternatives.is_empty());
            lengths += usize::from(one.duration.is_some());
            let length = self.schedule.task(&one.task).map_or(0, |row| row.duration.0);
            let units = one.units.unwrap_or(Units::ONE).to_decimal();
            #[expect(clippy::cast_precision_loss, reason = "seconds of a century")]
            let whole = match (resource.kind, one.work) {
                (ResourceKind::Material, _) => one.quantity.unwrap_or(1.0),
                (_, Some(work)) => self.seconds(work) as f64 / 3600.0,
                (_, None) => units * length as f64 / 3600.0,
            };
            let progress = &task.progress;
            let done = match (progress.actual_start, progress.actual_finish) {
                (_, Some(_)) => 1.0,
                (Some(_), None) => progress.complete.unwrap_or(0.0).clamp(0.0, 1.0),
                _ => 0.0,
            };
            #[expect(clippy::cast_precision_loss, reason = "seconds of a century")]
            let rate = match one.work {
                Some(_) if length > 0 => whole * 3600.0 / length as f64,
                _ => units,
            };
            let kind = if resource.kind == ResourceKind::Material { "RT_Mat" } else { "RT_Labor" };
            let (id, task) =
                ((at + 1).to_string(), self.tasks.get(one.task.as_str()).map(ToString::to_string));
            let task = task.unwrap_or_default();
            let number_of = self.resource_number(&one.resource);
            let (role, who) = match self.roles.contains(one.resource.as_str()) {
                true => (number_of, String::new()),
                false => (String::new(), number_of),
            };
            let (left, target, rate) = (number(whole * (1.0 - done)), number(whole), number(rate));
            let delay = one.delay.map_or_else(|| String::from("0"), |delay| hours(self.seconds(delay)));
            self.sheet.row(&[
                &id,
                &task,
                PROJECT,
                "Y",
                &role,
                &who,
                "",
                &left,
                &target,
                &rate,
                &delay,
                &rate,
                "0",
                &number(whole * done),
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "Y",
                "COST_PER_QTY",
                kind,
                "ST_Rsrc",
            ]);
        }
        for (count, what) in [(others, "alternatives"), (lengths, "durations of their own")] {
            if count > 0 {
                let message = format!("{what} of assignments are not kept, {count} times");
                self.faults.push(Issue::info("not-kept", "assignments", message));
            }
        }
    }
}
