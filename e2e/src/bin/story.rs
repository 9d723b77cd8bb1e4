//! Tells a story on real servers: `story families --lang fr --engine postgres`.

use anyhow::{Result, ensure};
use clap::{Parser, ValueEnum};
use wardstead_e2e::{
    servers,
    story::{Language, Teller, families},
};

/// Tells a life cycle step by step, against real servers
#[derive(Debug, Parser)]
struct Cli {
    /// The story
    story: Story,
    /// The language it is told in
    #[arg(long, default_value = "en")]
    lang: Language,
    /// What the servers keep their data in
    #[arg(long, default_value = "sqlite")]
    engine: Engine,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Story {
    /// Self-hosting Families sponsorships
    Families,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Engine {
    /// A file each
    Sqlite,
    /// A database each, on the server `TEST_POSTGRES_URL` names
    Postgres,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Cli { story, lang, engine } = Cli::parse();
    let engine = match engine {
        Engine::Sqlite => servers::Engine::Sqlite,
        Engine::Postgres => servers::Engine::Postgres,
    };
    ensure!(engine.available(), "TEST_POSTGRES_URL is not set");
    let mut teller = Teller::new(lang, std::io::stdout());
    match story {
        Story::Families => families::tell(engine, &mut teller).await,
    }
}
