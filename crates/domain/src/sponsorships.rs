//! Families for Enterprise: who gives a free Families organization to whom, and until when.

/// A free Families organization, offered or given.
#[derive(Debug, Clone, Copy)]
pub struct Sponsorship;
