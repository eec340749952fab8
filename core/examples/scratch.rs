//! scratch
#![allow(clippy::all, clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods)]
use paceline::plan::Plan;
use paceline::schedule::*;
fn main() {
    let p = std::env::args().nth(1).unwrap();
    let t = std::fs::read_to_string(p).unwrap();
    let mut plan: Plan = serde_json::from_str(&t).unwrap();
    if let Some(d) = std::env::args().nth(2) { plan.program.start = paceline::quantity::When::parse(&d).unwrap(); }
    let mut o = LevelOptions::default();
    if let Some(d) = std::env::args().nth(3) { o.steps = Some(d.parse().unwrap()); }
    if let Some(d) = std::env::args().nth(4) { o.seed = d.parse().unwrap(); }
    let t0 = std::time::Instant::now();
    let mut first = None;
    let mut last = vec![];
    let r = level(&plan, &o, &mut |p: &paceline::Progress| { if first.is_none() { first = Some(t0.elapsed()); } if last != p.objective { println!("  {:?} {} {:?} {:?}", t0.elapsed(), p.steps, p.objective, p.bound); last = p.objective.clone(); } std::ops::ControlFlow::Continue(()) });
    let r = match r { Ok(s) => s, Err(e) => { println!("{e}"); return } };
    println!("{:?} first {:?}", t0.elapsed(), first);
    println!("{:?} {} {} steps {} by {}", r.status, r.schedule.start, r.schedule.finish, r.steps, r.found_by);
    for o in &r.objective { println!("{o:?}"); }
    println!("late {:?}", r.late);
    println!("remaining {:?}", r.remaining);
    println!("moves {}", r.moves.len());
    for m in r.moves.iter().take(8) { println!("{m:?}"); }
}
