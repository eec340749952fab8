//! What the operations say about the shape of their input.

use super::*;
use crate::measure::Table;

#[test]
fn seasons_follow_from_the_dates() {
    let dates: Vec<String> =
        (0..36).map(|month| format!("{}-{:02}-01", 2023 + month / 12, month % 12 + 1)).collect();
    let table = Table::new()
        .with_texts("date", dates.iter().map(String::as_str))
        .unwrap()
        .with_numbers("value", (0..36).map(|month| 10.0 + f64::from(month % 12)))
        .unwrap();
    let report =
        forecast(&table, &ForecastOptions { method: ForecastModel::SeasonalNaive, ..Default::default() })
            .unwrap();
    assert_eq!(
        (report.periods.as_slice(), report.points[0].time.as_deref()),
        (&[12][..], Some("2026-01-01"))
    );
    assert_eq!(report.points[11].value, 21.0);
    let report = forecast(
        &table,
        &ForecastOptions { method: ForecastModel::Naive, periods: vec![1], ..Default::default() },
    )
    .unwrap();
    assert!(report.periods.is_empty() && report.points[5].value == 21.0);
}
