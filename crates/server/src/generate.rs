//! What the repository keeps of what the server says of itself: `cargo xtask gen` asks for it.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};

use crate::config;

/// Writes the table of permissions, the description of every route and the reference of every
/// setting below `out`, where the repository keeps them.
pub fn generate(out: &Path) -> Result<()> {
    let mut routes = api::openapi(api::roles::cloud());
    routes.merge(api::openapi(api::roles::self_hosted()));
    let mut routes = serde_json::to_string_pretty(&routes)?;
    routes.push('\n');
    write(out, "docs/openapi.json", &routes)?;
    write(out, "docs/authz-matrix.txt", &domain::authz::matrix())?;
    write(out, "docs/how-to/configuration.md", &config::reference::page())
}

fn write(out: &Path, name: &str, text: &str) -> Result<()> {
    let file = out.join(name);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}
