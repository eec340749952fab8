//! The resource-constrained project scheduling problem on an integer axis.

pub(crate) mod engine;
