//! The people who run the server.

/// Someone who may sign in to the System Administrator Portal.
#[derive(Debug, Clone, Copy)]
pub struct Operator;
