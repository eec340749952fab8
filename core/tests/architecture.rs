//! The rules of `ARCHITECTURE.md` as tests: who may import whom, what the core does not touch, sizes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in tests they say what must hold"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules and their layers: a module imports from lower layers only, never from a sibling.
const LAYERS: [(&str, u8); 19] = [
    ("error", 0),
    ("id", 0),
    ("quantity", 0),
    ("run", 0),
    ("sort", 1),
    ("stats", 1),
    ("calendar", 2),
    ("measure", 2),
    ("rcpsp", 2),
    ("plan", 3),
    ("schedule", 4),
    ("cost", 5),
    ("value", 6),
    ("interop", 6),
    ("report", 6),
    ("render", 7),
    ("call", 8),
    ("schema", 9),
    ("lib", 10),
];

/// Names re-exported at the root and where they come from.
const ROOT: [(&str, &str); 15] = [
    ("Issue", "error"),
    ("Issues", "error"),
    ("Severity", "error"),
    ("BaselineId", "id"),
    ("CalendarId", "id"),
    ("CampaignId", "id"),
    ("KpiId", "id"),
    ("ObjectiveId", "id"),
    ("ResourceId", "id"),
    ("SkillId", "id"),
    ("TaskId", "id"),
    ("Control", "run"),
    ("Progress", "run"),
    ("Status", "run"),
    ("Rng", "run"),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every Rust file of the core with its path below `src` and its text without comments and unit tests.
fn rust() -> Vec<(String, String)> {
    let root = source();
    files(&root)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (name, lines.join("\n"))
        })
        .filter(|(name, _)| !name.ends_with("tests.rs") && !name.contains("tests/"))
        .collect()
}

fn module(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// Top-level modules that a text names after `crate::`, also inside braces.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + 7..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => {
                let mut depth = 1;
                let end = list
                    .find(|c| {
                        depth += i32::from(c == '{') - i32::from(c == '}');
                        depth == 0
                    })
                    .unwrap_or(list.len());
                let mut level = 0;
                list[..end]
                    .split(|c| {
                        level += i32::from(c == '{') - i32::from(c == '}');
                        c == ',' && level == 0
                    })
                    .collect()
            }
            None => vec![rest],
        };
        for name in names {
            let word: String =
                name.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !word.is_empty() {
                found.push(word);
            }
        }
    }
    found
}

#[test]
fn modules_import_from_lower_layers_only() {
    let layers: BTreeMap<&str, u8> = LAYERS.into();
    let root: BTreeMap<&str, &str> = ROOT.into();
    let mut wrong = Vec::new();
    for (file, code) in rust() {
        let own = module(&file);
        let layer = *layers.get(own).unwrap_or_else(|| panic!("`{own}` has no layer: add it to LAYERS"));
        for name in imports(&code) {
            let from = root.get(name.as_str()).copied().unwrap_or(name.as_str());
            let Some(&below) = layers.get(from) else {
                wrong.push(format!("{file}: `crate::{name}` is no module with a layer"));
                continue;
            };
            if from != own && below >= layer && own != "lib" {
                wrong.push(format!("{file} (layer {layer}) imports `{from}` (layer {below})"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn solver_files_never_see_the_plan() {
    let solvers = [
        "schedule/network.rs",
        "schedule/critical_path.rs",
        "schedule/topology.rs",
        "schedule/uses.rs",
        "schedule/level/bound/",
        "schedule/level/people/",
        "schedule/level/place/",
        "schedule/level/problem/goal.rs",
        "schedule/level/problem/profile.rs",
        "schedule/level/search/",
        "schedule/level/trace.rs",
    ];
    let all = rust();
    for solver in solvers {
        let mut code = String::new();
        for (file, text) in all.iter().filter(|(file, _)| file.starts_with(solver)) {
            // What exchanges cost and save is told in the words of the plan.
            if file != "schedule/level/people/staffing.rs" {
                code.push_str(text);
            }
        }
        assert!(!code.is_empty(), "no file {solver}");
        // A link's kind, the rules of progress and of float, and the mark of "no parent" are all that they know of the
        // document.
        let known = ["DependencyKind", "ProgressRule", "TotalFloat", "index::NONE"];
        let rest = known.iter().fold(code, |code, name| code.replace(&format!("plan::{name}"), ""));
        assert!(!rest.contains("plan::"), "{solver} sees the plan");
    }
}

#[test]
fn the_checker_shares_nothing_with_the_solvers() {
    for (file, code) in rust() {
        if file.starts_with("schedule/check") {
            for solver in ["network", "compile", "critical_path", "topology", "level", "uses", "Timeline"] {
                let named =
                    [format!("super::{solver}"), format!("schedule::{solver}"), format!("{solver}::")];
                for name in named {
                    assert!(!code.contains(&name), "{file} uses `{name}`");
                }
            }
        }
        if file.starts_with("rcpsp/check") {
            assert!(!code.contains("engine") && !code.contains("validate::"), "{file} sees the engine");
        }
    }
}

#[test]
fn the_core_keeps_its_hands_off_the_world() {
    let banned = [
        "std::fs",
        "std::time",
        "std::thread",
        "std::env",
        "std::process",
        "std::net",
        "println!(",
        "eprintln!(",
        "SystemTime",
        "Instant::",
        "StdRng",
        "thread_rng",
    ];
    for (file, code) in rust() {
        for word in banned {
            assert!(!code.contains(word), "{file} uses `{word}`");
        }
    }
}

#[test]
fn files_fit_a_reader() {
    let root = source();
    for path in files(&root) {
        let lines = fs::read_to_string(&path).map_or(0, |text| text.lines().count());
        assert!(lines <= 600, "{} has {lines} lines: split it", path.display());
    }
}

#[test]
fn the_map_names_every_module() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    for (file, _) in rust() {
        let name = module(&file);
        assert!(map.contains(&format!("`{name}")) || name == "lib", "ARCHITECTURE.md does not name `{name}`");
    }
}
