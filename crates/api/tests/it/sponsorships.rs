mod offer;
mod people;
mod recipient;
mod revoke;
