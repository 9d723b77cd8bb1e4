//! A new user key, when the old one may be known to someone.

use std::collections::HashMap;

use domain::{
    accounts::{
        User,
        enc_string::is_encrypted,
        keys::{AccountKeys, KeysRefusal},
        rotation::{RotationRefusal, is_whole},
    },
    id::Id,
    organizations::Organization,
    vault::{Folder, is_current},
};
use store::{
    StoreError, Tx,
    accounts::{Account, RotatedCipher, RotatedTrust},
};

use super::register::{MasterPassword, RegisterError, checked_hint, checked_key_id, set_keys};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, password_pool::Busy, verify_user::VerifyUserError},
};

/// Everything that was wrapped or encrypted with the old key, and now is with the new one.
#[derive(Clone)]
pub struct Rotation {
    /// The mail address, as the client knows it.
    pub email: String,
    /// The same password, with the new key wrapped by it.
    pub password: MasterPassword,
    /// The hint for the password.
    pub hint: Option<String>,
    /// The key pairs.
    pub keys: AccountKeys,
    /// What the client calls the new key.
    pub user_key_id: Option<String>,
    /// The person's own items.
    pub ciphers: Vec<RotatedCipher>,
    /// The names of the folders.
    pub folders: Vec<(Id<Folder>, String)>,
    /// The key for each organization that can recover the account.
    pub recovery: Vec<(Id<Organization>, String)>,
    /// The key for each trusted device.
    pub trust: Vec<RotatedTrust>,
}

/// Why the old key stays.
#[derive(Debug, thiserror::Error)]
pub enum RotateKeysError {
    /// The password is wrong.
    #[error(transparent)]
    Verify(#[from] VerifyUserError),
    /// Something was left behind, or made up.
    #[error(transparent)]
    Refused(#[from] RotationRefusal),
    /// What comes with the key cannot be accepted.
    #[error(transparent)]
    Password(#[from] RegisterError),
    /// They are no keys.
    #[error(transparent)]
    Keys(#[from] KeysRefusal),
    /// A key is no encrypted string.
    #[error("A wrapped key is not a valid encrypted string.")]
    Wrapped,
    /// Too many others.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RotateKeysError {
    fn kind(&self) -> Kind {
        match self {
            Self::Verify(error) => error.kind(),
            Self::Refused(_) | Self::Keys(_) | Self::Wrapped => Kind::Invalid,
            Self::Password(error) => error.kind(),
            Self::Busy(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Verify(error) => Some(error),
            Self::Password(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Refused(refusal) => Some(refusal.code()),
            Self::Keys(_) | Self::Wrapped => Some("keys_refused"),
            _ => self.handed_on()?.code(),
        }
    }
}

impl App {
    /// Replaces the user key with everything that hangs on it, all or nothing, and ends every session.
    ///
    /// # Errors
    ///
    /// When the password is wrong, or anything was left behind.
    pub async fn rotate_keys(
        &self,
        user: Id<User>,
        password: &ClientHash,
        mut rotation: Rotation,
    ) -> Result<(), RotateKeysError> {
        let account = self.verify_user(user, password).await?;
        rotation.password = rotation.password.shaped(&account.email)?;
        let hash = self.hash_password(&rotation.password.hash).await?;
        let judged = account.security_stamp.clone();
        let stamp = self.unguessable_id().to_string();
        let account = Account {
            password_hash: Some(hash),
            security_stamp: stamp,
            ..with_keys(account, &rotation)?
        };

        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.save_rotated_keys(&account, &judged, now).await?;
        check_whole(&mut tx, user, &rotation).await?;
        tx.save_rotated_ciphers(user, &rotation.ciphers, now).await?;
        tx.save_rotated_folders(user, &rotation.folders, now).await?;
        for (organization, key) in &rotation.recovery {
            tx.save_rotated_recovery(user, *organization, key, now).await?;
        }
        tx.forget_old_recovery(user, now).await?;
        for trust in &rotation.trust {
            tx.save_rotated_trust(user, trust).await?;
        }
        tx.end_sessions(user).await?;
        tx.commit().await?;
        self.forget_stamp(user).await;
        Ok(())
    }
}

/// The account with its new keys, if they fit it.
fn with_keys(mut account: Account, rotation: &Rotation) -> Result<Account, RotateKeysError> {
    let derives_alike = rotation.password.kdf == account.derivation()?;
    if !derives_alike || domain::accounts::normalized(&rotation.email) != account.email {
        return Err(RotationRefusal::OtherDerivation.into());
    }
    let keys = rotation.keys.clone().checked()?;
    if account.public_key.as_ref() != Some(&keys.public_key) {
        return Err(RotationRefusal::OtherPublicKey.into());
    }
    if account.signing_key.is_some() && keys.signing.is_none() {
        return Err(RotationRefusal::NoSigningKeys.into());
    }
    let trusted = rotation.trust.iter().flat_map(|it| [&it.user_key, &it.public_key]);
    let mut wrapped = rotation.recovery.iter().map(|(_, key)| key).chain(trusted);
    if !wrapped.all(|key| is_encrypted(key)) {
        return Err(RotateKeysError::Wrapped);
    }
    account.password_hint = checked_hint(rotation.hint.clone())?;
    account.user_key = Some(rotation.password.user_key.clone());
    account.user_key_id = checked_key_id(rotation.user_key_id.clone())?;
    set_keys(&mut account, keys);
    Ok(account)
}

/// Refuses what leaves something behind, or makes something up.
async fn check_whole(
    tx: &mut Tx,
    user: Id<User>,
    rotation: &Rotation,
) -> Result<(), RotateKeysError> {
    let kept = tx.own_cipher_kinds(user).await?.into_iter();
    let kept: HashMap<_, _> = kept.map(|(id, kind, revised_at)| (id, (kind, revised_at))).collect();
    let sent = rotation.ciphers.iter();
    if !is_whole(kept.keys().copied(), sent.clone().map(|cipher| cipher.id.uuid())) {
        return Err(RotationRefusal::Ciphers.into());
    }
    for cipher in sent {
        let Some((kind, revised_at)) = kept.get(&cipher.id.uuid()) else { continue };
        if *kind != cipher.kind {
            return Err(RotationRefusal::OtherKind.into());
        }
        if !is_current(*revised_at, cipher.known) {
            return Err(RotationRefusal::Changed.into());
        }
    }
    let folders = tx.folders(user).await?.into_iter().map(|folder| folder.id);
    if !is_whole(folders, rotation.folders.iter().map(|(id, _)| id.uuid())) {
        return Err(RotationRefusal::Folders.into());
    }
    let devices = tx.trusted_devices(user).await?;
    if !is_whole(devices, rotation.trust.iter().map(|trust| trust.device.uuid())) {
        return Err(RotationRefusal::Devices.into());
    }
    let recoverers = tx.recoverers_of(user).await?;
    if !is_whole(recoverers, rotation.recovery.iter().map(|(id, _)| id.uuid())) {
        return Err(RotationRefusal::Recovery.into());
    }
    Ok(())
}
