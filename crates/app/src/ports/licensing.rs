//! What licensing needs of the world: someone who signs, and a folder for copies.

use domain::{accounts::User, id::Id, organizations::Organization};

use super::Answer;
use crate::fault::{Fault, Kind};

/// This server signs no licences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This server cannot sign licenses; the cloud does.")]
pub struct CannotSign;

impl Fault for CannotSign {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
}

/// Signs licences, where that is done.
pub trait LicenseAuthority: Send + Sync {
    /// The id of the key that signs now.
    ///
    /// # Errors
    ///
    /// [`CannotSign`] on servers that apply licences instead.
    fn key_id(&self) -> Result<String, CannotSign>;

    /// RSA PKCS#1 v1.5 with SHA-256 over `text`, by the key of that id.
    ///
    /// # Errors
    ///
    /// [`CannotSign`] on servers that apply licences instead.
    fn sign(&self, key_id: &str, text: &[u8]) -> Result<Vec<u8>, CannotSign>;
}

/// Signs nothing, and says so.
#[derive(Debug, Clone, Copy)]
pub struct NoAuthority;

impl LicenseAuthority for NoAuthority {
    fn key_id(&self) -> Result<String, CannotSign> {
        Err(CannotSign)
    }

    fn sign(&self, _: &str, _: &[u8]) -> Result<Vec<u8>, CannotSign> {
        Err(CannotSign)
    }
}

/// A public key, or a certificate with one, as it lies in a file.
#[derive(Debug, Clone)]
pub struct TrustFile {
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Whose licence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LicenseOwner {
    /// An organization's.
    Organization(Id<Organization>),
    /// A person's.
    Person(Id<User>),
}

impl From<Id<Organization>> for LicenseOwner {
    fn from(id: Id<Organization>) -> Self {
        Self::Organization(id)
    }
}

impl From<Id<User>> for LicenseOwner {
    fn from(id: Id<User>) -> Self {
        Self::Person(id)
    }
}

/// The copies of licences beside the database, and the keys the operator put there.
pub trait LicenseFiles: Send + Sync {
    /// Writes the copy of a licence: whole or not at all.
    fn keep(&self, owner: LicenseOwner, document: String) -> Answer<'_, std::io::Result<()>>;

    /// The copy of a licence, if there is one.
    fn kept(&self, owner: LicenseOwner) -> Answer<'_, Option<String>>;

    /// The public keys and certificates the operator put into the folder for them.
    fn trusted(&self) -> Answer<'_, Vec<TrustFile>>;
}
