//! The columns of each table, and where they are in the document.

use super::value::Kind;

/// A column: its header, its place in an item of the document, what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// Fields from the outermost; `0` is the only item of a list.
    pub(super) path: &'static [&'static str],
    pub(super) kind: Kind,
    /// Other headers that are understood.
    pub(super) also: &'static [&'static str],
}

/// A table of the document.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    /// The list of the document that its rows are in.
    pub(super) list: &'static str,
    /// How many of the first columns tell one row from the others.
    pub(super) keys: usize,
    /// Columns that must be there.
    pub(super) needed: usize,
    pub(super) columns: &'static [Column],
}

const fn at(name: &'static str, path: &'static [&'static str], kind: Kind) -> Column {
    Column { name, path, kind, also: &[] }
}

const fn also(
    name: &'static str,
    path: &'static [&'static str],
    kind: Kind,
    also: &'static [&'static str],
) -> Column {
    Column { name, path, kind, also }
}

const LAG_CALENDARS: &[&str] = &["successor", "predecessor", "program", "always"];

/// The column of links in the table of tasks: `brief; copy SS+1d`.
pub(super) const PREDECESSORS: &str = "predecessors";

pub(super) const TASKS: Table = Table {
    name: "tasks",
    list: "tasks",
    keys: 1,
    needed: 1,
    columns: &[
        also("id", &["id"], Kind::Text, &["task_id", "unique_id", "uid"]),
        also("name", &["name"], Kind::Text, &["task", "task_name", "title"]),
        also("parent", &["parent"], Kind::Text, &["summary", "parent_id"]),
        at("campaign", &["campaign"], Kind::Text),
        at("market", &["market"], Kind::Text),
        at("duration", &["duration"], Kind::Duration),
        at("optimistic", &["estimate", "optimistic"], Kind::Duration),
        at("likely", &["estimate", "likely"], Kind::Duration),
        at("pessimistic", &["estimate", "pessimistic"], Kind::Duration),
        at("task_type", &["task_type"], Kind::Word(&["fixed_units", "fixed_duration", "fixed_work"])),
        at("manual_start", &["manual", "start"], Kind::Date),
        at("manual_finish", &["manual", "finish"], Kind::Date),
        at("splits", &["splits"], Kind::Splits),
        at("milestone", &["milestone"], Kind::Word(&["finish", "start"])),
        at("calendar", &["calendar"], Kind::Text),
        at("ignore_resource_calendars", &["ignore_resource_calendars"], Kind::Flag),
        also("constraints", &["constraints"], Kind::Constraints, &["constraint"]),
        at("deadline", &["deadline"], Kind::Date),
        at("priority", &["priority"], Kind::Integer),
        at("weight", &["weight"], Kind::Number),
        at("kpis", &["kpis"], Kind::Rated("kpi", "contribution")),
        at("skills", &["skills"], Kind::Rated("skill", "level")),
        at("fixed_cost", &["fixed_cost"], Kind::Number),
        at("leveling_delay", &["leveling_delay"], Kind::Duration),
        also("tags", &["tags"], Kind::Texts, &["labels"]),
        also("notes", &["notes"], Kind::Text, &["description"]),
    ],
};

pub(super) const LINKS: Table = Table {
    name: "links",
    list: "dependencies",
    keys: 3,
    needed: 2,
    columns: &[
        also("from", &["from"], Kind::Text, &["predecessor"]),
        also("to", &["to"], Kind::Text, &["successor"]),
        also("kind", &["kind"], Kind::Word(&["FS", "SS", "FF", "SF"]), &["type"]),
        at("lag", &["lag"], Kind::Lag),
        at("max_lag", &["max_lag"], Kind::Lag),
        at("lag_calendar", &["lag_calendar"], Kind::Word(LAG_CALENDARS)),
    ],
};

pub(super) const RESOURCES: Table = Table {
    name: "resources",
    list: "resources",
    keys: 1,
    needed: 1,
    columns: &[
        also("id", &["id"], Kind::Text, &["resource_id", "uid"]),
        also("name", &["name"], Kind::Text, &["resource", "resource_name"]),
        also(
            "kind",
            &["kind"],
            Kind::Word(&["person", "department", "vendor", "material", "cost"]),
            &["type"],
        ),
        at("role", &["role"], Kind::Text),
        at("department", &["department"], Kind::Text),
        at("market", &["market"], Kind::Text),
        at("calendar", &["calendar"], Kind::Text),
        also("capacity", &["capacity"], Kind::Share, &["max_units"]),
        at("absences", &["absences"], Kind::Absences),
        at("contract_from", &["contract", "from"], Kind::Date),
        at("contract_to", &["contract", "to"], Kind::Date),
        at("skills", &["skills"], Kind::Rated("skill", "level")),
        at("languages", &["languages"], Kind::Texts),
        also("rate", &["rates", "0", "standard"], Kind::Number, &["standard_rate"]),
        at("rate_per", &["rates", "0", "per"], Kind::Word(&["hour", "day", "unit"])),
        at("overtime_rate", &["rates", "0", "overtime"], Kind::Number),
        at("cost_per_use", &["rates", "0", "per_use"], Kind::Number),
    ],
};

pub(super) const ASSIGNMENTS: Table = Table {
    name: "assignments",
    list: "assignments",
    keys: 2,
    needed: 2,
    columns: &[
        also("task", &["task"], Kind::Text, &["task_id"]),
        also("resource", &["resource"], Kind::Text, &["resource_id"]),
        at("units", &["units"], Kind::Share),
        at("work", &["work"], Kind::Duration),
        at("duration", &["duration"], Kind::Duration),
        at("delay", &["delay"], Kind::Duration),
        at("quantity", &["quantity"], Kind::Number),
        at("cost", &["cost"], Kind::Number),
    ],
};

pub(super) const PROGRESS: Table = Table {
    name: "progress",
    list: "tasks",
    keys: 1,
    needed: 1,
    columns: &[
        also("task", &["id"], Kind::Text, &["id", "task_id", "uid"]),
        at("actual_start", &["progress", "actual_start"], Kind::Date),
        at("actual_finish", &["progress", "actual_finish"], Kind::Date),
        also("complete", &["progress", "complete"], Kind::Share, &["percent_complete", "%_complete"]),
        also("remaining", &["progress", "remaining"], Kind::Duration, &["remaining_duration"]),
        at("resume", &["progress", "resume"], Kind::Date),
    ],
};

/// Groups of fields of which none or all are given, `needed` of them.
pub(super) const WHOLE: [(&str, &[&str]); 4] = [
    ("estimate", &["optimistic", "likely", "pessimistic"]),
    ("manual", &["start", "finish"]),
    ("contract", &["from", "to"]),
    ("rates", &["standard"]),
];
