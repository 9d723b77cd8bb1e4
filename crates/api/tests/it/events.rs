mod collect;
mod list;
