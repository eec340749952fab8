//! The problem in its largest units: of time, and of each resource.
//!
//! Activities that start as early as their order allows start at 0, where a link lets them, or where another ends. So
//! where all durations and lags are multiples of a unit there is a shortest schedule in which all starts are, and a
//! lower bound may be rounded up to one. Where all demands for a resource are multiples of a unit, what is left of its
//! capacity is never used. Maximum lags and releases only forbid: bounds without them are bounds.

use std::borrow::Cow;

use crate::rcpsp::RcpspProblem;

/// The problem in the largest units, and the unit of time.
pub(super) fn coarse(problem: &RcpspProblem) -> (Cow<'_, RcpspProblem>, i64) {
    let times = problem.activities.iter().map(|activity| activity.duration);
    let unit = common(times.chain(problem.links.iter().map(|link| link.lag)));
    let of = |resource: usize| {
        common(problem.activities.iter().map(|activity| activity.demands.get(resource).copied().unwrap_or(0)))
    };
    let portions: Vec<i64> = (0..problem.resources.len()).map(of).collect();
    if unit == 1 && portions.iter().all(|portion| *portion == 1) {
        return (Cow::Borrowed(problem), 1);
    }
    let mut coarse = problem.clone();
    for activity in &mut coarse.activities {
        activity.duration /= unit;
        for (demand, portion) in activity.demands.iter_mut().zip(&portions) {
            *demand /= portion;
        }
    }
    for link in &mut coarse.links {
        link.lag /= unit;
    }
    for (resource, portion) in coarse.resources.iter_mut().zip(&portions) {
        resource.capacity /= portion;
    }
    (Cow::Owned(coarse), unit)
}

/// The largest common divisor; 1 if all are 0.
fn common(numbers: impl Iterator<Item = i64>) -> i64 {
    let divisor = numbers.fold(0u64, |mut a, b| {
        let mut b = b.unsigned_abs();
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    });
    i64::try_from(divisor).unwrap_or(1).max(1)
}
