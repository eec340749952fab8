//! The text of the file as elements, one after the other.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

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
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// Where what was read last begins.
    before: usize,
    /// Whether a name has a prefix.
    pub(super) prefixed: bool,
}

impl<'a> Xml<'a> {
    pub(in crate::interop) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { text, reader, depth: 0, before: 0, prefixed: false }
    }

    /// The name of the next element inside the one that was entered last, which is entered by this; `None` at
    /// its end, which is left by this.
    pub(in crate::interop) fn child(&mut self) -> Result<Option<&'a str>, Issue> {
        loop {
            match self.event()? {
                Event::Start(start) => {
                    let full = start.name().0;
                    let name = self.own(full);
                    self.prefixed |= name.len() != full.len();
                    self.enter()?;
                    return Ok(Some(name));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(None);
                }
                Event::Eof if self.depth > 0 => return Err(self.invalid("the text ends inside an element")),
                Event::Eof => return Ok(None),
                Event::DocType(_) => return Err(self.refused()),
                _ => {}
            }
        }
    }

    /// The text of the element that was entered last, to its end; whether it holds elements, which are not in the
    /// text.
    pub(in crate::interop) fn text(&mut self) -> Result<(Cow<'a, str>, bool), Issue> {
        let (mut text, mut nested, outer) = (Cow::Borrowed(""), false, self.depth);
        let mut add = |part: Cow<'a, str>| {
            if text.is_empty() { text = part } else { text.to_mut().push_str(&part) }
        };
        loop {
            match self.event()? {
                Event::Start(start) => {
                    nested = true;
                    self.prefixed |= start.name().0.contains(':');
                    self.enter()?;
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth < outer {
                        return Ok((text, nested));
                    }
                }
                Event::Text(part) if self.depth == outer => add(part.into_inner()),
                Event::CData(part) if self.depth == outer => add(part.into_inner()),
                Event::GeneralRef(name) => {
                    let Some(c) = character(&name) else { return Err(self.entity(&name)) };
                    if self.depth == outer {
                        add(Cow::Owned(c.to_string()));
                    }
                }
                Event::Eof => return Err(self.invalid("the text ends inside an element")),
                Event::DocType(_) => return Err(self.refused()),
                _ => {}
            }
        }
    }

    /// Where what was read last begins and ends.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.before, usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX))
    }

    /// The text as it stands between two places; nothing if names in it have prefixes.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        let text = self.text.get(from..to).unwrap_or_default();
        if self.prefixed { "" } else { text }
    }

    fn event(&mut self) -> Result<Event<'a>, Issue> {
        self.before = self.place().1;
        let read = self.reader.read_event();
        read.map_err(|error| self.invalid(&error.to_string()))
    }

    fn enter(&mut self) -> Result<(), Issue> {
        self.depth += 1;
        if self.depth <= MAX_XML_DEPTH {
            return Ok(());
        }
        let message = format!("elements are nested deeper than {MAX_XML_DEPTH}");
        Err(Issue::error("xml-too-deep", self.line(), message))
    }

    /// A name without its prefix, as a part of the text.
    fn own(&self, name: &str) -> &'a str {
        let at = (name.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let name = self.text.get(at..at.wrapping_add(name.len())).unwrap_or_default();
        name.rsplit(':').next().unwrap_or(name)
    }

    fn line(&self) -> String {
        let read = usize::try_from(self.reader.error_position().max(self.reader.buffer_position()));
        let before = self.text.as_bytes().get(..read.unwrap_or(0)).unwrap_or(self.text.as_bytes());
        format!("line {}", 1 + before.iter().filter(|byte| **byte == b'\n').count())
    }

    pub(super) fn invalid(&self, what: &str) -> Issue {
        let mut words: String = what.chars().take(200).collect();
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        Issue::error("invalid-xml", self.line(), words)
    }

    fn refused(&self) -> Issue {
        Issue::error("document-type", self.line(), "the text declares a document type, which no plan needs")
            .with_help("remove `<!DOCTYPE …>`; nothing is expanded")
    }

    fn entity(&self, name: &str) -> Issue {
        let name: String = name.chars().take(40).collect();
        Issue::error("unknown-entity", self.line(), format!("entity `&{name};` is none of XML's own"))
    }
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
