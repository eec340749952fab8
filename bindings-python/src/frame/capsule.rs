//! Arrow from the capsules of other libraries: the one place with raw pointers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayReader, RecordBatch, RecordBatchOptions, StructArray};
use arrow_buffer::NullBuffer;
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyTuple};

/// A table of another library: its columns in one or more batches.
pub(crate) struct Frame {
    pub(crate) schema: SchemaRef,
    pub(crate) batches: Vec<Batch>,
}

/// Some rows of a table.
pub(crate) struct Batch {
    pub(crate) columns: RecordBatch,
    /// Rows that are null as a whole, if any.
    pub(crate) nulls: Option<NullBuffer>,
}

/// Runs what reads the memory of others; if that is not what it says it is, there is an exception and no panic.
pub(super) fn foreign<T>(read: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| {
        PyTypeError::new_err("the table does not keep the Arrow interface: its data do not fit its schema")
    })
}

impl Frame {
    /// The table behind an object that speaks the Arrow PyCapsule interface; nothing if it does not.
    pub(crate) fn of(given: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        if given.hasattr("__arrow_c_stream__")? {
            let capsule = given.call_method0("__arrow_c_stream__")?;
            return Self::of_stream(&capsule.cast_into()?).map(Some);
        }
        if given.hasattr("__arrow_c_array__")? {
            let pair = given.call_method0("__arrow_c_array__")?.cast_into::<PyTuple>()?;
            let (schema, array) = pair.extract()?;
            return Self::of_array(&schema, &array).map(Some);
        }
        Ok(None)
    }

    #[expect(unsafe_code, reason = "the Arrow C interface hands over a pointer in a capsule")]
    fn of_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let stream = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast::<FFI_ArrowArrayStream>();
        foreign(|| {
            // SAFETY: a capsule of this name holds a valid `ArrowArrayStream` that nobody else uses; reading moves
            // it out and leaves a released one behind, as the interface demands.
            let reader =
                unsafe { ArrayStreamReader::from_raw(stream.as_ptr()) }.map_err(|fault| refused(&fault))?;
            let DataType::Struct(fields) = reader.field().data_type() else { return Err(no_table()) };
            let schema = Arc::new(Schema::new(fields.clone()));
            let mut batches = Vec::new();
            for array in reader {
                let array = array.map_err(|fault| refused(&fault))?;
                batches.push(Batch::of(array.as_struct().clone(), &schema)?);
            }
            Ok(Self { schema, batches })
        })?
    }

    #[expect(unsafe_code, reason = "the Arrow C interface hands over pointers in capsules")]
    fn of_array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let schema = schema.pointer_checked(Some(c"arrow_schema"))?.cast::<FFI_ArrowSchema>();
        let array = array.pointer_checked(Some(c"arrow_array"))?.cast::<FFI_ArrowArray>();
        foreign(|| {
            // SAFETY: capsules of these names hold a valid or released `ArrowSchema` and `ArrowArray`, which nobody
            // else uses. The array is moved out and a released one left behind, the schema is only looked at.
            let (schema, array) = unsafe { (schema.as_ref(), FFI_ArrowArray::from_raw(array.as_ptr())) };
            if schema.release().is_none() || array.is_released() {
                return Err(PyTypeError::new_err(
                    "the capsules of the table were used before: make new ones",
                ));
            }
            // SAFETY: neither is released, and the schema describes the array.
            let data = unsafe { from_ffi(array, schema) }.map_err(|fault| refused(&fault))?;
            let DataType::Struct(fields) = data.data_type() else { return Err(no_table()) };
            let schema = Arc::new(Schema::new(fields.clone()));
            let batch = Batch::of(StructArray::from(data), &schema)?;
            Ok(Self { schema, batches: vec![batch] })
        })?
    }
}

impl Batch {
    fn of(array: StructArray, schema: &SchemaRef) -> PyResult<Self> {
        let options = RecordBatchOptions::new().with_row_count(Some(array.len()));
        let (_, columns, nulls) = array.into_parts();
        // Whether a field may be null is the core's to say.
        let fields = schema.fields().iter().map(|field| field.as_ref().clone().with_nullable(true));
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let columns = RecordBatch::try_new_with_options(schema, columns, &options);
        Ok(Self { columns: columns.map_err(|fault| refused(&fault))?, nulls })
    }
}

fn no_table() -> PyErr {
    PyTypeError::new_err("an array is a table only if it is of structs")
}

fn refused(fault: &ArrowError) -> PyErr {
    PyValueError::new_err(format!("the table cannot be read through Arrow: {fault}"))
}
