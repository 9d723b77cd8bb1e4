//! The keys of an account. The inner names are exact: clients look for no others.

use domain::accounts::keys::{AccountKeys, SigningKeys};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Unfit;
use crate::object::{KeysObject, PrivateKeysObject, PublicKeyPairObject};

/// The key pairs of an account.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccountKeysResponse {
    /// Always `privateKeys`.
    pub object: PrivateKeysObject,
    /// The pair others wrap with.
    pub public_key_encryption_key_pair: PublicKeyPairResponse,
    /// The pair that signs; null in accounts of the first version.
    pub signature_key_pair: Option<SignatureKeyPair>,
    /// The signed state of the keys; null in accounts of the first version.
    pub security_state: Option<SecurityState>,
}

/// The pair others wrap with.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublicKeyPairResponse {
    /// Always `publicKeyEncryptionKeyPair`.
    pub object: PublicKeyPairObject,
    /// The public half.
    pub public_key: String,
    /// The private half, wrapped.
    pub wrapped_private_key: String,
    /// The public half, signed; null in accounts of the first version.
    pub signed_public_key: Option<String>,
}

/// The pair that signs.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignatureKeyPair {
    /// The signing half, wrapped.
    pub wrapped_signing_key: String,
    /// The verifying half.
    pub verifying_key: String,
}

/// The signed state of the keys.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SecurityState {
    /// The state.
    pub security_state: String,
    /// Its version.
    pub security_version: i64,
}

impl From<AccountKeys> for AccountKeysResponse {
    fn from(keys: AccountKeys) -> Self {
        let mut response = Self {
            object: PrivateKeysObject::Tag,
            public_key_encryption_key_pair: PublicKeyPairResponse {
                object: PublicKeyPairObject::Tag,
                public_key: keys.public_key,
                wrapped_private_key: keys.private_key,
                signed_public_key: None,
            },
            signature_key_pair: None,
            security_state: None,
        };
        if let Some(signing) = keys.signing {
            response.public_key_encryption_key_pair.signed_public_key = signing.signed_public_key;
            response.signature_key_pair = Some(SignatureKeyPair {
                wrapped_signing_key: signing.signing_key,
                verifying_key: signing.verifying_key,
            });
            response.security_state = Some(SecurityState {
                security_state: signing.security_state,
                security_version: signing.security_version,
            });
        }
        response
    }
}

/// The key pairs of an account, as clients send them.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccountKeysRequest {
    /// The old name of the wrapped private key.
    #[serde(default)]
    pub user_key_encrypted_account_private_key: Option<String>,
    /// The old name of the public key.
    #[serde(default)]
    pub account_public_key: Option<String>,
    /// The pair others wrap with.
    #[serde(default)]
    pub public_key_encryption_key_pair: Option<PublicKeyPairRequest>,
    /// The pair that signs.
    #[serde(default)]
    pub signature_key_pair: Option<SignatureKeyPair>,
    /// The signed state of the keys.
    #[serde(default)]
    pub security_state: Option<SecurityState>,
}

/// The pair others wrap with.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of the protocol")]
pub struct PublicKeyPairRequest {
    /// The public half.
    pub public_key: String,
    /// The private half, wrapped.
    pub wrapped_private_key: String,
    /// The public half, signed.
    #[serde(default)]
    pub signed_public_key: Option<String>,
}

impl TryFrom<AccountKeysRequest> for AccountKeys {
    type Error = Unfit;

    fn try_from(request: AccountKeysRequest) -> Result<Self, Unfit> {
        let (public, private, signed) = match request.public_key_encryption_key_pair {
            Some(pair) => {
                (Some(pair.public_key), Some(pair.wrapped_private_key), pair.signed_public_key)
            }
            None => {
                (request.account_public_key, request.user_key_encrypted_account_private_key, None)
            }
        };
        let signing = match (request.signature_key_pair, request.security_state) {
            (Some(pair), Some(state)) => Some(SigningKeys {
                signed_public_key: signed,
                signing_key: pair.wrapped_signing_key,
                verifying_key: pair.verifying_key,
                security_state: state.security_state,
                security_version: state.security_version,
            }),
            (None, None) => None,
            _ => return Err(Unfit("Signature keys and security state belong together.")),
        };
        Ok(Self {
            public_key: public.ok_or(Unfit("The public key is missing."))?,
            private_key: private.ok_or(Unfit("The private key is missing."))?,
            signing,
        })
    }
}

/// Keys for an account that has none, in the current shape or the old one.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeysRequest {
    /// The public key.
    #[serde(default)]
    pub public_key: Option<String>,
    /// The private key, wrapped.
    #[serde(default)]
    pub encrypted_private_key: Option<String>,
    /// Both, in the current shape.
    #[serde(default)]
    pub account_keys: Option<AccountKeysRequest>,
    /// What the client calls the user key.
    #[serde(default)]
    pub user_key_id: Option<String>,
}

impl TryFrom<KeysRequest> for AccountKeys {
    type Error = Unfit;

    fn try_from(request: KeysRequest) -> Result<Self, Unfit> {
        if let Some(keys) = request.account_keys {
            return keys.try_into();
        }
        Ok(Self {
            public_key: request.public_key.ok_or(Unfit("The public key is missing."))?,
            private_key: request
                .encrypted_private_key
                .ok_or(Unfit("The private key is missing."))?,
            signing: None,
        })
    }
}

/// The keys of an account.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeysResponse {
    /// Always `keys`.
    pub object: KeysObject,
    /// The user key, wrapped by the master key.
    pub key: Option<String>,
    /// The public key.
    pub public_key: Option<String>,
    /// The private key, wrapped.
    pub private_key: Option<String>,
    /// The pairs.
    pub account_keys: Option<AccountKeysResponse>,
}

/// What the client calls the user key.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserKeyIdRequest {
    /// 16 bytes in hexadecimal.
    pub user_key_id: String,
}
