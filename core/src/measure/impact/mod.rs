//! Causal impact: what did an intervention do to a series, or to one unit among others?

mod analysis;
mod axis;
mod draw;
mod frame;
mod gibbs;
mod infer;
mod level;
mod likelihood;
mod local_level;
mod options;
mod report;
mod spike;
mod states;
mod synthetic;
#[cfg(test)]
mod tests;

pub use analysis::causal_impact;
pub use axis::TimePoint;
pub use local_level::{
    LocalLevelCoefficient, LocalLevelForecast, LocalLevelOptions, LocalLevelPoint, LocalLevelReport,
    fit_local_level,
};
pub use options::{CausalImpactOptions, ImpactTrend};
pub use report::{
    CausalImpactReport, ImpactCoefficient, ImpactDirection, ImpactEffect, ImpactModel, ImpactPeriod,
    ImpactPlacebo, ImpactPoint,
};
pub use synthetic::{
    SyntheticBalance, SyntheticControlOptions, SyntheticControlReport, SyntheticLeaveOneOut,
    SyntheticPlacebo, SyntheticPoint, SyntheticPredictor, SyntheticWeight, synthetic_control,
};
