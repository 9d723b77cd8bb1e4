//! What organizations pay for.
