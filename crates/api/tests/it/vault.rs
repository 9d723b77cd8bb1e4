mod ciphers;
mod folders;
mod items;
mod kinds;
mod trash;
