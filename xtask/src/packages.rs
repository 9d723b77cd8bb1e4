//! Programs of the system, installed where we may.

use std::{fs, os::unix::fs::MetadataExt as _, path::Path};

use anyhow::Result;

use crate::program;

/// Whether packages may be installed: as root, on Debian and its kin.
pub fn may_install() -> bool {
    is_root() && Path::new("/usr/bin/apt-get").exists()
}

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Installs the first of `names` that is there.
pub fn install(names: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        program::run_with("apt-get", arguments, &[("DEBIAN_FRONTEND", "noninteractive")])
    };
    apt(&["update", "-q"])?;
    let one = |name: &&str| apt(&["install", "-q", "-y", "--no-install-recommends", name]);
    let mut outcome = Ok(());
    for name in names {
        outcome = one(name);
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}
