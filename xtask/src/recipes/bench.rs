//! `cargo xtask bench NAME`: a measured table, from a release build.

use anyhow::{Result, bail};

use crate::{program, web};

pub fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("say which: `bench sync`");
    };
    // The server is measured as it is shipped, its pages in it.
    web::build()?;
    program::run("cargo", &["build", "--release", "--package", "wardstead-server"])?;
    let mut words =
        vec!["run", "--release", "--package", "wardstead-e2e", "--bin", "bench", "--", name];
    words.extend(rest.iter().map(String::as_str));
    program::run("cargo", &words)
}
