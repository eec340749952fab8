//! The critical path against 262 small networks computed by hand.

#[path = "cpm_cases/compare.rs"]
mod compare;
#[path = "cpm_cases/read.rs"]
mod read;

use std::path::PathBuf;

use paceline::schedule::schedule;
use serde_json::Value;

#[test]
fn table() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/oracles/cpm-cases");
    let dir = std::env::var_os("PACELINE_SHARED").map_or(dir, |s| PathBuf::from(s).join("oracles/cpm-cases"));
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for file in files {
        let value: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let (mut ok, mut n) = (0, 0);
        for case in read::list(&value, "cases") {
            n += 1;
            let id = read::text(case, "id");
            let found = match read::problem(case) {
                Err(_) if case["expect"]["error"] == true => vec![],
                Err(error) => vec![error],
                Ok(problem) => { let result = schedule(&problem.plan); compare::differences(case, &problem, &result) }
            };
            if found.is_empty() { ok += 1; } else { println!("DIFF {name} {id}: {}", found.join("; ")); }
        }
        println!("FILE {name} {ok}/{n}");
    }
}
