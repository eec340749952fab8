//! Seeded data of the cases, as tables of ours and as files for others.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use benches::Random;
use paceline::measure::Table;

/// Monthly airline passengers in thousands, 1949 to 1960: Box and Jenkins, *Time Series Analysis* (1976), series G.
pub(crate) const PASSENGERS: [u32; 144] = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
    133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218,
    230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235,
    227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
    284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404,
    347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472,
    548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
];

/// Columns of numbers and of texts, by name.
#[derive(Default)]
pub(crate) struct Columns {
    numbers: Vec<(&'static str, Vec<f64>)>,
    texts: Vec<(&'static str, Vec<u32>, Vec<String>)>,
}

impl Columns {
    pub(crate) fn numbers(mut self, name: &'static str, values: Vec<f64>) -> Self {
        self.numbers.push((name, values));
        self
    }

    pub(crate) fn texts(mut self, name: &'static str, codes: Vec<u32>, values: Vec<String>) -> Self {
        self.texts.push((name, codes, values));
        self
    }

    /// The table, also written for others if there is a folder.
    pub(crate) fn table(self, folder: Option<&Path>, name: &str) -> Result<Table, Box<dyn Error>> {
        if let Some(folder) = folder {
            std::fs::write(folder.join(format!("{name}.csv")), self.csv()?)?;
        }
        let mut table = Table::new();
        for (name, values) in self.numbers {
            table = table.with_numbers(name, values)?;
        }
        for (name, codes, values) in self.texts {
            table = table.with_coded_texts(name, codes, values)?;
        }
        Ok(table)
    }

    fn csv(&self) -> Result<String, std::fmt::Error> {
        let rows =
            self.numbers.iter().map(|column| column.1.len()).chain(self.texts.iter().map(|c| c.1.len()));
        let names: Vec<&str> = self
            .numbers
            .iter()
            .map(|column| column.0)
            .chain(self.texts.iter().map(|column| column.0))
            .collect();
        let mut text = names.join(",") + "\n";
        for row in 0..rows.max().unwrap_or(0) {
            let mut between = "";
            for (_, values) in &self.numbers {
                write!(text, "{between}{}", values[row])?;
                between = ",";
            }
            for (_, codes, values) in &self.texts {
                write!(text, "{between}{}", values[codes[row] as usize])?;
                between = ",";
            }
            text.push('\n');
        }
        Ok(text)
    }
}

/// Draws of common distributions.
pub(crate) struct Draws(Random);

impl Draws {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Random::new(seed))
    }

    /// Below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0.below(limit)
    }

    /// Above 0 and up to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
    pub(crate) fn share(&mut self) -> f64 {
        ((self.0.bits() >> 11) + 1) as f64 / 9_007_199_254_740_992.0
    }

    /// Box and Muller's.
    pub(crate) fn normal(&mut self) -> f64 {
        (-2.0 * self.share().ln()).sqrt() * (std::f64::consts::TAU * self.share()).cos()
    }

    pub(crate) fn exponential(&mut self, rate: f64) -> f64 {
        -self.share().ln() / rate
    }

    /// Marsaglia and Tsang's.
    pub(crate) fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * self.share().powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        loop {
            let x = self.normal();
            let v = (1.0 + x / (9.0 * d).sqrt()).powi(3);
            if v > 0.0 && self.share().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }
}

/// Rows of spend, clicks and impressions of 50 campaigns in 365 days.
pub(crate) fn ads(rows: usize) -> Columns {
    let mut draws = Draws::new(1);
    let mut of = |limit: usize, scale: f64| -> Vec<f64> {
        (0..rows).map(|_| whole(draws.below(limit)) * scale).collect()
    };
    let (spend, clicks, impressions) = (of(100_000, 0.01), of(100, 1.0), of(10_000, 1.0));
    let mut codes =
        |limit: usize| -> Vec<u32> { of(limit, 1.0).into_iter().map(|code| code as u32).collect() };
    let (campaign, day) = (codes(50), codes(365));
    let first = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default();
    Columns::default()
        .numbers("spend", spend)
        .numbers("clicks", clicks)
        .numbers("impressions", impressions)
        .texts("campaign", campaign, (0..50).map(|place| format!("campaign-{place}")).collect())
        .texts("date", day, first.iter_days().take(365).map(|day| day.to_string()).collect())
}

/// Journeys of 1 to 20 touches in 10 channels, one row each; about one of ten converts, more after channels of lower number.
pub(crate) fn journeys(rows: usize) -> Columns {
    let mut draws = Draws::new(2);
    let (mut paths, mut codes) = (Vec::new(), Vec::with_capacity(rows));
    let (mut known, mut conversions) = (std::collections::BTreeMap::new(), Vec::with_capacity(rows));
    let mut nulls = Vec::with_capacity(rows);
    for _ in 0..rows {
        let mut touches = 1;
        while touches < 20 && draws.share() < 0.85 {
            touches += 1;
        }
        let path: Vec<usize> = (0..touches).map(|_| draws.below(10).min(draws.below(10))).collect();
        let last = path[path.len() - 1];
        let converted = f64::from(u8::from(draws.share() < 0.2 / (1.0 + 0.3 * whole(last))));
        let text = path.iter().map(|channel| format!("channel-{channel}")).collect::<Vec<_>>().join(" > ");
        codes.push(*known.entry(text).or_insert_with_key(|text| {
            paths.push(text.clone());
            (paths.len() - 1) as u32
        }));
        conversions.push(converted);
        nulls.push(1.0 - converted);
    }
    Columns::default().numbers("conversions", conversions).numbers("nulls", nulls).texts("path", codes, paths)
}

/// A series whose mean changes after each 500 values.
pub(crate) fn steps(rows: usize) -> Columns {
    let mut draws = Draws::new(3);
    let mut level = 0.0;
    let values = (0..rows).map(|row| {
        if row % 500 == 0 {
            level = 3.0 * draws.normal();
        }
        level + draws.normal()
    });
    Columns::default().numbers("value", values.collect())
}

/// Minutes of some days with a daily season and 20 spikes.
pub(crate) fn minutes(rows: usize) -> Columns {
    let mut draws = Draws::new(4);
    let mut values: Vec<f64> = (0..rows)
        .map(|row| 100.0 + 30.0 * (std::f64::consts::TAU * whole(row) / 1440.0).sin() + 3.0 * draws.normal())
        .collect();
    for _ in 0..20 {
        values[draws.below(rows)] += 40.0;
    }
    Columns::default().numbers("value", values)
}

/// A wandering series that follows two controls and rises by 2 after row 800.
pub(crate) fn intervention(rows: usize) -> Columns {
    let mut draws = Draws::new(5);
    let (mut outcome, mut a, mut b) = (Vec::new(), Vec::new(), Vec::new());
    let (mut level, mut wander) = (50.0, 0.0);
    for row in 0..rows {
        level += 0.05 * draws.normal();
        wander = 0.95 * wander + draws.normal();
        a.push(20.0 + wander);
        b.push(10.0 + 3.0 * (whole(row) / 30.0).sin() + draws.normal());
        let lift = if row >= 800 { 2.0 } else { 0.0 };
        outcome.push(level + 1.2 * a[row] + 0.5 * b[row] + lift + draws.normal());
    }
    let time = (0..rows).map(whole).collect();
    Columns::default().numbers("outcome", outcome).numbers("a", a).numbers("b", b).numbers("time", time)
}

/// 17 regions over 43 years with five predictors, the first treated from the year 1975.
pub(crate) fn regions() -> Columns {
    let mut draws = Draws::new(6);
    let names: Vec<String> = (0..17).map(|unit| format!("region-{unit:02}")).collect();
    let (mut unit, mut year, mut outcome) = (Vec::new(), Vec::new(), Vec::new());
    let mut predictors = vec![Vec::new(); 5];
    let shared: Vec<f64> = (0..43).map(|_| 0.1 + 0.1 * draws.normal()).collect();
    for place in 0..17_u32 {
        let traits: Vec<f64> = (0..5).map(|_| draws.normal()).collect();
        let mut level = 4.0 + 0.5 * traits[0] + 0.3 * traits[1];
        for (step, shock) in shared.iter().enumerate() {
            level += shock * (1.0 + 0.2 * traits[2]) + 0.03 * draws.normal();
            unit.push(place);
            year.push(1955.0 + whole(step));
            outcome.push(level - if place == 0 && step >= 20 { 0.6 } else { 0.0 });
            for (column, value) in predictors.iter_mut().zip(&traits) {
                column.push(10.0 + value + 0.1 * draws.normal());
            }
        }
    }
    let mut made = Columns::default().numbers("year", year).numbers("outcome", outcome);
    for (name, values) in ["p1", "p2", "p3", "p4", "p5"].into_iter().zip(predictors) {
        made = made.numbers(name, values);
    }
    made.texts("unit", unit, names)
}

/// 1,000 experiments: successes and trials of both arms.
pub(crate) fn experiments() -> [Vec<f64>; 4] {
    let mut draws = Draws::new(7);
    let mut made = [const { Vec::new() }; 4];
    for _ in 0..1000 {
        for (column, value) in made.iter_mut().zip([900, 20_000, 950, 20_000]) {
            column.push(whole(value + draws.below(100)));
        }
    }
    made
}

/// Weeks of spend in five channels that carry over and saturate.
pub(crate) fn weeks(rows: usize) -> Columns {
    let mut draws = Draws::new(8);
    let spend: Vec<Vec<f64>> = (0..5)
        .map(|_| {
            (0..rows).map(|_| if draws.share() < 0.8 { 100.0 * draws.gamma(2.0) } else { 0.0 }).collect()
        })
        .collect();
    let mut outcome: Vec<f64> = (0..rows)
        .map(|row| {
            5000.0 + 300.0 * (std::f64::consts::TAU * whole(row) / 52.0).sin() + 100.0 * draws.normal()
        })
        .collect();
    for (place, column) in spend.iter().enumerate() {
        let mut stock = 0.0;
        for (total, value) in outcome.iter_mut().zip(column) {
            stock = 0.5 * stock + value;
            *total += 400.0 * whole(place + 1) * stock / (stock + 400.0);
        }
    }
    let mut made = Columns::default().numbers("outcome", outcome);
    for (name, values) in ["c1", "c2", "c3", "c4", "c5"].into_iter().zip(spend) {
        made = made.numbers(name, values);
    }
    let first = chrono::NaiveDate::from_ymd_opt(2022, 1, 3).unwrap_or_default();
    let dates = first.iter_weeks().take(rows).map(|day| day.to_string()).collect();
    made.texts("date", (0..rows as u32).collect(), dates)
}

/// Customers of a BG/NBD with the parameters of the CDNOW data, in weeks.
pub(crate) fn customers(rows: usize) -> Columns {
    let mut draws = Draws::new(9);
    let (mut frequency, mut recency, mut age) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rows {
        let end = whole(7 * 27 + draws.below(7 * 12)) / 7.0;
        let rate = draws.gamma(0.243) / 4.414;
        let (a, b) = (draws.gamma(0.793), draws.gamma(2.426));
        let (mut bought, mut last, mut now) = (0.0, 0.0, 0.0);
        loop {
            now += draws.exponential(rate.max(1e-12));
            if now > end {
                break;
            }
            bought += 1.0;
            last = (now * 7.0).ceil() / 7.0;
            if draws.share() < a / (a + b) {
                break;
            }
        }
        frequency.push(bought);
        recency.push(f64::min(last, end));
        age.push(end);
    }
    Columns::default().numbers("frequency", frequency).numbers("recency", recency).numbers("age", age)
}

#[expect(clippy::cast_precision_loss, reason = "small")]
pub(crate) fn whole(value: usize) -> f64 {
    value as f64
}
