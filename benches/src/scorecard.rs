//! Scorecards with measurements.

use paceline::measure::{Kpi, Measurement, Objective};

use crate::{Random, day};

/// `objectives` objectives of `kpis` KPIs each, measured every week for `weeks` weeks; a third of the
/// measurements are ratios and one KPI of ten was never measured.
pub fn objectives(objectives: usize, kpis: usize, weeks: u32, seed: u64) -> Vec<Objective> {
    let mut random = Random::new(seed);
    let number = |random: &mut Random, from, to| f64::from(random.between(from, to));
    let mut all = Vec::with_capacity(objectives);
    for at in 0..objectives {
        let mut objective =
            Objective::new(format!("objective-{at:04}")).with_weight(number(&mut random, 1, 9));
        for kpi in 0..kpis {
            let baseline = number(&mut random, 10, 500);
            let target = if random.percent(20) { baseline / 2.0 } else { baseline * 1.5 };
            let mut kpi = Kpi::new(format!("kpi-{at:04}-{kpi:03}"), baseline, target).with_weight(number(
                &mut random,
                1,
                9,
            ));
            if !random.percent(10) {
                let ratio = random.percent(33);
                for week in 0..weeks {
                    let value = baseline + number(&mut random, 0, 100);
                    let date = day(week * 7);
                    kpi = kpi.with_measurement(if ratio {
                        Measurement::ratio(date, value * 100.0, 100.0)
                    } else {
                        Measurement::value(date, value)
                    });
                }
            }
            objective = objective.with_kpi(kpi);
        }
        all.push(objective);
    }
    all
}
