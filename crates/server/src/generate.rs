//! What the repository keeps of what the server says of itself: `cargo xtask gen` asks for it.

mod can;

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::config;

/// Writes the table of permissions, for people and for the web app, the description of every route
/// and the reference of every setting below `out`, where the repository keeps them.
pub fn generate(out: &Path) -> Result<()> {
    let mut routes = api::openapi(api::roles::cloud());
    routes.merge(api::openapi(api::roles::self_hosted()));
    let mut routes = serde_json::to_string_pretty(&described(&routes)?)?;
    routes.push('\n');
    write(out, "docs/openapi.json", &routes)?;
    write(out, "docs/authz-matrix.txt", &domain::authz::matrix())?;
    write(out, "web/src/api/can.gen.ts", &can::table())?;
    write(out, "docs/how-to/configuration.md", &config::reference::page())
}

/// The description under the project's own name. Operations go by method and path alone: two rooms may
/// call their handlers the same.
fn described(routes: &impl serde::Serialize) -> Result<Value> {
    let mut routes = serde_json::to_value(routes)?;
    if let Some(description) = routes.as_object_mut() {
        let about = json!({ "title": "Wardstead", "version": env!("CARGO_PKG_VERSION") });
        description.insert("info".to_owned(), about);
    }
    let paths = routes.get_mut("paths").and_then(Value::as_object_mut);
    for operations in paths.into_iter().flat_map(|paths| paths.values_mut()) {
        for operation in operations.as_object_mut().into_iter().flat_map(|map| map.values_mut()) {
            if let Some(operation) = operation.as_object_mut() {
                operation.remove("operationId");
            }
        }
    }
    Ok(routes)
}

fn write(out: &Path, name: &str, text: &str) -> Result<()> {
    let file = out.join(name);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}
