//! Parts that the public face does not show.

use super::chain::Chain;
use super::journeys::Journeys;
use super::*;

fn table(json: &str) -> Table {
    serde_json::from_str(json).unwrap()
}

fn journeys(json: &str, options: &AttributeOptions) -> Journeys {
    Journeys::read(&table(json), options, Vec::new()).unwrap()
}

#[test]
fn equal_paths_are_gathered_and_values_kept_apart() {
    let read = journeys(
        r#"{ "path": ["b > a", " b>a ", "b > a", "a"], "conversions": [1, 2, 1, 0], "value": [5, 10, 9, 0],
             "nulls": [0, 1, 0, 4] }"#,
        &AttributeOptions::default(),
    );
    assert_eq!((read.paths, read.cells.len(), read.channels.join(" ")), (2, 3, "a b".into()));
    let totals = read.totals();
    assert_eq!((totals.conversions, totals.value, totals.nulls), (4.0, 24.0, 5.0));
}

#[test]
fn repeats_are_merged_where_asked() {
    let merged = AttributeOptions { repeats: RepeatedTouches::Merge, ..AttributeOptions::default() };
    let read = journeys(r#"{ "path": ["a > a > b > b > b > a"], "conversions": [1] }"#, &merged);
    assert_eq!(read.touches, [0, 1, 0]);
}

#[test]
fn states_are_the_last_touches() {
    let read = journeys(
        r#"{ "path": ["a > b > c", "a", "b > c"], "conversions": [1, 0, 0], "nulls": [0, 1, 1] }"#,
        &AttributeOptions::default(),
    );
    assert_eq!(Chain::of(&read, 1).unwrap().states, 4);
    assert_eq!(Chain::of(&read, 2).unwrap().states, 5);
}

#[test]
fn long_round_trips_are_solved() {
    // Ten thousand touches between two channels: the iteration would need as many sweeps.
    let path = vec!["a > b"; 5000].join(" > ");
    let data =
        format!(r#"{{ "path": ["{path}", "a", "b > c"], "conversions": [1, 1, 1], "nulls": [3, 3, 3] }}"#);
    let read = journeys(&data, &AttributeOptions::default());
    for order in [1, 2, 3] {
        let chain = Chain::of(&read, order).unwrap();
        let counts = chain.counts(&read, |cell| (read.cells[cell].conversions, read.cells[cell].nulls));
        let solved = chain.solve(&counts, true).unwrap();
        assert!((solved.whole.0 - 0.25).abs() < 1e-9, "{order}: {:?}", solved.whole);
    }
}
