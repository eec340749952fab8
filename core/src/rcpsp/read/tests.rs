use super::*;
use crate::rcpsp::RcpspLink;

const SMALL: &str = "\
************************************************************************
file with basedata            : small.bas
************************************************************************
projects                      :  1
jobs (incl. supersource/sink ):  4
horizon                       :  5
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
************************************************************************
PROJECT INFORMATION:
pronr.  #jobs rel.date duedate tardcost  MPM-Time
    1      2      0        9        1        5
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       1    2
  3      1     2       1    0
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    1    2
************************************************************************
";

fn faults(text: &str) -> Vec<(String, String)> {
    let issues = read(text).unwrap_err().into_vec();
    issues.into_iter().map(|issue| (issue.code.into_owned(), issue.at)).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(code, at)| ((*code).into(), (*at).into())).collect()
}

#[test]
fn both_formats_say_the_same() {
    let psplib = read(SMALL).unwrap();
    assert_eq!(psplib.resources.iter().map(|one| one.capacity).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(psplib.activities[1].demands, [1, 2]);
    assert_eq!(psplib.links[3], RcpspLink { from: 2, to: 3, lag: 0 });
    let patterson = "4 2\n1 2\n\n0 0 0\n2 2 3\n3 1 2 1 4 2 1 0 1 4\n0 0 0 0";
    assert_eq!(read(patterson).unwrap(), psplib);
    assert_eq!(read(&SMALL.replace('\n', "\r\n")).unwrap(), psplib);
}

#[test]
fn every_fault_has_its_line() {
    let text = SMALL
        .replace("   2        1          1           4", "   2        1          2           9")
        .replace(
            "  3      1     2       1    0",
            "  2      1     x       1    0\n  2 1 2 1 0\n  9 1 2 1 0\n 3 1",
        )
        .replace("\n    1    2\n", "\n    1\n");
    let expected = [
        ("invalid-number", "line 28"),
        ("missing-job", "REQUESTS/DURATIONS"),
        ("repeated-job", "line 29"),
        ("unknown-job", "line 19"),
        ("unknown-job", "line 30"),
        ("wrong-number-of-values", "line 19"),
        ("wrong-number-of-values", "line 31"),
        ("wrong-number-of-values", "line 36"),
    ];
    assert_eq!(faults(&text), pairs(&expected));
}

#[test]
fn what_is_another_problem_is_refused() {
    let modes = SMALL.replace("   2        1          1           4", "   2        3          1           4");
    assert_eq!(faults(&modes), pairs(&[("wrong-number-of-modes", "REQUESTS/DURATIONS")]));
    let both = SMALL.replace("doubly constrained        :  0", "doubly constrained        :  2");
    assert_eq!(faults(&both), pairs(&[("doubly-constrained-resource", "line 10")]));
    let cycle = SMALL.replace("   3        1          1           4", "   3        1          1           1");
    assert_eq!(faults(&cycle)[0].0, "link-cycle");
}

#[test]
fn modes_and_what_is_used_up_are_read() {
    let text = SMALL
        .replace("   2        1          1           4", "   2        2          1           4")
        .replace("nonrenewable              :  0", "nonrenewable              :  1")
        .replace("  1      1     0       0    0", "  1      1     0       0    0    0")
        .replace(
            "  2      1     3       1    2",
            "  2      1     3       1    2    5\n         2     6       0    1    2",
        )
        .replace("  3      1     2       1    0", "  3      1     2       1    0    1")
        .replace("  4      1     0       0    0", "  4      1     0       0    0    0")
        .replace("\n    1    2\n", "\n    1    2    4\n");
    let problem = read(&text).unwrap();
    assert_eq!(problem.nonrenewable[0].capacity, 4);
    let job = &problem.activities[1];
    assert_eq!((job.duration, job.consumption.as_slice(), job.modes.len()), (3, &[5][..], 1));
    let other = &job.modes[0];
    assert_eq!(
        (other.duration, other.demands.as_slice(), other.consumption.as_slice()),
        (6, &[0, 1][..], &[2][..])
    );
}

#[test]
fn hostile_texts_are_refused_at_once() {
    assert_eq!(faults("")[0].0, "missing-section");
    assert_eq!(faults("9999999999 1"), pairs(&[("too-large", "line 1")]));
    assert_eq!(faults("2 99999999999999999999")[0].0, "invalid-number");
    assert_eq!(faults("2 1\n1\n0 0 9223372036854775807 1 1"), pairs(&[("missing-values", "line 3")]));
    assert_eq!(faults("1 1\n1\n0 0 0 7"), pairs(&[("too-many-values", "line 3")]));
    assert_eq!(faults("-1 1")[0].0, "too-large");
    let many = SMALL.replace("sink ):  4", "sink ):  999999");
    assert_eq!(faults(&many)[0].0, "too-large");
}
