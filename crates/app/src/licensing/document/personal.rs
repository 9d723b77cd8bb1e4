//! The licence of a person is written and signed.

use chrono::{DateTime, Utc};
use domain::licensing::{
    Terms,
    personal::{PERSONAL_STORAGE_GB, PERSONAL_VERSIONS},
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    canonical::PERSON,
    issue::{moment, plain, sealed},
};
use crate::ports::{CannotSign, LicenseAuthority};

/// What a personal licence is written from.
#[derive(Debug)]
pub struct IssuePersonal<'a> {
    /// The account.
    pub id: Uuid,
    /// What ties the licence to it.
    pub license_key: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The person's mail address.
    pub email: &'a str,
    /// How long it lasts.
    pub terms: Terms,
    /// When it is written.
    pub now: DateTime<Utc>,
    /// Names the token in it.
    pub token_id: String,
}

/// Writes a personal licence: fields, signature and token, as JSON.
///
/// # Errors
///
/// When this server does not sign licences.
pub fn issue_personal(
    it: &IssuePersonal<'_>,
    authority: &dyn LicenseAuthority,
) -> Result<String, CannotSign> {
    let version = *PERSONAL_VERSIONS.end();
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        fields.insert(name.to_owned(), value);
    };
    put("LicenseKey", json!(plain(it.license_key)));
    put("Id", json!(it.id));
    put("Name", json!(plain(it.name)));
    put("Email", json!(plain(it.email)));
    put("Premium", json!(true));
    put("MaxStorageGb", json!(PERSONAL_STORAGE_GB));
    put("Version", json!(version));
    put("Issued", moment(it.now));
    put("Refresh", moment(it.terms.refresh_at));
    put("Expires", moment(it.terms.expires_at));
    put("Trial", json!(it.terms.trial));
    put("LicenseType", json!(0));
    sealed(PERSON, version, fields, (it.now, it.terms), &it.token_id, authority)
}

#[cfg(test)]
mod tests;
