//! Giving keys to an account that has none, and a name to its user key.

use domain::{
    accounts::{
        User,
        keys::{AccountKeys, KeysRefusal},
    },
    id::Id,
};
use store::{StoreError, accounts::Account};

use super::register::set_keys;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why keys were not kept.
#[derive(Debug, thiserror::Error)]
pub enum SetKeysError {
    /// The account has keys; others would make what was wrapped for them unreadable.
    #[error("The account has keys already.")]
    HasKeys,
    /// It is no name of a key.
    #[error("The id of the user key is not valid.")]
    KeyId,
    /// The user key goes by another name.
    #[error("Another id of the user key is recorded already.")]
    OtherKeyId,
    /// There is no such account any more.
    #[error("Resource not found.")]
    NoSuchAccount,
    /// They are no keys.
    #[error(transparent)]
    Keys(#[from] KeysRefusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for SetKeysError {
    fn kind(&self) -> Kind {
        match self {
            Self::HasKeys | Self::KeyId | Self::OtherKeyId | Self::Keys(_) => Kind::Invalid,
            Self::NoSuchAccount => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::HasKeys => Some("has_keys"),
            Self::KeyId => Some("key_id_wrong"),
            Self::OtherKeyId => Some("other_key_id"),
            Self::Keys(_) => Some("keys_refused"),
            Self::NoSuchAccount | Self::Store(_) => None,
        }
    }
}

/// Whether `text` can be what clients call a user key: 16 bytes in hexadecimal.
pub(super) fn is_key_id(text: &str) -> bool {
    text.len() == 32
        && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

impl App {
    /// Keeps the key pairs of an account that has none, and answers the account.
    ///
    /// # Errors
    ///
    /// [`SetKeysError::HasKeys`] when it has.
    pub async fn set_account_keys(
        &self,
        user: Id<User>,
        keys: AccountKeys,
        user_key_id: Option<String>,
    ) -> Result<Account, SetKeysError> {
        let keys = keys.checked()?;
        if user_key_id.as_deref().is_some_and(|id| !is_key_id(id)) {
            return Err(SetKeysError::KeyId);
        }
        let mut tx = self.db.write().await?;
        let mut account = tx.account(user).await?.ok_or(SetKeysError::NoSuchAccount)?;
        set_keys(&mut account, keys);
        account.user_key_id = user_key_id.or(account.user_key_id);
        match tx.save_account_keys(&account, self.now()).await {
            Err(StoreError::Lost(_)) => return Err(SetKeysError::HasKeys),
            other => other?,
        }
        tx.commit().await?;
        Ok(account)
    }

    /// Keeps what clients call the user key. The same again changes nothing.
    ///
    /// # Errors
    ///
    /// [`SetKeysError::OtherKeyId`] when another is kept.
    pub async fn record_user_key_id(&self, user: Id<User>, id: &str) -> Result<(), SetKeysError> {
        if !is_key_id(id) {
            return Err(SetKeysError::KeyId);
        }
        let mut tx = self.db.write().await?;
        if !tx.save_user_key_id(user, id, self.now()).await? {
            return Err(SetKeysError::OtherKeyId);
        }
        Ok(tx.commit().await?)
    }
}
