//! `cargo xtask build`: the web app, and the server with it inside.

use anyhow::{Result, bail};

use crate::{
    needs::{self, GIT},
    program, server, web,
};

pub fn run(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    needs::meet(&[GIT])?;
    web::build()?;
    match words.as_slice() {
        [] => server::build().map(drop),
        ["--release"] => {
            program::run("cargo", &["build", "--release", "--package", "wardstead-server"])
        }
        _ => bail!("say nothing more, or `--release`"),
    }
}
