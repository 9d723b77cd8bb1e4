mod change;
mod join;
