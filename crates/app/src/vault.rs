//! What a person's clients keep.

pub mod sync;
