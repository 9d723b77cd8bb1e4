//! Measures: `bench sync`, `bench installations`.
#![expect(clippy::print_stdout, reason = "what was measured is printed")]

use anyhow::{Result, ensure};
use clap::{Parser, ValueEnum};
use wardstead_e2e::{
    bench::{self, Sizes},
    servers::Engine,
};

/// Measures a life cycle on real servers, and prints a table
#[derive(Debug, Parser)]
struct Cli {
    /// What is measured
    bench: Bench,
    /// What the servers keep their data in
    #[arg(long, default_value = "sqlite")]
    engine: EngineName,
    /// How many sponsorships the large organization has
    #[arg(long, default_value_t = 100_000)]
    sponsorships: usize,
    /// How many installations sync with the cloud
    #[arg(long, default_value_t = 10_000)]
    installations: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Bench {
    /// Both of the others
    Sync,
    /// One organization with many sponsorships
    Sponsorships,
    /// A cloud with many installations
    Installations,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum EngineName {
    /// A file each
    Sqlite,
    /// A database each, on the server `TEST_POSTGRES_URL` names
    Postgres,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Cli { bench, engine, sponsorships, installations } = Cli::parse();
    let engine = match engine {
        EngineName::Sqlite => Engine::Sqlite,
        EngineName::Postgres => Engine::Postgres,
    };
    ensure!(engine.available(), "TEST_POSTGRES_URL is not set");
    if bench != Bench::Installations {
        let sizes = Sizes { small: 1_000.min(sponsorships), large: sponsorships };
        println!("{}\n", bench::sync(engine, sizes).await?);
    }
    if bench != Bench::Sponsorships {
        println!("{}", bench::daily(engine, installations).await?);
    }
    Ok(())
}
