//! Ids of plans that were not born in Microsoft Project: they stand in a custom text field of their files.

use std::collections::{BTreeMap, BTreeSet};

use super::MspdiFile;
use super::fields::{CUSTOM, ELEMENT};
use super::record::Record;
use super::write::ALIAS;
use super::xml::Xml;
use crate::plan::limits::MAX_ID_BYTES;
use crate::plan::validate::{Faults, show};
use crate::{ResourceId, TaskId};

/// Makes ids of the custom fields that hold them, and takes the fields out of the extras.
pub(super) fn restore(file: &mut MspdiFile, faults: &mut Faults) {
    let fields = take_definitions(&mut file.plan.program.extras);
    if fields.is_empty() {
        return;
    }
    let plan = &mut file.plan;
    let tasks = plan.tasks.iter_mut().map(|task| (task.id.to_string(), &mut task.extras));
    let tasks = names("tasks", tasks, &fields, faults);
    let resources = plan.resources.iter_mut().map(|resource| (resource.id.to_string(), &mut resource.extras));
    let resources = names("resources", resources, &fields, faults);
    let task = |id: &mut TaskId| {
        if let Some(name) = tasks.get(id.as_str()) {
            *id = TaskId::from(name.as_str());
        }
    };
    for one in &mut plan.tasks {
        task(&mut one.id);
        // A task without a name is called by its id in the file.
        one.name.take_if(|name| **name == *one.id);
        one.parent.iter_mut().for_each(task);
    }
    for one in &mut plan.resources {
        if let Some(name) = resources.get(one.id.as_str()) {
            one.id = ResourceId::from(name.as_str());
            one.name.take_if(|name| **name == *one.id);
        }
    }
    for link in &mut plan.dependencies {
        task(&mut link.from);
        task(&mut link.to);
    }
    for one in &mut plan.assignments {
        task(&mut one.task);
        if let Some(name) = resources.get(one.resource.as_str()) {
            one.resource = ResourceId::from(name.as_str());
        }
    }
    for row in plan.baselines.iter_mut().flat_map(|baseline| &mut baseline.tasks) {
        task(&mut row.task);
    }
    file.stored.iter_mut().for_each(|row| task(&mut row.task));
}

/// The numbers of the custom fields that hold ids; their definitions are taken out.
fn take_definitions(extras: &mut BTreeMap<String, String>) -> Vec<String> {
    let key = format!("{ELEMENT}ExtendedAttributes");
    let Some(text) = extras.get(&key) else { return Vec::new() };
    let (mut fields, mut rest, mut end, mut left) = (Vec::new(), String::new(), 0, false);
    let mut xml = Xml::new(text);
    let mut read = || -> Option<()> {
        xml.child().ok()??;
        while xml.child().ok()?.is_some() {
            let (from, _) = xml.place();
            let record = Record::read(&mut xml).ok()?;
            let to = xml.place().1;
            if record.text("Alias") == Some(ALIAS) {
                fields.extend(record.text("FieldID").map(str::to_owned));
                rest.push_str(text.get(end..from)?);
                end = to;
            } else {
                left = true;
            }
        }
        rest.push_str(text.get(end..)?);
        Some(())
    };
    if read().is_none() || fields.is_empty() {
        return Vec::new();
    }
    if left {
        extras.insert(key, rest);
    } else {
        extras.remove(&key);
    }
    fields
}

/// New names by the old ones.
fn names<'a>(
    list: &str,
    records: impl Iterator<Item = (String, &'a mut BTreeMap<String, String>)>,
    fields: &[String],
    faults: &mut Faults,
) -> BTreeMap<String, String> {
    let mut wanted = Vec::new();
    let mut used = BTreeSet::new();
    for (id, extras) in records {
        let name = fields.iter().find_map(|field| extras.remove(&format!("{CUSTOM}{field}")));
        match name.filter(|name| *name != id) {
            Some(name) => wanted.push((id, name)),
            None => drop(used.insert(id)),
        }
    }
    let mut found = BTreeMap::new();
    for (id, name) in wanted {
        let sound = !name.trim().is_empty()
            && name.len() <= MAX_ID_BYTES
            && !name.chars().any(|c| c.is_control() || c == '\u{feff}');
        if sound && used.insert(name.clone()) {
            found.insert(id, name);
            continue;
        }
        // A row that was copied has the id of the other.
        let message =
            format!("`{}` has the id `{}` of another, or one that cannot be", show(&id), show(&name));
        faults.warning(
            "repeated-id",
            format!("{list}/{}", show(&id)),
            message,
            "it keeps its number as its id",
        );
    }
    found
}
