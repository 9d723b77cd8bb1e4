mod kept;
mod mail;
mod purge;
mod queue;
mod schedules;
