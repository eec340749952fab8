//! How much a problem may hold: above a limit it is refused, never worked on without end.

/// Most activities.
pub const MAX_ACTIVITIES: usize = 1_000_000;
/// Most links.
pub const MAX_LINKS: usize = 8_000_000;
/// Most resources.
pub const MAX_RESOURCES: usize = 10_000;
/// Most demands: activities × resources.
pub const MAX_DEMANDS: usize = 40_000_000;
/// Largest capacity of a resource.
pub const MAX_CAPACITY: i64 = 1_000_000;
/// Longest horizon: the sum over the activities of the longer of the duration and the longest time from its start
/// after which another may start. Every schedule worth considering ends by then; capacity × horizon stays below
/// 2^63.
pub const MAX_HORIZON: i64 = 1_000_000_000_000;
/// The same in the largest unit of time that all durations and lags are whole numbers of: schedules are generated on
/// one cell for each such moment. Plans in seconds that work in hours count 3600 to one.
pub const MAX_MOMENTS: i64 = 1 << 25;
/// Most threads.
pub const MAX_THREADS: u32 = 256;
/// Longest name in bytes.
pub const MAX_NAME_BYTES: usize = 200;
/// Longest text of a problem file in bytes.
pub const MAX_TEXT_BYTES: usize = 256 << 20;
/// Most literals in the log of a proof; a longer log is left out.
pub const MAX_PROOF_LITERALS: usize = 8_000_000;
/// Work that the replay of a proof may take if the options do not say: looks at activities and literals, a few
/// seconds.
pub const DEFAULT_CHECK_WORK: u64 = 4_000_000_000;
/// At most this many issues of one code are listed.
pub const MAX_ISSUES_OF_ONE_CODE: usize = 200;
