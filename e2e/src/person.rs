//! A person with an app: what they can do on a server, typed as the protocol has it.

mod label;
mod licensing;
mod links;
mod organizations;
mod registration;
mod session;
mod sponsorships;
mod syncing;

use anyhow::{Context, Result};
use uuid::Uuid;

use crate::{
    crypto::{Kdf, KeyPair, SymmetricKey},
    http::Http,
};

pub use label::Label;
pub use licensing::Subscription;
pub use links::Link;
pub use organizations::{Member, Organization, Plan};
pub use registration::Proof;
pub use session::{Profile, ProfileOrganization};
pub use sponsorships::{Side, Sponsorship, TokenCheck};
pub use syncing::{ApiKey, Connection, KeyInformation, SyncStatus};

/// The number of a web vault among the kinds of device.
pub const DEVICE_TYPE: &str = "9";
/// What the app calls itself.
pub const CLIENT_NAME: &str = "web";

/// Somebody with an address and a password, on one server.
#[derive(Debug, Clone)]
pub struct Person {
    http: Http,
    email: String,
    password: String,
    device: Uuid,
    session: Option<Session>,
}

/// What the app holds while its person is signed in.
#[derive(Debug, Clone)]
struct Session {
    http: Http,
    refresh_token: String,
    user_id: Uuid,
    kdf: Kdf,
    user_key: SymmetricKey,
    pair: KeyPair,
}

impl Person {
    /// Somebody who knows the server; they may have an account there or not.
    pub fn new(http: &Http, email: &str, password: &str) -> Self {
        let (http, email, password) = (http.clone(), email.to_owned(), password.to_owned());
        Self { http, email, password, device: Uuid::new_v4(), session: None }
    }

    /// Their address.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// The id of their account.
    ///
    /// # Errors
    ///
    /// When they are not signed in.
    pub fn user_id(&self) -> Result<Uuid> {
        Ok(self.session()?.user_id)
    }

    /// The server, asked as them.
    ///
    /// # Errors
    ///
    /// When they are not signed in.
    pub fn http(&self) -> Result<&Http> {
        Ok(&self.session()?.http)
    }

    /// What their password is salted with.
    #[must_use]
    pub fn salt(&self) -> String {
        self.email.trim().to_lowercase()
    }

    /// What proves the master password once more, before something grave.
    ///
    /// # Errors
    ///
    /// When they are not signed in.
    pub fn password_hash(&self) -> Result<String> {
        self.hash_of(&self.password)
    }

    /// As [`Person::password_hash`], of any password.
    ///
    /// # Errors
    ///
    /// When they are not signed in.
    pub fn hash_of(&self, password: &str) -> Result<String> {
        let master = self.session()?.kdf.master_key(password, &self.salt())?;
        Ok(master.authentication_hash(password))
    }

    fn session(&self) -> Result<&Session> {
        self.session.as_ref().with_context(|| format!("{} is not signed in", self.email))
    }
}
