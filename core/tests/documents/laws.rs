//! Laws: nothing panics, the order of lists means nothing, what is written comes back.

use paceline::plan::Plan;
use paceline::{Issue, Severity};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::plans::{Random, plans, random_plan, shuffled};
use crate::{issues, sound};

/// A document with some of its values replaced or removed at random.
fn mutated(seed: u64, count: usize) -> Value {
    let mut random = Random(seed);
    let mut document = if random.chance(50) {
        sound()
    } else {
        serde_json::from_str(&random_plan(seed, 12).to_json()).unwrap()
    };
    for _ in 0..count {
        mutate(&mut document, &mut random);
    }
    document
}

fn mutate(value: &mut Value, random: &mut Random) {
    let texts =
        ["", "brief", "t0001", "2026-03-03", "-1d", "9999-99-99", "FS", "\u{0}", "3d", "50%", "person"];
    let replacement = |random: &mut Random| match random.below(8) {
        0 => Value::Null,
        1 => json!(random.below(2) == 0),
        2 => json!(f64::from(random.within(-3, 3)) * 1e300),
        3 => json!(random.within(-2, 2000)),
        4 => json!([]),
        5 => json!({}),
        _ => json!(random.pick(&texts)),
    };
    match value {
        Value::Array(items) if !items.is_empty() && !random.chance(8) => {
            let at = random.below(items.len());
            match random.below(12) {
                0 => {
                    items.remove(at);
                }
                1 => items.push(items[at].clone()),
                _ => mutate(&mut items[at], random),
            }
        }
        Value::Object(fields) if !fields.is_empty() && !random.chance(4) => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            let key = random.pick(&keys);
            match random.below(14) {
                0 => {
                    fields.remove(&key);
                }
                1 => {
                    let moved = fields.remove(&key).unwrap();
                    fields.insert(random.pick(&texts).to_string(), moved);
                }
                _ => mutate(fields.get_mut(&key).unwrap(), random),
            }
        }
        _ => *value = replacement(random),
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    let names = prop_oneof![
        prop::sample::select(vec![
            "format", "program", "tasks", "id", "name", "start", "from", "to", "kind", "date", "kpis",
            "week",
        ])
        .prop_map(str::to_string),
        ".*"
    ];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Whatever is said must be said well.
fn check_issues(found: &[Issue]) {
    for issue in found {
        assert!(!issue.at.is_empty() && !issue.message.is_empty(), "{issue:?}");
        assert!(issue.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{issue:?}");
        let ends = issue.message.ends_with('.');
        assert!(!ends, "{issue:?}");
    }
    assert!(found.is_sorted(), "errors first, then by place");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_survived(value in any_json()) {
        let found = issues(&value);
        prop_assert!(found.iter().any(|issue| issue.severity == Severity::Error));
        check_issues(&found);
    }

    #[test]
    fn mutated_documents_are_survived(seed in any::<u64>(), count in 1usize..12) {
        let document = mutated(seed, count);
        let text = document.to_string();
        let found = issues(&document);
        check_issues(&found);
        let sound = !found.iter().any(|issue| issue.severity == Severity::Error);
        prop_assert_eq!(Plan::read(&text).is_ok(), sound);
        if sound {
            // What is found sound can be scheduled, or the reason is said.
            if let Err(wrong) = paceline::schedule::schedule(&Plan::read(&text).unwrap()) {
                check_issues(wrong.as_slice());
            }
        }
    }

    #[test]
    fn the_order_of_lists_changes_no_issue_and_no_byte(seed in any::<u64>(), count in 0usize..6) {
        // Faults of meaning only, so that the plan can be read at all, and no repeated ids, of which the first
        // in the document is looked at.
        if let Ok(plan) = Plan::from_json(&mutated(seed, count).to_string()) {
            let other = shuffled(&plan, seed);
            prop_assert_eq!(plan.to_json(), other.to_json());
            let repeated = plan.validate().iter().any(|issue| issue.code == "duplicate-id");
            if !repeated {
                prop_assert_eq!(plan.validate(), other.validate());
            }
        }
    }

    #[test]
    fn documents_come_back_as_they_went(mut plan in plans(40)) {
        plan.sort();
        prop_assert_eq!(&Plan::from_json(&plan.to_json()).unwrap(), &plan);
        prop_assert_eq!(&Plan::read(&plan.to_json_pretty()).unwrap(), &plan);
        let text = plan.to_json();
        prop_assert_eq!(Plan::from_json(&text).unwrap().to_json(), text);
    }
}
