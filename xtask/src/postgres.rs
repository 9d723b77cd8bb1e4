//! A PostgreSQL of our own for as long as the tests run: found, started, thrown away.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::chown,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{
    packages,
    program::{self, Guarded},
};

/// A server that is gone, with its folder, when this value is.
pub struct Postgres {
    url: String,
    /// None when someone gave us a server of theirs.
    server: Option<Guarded>,
}

impl Postgres {
    /// The server `TEST_POSTGRES_URL` names, or a new one.
    pub fn start() -> Result<Self> {
        if let Some(url) = named() {
            return Ok(Self { url, server: None });
        }
        let programs = find().context("PostgreSQL was not found")?;
        // A free port may be taken in the moment between finding and using it; once more, then.
        Self::launch(&programs).or_else(|_| Self::launch(&programs))
    }

    /// Where it is reached, by a role that may create databases.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether it was started here, and has ended by itself meanwhile.
    pub fn ended(&mut self) -> bool {
        self.server.as_mut().is_some_and(|server| !server.runs())
    }

    fn launch(programs: &Path) -> Result<Self> {
        let folder =
            std::env::temp_dir().join(format!("wardstead-postgres-{}", std::process::id()));
        let data = folder.join("data");
        fs::create_dir_all(&folder)?;
        // PostgreSQL refuses to run as root.
        let somebody = if packages::is_root() { Some(unprivileged()?) } else { None };
        if let Some(user) = &somebody {
            chown(&folder, Some(user.uid), Some(user.gid))?;
        }
        let prefix = somebody.as_ref().map(User::prefix).transpose()?.unwrap_or_default();

        let data_text = data.to_string_lossy();
        let initdb = programs.join("initdb");
        let mut words = prefix.clone();
        words.extend(
            [
                &*initdb.to_string_lossy(),
                "-D",
                &*data_text,
                "-U",
                "vault",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ]
            .map(str::to_owned),
        );
        let outcome = command(&words)?.current_dir(&folder).stdout(Stdio::null()).output()?;
        if !outcome.status.success() {
            bail!("initdb failed: {}", String::from_utf8_lossy(&outcome.stderr).trim());
        }

        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut words = prefix;
        words.push(programs.join("postgres").to_string_lossy().into_owned());
        words.extend(["-D".to_owned(), data_text.into_owned()]);
        for setting in [
            format!("port={port}"),
            "listen_addresses=127.0.0.1".into(),
            format!("unix_socket_directories={}", folder.display()),
            "max_connections=300".into(),
            "fsync=off".into(),
            "synchronous_commit=off".into(),
            "full_page_writes=off".into(),
            "log_min_messages=panic".into(),
            "log_min_error_statement=panic".into(),
        ] {
            words.extend(["-c".to_owned(), setting]);
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut server = Guarded::start(&words, &[], "INT", Some(&folder))?;
        if ready(&mut server, programs, port) {
            let url = format!("postgres://vault@127.0.0.1:{port}/postgres");
            return Ok(Self { url, server: Some(server) });
        }
        bail!("PostgreSQL did not start; look above for its own words")
    }
}

/// Waits until the server answers; not when it ended.
#[expect(clippy::disallowed_methods, reason = "a recipe has nothing else to do meanwhile")]
fn ready(server: &mut Guarded, programs: &Path, port: u16) -> bool {
    let patience = Instant::now() + Duration::from_secs(30);
    while Instant::now() < patience && server.runs() {
        let answers = Command::new(programs.join("pg_isready"))
            .args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()])
            .status()
            .is_ok_and(|status| status.success());
        if answers {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

/// Whether there is one to start, or one that was named.
pub fn there() -> bool {
    named().is_some() || find().is_some()
}

fn named() -> Option<String> {
    program::environment("TEST_POSTGRES_URL")
}

/// The folder of PostgreSQL's programs; the newest, where there are several.
fn find() -> Option<PathBuf> {
    let complete = |folder: &PathBuf| {
        ["initdb", "postgres", "pg_isready"].iter().all(|name| folder.join(name).exists())
    };
    let on_path =
        program::environment("PATH").and_then(|path| std::env::split_paths(&path).find(complete));
    let mut installed: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_string_lossy().parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| complete(folder))
        .collect();
    installed.sort();
    on_path.or_else(|| installed.pop().map(|(_, folder)| folder))
}

/// Somebody to run the server as.
struct User {
    name: String,
    uid: u32,
    gid: u32,
}

impl User {
    /// The words before a command that make it run as this user.
    fn prefix(&self) -> Result<Vec<String>> {
        let (uid, gid) = (self.uid, self.gid);
        if program::installed("setpriv") {
            return Ok(vec![
                "setpriv".into(),
                format!("--reuid={uid}"),
                format!("--regid={gid}"),
                "--clear-groups".into(),
            ]);
        }
        if program::installed("runuser") {
            return Ok(vec!["runuser".into(), "-u".into(), self.name.clone(), "--".into()]);
        }
        bail!(
            "PostgreSQL cannot run as root, and neither setpriv nor runuser is here to change that"
        )
    }
}

/// The user `postgres`, or else `nobody`.
fn unprivileged() -> Result<User> {
    let list = fs::read_to_string("/etc/passwd")?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| user(&list, name))
        .context("PostgreSQL cannot run as root, and there is no user `postgres` or `nobody`")
}

fn user(list: &str, name: &str) -> Option<User> {
    list.lines().find_map(|line| {
        let mut fields = line.split(':');
        let found = fields.next().filter(|field| *field == name)?;
        let uid = fields.nth(1)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(User { name: found.to_owned(), uid, gid })
    })
}

fn command(words: &[String]) -> Result<Command> {
    let (program, arguments) = words.split_first().context("nothing to run")?;
    let mut command = Command::new(program);
    command.args(arguments);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::user;

    #[test]
    fn a_user_is_found_by_the_whole_of_its_name() {
        let list = "root:x:0:0:root:/root:/bin/sh\npostgres2:x:7:8::/:\npostgres:x:101:104:,,,:/var:/bin/sh\n";
        let found = user(list, "postgres").unwrap();
        assert_eq!((found.uid, found.gid), (101, 104));
        assert!(user(list, "nobody").is_none());
    }
}
