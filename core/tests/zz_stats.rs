mod support;
use paceline::plan::ScheduleFrom;
use paceline::schedule::*;
use std::collections::BTreeMap;
use support::plans::*;
#[test]
fn stats() {
    let mut count: BTreeMap<String, (u32, u64, usize, String)> = BTreeMap::new();
    let only = std::env::var("BITS").ok().map(|b| u16::from_str_radix(&b, 2).unwrap());
    for seed in 0..6000u64 {
        let size = 1 + (seed % 12) as usize;
        let mut plan = match only {
            Some(b) => random_plan_with(seed, size, Features::from_bits(b)),
            None => random_plan(seed, size),
        };
        let mut add = |k: String, m: String| {
            let e = count.entry(k).or_insert((0, seed, size, m));
            e.0 += 1;
        };
        let s = match schedule(&plan) {
            Ok(s) => s,
            Err(e) => {
                for i in e.as_slice() {
                    add(format!("err {}", i.code), i.to_string());
                }
                continue;
            }
        };
        for v in check(&plan, &s).violations {
            add(format!("sched {}", v.code), v.to_string());
        }
        plan.program.scheduling.from = ScheduleFrom::Start;
        let o = LevelOptions { steps: Some(10), ..LevelOptions::default() };
        let l = match level(&plan, &o, &mut ()) {
            Ok(s) => s,
            Err(e) => {
                for i in e.as_slice() {
                    add(format!("lerr {}", i.code), i.to_string());
                }
                continue;
            }
        };
        let v = check_leveled(&plan, &l.before, &l.schedule);
        for x in v.violations {
            add(format!("level {}", x.code), x.to_string());
        }
        if v.overloads.is_empty() != l.remaining.is_empty() {
            add("overload mismatch".into(), format!("{:?} / {:?}", v.overloads, l.remaining));
        }
        for p in &l.objective {
            if p.bound > p.value + 1e-9 {
                add("bound".into(), format!("{p:?}"));
            }
            if p.before > p.value + 1e-9 && l.remaining.is_empty() {
                add("before".into(), format!("{p:?}"));
            }
        }
    }
    for (k, v) in count {
        println!(
            "{k}: {} first seed {} size {}: {}",
            v.0,
            v.1,
            v.2,
            v.3.chars().take(500).collect::<String>()
        );
    }
}
