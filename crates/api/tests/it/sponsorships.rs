mod legacy;
mod offer;
mod pair;
mod people;
mod recipient;
mod revoke;
mod sync;
