//! An XER file as its tables: lines of cells with tabs between them.
//!
//! `ERMHDR` is the header; `%T` begins a table, `%F` names its columns, `%R` is a row, `%E` ends the file. A line that
//! begins with none of them goes on with the text of the row before.

use std::borrow::Cow;

use super::limits::{MAX_P6_BYTES, MAX_TABLES};
use super::table::{Table, Tables};
use crate::Issue;
use crate::plan::validate::{Faults, show};

/// Windows-1252 above 0x80 where it is not Latin-1; 0 is no character.
const WINDOWS: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
];

/// The bytes as text: UTF-8, UTF-16 with a mark at its beginning, else Windows-1252, in which P6 writes.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Issue> {
    if bytes.len() > MAX_P6_BYTES {
        let message = format!("the file has {} bytes, more than {MAX_P6_BYTES}", bytes.len());
        return Err(Issue::error("too-large", "file", message));
    }
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    Ok(match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => match std::str::from_utf8(rest) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(rest.iter().map(|byte| from_windows(*byte)).collect()),
        },
    })
}

fn from_windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => match WINDOWS[usize::from(byte - 0x80)] {
            0 => char::REPLACEMENT_CHARACTER,
            code => char::from_u32(u32::from(code)).unwrap_or(char::REPLACEMENT_CHARACTER),
        },
        _ => char::from(byte),
    }
}

/// Reads the tables.
pub(super) fn read<'a>(text: &'a str, faults: &mut Faults) -> Result<Tables<'a>, Issue> {
    let mut tables = Tables::default();
    if !text.trim_start().starts_with("ERMHDR") {
        let message = "the file does not begin with `ERMHDR`";
        return Err(Issue::error("not-xer", "file", message)
            .with_help("in P6 choose `File`, `Export` and the format `Primavera PM - (XER)`"));
    }
    let mut current: Option<usize> = None;
    // A row and the lines that go on with it.
    let mut open: Option<(usize, usize)> = None;
    let mut ended = false;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let (start, end) = (at, at + line.len());
        at = end;
        let bare = line.trim_end_matches(['\n', '\r']);
        let begins =
            bare.starts_with('%') && matches!(bare.as_bytes().get(1), Some(b'T' | b'F' | b'R' | b'E'));
        if !begins && !bare.starts_with("ERMHDR") {
            if let Some((_, until)) = open.as_mut().filter(|_| !bare.trim().is_empty()) {
                *until = start + bare.len();
            } else if !bare.trim().is_empty() {
                let line = format!("line {}", number + 1);
                faults.warning(
                    "stray-line",
                    line,
                    format!("`{}` belongs to no row", show(bare)),
                    "it is left out",
                );
            }
            continue;
        }
        close(&mut tables, current, open.take(), text);
        let (mark, rest) = bare.split_once('\t').unwrap_or((bare, ""));
        match mark {
            "ERMHDR" => {
                // The last field is the short name of the base currency.
                let code = rest.split('\t').nth(7).map(str::trim).filter(|code| code.len() == 3);
                tables.currency = code.map(str::to_ascii_uppercase);
            }
            "%T" => {
                let name = rest.trim();
                current = tables.list.iter().position(|table| table.name == name);
                if current.is_none() && tables.list.len() < MAX_TABLES {
                    tables.list.push(Table::new(name));
                    current = Some(tables.list.len() - 1);
                } else if current.is_none() {
                    let message = format!("the file has more than {MAX_TABLES} tables");
                    return Err(Issue::error("too-large", format!("line {}", number + 1), message));
                }
            }
            "%F" => {
                if let Some(table) =
                    current.and_then(|at| tables.list.get_mut(at)).filter(|table| table.len() == 0)
                {
                    table.set_columns(rest);
                }
            }
            "%R" if current.is_some() => {
                let from = start + (bare.len() - rest.len());
                open = Some((from, start + bare.len()));
            }
            "%E" => {
                ended = true;
                break;
            }
            _ => {
                let line = format!("line {}", number + 1);
                faults.warning(
                    "stray-line",
                    line,
                    format!("`{}` belongs to no table", show(bare)),
                    "it is left out",
                );
            }
        }
    }
    close(&mut tables, current, open.take(), text);
    if !ended {
        let help = "the file may have been cut off";
        faults.warning("no-end", "file", "the file has no `%E` at its end", help);
    }
    Ok(tables)
}

fn close<'a>(tables: &mut Tables<'a>, current: Option<usize>, open: Option<(usize, usize)>, text: &'a str) {
    let row = open.and_then(|(from, to)| text.get(from..to));
    if let (Some(row), Some(table)) = (row, current.and_then(|at| tables.list.get_mut(at))) {
        table.push(row);
    }
}
