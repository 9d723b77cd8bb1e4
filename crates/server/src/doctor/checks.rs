//! The checks, by what they look at.

pub mod clock;
pub mod cloud;
pub mod network;
pub mod settings;
