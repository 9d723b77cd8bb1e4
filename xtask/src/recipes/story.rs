//! `cargo xtask story NAME`: a life cycle against real servers, told step by step.

use anyhow::{Result, bail};

use crate::{
    needs::{self, CHROMIUM, GIT, POSTGRES},
    postgres::Postgres,
    program, server, web,
};

pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!(
            "say which: `story families`, with `--lang fr` or `--engine postgres` if you like; or \
             `story web`, with a name if you like"
        );
    }
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["web", names @ ..] = words.as_slice() {
        needs::meet(&[GIT, CHROMIUM])?;
        web::build()?;
        return web::stories(&server::build()?, names);
    }
    let on_postgres = words.iter().any(|word| word.ends_with("postgres"));
    if on_postgres {
        needs::meet(&[POSTGRES])?;
    }
    let story = server::build()?.with_file_name("story").to_string_lossy().into_owned();
    if !on_postgres {
        return program::run(&story, &words);
    }
    let postgres = Postgres::start()?;
    program::run_with(&story, &words, &[("TEST_POSTGRES_URL", postgres.url())])
}
