//! The checker against the solvers: every schedule of every random plan is accepted, and what the checker
//! finds overloaded is what `load` finds.

mod support;

use std::collections::BTreeMap;

use paceline::schedule::{check, load, schedule};
use support::plans::{Features, random_plan_with};

#[test]
fn tally() {
    let mut codes: BTreeMap<String, (u32, String)> = BTreeMap::new();
    let mut n = 0;
    let mut refused = 0;
    for seed in 0..1500u64 {
        let bits = (seed as u16).wrapping_mul(40503) ^ 0x2fff;
        let plan = random_plan_with(seed, 1 + (seed % 40) as usize, Features::from_bits(bits));
        let Ok(found) = schedule(&plan) else {
            refused += 1;
            continue;
        };
        n += 1;
        let report = check(&plan, &found);
        for v in &report.violations {
            let e = codes.entry(v.code.to_string()).or_insert((0, String::new()));
            e.0 += 1;
            if e.0 < 26 && !v.message.contains("%") {
                e.1 += &format!(
                    "   {seed} honor {} zoned {:?}: {v}\n",
                    plan.program.scheduling.honor_constraints, plan.program.scheduling.clock
                );
            }
        }
        let l = load(&plan, &found).unwrap();
        let mine: Vec<_> = l.resources.iter().flat_map(|r| r.overloads.clone()).collect();
        if mine != report.overloads {
            let e = codes.entry("OVERLOADS".into()).or_insert((0, String::new()));
            e.1 += &(format!(
                "seed {seed} bits {bits:b}: {:?}\n vs {:?}",
                mine.iter().zip(&report.overloads).find(|(a, b)| a != b),
                (mine.len(), report.overloads.len())
            ));
            e.0 += 1;
        }
    }
    println!("{n} schedules, {refused} refused");
    for (c, (n, e)) in codes {
        println!("{c}: {n}\n   {e}");
    }
}
