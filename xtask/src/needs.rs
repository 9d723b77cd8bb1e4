//! What a recipe needs of the machine: looked for before any work, all at once, and installed where
//! we may.

use anyhow::{Result, bail};

use crate::{
    chromium, node,
    packages::{Names, System},
    postgres, program,
};

/// A program of the system that a recipe runs.
pub struct Need {
    name: &'static str,
    there: fn() -> bool,
    packages: Names,
    /// What would do as well.
    instead: &'static str,
}

/// Says which files are ours.
pub const GIT: Need = Need {
    name: "git",
    there: || program::installed("git"),
    packages: Names { debian: "git", ubuntu: "git", fedora: "git", homebrew: "git" },
    instead: "",
};

/// The second database, with the tools that take it out and bring it back.
pub const POSTGRES: Need = Need {
    name: "PostgreSQL",
    there: || postgres::there() && ["psql", "pg_dump"].into_iter().all(program::installed),
    packages: Names {
        debian: "postgresql",
        ubuntu: "postgresql",
        fedora: "postgresql-server",
        homebrew: "postgresql",
    },
    instead: "With psql and pg_dump here, TEST_POSTGRES_URL may name a server elsewhere, by a role \
              that may create databases.",
};

/// The browser the stories are told in.
pub const CHROMIUM: Need = Need {
    name: "Chromium",
    there: || chromium::find().is_some(),
    packages: Names {
        debian: "chromium",
        ubuntu: "chromium-browser",
        fedora: "chromium",
        homebrew: "google-chrome",
    },
    instead: "CHROMIUM may name a browser of that kind that is somewhere else.",
};

/// Sees to it that Node and `needs` are there; else says everything there is to do.
pub fn meet(needs: &[Need]) -> Result<()> {
    let node = node::ready();
    let system = System::here();
    let mut missing = missing(needs);
    // Without Node somebody has to do something anyway, and may do it all at once.
    if node.is_ok()
        && !missing.is_empty()
        && let Some(system) = system
        && let Some(rights) = system.rights()
    {
        println!("· installing what is missing, which takes a minute or two: {}", names(&missing));
        if let Err(error) = rights.install(&packages(&missing, system)) {
            eprintln!("{error:#}");
        }
        missing.retain(|need| !(need.there)());
    }
    let node = node.err().map(|error| error.to_string());
    let others = (!missing.is_empty()).then(|| order(&missing, system));
    let orders: Vec<String> = node.into_iter().chain(others).collect();
    if orders.is_empty() {
        return Ok(());
    }
    bail!("something is missing on this machine\n\n{}", orders.join("\n\n"))
}

fn missing(needs: &[Need]) -> Vec<&Need> {
    needs.iter().filter(|need| !(need.there)()).collect()
}

fn packages(needs: &[&Need], system: System) -> Vec<&'static str> {
    needs.iter().map(|need| system.name(&need.packages)).collect()
}

fn names(needs: &[&Need]) -> String {
    needs.iter().map(|need| need.name).collect::<Vec<_>>().join(", ")
}

/// What somebody has to do who may install programs.
fn order(missing: &[&Need], system: Option<System>) -> String {
    let what = names(missing);
    let mut lines = vec![match system {
        Some(system) => {
            let line = system.line(&packages(missing, system));
            format!("{what}: run this, then try again:\n\n    {line}\n")
        }
        None => format!("{what}: install this from your system's packages, then try again."),
    }];
    lines
        .extend(missing.iter().map(|need| need.instead.to_owned()).filter(|text| !text.is_empty()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{CHROMIUM, GIT, POSTGRES, order};
    use crate::packages::System;

    #[test]
    fn one_line_installs_all_that_is_missing() {
        let cases = [
            (
                Some(System::Debian),
                "apt-get install -y --no-install-recommends git postgresql chromium\n",
            ),
            (Some(System::Ubuntu), " git postgresql chromium-browser\n"),
            (Some(System::Fedora), "dnf install -y git postgresql-server chromium\n"),
            (Some(System::Homebrew), "brew install git postgresql google-chrome\n"),
            (None, "git, PostgreSQL, Chromium: install this"),
        ];
        for (system, line) in cases {
            let said = order(&[&GIT, &POSTGRES, &CHROMIUM], system);
            assert!(said.contains(line), "{system:?}: {said}");
        }
    }
}
