//! The document: resources, activities, links.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The format of problems that this version reads and writes.
pub const PROBLEM_FORMAT: &str = "paceline-rcpsp/1";

/// A project scheduling problem: activities that share resources and wait for each other.
///
/// Activities and resources are known by their place in the list, counted from 0.
///
/// # Examples
/// ```
/// use paceline::rcpsp::RcpspProblem;
/// let problem: RcpspProblem = serde_json::from_str(
///     r#"{
///         "resources": [{ "capacity": 2 }],
///         "activities": [{ "duration": 3, "demands": [1] }, { "duration": 2, "demands": [2] }],
///         "links": [{ "from": 0, "to": 1 }]
///     }"#,
/// )?;
/// assert!(problem.validate().is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspProblem {
    /// Format of the document: `paceline-rcpsp/1`.
    #[serde(default = "problem_format")]
    pub format: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Renewable resources: what an activity uses is there again when it ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<RcpspResource>,
    /// Activities.
    pub activities: Vec<RcpspActivity>,
    /// Which activities wait for which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<RcpspLink>,
    /// Nonrenewable resources: what an activity takes is gone for all that follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nonrenewable: Vec<RcpspResource>,
    /// Which activities must follow others in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub max_lags: Vec<RcpspMaxLag>,
    /// The projects that its activities belong to, if there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<RcpspProject>,
}

fn problem_format() -> String {
    PROBLEM_FORMAT.to_owned()
}

/// A resource with a constant capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspResource {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Units of it that can be in use at once.
    pub capacity: i64,
}

/// An activity of fixed duration that cannot be interrupted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspActivity {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Units of time from its start to its finish; 0 for a milestone.
    pub duration: i64,
    /// Units of each resource in use while it runs, one number for each resource; none if it uses none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<i64>,
    /// Units of each nonrenewable resource that it takes, one number for each; none if it takes none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consumption: Vec<i64>,
    /// Other ways to carry it out: mode 0 is the activity as it stands, mode 1 the first of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<RcpspMode>,
}

/// Another way to carry out an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspMode {
    /// Units of time from start to finish in this mode.
    pub duration: i64,
    /// Units of each resource in use while it runs, one number for each resource; none if it uses none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<i64>,
    /// Units of each nonrenewable resource that it takes, one number for each; none if it takes none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consumption: Vec<i64>,
}

/// An activity that must follow another in time: `start(to) <= start(from) + lag` (a maximum lag, which the
/// literature also writes as a link back with a negative lag).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspMaxLag {
    /// Number of the activity whose start counts.
    pub from: u32,
    /// Number of the activity that must have started by then.
    pub to: u32,
    /// Most time from start to start; 0 or more.
    pub lag: i64,
}

/// One of several projects that share resources: a run of activities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspProject {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Number of its first activity.
    pub first: u32,
    /// How many activities it has.
    pub count: u32,
    /// None of its activities starts before this. The search keeps it by a link; the judge looks here.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub release: i64,
    /// When it is due; nothing holds it to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<i64>,
}

/// An activity that waits for another: `start(to) >= finish(from) + lag`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspLink {
    /// Number of the activity that goes first.
    pub from: u32,
    /// Number of the activity that waits.
    pub to: u32,
    /// Least time from the finish of `from` to the start of `to`; if negative they may overlap, but `to` never
    /// starts before `from` does.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lag: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(number: &i64) -> bool {
    *number == 0
}

impl RcpspActivity {
    pub(super) fn new(name: Option<String>, duration: i64, demands: Vec<i64>) -> Self {
        Self { name, duration, demands, consumption: Vec::new(), modes: Vec::new() }
    }
}

impl RcpspProblem {
    /// A problem with resources of these capacities and no activity yet.
    pub fn new(capacities: Vec<i64>) -> Self {
        let resources = capacities.into_iter().map(|capacity| RcpspResource { name: None, capacity });
        Self {
            format: problem_format(),
            name: None,
            resources: resources.collect(),
            activities: Vec::new(),
            links: Vec::new(),
            nonrenewable: Vec::new(),
            max_lags: Vec::new(),
            projects: Vec::new(),
        }
    }

    /// Adds an activity; its number.
    pub fn add(&mut self, duration: i64, demands: Vec<i64>) -> u32 {
        self.activities.push(RcpspActivity::new(None, duration, demands));
        u32::try_from(self.activities.len() - 1).unwrap_or(u32::MAX)
    }

    /// Lets one activity wait for the finish of another.
    pub fn link(&mut self, from: u32, to: u32) {
        self.links.push(RcpspLink { from, to, lag: 0 });
    }

    /// An activity as issues show it: its number and, if it has one, its name.
    pub(super) fn show(&self, number: u32) -> Shown<'_> {
        let name = self.activities.get(number as usize).and_then(|activity| activity.name.as_deref());
        Shown { number, name }
    }
}

/// An activity as people read it.
pub(super) struct Shown<'a> {
    number: u32,
    name: Option<&'a str>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Some(name) if name.chars().count() > 40 => {
                let short: String = name.chars().take(40).collect();
                write!(f, "{} `{short}…`", self.number)
            }
            Some(name) => write!(f, "{} `{name}`", self.number),
            None => write!(f, "{}", self.number),
        }
    }
}
