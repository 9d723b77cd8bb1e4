//! Adapters: what the ports of `app` are in the world.

pub mod cloud;
pub mod license_files;
pub mod machine;
pub mod reach;
pub mod smtp;
pub mod system;
