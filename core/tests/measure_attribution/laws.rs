//! Laws of attribution: credits add up, chains are what a walk through them gives, shares are those of the game.

use super::*;

/// Paths as numbers of channels, how often they convert and do not.
type Paths = Vec<(Vec<u8>, u32, u32)>;

fn paths() -> impl Strategy<Value = Paths> {
    prop::collection::vec((prop::collection::vec(0_u8..4, 1..6), 0_u32..6, 0_u32..9), 1..25)
        .prop_filter("conversions", |paths| paths.iter().any(|(_, conversions, _)| *conversions > 0))
}

fn name(channel: u8) -> String {
    ["alpha", "beta", "direct", "delta"][channel as usize].to_owned()
}

fn written(paths: &Paths, scale: f64, rename: impl Fn(u8) -> String) -> Table {
    let texts: Vec<String> = paths
        .iter()
        .map(|(path, ..)| path.iter().map(|channel| rename(*channel)).collect::<Vec<_>>().join(" > "))
        .collect();
    Table::new()
        .with_texts("path", texts.iter().map(String::as_str))
        .unwrap()
        .with_numbers("conversions", paths.iter().map(|(_, conversions, _)| f64::from(*conversions) * scale))
        .unwrap()
        .with_numbers(
            "value",
            paths
                .iter()
                .map(|(path, conversions, _)| f64::from(*conversions) * scale * (1.5 + path.len() as f64)),
        )
        .unwrap()
        .with_numbers("nulls", paths.iter().map(|(.., nulls)| f64::from(*nulls) * scale))
        .unwrap()
}

/// The chance to convert by walking the chain forward, written down anew: states are texts of the last touches.
fn walked(paths: &Paths, order: usize, removed: Option<u8>) -> f64 {
    let mut out: BTreeMap<Vec<u8>, f64> = BTreeMap::new();
    let mut steps: BTreeMap<Vec<u8>, BTreeMap<Option<(u8, Vec<u8>)>, f64>> = BTreeMap::new();
    let mut ended: BTreeMap<Vec<u8>, f64> = BTreeMap::new();
    for (path, conversions, nulls) in paths {
        let times = f64::from(conversions + nulls);
        let mut state = Vec::new();
        for channel in path {
            let mut next = state.clone();
            next.push(*channel);
            if next.len() > order {
                next.remove(0);
            }
            *out.entry(state.clone()).or_default() += times;
            *steps.entry(state).or_default().entry(Some((*channel, next.clone()))).or_default() += times;
            state = next;
        }
        *out.entry(state.clone()).or_default() += times;
        *ended.entry(state).or_default() += f64::from(*conversions);
    }
    let (mut mass, mut converted) = (BTreeMap::from([(Vec::new(), 1.0)]), 0.0);
    for _ in 0..6000 {
        let mut next: BTreeMap<Vec<u8>, f64> = BTreeMap::new();
        for (state, mass) in &mass {
            let Some(out) = out.get(state).filter(|out| **out > 0.0) else { continue };
            converted += mass * ended.get(state).unwrap_or(&0.0) / out;
            for (step, times) in steps.get(state).into_iter().flatten() {
                let (channel, to) = step.as_ref().unwrap();
                if Some(*channel) != removed {
                    *next.entry(to.clone()).or_default() += mass * times / out;
                }
            }
        }
        mass = next;
        if mass.values().sum::<f64>() < 1e-16 {
            break;
        }
    }
    converted
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn credits_add_up_and_scale(paths in paths(), scale in 1_u32..50) {
        let report = attribute(&written(&paths, 1.0, name), &options(every_model())).unwrap();
        let scaled = attribute(&written(&paths, f64::from(scale), name), &options(every_model())).unwrap();
        for (model, larger) in report.models.iter().zip(&scaled.models) {
            let all: f64 = model.channels.iter().map(|row| row.conversions.value).sum();
            prop_assert!(relative(all, report.conversions) < 1e-9, "{}", model.name);
            let value: f64 = model.channels.iter().map(|row| row.value.unwrap().value).sum();
            prop_assert!(relative(value, report.value.unwrap()) < 1e-9, "{}", model.name);
            for (row, larger) in model.channels.iter().zip(&larger.channels) {
                prop_assert!(relative(row.conversions.value * f64::from(scale), larger.conversions.value) < 1e-9);
                prop_assert!(row.conversions.value > -1e-12);
                let (low, high) = (row.conversions.low.unwrap(), row.conversions.high.unwrap());
                prop_assert!(low <= row.conversions.value && row.conversions.value <= high);
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_no_digit_and_names_no_credit(paths in paths(), seed: u64) {
        let report = attribute(&written(&paths, 1.0, name), &options(every_model())).unwrap();
        let mut shuffled = paths.clone();
        let n = shuffled.len();
        for place in 0..n {
            shuffled.swap(place, (seed.rotate_left(place as u32) % n as u64) as usize);
        }
        prop_assert_eq!(&report, &attribute(&written(&shuffled, 1.0, name), &options(every_model())).unwrap());
        // Other names, the direct channel keeps its own.
        let other = |channel: u8| ["z", "y", "direct", "w"][channel as usize].to_owned();
        let renamed = attribute(&written(&paths, 1.0, other), &options(every_model())).unwrap();
        for (model, renamed) in report.models.iter().zip(&renamed.models) {
            for row in &model.channels {
                let code = (0..4).find(|code| name(*code) == row.channel).unwrap();
                let twin = renamed.channels.iter().find(|twin| twin.channel == other(code)).unwrap();
                prop_assert!(relative(row.conversions.value, twin.conversions.value) < 1e-10);
                prop_assert!(relative(row.conversions.standard_error.unwrap(), twin.conversions.standard_error.unwrap()) < 1e-6);
            }
        }
    }

    #[test]
    fn chains_equal_a_walk_through_them(paths in paths()) {
        let report = attribute(&written(&paths, 1.0, name), &options(every_model())).unwrap();
        for (model, order) in report.models[6..].iter().zip(1..) {
            let whole = walked(&paths, order, None);
            prop_assert!((model.chain.as_ref().unwrap().conversion_probability - whole).abs() < 1e-12);
            for row in &model.channels {
                let code = (0..4).find(|code| name(*code) == row.channel).unwrap();
                let effect = 1.0 - walked(&paths, order, Some(code)) / whole;
                prop_assert!((row.removal_effect.unwrap() - effect).abs() < 1e-10, "{} {}", order, row.channel);
            }
        }
    }

    /// The sum over all coalitions, as the definition says, and Shapley's axioms.
    #[test]
    fn the_closed_form_is_the_value_of_the_game(paths in paths()) {
        let report = attribute(&written(&paths, 1.0, name), &options(heuristics())).unwrap();
        let worth = |set: u32| -> f64 {
            paths.iter().filter(|(path, ..)| path.iter().all(|c| set & (1 << c) != 0)).map(|(_, n, _)| f64::from(*n)).sum()
        };
        let factorial = [1.0, 1.0, 2.0, 6.0, 24.0];
        let value = |channel: u8| -> f64 {
            (0..16_u32)
                .filter(|set| set & (1 << channel) == 0)
                .map(|set| {
                    let size = set.count_ones() as usize;
                    factorial[size] * factorial[3 - size] / 24.0 * (worth(set | (1 << channel)) - worth(set))
                })
                .sum()
        };
        for row in &report.models[5].channels {
            let code = (0..4).find(|code| name(*code) == row.channel).unwrap();
            prop_assert!(relative(row.conversions.value, value(code)) < 1e-12);
            prop_assert!(relative(row.by_place.iter().sum::<f64>(), row.conversions.value) < 1e-12);
            // A dummy gets nothing.
            if !paths.iter().any(|(path, n, _)| *n > 0 && path.contains(&code)) {
                prop_assert_eq!(row.conversions.value, 0.0);
            }
        }
        // Efficiency, and symmetry: exchanging two channels exchanges their values.
        let exchange = |channel: u8| name(match channel { 0 => 1, 1 => 0, other => other });
        let exchanged = attribute(&written(&paths, 1.0, exchange), &options(heuristics())).unwrap();
        let credit = |report: &AttributionReport, wanted: &str| {
            report.models[5].channels.iter().find(|row| row.channel == wanted).map(|row| row.conversions.value)
        };
        if let (Some(a), Some(b)) = (credit(&report, "alpha"), credit(&exchanged, "beta")) {
            prop_assert!(relative(a, b) < 1e-12);
        }
    }
}
