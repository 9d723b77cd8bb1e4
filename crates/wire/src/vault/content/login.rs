//! What signs in somewhere.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::vault::shape::Check;

/// What signs in somewhere.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct CipherLogin {
    /// The name.
    pub username: Option<String>,
    /// The password.
    pub password: Option<String>,
    /// When the password was changed.
    pub password_revision_date: Option<DateTime<Utc>>,
    /// The secret of an authenticator.
    pub totp: Option<String>,
    /// Whether pages are filled as they load.
    pub autofill_on_page_load: Option<bool>,
    /// The first address, for older clients.
    pub uri: Option<String>,
    /// Where it signs in.
    pub uris: Option<Vec<CipherLoginUri>>,
    /// Passkeys.
    pub fido2_credentials: Option<Vec<CipherFido2Credential>>,
    /// How older clients compare their only address.
    #[serde(rename = "match", skip_serializing)]
    pub match_type: Option<i64>,
}

/// Where a login signs in.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct CipherLoginUri {
    /// The address.
    pub uri: Option<String>,
    /// Its checksum, by which clients see that it was not exchanged.
    pub uri_checksum: Option<String>,
    /// 0 domain, 1 host, 2 beginning, 3 exact, 4 expression, 5 never; null is the person's habit.
    #[serde(rename = "match")]
    pub match_type: Option<i64>,
}

/// A passkey.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CipherFido2Credential {
    /// Its id.
    #[serde(default)]
    pub credential_id: Option<String>,
    /// What it is.
    #[serde(default)]
    pub key_type: Option<String>,
    /// How it signs.
    #[serde(default)]
    pub key_algorithm: Option<String>,
    /// On which curve.
    #[serde(default)]
    pub key_curve: Option<String>,
    /// The private key.
    #[serde(default)]
    pub key_value: Option<String>,
    /// Where it signs in.
    #[serde(default)]
    pub rp_id: Option<String>,
    /// What that calls itself.
    #[serde(default)]
    pub rp_name: Option<String>,
    /// What that calls the person.
    #[serde(default)]
    pub user_handle: Option<String>,
    /// The name it signs in.
    #[serde(default)]
    pub user_name: Option<String>,
    /// The name that is shown.
    #[serde(default)]
    pub user_display_name: Option<String>,
    /// How often it was used.
    #[serde(default)]
    pub counter: Option<String>,
    /// Whether it is found without a name.
    #[serde(default)]
    pub discoverable: Option<String>,
    /// When it was made.
    pub creation_date: DateTime<Utc>,
}

impl CipherLogin {
    pub(super) fn look(&self, check: &mut Check) {
        check.encrypted("username", self.username.as_deref(), 1000);
        check.encrypted("password", self.password.as_deref(), 5000);
        check.encrypted("totp", self.totp.as_deref(), 1000);
        check.encrypted("uri", self.uri.as_deref(), 10_000);
        for (n, uri) in self.uris.iter().flatten().enumerate() {
            check.within(&format!("uris[{n}]"), |check| {
                check.encrypted("uri", uri.uri.as_deref(), 10_000);
                check.encrypted("uri_checksum", uri.uri_checksum.as_deref(), 10_000);
                check.one_of("match", uri.match_type.unwrap_or(0), 0..=5);
            });
        }
        for (n, passkey) in self.fido2_credentials.iter().flatten().enumerate() {
            check.within(&format!("fido2_credentials[{n}]"), |check| passkey.look(check));
        }
    }

    /// The two places of the first address say the same.
    pub(super) fn settle(&mut self) {
        if let (Some(uri), None) = (&self.uri, &self.uris) {
            let only = CipherLoginUri {
                uri: Some(uri.clone()),
                uri_checksum: None,
                match_type: self.match_type,
            };
            self.uris = Some(vec![only]);
        }
        self.uri = self.uris.iter().flatten().next().and_then(|first| first.uri.clone());
    }

    /// Has the password, the authenticator and the passkeys of `before`.
    pub(super) fn keep_secrets_of(&mut self, before: Self) {
        self.password = before.password;
        self.password_revision_date = before.password_revision_date;
        self.totp = before.totp;
        self.fido2_credentials = before.fido2_credentials;
    }
}

impl CipherFido2Credential {
    /// Phones give up on the whole answer when one that is required is missing.
    fn look(&self, check: &mut Check) {
        let required = [
            ("credential_id", &self.credential_id),
            ("key_value", &self.key_value),
            ("rp_id", &self.rp_id),
            ("counter", &self.counter),
            ("discoverable", &self.discoverable),
        ];
        for (field, text) in required {
            check.required(field, text.as_deref(), 1000);
        }
        let others = [
            ("key_type", &self.key_type),
            ("key_algorithm", &self.key_algorithm),
            ("key_curve", &self.key_curve),
            ("rp_name", &self.rp_name),
            ("user_handle", &self.user_handle),
            ("user_name", &self.user_name),
            ("user_display_name", &self.user_display_name),
        ];
        for (field, text) in others {
            check.encrypted(field, text.as_deref(), 1000);
        }
    }
}
