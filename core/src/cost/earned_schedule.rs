//! Earned schedule: how late, in time rather than money.

use serde::{Deserialize, Serialize};

use crate::quantity::Money;
use crate::{Issue, Issues};

/// What [`earned_schedule`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedScheduleRequest {
    /// Planned value in total at the end of each period, from the first; the last is the budget at
    /// completion.
    pub planned: Vec<Money>,
    /// Earned value now.
    pub earned: Money,
    /// Periods passed until now.
    pub actual_time: f64,
}

/// Where the work stands in time. All times are in periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedSchedule {
    /// Periods passed (AT).
    pub actual_time: f64,
    /// Periods after which everything was to be done (PD).
    pub planned_duration: f64,
    /// When the plan was to have earned what is earned now (ES).
    pub earned_schedule: f64,
    /// ES − AT: negative when late.
    pub sv_t: f64,
    /// ES ÷ AT; absent at the very beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spi_t: Option<f64>,
    /// Duration if it goes on as so far: PD ÷ SPI(t); absent while nothing is earned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ieac_t: Option<f64>,
    /// Duration if the rest goes as planned: AT + PD − ES.
    pub ieac_t_at_plan: f64,
    /// How fast the rest must go to end on time: (PD − ES) ÷ (PD − AT); negative when the time is over,
    /// absent at the planned end itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tspi: Option<f64>,
}

/// Places the earned value on the planned curve: `ES = C + (EV − PV_C) ÷ (PV_{C+1} − PV_C)`, with C the
/// last period whose planned value is earned.
///
/// Unlike the schedule variance in money it does not return to zero when late work ends.
///
/// # Errors
/// `planned-value-empty`, `planned-value-falls`, `negative-amount` and `number-out-of-range`, all at once.
///
/// # Complexity
/// O(periods).
///
/// # Examples
/// ```
/// use paceline::cost::{EarnedScheduleRequest, earned_schedule};
/// use paceline::quantity::Money;
/// let planned = [100, 250, 450, 500].map(|units| Money::cents(units * 100)).to_vec();
/// let now = EarnedScheduleRequest { planned, earned: Money::cents(20_000), actual_time: 2.0 };
/// let time = earned_schedule(&now)?;
/// assert_eq!(format!("{:.4}", time.earned_schedule), "1.6667"); // 100, and 100 of the next 150
/// assert_eq!(time.ieac_t.map(|t| format!("{t:.2}")).as_deref(), Some("4.80"));
/// # Ok::<(), paceline::Issues>(())
/// ```
///
/// # References
/// Lipke, "Schedule is Different", *The Measurable News*, summer 2003; PMI, *Practice Standard for Earned
/// Value Management*, 2nd edition (2011), appendix on earned schedule.
pub fn earned_schedule(request: &EarnedScheduleRequest) -> Result<EarnedSchedule, Issues> {
    check(request)?;
    let planned = &request.planned;
    let budget = planned.last().copied().unwrap_or_default();
    // Periods that plan nothing more do not lengthen the plan.
    let duration = planned.iter().take_while(|value| **value < budget).count() + 1;
    let whole = planned.iter().take(duration).take_while(|value| **value <= request.earned).count();
    let value_at = |period: usize| match period.checked_sub(1) {
        None => Some(Money::ZERO),
        Some(index) => planned.get(index).copied().filter(|_| period <= duration),
    };
    let part = match (value_at(whole), value_at(whole + 1)) {
        (Some(below), Some(above)) if above > below => {
            (request.earned - below).to_decimal() / (above - below).to_decimal()
        }
        _ => 0.0,
    };
    #[expect(clippy::cast_precision_loss, reason = "periods stay far below 2⁵³")]
    let (whole, planned_duration) = (whole as f64, duration as f64);
    let (es, at) = (whole + part, request.actual_time);
    let left = planned_duration - at;
    Ok(EarnedSchedule {
        actual_time: at,
        planned_duration,
        earned_schedule: es,
        sv_t: es - at,
        spi_t: (at > 0.0).then(|| es / at).filter(|index| index.is_finite()),
        ieac_t: (es > 0.0).then(|| planned_duration * at / es),
        ieac_t_at_plan: at + (planned_duration - es),
        tspi: (left != 0.0).then(|| (planned_duration - es) / left + 0.0),
    })
}

fn check(request: &EarnedScheduleRequest) -> Result<(), Issues> {
    let mut issues = Vec::new();
    let planned = &request.planned;
    if planned.last().is_none_or(|value| *value <= Money::ZERO) {
        issues.push(Issue::error("planned-value-empty", "planned", "nothing is planned in any period"));
    }
    let before = std::iter::once(&Money::ZERO).chain(planned);
    for (period, (value, earlier)) in (1_usize..).zip(planned.iter().zip(before)) {
        if value < earlier {
            let message = format!("the total falls from `{earlier}` to `{value}`");
            issues.push(
                Issue::error("planned-value-falls", format!("planned/{period}"), message)
                    .with_help("give the total planned until the end of each period, not its own part"),
            );
        }
    }
    if request.earned < Money::ZERO {
        let message = format!("`{}` is negative", request.earned);
        issues.push(Issue::error("negative-amount", "earned", message));
    }
    if !(0.0..=1e9).contains(&request.actual_time) {
        let message = format!("`{}` is not a number from 0 to 1e9", request.actual_time);
        issues.push(Issue::error("number-out-of-range", "actual_time", message));
    }
    Issues::check(issues).map(|_| ())
}
