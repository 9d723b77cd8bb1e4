//! `cargo xtask story NAME`: a life cycle against real servers, told step by step.

use anyhow::{Result, bail};

use crate::{postgres::Postgres, program};

pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!(
            "say which: `story sponsorship`, with `--lang fr` or `--engine postgres` if you like"
        );
    }
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    tell(&words)
}

/// Builds the server, then tells the story `words` ask for.
pub fn tell(words: &[&str]) -> Result<()> {
    program::run("cargo", &["build", "--quiet", "--package", "wardstead-server"])?;
    let mut command = vec!["run", "--quiet", "--package", "wardstead-e2e", "--bin", "story", "--"];
    command.extend(words);
    if !words.contains(&"postgres") && !words.contains(&"--engine=postgres") {
        return program::run("cargo", &command);
    }
    let postgres = Postgres::start()?;
    program::run_with("cargo", &command, &[("TEST_POSTGRES_URL", postgres.url())])
}
