//! The types of TypeScript and Python are those of the schema. `UPDATE=1 cargo test -p paceline --test types`
//! rewrites them after a change of `core/schema/types.schema.json` or `core/schema/api.json`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

#[path = "types/model.rs"]
mod model;
#[path = "types/python.rs"]
mod python;
#[path = "types/samples.rs"]
mod samples;
#[path = "types/typescript.rs"]
mod typescript;

use std::path::PathBuf;

use model::Model;

/// A file of the repository that is made here.
fn holds(path: &str, text: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == text, "{path} is stale: run UPDATE=1 cargo test -p paceline --test types");
}

#[test]
fn typescript_is_current() {
    let model = Model::read();
    holds("bindings-wasm/js/types.ts", &typescript::types(&model));
    holds("bindings-wasm/tests/types.check.ts", &samples::typescript(&model));
}

#[test]
fn python_is_current() {
    let model = Model::read();
    holds("bindings-python/python/paceline/_types.py", &python::types(&model));
    holds("bindings-python/tests/types_check.py", &samples::python(&model));
}
