//! The tree of indicators, groups and index, and its means.

use std::collections::BTreeMap;

use super::options::{CompositeMean, CompositeMissing, CompositeOptions};
use crate::Issue;
use crate::error::nearest;
use crate::stats::math::{exp, ln, pow};
use crate::stats::summary::sum;

/// Deepest tree.
const MOST_LEVELS: usize = 100;

/// A node of the tree.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) id: String,
    pub(super) weight: f64,
    /// Place of the parent; the index has none.
    pub(super) parent: Option<usize>,
    /// Places of the children, by name.
    pub(super) children: Vec<usize>,
    /// Place among the indicators, sorted by name.
    pub(super) indicator: Option<usize>,
    /// The mean of its children, where it has one of its own.
    pub(super) mean: Option<CompositeMean>,
}

/// The tree: indicators by name, then groups and index, children before parents.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    /// Number of indicators: the first nodes.
    pub(super) indicators: usize,
}

impl Tree {
    /// The tree of the options; indicators in the order of their names, as `order` gives them.
    pub(super) fn of(options: &CompositeOptions, order: &[usize], issues: &mut Vec<Issue>) -> Option<Self> {
        let before = issues.len();
        let mut nodes: Vec<Node> = Vec::new();
        let mut parents: Vec<Option<&str>> = Vec::new();
        for (place, index) in order.iter().enumerate() {
            let indicator = &options.indicators[*index];
            nodes.push(node(&indicator.column, indicator.weight, Some(place), None));
            parents.push(indicator.parent.as_deref());
        }
        let mut groups: Vec<usize> = (0..options.groups.len()).collect();
        groups.sort_by(|a, b| options.groups[*a].id.cmp(&options.groups[*b].id));
        for index in groups {
            let group = &options.groups[index];
            nodes.push(node(&group.id, group.weight, None, group.aggregation));
            parents.push(group.parent.as_deref());
        }
        nodes.push(node(&options.index, 1.0, None, None));
        let top = nodes.len() - 1;
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, node) in nodes.iter().enumerate() {
            if places.insert(&node.id, place).is_some() {
                let id = &node.id;
                issues.push(
                    Issue::error("repeated-id", format!("groups/{id}"), format!("`{id}` is there twice"))
                        .with_help("indicators, groups and the index need different names"),
                );
            }
        }
        let mut found: Vec<Option<usize>> = vec![None; nodes.len()];
        for (place, parent) in parents.iter().enumerate() {
            let Some(parent) = parent else {
                found[place] = Some(top);
                continue;
            };
            match places.get(parent) {
                Some(at) if nodes[*at].indicator.is_none() => found[place] = Some(*at),
                _ => {
                    let id = &nodes[place].id;
                    let issue = Issue::error(
                        "unknown-group",
                        format!("groups/{parent}"),
                        format!("group `{parent}`, the parent of `{id}`, does not exist"),
                    );
                    let groups =
                        nodes.iter().filter(|node| node.indicator.is_none()).map(|node| node.id.as_str());
                    issues.push(match nearest(parent, groups) {
                        Some(help) => issue.with_help(help),
                        None => issue.with_help("list it among the groups"),
                    });
                }
            }
        }
        if issues.len() > before {
            return None;
        }
        drop(places);
        for (place, parent) in found.iter().enumerate() {
            nodes[place].parent = *parent;
        }
        let depth = depths(&nodes, issues)?;
        // Children before parents: indicators first, then groups from the deepest up; the index is the last.
        let mut sequence: Vec<usize> = (order.len()..nodes.len()).collect();
        sequence.sort_by(|a, b| depth[*b].cmp(&depth[*a]).then_with(|| a.cmp(b)));
        let mut new: Vec<usize> = (0..nodes.len()).collect();
        for (at, old) in sequence.iter().enumerate() {
            new[*old] = order.len() + at;
        }
        let mut sorted = nodes.clone();
        for (old, node) in nodes.into_iter().enumerate() {
            let parent = node.parent.map(|parent| new[parent]);
            sorted[new[old]] = Node { parent, ..node };
        }
        let mut by_name: Vec<usize> = (0..sorted.len()).collect();
        by_name.sort_by(|a, b| sorted[*a].id.cmp(&sorted[*b].id));
        for place in by_name {
            if let Some(parent) = sorted[place].parent {
                sorted[parent].children.push(place);
            }
        }
        for node in &sorted {
            let id = &node.id;
            if node.indicator.is_some() {
                continue;
            }
            if node.children.is_empty() {
                issues.push(
                    Issue::error(
                        "empty-group",
                        format!("groups/{id}"),
                        format!("group `{id}` has no children"),
                    )
                    .with_help("give it an indicator, or leave it out"),
                );
            } else if !(node.children.iter().map(|child| sorted[*child].weight).sum::<f64>() > 0.0) {
                issues.push(Issue::error(
                    "no-weight",
                    format!("groups/{id}"),
                    format!("all children of `{id}` have weight 0"),
                ));
            }
        }
        (issues.len() == before).then_some(Self { nodes: sorted, indicators: order.len() })
    }

    /// The weights as the options give them.
    pub(super) fn weights(&self) -> Vec<f64> {
        self.nodes.iter().map(|node| node.weight).collect()
    }

    /// The weight of each node in the index, all levels multiplied.
    pub(super) fn effective(&self) -> Vec<f64> {
        let mut made = vec![1.0; self.nodes.len()];
        for place in (self.indicators..self.nodes.len()).rev() {
            let children = &self.nodes[place].children;
            let total: f64 = children.iter().map(|child| self.nodes[*child].weight).sum();
            for child in children {
                made[*child] = made[place] * self.nodes[*child].weight / total;
            }
        }
        made
    }

    /// The mean of a node, when the options say `usual`.
    pub(super) fn mean(&self, node: usize, usual: CompositeMean) -> CompositeMean {
        self.nodes[node].mean.unwrap_or(usual)
    }

    /// Scores of one unit: the first are given, the others are computed. Nothing but gaps (not a number) and numbers.
    pub(super) fn aggregate(
        &self,
        scores: &mut [f64],
        weights: &[f64],
        usual: CompositeMean,
        missing: CompositeMissing,
        least_share: f64,
    ) {
        for place in self.indicators..self.nodes.len() {
            let children = &self.nodes[place].children;
            let (mut all, mut there, mut weighted, mut any, mut gap) = (0.0, 0.0, 0.0, false, false);
            for child in children {
                let (weight, score) = (weights[*child], scores[*child]);
                all += weight;
                if score.is_nan() {
                    gap = gap || weight > 0.0;
                } else {
                    there += weight;
                    weighted += weight * score;
                    any = true;
                }
            }
            let refused = gap && missing == CompositeMissing::Propagate;
            let p = self.mean(place, usual).exponent();
            scores[place] = if !any || !(there > 0.0) || refused || there < least_share * all * (1.0 - 1e-12)
            {
                f64::NAN
            } else if p == 1.0 {
                weighted / there
            } else {
                let pairs = || {
                    children
                        .iter()
                        .map(|child| (weights[*child], scores[*child]))
                        .filter(|(weight, score)| !score.is_nan() && *weight > 0.0)
                };
                power_mean(pairs, there, p)
            };
        }
    }
}

/// The mean of pairs of weight and value.
fn power_mean<I: Iterator<Item = (f64, f64)>>(pairs: impl Fn() -> I, total: f64, p: f64) -> f64 {
    if p == 0.0 {
        exp(sum(pairs().map(|(w, x)| w * ln(x))) / total)
    } else if p == -1.0 {
        total / sum(pairs().map(|(w, x)| w / x))
    } else {
        // Scaled by the value that decides, so that no power overflows.
        let scale = pairs().map(|(_, x)| x).fold(if p > 0.0 { 0.0 } else { f64::INFINITY }, |a: f64, b| {
            if p > 0.0 { a.max(b) } else { a.min(b) }
        });
        if !(scale > 0.0) {
            return 0.0;
        }
        scale * pow(sum(pairs().map(|(w, x)| w * pow(x / scale, p))) / total, 1.0 / p)
    }
}

fn node(id: &str, weight: f64, indicator: Option<usize>, mean: Option<CompositeMean>) -> Node {
    Node { id: id.to_owned(), weight, parent: None, children: Vec::new(), indicator, mean }
}

/// Steps from each node to the index; nothing (and an issue) if there is a cycle.
fn depths(nodes: &[Node], issues: &mut Vec<Issue>) -> Option<Vec<usize>> {
    let mut depth = Vec::with_capacity(nodes.len());
    for node in nodes {
        let (mut steps, mut at) = (0, node);
        while let Some(parent) = at.parent {
            steps += 1;
            at = &nodes[parent];
            if steps > MOST_LEVELS {
                let id = &node.id;
                issues.push(Issue::error(
                    "group-cycle",
                    format!("groups/{id}"),
                    format!(
                        "the parents of `{id}` lead in a circle, or through more than {MOST_LEVELS} levels"
                    ),
                ));
                return None;
            }
        }
        depth.push(steps);
    }
    Some(depth)
}
