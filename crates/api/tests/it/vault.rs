mod administered;
mod assigned;
mod ciphers;
mod folders;
pub mod items;
mod kinds;
mod organization_items;
mod trash;
pub mod world;
