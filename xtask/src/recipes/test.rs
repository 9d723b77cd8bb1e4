//! `cargo xtask test`: everything, from nothing.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::check;
use crate::{
    needs::{self, CHROMIUM, GIT, POSTGRES},
    postgres::Postgres,
    program, room, server, web,
    workspace::root,
};

/// What everything takes on the disk, from nothing.
const ROOM: u64 = 8_000_000_000;

pub fn run(arguments: &[String]) -> Result<()> {
    let filter: Vec<&str> = arguments.iter().map(String::as_str).collect();
    set_up(filter.is_empty())?;
    let mut stages = Stages::default();
    stages.run("checks", || if filter.is_empty() { check::run(&[]) } else { Ok(()) });

    // The stories run the server's own program, with its pages.
    let mut built = None;
    stages.run("build", || {
        web::build()?;
        built = Some(server::build()?);
        Ok(())
    });
    if filter.is_empty() {
        stages.run("examples in the documentation", examples);
        stages.run("tests of the web app", || web::test(&[]));
        if let Some(binary) = built {
            stages.run("stories in a browser", || web::stories(&binary, &[]));
        }
    }
    // Last, so that its summary stands at the end.
    match Postgres::start() {
        Ok(mut postgres) => {
            println!("· PostgreSQL answers at {}", postgres.url());
            stages.run("tests, on SQLite and PostgreSQL", || {
                tests(postgres.url(), &filter).map_err(|error| explained(error, &mut postgres))
            });
        }
        Err(error) => stages.run("PostgreSQL", || Err(error)),
    }
    stages.finish()
}

/// Everything that is not built here. What cannot be had is said now, not after the first half of
/// the work.
fn set_up(everything: bool) -> Result<()> {
    if !everything {
        return needs::meet(&[GIT, POSTGRES]);
    }
    needs::meet(&[GIT, POSTGRES, CHROMIUM])?;
    if let Some(free) = room::free(root()).filter(|free| *free < ROOM) {
        let (free, all) = (room::gigabytes(free), room::gigabytes(ROOM));
        println!("· {free} are free on this disk; from nothing, everything takes up to {all}");
    }
    web::install()
}

/// Why tests failed, when it was none of their doing.
fn explained(error: anyhow::Error, postgres: &mut Postgres) -> anyhow::Error {
    if !postgres.ended() {
        return error;
    }
    let left = room::free(&std::env::temp_dir()).map(room::gigabytes);
    error.context(format!(
        "PostgreSQL ended while the tests ran, so those that needed it failed; {} are free where it \
         kept its data",
        left.as_deref().unwrap_or("unknown amounts")
    ))
}

/// Every test of the workspace; those of the database on both engines.
fn tests(postgres: &str, filter: &[&str]) -> Result<()> {
    let mut words = if program::has_cargo("nextest") {
        vec!["nextest", "run", "--workspace", "--no-fail-fast"]
    } else {
        vec!["test", "--workspace", "--all-targets", "--no-fail-fast"]
    };
    words.extend(filter);
    program::run_with("cargo", &words, &[("TEST_POSTGRES_URL", postgres)])
}

fn examples() -> Result<()> {
    program::run("cargo", &["test", "--quiet", "--workspace", "--doc"])
}

/// What ran, how long it took and how it ended.
#[derive(Default)]
struct Stages {
    done: Vec<(&'static str, Duration, bool)>,
}

impl Stages {
    /// Runs a stage; those after it run even when it fails.
    fn run(&mut self, name: &'static str, stage: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = stage();
        if let Err(error) = &outcome {
            eprintln!("{error:#}");
        }
        self.done.push((name, start.elapsed(), outcome.is_ok()));
    }

    fn finish(self) -> Result<()> {
        println!();
        for (name, duration, fine) in &self.done {
            let mark = if *fine { "ok    " } else { "FAILED" };
            println!("{mark} {:>7.1} s  {name}", duration.as_secs_f64());
        }
        let failed: Vec<&str> =
            self.done.iter().filter(|(_, _, fine)| !fine).map(|(name, ..)| *name).collect();
        if failed.is_empty() {
            return Ok(());
        }
        bail!("failed: {}", failed.join("; "))
    }
}
