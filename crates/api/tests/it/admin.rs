mod audit;
mod login;
mod organizations;
mod queue;
mod retention;
mod sync;
mod tools;
