//! Who uses the tool: a named group, or those above a degree of use.

use super::report::UpliftOptions;
use crate::Issue;
use crate::measure::table::{TableReader, Texts, place};
use crate::stats::summary::median;

/// Which group each row is in, and how it was decided.
pub(super) struct Sides {
    pub(super) uses: Vec<Option<bool>>,
    pub(super) names: [String; 2],
    pub(super) split: Option<f64>,
}

/// Decides who uses the tool.
pub(super) fn sides(
    reader: &mut TableReader<'_>,
    options: &UpliftOptions,
    units: Option<&Texts>,
) -> Option<Sides> {
    match (&options.group, &options.exposure) {
        (Some(group), None) => by_group(reader, options, group),
        (None, Some(exposure)) => by_exposure(reader, options, exposure, units),
        _ => {
            reader.note(
                Issue::error(
                    "group-or-exposure",
                    "options",
                    "either `group` or `exposure` is needed, not both",
                )
                .with_help("name the column that says who uses the tool, or how much"),
            );
            None
        }
    }
}

fn by_group(reader: &mut TableReader<'_>, options: &UpliftOptions, group: &str) -> Option<Sides> {
    let texts = reader.groups(group)?;
    let Some(exposed) = &options.exposed else {
        reader.note(
            Issue::error("exposed-missing", "options/exposed", "which group uses the tool is not said")
                .with_help("name it in `exposed`"),
        );
        return None;
    };
    let mut fine = true;
    for wanted in std::iter::once(exposed).chain(&options.control) {
        if !texts.values.contains(wanted) {
            let message = format!("there is no group `{wanted}` in column `{group}`");
            let issue = Issue::error("unknown-group", place(group), message);
            let help = crate::error::nearest(wanted, texts.values.iter().map(String::as_str));
            reader.note(match help {
                Some(help) => issue.with_help(help),
                None => issue,
            });
            fine = false;
        }
    }
    if options.control.as_ref() == Some(exposed) {
        reader.note(Issue::error("unknown-group", "options/control", "both groups are the same"));
        return None;
    }
    let side = |text: &str| match &options.control {
        _ if text == exposed => Some(true),
        Some(control) => (text == control).then_some(false),
        None => Some(false),
    };
    let meaning: Vec<Option<bool>> = texts.values.iter().map(|text| side(text)).collect();
    let uses = texts.codes.iter().map(|code| meaning.get(*code as usize).copied().flatten()).collect();
    let control = options.control.clone().unwrap_or_else(|| format!("not {exposed}"));
    fine.then(|| Sides { uses, names: [exposed.clone(), control], split: None })
}

fn by_exposure(
    reader: &mut TableReader<'_>,
    options: &UpliftOptions,
    exposure: &str,
    units: Option<&Texts>,
) -> Option<Sides> {
    let values = reader.numbers(exposure)?;
    let mut each: Vec<f64> = Vec::new();
    if let Some(units) = units {
        let mut seen = vec![f64::NAN; units.values.len()];
        for (value, code) in values.iter().zip(&units.codes) {
            let Some(seen) = seen.get_mut(*code as usize).filter(|_| !value.is_nan()) else { continue };
            if seen.is_nan() {
                *seen = *value;
            } else if *seen != *value {
                let unit = &units.values[*code as usize];
                let message = format!("`{exposure}` is {seen} and {value} for the same unit `{unit}`");
                reader.note(
                    Issue::error("exposure-varies", place(exposure), message)
                        .with_help("give each unit one degree of use, or leave out `unit`"),
                );
                return None;
            }
        }
        each.extend(seen.into_iter().filter(|value| !value.is_nan()));
    } else {
        each.extend(values.iter().filter(|value| !value.is_nan()));
    }
    let split = options.split.unwrap_or_else(|| median(&each));
    if !split.is_finite() {
        reader.note(Issue::error("option-out-of-range", "options/split", "there is no number to split at"));
        return None;
    }
    let uses = values.iter().map(|value| (!value.is_nan()).then_some(*value > split)).collect();
    Some(Sides { uses, names: ["high".to_owned(), "low".to_owned()], split: Some(split) })
}
