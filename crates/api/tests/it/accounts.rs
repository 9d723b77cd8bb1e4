mod delete;
mod keys;
mod password;
mod profile;
mod register;
mod sync;
