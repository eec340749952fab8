//! The recursion of a form through a series, and its derivative backwards.
//!
//! With q the level continued by the trend, s the season of one period ago and d = e, or e ÷ s where the season is a
//! share: f = q (+ or ×) s, e = y − f, l = q + αd, b = φb + βd (or b^φ + βd ÷ l), s = s + γe (or s + γe ÷ q). The
//! same recursion serves both kinds of error; they differ in the likelihood.

use crate::stats::math::{ln, pow};

use super::form::{EtsError, EtsSeason, EtsTrend, Form};

/// Smoothing parameters; those that a form does not have are not looked at (φ is 1).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Smooth {
    pub(crate) alpha: f64,
    pub(crate) beta: f64,
    pub(crate) gamma: f64,
    pub(crate) phi: f64,
}

/// The states along a series and what they forecast.
#[derive(Debug, Clone, Default)]
pub(crate) struct Track {
    /// Level before each value, and after the last.
    pub(crate) level: Vec<f64>,
    /// Trend, likewise.
    pub(crate) trend: Vec<f64>,
    /// Seasons: that of value t is at t, its renewal at t + period.
    pub(crate) season: Vec<f64>,
    pub(crate) fitted: Vec<f64>,
    /// y − forecast.
    pub(crate) error: Vec<f64>,
    // Adjoints of the seasons.
    back: Vec<f64>,
}

/// The derivative of the likelihood.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slope {
    pub(crate) smooth: Smooth,
    pub(crate) level: f64,
    pub(crate) trend: f64,
    /// Of the seasons before the first value.
    pub(crate) season: Vec<f64>,
}

/// Variance of a perfect fit, in units of the search: its likelihood would have no bound.
const FLOOR: f64 = 1e-28;

const NONE: u8 = 0;
const ADD: u8 = 1;
const MUL: u8 = 2;

/// −2 × the log-likelihood without constants: n ln Σε² (+ 2 Σ ln|f| for shares); infinite where the form breaks down.
/// The states before the first value stand in `track` at place 0.
pub(crate) fn run(form: Form, y: &[f64], period: usize, smooth: &Smooth, track: &mut Track) -> f64 {
    let trend = match form.trend {
        EtsTrend::None => NONE,
        EtsTrend::Additive | EtsTrend::AdditiveDamped => ADD,
        EtsTrend::Multiplicative | EtsTrend::MultiplicativeDamped => MUL,
    };
    let share = form.error == EtsError::Multiplicative;
    macro_rules! dispatch {
        ($($t:ident $s:ident $c:pat),*) => {
            match (trend, form.season) {
                $(($t, $c) => if share { forward::<$t, $s, true>(y, period, smooth, track) }
                    else { forward::<$t, $s, false>(y, period, smooth, track) },)*
                _ => f64::INFINITY,
            }
        };
    }
    dispatch!(
        NONE NONE EtsSeason::None, NONE ADD EtsSeason::Additive, NONE MUL EtsSeason::Multiplicative,
        ADD NONE EtsSeason::None, ADD ADD EtsSeason::Additive, ADD MUL EtsSeason::Multiplicative,
        MUL NONE EtsSeason::None, MUL ADD EtsSeason::Additive, MUL MUL EtsSeason::Multiplicative
    )
}

/// The derivative of [`run`] at the track that it left.
pub(crate) fn slope(
    form: Form,
    y: &[f64],
    period: usize,
    smooth: &Smooth,
    track: &mut Track,
    out: &mut Slope,
) {
    let trend = match form.trend {
        EtsTrend::None => NONE,
        EtsTrend::Additive | EtsTrend::AdditiveDamped => ADD,
        EtsTrend::Multiplicative | EtsTrend::MultiplicativeDamped => MUL,
    };
    let share = form.error == EtsError::Multiplicative;
    macro_rules! dispatch {
        ($($t:ident $s:ident $c:pat),*) => {
            match (trend, form.season) {
                $(($t, $c) => if share { backward::<$t, $s, true>(y, period, smooth, track, out) }
                    else { backward::<$t, $s, false>(y, period, smooth, track, out) },)*
                _ => {}
            }
        };
    }
    dispatch!(
        NONE NONE EtsSeason::None, NONE ADD EtsSeason::Additive, NONE MUL EtsSeason::Multiplicative,
        ADD NONE EtsSeason::None, ADD ADD EtsSeason::Additive, ADD MUL EtsSeason::Multiplicative,
        MUL NONE EtsSeason::None, MUL ADD EtsSeason::Additive, MUL MUL EtsSeason::Multiplicative
    );
}

/// Makes room for a series; what stands at place 0 stays.
pub(crate) fn room(track: &mut Track, n: usize, period: usize) {
    track.level.resize(n + 1, 0.0);
    track.trend.resize(n + 1, 0.0);
    track.season.resize(n + period, 0.0);
    track.fitted.resize(n, 0.0);
    track.error.resize(n, 0.0);
    track.back.resize(n + period, 0.0);
}

fn forward<const TREND: u8, const SEASON: u8, const SHARE: bool>(
    y: &[f64],
    period: usize,
    smooth: &Smooth,
    track: &mut Track,
) -> f64 {
    let n = y.len();
    let Smooth { alpha, beta, gamma, phi } = *smooth;
    let (level, trend) = (&mut track.level[..=n], &mut track.trend[..=n]);
    let season = &mut track.season[..n + if SEASON == NONE { 0 } else { period }];
    let (fitted, error) = (&mut track.fitted[..n], &mut track.error[..n]);
    let (mut l, mut b) = (level[0], trend[0]);
    let (mut squares, mut product, mut logs) = (0.0, 1.0_f64, 0.0);
    for t in 0..n {
        let (phib, q) = match TREND {
            NONE => (0.0, l),
            ADD => (phi * b, l + phi * b),
            _ => {
                if !(b > 0.0) {
                    return f64::INFINITY;
                }
                let phib = if phi == 1.0 { b } else { pow(b, phi) };
                (phib, l * phib)
            }
        };
        let s = if SEASON == NONE { 0.0 } else { season[t] };
        let f = match SEASON {
            NONE => q,
            ADD => q + s,
            _ => q * s,
        };
        // Where shares are taken, what they are shares of is positive.
        if (SHARE && !(f > 0.0)) || (SEASON == MUL && !(s > 0.0 && q > 0.0)) || (TREND == MUL && !(l > 0.0)) {
            return f64::INFINITY;
        }
        let e = y[t] - f;
        let d = if SEASON == MUL { e / s } else { e };
        if SHARE {
            let share = e / f;
            squares += share * share;
            product *= f;
            if !(1e-100..1e100).contains(&product) {
                logs += ln(product);
                product = 1.0;
            }
        } else {
            squares += e * e;
        }
        match TREND {
            NONE => {}
            ADD => b = phib + beta * d,
            _ => b = phib + beta * d / l,
        }
        l = q + alpha * d;
        match SEASON {
            NONE => {}
            ADD => season[t + period] = s + gamma * e,
            _ => season[t + period] = s + gamma * e / q,
        }
        level[t + 1] = l;
        trend[t + 1] = b;
        fitted[t] = f;
        error[t] = e;
    }
    if SHARE {
        logs += ln(product);
    }
    let n = crate::stats::summary::count(n);
    let value = n * ln(squares + n * FLOOR) + if SHARE { 2.0 * logs } else { 0.0 };
    if value.is_nan() { f64::INFINITY } else { value }
}

fn backward<const TREND: u8, const SEASON: u8, const SHARE: bool>(
    y: &[f64],
    period: usize,
    smooth: &Smooth,
    track: &mut Track,
    out: &mut Slope,
) {
    let n = y.len();
    let Smooth { alpha, beta, gamma, phi } = *smooth;
    let (level, trend) = (&track.level[..=n], &track.trend[..=n]);
    let long = n + if SEASON == NONE { 0 } else { period };
    let (season, back) = (&track.season[..long], &mut track.back[..long]);
    let (fitted, error) = (&track.fitted[..n], &track.error[..n]);
    if SEASON != NONE {
        back[n..].fill(0.0);
    }
    let mut squares = 0.0;
    for t in 0..n {
        let size = if SHARE { error[t] / fitted[t] } else { error[t] };
        squares += size * size;
    }
    let values = crate::stats::summary::count(n);
    let weight = 2.0 * values / (squares + values * FLOOR);
    let (mut dl, mut db) = (0.0, 0.0);
    let mut d_smooth = Smooth::default();
    for t in (0..n).rev() {
        let (l, b) = (level[t], trend[t]);
        let (f, e) = (fitted[t], error[t]);
        let (phib, q) = match TREND {
            NONE => (0.0, l),
            ADD => (phi * b, l + phi * b),
            _ => {
                let phib = if phi == 1.0 { b } else { pow(b, phi) };
                (phib, l * phib)
            }
        };
        let s = if SEASON == NONE { 0.0 } else { season[t] };
        let mut df = if SHARE {
            let inverse = 1.0 / f;
            inverse * (2.0 - weight * e * inverse * y[t] * inverse)
        } else {
            -weight * e
        };
        let d = if SEASON == MUL { e / s } else { e };
        let mut dq = dl;
        d_smooth.alpha += dl * d;
        let mut dd = alpha * dl;
        let (mut before, mut dphib) = (0.0, 0.0);
        match TREND {
            NONE => {}
            ADD => {
                dphib = db;
                d_smooth.beta += db * d;
                dd += beta * db;
            }
            _ => {
                dphib = db;
                let part = db / l;
                d_smooth.beta += part * d;
                dd += beta * part;
                before -= part * beta * d / l;
            }
        }
        let (mut ds, mut de) = (0.0, 0.0);
        match SEASON {
            NONE => {}
            ADD => {
                let after = back[t + period];
                ds = after;
                d_smooth.gamma += after * e;
                de = gamma * after;
            }
            _ => {
                let after = back[t + period];
                ds = after;
                let part = after / q;
                d_smooth.gamma += part * e;
                de = gamma * part;
                dq -= part * gamma * e / q;
            }
        }
        if SEASON == MUL {
            let part = dd / s;
            de += part;
            ds -= part * d;
        } else {
            de += dd;
        }
        df -= de;
        match SEASON {
            NONE => dq += df,
            ADD => {
                dq += df;
                ds += df;
            }
            _ => {
                dq += df * s;
                ds += df * q;
            }
        }
        match TREND {
            NONE => {
                dl = before + dq;
            }
            ADD => {
                dl = before + dq;
                dphib += dq;
                db = phi * dphib;
                d_smooth.phi += b * dphib;
            }
            _ => {
                dl = before + dq * phib;
                dphib += dq * l;
                db = dphib * phi * phib / b;
                if phi != 1.0 {
                    d_smooth.phi += dphib * phib * ln(b);
                }
            }
        }
        if SEASON != NONE {
            back[t] = ds;
        }
    }
    out.smooth = d_smooth;
    out.level = dl;
    out.trend = db;
    out.season.clear();
    if SEASON != NONE {
        out.season.extend_from_slice(&back[..period]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rng;

    #[test]
    fn the_derivative_is_that_of_the_function() {
        let mut rng = Rng::new(5);
        let period = 4;
        let y: Vec<f64> = (0..30)
            .map(|t| 10.0 + 0.1 * f64::from(t) + rng.normal() + [1.0, -1.0, 2.0, -2.0][t as usize % 4])
            .collect();
        for error in [EtsError::Additive, EtsError::Multiplicative] {
            for trend in [
                EtsTrend::None,
                EtsTrend::Additive,
                EtsTrend::AdditiveDamped,
                EtsTrend::Multiplicative,
                EtsTrend::MultiplicativeDamped,
            ] {
                for season in [EtsSeason::None, EtsSeason::Additive, EtsSeason::Multiplicative] {
                    let form = Form { error, trend, season };
                    let phi = if form.damped() { 0.9 } else { 1.0 };
                    let start = if form.multiplicative_trend() { 1.01 } else { 0.1 };
                    let seasons = if season == EtsSeason::Multiplicative {
                        [1.1, 0.9, 1.2, 0.8]
                    } else {
                        [1.0, -1.0, 2.0, -2.0]
                    };
                    let mut at = vec![0.3, 0.1, 0.2, phi, 10.0, start];
                    at.extend(seasons);
                    let mut track = Track::default();
                    room(&mut track, y.len(), period);
                    let mut value = |at: &[f64], out: Option<&mut Slope>| {
                        let smooth = Smooth { alpha: at[0], beta: at[1], gamma: at[2], phi: at[3] };
                        (track.level[0], track.trend[0]) = (at[4], at[5]);
                        track.season[..4].copy_from_slice(&at[6..]);
                        let found = run(form, &y, period, &smooth, &mut track);
                        if let Some(out) = out {
                            slope(form, &y, period, &smooth, &mut track, out);
                        }
                        found
                    };
                    let mut exact = Slope::default();
                    assert!(value(&at, Some(&mut exact)).is_finite());
                    let mut all = vec![
                        exact.smooth.alpha,
                        exact.smooth.beta,
                        exact.smooth.gamma,
                        exact.smooth.phi,
                        exact.level,
                        exact.trend,
                    ];
                    all.extend(&exact.season);
                    for (i, exact) in all.iter().enumerate() {
                        if (i == 3 && !form.damped()) || (i == 1 || i == 5) && !form.has_trend() {
                            continue;
                        }
                        let h = 1e-6;
                        let (mut up, mut down) = (at.clone(), at.clone());
                        up[i] += h;
                        down[i] -= h;
                        let found = (value(&up, None) - value(&down, None)) / (2.0 * h);
                        assert!(
                            (found - exact).abs() < 1e-5 * (1.0 + exact.abs()),
                            "{} {i}: {found} {exact}",
                            form.name()
                        );
                    }
                }
            }
        }
    }
}
