mod connections;
mod create;
mod keys;
mod members;
mod settings;
