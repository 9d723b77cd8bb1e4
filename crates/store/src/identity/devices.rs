//! Devices people have signed in on.

use chrono::{DateTime, Utc};
use domain::{accounts::User, id::Id, identity::Device};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    /// A device that comes back keeps its id, and what it was given.
    SEEN = "
        INSERT INTO devices (id, user_id, identifier, name, kind, push_token, created_at,
               last_active_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
        ON CONFLICT (user_id, identifier) DO UPDATE
           SET name = excluded.name, kind = excluded.kind, last_active_at = excluded.last_active_at,
               push_token = COALESCE(excluded.push_token, devices.push_token)
        RETURNING *";

    OF_USER = "
        SELECT * FROM devices WHERE user_id = $1 ORDER BY last_active_at DESC, id LIMIT 1000";

    BY_IDENTIFIER = "SELECT * FROM devices WHERE user_id = $1 AND identifier = $2";

    KNOWN = "
        SELECT COUNT(*) FROM devices d JOIN users u ON u.id = d.user_id
         WHERE u.email = $1 AND d.identifier = $2";

    SET_PUSH_TOKEN = "
        UPDATE devices SET push_token = $1 WHERE user_id = $2 AND identifier = $3";

    CLEAR_PUSH_TOKEN = "UPDATE devices SET push_token = NULL WHERE identifier = $1";

    SET_KEYS = "
        UPDATE devices SET encrypted_user_key = $1, encrypted_public_key = $2,
               encrypted_private_key = $3
         WHERE user_id = $4 AND identifier = $5";

    BY_ID = "SELECT * FROM devices WHERE user_id = $1 AND id = $2";

    UNTRUST = "
        UPDATE devices SET encrypted_user_key = NULL, encrypted_public_key = NULL,
               encrypted_private_key = NULL
         WHERE user_id = $1 AND id IN ({list})";

    ACTIVE = "UPDATE devices SET last_active_at = $1 WHERE id = $2";

    REMOVE = "DELETE FROM devices WHERE user_id = $1 AND id = $2";
}

/// A device.
#[derive(Debug, Clone, FromRow)]
pub struct DeviceRow {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub user_id: Uuid,
    /// What the device calls itself.
    pub identifier: String,
    /// Its name for people.
    pub name: String,
    /// Its kind, by the protocol's number.
    pub kind: i64,
    /// Where notifications reach it.
    pub push_token: Option<String>,
    /// The user key, for the device's own key pair.
    pub encrypted_user_key: Option<String>,
    /// The device's public key, wrapped by the user key.
    pub encrypted_public_key: Option<String>,
    /// The device's private key, wrapped by the device key.
    pub encrypted_private_key: Option<String>,
    /// When the person first signed in on it.
    pub created_at: DateTime<Utc>,
    /// When it was last heard of.
    pub last_active_at: DateTime<Utc>,
}

impl Tx {
    /// The person's device as kept from now on: a new one, or the one known by that identifier.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device_seen(&mut self, device: &DeviceRow) -> Result<DeviceRow, StoreError> {
        let d = device;
        let args =
            args![d.id, d.user_id, &d.identifier, &d.name, d.kind, &d.push_token, d.last_active_at];
        self.one(SEEN, args).await
    }

    /// The person's devices, those last active first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn devices(&mut self, user: Id<User>) -> Result<Vec<DeviceRow>, StoreError> {
        self.all(OF_USER, args![user]).await
    }

    /// The person's device of that identifier.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device(
        &mut self,
        user: Id<User>,
        identifier: &str,
    ) -> Result<Option<DeviceRow>, StoreError> {
        self.optional(BY_IDENTIFIER, args![user, identifier]).await
    }

    /// Whether the account of that address has been used on that device.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device_known(&mut self, email: &str, device: &str) -> Result<bool, StoreError> {
        let (count,): (i64,) = self.one(KNOWN, args![email, device]).await?;
        Ok(count > 0)
    }

    /// Keeps where notifications reach the device; `false` when there is no such device.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_push_token(
        &mut self,
        user: Id<User>,
        identifier: &str,
        token: &str,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(SET_PUSH_TOKEN, args![token, user, identifier]).await? > 0)
    }

    /// Forgets where notifications reach the device.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn clear_push_token(&mut self, identifier: &str) -> Result<(), StoreError> {
        self.execute(CLEAR_PUSH_TOKEN, args![identifier]).await.map(drop)
    }

    /// Keeps the keys of a trusted device; `false` when there is no such device.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_device_keys(&mut self, device: &DeviceRow) -> Result<bool, StoreError> {
        let d = device;
        let args = args![
            &d.encrypted_user_key,
            &d.encrypted_public_key,
            &d.encrypted_private_key,
            d.user_id,
            &d.identifier
        ];
        Ok(self.execute(SET_KEYS, args).await? > 0)
    }

    /// The person's device of that id.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device_by_id(
        &mut self,
        user: Id<User>,
        device: Id<Device>,
    ) -> Result<Option<DeviceRow>, StoreError> {
        self.optional(BY_ID, args![user, device]).await
    }

    /// Takes the keys of trusted devices away, of those that are the person's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn untrust_devices(
        &mut self,
        user: Id<User>,
        devices: &[Id<Device>],
    ) -> Result<u64, StoreError> {
        let list: Vec<_> = devices.iter().map(|id| crate::db::Arg::from(*id)).collect();
        self.execute_in(UNTRUST, args![user], &list).await
    }

    /// Notes that the device was heard of.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn device_active(
        &mut self,
        device: Id<Device>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(ACTIVE, args![now, device]).await.map(drop)
    }

    /// Forgets the device, and ends its sessions; `false` when the person has no such device.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_device(
        &mut self,
        user: Id<User>,
        device: Id<Device>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(REMOVE, args![user, device]).await? > 0)
    }
}
