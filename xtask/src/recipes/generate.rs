//! `cargo xtask gen`: every generated file.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::{
    needs::{self, GIT},
    routes, rules, server, web,
    workspace::{self, root},
};

const OPENAPI: &str = "docs/openapi.json";
const ROUTES: &str = "fixtures/protocol/routes.txt";
const COVERAGE: &str = "docs/coverage.md";

pub fn run(_: &[String]) -> Result<()> {
    needs::meet(&[GIT])?;
    for (file, text) in everything()? {
        if workspace::text(&file) != text {
            let path = root().join(&file);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, text).with_context(|| format!("{file} could not be written"))?;
            println!("wrote {file}");
        }
    }
    Ok(())
}

/// Every generated file, with the text it should have.
pub fn everything() -> Result<Vec<(String, String)>> {
    let mut files = of_the_server()?;
    let (_, openapi) = files
        .iter()
        .find(|(file, _)| file == OPENAPI)
        .context("the server wrote no OpenAPI document")?;
    let schema = web::schema(openapi)?;
    let openapi: Value = serde_json::from_str(openapi)?;
    let coverage = routes::coverage(&workspace::text(ROUTES), &openapi);
    files.push((web::SCHEMA.into(), schema));
    files.push((COVERAGE.into(), coverage));
    files.push((rules::PERMIT_LIST.into(), rules::permit_listing()?));
    Ok(files)
}

/// What the server writes of itself.
fn of_the_server() -> Result<Vec<(String, String)>> {
    let binary = server::build()?;
    let folder = std::env::temp_dir().join(format!("wardstead-gen-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let out = folder.to_string_lossy();
    let written =
        server::call(&binary, &["generate", "--out", &out]).and_then(|()| read(&folder, &folder));
    fs::remove_dir_all(&folder)?;
    written
}

/// Every file below `folder`, named from `top`.
fn read(folder: &Path, top: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(read(&path, top)?);
        } else {
            let name = path.strip_prefix(top)?.to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
