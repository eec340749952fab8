//! Arrow from the capsules of other libraries: the one place with raw pointers.

use arrow_array::ffi::{FFI_ArrowArray, from_ffi};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchReader, StructArray};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};

/// A table of another library: its columns in one or more batches.
pub(super) struct Frame {
    pub(super) schema: SchemaRef,
    pub(super) batches: Vec<RecordBatch>,
}

impl Frame {
    /// The table behind an object that speaks the Arrow PyCapsule interface; nothing if it does not.
    pub(super) fn of(given: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        if given.hasattr("__arrow_c_stream__")? {
            let capsule = given.call_method0("__arrow_c_stream__")?;
            return Self::of_stream(&capsule.cast_into()?).map(Some);
        }
        if given.hasattr("__arrow_c_array__")? {
            let (schema, array) = given.call_method0("__arrow_c_array__")?.extract()?;
            return Self::of_array(&schema, &array).map(Some);
        }
        Ok(None)
    }

    #[expect(unsafe_code, reason = "the Arrow C interface hands over a pointer in a capsule")]
    fn of_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let stream = capsule.pointer_checked(Some(c"arrow_array_stream"))?.cast::<FFI_ArrowArrayStream>();
        // SAFETY: a capsule of this name holds a valid `ArrowArrayStream` that nobody else uses; reading moves it
        // out and leaves a released one behind, as the interface demands.
        let reader =
            unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) }.map_err(|fault| refused(&fault))?;
        let schema = reader.schema();
        let batches = reader.collect::<Result<Vec<_>, _>>().map_err(|fault| refused(&fault))?;
        Ok(Self { schema, batches })
    }

    #[expect(unsafe_code, reason = "the Arrow C interface hands over pointers in capsules")]
    fn of_array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<Self> {
        let schema = schema.pointer_checked(Some(c"arrow_schema"))?.cast::<FFI_ArrowSchema>();
        let array = array.pointer_checked(Some(c"arrow_array"))?.cast::<FFI_ArrowArray>();
        // SAFETY: capsules of these names hold a valid `ArrowSchema` and the `ArrowArray` that it describes, which
        // nobody else uses. The array is moved out and a released one left behind, the schema is only looked at.
        let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
        let data = data.map_err(|fault| refused(&fault))?;
        if !matches!(data.data_type(), DataType::Struct(_)) {
            return Err(PyTypeError::new_err("an array is a table only if it is of structs"));
        }
        let batch = RecordBatch::from(StructArray::from(data));
        Ok(Self { schema: batch.schema(), batches: vec![batch] })
    }
}

fn refused(fault: &ArrowError) -> PyErr {
    PyValueError::new_err(format!("the table cannot be read through Arrow: {fault}"))
}
