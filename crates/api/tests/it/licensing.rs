mod connected_servers;
mod copies;
mod download;
mod ending;
mod founding;
mod installations;
mod sync;
mod update;
