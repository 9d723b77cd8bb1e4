//! What someone gets who has signed in, in the shape of the protocol.

use app::fault::StoreError;
use app::identity::SignedIn;
use wire::{
    identity::{TokenAccount, TokenDecryption, TokenResponse, TokenUnlock},
    object::UserDecryptionOptionsObject,
};

use crate::accounts::profile::account_keys;

/// The tokens, and nothing else: the client has the rest.
pub(super) fn alone(signed_in: &SignedIn) -> TokenResponse {
    TokenResponse {
        access_token: signed_in.access_token.reveal().to_owned(),
        expires_in: signed_in.expires_in,
        token_type: "Bearer",
        refresh_token: signed_in.refresh_token.as_ref().map(|token| token.reveal().to_owned()),
        scope: signed_in.scope,
        two_factor_token: signed_in.remembered.as_ref().map(|token| token.reveal().to_owned()),
        account: None,
    }
}

/// The tokens, and what the client needs to unlock the vault.
pub(super) fn with_account(signed_in: SignedIn) -> Result<TokenResponse, StoreError> {
    let mut response = alone(&signed_in);
    let account = signed_in.account;
    let derivation = account.derivation()?;
    let (kdf, kdf_iterations, kdf_memory, kdf_parallelism) = derivation.numbers();
    let has_master_password = account.password_hash.is_some();
    let salt = account.salt.clone();
    let unlock = account.user_key.clone().filter(|_| has_master_password);
    response.account = Some(TokenAccount {
        account_keys: account_keys(&account),
        private_key: account.private_key,
        kdf,
        kdf_iterations,
        kdf_memory,
        kdf_parallelism,
        force_password_reset: account.force_password_reset,
        reset_master_password: false,
        master_password_policy: signed_in.demand.into(),
        user_decryption_options: TokenDecryption {
            object: UserDecryptionOptionsObject::Tag,
            has_master_password,
            master_password_unlock: unlock.map(|user_key| TokenUnlock {
                kdf: derivation.into(),
                master_key_encrypted_user_key: user_key.clone(),
                master_key_wrapped_user_key: user_key,
                salt,
            }),
        },
        key: account.user_key,
    });
    Ok(response)
}
