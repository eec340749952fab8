//! How a case of the corpus is run: through the door that every language has.

use paceline::call::{Part, call};

use super::json::Json;

/// What an operation is given.
#[derive(Debug, Clone)]
pub(crate) struct Call<'a> {
    pub(crate) operation: &'a str,
    pub(crate) input: &'a Json,
    pub(crate) options: Option<&'a Json>,
}

/// Runs an operation; the answer, or the issues, as JSON text.
pub(crate) fn run(case: &Call<'_>) -> String {
    let Json::Object(parts) = case.input else { panic!("the input of `{}` is no object", case.operation) };
    // A part that is itself a text stands for a document that may not even be JSON.
    let text = |value: &Json| value.text().map_or_else(|| value.compact(), str::to_owned);
    let texts: Vec<(&String, String)> = parts.iter().map(|(name, value)| (name, text(value))).collect();
    let parts: Vec<(&str, Part<'_>)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str().into())).collect();
    let options = case.options.map(Json::compact);
    match call(case.operation, &parts, options.as_deref(), &mut ()) {
        Ok(answer) => answer.to_json(),
        Err(issues) => format!(r#"{{"issues":{}}}"#, serde_json::to_string(&issues).unwrap()),
    }
}
