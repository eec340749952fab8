//! The people assigned have the skills that a task needs.

use std::collections::BTreeMap;

use super::facts::{Facts, Findings};
use crate::Issue;

pub(super) fn judge(facts: &Facts<'_>, findings: &mut Findings) {
    for fact in facts.leaves().filter(|fact| !fact.task.skills.is_empty()) {
        if fact.task.progress.actual_finish.is_some() {
            continue;
        }
        let mut levels: BTreeMap<&str, u8> = BTreeMap::new();
        for booking in &fact.bookings {
            for skill in &facts.plan.resources[booking.resource].skills {
                let known = levels.entry(skill.skill.as_str()).or_insert(0);
                *known = (*known).max(skill.level);
            }
        }
        for needed in &fact.task.skills {
            let best = levels.get(needed.skill.as_str());
            if best.is_some_and(|level| *level >= needed.level) {
                continue;
            }
            findings.add(|| {
                let best = best.map_or("nobody assigned has it".to_owned(), |level| {
                    format!("the best of those assigned has level {level}")
                });
                let id = &fact.task.id;
                let message =
                    format!("task `{id}` needs `{}` at level {}; {best}", needed.skill, needed.level);
                Issue::error("skill-not-covered", format!("tasks/{id}/skills/{}", needed.skill), message)
            });
        }
    }
}
