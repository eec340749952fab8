//! The text of a table: cells between separators, with their lines and columns (RFC 4180).

use super::limits::{MAX_CELLS, MAX_COLUMNS};
use crate::plan::validate::Faults;

/// A cell with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) line: usize,
    /// Which of the row, counted from 1.
    pub(super) column: usize,
    pub(super) text: String,
}

/// The rows of a text, without the empty ones.
pub(super) type Rows = Vec<Vec<Cell>>;

/// The separator that the first row uses most, outside of quotes; `sep=;` in the first line says it.
fn separator(text: &str) -> char {
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut is_quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => break,
            letter if !is_quoted => {
                counts.iter_mut().filter(|(known, _)| *known == letter).for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    // Of equal ones the first.
    let mut best = counts[0];
    for &next in &counts[1..] {
        if next.1 > best.1 {
            best = next;
        }
    }
    best.0
}

/// Splits a text into cells; every quote at fault is told.
pub(super) fn rows(table: &str, text: &str, given: Option<char>, faults: &mut Faults) -> Rows {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (said, text, first) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((said, rest)) => (said.trim_end_matches('\r').chars().next(), rest, 2),
        None => (None, text, 1),
    };
    let separator = given.or(said).unwrap_or_else(|| separator(text));
    let mut splitter = Splitter { table, separator, faults, rows: Vec::new(), row: Vec::new(), cells: 0 };
    splitter.split(text, first);
    splitter.rows
}

struct Splitter<'a> {
    table: &'a str,
    separator: char,
    faults: &'a mut Faults,
    rows: Rows,
    row: Vec<Cell>,
    cells: usize,
}

impl Splitter<'_> {
    fn place(&self, line: usize) -> String {
        format!("{}/line {line}/column {}", self.table, self.row.len() + 1)
    }

    fn split(&mut self, text: &str, first: usize) {
        let mut line = first;
        let mut rest = text;
        while !rest.is_empty() {
            let begins = line;
            let (content, after) = match rest.strip_prefix('"') {
                Some(quoted) => self.quoted(quoted, &mut line),
                None => {
                    let end = rest.find(['\n', '\r', self.separator]).unwrap_or(rest.len());
                    // Blanks around a cell without quotes are not part of it.
                    (rest[..end].trim().to_owned(), &rest[end..])
                }
            };
            // What stands behind the closing quote belongs to the cell, and is a fault.
            let end = after.find(['\n', '\r', self.separator]).unwrap_or(after.len());
            let (behind, after) = after.split_at(end);
            if !behind.trim().is_empty() {
                let shown: String = behind.chars().take(40).collect();
                let message = format!("`{shown}` stands behind the closing quote");
                let help = "write a quote within a cell twice";
                self.faults.error("invalid-quote", self.place(begins), message, help);
            }
            let column = self.row.len() + 1;
            self.row.push(Cell { line: begins, column, text: content });
            self.cells += 1;
            if self.cells > MAX_CELLS || column > MAX_COLUMNS {
                let message = format!("more than {MAX_CELLS} cells, or {MAX_COLUMNS} in a row");
                self.faults.error("too-large", self.place(begins), message, "split the table");
                return;
            }
            rest = match after.strip_prefix(self.separator) {
                Some(next) => {
                    if next.is_empty() {
                        self.row.push(Cell { line, column: column + 1, text: String::new() });
                    }
                    next
                }
                None => {
                    self.end_row();
                    line += usize::from(!after.is_empty());
                    after.strip_prefix("\r\n").or(after.strip_prefix(['\n', '\r'])).unwrap_or(after)
                }
            };
        }
        self.end_row();
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.text.trim().is_empty()) {
            self.rows.push(row);
        }
    }

    /// A cell in quotes, from behind the first; what it holds and what follows.
    fn quoted<'t>(&mut self, text: &'t str, line: &mut usize) -> (String, &'t str) {
        let begins = *line;
        let mut content = String::new();
        let mut rest = text;
        loop {
            let Some(end) = rest.find('"') else {
                content.push_str(rest);
                *line += rest.matches('\n').count();
                let message = "a quote is opened and never closed";
                self.faults.error("unterminated-quote", self.place(begins), message, "close it");
                return (content, "");
            };
            content.push_str(&rest[..end]);
            *line += rest[..end].matches('\n').count();
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(next) => {
                    content.push('"');
                    rest = next;
                }
                None => return (content, rest),
            }
        }
    }
}

/// Adds a cell, in quotes where it needs them.
pub(super) fn put(into: &mut String, text: &str, separator: char) {
    let needs = |c: char| c == separator || matches!(c, '"' | '\n' | '\r');
    let edge = |c: char| c.is_whitespace() || c == '\u{feff}';
    if text.contains(needs) || text.starts_with(edge) || text.ends_with(edge) || text.starts_with("sep=") {
        into.push('"');
        into.push_str(&text.replace('"', "\"\""));
        into.push('"');
    } else {
        into.push_str(text);
    }
}

/// Whether spreadsheets would take a cell for a formula, quotes before it not counted.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text that spreadsheets show and do not compute: with a quote before it.
pub(super) fn harmless(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`harmless`] was given.
pub(super) fn as_meant(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_formula(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let mut faults = Faults::default();
        let rows = rows("t", text, None, &mut faults);
        assert!(faults.is_empty(), "{:?}", faults.finish(None));
        rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn cells_are_split_as_spreadsheets_do() {
        assert_eq!(
            texts("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n,\r\n\r\n2,"),
            [["a", "b"], ["1", "x, \"y\"\nz"], ["2", ""]]
        );
        assert_eq!(texts("a , b\n 1,\" 2 \"\n"), [["a", "b"], ["1", " 2 "]]);
        assert_eq!(texts("\u{feff}a;b;c,d\n1;2;3"), [["a", "b", "c,d"], ["1", "2", "3"]]);
        assert_eq!(texts("a\tb\n1\t2\n"), [["a", "b"], ["1", "2"]]);
        assert_eq!(texts("sep=;\r\na,b;c\n"), [["a,b", "c"]]);
        assert_eq!(texts("a,\n,b"), [["a", ""], ["", "b"]]);
    }

    #[test]
    fn places_count_lines_within_quotes() {
        let mut faults = Faults::default();
        let rows = rows("t", "a,b\n\"1\n2\",3\n4,\"5\" 6\n7,\"8", None, &mut faults);
        assert_eq!((rows[1][1].line, rows[1][1].column, rows[2][0].line), (3, 2, 4));
        let places: Vec<(String, String)> =
            faults.finish(None).into_iter().map(|issue| (issue.code.into_owned(), issue.at)).collect();
        let expected = [("invalid-quote", "t/line 4/column 2"), ("unterminated-quote", "t/line 5/column 2")];
        assert_eq!(places, expected.map(|(code, at)| (code.to_owned(), at.to_owned())));
    }

    #[test]
    fn formulas_are_shown_and_come_back() {
        for text in ["=1+1", "'=x", "''@y", "-3", "plain", "'plain", "", "+"] {
            let shown = harmless(text);
            assert!(!shown.starts_with(['=', '+', '-', '@']));
            assert_eq!(as_meant(&shown), text);
        }
    }
}
