//! Life cycles told step by step, against real servers.

mod crowd;
pub mod families;
mod teller;
mod words;
pub mod world;

pub use crowd::Crowd;
pub use teller::Teller;
pub use words::{Language, Words};
pub use world::World;
