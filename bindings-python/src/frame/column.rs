//! What a column holds, and whether a document can say it.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use arrow_array::{ArrayRef, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// How the values of a column are written.
pub(super) enum Reading {
    /// As they are.
    Plain,
    /// Timestamps that all stand at midnight: as dates.
    Days,
    /// Entries of a dictionary.
    Words(Box<Reading>),
    /// Lists of such values.
    List(Box<Reading>),
    /// Records of such values.
    Record(Vec<Reading>),
}

/// Why a column cannot be read: a message and a help.
pub(super) type Refusal = (String, &'static str);

impl Reading {
    /// How the chunks of a column of this type are read.
    pub(super) fn of(kind: &DataType, chunks: &[ArrayRef]) -> Result<Self, Refusal> {
        Ok(match kind {
            DataType::Timestamp(_, Some(zone)) => {
                let message = format!("the column holds instants in the zone {zone}, not dates of a plan");
                return Err((message, "give the local dates: drop the zone after converting to the plan's"));
            }
            DataType::Timestamp(unit, None) => {
                match chunks.iter().all(|chunk| stands_at_midnight(*unit, chunk)) {
                    true => Self::Days,
                    false => Self::Plain,
                }
            }
            DataType::Date64 => {
                let is_day = |chunk: &ArrayRef| {
                    chunk.as_primitive::<Date64Type>().iter().flatten().all(|ms| ms % (DAY * 1000) == 0)
                };
                if chunks.iter().all(is_day) { Self::Days } else { Self::Plain }
            }
            DataType::Dictionary(_, values) => {
                let chunks: Vec<ArrayRef> =
                    chunks.iter().map(|chunk| chunk.as_any_dictionary().values().clone()).collect();
                Self::Words(Box::new(Self::of(values, &chunks)?))
            }
            DataType::List(item) => {
                let items: Vec<ArrayRef> =
                    chunks.iter().map(|chunk| chunk.as_list::<i32>().values().clone()).collect();
                Self::List(Box::new(Self::of(item.data_type(), &items)?))
            }
            DataType::LargeList(item) => {
                let items: Vec<ArrayRef> =
                    chunks.iter().map(|chunk| chunk.as_list::<i64>().values().clone()).collect();
                Self::List(Box::new(Self::of(item.data_type(), &items)?))
            }
            DataType::FixedSizeList(item, _) => {
                let items: Vec<ArrayRef> =
                    chunks.iter().map(|chunk| chunk.as_fixed_size_list().values().clone()).collect();
                Self::List(Box::new(Self::of(item.data_type(), &items)?))
            }
            DataType::Struct(fields) => {
                let of = |(position, kind): (usize, &DataType)| {
                    let part: Vec<ArrayRef> =
                        chunks.iter().map(|chunk| chunk.as_struct().column(position).clone()).collect();
                    Self::of(kind, &part)
                };
                let kinds = fields.iter().map(|field| field.data_type()).enumerate();
                Self::Record(kinds.map(of).collect::<Result<_, _>>()?)
            }
            DataType::Duration(_) => {
                return Err((
                    "the column holds durations, which do not say whether they are working or elapsed time"
                        .into(),
                    "write them as texts: `3d` for three working days, `3ed` for three elapsed ones",
                ));
            }
            kind if is_plain(kind) => Self::Plain,
            other => {
                return Err((
                    format!("the column is of the type {other}, which no document has"),
                    "convert it to text",
                ));
            }
        })
    }
}

fn is_plain(kind: &DataType) -> bool {
    matches!(kind, DataType::Null | DataType::Boolean | DataType::Date32)
        || matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
        || (kind.is_numeric() && !matches!(kind, DataType::Decimal32(..) | DataType::Decimal64(..)))
            && !matches!(kind, DataType::Decimal256(..))
}

/// Whether every timestamp of a chunk is a midnight.
fn stands_at_midnight(unit: TimeUnit, chunk: &ArrayRef) -> bool {
    fn all<T: arrow_array::types::ArrowPrimitiveType<Native = i64>>(chunk: &ArrayRef, day: i64) -> bool {
        let values: &PrimitiveArray<T> = chunk.as_primitive();
        values.iter().flatten().all(|value| value % day == 0)
    }
    match unit {
        TimeUnit::Second => all::<TimestampSecondType>(chunk, DAY),
        TimeUnit::Millisecond => all::<TimestampMillisecondType>(chunk, DAY * 1_000),
        TimeUnit::Microsecond => all::<TimestampMicrosecondType>(chunk, DAY * 1_000_000),
        TimeUnit::Nanosecond => all::<TimestampNanosecondType>(chunk, DAY * 1_000_000_000),
    }
}
