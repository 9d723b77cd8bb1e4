//! The present licence is fetched from the cloud and applied.

use domain::{
    authz::{ManageLicense, Permit},
    organizations::connections::{ConnectionKind, Link},
};
use store::StoreError;

use super::apply_license::ApplyLicenseError;
use crate::{
    App,
    fault::{Fault, Kind},
    organizations::connections::BILLING_TOKEN,
    ports::{CloudError, LicenseRequest},
};

/// Why the licence was not fetched or not applied. The organization goes on with the one it has.
#[derive(Debug, thiserror::Error)]
pub enum SyncLicenseError {
    /// The operator decided so.
    #[error("This server is not allowed to talk to its cloud; its operator can allow it.")]
    CommunicationOff,
    /// The organization is not connected.
    #[error("Resource not found.")]
    NoConnection,
    /// The connection is switched off.
    #[error("The connection to the cloud is switched off for this organization.")]
    ConnectionDisabled,
    /// The token cannot be read.
    #[error("The billing sync token of this organization cannot be read; enter it again.")]
    TokenUnreadable,
    /// The organization has no licence yet.
    #[error("The organization has no license yet; upload one first.")]
    NoLicense,
    /// The cloud gave none.
    #[error("The license could not be synced. Check the network and the billing sync token. {0}")]
    Cloud(#[from] CloudError),
    /// What the cloud gave does not do.
    #[error(transparent)]
    Apply(#[from] ApplyLicenseError),
}

impl From<StoreError> for SyncLicenseError {
    fn from(error: StoreError) -> Self {
        Self::Apply(error.into())
    }
}

impl Fault for SyncLicenseError {
    fn kind(&self) -> Kind {
        match self {
            Self::CommunicationOff
            | Self::ConnectionDisabled
            | Self::TokenUnreadable
            | Self::NoLicense => Kind::Invalid,
            Self::NoConnection => Kind::NotFound,
            Self::Cloud(error) => error.kind(),
            Self::Apply(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::CommunicationOff => Some("cloud_communication_off"),
            Self::NoConnection => None,
            Self::ConnectionDisabled => Some("connection_disabled"),
            Self::TokenUnreadable => Some("billing_token_unreadable"),
            Self::NoLicense => Some("no_license"),
            Self::Cloud(error) => error.code(),
            Self::Apply(error) => error.code(),
        }
    }
}

impl App {
    /// Fetches the present licence from the cloud and applies it; `true` when it differs from the
    /// one before.
    ///
    /// # Errors
    ///
    /// When the connection, the cloud or the licence does not do.
    pub async fn sync_license(
        &self,
        permit: Permit<ManageLicense>,
    ) -> Result<bool, SyncLicenseError> {
        if !self.settings.cloud_communication {
            return Err(SyncLicenseError::CommunicationOff);
        }
        let organization = permit.organization();
        let request = self.license_request(&permit).await?;
        let document = self.ports.cloud.license(request).await?;
        let changed = self.apply_license(organization, permit.actor(), &document).await?;

        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.note_license_sync(organization, now).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// What the cloud is asked with.
    pub(super) async fn license_request(
        &self,
        permit: &Permit<ManageLicense>,
    ) -> Result<LicenseRequest, SyncLicenseError> {
        let mut tx = self.db.read().await?;
        let kind = ConnectionKind::CloudBillingSync;
        let connection = tx.connection(permit.organization(), kind).await?;
        let connection = connection.ok_or(SyncLicenseError::NoConnection)?;
        let Link::Cloud(link) = connection.link else {
            return Err(SyncLicenseError::NoConnection);
        };
        if !connection.enabled {
            return Err(SyncLicenseError::ConnectionDisabled);
        }
        self.learn_seal_in(&mut tx, &link.sealed_token).await?;
        let token = self.keys.open(BILLING_TOKEN, &link.sealed_token);
        let billing_sync_key =
            token.filter(|token| !token.is_empty()).ok_or(SyncLicenseError::TokenUnreadable)?;
        let record = tx.organization(permit.organization()).await?;
        let record = record.ok_or(SyncLicenseError::NoConnection)?;
        let license = tx.license(permit.organization()).await?;
        let license = license.ok_or(SyncLicenseError::NoLicense)?;
        Ok(LicenseRequest {
            organization: license.cloud_organization_id,
            license_key: record.license_key,
            billing_sync_key,
        })
    }
}
