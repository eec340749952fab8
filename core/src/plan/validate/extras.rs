//! Faults of extras: what other tools said of a record.

use std::collections::BTreeMap;

use super::faults::{Faults, show};
use super::limits::{MAX_EXTRA_BYTES, MAX_EXTRAS, MAX_ID_BYTES};
use super::{Context, check_size};

pub(super) fn check(context: &Context<'_>, faults: &mut Faults) {
    let plan = context.plan;
    check_record(&plan.program.extras, || "program".into(), faults);
    for one in &plan.calendars {
        check_record(&one.extras, || format!("calendars/{}", show(&one.id)), faults);
    }
    for one in &plan.resources {
        check_record(&one.extras, || format!("resources/{}", show(&one.id)), faults);
    }
    for one in &plan.tasks {
        check_record(&one.extras, || format!("tasks/{}", show(&one.id)), faults);
    }
    for one in &plan.assignments {
        let owner = || format!("assignments/{}/{}", show(&one.task), show(&one.resource));
        check_record(&one.extras, owner, faults);
    }
}

fn check_record(extras: &BTreeMap<String, String>, owner: impl Fn() -> String, faults: &mut Faults) {
    if extras.is_empty() || !check_size("extras", extras.len(), MAX_EXTRAS, || owner() + "/extras", faults) {
        return;
    }
    let bytes: usize = extras.iter().map(|(name, text)| name.len() + text.len()).sum();
    check_size("bytes of extras", bytes, MAX_EXTRA_BYTES, || owner() + "/extras", faults);
    for name in extras.keys() {
        let sound = name.len() <= MAX_ID_BYTES
            && !name.chars().any(char::is_control)
            && name.split_once(':').is_some_and(|(tool, own)| !tool.is_empty() && !own.is_empty());
        if !sound {
            faults.error(
                "invalid-extra",
                format!("{}/extras/{}", owner(), show(name)),
                format!("`{}` does not name a tool and what it says", show(name)),
                "write `tool:name`, such as `mspdi:Hyperlink`, in at most 200 bytes",
            );
        }
    }
}
