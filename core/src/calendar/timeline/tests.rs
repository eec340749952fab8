use proptest::prelude::*;

use super::super::axis::PAGE;
use super::*;

/// Stretches of work, sorted, apart from each other: the plainest timeline.
type Plain = Vec<(i64, i64)>;

/// Stretches of all lengths, many at the ends of weeks, pages and the axis.
fn stretches() -> impl Strategy<Value = Plain> {
    let edge = prop_oneof![
        Just(ORIGIN),
        Just(END),
        (0..PAGES).prop_map(page_start),
        (0_i64..6848).prop_map(|week| ORIGIN + week * WEEK),
        ORIGIN - 10..END + 10,
        1_790_000_000_i64..1_795_000_000,
    ];
    let length = prop_oneof![1_i64..50_000, Just(WEEK), 1..20 * WEEK, Just(PAGE), 1..4 * PAGE];
    let one =
        (edge, -2_i64..3, length).prop_map(|(edge, nudge, length)| (edge + nudge, edge + nudge + length));
    proptest::collection::vec(one, 0..12)
}

/// Sorted and made disjoint by painting over: no code in common with the library's.
fn union(stretches: &[(i64, i64)]) -> Plain {
    let mut cuts: Vec<i64> = stretches.iter().flat_map(|(a, b)| [*a, *b]).chain([ORIGIN, END]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut found: Plain = Vec::new();
    for pair in cuts.windows(2) {
        let inside = pair[0] >= ORIGIN && pair[1] <= END;
        if inside && stretches.iter().any(|(a, b)| *a <= pair[0] && pair[1] <= *b) {
            match found.last_mut() {
                Some(last) if last.1 == pair[0] => last.1 = pair[1],
                _ => found.push((pair[0], pair[1])),
            }
        }
    }
    found
}

fn complement(of: &Plain) -> Plain {
    let begins = std::iter::once(ORIGIN).chain(of.iter().map(|s| s.1));
    let ends = of.iter().map(|s| s.0).chain([END]);
    begins.zip(ends).filter(|(a, b)| a < b).collect()
}

fn times(stretches: &[(i64, i64)]) -> Vec<(Time, Time)> {
    stretches.iter().map(|(a, b)| (Time(*a), Time(*b))).collect()
}

/// The timeline of these stretches, by taking away all else.
fn timeline(of: &Plain) -> Timeline {
    Timeline::always().without(&times(&complement(of)))
}

fn all(timeline: &Timeline) -> Plain {
    timeline.intervals(Time::DISTANT_PAST, Time::NEVER).map(|(a, b)| (a.0, b.0)).collect()
}

fn worked(of: &Plain, at: i64) -> i64 {
    of.iter().map(|(a, b)| (at.min(*b) - a).max(0)).sum()
}

/// Instants worth asking about: all ends, their neighbors, and a few more.
fn probes(of: &Plain, more: &[i64]) -> Vec<i64> {
    let near = of.iter().flat_map(|(a, b)| [a - 1, *a, a + 1, b - 1, *b, b + 1]);
    let ends = [i64::MIN / 4, ORIGIN - 1, ORIGIN, ORIGIN + 1, END - 1, END, END + 1, i64::MAX / 4];
    near.chain(more.iter().copied()).chain(ends).collect()
}

proptest! {
    #[test]
    fn taking_away_is_exact(of in stretches()) {
        let of = union(&of);
        let timeline = timeline(&of);
        prop_assert_eq!(all(&timeline), of.clone());
        prop_assert_eq!(timeline.total().0, of.iter().map(|(a, b)| b - a).sum::<i64>());
        let rest = Timeline::always().without(&times(&of));
        prop_assert_eq!(all(&rest), complement(&of));
        prop_assert_eq!(rest.total() + timeline.total(), Timeline::always().total());
        prop_assert!(rest.intersect(&timeline).is_empty());
    }

    #[test]
    fn the_inverses_are_inverse(of in stretches(), more in proptest::collection::vec(ORIGIN..END, 20)) {
        let of = union(&of);
        let timeline = timeline(&of);
        let total = timeline.total().0;
        for at in probes(&of, &more) {
            let time = Time(at);
            let work = timeline.worked(time);
            prop_assert_eq!(work.0, worked(&of, at));
            prop_assert_eq!(timeline.is_working(time), of.iter().any(|(a, b)| (*a..*b).contains(&at)));
            let (finish, start) = (timeline.finish_at(work), timeline.start_at(work));
            prop_assert!(finish <= time && time <= start, "{finish:?} {time:?} {start:?}");
            prop_assert_eq!(timeline.worked(finish), work);
            prop_assert_eq!(timeline.worked(start), work);
            prop_assert_eq!(timeline.previous_work(time), finish);
            prop_assert_eq!(timeline.next_work(time), start);
            prop_assert_eq!(finish == Time::DISTANT_PAST, work.0 == 0);
            prop_assert_eq!(start == Time::NEVER, work.0 == total);
        }
        prop_assert_eq!(timeline.finish_at(Work(total + 1)), Time::NEVER);
        prop_assert_eq!(timeline.start_at(Work(-1)), Time::DISTANT_PAST);
        prop_assert_eq!(timeline.finish_at(Work(i64::MAX)), Time::NEVER);
        prop_assert_eq!(timeline.finish_at(Work(i64::MIN)), Time::DISTANT_PAST);
    }

    #[test]
    fn adding_and_counting_agree(
        of in stretches(),
        pairs in proptest::collection::vec((ORIGIN..END, ORIGIN..END), 20),
        amounts in proptest::collection::vec(1_i64..3 * WEEK, 20),
    ) {
        let timeline = timeline(&union(&of));
        for ((a, b), amount) in pairs.into_iter().zip(amounts) {
            let (a, b) = (Time(a.min(b)), Time(a.max(b)));
            let between = timeline.work_between(a, b);
            prop_assert_eq!(timeline.work_between(b, a), -between);
            if between.0 > 0 {
                // There and back ends at the last working second and begins at the first.
                prop_assert_eq!(timeline.add_work(a, between), timeline.previous_work(b));
                prop_assert_eq!(timeline.add_work(b, -between), timeline.next_work(a));
            }
            let finish = timeline.add_work(a, Work(amount));
            prop_assert!(finish > a);
            prop_assert!(timeline.add_work(a, Work(amount + 1)) >= finish);
            prop_assert!(timeline.add_work(b, Work(amount)) >= finish);
            if finish.is_finite() {
                prop_assert_eq!(timeline.work_between(a, finish), Work(amount));
            } else {
                prop_assert!(timeline.work_between(a, Time(END)).0 < amount);
            }
            let start = timeline.add_work(a, Work(-amount));
            prop_assert!(start < a);
            if start.is_finite() {
                prop_assert_eq!(timeline.work_between(start, a), Work(amount));
            }
        }
    }

    #[test]
    fn what_two_have_in_common(a in stretches(), b in stretches()) {
        let (a, b) = (union(&a), union(&b));
        let (one, other) = (timeline(&a), timeline(&b));
        let both = one.intersect(&other);
        prop_assert_eq!(&both, &other.intersect(&one));
        let mut outside = complement(&a);
        outside.extend(complement(&b));
        prop_assert_eq!(all(&both), complement(&union(&outside)));
        prop_assert_eq!(&both.intersect(&one), &both);
        prop_assert_eq!(&both.intersect(&other), &both);
        prop_assert_eq!(&one.without(&times(&complement(&b))), &both);
        prop_assert_eq!(&one.intersect(&Timeline::always()), &one);
        prop_assert_eq!(&one.intersect(&one.clone()), &one);
    }

    #[test]
    fn a_window(of in stretches(), from in ORIGIN - 100..END + 100, length in -1_i64..8 * WEEK) {
        let of = union(&of);
        let to = from + length;
        let inside = timeline(&of).within(Time(from), Time(to));
        let expected: Plain =
            of.iter().map(|(a, b)| ((*a).max(from), (*b).min(to))).filter(|(a, b)| a < b).collect();
        prop_assert_eq!(all(&inside), expected.clone());
        let cut: Plain =
            timeline(&of).intervals(Time(from), Time(to)).map(|(a, b)| (a.0, b.0)).collect();
        prop_assert_eq!(cut, expected);
    }
}

#[test]
fn always_and_never() {
    let always = Timeline::always();
    assert_eq!(always.total(), Work(END - ORIGIN));
    assert_eq!(always.add_work(Time(12_345), Work(1_000_000)), Time(1_012_345));
    assert_eq!(always.add_work(Time(1_012_345), Work(-1_000_000)), Time(12_345));
    assert_eq!(always.add_work(Time(12_345), Work(-1_000_000)), Time::DISTANT_PAST);
    assert_eq!(all(&always), [(ORIGIN, END)]);
    let never = Timeline::never();
    assert!(never.is_empty());
    assert_eq!(never.next_work(Time(0)), Time::NEVER);
    assert_eq!(never.previous_work(Time(0)), Time::DISTANT_PAST);
    assert_eq!(never.add_work(Time(0), Work(1)), Time::NEVER);
    assert_eq!(never.add_work(Time(0), Work(-1)), Time::DISTANT_PAST);
    assert_eq!(never.add_work(Time(0), Work(i64::MIN)), Time::DISTANT_PAST);
    assert_eq!(never.intervals(Time::DISTANT_PAST, Time::NEVER).count(), 0);
    assert_eq!(always.within(Time(5), Time(5)), never);
}

#[test]
fn what_is_out_of_reach_stays_so() {
    let always = Timeline::always();
    for work in [Work(1), Work(-1), Work(i64::MAX), Work(i64::MIN)] {
        assert_eq!(always.add_work(Time::NEVER, work), Time::NEVER);
        assert_eq!(always.add_work(Time::DISTANT_PAST, work), Time::DISTANT_PAST);
        assert_eq!(always.forward(Time::NEVER, work), (Time::NEVER, Time::NEVER));
        assert_eq!(always.backward(Time::DISTANT_PAST, work), (Time::DISTANT_PAST, Time::DISTANT_PAST));
    }
    assert_eq!(always.add_work(Time(0), Work(i64::MAX)), Time::NEVER);
    assert_eq!(always.add_work(Time(0), Work(i64::MIN)), Time::DISTANT_PAST);
    assert_eq!(always.add_work(Time(7), Work::ZERO), Time(7));
    assert_eq!(always.next_work(Time::NEVER), Time::NEVER);
    assert_eq!(always.next_work(Time::DISTANT_PAST), Timeline::begin());
    assert_eq!(always.previous_work(Time::NEVER), Timeline::end());
    assert_eq!(always.previous_work(Time::DISTANT_PAST), Time::DISTANT_PAST);
    assert!(!always.is_working(Time(END)) && always.is_working(Time(END - 1)));
}

#[test]
fn absences_may_come_in_any_order_and_state() {
    let always = Timeline::always();
    let absences = [(Time(50), Time(60)), (Time(10), Time(20)), (Time(15), Time(30)), (Time(9), Time(5))];
    let left: Vec<_> = always.without(&absences).intervals(Time(0), Time(100)).collect();
    assert_eq!(left, [(Time(0), Time(10)), (Time(30), Time(50)), (Time(60), Time(100))]);
    assert_eq!(always.without(&[(Time(9), Time(5))]), always);
    assert_eq!(always.without(&[(Time::DISTANT_PAST, Time::NEVER)]), Timeline::never());
}
