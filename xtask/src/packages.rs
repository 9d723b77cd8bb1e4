//! Programs of the system, installed where we may.

use std::{
    fs,
    os::unix::fs::MetadataExt as _,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

/// A kind of system whose way to install programs we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    Debian,
    /// Like Debian, but its Chromium comes another way, by a package of another name.
    Ubuntu,
    Fedora,
    Homebrew,
}

/// What the systems call a package.
pub struct Names {
    pub debian: &'static str,
    pub ubuntu: &'static str,
    pub fedora: &'static str,
    pub homebrew: &'static str,
}

impl System {
    /// The system we are on.
    pub fn here() -> Option<Self> {
        if cfg!(target_os = "macos") {
            return Some(Self::Homebrew);
        }
        if Path::new("/usr/bin/apt-get").exists() {
            let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
            let ubuntu = release.lines().any(|line| line == "ID=ubuntu");
            return Some(if ubuntu { Self::Ubuntu } else { Self::Debian });
        }
        Path::new("/usr/bin/dnf").exists().then_some(Self::Fedora)
    }

    pub fn name(self, names: &Names) -> &'static str {
        match self {
            Self::Debian => names.debian,
            Self::Ubuntu => names.ubuntu,
            Self::Fedora => names.fedora,
            Self::Homebrew => names.homebrew,
        }
    }

    /// The line somebody types to install `packages`.
    pub fn line(self, packages: &[&str]) -> String {
        let packages = packages.join(" ");
        let sudo = if is_root() { "" } else { "sudo " };
        match self {
            Self::Debian | Self::Ubuntu => format!(
                "{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {packages}"
            ),
            Self::Fedora => format!("{sudo}dnf install -y {packages}"),
            Self::Homebrew => format!("brew install {packages}"),
        }
    }

    /// Whether packages may be installed without asking anybody: on Debian and its kin, as root, or
    /// as somebody whom `sudo` asks for no password.
    pub fn rights(self) -> Option<Rights> {
        let debian = matches!(self, Self::Debian | Self::Ubuntu);
        if debian && is_root() {
            return Some(Rights { before: &[] });
        }
        (debian && sudo_asks_nothing()).then_some(Rights { before: &["sudo", "-n"] })
    }
}

/// The right to install packages.
pub struct Rights {
    /// The words before a command that make it run as root.
    before: &'static [&'static str],
}

/// A service would be started with its package; the policy, while it is there, forbids it. Lists of
/// packages may be partly out of reach and still name what is wanted. A thousand lines of progress
/// are left out; errors are not among them.
const INSTALL: &str = r#"
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    trap 'exit 1' INT TERM HUP
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
fi
apt-get -q -o Acquire::http::Timeout=20 update >/dev/null
apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@" >/dev/null
"#;

impl Rights {
    /// Installs `packages`.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        let words = [self.before, &["sh", "-c", INSTALL, "sh"], packages].concat();
        let (program, arguments) = words.split_first().context("nothing to run")?;
        let status = Command::new(program).args(arguments).stdin(Stdio::null()).status()?;
        if !status.success() {
            bail!("apt-get could not install {}; what it said is above", packages.join(" "));
        }
        Ok(())
    }
}

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

fn sudo_asks_nothing() -> bool {
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", "true"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    sudo.status().is_ok_and(|status| status.success())
}
