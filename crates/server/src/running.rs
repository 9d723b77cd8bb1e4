//! The note a running server leaves in its data folder, so that commands find it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal};
use serde::{Deserialize, Serialize};

use crate::{config::changes::Change, folder};

/// What identifies a process beyond its number, which the system gives out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// Its number.
    pub pid: i32,
    /// When it began, in ticks since the machine did.
    pub began: Option<u64>,
    /// Which start of the machine that counts from.
    pub boot: Option<String>,
}

impl Process {
    /// This process.
    pub fn own() -> Self {
        Self::of(rustix::process::getpid().as_raw_nonzero().get())
    }

    fn of(pid: i32) -> Self {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok();
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok();
        // The name, in brackets, may hold anything; the beginning is the 20th field after it.
        let began = stat.as_deref().and_then(|stat| stat.rsplit_once(')')).and_then(|(_, rest)| {
            rest.split_whitespace().nth(19).and_then(|ticks| ticks.parse().ok())
        });
        Self { pid, began, boot: boot.map(|boot| boot.trim().to_owned()) }
    }

    /// Whether this very process still runs.
    pub fn runs(&self) -> bool {
        let Some(pid) = Pid::from_raw(self.pid) else { return false };
        let there = rustix::process::test_kill_process(pid).is_ok();
        there && (self.began.is_none() || Self::of(self.pid) == *self)
    }

    /// Sends it a signal, unless its number belongs to another process by now.
    pub fn signal(&self, signal: Signal) -> Result<()> {
        let pid = Pid::from_raw(self.pid).filter(|_| self.runs());
        let pid = pid.context("the server has just ended")?;
        rustix::process::kill_process(pid, signal)
            .context("the server belongs to another user; run this as that user or as root")
    }
}

/// The note.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Note {
    /// Who runs.
    pub process: Process,
    /// Which start of the server this is: another one after each restart.
    pub instance: String,
    /// Where it answers plain HTTP, for a look at `/alive`.
    pub address: Option<String>,
    /// Its version.
    pub version: String,
}

/// What the running server made of the last wish to reload or restart.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// How many wishes there were.
    pub number: u64,
    /// Why nothing was done.
    pub error: Option<String>,
    /// What changed.
    pub changes: Vec<Change>,
}

fn note_file(data: &Path) -> PathBuf {
    data.join(folder::RUN).join("server.json")
}

fn outcome_file(data: &Path) -> PathBuf {
    data.join(folder::RUN).join("outcome.json")
}

/// The server that runs on the data folder, if one does.
pub fn found(data: &Path) -> Option<Note> {
    let text = std::fs::read(note_file(data)).ok()?;
    let note: Note = serde_json::from_slice(&text).ok()?;
    note.process.runs().then_some(note)
}

/// What the server made of the last wish.
pub fn outcome(data: &Path) -> Outcome {
    let text = std::fs::read(outcome_file(data)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Tells what became of a wish.
pub fn tell(data: &Path, error: Option<String>, changes: Vec<Change>) -> Result<()> {
    folder::run(data)?;
    let outcome = Outcome { number: outcome(data).number + 1, error, changes };
    folder::replace(&outcome_file(data), &serde_json::to_vec(&outcome)?)
}

/// A lock on the data folder that ends with the process, and the note that goes with it.
#[derive(Debug)]
pub struct Running {
    data: PathBuf,
    _lock: std::fs::File,
}

impl Running {
    /// Takes the data folder.
    ///
    /// # Errors
    ///
    /// When another server has it.
    pub fn take(data: &Path) -> Result<Self> {
        let folder = folder::run(data)?;
        let lock = std::fs::File::create(folder.join("lock"))
            .with_context(|| format!("nothing can be written in {}", folder.display()))?;
        if lock.try_lock().is_err() {
            let who = found(data)
                .map_or(String::new(), |note| format!(" (process {})", note.process.pid));
            bail!(
                "another server{who} runs on {}; stop it, or name another --data",
                data.display()
            );
        }
        Ok(Self { data: data.to_owned(), _lock: lock })
    }

    /// Leaves the note.
    pub fn announce(&self, instance: String, address: Option<String>) -> Result<()> {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let note = Note { process: Process::own(), instance, address, version };
        folder::replace(&note_file(&self.data), &serde_json::to_vec(&note)?)
    }

    /// Takes the note away.
    pub fn withdraw(self) {
        // A note that stays is recognized by its process being gone.
        let _ = std::fs::remove_file(note_file(&self.data));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_given_out_again_is_not_the_process_it_was() {
        let own = Process::own();
        assert!(own.runs());
        let began = own.began.map(|ticks| ticks + 1);
        let earlier = Process { began, ..own.clone() };
        assert!(!earlier.runs());
        assert!(earlier.signal(Signal::HUP).is_err());
        let before_boot = Process { boot: Some("another".to_owned()), ..own };
        assert!(!before_boot.runs());
    }

    #[test]
    fn a_note_of_a_server_that_is_gone_is_no_server() {
        let data = tempfile::tempdir().unwrap();
        let running = Running::take(data.path()).unwrap();
        assert!(found(data.path()).is_none());
        running.announce("a".to_owned(), None).unwrap();
        assert_eq!(found(data.path()).unwrap().instance, "a");
        let gone = Process { began: Some(1), ..Process::own() };
        let note =
            Note { process: gone, instance: "b".to_owned(), address: None, version: String::new() };
        std::fs::write(note_file(data.path()), serde_json::to_vec(&note).unwrap()).unwrap();
        assert!(found(data.path()).is_none());
    }

    #[test]
    fn a_folder_has_one_server() {
        let data = tempfile::tempdir().unwrap();
        let first = Running::take(data.path()).unwrap();
        let message = Running::take(data.path()).unwrap_err().to_string();
        assert!(message.contains("another server"), "{message}");
        first.withdraw();
        assert!(Running::take(data.path()).is_ok());
    }

    #[test]
    fn each_wish_has_its_own_outcome() {
        let data = tempfile::tempdir().unwrap();
        assert_eq!(outcome(data.path()).number, 0);
        tell(data.path(), Some("no".to_owned()), Vec::new()).unwrap();
        tell(data.path(), None, Vec::new()).unwrap();
        let last = outcome(data.path());
        assert_eq!((last.number, last.error), (2, None));
    }
}
