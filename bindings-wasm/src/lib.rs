//! Paceline for JavaScript: the core's one door, [`paceline::call::call`], and a handle that keeps a plan read.
//!
//! All else crosses as the JSON text that the core reads and writes, so JavaScript has the core's documents, names
//! and messages. The TypeScript around it, in `js/`, gives each operation its method.

mod host;

use paceline::Issues;
use paceline::call::{Answer, Part, call};
use paceline::plan::Plan;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use host::{Callbacks, Listener};

/// The memory of the module, which one thread alone uses.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A plan kept in the memory of the module, so that it is read once. `free` gives the memory back.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle(Plan);

#[wasm_bindgen]
impl Handle {
    /// Runs an operation on this plan. `names`, `texts` (UTF-8) and `lengths` (in bytes) are its other
    /// parts; `host` hears a long operation.
    ///
    /// # Errors
    /// The issues as a JSON list.
    pub fn call(
        &self,
        operation: &str,
        names: Vec<String>,
        texts: &[u8],
        lengths: &[u32],
        options: Option<String>,
        host: Option<Callbacks>,
    ) -> Result<String, JsValue> {
        run(operation, Some(self), &names, &cut(texts, lengths)?, options.as_deref(), host)
            .map(|answer| answer.to_json())
    }

    /// Runs an operation that answers with another plan, and keeps that.
    ///
    /// # Errors
    /// The issues as a JSON list.
    pub fn derive(
        &self,
        operation: &str,
        names: Vec<String>,
        texts: &[u8],
        lengths: &[u32],
        options: Option<String>,
    ) -> Result<Self, JsValue> {
        kept(run(operation, Some(self), &names, &cut(texts, lengths)?, options.as_deref(), None)?)
    }

    /// The document as JSON text on one line.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// Runs an operation that answers with a plan, and keeps the plan.
///
/// # Errors
/// The issues as a JSON list.
#[wasm_bindgen]
pub fn open(operation: &str, names: Vec<String>, texts: &[u8], lengths: &[u32]) -> Result<Handle, JsValue> {
    kept(run(operation, None, &names, &cut(texts, lengths)?, None, None)?)
}

/// Runs an operation whose parts are all texts. The answer is JSON text, as in every language.
///
/// # Errors
/// The issues as a JSON list.
#[wasm_bindgen(js_name = call)]
pub fn call_texts(
    operation: &str,
    names: Vec<String>,
    texts: &[u8],
    lengths: &[u32],
    options: Option<String>,
    host: Option<Callbacks>,
) -> Result<String, JsValue> {
    run(operation, None, &names, &cut(texts, lengths)?, options.as_deref(), host)
        .map(|answer| answer.to_json())
}

fn run(
    operation: &str,
    plan: Option<&Handle>,
    names: &[String],
    texts: &[&str],
    options: Option<&str>,
    host: Option<Callbacks>,
) -> Result<Answer, JsValue> {
    let texts = texts.iter().copied().map(Part::Text);
    let mut input: Vec<(&str, Part<'_>)> = names.iter().map(String::as_str).zip(texts).collect();
    input.extend(plan.map(|handle| ("plan", Part::Plan(&handle.0))));
    let found = match host {
        Some(callbacks) => call(operation, &input, options, &mut Listener(callbacks)),
        None => call(operation, &input, options, &mut ()),
    };
    found.map_err(|issues| refusal(&issues))
}

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

fn kept(answer: Answer) -> Result<Handle, JsValue> {
    match answer {
        Answer::Plan(plan) => Ok(Handle(*plan)),
        other => Err(JsValue::from(format!("the operation answers with no plan: {}", other.to_json()))),
    }
}
