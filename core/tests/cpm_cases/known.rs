//! What plans cannot say yet, and where our answer is another one on purpose.

use serde_json::Value;

use super::read::list;

/// How many cases have our answer, how many are in scope, how many are apart.
pub(crate) const COUNTS: [u32; 3] = [226, 256, 6];

/// Why a case is counted apart: it is about something that our documents cannot say yet, or that is tested
/// elsewhere.
pub(crate) fn out_of_scope(case: &Value) -> Option<&'static str> {
    let edits = list(case, "afterCPM");
    let of_editor =
        |edit: &serde_json::Value| !edit["undo"].is_null() || !edit["addCalendarAsDefault"].is_null();
    let curves = list(case, "tasks")
        .iter()
        .flat_map(|task| list(task, "assign"))
        .any(|one| matches!(one["curve"].as_str(), Some("BACK_LOADED" | "EARLY_PEAK")));
    let removes = list(case, "varianceMutations").iter().any(|edit| !edit["deleteTask"].is_null());
    removes
        .then_some("a baseline of a task that the plan has no more")
        .or_else(|| edits.iter().any(of_editor).then_some("undo, which is the editor's"))
        .or_else(|| {
            case["expect"]["scheduleStale"]
                .is_boolean()
                .then_some("whether an editor has to calculate again")
                .filter(|_| case["expect"]["load"].is_null())
        })
        .or_else(|| curves.then_some("work that is not spread evenly"))
}

/// Cases in which our answer is another one, with the rule that we follow.
pub(crate) const DIFFERENCES: &[(&str, &str)] = &[
    // A start milestone lies at any moment of work; theirs lies at the beginning of a day only.
    (
        "edge-isolated-with-milestone-01",
        "a start milestone has float up to the last moment of work, not of days",
    ),
    (
        "ms-15-milestone-no-artificial-stretch",
        "a start milestone has float up to the last moment of work, not of days",
    ),
    (
        "rr-ff-succ-startms",
        "a finish within a shift leaves a start milestone in that shift, it does not lose the day",
    ),
    ("rr-ss-pred-finishms", "a milestone is a moment: what starts with it starts then, not on the next day"),
    (
        "msp-03-fs-crossmode-daypred-finishms-ongemoeid",
        "a day ends with its work, at 16:00, not at its first hour",
    ),
    (
        "elapsed-day-to-hour",
        "an elapsed lag counts from the end of work on the finish day, not from its midnight before",
    ),
    // Theirs rounds to whole days.
    ("lagadv-pct-fs50-odd-roundup", "half of three days is a day and a half, not two"),
    ("lagadv-minutes-daypred-lead-halftie", "a lead of four hours is four hours, not a day"),
    (
        "lagadv-ff-lead-ed",
        "a finish asked for a Saturday needs no day of work on Monday: the task ends when Monday begins",
    ),
    (
        "msp-21-t8-review-m1-eenheden-float",
        "elapsed float is counted to the moment, not in whole calendar days",
    ),
    (
        "msp-19-t8-review-h2-fs-elapsed-voorganger-uur",
        "free float of an elapsed task is elapsed, as its total float (the case's note says that theirs is not)",
    ),
    // Microsoft Project's rule, as the case itself says.
    (
        "wbs-summary-relation-conservative-ss-pred-01",
        "a link from the start of a summary counts from its earliest task, not from its latest",
    ),
    // A successor starts when its own calendar works after the link, whether its predecessor's does or not.
    (
        "msp-39-z11-kruiskalender-verschillende-bandgrenzen",
        "without lag the predecessor's calendar has no say in the successor's start",
    ),
    (
        "msp-41-z11-punt2-startmijlpaal-uitgesloten",
        "without lag the predecessor's calendar has no say in the successor's start",
    ),
    (
        "msp-45-z11-punt1-workingexception-landingsdag",
        "without lag the predecessor's calendar has no say in the successor's start",
    ),
    (
        "z7-split-h3a-offset-ge-duration-genegeerd",
        "a pause at the end of the work counts: what is said of a task is not dropped",
    ),
    // P6 and Microsoft Project have no float of what is done.
    ("prog-completed-overrun-negative-float", "what is done has neither float nor late dates of its own"),
    (
        "prog-T9-hervattingspunt-resumeFromActualElapsed",
        "with a rule of P6 the rest goes on from the status date; after what is done is Microsoft Project's way",
    ),
    ("prog-oos-sf", "a finish is out of sequence with a start-to-finish link when it is before the start"),
    (
        "prog-actualvenster-volledig-onwerkbaar",
        "actual dates are facts, they are not moved to the last working day before them",
    ),
    (
        "prog-Z12-p6-contrast-resume-forced-present",
        "links hold the rest even where it is said when it goes on (the case calls its own answer a deviation from P6)",
    ),
    // A stored start at the very end of a day, whose work theirs lets begin that morning.
    (
        "z13-root-anchor-band-eind-rauw",
        "work that may start at the end of a day starts on the next, and none of it is lost",
    ),
    (
        "z13-root-anchor-band-eind-timephased-override-genegeerd",
        "work that may start at the end of a day starts on the next, and none of it is lost",
    ),
    (
        "hammock-excluded-from-float-paths",
        "a level of effort follows other work and delays none: what is linked behind it does not wait",
    ),
    // A leveling delay is time of the clock (Microsoft Project stores it so).
    (
        "z6-fixronde-levelingdelayminutes-dagkalender-geen-crash",
        "a leveling delay is time of the clock, not of work",
    ),
    ("msp-47-z6-delay-over-weekend", "a leveling delay is time of the clock, not of work"),
    ("msp-52-z6-ankerregel-wortel-genegeerd", "a leveling delay moves a task without predecessors, too"),
    (
        "msp-51-z6-invariant-elapsed-opvolger-hele-dagen-delay",
        "an elapsed lag counts from the end of work on the finish day, not from its midnight before",
    ),
    (
        "msp-57-z9a-manual-pin-forward",
        "a task set by hand has the late dates and the float that its links leave it (Microsoft Project)",
    ),
    (
        "lvl-A4-pinned-follows-shifted-pred",
        "a task of priority 1000 stays where it is, so nothing before it is moved",
    ),
];
