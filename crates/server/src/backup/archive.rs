//! The file of a backup: a tar whose last member, the manifest, vouches for the others.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufWriter, Read, Write as _},
    path::{Component, Path, PathBuf},
};

use anyhow::{Context as _, Result, bail, ensure};
use aws_lc_rs::digest::{self, SHA256};
use chrono::{DateTime, Utc};
use tempfile::NamedTempFile;

use super::manifest::{Engine, FORM, Manifest, NAME};
use crate::folder;

/// A backup as it is written.
pub struct Archive {
    tar: tar::Builder<BufWriter<NamedTempFile>>,
    file: PathBuf,
    members: BTreeMap<String, String>,
}

impl Archive {
    /// Begins beside `file`.
    pub fn create(file: &Path) -> Result<Self> {
        let beside = NamedTempFile::new_in(file.parent().unwrap_or(Path::new(".")))?;
        let tar = tar::Builder::new(BufWriter::new(beside));
        Ok(Self { tar, file: file.to_owned(), members: BTreeMap::new() })
    }

    /// Adds the file `source` as `name`.
    pub fn add(&mut self, name: &str, source: &Path) -> Result<()> {
        if self.members.contains_key(name) {
            return Ok(());
        }
        let unreadable = || format!("{} cannot be read", source.display());
        let content = File::open(source).with_context(unreadable)?;
        let size = content.metadata().with_context(unreadable)?.len();
        let mut hashed = Hashed::new(content.take(size));
        self.tar
            .append_data(&mut header(size), name, &mut hashed)
            .with_context(|| format!("{} could not be added", source.display()))?;
        ensure!(hashed.read == size, "{} became shorter while it was read", source.display());
        self.members.insert(name.to_owned(), hashed.hex());
        Ok(())
    }

    /// Adds the files in `folder`, and in those below, as members of `name`: as far as they belong.
    /// Links are left out: what they point to is somebody else's to keep.
    pub fn add_folder(
        &mut self,
        name: &str,
        folder: &Path,
        belongs: &dyn Fn(&Path) -> bool,
    ) -> Result<()> {
        let unreadable = || format!("{} cannot be read", folder.display());
        for entry in std::fs::read_dir(folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let (path, kind) = (entry.path(), entry.file_type().with_context(unreadable)?);
            if !belongs(&path) {
                continue;
            }
            let file_name = entry.file_name();
            let text = file_name.to_str();
            let text =
                text.with_context(|| format!("the name of {} is no text", path.display()))?;
            let name = format!("{name}/{text}");
            if kind.is_dir() {
                self.add_folder(&name, &path, belongs)?;
            } else if kind.is_file() {
                self.add(&name, &path)?;
            }
        }
        Ok(())
    }

    /// Adds the manifest, and lets the file appear once it is safe on the disk.
    pub fn finish(mut self, role: String, engine: Engine, made_at: DateTime<Utc>) -> Result<()> {
        let members = std::mem::take(&mut self.members);
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let manifest = Manifest { form: FORM, version, role, engine, made_at, members };
        let text = serde_json::to_vec_pretty(&manifest)?;
        let size = u64::try_from(text.len())?;
        self.tar.append_data(&mut header(size), NAME, text.as_slice())?;
        let mut buffer = self.tar.into_inner()?;
        buffer.flush()?;
        let beside = buffer.into_inner().map_err(io::IntoInnerError::into_error)?;
        beside.as_file().sync_all()?;
        beside.persist_noclobber(&self.file)?;
        let folder = self.file.parent().unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(())
    }
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_entry_type(tar::EntryType::Regular);
    header
}

/// Lays the members of the backup `file` out in `target`, and answers its manifest.
///
/// # Errors
///
/// When the backup is damaged or not whole. What was laid out until then is worth nothing.
pub fn unpack(file: &Path, target: &Path) -> Result<Manifest> {
    let damaged = || format!("{} is no backup of this server, or it is damaged", file.display());
    let source = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut tar = tar::Archive::new(io::BufReader::new(source));
    let mut found = BTreeMap::new();
    let mut manifest: Option<Manifest> = None;
    for entry in tar.entries().with_context(damaged)? {
        let entry = entry.with_context(damaged)?;
        let name = entry.path().with_context(damaged)?.into_owned();
        ensure!(entry.header().entry_type().is_file() && harmless(&name), damaged());
        let name = name.to_str().with_context(damaged)?.to_owned();
        if name == NAME {
            manifest = Some(serde_json::from_reader(entry).with_context(damaged)?);
            continue;
        }
        let path = target.join(&name);
        folder::private(path.parent().unwrap_or(target))?;
        let mut hashed = Hashed::new(entry);
        let mut written = private_file(&path)?;
        io::copy(&mut hashed, &mut written).with_context(damaged)?;
        written.sync_all()?;
        found.insert(name, hashed.hex());
    }
    let Some(manifest) = manifest else {
        bail!("{} is not whole: its manifest is missing", file.display());
    };
    ensure!(
        manifest.form == FORM,
        "{} was written by version {}; restore it with that version",
        file.display(),
        manifest.version
    );
    for (name, hash) in &manifest.members {
        ensure!(found.get(name) == Some(hash), "{}: {name} is missing or damaged", file.display());
    }
    if let Some(name) = found.keys().find(|name| !manifest.members.contains_key(*name)) {
        bail!("{}: its manifest does not know {name}", file.display());
    }
    Ok(manifest)
}

/// A path that leads nowhere but down.
fn harmless(path: &Path) -> bool {
    let mut parts = path.components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

fn private_file(path: &Path) -> Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;

    let mut options = File::options();
    let file = options.write(true).create_new(true).mode(0o600).open(path);
    file.with_context(|| format!("{} cannot be written", path.display()))
}

/// Hashes what is read through it.
struct Hashed<R> {
    inner: R,
    context: digest::Context,
    read: u64,
}

impl<R> Hashed<R> {
    fn new(inner: R) -> Self {
        Self { inner, context: digest::Context::new(&SHA256), read: 0 }
    }

    fn hex(self) -> String {
        hex::encode(self.context.finish())
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.context.update(buffer.get(..count).unwrap_or_default());
        self.read += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }
}
