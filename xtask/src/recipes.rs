//! The recipes, a file each.

pub mod bench;
pub mod build;
pub mod check;
pub mod db;
pub mod docs;
pub mod fix;
pub mod fuzz;
pub mod generate;
pub mod snap;
pub mod story;
pub mod test;
pub mod up;
