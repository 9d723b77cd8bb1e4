//! `cargo xtask db`: a new migration, or fresh development databases.

use std::{fs, net::TcpStream};

use anyhow::{Context as _, Result, bail};

use super::up;
use crate::{rules::MIGRATION_PLACEHOLDER, workspace::root};

pub fn run(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["new", name] => new(name),
        ["reset"] => reset(),
        _ => bail!("say `db new NAME` or `db reset`"),
    }
}

fn new(name: &str) -> Result<()> {
    let fits =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if name.is_empty() || !name.chars().all(fits) {
        bail!("a migration is named in small letters, digits and underscores: member_notes");
    }
    let folder = root().join("crates/store/migrations");
    let names = fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let file = folder.join(format!("{:04}_{name}.sql", next(names)));
    fs::write(&file, format!("{MIGRATION_PLACEHOLDER}\n"))
        .with_context(|| format!("{} could not be written", file.display()))?;
    println!("{}: begin with the reason, then the change; both engines run it", file.display());
    Ok(())
}

/// The number after the highest one in use.
fn next(names: impl Iterator<Item = String>) -> u32 {
    let numbers = names.filter_map(|name| name.split('_').next()?.parse::<u32>().ok());
    numbers.max().unwrap_or(0) + 1
}

fn reset() -> Result<()> {
    for (name, port) in [("cloud", up::CLOUD.port), ("self-hosted", up::SELF_HOSTED.port)] {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            bail!("something listens on port {port}; stop `cargo xtask up` first");
        }
        let folder = root().join("data").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
            println!("removed data/{name}");
        }
    }
    println!("`cargo xtask up` makes fresh ones");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn a_migration_follows_the_last_one() {
        let names = ["0001_accounts.sql", "0009_x.sqlite.sql", "notes.txt"].map(String::from);
        assert_eq!(next(names.into_iter()), 10);
        assert_eq!(next(std::iter::empty()), 1);
    }
}
