mod foreign;
mod legacy;
mod offer;
mod pair;
pub mod people;
mod recipient;
mod revoke;
mod settle;
mod sync;
