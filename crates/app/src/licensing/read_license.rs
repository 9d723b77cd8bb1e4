//! What there is to see of licences and of the keys they are signed with.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use domain::{id::Id, organizations::Organization};
use store::organizations::OrganizationRecord;
use x509_cert::{
    der::{Decode as _, Reader as _, SliceReader, asn1::UintRef},
    spki::SubjectPublicKeyInfoRef,
};

use super::{apply_license::ApplyLicenseError, authority::PURPOSE};
use crate::App;

/// A public RSA key in its two numbers, base64url.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicNumbers {
    /// Its id.
    pub id: String,
    /// The modulus.
    pub modulus: String,
    /// The exponent.
    pub exponent: String,
}

impl App {
    /// The public keys licences are signed with here, the one that signs now first; none on servers
    /// that do not sign.
    pub fn license_keys(&self) -> Vec<PublicNumbers> {
        let mut keys = self.keys.all(PURPOSE);
        keys.sort_by_key(|key| key.retired_at.is_some());
        keys.into_iter().filter_map(|key| numbers(key.id, key.public.as_deref()?)).collect()
    }

    /// The organization of a licence.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn licensed_organization(
        &self,
        id: Id<Organization>,
    ) -> Result<OrganizationRecord, ApplyLicenseError> {
        let found = self.db.read().await?.organization(id).await?;
        found.ok_or(ApplyLicenseError::NoSuchOrganization)
    }
}

fn numbers(id: String, public: &[u8]) -> Option<PublicNumbers> {
    let info = SubjectPublicKeyInfoRef::from_der(public).ok()?;
    let mut reader = SliceReader::new(info.subject_public_key.raw_bytes()).ok()?;
    let (modulus, exponent) = reader
        .sequence(|inner| {
            let modulus = UintRef::decode(inner)?;
            let exponent = UintRef::decode(inner)?;
            Ok::<_, x509_cert::der::Error>((
                BASE64.encode(modulus.as_bytes()),
                BASE64.encode(exponent.as_bytes()),
            ))
        })
        .ok()?;
    Some(PublicNumbers { id, modulus, exponent })
}
