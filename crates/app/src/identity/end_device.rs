//! Signing a device out.

use domain::{accounts::User, id::Id, identity::Device};
use store::StoreError;

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why a device was not signed out.
#[derive(Debug, thiserror::Error)]
pub enum EndDeviceError {
    /// The person has no such device.
    #[error("Resource not found.")]
    NoSuchDevice,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for EndDeviceError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchDevice => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Forgets a device of the person's, and ends the sessions on it.
    ///
    /// # Errors
    ///
    /// [`EndDeviceError::NoSuchDevice`] when it is not theirs.
    pub async fn end_device(
        &self,
        user: Id<User>,
        device: Id<Device>,
    ) -> Result<(), EndDeviceError> {
        let mut tx = self.db.write().await?;
        let sessions = tx.sessions_on(user, device).await?;
        if !tx.remove_device(user, device).await? {
            return Err(EndDeviceError::NoSuchDevice);
        }
        tx.commit().await?;
        self.forget_sessions(&sessions).await;
        Ok(())
    }
}
