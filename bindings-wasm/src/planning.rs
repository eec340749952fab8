//! Operations on plans, and a handle that keeps a plan read.
#![allow(unreachable_pub, reason = "JavaScript reaches it")]

use paceline::call::{Answer, Part, call_planning};
use paceline::plan::Plan;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::host::{Callbacks, Listener};
use crate::{cut, refusal};

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
        Some(callbacks) => call_planning(operation, &input, options, &mut Listener(callbacks)),
        None => call_planning(operation, &input, options, &mut ()),
    };
    found.map_err(|issues| refusal(&issues))
}

fn kept(answer: Answer) -> Result<Handle, JsValue> {
    match answer {
        Answer::Plan(plan) => Ok(Handle(*plan)),
        other => Err(JsValue::from(format!("the operation answers with no plan: {}", other.to_json()))),
    }
}
