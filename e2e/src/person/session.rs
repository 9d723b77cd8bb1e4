//! Signing in, staying signed in, and what the app reads then.

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{CLIENT_NAME, DEVICE_TYPE, Person, Session};
use crate::{
    crypto::{Kdf, KeyPair, SymmetricKey},
    http::{Call, at, text_at},
};

/// What a sync says of the person.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// The id of their account.
    pub id: Uuid,
    /// Their address.
    pub email: String,
    /// The organizations they are a confirmed member of.
    pub organizations: Vec<ProfileOrganization>,
}

/// One of their organizations, with what concerns sponsorships.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileOrganization {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its key, wrapped for this person.
    pub key: String,
    /// Whether it may be used.
    pub enabled: bool,
    /// 1 families, 3 enterprise.
    pub product_tier_type: i64,
    /// Whether its administrators may invite people who are no members.
    #[serde(default)]
    pub use_admin_sponsored_families: bool,
    /// Whether they may give away a Families organization.
    #[serde(default)]
    pub family_sponsorship_available: bool,
    /// Whom they gave it to.
    pub family_sponsorship_friendly_name: Option<String>,
    /// When the gift was last told to the cloud.
    pub family_sponsorship_last_sync_date: Option<DateTime<Utc>>,
    /// Until when it holds.
    pub family_sponsorship_valid_until: Option<DateTime<Utc>>,
    /// Whether it is to end.
    pub family_sponsorship_to_delete: Option<bool>,
}

impl Person {
    /// Signs in with the master password and opens the account's keys.
    ///
    /// # Errors
    ///
    /// When the server refuses, or the keys it hands out are not those of this password.
    pub async fn log_in(&mut self) -> Result<()> {
        let prelogin: Value = self
            .http
            .post("/identity/accounts/prelogin/password")
            .json(&json!({ "email": self.email }))
            .read()
            .await?;
        let kdf = Kdf::from_wire(at(&prelogin, "/kdfSettings")?)?;
        let master = kdf.master_key(&self.password, &self.salt())?;
        let proof = master.authentication_hash(&self.password);
        let answer: Value = self.token_call(&proof).read().await?;

        ensure!(at(&answer, "/Kdf")?.is_u64(), "Kdf must be a number: {answer}");
        let user_key = master.stretched()?.decrypt(text_at(&answer, "/Key")?)?;
        let user_key = <[u8; 64]>::try_from(user_key).ok().context("a user key has 64 bytes")?;
        let user_key = SymmetricKey::from_bytes(user_key);
        let keys = at(&answer, "/AccountKeys/publicKeyEncryptionKeyPair")?;
        let pair = KeyPair::from_pkcs8(&user_key.decrypt(text_at(keys, "/wrappedPrivateKey")?)?)?;
        ensure!(text_at(keys, "/publicKey")? == pair.public()?, "not the own public key: {keys}");

        let http = self.http.signed_in(text_at(&answer, "/access_token")?);
        let refresh_token = text_at(&answer, "/refresh_token")?.to_owned();
        let profile: Value = http.get("/api/accounts/profile").read().await?;
        let user_id = text_at(&profile, "/id")?.parse()?;
        self.session = Some(Session { http, refresh_token, user_id, kdf, user_key, pair });
        self.record_key_id().await
    }

    fn token_call(&self, proof: &str) -> Call {
        self.http.post("/identity/connect/token").form(&[
            ("grant_type", "password"),
            ("client_id", CLIENT_NAME),
            ("scope", "api offline_access"),
            ("username", &self.email),
            ("password", proof),
            ("deviceType", DEVICE_TYPE),
            ("deviceIdentifier", &self.device.to_string()),
            ("deviceName", "story"),
        ])
    }

    /// Tells the server the id of the user key, as clients do after the first unlock.
    async fn record_key_id(&self) -> Result<()> {
        let session = self.session()?;
        let body = json!({ "userKeyId": session.user_key.id() });
        session.http.post("/api/accounts/key-management/user-key-id").json(&body).done().await
    }

    /// Tries to sign in with another password; gives the sentence of the refusal.
    ///
    /// # Errors
    ///
    /// When it is let in.
    pub async fn refused_to_log_in(&self, password: &str) -> Result<String> {
        let master = Kdf::DEFAULT.master_key(password, &self.salt())?;
        self.token_call(&master.authentication_hash(password)).refused(400).await
    }

    /// Gets a fresh access token for the one that ends.
    ///
    /// # Errors
    ///
    /// When the session is over.
    pub async fn refresh(&mut self) -> Result<()> {
        let session = self.session()?;
        let answer: Value = self
            .http
            .post("/identity/connect/token")
            .form(&[
                ("grant_type", "refresh_token"),
                ("client_id", CLIENT_NAME),
                ("refresh_token", &session.refresh_token),
            ])
            .read()
            .await?;
        let http = self.http.signed_in(text_at(&answer, "/access_token")?);
        let refresh_token = match answer.get("refresh_token").and_then(Value::as_str) {
            Some(new) => new.to_owned(),
            None => session.refresh_token.clone(),
        };
        self.session = Some(Session { http, refresh_token, ..session.clone() });
        Ok(())
    }

    /// Reads the whole vault, and checks what every client needs in it.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or a key in it does not open.
    pub async fn sync(&self) -> Result<Profile> {
        let session = self.session()?;
        let whole: Value = session.http.get("/api/sync?excludeDomains=true").read().await?;
        let profile = at(&whole, "/profile")?;
        let profile: Profile = serde_json::from_value(profile.clone())
            .with_context(|| format!("the profile is of another shape: {profile}"))?;
        for organization in &profile.organizations {
            session.pair.unwrap_key(&organization.key)?;
        }
        Ok(profile)
    }
}
