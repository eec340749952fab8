//! Facts about files of other tools: `read_mspdi`.

/// Operation, case, path, fact.
#[rustfmt::skip]
pub(super) const FACTS: &[(&str, &str, &str, &str)] = &[
    ("read_mspdi", "a small project", "plan/program/name", "Spring fair"),
    ("read_mspdi", "a small project", "plan/tasks", "count 4"),
    ("read_mspdi", "a small project", "plan/tasks/2/duration", "2d"),
    ("read_mspdi", "a small project", "plan/tasks/3/name", "Copy & art"),
    ("read_mspdi", "a small project", "plan/tasks/3/parent", "1"),
    ("read_mspdi", "a small project", "plan/tasks/4/manual/start", "2026-03-06T09:00"),
    ("read_mspdi", "a small project", "plan/dependencies/0/lag", "50%"),
    ("read_mspdi", "a small project", "plan/calendars/0/exceptions/0/date", "2026-03-04"),
    ("read_mspdi", "a small project", "plan/assignments/0/work", "0.5d"),
    ("read_mspdi", "a small project", "stored/2/late_finish", "2026-03-03T17:00:00"),
    ("read_mspdi", "a small project", "issues", "absent"),
    ("read_mspdi", "what is not kept", "plan/tasks", "count 1"),
    ("read_mspdi", "what is not kept", "issues", "count 3"),
    ("read_mspdi", "what is not kept", "plan/tasks/1/extras/mspdi:Hyperlink", "fair"),
    ("read_mspdi", "what is not kept", "issues/inactive-task/at", "tasks/2"),
    ("read_mspdi", "what is not kept", "issues/invalid-value/at", "tasks/1/Duration"),
    ("read_mspdi", "an entity bomb", "issues/0/code", "document-type"),
    ("read_mspdi", "a text that ends early", "issues/0/code", "invalid-xml"),
    ("read_mspdi", "a text that ends early", "issues/0/at", "line 3"),
    ("write_mspdi", "a small plan", "issues", "count 1"),
    ("write_mspdi", "with stored dates", "issues", "count 1"),
    ("write_mspdi", "what has no place", "issues", "count 3"),
    ("read_mspdi", "another kind of file", "issues/0/code", "not-mspdi"),
];
