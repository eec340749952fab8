//! Columns of Arrow from values of the core, as text, numbers and dates.

use std::borrow::Borrow;
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::types::{Date32Type, TimestampMicrosecondType};
use arrow_array::{
    ArrayRef, BooleanArray, Float64Array, Int64Array, PrimitiveArray, RecordBatch, RecordBatchOptions,
    StringArray,
};
use arrow_schema::{ArrowError, Field, Schema};
use chrono::{Datelike, NaiveDate};
use paceline::quantity::Stamp;

/// Days from the first day of our era to 1970-01-01.
const EPOCH: i32 = 719_163;

/// The columns of a table, filled one after the other.
#[derive(Default)]
pub(super) struct Columns {
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
    rows: usize,
}

impl Columns {
    /// No columns yet, for so many rows.
    pub(super) fn of(rows: usize) -> Self {
        Self { rows, ..Self::default() }
    }

    fn with(mut self, name: &str, array: ArrayRef) -> Self {
        self.fields.push(Field::new(name, array.data_type().clone(), false));
        self.arrays.push(array);
        self
    }

    fn nullable(mut self, name: &str, array: ArrayRef) -> Self {
        self.fields.push(Field::new(name, array.data_type().clone(), true));
        self.arrays.push(array);
        self
    }

    /// Texts: `utf8`.
    pub(super) fn text<T: AsRef<str>>(self, name: &str, values: impl Iterator<Item = T>) -> Self {
        self.with(name, Arc::new(StringArray::from_iter_values(values)))
    }

    /// Texts that may be absent.
    pub(super) fn some_text<T: AsRef<str>>(
        self,
        name: &str,
        values: impl Iterator<Item = Option<T>>,
    ) -> Self {
        self.nullable(name, Arc::new(values.collect::<StringArray>()))
    }

    /// Lists of texts: `list<utf8>`.
    pub(super) fn texts<'a, T: Borrow<str> + 'a>(
        self,
        name: &str,
        values: impl Iterator<Item = &'a [T]>,
    ) -> Self {
        let mut builder = ListBuilder::new(StringBuilder::new());
        for list in values {
            for text in list {
                builder.values().append_value(text.borrow());
            }
            builder.append(true);
        }
        self.with(name, Arc::new(builder.finish()))
    }

    /// Whole numbers, lengths in seconds among them: `int64`.
    pub(super) fn whole(self, name: &str, values: impl Iterator<Item = i64>) -> Self {
        self.with(name, Arc::new(Int64Array::from_iter_values(values)))
    }

    /// Whole numbers that may be absent.
    pub(super) fn some_whole(self, name: &str, values: impl Iterator<Item = Option<i64>>) -> Self {
        self.nullable(name, Arc::new(values.collect::<Int64Array>()))
    }

    /// Numbers: `float64`.
    pub(super) fn number(self, name: &str, values: impl Iterator<Item = f64>) -> Self {
        self.with(name, Arc::new(Float64Array::from_iter_values(values)))
    }

    /// Numbers that may be absent.
    pub(super) fn some_number(self, name: &str, values: impl Iterator<Item = Option<f64>>) -> Self {
        self.nullable(name, Arc::new(values.collect::<Float64Array>()))
    }

    /// Yes or no: `bool`.
    pub(super) fn flag(self, name: &str, values: impl Iterator<Item = bool>) -> Self {
        self.with(name, Arc::new(values.map(Some).collect::<BooleanArray>()))
    }

    /// Yes, no, or absent.
    pub(super) fn some_flag(self, name: &str, values: impl Iterator<Item = Option<bool>>) -> Self {
        self.nullable(name, Arc::new(values.collect::<BooleanArray>()))
    }

    /// Days: `date32`.
    pub(super) fn day(self, name: &str, values: impl Iterator<Item = NaiveDate>) -> Self {
        self.with(name, Arc::new(PrimitiveArray::<Date32Type>::from_iter_values(values.map(days))))
    }

    /// Days that may be absent.
    pub(super) fn some_day(self, name: &str, values: impl Iterator<Item = Option<NaiveDate>>) -> Self {
        let days = values.map(|day| day.map(days));
        self.nullable(name, Arc::new(days.collect::<PrimitiveArray<Date32Type>>()))
    }

    /// Dates with a time: `timestamp[us]`, civil on a wall clock, instants in UTC in a zoned plan.
    pub(super) fn stamp(self, name: &str, zoned: bool, values: impl Iterator<Item = Stamp>) -> Self {
        let array = PrimitiveArray::<TimestampMicrosecondType>::from_iter_values(values.map(micros));
        self.with(name, Arc::new(array.with_timezone_opt(zoned.then_some("UTC"))))
    }

    /// Dates with a time that may be absent.
    pub(super) fn some_stamp(
        self,
        name: &str,
        zoned: bool,
        values: impl Iterator<Item = Option<Stamp>>,
    ) -> Self {
        let micros = values.map(|stamp| stamp.map(micros));
        let array = micros.collect::<PrimitiveArray<TimestampMicrosecondType>>();
        self.nullable(name, Arc::new(array.with_timezone_opt(zoned.then_some("UTC"))))
    }

    /// All of them.
    pub(super) fn finish(self) -> Result<RecordBatch, ArrowError> {
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        RecordBatch::try_new_with_options(Arc::new(Schema::new(self.fields)), self.arrays, &options)
    }
}

fn days(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - EPOCH
}

/// Microseconds on the axis of the plan.
fn micros(stamp: Stamp) -> i64 {
    stamp.time().0.saturating_mul(1_000_000)
}
