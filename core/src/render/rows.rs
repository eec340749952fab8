//! Which rows a Gantt chart has, in which order.

use crate::plan::index::NONE;
use crate::report::facts::{Facts, TaskFact};
use crate::report::words;
use crate::schedule::TaskKind;
use crate::sort::Arrange;

/// Most rows of a Gantt chart. A plan with more shows its campaigns, summaries, critical and late tasks.
pub const MAX_ROWS: usize = 2000;
/// Deepest indent of the work breakdown tree.
const MAX_INDENT: usize = 6;

/// A row of the chart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Number of the task; absent for a campaign.
    pub(crate) task: Option<u32>,
    /// Index of the lane.
    pub(crate) lane: usize,
    /// Steps in from the left.
    pub(crate) indent: usize,
}

/// The rows of the chart.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
    /// Number of a task → its row, or [`NONE`].
    pub(crate) of_task: Vec<u32>,
    /// What the reader should know about rows that are not shown.
    pub(crate) note: Option<String>,
}

impl Rows {
    /// Lays out the rows: for each campaign a row and below it its work breakdown tree; children by market,
    /// start and id.
    pub(crate) fn of(facts: &Facts<'_>) -> Self {
        let mut rows = Vec::new();
        let children = Children::of(facts);
        for (lane, of_lane) in facts.lanes.iter().enumerate() {
            if !of_lane.tasks.is_empty() {
                rows.push(Row { task: None, lane, indent: 0 });
                children.walk(lane, &mut rows);
            }
        }
        let total = rows.len();
        let mut note = None;
        if total > MAX_ROWS {
            rows.retain(|row| row.task.is_none_or(|number| matters(facts, number)));
            rows.truncate(MAX_ROWS);
            note = Some(format!(
                "Showing {} of {} rows: campaigns, summaries, critical and late tasks. \
                 Charts of more than {} rows leave the rest out; the tables below count everything.",
                words::whole(rows.len() as u64),
                words::whole(total as u64),
                words::whole(MAX_ROWS as u64)
            ));
        }
        let mut of_task = vec![NONE; facts.tasks.len()];
        for (position, row) in (0u32..).zip(&rows) {
            if let Some(slot) = row.task.and_then(|number| of_task.get_mut(number as usize)) {
                *slot = position;
            }
        }
        Self { rows, of_task, note }
    }

    /// The row of a task, if it is shown.
    pub(crate) fn position(&self, task: u32) -> Option<usize> {
        self.of_task.get(task as usize).filter(|row| **row != NONE).map(|row| *row as usize)
    }
}

/// Whether a task stays in a chart that cannot show all.
fn matters(facts: &Facts<'_>, number: u32) -> bool {
    facts
        .tasks
        .get(number as usize)
        .and_then(|fact| fact.after)
        .is_some_and(|row| row.kind == TaskKind::Summary || row.critical || row.late_days > 0)
}

/// The work breakdown tree within each lane.
struct Children {
    /// Roots of each lane.
    roots: Vec<Vec<u32>>,
    /// Children of each task.
    below: Vec<Vec<u32>>,
}

impl Children {
    fn of(facts: &Facts<'_>) -> Self {
        let mut roots = vec![Vec::new(); facts.lanes.len()];
        let mut below = vec![Vec::new(); facts.tasks.len()];
        let mut order: Vec<u32> = (0u32..).zip(&facts.tasks).map(|(number, _)| number).collect();
        order.arrange_by(|a, b| key(facts, *a).cmp(&key(facts, *b)));
        for number in order {
            let Some(fact) = facts.tasks.get(number as usize).filter(|fact| fact.after.is_some()) else {
                continue;
            };
            let parent = facts.index.parent.get(number as usize).copied().unwrap_or(NONE);
            let above = facts.tasks.get(parent as usize).filter(|p| p.lane == fact.lane && p.after.is_some());
            let list = match above {
                Some(_) => below.get_mut(parent as usize),
                None => roots.get_mut(fact.lane),
            };
            if let Some(list) = list {
                list.push(number);
            }
        }
        Self { roots, below }
    }

    /// The rows of a lane. Tasks whose parents form a ring are never reached; valid plans have none.
    fn walk(&self, lane: usize, rows: &mut Vec<Row>) {
        let mut stack: Vec<(u32, usize)> =
            self.roots.get(lane).into_iter().flatten().rev().map(|root| (*root, 1)).collect();
        while let Some((number, indent)) = stack.pop() {
            rows.push(Row { task: Some(number), lane, indent: indent.min(MAX_INDENT) });
            let below = self.below.get(number as usize).into_iter().flatten().rev();
            stack.extend(below.map(|child| (*child, indent + 1)));
        }
    }
}

/// Market, start, finish, id.
fn key<'a>(facts: &'a Facts<'_>, number: u32) -> impl Ord + use<'a> {
    let fact: Option<&TaskFact<'_>> = facts.tasks.get(number as usize);
    let row = fact.and_then(|fact| fact.after);
    (fact.and_then(|fact| fact.task.market.as_deref()), row.map(|row| (row.start, row.finish)), number)
}
