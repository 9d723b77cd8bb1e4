//! A self-hosted server gets its id and key.

use std::net::IpAddr;

use domain::{id::Id, licensing::Installation};
use store::StoreError;

use super::InstallationKey;
use crate::{
    App,
    fault::{Fault, Kind},
    identity::throttle::{CountError, Limit, network},
    mail::{Envelope, Letter},
};

/// An installation, with the key that is shown only now.
#[derive(Debug)]
pub struct NewInstallation {
    /// Which.
    pub id: Id<Installation>,
    /// Its key.
    pub key: InstallationKey,
}

/// Why there is no new installation.
#[derive(Debug, thiserror::Error)]
pub enum CreateInstallationError {
    /// That is no mail address.
    #[error("A mail address is needed.")]
    NoAddress,
    /// The installations of this cloud are in another region.
    #[error("This cloud is in the region {0}; ask for the installation in the other one.")]
    OtherRegion(&'static str),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for CreateInstallationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoAddress | Self::OtherRegion(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::OtherRegion(_) => Some("other_region"),
            Self::NoAddress | Self::Store(_) => None,
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::NoAddress => vec![("Email".to_owned(), self.to_string())],
            Self::OtherRegion(_) => vec![("Region".to_owned(), self.to_string())],
            Self::Store(_) => Vec::new(),
        }
    }
}

/// Installations that one address of the network can have made.
const MADE: Limit = Limit { what: "installations", most: 2, minutes: 2 };

impl App {
    /// Counts that someone at `address` asks for an installation.
    ///
    /// # Errors
    ///
    /// When it is too often.
    pub async fn count_installation(&self, address: IpAddr) -> Result<(), CountError> {
        self.count(&[(MADE, network(address))]).await.map(drop)
    }

    /// Makes an installation for whoever reads mail at `email`.
    ///
    /// # Errors
    ///
    /// When that is no mail address, or `region` is not this cloud's.
    pub async fn create_installation(
        &self,
        email: &str,
        region: Option<&str>,
    ) -> Result<NewInstallation, CreateInstallationError> {
        let email = email.trim().to_lowercase();
        if !is_address(&email) {
            return Err(CreateInstallationError::NoAddress);
        }
        let here = self.settings.region.name();
        if region.is_some_and(|asked| !asked.is_empty() && !asked.eq_ignore_ascii_case(here)) {
            return Err(CreateInstallationError::OtherRegion(here));
        }

        let id = Id::new(self.unguessable_id());
        let key = InstallationKey::new(self);
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.add_installation(id, &email, &key.hash(), now).await?;
        let letter = Letter::Installation { id: id.to_string() };
        let dedupe_key = format!("installation:{id}");
        self.post(&mut tx, &[Envelope { to: email, culture: None, dedupe_key, letter }], now)
            .await?;
        tx.commit().await?;
        tracing::info!(installation.id = %id, "an installation was made");
        Ok(NewInstallation { id, key })
    }
}

/// Whether `text` has the form of a mail address; only sending to it proves more.
fn is_address(text: &str) -> bool {
    let Some((person, domain)) = text.rsplit_once('@') else { return false };
    text.len() <= 256
        && !person.is_empty()
        && !person.contains('@')
        && !domain.is_empty()
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_has_a_person_and_a_domain() {
        let long = format!("{}@example.com", "o".repeat(250));
        let cases = [
            ("owner@example.com", true),
            ("owner+files@mail.example.com", true),
            ("", false),
            ("owner", false),
            ("@example.com", false),
            ("owner@", false),
            ("owner@.example.com", false),
            ("owner @example.com", false),
            ("a@b@example.com", false),
            (&long, false),
        ];
        for (text, expected) in cases {
            assert_eq!(super::is_address(text), expected, "{text}");
        }
    }
}
