//! The grid that every timeline shares: weeks of the axis, 64 of them to a page.

/// Seconds in a week.
pub(super) const WEEK: i64 = 604_800;
/// The same, to compare with offsets within a week.
pub(super) const WEEK_SECONDS: u32 = 604_800;
/// Monday 1969-12-29T00:00, where the first week begins.
pub(super) const ORIGIN: i64 = -259_200;
/// Weeks in a page.
pub(super) const PAGE_WEEKS: usize = 64;
/// Entries stored for a page: its weeks, and one more with its total.
pub(super) const PAGE_STRIDE: usize = PAGE_WEEKS + 1;
/// Pages of the axis.
pub(super) const PAGES: usize = 107;
/// Seconds in a page.
pub(super) const PAGE: i64 = WEEK * PAGE_WEEKS as i64;
/// Monday 2101-03-28T00:00, where the last week ends. All work up to here is below 2^32 seconds.
pub(super) const END: i64 = ORIGIN + PAGE * PAGES as i64;

const _: () = assert!(END - ORIGIN < u32::MAX as i64);

/// Where a page begins.
pub(super) const fn page_start(page: usize) -> i64 {
    ORIGIN + page as i64 * PAGE
}
