//! Operations on records and measurements.
#![allow(unreachable_pub, reason = "JavaScript reaches it")]

use paceline::call::{Part, call_measuring};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{cut, refusal};

/// Runs an operation whose parts are all texts. The answer is JSON text, as in every language.
///
/// # Errors
/// The issues as a JSON list.
#[wasm_bindgen(js_name = measure)]
pub fn measure_texts(
    operation: &str,
    names: Vec<String>,
    texts: &[u8],
    lengths: &[u32],
    options: Option<String>,
) -> Result<String, JsValue> {
    let texts = cut(texts, lengths)?.into_iter().map(Part::Text);
    let input: Vec<(&str, Part<'_>)> = names.iter().map(String::as_str).zip(texts).collect();
    call_measuring(operation, &input, options.as_deref())
        .map(|answer| answer.to_json())
        .map_err(|issues| refusal(&issues))
}
