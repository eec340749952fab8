//! Weighted means with something missing.

use super::scorecard::MissingPolicy;

/// What is added up of the children of a node.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    /// Σ weight.
    weight: f64,
    /// Σ weight of children with a score.
    scored: f64,
    /// Σ weight × score.
    points: f64,
    /// Σ weight × coverage.
    covered: f64,
    /// Children with a weight above 0 and no score.
    missing: usize,
}

/// One child of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Child {
    pub(super) weight: f64,
    pub(super) score: Option<f64>,
    pub(super) coverage: f64,
}

/// The rule by which a node's score comes from its children.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) missing: MissingPolicy,
    pub(super) min_coverage: f64,
}

impl Totals {
    /// The totals of some children, added in the order given.
    pub(super) fn of(children: impl IntoIterator<Item = Child>) -> Self {
        children.into_iter().fold(Self::default(), |totals, child| totals.plus(child, 1.0))
    }

    /// The totals with one child changed.
    pub(super) fn replace(self, old: Child, new: Child) -> Self {
        self.plus(old, -1.0).plus(new, 1.0)
    }

    fn plus(mut self, child: Child, sign: f64) -> Self {
        let weight = sign * child.weight;
        self.weight += weight;
        self.covered += weight * child.coverage;
        match child.score {
            Some(score) => {
                self.scored += weight;
                self.points += weight * score;
            }
            None if child.weight == 0.0 => {}
            None if sign > 0.0 => self.missing += 1,
            None => self.missing = self.missing.saturating_sub(1),
        }
        self
    }

    /// Share of the weight that has data, 0 to 1; 0 without weight.
    pub(super) fn coverage(&self) -> f64 {
        if self.weight > 0.0 { self.covered / self.weight } else { 0.0 }
    }

    /// What the sum of weight × score is divided by; `None` if there is no score.
    pub(super) fn divisor(&self, rule: Rule) -> Option<f64> {
        let divisor = match rule.missing {
            MissingPolicy::Renormalize if self.coverage() + super::TOLERANCE < rule.min_coverage => {
                return None;
            }
            MissingPolicy::Renormalize => self.scored,
            MissingPolicy::Propagate if self.missing > 0 => return None,
            MissingPolicy::Zero | MissingPolicy::Propagate => self.weight,
        };
        (divisor > 0.0).then_some(divisor)
    }

    /// A weight as a share of all weights; 0 without weight.
    pub(super) fn share(&self, weight: f64) -> f64 {
        if self.weight > 0.0 { weight / self.weight } else { 0.0 }
    }

    /// The node as a child of the one above.
    pub(super) fn child(&self, weight: f64, rule: Rule) -> Child {
        Child { weight, score: self.score(rule), coverage: self.coverage() }
    }

    /// The score of the node.
    pub(super) fn score(&self, rule: Rule) -> Option<f64> {
        self.divisor(rule).map(|divisor| self.points / divisor)
    }
}
