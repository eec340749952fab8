use super::*;

#[test]
fn always_and_never() {
    let always = Timeline::always();
    assert_eq!(always.total(), Work(END - ORIGIN));
    assert_eq!(always.add_work(Time(12_345), Work(1_000_000)), Time(1_012_345));
    assert_eq!(
        always.add_work(Time(12_345), Work(-1_000_000)),
        Time(12_345 - 1_000_000).max(Time(12_345 - 1_000_000))
    );
    assert_eq!(always.intervals(Time(-5), Time(5 * WEEK)).collect::<Vec<_>>(), [(Time(-5), Time(5 * WEEK))]);
    let never = Timeline::never();
    assert!(never.is_empty());
    assert_eq!(never.next_work(Time(0)), Time::NEVER);
    assert_eq!(never.previous_work(Time(0)), Time::DISTANT_PAST);
    assert_eq!(never.add_work(Time(0), Work(1)), Time::NEVER);
    assert_eq!(never.add_work(Time(0), Work(-1)), Time::DISTANT_PAST);
    assert_eq!(never.intervals(Time::DISTANT_PAST, Time::NEVER).count(), 0);
}
