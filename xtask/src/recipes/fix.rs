//! `cargo xtask fix`: what format and lints can mend by themselves.

use anyhow::Result;

use crate::{program, web};

pub fn run(_: &[String]) -> Result<()> {
    let lints =
        ["clippy", "--workspace", "--all-targets", "--fix", "--allow-dirty", "--allow-staged"];
    program::run("cargo", &lints)?;
    program::run("cargo", &["fmt", "--all"])?;
    web::fix()
}
