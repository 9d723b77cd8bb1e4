//! The server program the stories run.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use tokio::{process::Command, sync::OnceCell};

static FOUND: OnceCell<PathBuf> = OnceCell::const_new();

/// The program named by `WARDSTEAD_BIN`, else the one built beside these tests, which is built
/// when it is missing.
pub async fn find() -> Result<PathBuf> {
    FOUND.get_or_try_init(search).await.cloned()
}

async fn search() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("WARDSTEAD_BIN") {
        let named = PathBuf::from(named);
        ensure!(named.is_file(), "WARDSTEAD_BIN names no file: {}", named.display());
        return Ok(named);
    }
    let own = std::env::current_exe()?;
    let folder = own.ancestors().nth(1).context("a program lies in a folder")?;
    let folder = if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder };
    let built = folder.join(format!("wardstead{}", std::env::consts::EXE_SUFFIX));
    if !built.is_file() {
        build().await?;
    }
    ensure!(built.is_file(), "the server was built, but not to {}", built.display());
    Ok(built)
}

async fn build() -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--package", "wardstead-server"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .await?;
    ensure!(status.success(), "the server does not build");
    Ok(())
}
