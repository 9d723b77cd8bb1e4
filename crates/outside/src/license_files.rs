//! The folder with copies of licences and with keys to trust.

use std::{
    io,
    path::{Path, PathBuf},
};

use app::ports::{Answer, LicenseFiles, LicenseOwner, TrustFile};
use tokio::fs;

/// The folder of the server's data: `licenses/organization/{id}.json`, `licenses/user/{id}.json` and
/// `trust/` below it.
#[derive(Debug, Clone)]
pub struct LicenseFolder(PathBuf);

impl LicenseFolder {
    /// Below the folder of the server's data.
    pub fn below(data: &Path) -> Self {
        Self(data.to_owned())
    }

    fn file(&self, owner: LicenseOwner) -> PathBuf {
        let (folder, name) = match owner {
            LicenseOwner::Organization(id) => ("organization", format!("{id}.json")),
            LicenseOwner::Person(id) => ("user", format!("{id}.json")),
        };
        self.0.join("licenses").join(folder).join(name)
    }
}

impl LicenseFiles for LicenseFolder {
    fn keep(&self, owner: LicenseOwner, document: String) -> Answer<'_, io::Result<()>> {
        let file = self.file(owner);
        Box::pin(async move {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).await?;
            }
            // A reader finds the old copy or the new one, never the start of one and the rest of
            // the other.
            let draft = file.with_extension("json.new");
            fs::write(&draft, document).await?;
            fs::rename(&draft, &file).await
        })
    }

    fn kept(&self, owner: LicenseOwner) -> Answer<'_, Option<String>> {
        let file = self.file(owner);
        Box::pin(async move { fs::read_to_string(file).await.ok() })
    }

    fn trusted(&self) -> Answer<'_, Vec<TrustFile>> {
        let folder = self.0.join("trust");
        Box::pin(async move {
            let mut found = Vec::new();
            let Ok(mut entries) = fs::read_dir(folder).await else { return found };
            while let Ok(Some(entry)) = entries.next_entry().await {
                let Ok(bytes) = fs::read(entry.path()).await else { continue };
                let name = entry.file_name().to_string_lossy().into_owned();
                found.push(TrustFile { name, bytes });
            }
            found.sort_by(|a, b| a.name.cmp(&b.name));
            found
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::id::Id;

    use super::*;

    #[tokio::test]
    async fn a_shorter_copy_replaces_a_longer_one_whole() {
        let data = tempfile::tempdir().unwrap();
        let files = LicenseFolder::below(data.path());
        let id = uuid::Uuid::from_u128(7);
        let organization = LicenseOwner::Organization(Id::new(id));
        assert_eq!(files.kept(organization).await, None);
        files.keep(organization, "{\"long\": \"text\"}".to_owned()).await.unwrap();
        files.keep(organization, "{}".to_owned()).await.unwrap();
        assert_eq!(files.kept(organization).await.as_deref(), Some("{}"));
        let person = LicenseOwner::Person(Id::new(id));
        assert_eq!(files.kept(person).await, None, "a person's is another");
    }

    #[tokio::test]
    async fn the_operators_keys_are_found_by_name() {
        let data = tempfile::tempdir().unwrap();
        let files = LicenseFolder::below(data.path());
        assert!(files.trusted().await.is_empty());
        std::fs::create_dir(data.path().join("trust")).unwrap();
        std::fs::write(data.path().join("trust/b.pem"), "B").unwrap();
        std::fs::write(data.path().join("trust/a.pem"), "A").unwrap();
        let names: Vec<_> = files.trusted().await.into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["a.pem", "b.pem"]);
    }
}
