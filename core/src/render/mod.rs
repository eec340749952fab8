//! Pictures: the self-contained page of a plan, and its charts as documents of their own.
//!
//! [`page`] writes one HTML file that needs nothing else: key figures, a Gantt chart of the leveled
//! schedule against the unleveled one, the load of every resource, what moved and why, the scorecard.
//! It works from a disk, in both themes, on paper, with the keyboard and with a screen reader.
//! [`gantt_svg`], [`load_svg`] and [`scorecard_svg`] write the same charts as SVG documents; [`trace_svg`] draws
//! how the search for the leveled plan went.
//!
//! Everything is a pure function of its arguments: the same input gives the same bytes. Texts of the plan
//! are escaped wherever they stand, and the page's content security policy lets nothing run or load but
//! its own script and style, named by their digests.
//!
//! | file | holds |
//! |---|---|
//! | `page` | the page |
//! | `section` | its tables |
//! | `gantt`, `link`, `rows` | the Gantt chart |
//! | `load` | the load chart |
//! | `scorecard` | the scorecard |
//! | `trace` | how the search went |
//! | `measured` | pictures of causal impact and attribution |
//! | `outlook` | forecasts and the way to a target |
//! | `response` | response curves and the split of a budget |
//! | `watch` | anomalies, control charts, run charts |
//! | `plot`, `dots`, `axis` | curves with bands and signs, rows of signs, their axes |
//! | `document` | charts as documents |
//! | `scale`, `shade` | the time axis, days off |
//! | `palette`, `svg`, `sha256` | colors, markup, digests |

mod axis;
mod document;
mod dots;
mod gantt;
mod link;
mod load;
mod measured;
mod outlook;
mod page;
mod palette;
mod plot;
mod response;
mod rows;
mod scale;
mod scorecard;
mod section;
mod sha256;
mod shade;
mod svg;
mod trace;
mod watch;

pub use document::{gantt_svg, load_svg, scorecard_svg, trace_svg};
pub use load::MAX_LOADS;
pub use measured::{attribution_svg, causal_impact_svg};
pub use outlook::{forecast_svg, pacing_svg};
pub use page::{PageOptions, page};
pub use response::{budget_svg, response_svg};
pub use rows::MAX_ROWS;
pub use watch::{anomalies_svg, control_chart_svg, run_chart_svg};
