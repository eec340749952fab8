//! What a random plan may have.

/// Which features a random plan may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Features {
    /// Summaries, nested, with links of their own.
    pub tree: bool,
    /// Start-to-start, finish-to-finish and start-to-finish links.
    pub link_kinds: bool,
    /// Lags: working, elapsed, percent; leads too.
    pub lags: bool,
    /// Calendars with several shifts, across midnight, holidays, inheritance.
    pub calendars: bool,
    /// True instants in several zones instead of one wall clock.
    pub zones: bool,
    /// People, departments, vendors, material and cost with assignments.
    pub resources: bool,
    /// Absences, availability and contracts.
    pub absences: bool,
    /// Start and finish no earlier than, as late as possible, deadlines.
    pub soft_constraints: bool,
    /// Must start on, must finish on, no later than.
    pub hard_constraints: bool,
    /// Actual dates, percent complete, a status date.
    pub progress: bool,
    /// Elapsed durations, estimates, durations from work.
    pub durations: bool,
    /// Campaigns, objectives, weights, skills, priorities, baselines.
    pub value: bool,
    /// Options of the program that change how dates are computed.
    pub options: bool,
    /// Scheduling back from the finish.
    pub from_finish: bool,
}

impl Features {
    /// Everything.
    pub const ALL: Features = Features {
        tree: true,
        link_kinds: true,
        lags: true,
        calendars: true,
        zones: true,
        resources: true,
        absences: true,
        soft_constraints: true,
        hard_constraints: true,
        progress: true,
        durations: true,
        value: true,
        options: true,
        from_finish: true,
    };

    /// The features of the bits that are set.
    pub fn from_bits(bits: u16) -> Self {
        let has = |bit: u16| bits & (1 << bit) != 0;
        Self {
            tree: has(0),
            link_kinds: has(1),
            lags: has(2),
            calendars: has(3),
            zones: has(4),
            resources: has(5),
            absences: has(6),
            soft_constraints: has(7),
            hard_constraints: has(8),
            progress: has(9),
            durations: has(10),
            value: has(11),
            options: has(12),
            from_finish: has(13),
        }
    }
}
