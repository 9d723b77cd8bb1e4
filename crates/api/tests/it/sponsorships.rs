mod offer;
pub mod people;
mod recipient;
mod revoke;
