//! Python values as JSON text: dicts and lists, dates, numbers of NumPy and of `decimal`, and reports of ours.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDelta, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple,
};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// Deepest nesting of a value; what is deeper most likely contains itself.
const MAX_DEPTH: usize = 120;

/// The JSON text of a Python value.
///
/// Dates become `2026-10-06`, date-times `2026-10-06T17:00:00` (with their offset if they have one); numbers that
/// JSON does not know (`nan`, `inf`) become texts, which the core refuses with their place.
pub(crate) fn text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    serde_json::to_string(&Json { value, depth: 0 }).map_err(|fault| {
        let message = fault.to_string();
        if message.contains("deeply") {
            PyValueError::new_err(message)
        } else {
            PyTypeError::new_err(message)
        }
    })
}

/// The options given as keyword arguments, as JSON text; those that are `None` are absent, and `from_` is `from`.
pub(crate) fn options(options: Option<&Bound<'_, PyDict>>) -> PyResult<Option<String>> {
    let Some(options) = options else { return Ok(None) };
    let given = PyDict::new(options.py());
    for (name, value) in options.iter().filter(|(_, value)| !value.is_none()) {
        let name: String = name.extract()?;
        given.set_item(name.strip_suffix('_').unwrap_or(&name), value)?;
    }
    if given.is_empty() { Ok(None) } else { text(given.as_any()).map(Some) }
}

/// A Python value on its way to JSON.
struct Json<'a, 'py> {
    value: &'a Bound<'py, PyAny>,
    depth: usize,
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        if value.is_none() {
            serializer.serialize_unit()
        } else if let Ok(text) = value.cast::<PyString>() {
            serializer.serialize_str(text.to_str().map_err(S::Error::custom)?)
        } else if let Ok(flag) = value.cast::<PyBool>() {
            serializer.serialize_bool(flag.is_true())
        } else if let Ok(number) = value.cast::<PyInt>() {
            integer(number, serializer)
        } else if let Ok(number) = value.cast::<PyFloat>() {
            float(number.value(), serializer)
        } else if let Ok(map) = value.cast::<PyDict>() {
            self.map(map.iter(), map.len(), serializer)
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
    fn inner<'b, 'py>(&self, value: &'b Bound<'py, PyAny>) -> Result<Json<'b, 'py>, &'static str> {
        if self.depth == MAX_DEPTH {
            return Err("the value is nested too deeply; does it contain itself?");
        }
        Ok(Json { value, depth: self.depth + 1 })
    }

    fn list<'py, S: Serializer>(
        &self,
        items: impl ExactSizeIterator<Item = Bound<'py, PyAny>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(items.len()))?;
        for item in items {
            list.serialize_element(&self.inner(&item).map_err(S::Error::custom)?)?;
        }
        list.end()
    }

    fn map<'py, S: Serializer>(
        &self,
        entries: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>,
        count: usize,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(count))?;
        for (key, value) in entries {
            let Ok(key) = key.cast::<PyString>() else {
                return Err(S::Error::custom(format!("the key {key:?} of an object is not a text")));
            };
            let key = key.to_str().map_err(S::Error::custom)?;
            map.serialize_entry(key, &self.inner(&value).map_err(S::Error::custom)?)?;
        }
        map.end()
    }

    /// Dates, enumerations, numbers of other libraries, mappings, reports.
    fn other<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        if let Ok(at) = value.cast::<PyDateTime>() {
            serializer.serialize_str(&date_time(at).map_err(S::Error::custom)?)
        } else if value.is_instance_of::<PyDate>() {
            serializer.serialize_str(&call(value, "isoformat").map_err(S::Error::custom)?)
        } else if value.is_instance_of::<PyDelta>() {
            Err(S::Error::custom(
                "a timedelta says not whether it is working or elapsed time: write `3d` for three working days, \
                 `3ed` for three elapsed ones",
            ))
        } else if let Ok(map) = value.cast::<PyMapping>() {
            let items = map.items().map_err(S::Error::custom)?;
            let entries = items.iter().filter_map(|pair| pair.extract().ok());
            self.map(entries, items.len(), serializer)
        } else {
            self.foreign(serializer)
        }
    }

    /// What another library made: numbers and arrays of NumPy, a report of ours, an enumeration, a decimal number.
    fn foreign<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        for (attribute, is_method) in [("tolist", true), ("to_dict", true), ("value", false)] {
            let Ok(found) = value.getattr(attribute) else { continue };
            let found = if is_method { found.call0() } else { Ok(found) };
            let found = found.map_err(S::Error::custom)?;
            return self.inner(&found).map_err(S::Error::custom)?.serialize(serializer);
        }
        if let Ok(number) = value.extract::<f64>() {
            return float(number, serializer);
        }
        let kind = value.get_type().name().map(|name| name.to_string()).unwrap_or_default();
        Err(S::Error::custom(format!("a value of type `{kind}` cannot be part of a document: {value:?}")))
    }
}

fn integer<S: Serializer>(number: &Bound<'_, PyInt>, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = number.extract::<i64>() {
        serializer.serialize_i64(number)
    } else if let Ok(number) = number.extract::<u64>() {
        serializer.serialize_u64(number)
    } else {
        serializer.serialize_str(&number.to_string())
    }
}

fn float<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.is_finite() {
        serializer.serialize_f64(number)
    } else {
        serializer.serialize_str(&number.to_string())
    }
}

/// A date-time to the second, or with the fraction that the core will refuse.
fn date_time(at: &Bound<'_, PyDateTime>) -> PyResult<String> {
    call(at, "isoformat")
}

fn call(value: &Bound<'_, PyAny>, method: &str) -> PyResult<String> {
    value.call_method0(method)?.extract()
}
