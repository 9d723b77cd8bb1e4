//! Every route, on both engines, in both roles.

mod server;
