//! People, departments, vendors, material and cost.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Window, is_default};
use crate::quantity::{Money, Units, When};
use crate::{CalendarId, ResourceId, SkillId};

/// What kind of resource it is. People, departments and vendors work and can be overloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// One person.
    #[default]
    Person,
    /// A pool of people of a department.
    Department,
    /// Somebody outside, with a contract window.
    Vendor,
    /// Something used up; never overloaded.
    Material,
    /// An amount of money; never overloaded.
    Cost,
}

impl ResourceKind {
    /// Whether it works in time and can be overloaded.
    pub fn works(self) -> bool {
        matches!(self, Self::Person | Self::Department | Self::Vendor)
    }
}

/// A skill at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SkillLevel {
    /// Name of the skill.
    pub skill: SkillId,
    /// Level, 1 (knows it) to 5 (teaches it).
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub level: u8,
}

fn one() -> u8 {
    1
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_one(value: &u8) -> bool {
    *value == 1
}

/// A time when a resource does not work: leave, another assignment, a crisis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// First day or moment away.
    pub from: When,
    /// Last day or moment away.
    pub to: When,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Another capacity for some time: a part-time month, two more people in the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Availability {
    /// First day or moment.
    pub from: When,
    /// Last day or moment.
    pub to: When,
    /// Capacity in that time.
    pub units: Units,
}

/// What an amount is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// An hour of work.
    #[default]
    Hour,
    /// A day of work (the program's hours per day).
    Day,
    /// A unit of material.
    Unit,
}

/// A price, from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// First day it holds; from the beginning if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Standard rate.
    pub standard: Money,
    /// What it is paid for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub per: Per,
    /// Rate for overtime.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overtime: Option<Money>,
    /// Cost of each use.
    #[serde(default, skip_serializing_if = "is_default")]
    pub per_use: Money,
}

/// Somebody or something that tasks need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Id.
    pub id: ResourceId,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What kind it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: ResourceKind,
    /// Role: copywriter, designer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The department (a resource of that kind) it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<ResourceId>,
    /// Home market.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// Its working time; if absent, the program's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    /// How much of it there is at any time; 1 if absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub capacity: Units,
    /// Other capacities for some time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub availability: Vec<Availability>,
    /// When it is away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
    /// A vendor's contract: it works in this window only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Window>,
    /// What it can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillLevel>,
    /// Languages it works in (BCP 47).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Its prices; the one with the latest `from` on or before the day of work holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<Rate>,
    /// What other tools say of it that this library does not use: texts by the name that the tool has for them, with the
    /// tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extras: BTreeMap<String, String>,
}

impl Resource {
    /// A resource with nothing but its id and kind.
    pub fn new(id: impl Into<ResourceId>, kind: ResourceKind) -> Self {
        Self {
            id: id.into(),
            name: None,
            kind,
            role: None,
            department: None,
            market: None,
            calendar: None,
            capacity: Units::ONE,
            availability: Vec::new(),
            absences: Vec::new(),
            contract: None,
            skills: Vec::new(),
            languages: Vec::new(),
            rates: Vec::new(),
            extras: BTreeMap::new(),
        }
    }
}
