//! `cargo xtask check`: everything a program can judge without running the tests.

use anyhow::{Result, bail};

use super::docs;
use crate::{
    needs::{self, GIT},
    program,
    rules::{self, Breach},
    web,
};

pub fn run(_: &[String]) -> Result<()> {
    needs::meet(&[GIT])?;
    let mut failed = Vec::new();
    for (name, check) in programs() {
        println!("· {name}");
        if let Err(error) = check() {
            eprintln!("  {error:#}");
            failed.push(name);
        }
    }
    for (name, check) in rules::ALL {
        println!("· {name}");
        match check() {
            Ok(breaches) if breaches.is_empty() => continue,
            Ok(breaches) => breaches.iter().for_each(tell),
            Err(error) => eprintln!("  {error:#}"),
        }
        failed.push(name);
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!("not as it should be: {}", failed.join("; "))
}

fn tell(breach: &Breach) {
    eprintln!("  {}: {}\n    → {}", breach.place, breach.what, breach.cure);
}

type Program = (&'static str, fn() -> Result<()>);

/// What well-known programs judge.
fn programs() -> Vec<Program> {
    let mut programs: Vec<Program> = vec![
        ("the format is rustfmt's", format),
        ("clippy is content", lint),
        ("rustdoc is content", docs::build),
        ("the web app is as it should be", web::check),
    ];
    if program::has_cargo("deny") {
        programs.push(("cargo-deny is content", deny));
    }
    programs
}

fn format() -> Result<()> {
    program::run("cargo", &["fmt", "--all", "--check"])
        .map_err(|error| error.context("run `cargo xtask fix`"))
}

fn lint() -> Result<()> {
    let arguments = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--keep-going",
        "--",
        "-D",
        "warnings",
    ];
    program::run("cargo", &arguments)
}

fn deny() -> Result<()> {
    program::run("cargo", &["deny", "--offline", "check", "bans", "licenses", "sources"])
}
