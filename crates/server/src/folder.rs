//! The data folder: what lies where.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// What belongs to the running server alone, and to no backup.
pub const RUN: &str = "run";
/// Backups the server made by itself.
pub const BACKUPS: &str = "backups";

/// Lets every file this process makes from now on be readable by its owner alone: the database, its
/// journal, and whatever else holds secrets.
pub fn keep_private() {
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Makes the folder for what the running server keeps, readable by its owner alone.
pub fn run(data: &Path) -> Result<PathBuf> {
    private(&data.join(RUN))
}

/// Makes a folder that its owner alone may read.
pub fn private(folder: &Path) -> Result<PathBuf> {
    use std::os::unix::fs::DirBuilderExt as _;

    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    Ok(folder.to_owned())
}

/// Writes a file so that others see the old or the new content, never half of it, and that its owner
/// alone may read.
pub fn replace(file: &Path, content: &[u8]) -> Result<()> {
    use std::io::Write as _;

    let folder = file.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)
        .with_context(|| format!("nothing can be written in {}", folder.display()))?;
    beside.write_all(content)?;
    beside.as_file().sync_all()?;
    beside.persist(file).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(())
}
