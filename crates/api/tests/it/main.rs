//! Every route, on both engines, in both roles.
#![expect(clippy::indexing_slicing, reason = "a test that looks for what is not there should fail")]

mod jobs;
mod server;
