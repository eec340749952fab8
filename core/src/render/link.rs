//! Links of a Gantt chart: orthogonal lines with arrowheads.

use super::gantt::Gantt;
use super::scale::Scale;
use super::svg::n;
use crate::plan::DependencyKind;
use crate::schedule::{TaskKind, TaskSchedule};
use crate::sort::Arrange;

/// Most links drawn; above it only those that drive critical tasks.
pub(super) const MAX_LINKS: usize = 4000;

/// A link between two rows.
pub(super) struct Link {
    from: usize,
    to: usize,
    x1: f64,
    x2: f64,
    kind: DependencyKind,
    /// It drives a critical task from a critical one.
    pub(super) critical: bool,
    /// It joins two campaigns.
    far: bool,
}

/// Every link whose two tasks are shown, critical ones last so that they lie on top.
pub(super) fn links(gantt: &Gantt<'_>) -> Vec<Link> {
    let facts = gantt.facts;
    let mut links: Vec<Link> = facts
        .index
        .links
        .iter()
        .filter_map(|link| {
            let (from, to) = (gantt.rows.position(link.from)?, gantt.rows.position(link.to)?);
            let before = facts.tasks.get(link.from as usize)?.after?;
            let after = facts.tasks.get(link.to as usize)?.after?;
            let kind = facts.index.dependency(*link).kind;
            let (x1, x2) = ends(&gantt.scale, kind, before, after);
            let critical = before.critical && after.critical && after.drivers.contains(&before.id);
            let lane = |row: usize| gantt.rows.rows.get(row).map(|row| row.lane);
            Some(Link { from, to, x1, x2, kind, critical, far: lane(from) != lane(to) })
        })
        .collect();
    if links.len() > MAX_LINKS {
        links.retain(|link| link.critical);
        links.truncate(MAX_LINKS);
    }
    links.arrange_by_key(|link| (link.critical, !link.far));
    links
}

fn ends(scale: &Scale, kind: DependencyKind, before: &TaskSchedule, after: &TaskSchedule) -> (f64, f64) {
    let start =
        |row: &TaskSchedule| moment(scale, row, row.start == row.finish).unwrap_or(scale.x_start(row.start));
    let finish = |row: &TaskSchedule| {
        moment(scale, row, row.start == row.finish).unwrap_or(scale.x_finish(row.finish))
    };
    match kind {
        DependencyKind::FinishStart => (finish(before), start(after)),
        DependencyKind::StartStart => (start(before), start(after)),
        DependencyKind::FinishFinish => (finish(before), finish(after)),
        DependencyKind::StartFinish => (start(before), finish(after)),
    }
}

/// Where a milestone is drawn.
pub(super) fn moment(scale: &Scale, row: &TaskSchedule, empty: bool) -> Option<f64> {
    (empty || row.kind == TaskKind::Milestone).then(|| scale.x_start(row.start))
}

impl Link {
    /// The path with what the script needs to draw it again when rows are folded away.
    pub(super) fn write(&self, out: &mut String, gantt: &Gantt<'_>) {
        let class = match (self.critical, self.far) {
            (true, _) => "link critical",
            (false, true) => "link far",
            (false, false) => "link",
        };
        let kind = match self.kind {
            DependencyKind::FinishStart => 0,
            DependencyKind::StartStart => 1,
            DependencyKind::FinishFinish => 2,
            DependencyKind::StartFinish => 3,
        };
        let moment = gantt.is_moment(self.to);
        let d = route(kind, (self.x1, Gantt::middle(self.from)), (self.x2, Gantt::middle(self.to)), moment);
        let moment = u8::from(moment);
        out.push_str(&format!(
            r#"<path class="{class}" data-l="{} {} {kind} {} {} {moment}" d="{d}"/>"#,
            self.from,
            self.to,
            n(self.x1),
            n(self.x2)
        ));
    }
}

/// Half the height of a bar.
const HALF: f64 = 7.0;

/// The line of a link; `script.js` has the same. A link of finish to start falls onto its successor from
/// above or below where there is room: on the middle of a milestone, near the start of a bar.
fn route(kind: u8, (x1, y1): (f64, f64), (x2, y2): (f64, f64), moment: bool) -> String {
    let down = if y2 >= y1 { 1.0 } else { -1.0 };
    let between = y2 - down * 11.0;
    let drop = if moment { x2 } else { x2 + 4.0 };
    match kind {
        0 if drop + 0.5 >= x1 => format!("M{} {}H{}V{}", n(x1), n(y1), n(drop), n(y2 - down * HALF)),
        0 => format!("M{} {}h5V{}H{}V{}h6", n(x1), n(y1), n(between), n(x2 - 8.0), n(y2)),
        1 => format!("M{} {}H{}V{}H{}", n(x1), n(y1), n(x1.min(x2) - 6.0), n(y2), n(x2 - 2.0)),
        2 => format!("M{} {}H{}V{}H{}", n(x1), n(y1), n(x1.max(x2) + 6.0), n(y2), n(x2 + 2.0)),
        _ => format!("M{} {}h-5V{}H{}V{}h-6", n(x1), n(y1), n(between), n(x2 + 8.0), n(y2)),
    }
}
