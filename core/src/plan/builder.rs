//! Writing a plan in Rust.
