//! Paceline for JavaScript: the core's one door, [`paceline::call::call`], and a handle that keeps a plan read.
//!
//! All else crosses as the JSON text that the core reads and writes, so JavaScript has the core's documents, names
//! and messages. The TypeScript around it, in `js/`, gives each operation its method.

//! The crate is compiled twice: with the feature `planning` it is the module of plans, with `measuring` that of records
//! and measurements, which knows no plans. A page loads the one that it needs.

#[cfg(feature = "planning")]
mod host;
#[cfg(feature = "planning")]
mod planning;

use paceline::Issues;
use wasm_bindgen::JsValue;

#[cfg(feature = "measuring")]
mod measuring;

/// The memory of the module, which one thread alone uses.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The texts of the parts, which cross as the bytes of all of them, one behind the other: JavaScript encodes a long
/// text much faster than it hands it over letter by letter.
fn cut<'a>(bytes: &'a [u8], lengths: &[u32]) -> Result<Vec<&'a str>, JsValue> {
    let mut rest = bytes;
    let mut next = |length: &u32| {
        let (text, after) = rest.split_at_checked(*length as usize)?;
        rest = after;
        std::str::from_utf8(text).ok()
    };
    let texts: Option<Vec<&str>> = lengths.iter().map(&mut next).collect();
    texts.ok_or_else(|| JsValue::from("the texts are not UTF-8 of these lengths"))
}

/// Issues as JavaScript catches them: their JSON list.
fn refusal(issues: &Issues) -> JsValue {
    JsValue::from(serde_json::to_string(issues).unwrap_or_default())
}
