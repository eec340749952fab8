mod support;
use paceline::plan::ScheduleFrom;
use paceline::schedule::*;
use support::plans::*;
#[test]
fn one() {
    for seed in std::env::var("SEED").unwrap().split(',') {
        let seed: u64 = seed.parse().unwrap();
        let size = 1 + (seed % 12) as usize;
        let mut plan = random_plan(seed, size);
        let s = schedule(&plan).unwrap();
        let v = check(&plan, &s);
        println!("VIOLATIONS {:#?}", v.violations);
        plan.program.scheduling.from = ScheduleFrom::Start;
        println!("{}", plan.to_json_pretty());
        let o = LevelOptions { steps: Some(10), ..LevelOptions::default() };
        let l = level(&plan, &o, &mut ()).unwrap();
        for t in &l.schedule.tasks {
            println!("{} {} {} {}", t.id, t.start, t.finish, t.duration.0);
        }
        let v = check_leveled(&plan, &l.before, &l.schedule);
        println!("{:#?}\n{:#?}\n{:#?}\nEND", v, l.remaining, l.objective);
    }
}
