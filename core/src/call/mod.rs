//! The door of other languages: any operation by its name, documents and options as JSON text.
//!
//! `core/schema/api.json` lists the operations with their parts, options and answers. A binding does nothing but
//! hand over texts (or documents that it has read before, so that they are not read again) and write the answer;
//! so every language reads the same way, refuses the same way and answers with the same bytes.
//!
//! | file | holds |
//! |---|---|
//! | `input` | parts and options, read with every fault at once |
//! | `operation` | what each operation on plans does |
//! | `measuring` | operations on records and measurements |
//! | `answer` | what it answers |
//! | `options` | options of the operations that show a plan |

mod answer;
mod input;
mod measuring;
mod operation;
mod options;

pub use answer::Answer;
pub use input::Part;
#[cfg(feature = "schema")]
pub(crate) use measuring::{read_types, written_types};
pub use operation::{call, call_measuring, call_planning, operations};
pub use options::{ChartOptions, LoadChartOptions, PageOptions, ReportOptions, TraceChartOptions};
