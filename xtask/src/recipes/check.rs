//! `cargo xtask check`: everything a program can judge without running the tests.

use anyhow::{Result, bail};

use crate::{program, rules};

pub fn run(_: &[String]) -> Result<()> {
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
        let breaches = check()?;
        for breach in &breaches {
            eprintln!("  {}: {}\n    → {}", breach.place, breach.what, breach.cure);
        }
        if !breaches.is_empty() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!("not as it should be: {}", failed.join("; "))
}

type Program = (&'static str, fn() -> Result<()>);

/// What well-known programs judge.
fn programs() -> Vec<Program> {
    let mut programs: Vec<Program> =
        vec![("the format is rustfmt's", format), ("clippy is content", lint)];
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
    let arguments =
        ["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    program::run("cargo", &arguments)
}

fn deny() -> Result<()> {
    program::run("cargo", &["deny", "--offline", "check", "bans", "licenses", "sources"])
}
