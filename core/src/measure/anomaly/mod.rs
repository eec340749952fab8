//! Anomalies, changes and control charts: did something happen, when, and is the process still what it was?
//!
//! # Methods
//! - **Counts** (`count`): the level is a trimmed mean of the values around (7 seasons), the season the median ratio to
//!   it, the dispersion a moment estimate from the same values in which residuals beyond 2.58 deviations are cut
//!   (after Farrington and others 1996, Noufaily and others 2013). A value is an anomaly if its probability under the
//!   negative binomial distribution is below a rate that follows from the false alarms a year may have.
//! - **S-H-ESD**: robust periodic STL, then Rosner's test with median and median absolute deviation, after
//!   R's AnomalyDetection.
//! - **Change points**: penalised cost, exactly by PELT (Killick, Fearnhead and Eckley 2012) or with a given number by
//!   dynamic programming, or quickly by binary segmentation; Bayesian online (Adams and MacKay 2007).
//! - **Control charts**: Shewhart, EWMA (Roberts 1959), tabular CUSUM (Page 1954), with Montgomery's conventions.
//!
//! # Operations
//! | question | operation |
//! |---|---|
//! | Is something unusual going on? | [`anomalies`] |
//! | When did the level change? | [`change_points`] |
//! | Is the process still in control? | [`control_chart`] |

mod bayes;
mod change;
mod chart;
mod detect;
mod document;
mod segment;
#[cfg(test)]
mod tests;

pub use change::{
    ChangeCost, ChangeMethod, ChangePoint, ChangePointOptions, ChangePointReport, ChangeSegment, RunLengths,
    change_points,
};
pub use chart::{ChartKind, ChartPoint, ControlChartOptions, ControlChartReport, control_chart};
pub use detect::anomalies;
pub use document::{
    Anomaly, AnomalyDirection, AnomalyEvent, AnomalyMethod, AnomalyOptions, AnomalyReport, WatchedPoint,
};
