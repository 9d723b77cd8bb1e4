mod change;
mod join;
mod recovery;
