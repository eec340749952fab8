//! What is wrong with a JSON text, and the way to it.

use serde::de;

/// A step into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Field(String),
    Item(usize),
}

/// What is wrong with a JSON value.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// The last step of the way is a field that nobody knows.
    UnknownField { known: &'static [&'static str] },
    /// The value lacks this field.
    MissingField(&'static str),
    /// The value is none of the words it may be.
    UnknownWord { word: String, known: &'static [&'static str] },
    /// The value is of another type, or not in range.
    Invalid { found: String, expected: String },
    /// Anything else, in words.
    Other(String),
}

/// A fault and the way to it. In a box: every part of a document is read to a result, and most of them are none.
#[derive(Debug, Clone)]
pub(super) struct Fault(Box<Found>);

/// A fault and the way to it, last step first.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) what: What,
    pub(super) steps: Vec<Step>,
}

impl Fault {
    #[cold]
    pub(super) fn new(what: What) -> Self {
        Self(Box::new(Found { what, steps: Vec::new() }))
    }

    #[cold]
    pub(super) fn within(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }
}

impl std::ops::Deref for Fault {
    type Target = Found;

    fn deref(&self) -> &Found {
        &self.0
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.what {
            What::Other(message) => f.write_str(message),
            what => write!(f, "{what:?}"),
        }
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::new(What::Other(message.to_string()))
    }

    fn invalid_type(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::new(What::Invalid { found: found.to_string(), expected: expected.to_string() })
    }

    fn invalid_value(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(What::UnknownWord { word: word.to_string(), known })
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Self::new(What::UnknownField { known }).within(Step::Field(field.to_string()))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(What::MissingField(field))
    }
}
