//! How much of everything a document may hold: above a limit it is refused with `too-large`, never worked on
//! without end.

/// At most this many issues of one code are kept; one `more-issues` says how many were left out.
pub const MAX_ISSUES_OF_ONE_CODE: usize = 200;
/// Longest JSON text in bytes.
pub const MAX_JSON_BYTES: usize = 512 << 20;
/// Longest JSON text in bytes of which every fault is looked for; of a longer one only the first is reported.
pub const MAX_JSON_BYTES_IN_DETAIL: usize = 64 << 20;
/// Longest id in bytes.
pub const MAX_ID_BYTES: usize = 200;
/// Most tasks of a plan.
pub const MAX_TASKS: usize = 1_000_000;
/// Most dependencies of a plan.
pub const MAX_DEPENDENCIES: usize = 4_000_000;
/// Most assignments of a plan.
pub const MAX_ASSIGNMENTS: usize = 4_000_000;
/// Most resources of a plan.
pub const MAX_RESOURCES: usize = 200_000;
/// Most calendars of a plan.
pub const MAX_CALENDARS: usize = 10_000;
/// Most campaigns of a plan, and most objectives.
pub const MAX_CAMPAIGNS: usize = 100_000;
/// Most baselines of a plan.
pub const MAX_BASELINES: usize = 100;
/// Most entries of a list of times of a resource: absences, availability, rates.
pub const MAX_PERIODS: usize = 10_000;
/// Most skills of a resource or task, constraints of a task, and KPIs of a task or campaign.
pub const MAX_DETAILS: usize = 200;
/// Most extras of a record: of the program, a calendar, resource, task or assignment.
pub const MAX_EXTRAS: usize = 20_000;
/// Most bytes of the names and texts of the extras of one record.
pub const MAX_EXTRA_BYTES: usize = 4 << 20;
