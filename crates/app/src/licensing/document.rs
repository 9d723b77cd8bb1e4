//! The licence document: JSON fields, a signature over them, and a signed token with the same
//! claims.

mod canonical;
mod fields;
mod issue;
mod personal;
mod token;

pub use issue::{Issue, issue};
pub use personal::{IssuePersonal, issue_personal};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use domain::licensing::{License, PersonalLicense, Proof};

use super::trust::TrustedKey;
use canonical::{Layout, ORGANIZATION, PERSON};
use fields::Fields;

/// The largest document that is read.
pub const LARGEST: usize = 51_200;

/// The text is no licence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Invalid license")]
pub struct NoLicense;

/// What a document says, and how well it is proven. Nothing of it may be shown or used before
/// [`domain::licensing::verify()`] found nothing.
#[derive(Debug, Clone)]
pub struct ReadLicense {
    /// What it says: in its token if it has one, else in its fields.
    pub license: License,
    /// The proof.
    pub proof: Proof,
    /// The key that signed it, if that is known.
    pub key_id: Option<String>,
}

/// What the document of a person says, and how well it is proven, as with [`ReadLicense`].
#[derive(Debug, Clone)]
pub struct ReadPersonalLicense {
    /// What it says.
    pub license: PersonalLicense,
    /// The proof.
    pub proof: Proof,
    /// The key that signed it, if that is known.
    pub key_id: Option<String>,
}

/// Reads the document of an organization, trying its proof against `trusted`.
///
/// # Errors
///
/// [`NoLicense`] when the text is none.
pub fn read(text: &str, trusted: &[TrustedKey]) -> Result<ReadLicense, NoLicense> {
    let proven = prove(text, ORGANIZATION, trusted)?;
    let signed = match proven.proof {
        Proof::Token(_) => fields::Signed::Everything,
        Proof::Fields { .. } => fields::Signed::UpTo(proven.version),
    };
    let license = proven.fields.license(proven.version, signed).ok_or(NoLicense)?;
    Ok(ReadLicense { license, proof: proven.proof, key_id: proven.key_id })
}

/// Reads the document of a person, trying its proof against `trusted`.
///
/// # Errors
///
/// [`NoLicense`] when the text is none.
pub fn read_personal(text: &str, trusted: &[TrustedKey]) -> Result<ReadPersonalLicense, NoLicense> {
    let proven = prove(text, PERSON, trusted)?;
    let license = proven.fields.personal_license(proven.version).ok_or(NoLicense)?;
    Ok(ReadPersonalLicense { license, proof: proven.proof, key_id: proven.key_id })
}

/// The values of a document, of its token if it has one, and their proof.
struct Proven {
    fields: Fields,
    version: i64,
    proof: Proof,
    key_id: Option<String>,
}

fn prove(text: &str, layout: Layout, trusted: &[TrustedKey]) -> Result<Proven, NoLicense> {
    if text.len() > LARGEST {
        return Err(NoLicense);
    }
    // Editors put a mark of the byte order in front of what they save.
    let fields = Fields::parse(text.trim_start_matches('\u{feff}')).ok_or(NoLicense)?;
    let version = fields.int("Version").unwrap_or(0);
    if let Some(token) = fields.text("Token").filter(|token| !token.is_empty()) {
        let (claims, proof) = token::read(&token, &fields, layout, trusted).ok_or(NoLicense)?;
        let key_id = proof.key_id.clone();
        return Ok(Proven { fields: claims, version, proof: Proof::Token(proof), key_id });
    }
    let signature = fields.text("Signature").and_then(|text| BASE64.decode(text).ok());
    let signature = signature.filter(|_| canonical::hash_is_right(layout, &fields, version));
    let signer = signature.and_then(|signature| {
        let texts = canonical::texts(layout, &fields, version);
        trusted.iter().find(|key| texts.iter().any(|text| key.made(&signature, text.as_bytes())))
    });
    let key_id = signer.map(|key| key.id.clone());
    Ok(Proven { fields, version, proof: Proof::Fields { genuine: key_id.is_some() }, key_id })
}

#[cfg(test)]
mod tests;
