//! The fields of MSPDI in the order of its schema, and what becomes of each.
//!
//! A name alone is a field that the plan keeps as an extra, for it decides nothing here. `=` names what it is when
//! nobody has filled it in, and is written then; `!` a field that the plan says itself, `-` one that is computed from
//! others and not written.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::file::Context;
use super::record::Record;
use super::xml::Xml;
use crate::plan::limits::{MAX_EXTRA_BYTES, MAX_EXTRAS, MAX_ID_BYTES};

/// Before the names of fields that hold text.
pub(super) const TEXT: &str = "mspdi:";
/// Before the names of elements that hold others, which are kept as they stand.
pub(super) const ELEMENT: &str = "mspdi.xml:";
/// Before the numbers of custom fields.
pub(super) const CUSTOM: &str = "mspdi:field/";

/// Fields of the project.
pub(super) const PROJECT: &str = "SaveVersion=14 UID Name! GUID Title! Subject Category Company Manager! Author CreationDate Revision \
    LastSaved ScheduleFromStart! StartDate! FinishDate! FYStartDate CriticalSlackLimit! CurrencyDigits \
    CurrencySymbol CurrencyCode! CurrencySymbolPosition CalendarUID! DefaultStartTime! DefaultFinishTime! \
    MinutesPerDay! MinutesPerWeek! DaysPerMonth! DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate \
    DefaultOvertimeRate DurationFormat=7 WorkFormat=2 EditableActualCosts HonorConstraints! EarnedValueMethod \
    InsertedProjectsLikeSummary MultipleCriticalPaths! NewTasksEffortDriven=0 NewTasksEstimated \
    SplitsInProgressTasks=1 SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart \
    WeekStartDay=1 MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward \
    MoveCompletedEndsForward BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate! CurrentDate \
    MicrosoftProjectServerURL Autolink NewTaskStartDate NewTasksAreManual=0 DefaultTaskEVMethod \
    ProjectExternallyEdited ExtendedCreationDate ActualsInSync RemoveFileProperties AdminProject BaselineCalendar \
    UpdateManuallyScheduledTasksWhenEditingLinks KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled OutlineCodes \
    WBSMasks ExtendedAttributes";

/// Fields of a calendar.
pub(super) const CALENDAR: &str =
    "UID! GUID Name! IsBaseCalendar! IsBaselineCalendar=0 BaseCalendarUID! WeekDays! Exceptions! WorkWeeks!";

/// Fields of a task.
pub(super) const TASK: &str = "UID! GUID ID! Name! Active! Manual! Type! IsNull! CreateDate Contact WBS! WBSLevel OutlineNumber! \
    OutlineLevel! Priority! Start! Finish! Duration! DurationFormat! Work! Stop! Resume! ResumeValid- EffortDriven=0 \
    Recurring=0 OverAllocated- Estimated=0 Milestone! Summary! DisplayAsSummary Critical! IsSubproject \
    IsSubprojectReadOnly SubprojectName ExternalTask! ExternalTaskProject EarlyStart! EarlyFinish! LateStart! \
    LateFinish! StartVariance- FinishVariance- WorkVariance- FreeSlack! TotalSlack! StartSlack- FinishSlack- \
    FixedCost! FixedCostAccrual=3 PercentComplete! PercentWorkComplete- Cost- OvertimeCost- OvertimeWork- \
    ActualStart! ActualFinish! ActualDuration! ActualCost- ActualOvertimeCost- ActualWork- ActualOvertimeWork- \
    RegularWork- RemainingDuration! RemainingCost- RemainingWork- RemainingOvertimeCost- RemainingOvertimeWork- \
    ACWP- CV- SV- ConstraintType! CalendarUID! ConstraintDate! Deadline! LevelAssignments=1 LevelingCanSplit=1 \
    LevelingDelay! LevelingDelayFormat! PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress \
    HyperlinkSubAddress IgnoreResourceCalendar! Notes! HideBar=0 Rollup=0 BCWS- BCWP- PhysicalPercentComplete \
    EarnedValueMethod=0 PredecessorLink! ActualWorkProtected- ActualOvertimeWorkProtected- ExtendedAttribute \
    Baseline! OutlineCode IsPublished=1 StatusManager CommitmentStart CommitmentFinish CommitmentType=0 StartText \
    FinishText DurationText ManualStart! ManualFinish! ManualDuration! TimephasedData-";

/// Fields of a resource.
pub(super) const RESOURCE: &str = "UID! GUID ID! Name! Type! IsNull! Initials Phonetics NTAccount MaterialLabel Code Group! WorkGroup=0 \
    EmailAddress Hyperlink HyperlinkAddress HyperlinkSubAddress MaxUnits! PeakUnits- OverAllocated- AvailableFrom \
    AvailableTo Start- Finish- CanLevel=1 AccrueAt=3 Work- RegularWork- OvertimeWork- ActualWork- RemainingWork- \
    ActualOvertimeWork- RemainingOvertimeWork- PercentWorkComplete- StandardRate! StandardRateFormat! Cost- \
    OvertimeRate! OvertimeRateFormat! OvertimeCost- CostPerUse! ActualCost- ActualOvertimeCost- RemainingCost- \
    RemainingOvertimeCost- WorkVariance- CostVariance- SV- CV- ACWP- CalendarUID! Notes BCWS- BCWP- IsGeneric \
    IsInactive IsEnterprise BookingType=0 ActualWorkProtected- ActualOvertimeWorkProtected- ActiveDirectoryGUID \
    CreationDate ExtendedAttribute Baseline OutlineCode CostCenter IsCostResource! AssnOwner AssnOwnerGuid IsBudget \
    AvailabilityPeriods! Rates! TimephasedData-";

/// Fields of an assignment.
pub(super) const ASSIGNMENT: &str = "UID! GUID TaskUID! ResourceUID! PercentWorkComplete! ActualCost- ActualFinish! ActualOvertimeCost- \
    ActualOvertimeWork- ActualStart! ActualWork! ACWP- Confirmed=0 Cost! CostRateTable=0 RateScale=0 CostVariance- CV- \
    Delay! Finish! FinishVariance- Hyperlink HyperlinkAddress HyperlinkSubAddress WorkVariance- HasFixedRateUnits=1 \
    FixedMaterial=0 LevelingDelay! LevelingDelayFormat! LinkedFields- Milestone- Notes Overallocated- OverAllocated- \
    OvertimeCost- OvertimeWork! PeakUnits- RegularWork- RemainingCost- RemainingOvertimeCost- \
    RemainingOvertimeWork- RemainingWork! ResponsePending=0 Start! Stop! Resume! StartVariance- Summary- SV- Units! \
    UpdateNeeded=0 VAC- Work! WorkContour! BCWS- BCWP- BookingType=0 ActualWorkProtected- \
    ActualOvertimeWorkProtected- CreationDate AssnOwner AssnOwnerGuid BudgetCost BudgetWork ExtendedAttribute \
    Baseline TimephasedData!";

/// What becomes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The plan says it.
    Own,
    /// It follows from others.
    Computed,
    /// It is kept as an extra; what it is when nobody has filled it in.
    Kept(Option<&'static str>),
}

/// What becomes of fields by their names: for look-ups alone.
pub(super) type Roles = FxHashMap<&'static str, Role>;

/// The fields of a part in their order.
pub(super) fn fields(part: &'static str) -> impl Iterator<Item = (&'static str, Role)> {
    part.split_ascii_whitespace().map(|field| match (field.strip_suffix('!'), field.strip_suffix('-')) {
        (Some(name), _) => (name, Role::Own),
        (_, Some(name)) => (name, Role::Computed),
        _ => match field.split_once('=') {
            Some((name, usual)) => (name, Role::Kept(Some(usual))),
            None => (field, Role::Kept(None)),
        },
    })
}

/// Extras of a record, up to their limits.
#[derive(Default)]
pub(super) struct Extras {
    map: BTreeMap<String, String>,
    bytes: usize,
}

impl Extras {
    /// Adds one, unless there is one of this name or no room for it.
    pub(super) fn add(&mut self, name: String, text: &str) -> bool {
        let bytes = self.bytes + name.len() + text.len();
        let full = self.map.len() >= MAX_EXTRAS || bytes > MAX_EXTRA_BYTES || name.len() > MAX_ID_BYTES;
        if full || self.map.contains_key(&name) {
            return false;
        }
        self.bytes = bytes;
        self.map.insert(name, text.to_owned());
        true
    }

    /// Adds a field that holds text.
    pub(super) fn text(&mut self, name: &str, text: &str) -> bool {
        self.add([TEXT, name].concat(), text)
    }

    /// Adds a field that holds text, if the record has it.
    pub(super) fn field(&mut self, record: &Record<'_>, name: &str) {
        if let Some(text) = record.text(name) {
            self.text(name, text);
        }
    }

    /// Adds an element as it stands, behind those of its name.
    pub(super) fn element(&mut self, name: &str, outer: &str) -> bool {
        let key = format!("{ELEMENT}{name}");
        match self.map.get_mut(&key) {
            Some(_) if self.bytes + outer.len() > MAX_EXTRA_BYTES => false,
            Some(known) => {
                known.push_str(outer);
                self.bytes += outer.len();
                true
            }
            None => self.add(key, outer),
        }
    }

    /// A custom field as text, its other parts by their names.
    fn custom(&mut self, outer: &str) -> bool {
        let read = || {
            let mut xml = Xml::new(outer);
            xml.child().ok()??;
            let record = Record::read(&mut xml).ok()?;
            let id =
                record.text("FieldID").filter(|id| id.len() < 12 && id.bytes().all(|b| b.is_ascii_digit()));
            let id = id?.to_owned();
            let mut parts = Vec::new();
            for (name, text, nested) in record.all() {
                match name {
                    _ if nested => return None,
                    "FieldID" => {}
                    "Value" => parts.push((format!("{CUSTOM}{id}"), text.to_owned())),
                    _ if CUSTOM_PARTS.contains(&name) => {
                        parts.push((format!("{CUSTOM}{id}/{name}"), text.to_owned()));
                    }
                    _ => return None,
                }
            }
            let main = format!("{CUSTOM}{id}");
            let plain = parts.iter().any(|(name, _)| *name == main) && !self.map.contains_key(&main);
            plain.then_some(parts)
        };
        match read() {
            Some(parts) => parts.into_iter().all(|(name, text)| self.add(name, &text)),
            None => self.element("ExtendedAttribute", outer),
        }
    }

    /// Whether there is something of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.map.contains_key(name)
    }

    pub(super) fn into_map(self) -> BTreeMap<String, String> {
        self.map
    }
}

/// Parts of a custom field beside its number and value.
pub(super) const CUSTOM_PARTS: [&str; 4] = ["UID", "ValueID", "ValueGUID", "DurationFormat"];

/// Fields that change dates or cost for Microsoft Project, and nothing here.
fn matters(name: &str) -> bool {
    matches!(
        name,
        "SubprojectName"
            | "IsSubproject"
            | "FixedCostAccrual"
            | "CostRateTable"
            | "LevelingCanSplit"
            | "RateScale"
            | "BudgetWork"
            | "BudgetCost"
    )
}

/// Keeps what nobody has asked a record for.
pub(super) fn keep(
    (what, part): (&'static str, &'static str),
    record: &Record<'_>,
    extras: &mut Extras,
    context: &mut Context,
) {
    let known = context.roles.iter().position(|one| one.0 == what);
    let known = known.unwrap_or_else(|| {
        context.roles.push((what, fields(part).collect()));
        context.roles.len() - 1
    });
    for (name, text, outer) in record.rest() {
        let role = context.roles[known].1.get(name).copied().unwrap_or(Role::Kept(None));
        let Role::Kept(usual) = role else { continue };
        let kept = match outer {
            // A name with a prefix means nothing elsewhere.
            Some("") => false,
            Some(outer) if name == "ExtendedAttribute" => extras.custom(outer),
            Some(outer) => extras.element(name, outer),
            None => {
                let bare = text.trim();
                let nothing = match usual {
                    Some(usual) => bare.is_empty() || bare == usual,
                    None if part == PROJECT => bare.is_empty(),
                    None => super::record::says_nothing(bare),
                };
                if nothing {
                    continue;
                }
                extras.text(name, text)
            }
        };
        if !kept {
            context.note(what, name, &record.at);
        } else if matters(name) {
            context.unused(what, name, &record.at);
        }
    }
}
