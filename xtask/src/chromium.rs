//! The browser the stories are told in.

use std::path::PathBuf;

use crate::program;

const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The browser `CHROMIUM` names, or the system's.
pub fn find() -> Option<PathBuf> {
    let named = program::environment("CHROMIUM").map(PathBuf::from);
    named.or_else(|| PLACES.iter().map(PathBuf::from).find(|place| place.exists()))
}
