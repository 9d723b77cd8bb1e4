//! The story of a Families sponsorship, on both engines.

use anyhow::Result;
use wardstead_e2e::{
    servers::Engine,
    story::{Language, Teller, families},
};

#[tokio::test]
async fn on_sqlite_told_in_french() -> Result<()> {
    let mut teller = Teller::new(Language::French, std::io::stdout());
    families::tell(Engine::Sqlite, &mut teller).await
}

#[tokio::test]
async fn on_postgres_told_in_english() -> Result<()> {
    if !Engine::Postgres.available() {
        eprintln!("not run: TEST_POSTGRES_URL is not set");
        return Ok(());
    }
    let mut teller = Teller::new(Language::English, std::io::stdout());
    families::tell(Engine::Postgres, &mut teller).await
}
