//! Headings, wrapped lines and tables on a terminal.

use super::words;

/// Least and greatest width of a report in columns.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=400;

/// Width below which a column gives no more.
const LEAST_COLUMN: usize = 8;
/// Columns of the label of an entry.
const ENTRY: usize = 19;

/// How a word looks where colors are on; the words alone say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Faint,
    Good,
    Bad,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    text: String,
    tone: Tone,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    pub(crate) fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) title: &'static str,
    /// Numbers stand right.
    pub(crate) right: bool,
    /// Most columns it takes.
    pub(crate) most: usize,
}

impl Column {
    pub(crate) const fn left(title: &'static str, most: usize) -> Self {
        Self { title, right: false, most }
    }

    pub(crate) const fn right(title: &'static str) -> Self {
        Self { title, right: true, most: 24 }
    }
}

/// The text of a report as it grows.
#[derive(Debug)]
pub(crate) struct Layout {
    out: String,
    width: usize,
    color: bool,
}

impl Layout {
    pub(crate) fn new(width: usize, color: bool) -> Self {
        Self { out: String::new(), width: width.clamp(*WIDTHS.start(), *WIDTHS.end()), color }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// A section's heading, underlined.
    pub(crate) fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let text = words::clean(text, self.width);
        self.tinted(&text, Tone::Strong);
        self.out.push('\n');
        self.out.push_str(&"─".repeat(words::width(&text)));
        self.out.push('\n');
    }

    /// A label and what it says, wrapped under itself.
    pub(crate) fn entry(&mut self, label: &str, text: &str, tone: Tone) {
        self.wrapped(&format!("{label:<ENTRY$}"), text, ENTRY, tone);
    }

    /// A paragraph.
    pub(crate) fn line(&mut self, text: &str) {
        self.wrapped("", text, 0, Tone::Plain);
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, text: &str) {
        self.wrapped("  ", text, 4, Tone::Plain);
    }

    /// Words of a text on lines that fit; lines after the first begin at `indent`.
    fn wrapped(&mut self, label: &str, text: &str, indent: usize, tone: Tone) {
        self.out.push_str(label);
        let mut used = words::width(label);
        let (mut line, mut first) = (String::new(), true);
        for word in text.split_whitespace() {
            let width = words::width(word);
            if !first && used + 1 + width > self.width {
                self.tinted(&std::mem::take(&mut line), tone);
                self.out.push('\n');
                self.out.push_str(&" ".repeat(indent));
                used = indent;
                first = true;
            }
            if !first {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += width;
            first = false;
        }
        self.tinted(&line, tone);
        self.out.push('\n');
    }

    /// A table; wide columns of words give way when a line is too long.
    pub(crate) fn table(&mut self, columns: &[Column], rows: &[Vec<Cell>]) {
        let mut widths: Vec<usize> = columns.iter().map(|column| words::width(column.title)).collect();
        for row in rows {
            for ((width, cell), column) in widths.iter_mut().zip(row).zip(columns) {
                *width = (*width).max(words::width(&cell.text).min(column.most));
            }
        }
        // The widest column gives way, one by one, until the line fits.
        let total: usize = widths.iter().sum::<usize>() + 2 * widths.len();
        for _ in self.width..total {
            let left = widths.iter_mut().zip(columns).filter(|(_, column)| !column.right);
            match left.map(|(width, _)| width).max_by_key(|width| **width) {
                Some(width) if *width > LEAST_COLUMN => *width -= 1,
                _ => break,
            }
        }
        let titles: Vec<Cell> = columns.iter().map(|c| Cell::new(c.title).tone(Tone::Faint)).collect();
        for row in std::iter::once(&titles).chain(rows) {
            self.row(columns, &widths, row);
        }
    }

    fn row(&mut self, columns: &[Column], widths: &[usize], row: &[Cell]) {
        let mut gap = 2;
        let last = row.len().saturating_sub(1);
        for (index, ((cell, width), column)) in row.iter().zip(widths).zip(columns).enumerate() {
            let text = words::clean(&cell.text, *width);
            let pad = width.saturating_sub(words::width(&text));
            self.out.push_str(&" ".repeat(if column.right { gap + pad } else { gap }));
            self.tinted(&text, cell.tone);
            gap = 2;
            if !column.right && index < last {
                gap += pad;
            }
        }
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end);
        self.out.push('\n');
    }

    fn tinted(&mut self, text: &str, tone: Tone) {
        let code = match tone {
            Tone::Strong => "1",
            Tone::Faint => "2",
            Tone::Good => "32",
            Tone::Bad => "1;31",
            Tone::Plain => "",
        };
        if self.color && !code.is_empty() && !text.is_empty() {
            self.out.push_str(&format!("\u{1b}[{code}m{text}\u{1b}[0m"));
        } else {
            self.out.push_str(text);
        }
    }
}
