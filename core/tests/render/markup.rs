//! A small checker of markup: tags, attributes, entities, ids, colors. It shares nothing with the writer.

use std::collections::{BTreeMap, BTreeSet};

/// Which rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Html,
    Svg,
}

/// An element as it opens.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    closed: bool,
}

/// Checks that every element is closed in order, every attribute quoted, every entity known, every id used
/// once, every reference to an id answered.
pub(crate) fn check(text: &str, kind: Kind) -> Result<(), String> {
    let (mut open, mut ids, mut wanted) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    walk(text, kind, |event| {
        match event {
            Event::Open(tag) => {
                for (key, value) in &tag.attributes {
                    plain(value)?;
                    if *key == "id" && !ids.insert((*value).to_owned()) {
                        return Err(format!("id `{value}` twice"));
                    }
                    if let (true, Some(id)) = (*key == "href", value.strip_prefix('#')) {
                        wanted.insert(id.to_owned());
                    }
                    if *key == "aria-labelledby" {
                        wanted.insert((*value).to_owned());
                    }
                }
                let keys: BTreeSet<&str> = tag.attributes.iter().map(|(key, _)| *key).collect();
                if keys.len() != tag.attributes.len() {
                    return Err(format!("an attribute twice in `{}`", tag.name));
                }
                if !tag.closed {
                    open.push(tag.name.to_owned());
                }
            }
            Event::Close(name) => {
                let top = open.pop().ok_or_else(|| format!("`{name}` closes nothing"))?;
                if top != name {
                    return Err(format!("`{name}` closes `{top}`"));
                }
            }
            Event::Text(text) => plain(text)?,
        }
        Ok(())
    })?;
    if let Some(left) = open.pop() {
        return Err(format!("`{left}` is never closed"));
    }
    match wanted.difference(&ids).next() {
        Some(id) => Err(format!("nothing has the id `{id}`")),
        None => Ok(()),
    }
}

/// How many elements there are of each name.
pub(crate) fn elements(text: &str, kind: Kind) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    walk(text, kind, |event| {
        if let Event::Open(tag) = event {
            *counts.entry(tag.name.to_owned()).or_insert(0) += 1;
        }
        Ok(())
    })
    .unwrap();
    counts
}

/// All text outside script and style.
pub(crate) fn texts(page: &str) -> String {
    let mut all = String::new();
    walk(page, Kind::Html, |event| {
        match event {
            Event::Text(text) => all.push_str(text),
            Event::Open(tag) => tag.attributes.iter().for_each(|(_, value)| all.push_str(value)),
            Event::Close(_) => {}
        }
        Ok(())
    })
    .unwrap();
    all
}

enum Event<'a> {
    Open(Tag<'a>),
    Close(&'a str),
    Text(&'a str),
}

fn walk<'a>(
    text: &'a str,
    kind: Kind,
    mut see: impl FnMut(Event<'a>) -> Result<(), String>,
) -> Result<(), String> {
    let mut rest = text.strip_prefix("<!DOCTYPE html>\n").unwrap_or(text);
    loop {
        let Some(at) = rest.find('<') else {
            return see(Event::Text(rest));
        };
        see(Event::Text(&rest[..at]))?;
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('/') {
            let end = after.find('>').ok_or("a closing tag has no end")?;
            see(Event::Close(&after[..end]))?;
            rest = &after[end + 1..];
            continue;
        }
        let (mut tag, after) = tag(rest)?;
        let void = kind == Kind::Html && ["meta", "input", "br"].contains(&tag.name);
        tag.closed |= void;
        let raw = ["script", "style"].contains(&tag.name);
        let name = tag.name;
        see(Event::Open(tag))?;
        rest = after;
        if raw {
            let end = rest.find(&format!("</{name}>")).ok_or("raw text has no end")?;
            rest = &rest[end..];
        }
    }
}

fn tag(text: &str) -> Result<(Tag<'_>, &str), String> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).ok_or("a tag has no end")?;
    let (name, mut rest) = text.split_at(end);
    if name.is_empty() {
        return Err(format!("a bare `<` before `{}`", &text.chars().take(20).collect::<String>()));
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(' ');
        if let Some(after) = rest.strip_prefix("/>") {
            return Ok((Tag { name, attributes, closed: true }, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((Tag { name, attributes, closed: false }, after));
        }
        let end = rest.find(['=', ' ', '>']).ok_or("an attribute has no end")?;
        let key = &rest[..end];
        if key.is_empty() || !key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-:".contains(&b)) {
            return Err(format!("`{key}` is no attribute of `{name}`"));
        }
        match rest[end..].strip_prefix("=\"") {
            Some(after) => {
                let close = after.find('"').ok_or("a value has no end")?;
                attributes.push((key, &after[..close]));
                rest = &after[close + 1..];
            }
            None => {
                attributes.push((key, ""));
                rest = &rest[end..];
            }
        }
    }
}

/// Text without markup characters, forbidden characters or unknown entities.
fn plain(text: &str) -> Result<(), String> {
    if let Some(bad) = text.chars().find(|c| {
        matches!(c, '<' | '>') || (c.is_control() && *c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}')
    }) {
        return Err(format!("{bad:?} in text"));
    }
    for part in text.split('&').skip(1) {
        let entity = part.split_once(';').map_or("", |(entity, _)| entity);
        if !["amp", "lt", "gt", "quot", "#39", "#10"].contains(&entity) {
            return Err(format!("`&{}` is no entity", part.chars().take(12).collect::<String>()));
        }
    }
    Ok(())
}

/// The colors of each theme, in the order they are written.
pub(crate) fn colors(page: &str) -> Vec<BTreeMap<String, [f64; 3]>> {
    let mut themes = Vec::new();
    for block in page.split("color-scheme:").skip(1) {
        let block = block.split('}').next().unwrap();
        let mut theme = BTreeMap::new();
        for part in block.split(';') {
            if let Some((name, value)) = part.strip_prefix("--").and_then(|part| part.split_once(":#")) {
                let channel =
                    |at: usize| f64::from(u8::from_str_radix(&value[at..at + 2], 16).unwrap()) / 255.0;
                theme.insert(name.to_owned(), [channel(0), channel(2), channel(4)]);
            }
        }
        if !theme.is_empty() {
            themes.push(theme);
        }
    }
    themes
}

/// Contrast of two colors by WCAG 2.2, 1 to 21.
pub(crate) fn contrast(one: &[f64; 3], other: &[f64; 3]) -> f64 {
    let luminance = |color: &[f64; 3]| {
        let linear =
            color.map(|c| if c <= 0.040_45 { c / 12.92 } else { power(((c + 0.055) / 1.055).sqrt().sqrt()) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// x^9.6 of a fourth root: the standard's exponent 2.4, by Newton's method for the fifth root of x^48.
fn power(x: f64) -> f64 {
    let wanted = x.powi(48);
    let mut root = 1.0_f64;
    for _ in 0..200 {
        root -= (root.powi(5) - wanted) / (5.0 * root.powi(4));
    }
    root
}
