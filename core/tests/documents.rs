//! Documents: what is accepted, what is refused, and what is said about it.
use paceline::plan::Plan;

#[test]
fn smoke() {
    let bad = Plan::from_json(r#"{"format":"paceline/1","programme":1,"program":{"name":"x","start":"2026-03-02","hours_per_day":"8"},
      "tasks":[{"id":"a","duration":"3 days","priority":70000,"skills":[{"skill":5},{"level":1},{"skill":"x","levl":3}]},{"duration":"2d","constraints":[{"kind":"must_start","date":"x"}]}],
      "dependencies":[{"from":"a","to":"b","kind":"FX","lag":3}, 5]}"#).unwrap_err();
    println!("{bad}");
    let p = Plan::from_json(r#"{"format":"paceline/2","program":{"name":"x","start":"2026-03-02"},
      "tasks":[{"id":"S"},{"id":"a","duration":"3d","parent":"S"},{"id":"b","duration":"-2d","parent":"S"},{"id":"c","duration":"1d"}],
      "dependencies":[{"from":"a","to":"b"},{"from":"b","to":"c"},{"from":"c","to":"S"},{"from":"S","to":"a"},{"from":"c","to":"c"},{"from":"cc","to":"c"}]}"#).unwrap();
    for i in p.validate() {
        println!("{i}");
    }
    let mut big =
        format!(r#"{{"format":"paceline/1","program":{{"name":"x","start":"2026-03-02"}},"tasks":["#);
    let n = 100_000;
    for i in 0..n {
        big.push_str(&format!(r#"{}{{"id":"T{i:06}","duration":"3d"}}"#, if i > 0 { "," } else { "" }));
    }
    big.push_str(r#"],"dependencies":["#);
    for i in 0..n - 2 {
        big.push_str(&format!(
            r#"{}{{"from":"T{i:06}","to":"T{:06}"}},{{"from":"T{i:06}","to":"T{:06}"}}"#,
            if i > 0 { "," } else { "" },
            i + 1,
            i + 2
        ));
    }
    big.push_str("]}");
    let t = std::time::Instant::now();
    let plan = Plan::from_json(&big).unwrap();
    println!("parse {:?}", t.elapsed());
    let t = std::time::Instant::now();
    println!("{:?} {:?}", plan.validate().len(), t.elapsed());
}
