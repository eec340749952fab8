//! Facts about maximum lags: a predecessor waits for what must follow it soon.

/// Operation, case, path, fact.
#[rustfmt::skip]
pub(super) const FACTS: &[(&str, &str, &str, &str)] = &[
    ("schedule", "maximum lag", "tasks/post/start", "2026-03-09T08:00:00"),
    ("schedule", "maximum lag", "tasks/film/start", "2026-03-05T08:00:00"),
    ("schedule", "maximum lag", "tasks/film/late_start", "2026-03-06T08:00:00"),
    ("schedule", "maximum lag", "tasks/film/total_float", "28800"),
    ("schedule", "maximum lag", "tasks/post/total_float", "0"),
    ("schedule", "maximum lag", "issues", "absent"),
    ("schedule", "maximum lag that cannot be kept", "issues/0/code", "max-lag-missed"),
    ("schedule", "maximum lag that cannot be kept", "issues/0/at", "dependencies/film->post/max_lag"),
    ("schedule", "maximum lag that cannot be kept", "tasks/post/start", "2026-03-12T08:00:00"),
    ("level", "a predecessor waits within its maximum lag", "status", "optimal"),
    ("level", "a predecessor waits within its maximum lag", "schedule/tasks/clip/start", "2026-03-06T08:00:00"),
    ("level", "a predecessor waits within its maximum lag", "schedule/tasks/interview/start", "2026-03-04T08:00:00"),
    ("level", "a predecessor waits within its maximum lag", "moves/0/task", "interview"),
    ("level", "a predecessor waits within its maximum lag", "moves/0/cause/kind", "max_lag"),
    ("level", "a predecessor waits within its maximum lag", "moves/0/cause/to", "clip"),
    ("validate", "faults of maximum lags", "0/code", "max-lag-below-lag"),
    ("validate", "faults of maximum lags", "1/code", "max-lag-of-summary"),
    ("validate", "faults of maximum lags", "1/at", "dependencies/b->s/max_lag"),
];
