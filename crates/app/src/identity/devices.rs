//! Looking at devices, and where notifications reach them.

use domain::{
    accounts::{User, normalized},
    id::Id,
    identity::Device,
};
use store::StoreError;
pub use store::identity::DeviceRow;

use super::end_device::EndDeviceError;
use crate::App;

impl App {
    /// Whether the account of that address was used on that device.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device_known(&self, email: &str, device: &str) -> Result<bool, StoreError> {
        self.db.read().await?.device_known(&normalized(email), device).await
    }

    /// The person's devices, those last active first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn devices(&self, user: Id<User>) -> Result<Vec<DeviceRow>, StoreError> {
        self.db.read().await?.devices(user).await
    }

    /// The person's device of that identifier.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device(
        &self,
        user: Id<User>,
        identifier: &str,
    ) -> Result<Option<DeviceRow>, StoreError> {
        self.db.read().await?.device(user, identifier).await
    }

    /// The person's device of that id.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device_by_id(
        &self,
        user: Id<User>,
        device: Id<Device>,
    ) -> Result<Option<DeviceRow>, StoreError> {
        self.db.read().await?.device_by_id(user, device).await
    }

    /// Takes away what devices unlock the vault with by themselves, of those that are the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn untrust_devices(
        &self,
        user: Id<User>,
        devices: &[Id<Device>],
    ) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        tx.untrust_devices(user, devices).await?;
        tx.commit().await
    }

    /// Keeps where notifications reach the device.
    ///
    /// # Errors
    ///
    /// [`EndDeviceError::NoSuchDevice`] when it is not the person's.
    pub async fn set_push_token(
        &self,
        user: Id<User>,
        identifier: &str,
        token: &str,
    ) -> Result<(), EndDeviceError> {
        let mut tx = self.db.write().await?;
        if !tx.set_push_token(user, identifier, token).await? {
            return Err(EndDeviceError::NoSuchDevice);
        }
        Ok(tx.commit().await?)
    }

    /// Forgets where notifications reach the device. Nobody is asked who they are: whoever knows the
    /// identifier signed out there.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn clear_push_token(&self, identifier: &str) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        tx.clear_push_token(identifier).await?;
        tx.commit().await
    }
}
