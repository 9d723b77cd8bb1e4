//! The master password, as clients speak of it: once in today's shape and once in the old one.

use domain::accounts::{
    kdf::{Kdf, KdfRefusal},
    keys::AccountKeys,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AccountKeysRequest, KeysRequest};
use crate::{identity::KdfSettings, object::RegisterObject};

/// Why a request does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfit(pub &'static str);

impl From<KdfRefusal> for Unfit {
    fn from(_: KdfRefusal) -> Self {
        Self("The key derivation is incomplete.")
    }
}

/// What the password is proved with.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticationData {
    /// The derivation.
    pub kdf: KdfSettings,
    /// The salt.
    pub salt: String,
    /// The proof.
    pub master_password_authentication_hash: String,
}

/// What the password unlocks.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnlockData {
    /// The derivation.
    pub kdf: KdfSettings,
    /// The salt.
    pub salt: String,
    /// The user key, wrapped.
    pub master_key_wrapped_user_key: String,
    /// What the client calls the user key.
    #[serde(default)]
    pub contained_key_id: Option<String>,
}

/// A master password, put together of both shapes.
#[derive(Clone)]
pub struct PasswordFields {
    /// The proof.
    pub hash: String,
    /// The derivation.
    pub kdf: Kdf,
    /// The salt, if it was named.
    pub salt: Option<String>,
    /// The user key, wrapped.
    pub user_key: String,
    /// What the client calls the user key.
    pub user_key_id: Option<String>,
}

/// The old shape.
struct Flat {
    hash: Option<String>,
    user_key: Option<String>,
    kdf: Option<Kdf>,
}

fn kdf(settings: &KdfSettings) -> Result<Kdf, KdfRefusal> {
    Kdf::read(settings.kdf_type, settings.iterations, settings.memory, settings.parallelism)
}

impl PasswordFields {
    fn of(
        authentication: Option<AuthenticationData>,
        unlock: Option<UnlockData>,
        flat: Flat,
    ) -> Result<Self, Unfit> {
        let (authentication, unlock) = match (authentication, unlock) {
            (Some(authentication), Some(unlock)) => (authentication, unlock),
            (None, None) => {
                return Ok(Self {
                    hash: flat.hash.ok_or(Unfit("The master password is missing."))?,
                    kdf: flat.kdf.ok_or(Unfit("The key derivation is incomplete."))?,
                    salt: None,
                    user_key: flat.user_key.ok_or(Unfit("The user key is missing."))?,
                    user_key_id: None,
                });
            }
            _ => return Err(Unfit("Authentication and unlock data belong together.")),
        };
        let chosen = kdf(&authentication.kdf)?;
        if chosen != kdf(&unlock.kdf)? {
            return Err(Unfit("The key derivations of authentication and unlock differ."));
        }
        if authentication.salt != unlock.salt {
            return Err(Unfit("The salts of authentication and unlock differ."));
        }
        let hash = authentication.master_password_authentication_hash;
        if flat.hash.is_some_and(|old| old != hash) {
            return Err(Unfit("The two forms of the master password differ."));
        }
        if flat.user_key.is_some_and(|old| old != unlock.master_key_wrapped_user_key) {
            return Err(Unfit("The two forms of the user key differ."));
        }
        Ok(Self {
            hash,
            kdf: chosen,
            salt: Some(unlock.salt),
            user_key: unlock.master_key_wrapped_user_key,
            user_key_id: unlock.contained_key_id,
        })
    }
}

/// The end of a sign-up, in every shape clients have had for it.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRequest {
    /// The mail address.
    pub email: String,
    /// The name, from the oldest clients.
    #[serde(default)]
    pub name: Option<String>,
    /// The hint.
    #[serde(default)]
    pub master_password_hint: Option<String>,
    /// The token of the mailed link.
    #[serde(default)]
    pub email_verification_token: Option<String>,
    /// The token of an organization's invitation.
    #[serde(default)]
    pub org_invite_token: Option<String>,
    /// The same, from old clients.
    #[serde(default)]
    pub token: Option<String>,
    /// The token of an offered Families organization.
    #[serde(default)]
    pub org_sponsored_free_family_plan_token: Option<String>,
    /// The token of an emergency contact's invitation.
    #[serde(default)]
    pub accept_emergency_access_invite_token: Option<String>,
    /// The token of a provider's invitation.
    #[serde(default)]
    pub provider_invite_token: Option<String>,
    /// Today's shape: what the password is proved with.
    #[serde(default)]
    pub master_password_authentication: Option<AuthenticationData>,
    /// Today's shape: what it unlocks.
    #[serde(default)]
    pub master_password_unlock: Option<UnlockData>,
    /// The old shape.
    #[serde(default)]
    pub master_password_hash: Option<String>,
    /// The old shape.
    #[serde(default)]
    pub user_symmetric_key: Option<String>,
    /// The oldest shape.
    #[serde(default)]
    pub key: Option<String>,
    /// The old shape.
    #[serde(default)]
    pub kdf: Option<i64>,
    /// The old shape.
    #[serde(default)]
    pub kdf_iterations: Option<i64>,
    /// The old shape.
    #[serde(default)]
    pub kdf_memory: Option<i64>,
    /// The old shape.
    #[serde(default)]
    pub kdf_parallelism: Option<i64>,
    /// The key pair.
    #[serde(default)]
    pub user_asymmetric_keys: Option<KeysRequest>,
    /// The key pair, from the oldest clients.
    #[serde(default)]
    pub keys: Option<KeysRequest>,
    /// Every key pair, in today's shape.
    #[serde(default)]
    pub account_keys: Option<AccountKeysRequest>,
}

/// What proves the address, as it came.
#[derive(Clone)]
pub enum RegistrationToken {
    /// The token of the mailed link.
    Link(String),
    /// The token of an organization's invitation.
    Invitation(String),
    /// The token of an offered Families organization.
    Sponsorship(String),
    /// One this server does not give.
    Unknown,
    /// None.
    None,
}

impl RegisterRequest {
    /// The one token there is.
    ///
    /// # Errors
    ///
    /// When there are several.
    pub fn proof(&self) -> Result<RegistrationToken, Unfit> {
        let invitation = self.org_invite_token.clone().or_else(|| self.token.clone());
        let unknown = self
            .accept_emergency_access_invite_token
            .as_ref()
            .or(self.provider_invite_token.as_ref())
            .map(|_| RegistrationToken::Unknown);
        let there: Vec<RegistrationToken> = [
            self.email_verification_token.clone().map(RegistrationToken::Link),
            invitation.map(RegistrationToken::Invitation),
            self.org_sponsored_free_family_plan_token.clone().map(RegistrationToken::Sponsorship),
            unknown,
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut tokens = there.into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(token), None) => Ok(token),
            (None, _) => Ok(RegistrationToken::None),
            (Some(_), Some(_)) => Err(Unfit("Exactly one token is needed to sign up.")),
        }
    }

    /// The master password.
    ///
    /// # Errors
    ///
    /// When it is incomplete, or its two shapes differ.
    pub fn password(&self) -> Result<PasswordFields, Unfit> {
        let old = match (self.kdf, self.kdf_iterations) {
            (Some(kind), Some(iterations)) => {
                Some(Kdf::read(kind, iterations, self.kdf_memory, self.kdf_parallelism)?)
            }
            _ => None,
        };
        let flat = Flat {
            hash: self.master_password_hash.clone(),
            user_key: self.user_symmetric_key.clone().or_else(|| self.key.clone()),
            kdf: old,
        };
        PasswordFields::of(
            self.master_password_authentication.clone(),
            self.master_password_unlock.clone(),
            flat,
        )
    }

    /// The key pairs, if they were sent.
    ///
    /// # Errors
    ///
    /// When they are incomplete.
    pub fn keys(self) -> Result<Option<AccountKeys>, Unfit> {
        if let Some(keys) = self.account_keys {
            return AccountKeys::try_from(keys).map(Some);
        }
        self.user_asymmetric_keys.or(self.keys).map(AccountKeys::try_from).transpose()
    }
}

/// An account was made.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RegisterResponse {
    /// Always `registerFinish`.
    pub object: RegisterObject,
}

/// A new master password, or another derivation for the old one.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChangePasswordRequest {
    /// The proof of the old password.
    #[serde(default)]
    pub master_password_hash: String,
    /// The hint.
    #[serde(default)]
    pub master_password_hint: Option<String>,
    /// Today's shape: what the new password is proved with.
    #[serde(default)]
    pub authentication_data: Option<AuthenticationData>,
    /// Today's shape: what it unlocks.
    #[serde(default)]
    pub unlock_data: Option<UnlockData>,
    /// The old shape.
    #[serde(default)]
    pub new_master_password_hash: Option<String>,
    /// The old shape.
    #[serde(default)]
    pub key: Option<String>,
    /// The old shape.
    #[serde(default)]
    pub kdf: Option<i64>,
    /// The old shape.
    #[serde(default)]
    pub kdf_iterations: Option<i64>,
    /// The old shape.
    #[serde(default)]
    pub kdf_memory: Option<i64>,
    /// The old shape.
    #[serde(default)]
    pub kdf_parallelism: Option<i64>,
}

impl ChangePasswordRequest {
    /// The new password; in the old shape it keeps the derivation, which is then `kept`.
    ///
    /// # Errors
    ///
    /// When it is incomplete, or its two shapes differ.
    pub fn password(&self, kept: Option<Kdf>) -> Result<PasswordFields, Unfit> {
        let old = match (self.kdf, self.kdf_iterations) {
            (Some(kind), Some(iterations)) => {
                Some(Kdf::read(kind, iterations, self.kdf_memory, self.kdf_parallelism)?)
            }
            _ => kept,
        };
        let flat = Flat {
            hash: self.new_master_password_hash.clone(),
            user_key: self.key.clone(),
            kdf: old,
        };
        PasswordFields::of(self.authentication_data.clone(), self.unlock_data.clone(), flat)
    }
}
