//! The text of the file as elements, one after the other: borrowed from the text, in one pass, without recursion.
//!
//! It knows what files of plans have: elements, text, CDATA, references, comments and instructions. Attributes are passed
//! over. Document types are refused. Its tests read every sample beside quick-xml.

use std::borrow::Cow;

use super::limits::{MAX_MSPDI_BYTES, MAX_XML_DEPTH};
use crate::Issue;

/// The bytes as text: UTF-8, or UTF-16 with a mark at its beginning.
pub(in crate::interop) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Issue> {
    if bytes.len() > MAX_MSPDI_BYTES {
        let message = format!("the file has {} bytes, more than {MAX_MSPDI_BYTES}", bytes.len());
        return Err(Issue::error("too-large", "file", message));
    }
    let unreadable = |what: &str| {
        Issue::error("invalid-encoding", "file", format!("the file is not {what}"))
            .with_help("save it as XML in UTF-8")
    };
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map(Cow::Owned).map_err(|_| unreadable("UTF-16, as it says"))
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|_| unreadable("UTF-8"))
        }
    }
}

/// The elements of a text.
pub(in crate::interop) struct Xml<'a> {
    text: &'a str,
    /// Where what was read last begins, and where it ends.
    before: usize,
    at: usize,
    /// The names, with their prefixes, of the elements that were entered.
    open: Vec<&'a str>,
    /// Whether the element that was entered last is `<like-this/>`.
    empty: bool,
    /// Whether a name has a prefix.
    pub(super) prefixed: bool,
}

/// A piece of the text.
enum Piece<'a> {
    /// An element was entered.
    Start(&'a str),
    /// An element was left.
    End,
    Text(&'a str),
    /// What stands between `&` and `;`.
    Reference(&'a str),
    /// A comment or an instruction.
    Nothing,
    /// The text is over.
    Over,
}

const EARLY: &str = "the text ends inside an element";

impl<'a> Xml<'a> {
    pub(in crate::interop) fn new(text: &'a str) -> Self {
        Self { text, before: 0, at: 0, open: Vec::with_capacity(8), empty: false, prefixed: false }
    }

    /// The name of the next element inside the one that was entered last, which is entered by this; `None` at
    /// its end, which is left by this.
    #[inline]
    pub(in crate::interop) fn child(&mut self) -> Result<Option<&'a str>, Issue> {
        match self.plain_start() {
            Some(name) => Ok(Some(name)),
            None => self.any_child(),
        }
    }

    fn any_child(&mut self) -> Result<Option<&'a str>, Issue> {
        loop {
            match self.piece()? {
                Piece::Start(full) if self.prefixed => return Ok(full.rsplit(':').next()),
                Piece::Start(name) => return Ok(Some(name)),
                Piece::End => return Ok(None),
                Piece::Over if self.open.is_empty() => return Ok(None),
                Piece::Over => return Err(self.invalid(EARLY)),
                Piece::Text(_) | Piece::Reference(_) | Piece::Nothing => {}
            }
        }
    }

    /// The text of the element that was entered last, to its end; whether it holds elements, which are not in the
    /// text.
    pub(in crate::interop) fn text(&mut self) -> Result<(Cow<'a, str>, bool), Issue> {
        if let Some(text) = self.plain() {
            return Ok((Cow::Borrowed(text), false));
        }
        let (mut text, mut nested, outer) = (Cow::Borrowed(""), false, self.open.len());
        let mut add = |part: Cow<'a, str>| {
            if text.is_empty() { text = part } else { text.to_mut().push_str(&part) }
        };
        loop {
            match self.piece()? {
                Piece::Start(_) => nested = true,
                Piece::End if self.open.len() < outer => return Ok((text, nested)),
                Piece::Text(part) if self.open.len() == outer => add(Cow::Borrowed(part)),
                Piece::Reference(name) => {
                    let Some(c) = character(name) else { return Err(self.entity(name)) };
                    if self.open.len() == outer {
                        add(Cow::Owned(c.to_string()));
                    }
                }
                Piece::Over => return Err(self.invalid(EARLY)),
                Piece::End | Piece::Text(_) | Piece::Nothing => {}
            }
        }
    }

    /// Where what was read last begins and ends.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.before, self.at)
    }

    /// The text as it stands between two places; nothing if names in it have prefixes.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        if self.prefixed { "" } else { self.part(from, to) }
    }

    fn part(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The name of the next element if only blanks are before it and only letters in its `<Name>`, which enters it: what
    /// most elements of a file are.
    #[inline]
    fn plain_start(&mut self) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        let mut from = self.at;
        while matches!(bytes.get(from), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            from += 1;
        }
        if self.empty || self.prefixed || bytes.get(from) != Some(&b'<') || self.open.len() >= MAX_XML_DEPTH {
            return None;
        }
        let mut end = from + 1;
        while bytes.get(end).is_some_and(|byte| *byte > b'>') {
            end += 1;
        }
        if end == from + 1 || bytes.get(from + 1) == Some(&b'?') || bytes.get(end) != Some(&b'>') {
            return None;
        }
        let name = self.part(from + 1, end);
        (self.before, self.at) = (from, end + 1);
        self.open.push(name);
        Some(name)
    }

    /// The text of the element that was entered last if there is nothing else in it, which leaves it: what most
    /// elements of a file are.
    #[inline]
    pub(super) fn plain(&mut self) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        let name = self.open.last().filter(|_| !self.empty)?;
        let end = markup(bytes, self.at);
        let behind = end + 2 + name.len();
        let ends = bytes.get(end..end + 2)? == b"</"
            && same(bytes.get(end + 2..behind)?, name.as_bytes())
            && bytes.get(behind) == Some(&b'>');
        if !ends {
            return None;
        }
        let text = self.part(self.at, end);
        (self.before, self.at) = (end, behind + 1);
        self.open.pop();
        Some(text)
    }

    fn piece(&mut self) -> Result<Piece<'a>, Issue> {
        let bytes = self.text.as_bytes();
        self.before = self.at;
        if self.empty {
            self.empty = false;
            self.open.pop();
            return Ok(Piece::End);
        }
        match bytes.get(self.at) {
            None => Ok(Piece::Over),
            Some(b'<') => match bytes.get(self.at + 1) {
                Some(b'/') => self.end(),
                Some(b'!') => self.declared(),
                Some(b'?') if bytes.get(self.at + 2) != Some(&b'>') => {
                    self.skip(2, "?>", "an instruction has no end").map(|_| Piece::Nothing)
                }
                _ => self.start(),
            },
            Some(b'&') => {
                let name = bytes[self.at + 1..].iter().position(|byte| matches!(byte, b';' | b'&' | b'<'));
                let end = name.map_or(bytes.len(), |name| self.at + 1 + name);
                if bytes.get(end) != Some(&b';') {
                    return Err(self.invalid("`&` begins no reference that ends with `;`"));
                }
                self.at = end + 1;
                Ok(Piece::Reference(self.part(self.before + 1, end)))
            }
            Some(_) => {
                self.at = markup(bytes, self.at);
                Ok(Piece::Text(self.part(self.before, self.at)))
            }
        }
    }

    fn start(&mut self) -> Result<Piece<'a>, Issue> {
        let bytes = self.text.as_bytes();
        let from = self.at + 1;
        // Letters are above `>`, and whatever ends a name is below.
        let mut end = from + bytes[from..].iter().take_while(|byte| **byte > b'>').count();
        let mut name = None;
        loop {
            match bytes.get(end) {
                Some(b'>') => break,
                Some(quote @ (b'"' | b'\'')) => {
                    let Some(length) = bytes[end + 1..].iter().position(|byte| byte == quote) else {
                        return Err(self.invalid("an attribute has no end"));
                    };
                    end += length + 1;
                }
                Some(b' ' | b'\t' | b'\r' | b'\n') => name = name.or(Some(end)),
                Some(b':') => self.prefixed |= name.is_none(),
                Some(_) => {}
                None => return Err(self.invalid("an element has no `>`")),
            }
            end += 1;
        }
        self.at = end + 1;
        self.empty = end > from && bytes[end - 1] == b'/';
        let name = self.part(from, name.unwrap_or(end - usize::from(self.empty)));
        if name.is_empty() {
            return Err(self.invalid("an element has no name"));
        }
        self.open.push(name);
        if self.open.len() > MAX_XML_DEPTH {
            let message = format!("elements are nested deeper than {MAX_XML_DEPTH}");
            return Err(Issue::error("xml-too-deep", self.line(), message));
        }
        Ok(Piece::Start(name))
    }

    fn end(&mut self) -> Result<Piece<'a>, Issue> {
        let name = self.skip(2, ">", "an element has no `>`")?;
        let name = name.trim_end_matches([' ', '\t', '\r', '\n']);
        match self.open.pop() {
            Some(open) if open == name => Ok(Piece::End),
            Some(open) => Err(self.invalid(&format!("`{}` ends what `{}` began", show(name), show(open)))),
            None => Err(self.invalid(&format!("`{}` ends what never began", show(name)))),
        }
    }

    /// What begins with `<!`.
    fn declared(&mut self) -> Result<Piece<'a>, Issue> {
        let rest = &self.text.as_bytes()[self.at + 2..];
        if rest.starts_with(b"--") {
            self.skip(4, "-->", "a comment has no end").map(|_| Piece::Nothing)
        } else if rest.starts_with(b"[CDATA[") {
            self.skip(9, "]]>", "a CDATA section has no end").map(Piece::Text)
        } else if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case(b"DOCTYPE")) {
            let what = "the text declares a document type, which no plan needs";
            Err(Issue::error("document-type", self.line(), what)
                .with_help("remove `<!DOCTYPE …>`; nothing is expanded"))
        } else {
            Err(self.invalid("`<!` begins neither a comment nor a CDATA section"))
        }
    }

    /// Passes over so many bytes and over what stands before `end`, which is returned, and over `end`.
    fn skip(&mut self, bytes: usize, end: &str, fault: &str) -> Result<&'a str, Issue> {
        let rest = self.text.get(self.at + bytes..).unwrap_or_default();
        let Some(found) = rest.find(end) else { return Err(self.invalid(fault)) };
        self.at += bytes + found + end.len();
        Ok(&rest[..found])
    }

    fn line(&self) -> String {
        let before = self.text.as_bytes().get(..self.at).unwrap_or(self.text.as_bytes());
        format!("line {}", 1 + before.iter().filter(|byte| **byte == b'\n').count())
    }

    pub(super) fn invalid(&self, what: &str) -> Issue {
        Issue::error("invalid-xml", self.line(), what)
    }

    fn entity(&self, name: &str) -> Issue {
        Issue::error("unknown-entity", self.line(), format!("entity `&{};` is none of XML's own", show(name)))
    }
}

/// Whether two names are the same: most are compared as two numbers.
#[inline]
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    match (one.first_chunk::<8>(), other.first_chunk(), one.last_chunk::<8>(), other.last_chunk()) {
        (Some(one_first), Some(first), Some(one_last), Some(last)) => {
            u64::from_ne_bytes(*one_first) == u64::from_ne_bytes(*first)
                && u64::from_ne_bytes(*one_last) == u64::from_ne_bytes(*last)
                && (one.len() <= 16 || one == other)
        }
        _ => one.iter().zip(other).all(|(one, other)| one == other),
    }
}

/// Where the next `<` or `&` is, or the end.
#[inline]
fn markup(bytes: &[u8], from: usize) -> usize {
    const CHUNK: usize = 16;
    let found = |byte: &u8| matches!(byte, b'<' | b'&');
    let mut rest = bytes.get(from..).unwrap_or_default();
    // Most texts are short; of long ones many bytes are looked at together.
    if let Some(at) = rest.iter().take(CHUNK).position(found) {
        return from + at;
    }
    while let Some(chunk) = rest.get(..CHUNK) {
        if chunk.iter().fold(false, |any, byte| any | found(byte)) {
            break;
        }
        rest = &rest[CHUNK..];
    }
    bytes.len() - rest.len() + rest.iter().position(found).unwrap_or(rest.len())
}

/// A name as it is shown.
fn show(name: &str) -> String {
    name.chars().take(40).collect()
}

/// The character of a reference: one of the five of XML, or by its number.
fn character(name: &str) -> Option<char> {
    let number = name.strip_prefix('#');
    match (name, number) {
        ("amp", _) => Some('&'),
        ("lt", _) => Some('<'),
        ("gt", _) => Some('>'),
        ("quot", _) => Some('"'),
        ("apos", _) => Some('\''),
        (_, Some(number)) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok().and_then(char::from_u32),
            None => number.parse().ok().and_then(char::from_u32),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;
