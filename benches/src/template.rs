//! Templates of campaigns: steps, who does them, what they wait for.

/// How often a step comes in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    Campaign,
    Asset,
    Market,
    /// For each asset in each market.
    Both,
}

/// How a step waits for one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wait {
    /// For its end.
    End,
    /// For its end and so many hours of work.
    Hours(i32),
    /// For its end and so many days of 24 hours.
    Elapsed(i32),
    /// For half of it.
    Half,
    /// For its beginning and so many hours of work.
    Begin(i32),
    /// It ends so many hours of work after the other ends.
    Finish(i32),
}

/// A step.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    /// Position in the roles.
    pub(crate) role: usize,
    /// Hours of work, from and to; none for a milestone with a deadline.
    pub(crate) hours: (i32, i32),
    pub(crate) each: For,
    pub(crate) after: &'static [(&'static str, Wait)],
}

/// A kind of campaign.
pub(crate) struct Template {
    pub(crate) name: &'static str,
    /// Days from its beginning to its deadlines, from and to.
    pub(crate) days: (u32, u32),
    pub(crate) assets: (i32, i32),
    /// The step after which others may go on.
    pub(crate) gate: &'static str,
    pub(crate) steps: &'static [Step],
}

const MANAGER: usize = 0;
const COPY: usize = 1;
const DESIGN: usize = 2;
const LOCAL: usize = 3;
const LEGAL: usize = 4;
const COMMUNITY: usize = 5;
const ANALYST: usize = 6;

const fn step(
    name: &'static str,
    role: usize,
    hours: (i32, i32),
    each: For,
    after: &'static [(&'static str, Wait)],
) -> Step {
    Step { name, role, hours, each, after }
}

/// The templates.
pub(crate) const TEMPLATES: [Template; 5] = [
    Template {
        name: "launch",
        days: (30, 48),
        assets: (2, 4),
        gate: "concept",
        steps: &[
            step("brief", MANAGER, (4, 16), For::Campaign, &[]),
            step("concept", DESIGN, (8, 24), For::Campaign, &[("brief", Wait::End)]),
            step("copy", COPY, (4, 16), For::Asset, &[("concept", Wait::End)]),
            step("design", DESIGN, (8, 24), For::Asset, &[("concept", Wait::End), ("copy", Wait::Finish(4))]),
            step("localize", LOCAL, (2, 12), For::Both, &[("copy", Wait::End), ("design", Wait::Half)]),
            step("review", LEGAL, (1, 3), For::Both, &[("localize", Wait::End), ("design", Wait::End)]),
            step("approve", MANAGER, (1, 2), For::Both, &[("review", Wait::Elapsed(1))]),
            step("publish", MANAGER, (0, 0), For::Both, &[("approve", Wait::End)]),
            step("answer", COMMUNITY, (4, 16), For::Market, &[("publish", Wait::End)]),
            step("report", ANALYST, (4, 16), For::Campaign, &[("publish", Wait::Hours(40))]),
        ],
    },
    Template {
        name: "event",
        days: (30, 50),
        assets: (1, 3),
        gate: "venue",
        steps: &[
            step("brief", MANAGER, (4, 12), For::Campaign, &[]),
            step("venue", MANAGER, (8, 24), For::Market, &[("brief", Wait::End)]),
            step("invite", COPY, (2, 8), For::Asset, &[("brief", Wait::End)]),
            step("stand", DESIGN, (8, 32), For::Market, &[("venue", Wait::Begin(8))]),
            step("translate", LOCAL, (2, 8), For::Both, &[("invite", Wait::End)]),
            step("check", LEGAL, (1, 4), For::Market, &[("translate", Wait::End), ("stand", Wait::End)]),
            step(
                "rehearse",
                COMMUNITY,
                (4, 12),
                For::Market,
                &[("check", Wait::Elapsed(2)), ("venue", Wait::End)],
            ),
            step("open", MANAGER, (0, 0), For::Market, &[("rehearse", Wait::End)]),
            step("follow-up", COMMUNITY, (4, 12), For::Market, &[("open", Wait::Hours(8))]),
            step("report", ANALYST, (4, 8), For::Campaign, &[("follow-up", Wait::End)]),
        ],
    },
    Template {
        name: "always-on",
        days: (15, 32),
        assets: (3, 6),
        gate: "plan",
        steps: &[
            step("plan", MANAGER, (2, 8), For::Campaign, &[]),
            step("write", COPY, (2, 8), For::Asset, &[("plan", Wait::End)]),
            step("draw", DESIGN, (2, 12), For::Asset, &[("write", Wait::Begin(2)), ("plan", Wait::End)]),
            step("adapt", LOCAL, (1, 6), For::Both, &[("write", Wait::End), ("draw", Wait::End)]),
            step("clear", LEGAL, (1, 3), For::Asset, &[("draw", Wait::End), ("write", Wait::End)]),
            step("post", MANAGER, (0, 0), For::Both, &[("adapt", Wait::End), ("clear", Wait::Elapsed(1))]),
            step("answer", COMMUNITY, (2, 8), For::Both, &[("post", Wait::End)]),
            step("measure", ANALYST, (2, 8), For::Campaign, &[("answer", Wait::Hours(16))]),
        ],
    },
    Template {
        name: "creators",
        days: (32, 52),
        assets: (1, 3),
        gate: "scout",
        steps: &[
            step("brief", MANAGER, (4, 8), For::Campaign, &[]),
            step("scout", COMMUNITY, (8, 24), For::Market, &[("brief", Wait::End)]),
            step("contract", LEGAL, (2, 6), For::Market, &[("scout", Wait::End)]),
            step("script", COPY, (4, 12), For::Both, &[("contract", Wait::Elapsed(3))]),
            step("film", DESIGN, (8, 24), For::Both, &[("script", Wait::End)]),
            step("review", LEGAL, (1, 4), For::Both, &[("film", Wait::Hours(4))]),
            step("subtitle", LOCAL, (2, 6), For::Both, &[("film", Wait::End), ("review", Wait::Finish(1))]),
            step("publish", MANAGER, (0, 0), For::Both, &[("subtitle", Wait::End), ("review", Wait::End)]),
            step("report", ANALYST, (4, 12), For::Campaign, &[("publish", Wait::Hours(40))]),
        ],
    },
    Template {
        name: "training",
        days: (26, 44),
        assets: (2, 4),
        gate: "outline",
        steps: &[
            step("outline", MANAGER, (4, 16), For::Campaign, &[]),
            step("write", COPY, (8, 24), For::Asset, &[("outline", Wait::End)]),
            step("slides", DESIGN, (4, 16), For::Asset, &[("write", Wait::Half), ("outline", Wait::End)]),
            step("translate", LOCAL, (4, 12), For::Both, &[("write", Wait::End), ("slides", Wait::End)]),
            step("teach", COMMUNITY, (2, 8), For::Both, &[("translate", Wait::Elapsed(1))]),
            step("attest", MANAGER, (0, 0), For::Market, &[("teach", Wait::End)]),
            step("survey", ANALYST, (2, 8), For::Market, &[("attest", Wait::Hours(16))]),
        ],
    },
];
