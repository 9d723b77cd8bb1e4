//! The people who run the server, and what they do.

mod act;
pub mod health;

pub use act::Act;

/// Someone who may sign in to the System Administrator Portal.
#[derive(Debug, Clone, Copy)]
pub struct Operator;
