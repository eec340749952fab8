//! What several test programs share.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "in tests it says what must hold")]
#![allow(unreachable_pub, reason = "shared by several test programs")]

pub mod features;
pub mod plans;
pub mod random;
