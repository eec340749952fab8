//! Tables: the long lists of reports, in columns of Arrow and as records.
//!
//! | file | holds |
//! |---|---|
//! | `rows` | which lists there are, what their columns are |
//! | `columns` | columns from values of the core |
//! | `values` | columns as Python lists |

mod columns;
mod rows;
mod values;

use std::sync::OnceLock;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use pyo3::exceptions::{PyIndexError, PyKeyError, PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyList, PySlice, PyString, PyTuple, PyType};

use crate::convert::decode;

pub(crate) use rows::Rows;

type Any<'py> = PyResult<Bound<'py, PyAny>>;

/// A list of records of a report, also as columns.
///
/// Data frames take it whole: `polars.DataFrame(table)`, `pandas.DataFrame.from_arrow(table)`, `pyarrow.table(table)`,
/// or by its name in a query of DuckDB, through the Arrow PyCapsule interface. `table["start"]` is the list of a
/// column's values, `table[0]` a record, and iterating gives the records, which are frozen records.
///
/// The columns are flat: what a record holds in a record of its own is several columns (`cause_kind`,
/// `cause_resource`). Dates with a time are `timestamp[us]`, in a zoned plan with the zone UTC; lengths are whole
/// seconds (`int64`), since working time does not add to dates; amounts of money and shares are `float64`.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> table = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
/// ...                       "tasks": [{"id": "brief", "duration": "1d"}]}).schedule().tasks
/// >>> len(table), table["finish"], table[0].critical
/// (1, [datetime.datetime(2026, 3, 2, 17, 0)], True)
#[pyclass(frozen, module = "paceline", mapping)]
pub(crate) struct Table {
    rows: Rows,
    /// The columns, made when they are first asked for.
    batch: OnceLock<RecordBatch>,
}

impl Table {
    pub(crate) fn new(rows: Rows) -> Self {
        Self { rows, batch: OnceLock::new() }
    }

    fn batch(&self) -> PyResult<&RecordBatch> {
        if self.batch.get().is_none() {
            let made = self.rows.columns().finish();
            // If another thread was faster, it has made the same.
            let _ = self.batch.set(made.map_err(|fault| PyRuntimeError::new_err(fault.to_string()))?);
        }
        self.batch.get().ok_or_else(|| PyRuntimeError::new_err("the columns could not be made"))
    }

    /// The records from one position to another.
    fn records<'py>(&self, py: Python<'py>, from: usize, to: usize) -> PyResult<Bound<'py, PyList>> {
        let text = self.rows.json(from, to)?;
        let kind = format!("{}[]", self.rows.record());
        PyList::new(py, decode(py, &kind, &text)?.try_iter()?.collect::<PyResult<Vec<_>>>()?)
    }

    fn at<'py>(&self, py: Python<'py>, position: isize) -> Any<'py> {
        let length = self.rows.len();
        let position = if position < 0 { position + length as isize } else { position };
        match usize::try_from(position) {
            Ok(position) if position < length => self.records(py, position, position + 1)?.get_item(0),
            _ => Err(PyIndexError::new_err("the table has no such row")),
        }
    }

    fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        let column =
            self.batch()?.column_by_name(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
        values::list(py, column)
    }

    fn sliced<'py>(&self, py: Python<'py>, slice: &Bound<'py, PySlice>) -> Any<'py> {
        let length = self.rows.len();
        let span = slice.indices(length as isize)?;
        if span.step == 1 {
            return Ok(self.records(py, span.start as usize, span.stop.max(span.start) as usize)?.into_any());
        }
        self.records(py, 0, length)?.into_any().get_item(slice)
    }
}

#[pymethods]
impl Table {
    /// Names of the columns.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.batch()?.schema().fields().iter().map(|field| field.name().clone()))
    }

    /// How many rows it has.
    fn __len__(&self) -> usize {
        self.rows.len()
    }

    /// A record by its position, the records of a slice, or the values of a column by its name.
    fn __getitem__<'py>(&self, py: Python<'py>, key: &Bound<'py, PyAny>) -> Any<'py> {
        if let Ok(name) = key.cast::<PyString>() {
            Ok(self.column(py, name.to_str()?)?.into_any())
        } else if let Ok(slice) = key.cast::<PySlice>() {
            self.sliced(py, slice)
        } else if let Ok(position) = key.extract::<isize>() {
            self.at(py, position)
        } else {
            Err(PyTypeError::new_err("a table is asked for a position, a slice or the name of a column"))
        }
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
        slf.py().import("paceline._html")?.getattr("rows")?.call1((slf,))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        match other.cast::<Self>() {
            Ok(other) => Ok(other.get().batch()? == self.batch()?),
            Err(_) => Ok(false),
        }
    }

    fn __repr__(&self) -> PyResult<String> {
        let schema = self.batch()?.schema();
        let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        Ok(format!("<Table of {} {}: {}>", self.rows.len(), self.rows.record(), names.join(", ")))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
        slf.py().import("paceline._html")?.getattr("table")?.call1((slf,))
    }

    /// The first values of a column, for what shows it.
    fn _head<'py>(&self, py: Python<'py>, name: &str, count: usize) -> PyResult<Bound<'py, PyList>> {
        let column =
            self.batch()?.column_by_name(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
        values::list(py, &column.slice(0, count.min(column.len())))
    }

    /// The schema as an Arrow PyCapsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.batch()?.schema().as_ref())
            .map_err(|fault| PyRuntimeError::new_err(fault.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The columns as an Arrow PyCapsule, without copying them. Another schema that a consumer asks for is not
    /// looked at, as the interface allows.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batch = self.batch()?;
        let batches = RecordBatchIterator::new([Ok(batch.clone())], batch.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
    }

    /// The columns as a data frame of polars, which must be there.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
        slf.py().import("polars")?.getattr("DataFrame")?.call1((slf,))
    }

    /// The columns as a data frame of pandas 3 or later, which must be there.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
        slf.py().import("pandas")?.getattr("DataFrame")?.call_method1("from_arrow", (slf,))
    }

    /// The columns as a table of pyarrow, which must be there.
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
        slf.py().import("pyarrow")?.getattr("table")?.call1((slf,))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (owner, name) = self.rows.owner(py)?;
        let getattr = py.import("builtins")?.getattr("getattr")?;
        Ok((getattr, PyTuple::new(py, [owner, PyString::new(py, name).into_any()])?))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    /// `Table[TaskSchedule]`, for annotations.
    #[classmethod]
    fn __class_getitem__<'py>(class: &Bound<'py, PyType>, item: &Bound<'py, PyAny>) -> Any<'py> {
        class.py().import("types")?.getattr("GenericAlias")?.call1((class, item))
    }
}
