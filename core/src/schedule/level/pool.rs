//! Lower bounds of a plan whose people can be exchanged.
//!
//! *Precedence*: every task in its shortest mode, on the calendars of whoever is first.

use super::board::Board;
use super::bound::{Bounds, Reason};
use crate::schedule::critical_path::Dates;

/// Lower bounds whoever works, from dates that no plan is earlier than.
pub(super) fn bounds(board: &mut Board<'_>, least: Option<&Dates>) -> Bounds {
    match least {
        Some(least) => board.with_early(least, Bounds::of_precedence),
        None => board.with(|problem| Bounds {
            tardiness: 0,
            tardiness_reason: Reason::Trivial,
            finish: problem.network.origin.0,
            finish_reason: Reason::Trivial,
        }),
    }
}
