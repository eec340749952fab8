//! Python values as JSON text: dicts and lists, dates, numbers of NumPy and of `decimal`, and reports of ours.

use std::cell::RefCell;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDelta, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple,
};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::number;

/// Deepest nesting of a value; what is deeper most likely contains itself.
const MAX_DEPTH: usize = 120;

/// The JSON text of a Python value.
///
/// Dates become `2026-10-06`, date-times `2026-10-06T17:00:00` (with their offset if they have one); numbers that
/// JSON does not know (`nan`, `inf`) become what no field takes, so that the core refuses them with their place.
pub(crate) fn text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let raised = RefCell::new(None);
    serde_json::to_string(&Json { value, depth: 0, raised: &raised })
        .map_err(|fault| raised.take().unwrap_or_else(|| PyTypeError::new_err(fault.to_string())))
}

/// The options given as keyword arguments, as JSON text; those that are `None` are absent, and `from_` is `from`.
pub(crate) fn options(options: Option<&Bound<'_, PyDict>>) -> PyResult<Option<String>> {
    let Some(options) = options else { return Ok(None) };
    if options.contains("from_")? && options.contains("from")? {
        return Err(PyTypeError::new_err("`from` is given twice: as `from` and as `from_`"));
    }
    let given = PyDict::new(options.py());
    for (name, value) in options.iter().filter(|(_, value)| !value.is_none()) {
        let name: String = name.extract()?;
        given.set_item(if name == "from_" { "from" } else { &name }, value)?;
    }
    if given.is_empty() { Ok(None) } else { text(given.as_any()).map(Some) }
}

/// A Python value on its way to JSON.
struct Json<'a, 'py> {
    value: &'a Bound<'py, PyAny>,
    depth: usize,
    /// What stopped it: an error of Python's or one for Python.
    raised: &'a RefCell<Option<PyErr>>,
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        if value.is_none() {
            serializer.serialize_unit()
        } else if let Ok(text) = value.cast::<PyString>() {
            serializer.serialize_str(text.to_str().map_err(|fault| self.stop(fault))?)
        } else if let Ok(flag) = value.cast::<PyBool>() {
            serializer.serialize_bool(flag.is_true())
        } else if let Ok(number) = value.cast::<PyInt>() {
            integer(number, serializer)
        } else if let Ok(number) = value.cast::<PyFloat>() {
            float(number.value(), serializer)
        } else if let Ok(map) = value.cast::<PyDict>() {
            // What a value does while it is read must not disturb the reading.
            self.map(map.iter().collect(), serializer)
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter(), serializer)
        } else if let Ok(list) = value.cast::<PyTuple>() {
            self.list(list.iter(), serializer)
        } else {
            self.other(serializer)
        }
    }
}

impl Json<'_, '_> {
    /// Ends the writing; the exception comes out of [`text`] as it is.
    fn stop<E: serde::ser::Error>(&self, fault: PyErr) -> E {
        self.raised.replace(Some(fault));
        E::custom("raised")
    }

    fn refuse<E: serde::ser::Error>(&self, message: impl Into<String>) -> E {
        self.stop(PyTypeError::new_err(message.into()))
    }

    fn inner<'b, 'py, E: serde::ser::Error>(
        &'b self,
        value: &'b Bound<'py, PyAny>,
    ) -> Result<Json<'b, 'py>, E> {
        if self.depth == MAX_DEPTH {
            let message = "the value is nested too deeply; does it contain itself?";
            return Err(self.stop(PyValueError::new_err(message)));
        }
        Ok(Json { value, depth: self.depth + 1, raised: self.raised })
    }

    fn list<'py, S: Serializer>(
        &self,
        items: impl ExactSizeIterator<Item = Bound<'py, PyAny>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(items.len()))?;
        for item in items {
            list.serialize_element(&self.inner(&item)?)?;
        }
        list.end()
    }

    fn map<S: Serializer>(
        &self,
        entries: Vec<(Bound<'_, PyAny>, Bound<'_, PyAny>)>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(entries.len()))?;
        for (key, value) in entries {
            let Ok(key) = key.cast::<PyString>() else {
                return Err(self.refuse(format!("the key {key:?} of an object is not a text")));
            };
            let key = key.to_str().map_err(|fault| self.stop::<S::Error>(fault))?;
            map.serialize_entry(key, &self.inner(&value)?)?;
        }
        map.end()
    }

    /// Dates, enumerations, numbers of other libraries, mappings, reports.
    fn other<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        if let Ok(at) = value.cast::<PyDateTime>() {
            serializer.serialize_str(&isoformat(at).map_err(|fault| self.stop::<S::Error>(fault))?)
        } else if value.is_instance_of::<PyDate>() {
            serializer.serialize_str(&isoformat(value).map_err(|fault| self.stop::<S::Error>(fault))?)
        } else if value.is_instance_of::<PyDelta>() {
            Err(self.refuse(
                "a timedelta says not whether it is working or elapsed time: write `3d` for three working days, \
                 `3ed` for three elapsed ones",
            ))
        } else if let Ok(map) = value.cast::<PyMapping>() {
            let entries = map.items().and_then(|items| items.iter().map(|pair| pair.extract()).collect());
            self.map(entries.map_err(|fault| self.stop::<S::Error>(fault))?, serializer)
        } else {
            self.foreign(serializer)
        }
    }

    /// What another library made: numbers and arrays of NumPy, a report of ours, an enumeration, a decimal number.
    fn foreign<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        for (attribute, is_method) in [("tolist", true), ("to_dict", true), ("value", false)] {
            let found = value.getattr_opt(attribute);
            let Some(found) = found.map_err(|fault| self.stop::<S::Error>(fault))? else { continue };
            let found = if is_method { found.call0() } else { Ok(found) };
            let found = found.map_err(|fault| self.stop::<S::Error>(fault))?;
            return self.inner(&found)?.serialize(serializer);
        }
        let has_float =
            value.getattr_opt("__float__").map_err(|fault| self.stop::<S::Error>(fault))?.is_some();
        if has_float {
            return float(value.extract().map_err(|fault| self.stop::<S::Error>(fault))?, serializer);
        }
        let kind = value.get_type().name().map(|name| name.to_string()).unwrap_or_default();
        Err(self.refuse(format!("a value of type `{kind}` cannot be part of a document: {value:?}")))
    }
}

fn integer<S: Serializer>(number: &Bound<'_, PyInt>, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = number.extract::<i64>() {
        serializer.serialize_i64(number)
    } else if let Ok(number) = number.extract::<u64>() {
        serializer.serialize_u64(number)
    } else {
        // Too large for any field of whole numbers: it stays a number, and the core says where.
        float(number.extract().unwrap_or(f64::INFINITY), serializer)
    }
}

fn float<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.is_finite() {
        return serializer.serialize_f64(value);
    }
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(number::KEY, &0)?;
    map.end()
}

/// A date, or a date-time to the second or with the fraction that the core will refuse.
fn isoformat(value: &Bound<'_, PyAny>) -> PyResult<String> {
    value.call_method0("isoformat")?.extract()
}
