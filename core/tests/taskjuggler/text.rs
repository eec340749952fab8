//! From the text of a file to its words: comments are dropped, macros and included files are put in.

use std::collections::BTreeMap;
use std::path::Path;

/// Variables of the environment that TaskJuggler's own run of these files sets.
const ENVIRONMENT: [(&str, &str); 3] =
    [("TEST1", "t_e_s_t_1"), ("TEST2", "\"A test String\""), ("TEST3", "3")];

/// Macros and files inside one another.
const MAX_DEPTH: usize = 32;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, number, date or time of day.
    Word,
    /// A text between quotes, without them.
    Text,
    /// A sign.
    Sign,
}

/// A word of the file.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    /// Whether it is the first of its line.
    pub(crate) first: bool,
}

/// The words of a file.
///
/// # Errors
/// What cannot be read, in words.
pub(crate) fn tokens(path: &Path) -> Result<Vec<Token>, String> {
    let mut expander = Expander { macros: BTreeMap::new(), out: String::new() };
    expander.file(path, 0)?;
    split(&expander.out)
}

struct Expander {
    macros: BTreeMap<String, String>,
    out: String,
}

impl Expander {
    fn file(&mut self, path: &Path, depth: usize) -> Result<(), String> {
        let text = std::fs::read_to_string(path)
            .map_err(|_| format!("the file {:?} is not there", path.file_name().unwrap_or_default()))?;
        self.expand(&text, path, depth)
    }

    fn expand(&mut self, text: &str, path: &Path, depth: usize) -> Result<(), String> {
        if depth > MAX_DEPTH {
            return Err("macros that call themselves".into());
        }
        let mut rest = text;
        let mut inside = false;
        while let Some(next) = rest.chars().next() {
            let word = !inside && rest.starts_with(|c: char| c.is_ascii_alphabetic());
            inside = next.is_ascii_alphanumeric() || matches!(next, '_' | '.' | ':');
            if next == '#' || rest.starts_with("//") {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
            } else if rest.starts_with("/*") {
                rest = &rest[rest.find("*/").map_or(rest.len(), |end| end + 2)..];
            } else if rest.starts_with("-8<-") {
                self.out.push_str("\"\"");
                rest = &rest[rest.find("->8-").map_or(rest.len(), |end| end + 4)..];
            } else if next == '"' || next == '\'' {
                let end = closing_quote(rest, next);
                self.out.push_str(&rest[..end]);
                rest = &rest[end..];
            } else if rest.starts_with("${") {
                let end = closing(&rest[1..], '{', '}').ok_or("a macro call without an end")? + 1;
                self.call(&rest[2..end - 1], path, depth)?;
                rest = &rest[end..];
            } else if rest.starts_with("$(") {
                let end = rest.find(')').ok_or("a variable without an end")?;
                let known = ENVIRONMENT.iter().find(|(name, _)| *name == &rest[2..end]);
                self.out.push_str(known.ok_or("a variable of the environment")?.1);
                rest = &rest[end + 1..];
                inside = true;
            } else if word && let Some(behind) = keyword(rest, "macro") {
                let open = behind.find('[').ok_or("a macro without a body")?;
                let end = open + closing(&behind[open..], '[', ']').ok_or("a macro without an end")?;
                let body = behind[open + 1..end - 1].to_owned();
                self.macros.insert(behind[..open].trim().to_owned(), body);
                rest = &behind[end..];
            } else if word && let Some(behind) = keyword(rest, "include") {
                rest = self.include(behind.trim_start(), path, depth)?;
            } else {
                self.out.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        Ok(())
    }

    /// Puts a file in, below a task if it says so; answers what follows.
    fn include<'t>(&mut self, text: &'t str, path: &Path, depth: usize) -> Result<&'t str, String> {
        let quote = text.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or("a file without a name")?;
        let end = closing_quote(text, quote);
        let file = path.with_file_name(text[1..end].trim_end_matches(quote));
        let mut rest = &text[end..];
        let mut prefix = None;
        if rest.trim_start().starts_with('{') {
            let block = rest.trim_start();
            let end = closing(block, '{', '}').ok_or("a block without an end")?;
            prefix = block[1..end - 1].trim().strip_prefix("taskprefix").map(str::trim);
            rest = &block[end..];
        }
        if let Some(task) = prefix {
            self.out.push_str(&format!("\nsupplement task {task} {{\n"));
        }
        self.file(&file, depth + 1)?;
        if prefix.is_some() {
            self.out.push_str("\n}");
        }
        self.out.push('\n');
        Ok(rest)
    }

    fn call(&mut self, call: &str, path: &Path, depth: usize) -> Result<(), String> {
        let name = call.split_whitespace().next().unwrap_or_default();
        if ["projectstart", "projectend", "now"].contains(&name) {
            self.out.push_str(&format!(" @{name} "));
            return Ok(());
        }
        let body = self.macros.get(name).ok_or_else(|| format!("the macro {name:?} is not known"))?;
        let mut body = body.clone();
        for (index, argument) in call[name.len()..].split('"').skip(1).step_by(2).enumerate() {
            body = body.replace(&format!("${{{}}}", index + 1), argument);
        }
        self.expand(&body, path, depth + 1)
    }
}

/// What follows a keyword, if the text begins with it.
fn keyword<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace))
}

/// The end of a text between quotes, behind the closing one.
fn closing_quote(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if next == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The place behind the bracket that closes the first.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, next) in text.char_indices() {
        if next == open {
            depth += 1;
        } else if next == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + 1);
            }
        }
    }
    None
}

fn split(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut first = true;
    while let Some(next) = rest.chars().next() {
        if next.is_whitespace() {
            first |= next == '\n';
            rest = &rest[next.len_utf8()..];
            continue;
        }
        let (kind, length) = match next {
            '"' | '\'' => (Kind::Text, closing_quote(rest, next)),
            '!' if rest.starts_with("!=") => (Kind::Sign, 2),
            _ if in_word(next) => (Kind::Word, word_length(rest)),
            _ => (Kind::Sign, next.len_utf8()),
        };
        let whole = &rest[..length];
        let text = if kind == Kind::Text { whole.trim_matches(next) } else { whole };
        found.push(Token { kind, text: text.to_owned(), first });
        first = false;
        rest = &rest[length..];
    }
    if found.is_empty() { Err("the file is empty".into()) } else { Ok(found) }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '!' | ':' | '@')
}

/// How long the word is with which a text begins; a date has hyphens in it.
fn word_length(text: &str) -> usize {
    let plain = text.find(|c| !in_word(c)).unwrap_or(text.len());
    let is_year = plain == 4 && text[..plain].bytes().all(|byte| byte.is_ascii_digit());
    let follows = |at: usize| text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
    if !is_year || !text[plain..].starts_with('-') || !follows(plain) {
        return plain;
    }
    let mut at = plain;
    // Year, month, day, time of day, offset.
    while text[at..].starts_with('-') {
        let signed = text[at..].starts_with("-+") || text[at..].starts_with("--");
        if !signed && !follows(at) {
            break;
        }
        let from = at + 1 + usize::from(signed);
        at =
            text[from..].find(|c: char| !c.is_ascii_digit() && c != ':').map_or(text.len(), |end| from + end);
    }
    at
}
