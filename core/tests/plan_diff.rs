//! What changed between two plans: nothing between a plan and itself in any order, and every change of a single field
//! at its place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

use paceline::plan::{ChangeKind, Plan, PlanChange};
use serde_json::{Value, json};
use support::plans::{Random, random_plan, shuffled};

/// What changed from one plan to the other.
fn diff(was: &Plan, plan: &Plan) -> Vec<PlanChange> {
    plan.diff(was)
}

fn value(plan: &Plan) -> Value {
    serde_json::from_str(&plan.to_json()).unwrap()
}

/// Places of all values that hold no others, as pointers.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    let step = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| leaves(value, &step(name), found)),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(position, value)| leaves(value, &step(&position.to_string()), found));
        }
        _ => found.push(at.to_owned()),
    }
}

/// Another value of the same kind: a later date, a longer duration, another word.
fn others(old: &Value) -> Vec<Value> {
    match old {
        Value::Bool(is) => vec![json!(!is)],
        Value::Number(number) => {
            vec![json!(number.as_f64().unwrap() + 1.0), json!(number.as_u64().unwrap_or(3) + 1)]
        }
        Value::String(text) => {
            let mut list: Vec<Value> =
                ["2027-05-05", "7d", "other", "SS", "start_no_later_than", "finish", "vendor"]
                    .iter()
                    .map(|text| json!(text))
                    .collect();
            list.push(json!(format!("{text}x")));
            list.retain(|new| new != old);
            list
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_plan_is_no_other_than_itself_in_any_order() {
    for seed in 0..400 {
        let plan = random_plan(seed, 1 + (seed % 30) as usize);
        assert_eq!(diff(&plan, &plan), [], "seed {seed}");
        let order = shuffled(&plan, seed);
        assert_eq!(diff(&plan, &order), [], "seed {seed}");
    }
}

#[test]
fn every_change_of_one_field_is_found_at_its_place() {
    let mut tried = 0;
    for seed in 0..40 {
        let plan = random_plan(seed, 1 + (seed % 12) as usize);
        let whole = value(&plan);
        let mut places = Vec::new();
        leaves(&whole, "", &mut places);
        let mut random = Random(seed);
        for place in places {
            if !random.chance(15) {
                continue;
            }
            let mut changed = whole.clone();
            let slot = changed.pointer_mut(&place).unwrap();
            let old = slot.clone();
            for new in others(&old) {
                *changed.pointer_mut(&place).unwrap() = new;
                let Ok(later) = Plan::from_json(&changed.to_string()) else { continue };
                let found = diff(&plan, &later);
                // Another spelling of the same is no change.
                if later.to_json() == plan.to_json() {
                    assert_eq!(found, [], "seed {seed} {place}");
                    continue;
                }
                tried += 1;
                assert!(!found.is_empty(), "seed {seed} {place}");
                let list = place.split('/').nth(1).unwrap();
                assert!(found.iter().all(|one| one.at.starts_with(list)), "seed {seed} {place}: {found:?}");
                // Of one record at most two: another name is one less and one more.
                assert!(found.len() <= 2, "seed {seed} {place}: {found:?}");
                // Backwards it is the same, the other way around.
                let back = diff(&later, &plan);
                assert_eq!(back.len(), found.len(), "seed {seed} {place}");
                for (one, other) in found.iter().zip(&back).filter(|_| found.len() == 1) {
                    assert_eq!(
                        (&one.before, &one.after),
                        (&other.after, &other.before),
                        "seed {seed} {place}"
                    );
                }
                break;
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn records_that_come_and_go_are_named() {
    for seed in 0..200 {
        let plan = random_plan(seed, 8);
        for position in 0..plan.tasks.len() {
            let mut fewer = plan.clone();
            let gone = fewer.tasks.remove(position);
            let found = diff(&plan, &fewer);
            assert_eq!(found.len(), 1, "seed {seed}: {found:?}");
            assert_eq!(
                (found[0].kind, found[0].at.as_str()),
                (ChangeKind::Removed, &*format!("tasks/{}", gone.id))
            );
            assert_eq!(diff(&fewer, &plan)[0].kind, ChangeKind::Added);
        }
    }
}

#[test]
fn several_links_between_the_same_tasks_are_told_apart() {
    let plan = |links: &str| {
        let text = format!(
            r#"{{"format":"paceline/1","program":{{"name":"p","start":"2026-03-02"}},
            "tasks":[{{"id":"a","duration":"1d"}},{{"id":"b","duration":"1d"}}],"dependencies":[{links}]}}"#
        );
        Plan::from_json(&text).unwrap()
    };
    let both = plan(r#"{"from":"a","to":"b","kind":"SS"},{"from":"a","to":"b","kind":"FF","lag":"1d"}"#);
    let one = plan(r#"{"from":"a","to":"b","kind":"FF","lag":"1d"}"#);
    let other = plan(r#"{"from":"a","to":"b","kind":"FF","lag":"2d"}"#);
    let found = diff(&both, &one);
    assert_eq!((found.len(), found[0].kind), (1, ChangeKind::Removed));
    assert_eq!(diff(&one, &other)[0].at, "dependencies/a->b/lag");
    assert_eq!(diff(&one, &other)[0].message, "`lag` of link `a->b` is `2d` instead of `1d`");
}
