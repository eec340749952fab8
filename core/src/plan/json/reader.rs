//! The reader of documents: from JSON text to types, with the way to whatever is wrong.
//!
//! It is the only reader that the types of this crate are compiled for inside it: with `serde_json`'s for the texts and
//! another for the places of faults the module for browsers was a sixth larger. It says nothing of texts that are not
//! JSON but that they are not: the words for that, and trees of values, are `serde_json`'s, and the tests hold both
//! readers against each other.

use std::borrow::Cow;

use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};

use super::place::{Fault, Step, What};

/// Lists and objects within each other, as many as `serde_json` reads.
const MOST_DEPTH: u8 = 127;

/// Reads a document, or says what is wrong and how many bytes were read until then.
pub(super) fn read_text<T: DeserializeOwned>(text: &str) -> Result<T, (Fault, usize)> {
    let mut reader = Reader { text, at: 0, depth: MOST_DEPTH };
    let read = T::deserialize(&mut reader).and_then(|value| {
        reader.skip_space();
        if reader.at == text.len() { Ok(value) } else { Err(no_json()) }
    });
    read.map_err(|fault| (fault, reader.at))
}

/// The text is not JSON; what is wrong with it `serde_json` says.
#[cold]
fn no_json() -> Fault {
    Fault::new(What::Other("the text is not JSON".to_owned()))
}

struct Reader<'de> {
    text: &'de str,
    /// Bytes read.
    at: usize,
    /// Levels that are left.
    depth: u8,
}

/// A number as narrow as it is written.
enum Number {
    Whole(u64),
    Negative(i64),
    Real(f64),
}

impl<'de> Reader<'de> {
    /// The next byte that is no space; it stays to be read.
    #[inline]
    fn peek(&mut self) -> Result<u8, Fault> {
        self.skip_space();
        self.text.as_bytes().get(self.at).copied().ok_or_else(no_json)
    }

    #[inline]
    fn skip_space(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        if !self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            return Err(no_json());
        }
        self.at += word.len();
        Ok(())
    }

    /// A text in quotes, the first of which comes next.
    #[inline]
    fn string(&mut self) -> Result<Cow<'de, str>, Fault> {
        let bytes = self.text.as_bytes();
        let first = self.at + 1;
        let mut end = first;
        let mut plain = true;
        loop {
            match bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    plain = false;
                    end += 2;
                }
                Some(0..=0x1f) | None => return Err(no_json()),
                Some(_) => end += 1,
            }
        }
        let quoted = self.text.get(self.at..=end).ok_or_else(no_json)?;
        self.at = end + 1;
        if plain {
            return Ok(Cow::Borrowed(&quoted[1..quoted.len() - 1]));
        }
        serde_json::from_str(quoted).map(Cow::Owned).map_err(|_| no_json())
    }

    fn number(&mut self) -> Result<Number, Fault> {
        let bytes = self.text.as_bytes();
        let first = self.at;
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let negative = bytes.get(first) == Some(&b'-');
        let whole = first + usize::from(negative);
        let mut end = digits(whole);
        // At least one digit, and none after a leading zero.
        if end == whole || (bytes[whole] == b'0' && end > whole + 1) {
            return Err(no_json());
        }
        let mut real = false;
        if bytes.get(end) == Some(&b'.') {
            real = true;
            let fraction = end + 1;
            end = digits(fraction);
            if end == fraction {
                return Err(no_json());
            }
        }
        if let Some(b'e' | b'E') = bytes.get(end) {
            real = true;
            let sign = end + 1;
            let power = sign + usize::from(matches!(bytes.get(sign), Some(b'+' | b'-')));
            end = digits(power);
            if end == power {
                return Err(no_json());
            }
        }
        let text = &self.text[first..end];
        self.at = end;
        let exact = match (real, negative) {
            (true, _) => None,
            (false, false) => text.parse().ok().map(Number::Whole),
            // Minus zero is no whole number.
            (false, true) => text.parse().ok().filter(|number| *number != 0).map(Number::Negative),
        };
        match exact {
            Some(number) => Ok(number),
            None => match text.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Number::Real(number)),
                _ => Err(no_json()),
            },
        }
    }

    /// Goes into a list or an object, past its first sign.
    fn enter(&mut self) -> Result<(), Fault> {
        self.depth = self.depth.checked_sub(1).ok_or_else(no_json)?;
        self.at += 1;
        Ok(())
    }

    /// Whether another entry comes, the first or not; past the sign that ends the list or object if none does.
    #[inline]
    fn has_next(&mut self, first: &mut bool, end: u8) -> Result<bool, Fault> {
        let next = self.peek()?;
        if next == end {
            self.at += 1;
            self.depth += 1;
            return Ok(false);
        }
        if !std::mem::take(first) {
            if next != b',' {
                return Err(no_json());
            }
            self.at += 1;
            if self.peek()? == end {
                return Err(no_json());
            }
        }
        Ok(true)
    }

    /// What comes next, for words about it.
    fn found(&mut self, message: &dyn de::Expected) -> Fault {
        let fault = |found: de::Unexpected<'_>| de::Error::invalid_type(found, message);
        match self.peek() {
            Ok(b'n') => fault(de::Unexpected::Unit),
            Ok(b't') => fault(de::Unexpected::Bool(true)),
            Ok(b'f') => fault(de::Unexpected::Bool(false)),
            Ok(b'[') => fault(de::Unexpected::Seq),
            Ok(b'{') => fault(de::Unexpected::Map),
            Ok(b'-' | b'0'..=b'9') => match self.number() {
                Ok(Number::Whole(number)) => fault(de::Unexpected::Float(number as f64)),
                Ok(Number::Negative(number)) => fault(de::Unexpected::Float(number as f64)),
                Ok(Number::Real(number)) => fault(de::Unexpected::Float(number)),
                Err(fault) => fault,
            },
            _ => no_json(),
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.peek()? {
            b'"' => match self.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            b'-' | b'0'..=b'9' => match self.number()? {
                Number::Whole(number) => visitor.visit_u64(number),
                Number::Negative(number) => visitor.visit_i64(number),
                Number::Real(number) => visitor.visit_f64(number),
            },
            b'{' => {
                self.enter()?;
                let mut fields = Fields { reader: self, first: true, open: true, name: Cow::Borrowed("") };
                let value = visitor.visit_map(&mut fields)?;
                fields.close()?;
                Ok(value)
            }
            b'[' => {
                self.enter()?;
                let mut items = Items { reader: self, next: 0, first: true, open: true };
                let value = visitor.visit_seq(&mut items)?;
                items.close()?;
                Ok(value)
            }
            b't' => {
                self.word("true")?;
                visitor.visit_bool(true)
            }
            b'f' => {
                self.word("false")?;
                visitor.visit_bool(false)
            }
            b'n' => {
                self.word("null")?;
                visitor.visit_unit()
            }
            _ => Err(no_json()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.peek()? == b'n' {
            self.word("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.peek()? {
            b'"' => {
                let word = self.string()?;
                let word: de::value::StrDeserializer<'_, Fault> = word.as_ref().into_deserializer();
                word.deserialize_enum(name, words, visitor)
            }
            b'{' => {
                self.enter()?;
                let mut fields = Fields { reader: self, first: true, open: true, name: Cow::Borrowed("") };
                let value = visitor.visit_enum(de::value::MapAccessDeserializer::new(&mut fields))?;
                fields.close()?;
                Ok(value)
            }
            _ => Err(self.found(&"a word")),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// The entries of a list.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    next: usize,
    first: bool,
    open: bool,
}

impl Items<'_, '_> {
    /// The list has to end where nothing more is read of it.
    fn close(self) -> Result<(), Fault> {
        let Self { reader, next, mut first, open } = self;
        if open && reader.has_next(&mut first, b']')? {
            return Err(de::Error::invalid_length(next + 1, &"fewer entries"));
        }
        Ok(())
    }
}

impl<'de> de::SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        if !self.open || !self.reader.has_next(&mut self.first, b']')? {
            self.open = false;
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(&mut *self.reader).map(Some).map_err(|fault| fault.within(Step::Item(self.next - 1)))
    }
}

/// The fields of an object.
struct Fields<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
    open: bool,
    name: Cow<'de, str>,
}

impl Fields<'_, '_> {
    /// The object has to end where nothing more is read of it.
    fn close(self) -> Result<(), Fault> {
        let Self { reader, mut first, open, .. } = self;
        if open && reader.has_next(&mut first, b'}')? {
            return Err(de::Error::custom("an object with more fields than belong here"));
        }
        Ok(())
    }
}

impl<'de> de::MapAccess<'de> for &mut Fields<'_, 'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        if !self.open || !self.reader.has_next(&mut self.first, b'}')? {
            self.open = false;
            return Ok(None);
        }
        if self.reader.peek()? != b'"' {
            return Err(no_json());
        }
        self.name = self.reader.string()?;
        match &self.name {
            Cow::Borrowed(name) => {
                let name: de::value::BorrowedStrDeserializer<'de, Fault> =
                    de::value::BorrowedStrDeserializer::new(name);
                seed.deserialize(name).map(Some)
            }
            Cow::Owned(name) => {
                let name: de::value::StrDeserializer<'_, Fault> = name.as_str().into_deserializer();
                seed.deserialize(name).map(Some)
            }
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        if self.reader.peek()? != b':' {
            return Err(no_json());
        }
        self.reader.at += 1;
        seed.deserialize(&mut *self.reader).map_err(|fault| fault.within(Step::Field(self.name.to_string())))
    }
}

#[cfg(test)]
mod tests;
