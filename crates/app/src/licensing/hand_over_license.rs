//! A self-hosted server fetches the licence of an organization.

use chrono::{DateTime, Utc};
use domain::{
    events::EventKind,
    id::Id,
    licensing::Installation,
    organizations::{Organization, api_keys::KeyKind},
};
use store::{StoreError, outbox::Event};
use subtle::ConstantTimeEq as _;

use super::{admit_installation::NotAdmitted, issue_license::IssueLicenseError};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::throttle::{CountError, Limit},
    organizations::api_keys::opens,
};

/// Wrong proofs of one server for one organization.
const PROOFS: Limit = Limit { what: "license-proof", most: 20, minutes: 10 };

/// Why the licence was not handed over.
#[derive(Debug, thiserror::Error)]
pub enum HandOverLicenseError {
    /// The licence key is not the organization's.
    #[error("Invalid license key.")]
    WrongLicenseKey,
    /// The billing sync token is not the organization's.
    #[error("Invalid Billing Sync Key")]
    WrongBillingKey,
    /// The server is not one of the organization's.
    #[error(transparent)]
    NotAdmitted(#[from] NotAdmitted),
    /// There is no licence.
    #[error(transparent)]
    Issue(#[from] IssueLicenseError),
    /// It was tried too often.
    #[error(transparent)]
    Count(#[from] CountError),
}

impl From<StoreError> for HandOverLicenseError {
    fn from(error: StoreError) -> Self {
        Self::Issue(error.into())
    }
}

impl Fault for HandOverLicenseError {
    fn kind(&self) -> Kind {
        match self {
            Self::WrongLicenseKey | Self::WrongBillingKey => Kind::Invalid,
            Self::NotAdmitted(error) => error.kind(),
            Self::Issue(error) => error.kind(),
            Self::Count(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::WrongLicenseKey => Some("license_key_wrong"),
            Self::WrongBillingKey => Some("billing_key_wrong"),
            Self::NotAdmitted(error) => error.code(),
            Self::Issue(error) => error.code(),
            Self::Count(error) => error.code(),
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::WrongLicenseKey | Self::WrongBillingKey)
    }
}

impl App {
    /// The licence of an organization, for a server that holds its licence key and its billing sync
    /// token, as JSON.
    ///
    /// # Errors
    ///
    /// When either is wrong, the server is not admitted, or there is no licence.
    pub async fn hand_over_license(
        &self,
        installation: Id<Installation>,
        organization: Id<Organization>,
        license_key: &str,
        billing_sync_key: &str,
    ) -> Result<String, HandOverLicenseError> {
        let counted = self.count(&[(PROOFS, format!("{installation}:{organization}"))]).await?;
        let now = self.now();
        self.prove_license(organization, license_key, billing_sync_key, now).await?;

        // Known or not approved, it is written down even when it is turned away.
        let mut tx = self.db.write().await?;
        let admitted = self.admit_installation(&mut tx, organization, installation, now).await;
        tx.commit().await?;
        admitted?;

        let document = self.issue_license(organization, installation, now).await?;
        let by = Some(installation.uuid());
        let mut tx = self.db.write().await?;
        tx.note_key_use(organization, KeyKind::BillingSync, by, now).await?;
        tx.note_installation_sync(organization, installation, now).await?;
        let event =
            Event { installation: by, ..Event::of(EventKind::LicenseDownloaded, organization) };
        tx.record(event, now).await?;
        tx.commit().await?;
        self.take_back(counted).await?;
        Ok(document)
    }

    /// Whether the licence key and the billing sync token are the organization's.
    async fn prove_license(
        &self,
        organization: Id<Organization>,
        license_key: &str,
        billing_sync_key: &str,
        now: DateTime<Utc>,
    ) -> Result<(), HandOverLicenseError> {
        let mut tx = self.db.read().await?;
        let found = tx.organization(organization).await?;
        let record = found.ok_or(IssueLicenseError::NoSuchOrganization)?;
        if !bool::from(record.license_key.as_bytes().ct_eq(license_key.trim().as_bytes())) {
            return Err(HandOverLicenseError::WrongLicenseKey);
        }
        let key = tx.organization_key(organization, KeyKind::BillingSync).await?;
        if opens(key.as_ref(), billing_sync_key, now) {
            Ok(())
        } else {
            Err(HandOverLicenseError::WrongBillingKey)
        }
    }
}
