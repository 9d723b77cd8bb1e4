//! Letting a device unlock the vault by itself.

use domain::{
    accounts::{User, enc_string::is_encrypted},
    id::Id,
};
use store::{StoreError, identity::DeviceRow};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// The keys of a trusted device.
pub struct DeviceKeys {
    /// The user key, for the device's own key pair.
    pub user_key: String,
    /// The device's public key, wrapped.
    pub public_key: String,
    /// The device's private key, wrapped.
    pub private_key: String,
}

/// Why a device is not trusted.
#[derive(Debug, thiserror::Error)]
pub enum TrustDeviceError {
    /// The person has no such device.
    #[error("Resource not found.")]
    NoSuchDevice,
    /// A key is no encrypted string.
    #[error("A wrapped key is not a valid encrypted string.")]
    Wrapped,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for TrustDeviceError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchDevice => Kind::NotFound,
            Self::Wrapped => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Keeps the keys of the person's device, and answers the device.
    ///
    /// # Errors
    ///
    /// When it is not theirs, or the keys are none.
    pub async fn trust_device(
        &self,
        user: Id<User>,
        identifier: &str,
        keys: DeviceKeys,
    ) -> Result<DeviceRow, TrustDeviceError> {
        if ![&keys.user_key, &keys.public_key, &keys.private_key]
            .into_iter()
            .all(|k| is_encrypted(k))
        {
            return Err(TrustDeviceError::Wrapped);
        }
        let mut tx = self.db.write().await?;
        let mut device =
            tx.device(user, identifier).await?.ok_or(TrustDeviceError::NoSuchDevice)?;
        device.encrypted_user_key = Some(keys.user_key);
        device.encrypted_public_key = Some(keys.public_key);
        device.encrypted_private_key = Some(keys.private_key);
        tx.set_device_keys(&device).await?;
        tx.commit().await?;
        Ok(device)
    }
}
