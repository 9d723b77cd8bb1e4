//! The browser the stories are told in: found or installed.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::{packages, program};

const MISSING: &str = "Chromium is needed to tell the stories of the web app, and was not found. Install it (Debian: \
    sudo apt-get install -y chromium; Ubuntu: sudo snap install chromium), or name it in CHROMIUM.";

const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The browser `CHROMIUM` names, or the system's, which is installed where we may.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = program::environment("CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !packages::may_install() {
        bail!(MISSING);
    }
    println!("Chromium is missing; installing it");
    packages::install(&["chromium"]).context(MISSING)?;
    find().context(MISSING)
}

fn find() -> Option<PathBuf> {
    PLACES.iter().map(Path::new).find(|place| place.exists()).map(Path::to_path_buf)
}
