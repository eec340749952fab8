//! Reference values from other programs, where the machine has them: below `PACELINE_SHARED`, else `../shared`
//! beside the workspace. Without them a test prints the reason and passes.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]
#![allow(unreachable_pub, reason = "shared by several test programs")]

use std::path::PathBuf;

use serde_json::Value;

/// A path below the shared folder.
pub fn path(name: &str) -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    std::env::var_os("PACELINE_SHARED").map_or_else(beside, PathBuf::from).join(name)
}

/// The text of a file there.
pub fn text(name: &str) -> Option<String> {
    let path = path(name);
    let text = std::fs::read_to_string(&path);
    if let Err(error) = &text {
        println!("skipped: {}: {error}", path.display());
    }
    text.ok()
}

/// A file of JSON there.
pub fn json(name: &str) -> Option<Value> {
    text(name).map(|text| serde_json::from_str(&text).unwrap())
}
