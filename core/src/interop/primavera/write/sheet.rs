//! The text of the file: tables, rows and cells.

use super::super::value;
use crate::Issue;
use crate::plan::validate::Faults;
use crate::quantity::Stamp;

/// The text so far.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) text: String,
    columns: usize,
    /// Cells whose tabs and line breaks have become spaces.
    changed: usize,
}

impl Sheet {
    pub(super) fn header(&mut self, fields: &[&str]) {
        self.text.push_str("ERMHDR");
        self.cells(fields);
    }

    /// Begins a table; the columns with spaces between them.
    pub(super) fn table(&mut self, name: &str, columns: &str) {
        self.text.push_str("%T\t");
        self.text.push_str(name);
        self.text.push_str("\r\n%F");
        let columns: Vec<&str> = columns.split(' ').collect();
        self.columns = columns.len();
        self.cells(&columns);
    }

    pub(super) fn row(&mut self, cells: &[&str]) {
        debug_assert_eq!(cells.len(), self.columns, "a row has a cell for each column");
        self.text.push_str("%R");
        self.cells(cells);
    }

    fn cells(&mut self, cells: &[&str]) {
        for cell in cells {
            self.text.push('\t');
            if cell.contains(['\t', '\r', '\n']) {
                self.changed += 1;
                self.text.extend(cell.chars().map(|c| if matches!(c, '\t' | '\r' | '\n') { ' ' } else { c }));
            } else if cell.contains('"') {
                self.text.push_str(&cell.replace('"', "\"\""));
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str("\r\n");
    }

    pub(super) fn end(&mut self, faults: &mut Faults) {
        self.text.push_str("%E\r\n");
        if self.changed > 0 {
            let message = format!("tabs and line breaks of {} texts have become spaces", self.changed);
            faults.push(Issue::info("text-changed", "file", message));
        }
    }
}

/// Seconds as hours.
pub(super) fn hours(seconds: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "seconds of a century")]
    let hours = seconds as f64 / 3600.0;
    let text = format!("{hours:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number without needless digits.
pub(super) fn number(number: f64) -> String {
    number.to_string()
}

/// Moments as the file has them.
pub(super) fn dates<const N: usize>(stamps: [Stamp; N]) -> [String; N] {
    stamps.map(|stamp| value::shown(stamp.civil()))
}
