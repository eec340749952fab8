//! Parts of the sampler held against each other.
