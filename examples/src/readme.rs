//! Holds the README so that its code is compiled and run with the tests. Not a library to use.
#![doc = include_str!("../../README.md")]
