//! The forms of exponential smoothing and their names.

use serde::{Deserialize, Serialize};

/// Kind of error of an exponential smoothing model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EtsError {
    /// Errors are added: their size does not depend on the level.
    Additive,
    /// Errors are shares of the forecast.
    Multiplicative,
}

/// Kind of trend of an exponential smoothing model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EtsTrend {
    /// No trend.
    None,
    /// A straight line.
    Additive,
    /// A line that flattens.
    AdditiveDamped,
    /// Growth by a rate.
    Multiplicative,
    /// Growth by a rate that fades.
    MultiplicativeDamped,
}

/// Kind of season of an exponential smoothing model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EtsSeason {
    /// No season.
    None,
    /// Seasons are added to the level.
    Additive,
    /// Seasons are shares of the level.
    Multiplicative,
}

/// One of the 30 forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    pub(crate) error: EtsError,
    pub(crate) trend: EtsTrend,
    pub(crate) season: EtsSeason,
}

impl Form {
    pub(crate) fn damped(self) -> bool {
        matches!(self.trend, EtsTrend::AdditiveDamped | EtsTrend::MultiplicativeDamped)
    }

    pub(crate) fn has_trend(self) -> bool {
        self.trend != EtsTrend::None
    }

    pub(crate) fn has_season(self) -> bool {
        self.season != EtsSeason::None
    }

    pub(crate) fn multiplicative_trend(self) -> bool {
        matches!(self.trend, EtsTrend::Multiplicative | EtsTrend::MultiplicativeDamped)
    }

    /// Whether values of any sign can have this form.
    pub(crate) fn any_sign(self) -> bool {
        self.error == EtsError::Additive && self.linear()
    }

    /// Whether trend and season are added.
    pub(crate) fn linear(self) -> bool {
        !self.multiplicative_trend() && self.season != EtsSeason::Multiplicative
    }

    /// Whether R's `ets` leaves it out of the automatic choice, because its variance or its forecasts are unstable.
    pub(crate) fn unstable(self) -> bool {
        match self.error {
            EtsError::Additive => self.multiplicative_trend() || self.season == EtsSeason::Multiplicative,
            EtsError::Multiplicative => self.multiplicative_trend() && self.season == EtsSeason::Additive,
        }
    }

    /// Free parameters: smoothing, damping and initial states, without the variance.
    pub(crate) fn parameters(self, period: usize) -> usize {
        2 + 2 * usize::from(self.has_trend())
            + usize::from(self.damped())
            + if self.has_season() { period } else { 0 }
    }

    /// The name in the field: `ETS(M,Ad,M)`.
    pub(crate) fn name(self) -> String {
        format!("ETS({},{},{})", self.error_letter(), self.trend_letters(), self.season_letter())
    }

    fn error_letter(self) -> &'static str {
        match self.error {
            EtsError::Additive => "A",
            EtsError::Multiplicative => "M",
        }
    }

    fn trend_letters(self) -> &'static str {
        match self.trend {
            EtsTrend::None => "N",
            EtsTrend::Additive => "A",
            EtsTrend::AdditiveDamped => "Ad",
            EtsTrend::Multiplicative => "M",
            EtsTrend::MultiplicativeDamped => "Md",
        }
    }

    fn season_letter(self) -> &'static str {
        match self.season {
            EtsSeason::None => "N",
            EtsSeason::Additive => "A",
            EtsSeason::Multiplicative => "M",
        }
    }
}

/// A choice of forms, read from a text such as `ZZZ`, `MAM` or `AAdN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spec {
    error: Option<EtsError>,
    trend: Option<EtsTrend>,
    season: Option<EtsSeason>,
}

impl Spec {
    /// Reads error, trend and season: `A`, `M`, `N`, `Z` for any, a `d` behind the trend where it is damped; `ETS(M,Ad,M)`
    /// is read too.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let letters: String = text
            .strip_prefix("ETS(")
            .and_then(|rest| rest.strip_suffix(')'))
            .unwrap_or(text)
            .chars()
            .filter(|letter| *letter != ',')
            .collect();
        let mut letters = letters.chars();
        let error = match letters.next()? {
            'A' => Some(EtsError::Additive),
            'M' => Some(EtsError::Multiplicative),
            'Z' => None,
            _ => return None,
        };
        let trend = letters.next()?;
        let rest = letters.as_str();
        let (damped, rest) = rest.strip_prefix('d').map_or((false, rest), |rest| (true, rest));
        let trend = match (trend, damped) {
            ('N', false) => Some(EtsTrend::None),
            ('A', false) => Some(EtsTrend::Additive),
            ('A', true) => Some(EtsTrend::AdditiveDamped),
            ('M', false) => Some(EtsTrend::Multiplicative),
            ('M', true) => Some(EtsTrend::MultiplicativeDamped),
            ('Z', false) => None,
            _ => return None,
        };
        let season = match rest {
            "N" => Some(EtsSeason::None),
            "A" => Some(EtsSeason::Additive),
            "M" => Some(EtsSeason::Multiplicative),
            "Z" => None,
            _ => return None,
        };
        Some(Self { error, trend, season })
    }

    /// Any form.
    pub(crate) fn any() -> Self {
        Self { error: None, trend: None, season: None }
    }

    /// The same without a season.
    pub(crate) fn without_season(self) -> Self {
        Self { season: Some(EtsSeason::None), ..self }
    }

    /// Whether a season is asked for.
    pub(crate) fn asks_season(self) -> bool {
        self.season.is_some_and(|season| season != EtsSeason::None)
    }

    /// The forms to try, simplest first. A form that is named in full is tried whatever it is; of several, those
    /// that are unstable are left out, those with a growth rate unless allowed, and those for positive numbers alone
    /// where there are others.
    pub(crate) fn forms(self, seasonal: bool, positive: bool, growth: bool) -> Vec<Form> {
        let one = |error, trend, season| Form { error, trend, season };
        if let (Some(error), Some(trend), Some(season)) = (self.error, self.trend, self.season) {
            return vec![one(error, trend, season)];
        }
        let mut forms = Vec::new();
        for season in [EtsSeason::None, EtsSeason::Additive, EtsSeason::Multiplicative] {
            for trend in [
                EtsTrend::None,
                EtsTrend::Additive,
                EtsTrend::AdditiveDamped,
                EtsTrend::Multiplicative,
                EtsTrend::MultiplicativeDamped,
            ] {
                for error in [EtsError::Additive, EtsError::Multiplicative] {
                    let form = one(error, trend, season);
                    let asked = self.error.is_none_or(|asked| asked == error)
                        && self.trend.is_none_or(|asked| asked == trend)
                        && self.season.is_none_or(|asked| asked == season);
                    let fits = (seasonal || !form.has_season()) && (positive || form.any_sign());
                    let grows = form.multiplicative_trend() && self.trend.is_none() && !growth;
                    if asked && fits && !grows && !form.unstable() {
                        forms.push(form);
                    }
                }
            }
        }
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_and_restricted() {
        let all = Spec::parse("ZZZ").unwrap();
        assert_eq!(all.forms(true, true, false).len(), 15);
        assert_eq!(all.forms(true, true, true).len(), 19);
        assert_eq!(all.forms(true, false, false).len(), 6);
        assert_eq!(all.forms(false, true, false).len(), 6);
        let one = Spec::parse("ETS(M,Ad,M)").unwrap().forms(false, true, false);
        assert_eq!((one.len(), one[0].name().as_str(), one[0].parameters(12)), (1, "ETS(M,Ad,M)", 17));
        assert_eq!(Spec::parse("MAdM").unwrap().forms(true, true, false), one);
        for wrong in ["", "ZZ", "AAAA", "NNN", "ANd", "AZdN", "aaa", "AAé"] {
            assert_eq!(Spec::parse(wrong), None, "{wrong}");
        }
    }
}
