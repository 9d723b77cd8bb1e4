mod administered;
mod assigned;
mod ciphers;
mod folders;
pub mod items;
mod kinds;
mod shared;
mod trash;
pub mod world;
