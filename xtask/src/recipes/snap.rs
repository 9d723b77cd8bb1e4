//! `cargo xtask snap`: the snapshots that changed, one after the other.

use anyhow::{Result, bail};

use crate::program;

pub fn run(arguments: &[String]) -> Result<()> {
    if !program::has_cargo("insta") {
        bail!(
            "cargo-insta shows the changes one by one; install it: cargo install --locked cargo-insta"
        )
    }
    let mut words = vec!["insta", "test", "--review", "--workspace"];
    words.extend(arguments.iter().map(String::as_str));
    program::run("cargo", &words)
}
