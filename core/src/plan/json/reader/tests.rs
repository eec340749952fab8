//! The reader held against `serde_json`: the same texts are read, and the same is read from them.

use proptest::prelude::*;
use serde_json::Value;

use super::read_text;

fn agrees(text: &str) {
    let (ours, theirs) = (read_text::<Value>(text).ok(), serde_json::from_str::<Value>(text).ok());
    // Negative zero is zero to `==`, not to a reader.
    let shown = |value: &Option<Value>| value.as_ref().map(Value::to_string);
    assert_eq!(shown(&ours), shown(&theirs), "{text}");
}

#[test]
fn corners_are_read_alike() {
    let texts = [
        "",
        " ",
        "nul",
        "null",
        "truefalse",
        "true false",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1 2]",
        "{}",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{1:2}",
        "0",
        "-0",
        "-",
        "00",
        "01",
        "1.",
        ".1",
        "1.5",
        "1e",
        "1e5",
        "1E+5",
        "1e-400",
        "1e400",
        "-1e400",
        "+1",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "0.1",
        "5e-324",
        "2.2250738585072011e-308",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\u00e4\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\x\"",
        "\"\\ä\"",
        "\"a\tb\"",
        "\"a\u{7f}b\"",
        "\"ä€😀\"",
        "\u{feff}1",
        "[1]]",
        "{\"a\":[{\"b\":null}]}",
        "\u{a0}1",
        "[1\u{c}]",
        "\"\\/\\b\\f\\n\\r\\t\"",
    ];
    texts.into_iter().for_each(agrees);
    for depth in [1, 100, 126, 127, 128, 129, 10_000] {
        agrees(&("[".repeat(depth) + &"]".repeat(depth)));
        agrees(&("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)));
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[a-z\"\\\\\n\u{0}]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_are_read_alike(value in values(), pretty in any::<bool>()) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        agrees(&text);
    }

    #[test]
    fn damaged_documents_are_read_alike(value in values(), at in any::<prop::sample::Index>(), with in "[\\[\\]{}:,\"\\\\0-9.eE+\\- ä]{0,2}", cut in 0..3usize) {
        let mut text: Vec<char> = value.to_string().chars().collect();
        let at = at.index(text.len() + 1);
        let end = (at + cut).min(text.len());
        text.splice(at..end, with.chars());
        agrees(&text.into_iter().collect::<String>());
    }
}
