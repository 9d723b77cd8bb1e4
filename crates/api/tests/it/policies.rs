mod families;
mod switch;
