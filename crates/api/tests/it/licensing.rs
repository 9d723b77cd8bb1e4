mod connected_servers;
mod download;
mod founding;
mod installations;
mod update;
