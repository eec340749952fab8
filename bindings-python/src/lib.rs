//! The native half of the Python package `paceline`: handles for plans and reports, tables of Arrow, one door
//! through which every operation of the core runs. Nothing is computed here.
//!
//! | file | holds |
//! |---|---|
//! | `run` | the door: interpreter released, progress out, Ctrl-C and time limit in |
//! | `plan` | the class `Plan` |
//! | `report` | the classes of reports |
//! | `operation` | operations that need no plan, as functions |
//! | `measure` | operations on records: data frames into the columns of the core |
//! | `table` | the long lists of reports as columns of Arrow |
//! | `frame` | data frames of others, through Arrow, into plans |
//! | `source`, `json` | documents and options from Python to JSON text |
//! | `number` | numbers that JSON does not know, refused with their place |
//! | `convert`, `error` | answers and issues from the core to Python |

mod convert;
mod error;
mod frame;
mod json;
mod measure;
mod number;
mod operation;
mod plan;
mod report;
mod run;
mod source;
mod table;

use pyo3::prelude::pymodule;

/// The native half of `paceline`.
#[pymodule]
mod _paceline {
    #[pymodule_export]
    use crate::measure::measure;
    #[pymodule_export]
    use crate::operation::{
        alerts, call, check_rcpsp, earned_schedule, earned_value, kpi_gaps, operations, pace, pool, read_csv,
        read_ical, read_mspdi, read_pmxml, read_rcpsp, read_xer, score, scorecard_svg, solve_rcpsp,
    };
    #[pymodule_export]
    use crate::plan::Plan;
    #[pymodule_export]
    use crate::report::{CostReport, LevelReport, LoadReport, Schedule, Scorecard};
    #[pymodule_export]
    use crate::table::Table;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python gives it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
