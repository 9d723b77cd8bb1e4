mod mail;
mod queue;
mod schedules;
