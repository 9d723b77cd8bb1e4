//! The web app: built, checked, and told stories of.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

use anyhow::{Context as _, Result};

use crate::{
    chromium, node, program,
    workspace::{self, root},
};

const APP: &str = "web";
/// Writes the types of the routes; apart, because its generator wants an older TypeScript.
const GENERATOR: &str = "web/gen";
const STORIES: &str = "e2e/web";

/// The types of the routes, as the web app reads them.
pub const SCHEMA: &str = "web/src/api/schema.gen.ts";
/// Of what the pages were built.
const BUILT_FROM: &str = "web/dist/.built-from";

/// Installs the packages of everything that is written for the browser.
pub fn install() -> Result<()> {
    [APP, GENERATOR, STORIES].into_iter().try_for_each(node::install)
}

/// Builds the pages, unless nothing changed since they were built.
pub fn build() -> Result<()> {
    let sources = sources()?;
    if workspace::text(BUILT_FROM) == sources {
        return Ok(());
    }
    node::install(APP)?;
    println!("· building the web app");
    node::script(APP, "build", &["--logLevel", "warn"], &[])?;
    fs::write(root().join(BUILT_FROM), sources)?;
    Ok(())
}

/// Format, lints, types and sizes of everything that is written for the browser.
pub fn check() -> Result<()> {
    node::script(APP, "check", &[], &[])?;
    node::script(STORIES, "check", &[], &[])?;
    build()?;
    node::script(APP, "budget", &[], &[])
}

/// Mends what format and lints can mend by themselves.
pub fn fix() -> Result<()> {
    node::script(APP, "fix", &[], &[])?;
    node::script(STORIES, "fix", &[], &[])
}

/// The tests beside the components.
pub fn test(filter: &[&str]) -> Result<()> {
    node::script(APP, "test", filter, &[])
}

/// Tells the stories of that name, or all, in a browser, on servers of `binary`.
pub fn stories(binary: &Path, filter: &[&str]) -> Result<()> {
    in_browser("test", binary, filter, &[])
}

/// Measures the pages in a browser, on a server of `binary`; on a busy machine when that is known.
pub fn bench(binary: &Path, busy: bool) -> Result<()> {
    let known: &[_] = if busy { &[("WARDSTEAD_BUSY", "1")] } else { &[] };
    in_browser("bench", binary, &[], known)
}

fn in_browser(
    script: &str,
    binary: &Path,
    arguments: &[&str],
    more: &[(&str, &str)],
) -> Result<()> {
    let browser = chromium::find().context("Chromium was not found")?;
    let (browser, binary) = (browser.to_string_lossy(), binary.to_string_lossy());
    let mut environment = vec![("CHROMIUM", &*browser), ("WARDSTEAD_BIN", &*binary)];
    environment.extend(more);
    node::script(STORIES, script, arguments, &environment)
}

/// The types of the routes that `openapi` describes.
pub fn schema(openapi: &str) -> Result<String> {
    node::install(GENERATOR)?;
    let folder = std::env::temp_dir().join(format!("wardstead-schema-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (from, to) = (folder.join("openapi.json"), folder.join("schema.ts"));
    let written = fs::write(&from, openapi).map_err(Into::into).and_then(|()| {
        let generator = format!("{GENERATOR}/node_modules/openapi-typescript/bin/cli.js");
        let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
        program::quietly("node", &[&generator, &from, "--alphabetize", "--output", &to])?;
        Ok(fs::read_to_string(&*to)?)
    });
    fs::remove_dir_all(&folder)?;
    written
}

/// A word for all the web app is built from: another one when any of it changes.
fn sources() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in workspace::files()? {
        let ours = file.strip_prefix("web/").is_some_and(|file| !file.starts_with("gen/"));
        if ours {
            (&file, fs::read(root().join(&file))?).hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}
