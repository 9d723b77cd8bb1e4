//! The program, started in a folder of its own.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

/// A data folder, and the program on it.
pub struct Folder {
    _keep: TempDir,
    /// The data folder.
    pub data: PathBuf,
}

impl Folder {
    /// An empty one, with these settings.
    pub fn with(settings: &str) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let folder = Self { data: keep.path().join("data"), _keep: keep };
        folder.set(settings);
        folder
    }

    /// Writes the settings file.
    pub fn set(&self, settings: &str) {
        std::fs::create_dir_all(&self.data).unwrap();
        std::fs::write(self.data.join("wardstead.toml"), settings).unwrap();
    }

    /// The program on this folder, not yet started.
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wardstead"));
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.arg("--data").arg(&self.data).stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.program().args(arguments).output().unwrap()
    }

    /// Runs a command that must end well; answers what it said.
    #[track_caller]
    pub fn well(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", told(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must end badly; answers what it said.
    #[track_caller]
    pub fn badly(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} ended well: {}", told(&output));
        told(&output)
    }

    /// Starts the server, and waits until it answers.
    pub fn serve(&self) -> Served {
        let log = std::fs::File::create(self.data.with_extension("log")).unwrap();
        let child = self.program().arg("serve").stderr(log).stdout(Stdio::null()).spawn().unwrap();
        let mut served = Served { child, data: self.data.clone() };
        served.wait();
        served
    }

    /// What the server wrote into its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.data.with_extension("log")).unwrap_or_default()
    }
}

fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

/// A server that runs until it is dropped.
pub struct Served {
    /// The process.
    pub child: Child,
    data: PathBuf,
}

impl Served {
    #[expect(clippy::disallowed_methods, reason = "a process tells of itself by a file alone")]
    fn wait(&mut self) {
        let limit = Instant::now() + Duration::from_mins(1);
        while self.note().is_none() {
            assert!(self.child.try_wait().unwrap().is_none(), "the server ended: {}", self.log());
            assert!(Instant::now() < limit, "the server does not answer: {}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.data.with_extension("log")).unwrap_or_default()
    }

    /// The note it left.
    pub fn note(&self) -> Option<Value> {
        note(&self.data)
    }

    /// Where it answers.
    pub fn address(&self) -> String {
        self.note().unwrap()["address"].as_str().unwrap().to_owned()
    }

    /// Ends it by a signal, and waits for that.
    pub fn end(mut self) -> std::process::ExitStatus {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        self.child.wait().unwrap()
    }
}

/// The note in a data folder.
pub fn note(data: &Path) -> Option<Value> {
    serde_json::from_slice(&std::fs::read(data.join("run/server.json")).ok()?).ok()
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Settings of a server on a port the system chooses.
pub const SELF_HOSTED: &str =
    "[server]\nrole = \"self-hosted\"\n[listen]\nhttp = \"127.0.0.1:0\"\n";
