//! Content lines: folding, escaping, properties with parameters, components within components.

use std::borrow::Cow;

use super::limits::{MAX_ICAL_BYTES, MAX_ICAL_DEPTH};
use crate::plan::validate::Faults;
use crate::{Issue, Severity};

/// Longest line in octets before it is folded.
const FOLD: usize = 75;

/// A property of a component.
#[derive(Debug, Clone)]
pub(super) struct Property {
    /// Line of the text it begins on.
    pub(super) line: usize,
    /// Name in capitals.
    pub(super) name: String,
    /// Parameters, their names in capitals.
    params: Vec<(String, String)>,
    /// Value as it is written.
    pub(super) value: String,
}

impl Property {
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn place(&self) -> String {
        format!("line {}/{}", self.line, self.name.chars().take(40).collect::<String>())
    }

    /// The value as a text, escapes undone.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }
}

/// A text from the value of a property.
pub(super) fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}

/// A component: `VEVENT` and its like.
#[derive(Debug, Clone, Default)]
pub(super) struct Component {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) properties: Vec<Property>,
    pub(super) parts: Vec<Component>,
}

impl Component {
    pub(super) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.property(name).map(|property| property.value.as_str())
    }
}

/// The calendars of a text.
///
/// # Errors
/// What keeps the text from being read at all. Lines of which nothing can be made are noted.
pub(super) fn parse(text: &str, faults: &mut Faults) -> Result<Vec<Component>, Issue> {
    if text.len() > MAX_ICAL_BYTES {
        let message = format!("{} bytes are more than the {MAX_ICAL_BYTES} that are accepted", text.len());
        return Err(Issue::error("too-large", "file", message).with_help("split the file"));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut found, mut stack): (Vec<Component>, Vec<Component>) = (Vec::new(), Vec::new());
    let fault = |line: usize, message: String| Issue::error("invalid-ical", format!("line {line}"), message);
    let mut last = 0;
    for (line, content) in unfolded(text) {
        last = line;
        if content.trim().is_empty() {
            continue;
        }
        let Some(property) = property(line, &content) else {
            if found.is_empty() && stack.is_empty() {
                return Err(no_calendar(&content));
            }
            let shown: String = content.chars().take(40).collect();
            let message = format!("`{shown}` is no property with a name and a value");
            faults.warning("invalid-line", format!("line {line}"), message, "the line is left out");
            continue;
        };
        match property.name.as_str() {
            "BEGIN" => {
                let name = property.value.trim().to_ascii_uppercase();
                if stack.is_empty() && name != "VCALENDAR" {
                    return Err(no_calendar(&content));
                }
                if stack.len() >= MAX_ICAL_DEPTH {
                    let message = format!("components are nested deeper than {MAX_ICAL_DEPTH}");
                    return Err(fault(line, message));
                }
                stack.push(Component { line, name, ..Component::default() });
            }
            "END" => {
                let name = property.value.trim();
                match stack.pop() {
                    Some(ended) if ended.name.eq_ignore_ascii_case(name) => match stack.last_mut() {
                        Some(outer) => outer.parts.push(ended),
                        None => found.push(ended),
                    },
                    Some(other) => {
                        let shown: String = name.chars().take(40).collect();
                        let message = format!(
                            "`END:{shown}` stands where `{}` of line {} should end",
                            other.name, other.line
                        );
                        return Err(fault(line, message));
                    }
                    None => return Err(fault(line, "a component ends that has not begun".into())),
                }
            }
            _ => match stack.last_mut() {
                Some(component) => component.properties.push(property),
                None => return Err(no_calendar(&content)),
            },
        }
    }
    match (stack.pop(), found.is_empty()) {
        (Some(open), _) => {
            let name: String = open.name.chars().take(40).collect();
            Err(fault(last, format!("the text ends inside `{name}`, which begins on line {}", open.line)))
        }
        (None, true) => Err(no_calendar("")),
        (None, false) => Ok(found),
    }
}

fn no_calendar(content: &str) -> Issue {
    let shown: String =
        if content.is_empty() { "nothing".into() } else { content.chars().take(40).collect() };
    let message = format!("the text holds `{shown}` where `BEGIN:VCALENDAR` should stand");
    let mut issue = Issue::error("not-ical", "file", message);
    issue.severity = Severity::Error;
    issue.with_help("give the text of an iCalendar file (`.ics`)")
}

/// The lines with those that go on put together, each with its number.
pub(super) fn unfolded(text: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let mut lines =
        (1..).zip(text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))).peekable();
    std::iter::from_fn(move || {
        let (number, first) = lines.next()?;
        let mut whole = Cow::Borrowed(first);
        while let Some((_, next)) = lines.next_if(|(_, next)| next.starts_with([' ', '\t'])) {
            whole.to_mut().push_str(&next[1..]);
        }
        Some((number, whole))
    })
}

/// `NAME;PARAM=value:value`; none if it is not.
fn property(line: usize, content: &str) -> Option<Property> {
    let end = content.find([';', ':'])?;
    let name = content[..end].trim().to_ascii_uppercase();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let mut rest = &content[end..];
    let mut params = Vec::new();
    while let Some(param) = rest.strip_prefix(';') {
        let equals = param.find('=')?;
        let known = param[..equals].trim().to_ascii_uppercase();
        rest = &param[equals + 1..];
        let mut value = String::new();
        // Values in quotes may hold what else ends them.
        loop {
            if let Some(quoted) = rest.strip_prefix('"') {
                let close = quoted.find('"')?;
                value.push_str(&quoted[..close]);
                rest = &quoted[close + 1..];
            } else {
                let stop = rest.find([';', ':', '"'])?;
                value.push_str(&rest[..stop]);
                rest = &rest[stop..];
            }
            if rest.starts_with([';', ':']) {
                break;
            }
            if rest.is_empty() {
                return None;
            }
        }
        params.push((known, value));
    }
    let value = rest.strip_prefix(':')?.to_owned();
    Some(Property { line, name, params, value })
}

/// A text as the value of a property.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    escaped.push_str("\\n");
                }
            }
            '\n' => escaped.push_str("\\n"),
            // Other control characters have no place in a content line.
            c if c.is_control() && c != '\t' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A value of a parameter in quotes.
pub(super) fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c == '"' || c.is_control() { '\'' } else { c }).collect();
    if plain.contains([';', ':', ',']) { format!("\"{plain}\"") } else { plain }
}

/// Adds a line, folded between characters at 75 octets, with its CRLF.
pub(super) fn fold(into: &mut String, line: &str) {
    let mut rest = line;
    let mut room = FOLD;
    while rest.len() > room {
        let mut cut = room;
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        into.push_str(&rest[..cut]);
        into.push_str("\r\n ");
        rest = &rest[cut..];
        room = FOLD - 1;
    }
    into.push_str(rest);
    into.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters_and_come_back() {
        let line = format!("SUMMARY:{}", "ä€😀x".repeat(60));
        let mut text = String::new();
        fold(&mut text, &line);
        assert!(text.split("\r\n").all(|part| part.len() <= FOLD), "{text}");
        let back: Vec<String> = unfolded(&text).map(|(_, line)| line.into_owned()).collect();
        assert_eq!(back, [line, String::new()]);
    }

    #[test]
    fn texts_come_back_from_their_escapes() {
        for text in ["a;b,c\\d\ne", "\\n", "tab\tstays", ""] {
            let property = property(1, &format!("X:{}", escape(text))).unwrap();
            assert_eq!(property.text(), text);
        }
        assert_eq!(escape("a\r\nb\rc\u{7}"), "a\\nb\\nc ");
    }

    #[test]
    fn parameters_may_be_in_quotes() {
        let one = property(3, r#"DTSTART;tzid="a:b;c";VALUE=DATE-TIME:20260302T090000"#).unwrap();
        assert_eq!((one.param("TZID"), one.param("VALUE")), (Some("a:b;c"), Some("DATE-TIME")));
        assert_eq!(one.value, "20260302T090000");
        for bad in ["no colon", ";a=b:c", "A;B:C", "A;B=\"open:c", "Ä:b"] {
            assert!(property(1, bad).is_none(), "{bad}");
        }
    }
}
