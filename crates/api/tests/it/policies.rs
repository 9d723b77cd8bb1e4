mod families;
mod master_password;
mod suspend;
mod switch;
