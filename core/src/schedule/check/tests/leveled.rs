//! What leveling may do, and started work whose rest goes on later.

use super::*;
use crate::schedule::LevelOptions;

#[test]
fn leveling_may_not_move_or_break_anything() {
    let (mut plan, before) = valid();
    plan.program.scheduling.honor_constraints = false;
    task(&mut plan, "fixed").constraints.clear();
    assert!(check_leveled(&plan, &before, &before).accepts());
    let mut after = before.clone();
    put(&mut after, "fixed", "2026-03-06T08:00", "2026-03-06T17:00");
    put(&mut after, "half", "2026-03-02T08:00", "2026-03-06T17:00");
    put(&mut after, "copy", "2026-03-02T08:00", "2026-03-03T17:00");
    of(&mut after, "words").finish = at("2026-03-03T17:00");
    let report = check_leveled(&plan, &before, &after);
    assert_eq!(codes(&report), ["link-broken", "moved-frozen", "wrong-finish"]);
    // What was broken before is not leveling's fault.
    let mut worse = before.clone();
    of(&mut worse, "copy").late_days = 7;
    assert_eq!(codes(&check(&plan, &worse)), ["wrong-late-days"]);
    assert!(check_leveled(&plan, &worse, &worse).accepts());
}

/// `half` is done by half on Monday; the plan lets its rest go on on Thursday, here it does on Friday.
fn later() -> (Plan, Schedule) {
    let (plan, mut schedule) = valid();
    let row = of(&mut schedule, "half");
    (row.stop, row.resume) = (Some(at("2026-03-02T17:00")), Some(at("2026-03-06T08:00")));
    row.finish = at("2026-03-06T17:00");
    row.early_finish = row.finish;
    (plan, schedule)
}

#[test]
fn the_rest_of_started_work_may_go_on_later() {
    let (plan, schedule) = later();
    assert_eq!(codes(&check(&plan, &schedule)), Vec::<&str>::new());
    // Where the plan has it, the schedule need not say so.
    let (plan, mut schedule) = valid();
    assert!(check(&plan, &schedule).accepts());
    let row = of(&mut schedule, "half");
    (row.stop, row.resume) = (Some(at("2026-03-02T17:00")), Some(at("2026-03-05T08:00")));
    assert!(check(&plan, &schedule).accepts());
}

#[test]
fn a_rest_goes_on_when_it_can() {
    let broken = |change: &dyn Fn(&mut TaskSchedule)| {
        let (plan, mut schedule) = later();
        change(of(&mut schedule, "half"));
        codes(&check(&plan, &schedule)).join(" ")
    };
    // Not on a Sunday, not before Thursday, not without an end of what is done, not with another.
    assert_eq!(broken(&|row| row.resume = Some(at("2026-03-08T08:00"))), "wrong-finish wrong-resume");
    assert_eq!(broken(&|row| row.resume = Some(at("2026-03-04T08:00"))), "wrong-finish wrong-resume");
    assert_eq!(broken(&|row| row.stop = None), "wrong-resume");
    assert_eq!(broken(&|row| row.resume = None), "wrong-finish wrong-resume");
    assert_eq!(broken(&|row| row.stop = Some(at("2026-03-03T17:00"))), "wrong-resume");
    // All of it is done, and not less.
    assert_eq!(broken(&|row| row.finish = at("2026-03-06T12:00")), "wrong-finish");
    // What has not begun, what is done and what is no work is not interrupted.
    for id in ["copy", "over", "go", "words"] {
        let (plan, mut schedule) = valid();
        let row = of(&mut schedule, id);
        (row.stop, row.resume) = (Some(row.start), Some(row.start));
        assert_eq!(codes(&check(&plan, &schedule)), ["wrong-resume"], "{id}");
    }
}

#[test]
fn only_leveling_that_may_split_delays_a_rest() {
    let ((plan, before), (_, after)) = (valid(), later());
    let split = LevelOptions { split_remaining: true, ..LevelOptions::default() };
    let judged = |options: &LevelOptions, before: &Schedule, after: &Schedule| {
        codes(&check_leveled_with(&plan, before, after, options)).join(" ")
    };
    assert_eq!(judged(&split, &before, &after), "");
    assert_eq!(judged(&LevelOptions::default(), &before, &after), "moved-frozen");
    // Never to earlier, and not before the day before which nothing new starts.
    assert_eq!(judged(&split, &after, &before), "moved-frozen");
    let floor = |day| LevelOptions { not_before: Some(When::parse(day).unwrap()), ..split.clone() };
    assert_eq!(judged(&floor("2026-03-06"), &before, &after), "");
    assert_eq!(judged(&floor("2026-03-09"), &before, &after), "moved-frozen");
    // Nor what never moves, nor what is done.
    let mut stays = plan.clone();
    task(&mut stays, "half").priority = 1000;
    assert_eq!(codes(&check_leveled_with(&stays, &before, &after, &split)), ["moved-frozen"]);
}
