//! A long operation and the page that waits for it.

use std::fmt;
use std::ops::ControlFlow;

use paceline::Progress;
use paceline::schedule::{Host, Snapshot};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::refusal;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r"
/** What a long operation tells and asks its host. Neither function may throw. */
export interface Callbacks {
    /** Hears how far it is, as JSON text; whether to go on. */
    poll(progress: string): boolean;
    /** Is offered the best so far; `report` makes its JSON text and is of use during this call only. */
    best(report: () => string): void;
}
";

#[wasm_bindgen]
extern "C" {
    /// The functions of the host.
    #[wasm_bindgen(typescript_type = "Callbacks")]
    pub type Callbacks;

    #[wasm_bindgen(method)]
    fn poll(this: &Callbacks, progress: &str) -> bool;

    #[wasm_bindgen(method)]
    fn best(this: &Callbacks, report: &dyn Fn() -> Result<String, JsValue>);
}

impl fmt::Debug for Callbacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Callbacks")
    }
}

/// The functions of the host as the core calls them.
#[derive(Debug)]
pub(crate) struct Listener(pub(crate) Callbacks);

impl Host for Listener {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        let text = serde_json::to_string(progress).unwrap_or_default();
        if self.0.poll(&text) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    fn best(&mut self, snapshot: &Snapshot<'_>) {
        let write = |report| serde_json::to_string(&report).unwrap_or_default();
        self.0.best(&|| snapshot.report().map(write).map_err(|issues| refusal(&issues)));
    }
}
