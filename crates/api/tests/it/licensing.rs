mod connected_servers;
mod download;
mod ending;
mod founding;
mod installations;
mod sync;
mod update;
