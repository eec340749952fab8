//! Inputs of the benches: programs of any size, made from a seed.
