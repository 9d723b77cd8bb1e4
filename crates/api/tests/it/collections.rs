mod change;
mod list;
