//! What an owner and a self-hosted server have in common when they ask the cloud for a licence.

use chrono::{DateTime, Utc};
use domain::{
    billing::Status,
    id::Id,
    licensing::{Installation, terms},
    organizations::{Feature, Organization},
};
use store::{StoreError, Tx, organizations::OrganizationRecord};

use super::document::{Issue, issue};
use crate::{
    App,
    fault::{Fault, Kind},
    ports::CannotSign,
};

/// Why there is no licence.
#[derive(Debug, thiserror::Error)]
pub enum IssueLicenseError {
    /// There is no such organization.
    #[error("Resource not found.")]
    NoSuchOrganization,
    /// There is no such installation, or it was switched off.
    #[error("Invalid installation id")]
    NoSuchInstallation,
    /// The plan has none.
    #[error("The organization's plan does not include a server of its own.")]
    NotIncluded,
    /// Nothing is paid for.
    #[error("The organization has no active subscription.")]
    NoSubscription,
    /// It was paid for.
    #[error("The organization's subscription has ended; renew it to get a license.")]
    SubscriptionEnded,
    /// This server signs no licences.
    #[error(transparent)]
    CannotSign(#[from] CannotSign),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for IssueLicenseError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::NoSuchInstallation
            | Self::NotIncluded
            | Self::NoSubscription
            | Self::SubscriptionEnded => Kind::Invalid,
            Self::CannotSign(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoSuchInstallation => Some("installation_unknown"),
            Self::NotIncluded => Some("plan_without_self_host"),
            Self::NoSubscription | Self::SubscriptionEnded => Some("subscription_ended"),
            Self::NoSuchOrganization | Self::CannotSign(_) | Self::Store(_) => None,
        }
    }
}

impl App {
    /// The organization, if it can have a licence.
    async fn licensable(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
    ) -> Result<OrganizationRecord, IssueLicenseError> {
        let found = tx.organization(organization).await?;
        let organization = found.ok_or(IssueLicenseError::NoSuchOrganization)?;
        if !organization.entitlements.features.has(Feature::SelfHost) {
            return Err(IssueLicenseError::NotIncluded);
        }
        Ok(organization)
    }

    /// A licence for `organization` on the server with `installation`. Signing takes long beside
    /// everything else here, so call it before the unit of work that notes it, never within one.
    pub(super) async fn issue_license(
        &self,
        organization: Id<Organization>,
        installation: Id<Installation>,
        now: DateTime<Utc>,
    ) -> Result<String, IssueLicenseError> {
        let mut tx = self.db.read().await?;
        let organization = self.licensable(&mut tx, organization).await?;
        let known = tx.installation(installation).await?.filter(|it| it.enabled);
        known.ok_or(IssueLicenseError::NoSuchInstallation)?;
        let subscription = tx.subscription(organization.id).await?;
        drop(tx);
        match &subscription {
            // An end that the operator set stands in for a subscription.
            None if organization.expires_at.is_none() => {
                return Err(IssueLicenseError::NoSubscription);
            }
            Some(it) if it.status == Status::Canceled => {
                return Err(IssueLicenseError::SubscriptionEnded);
            }
            _ => {}
        }
        let it = Issue {
            organization: &organization,
            installation,
            terms: terms(subscription.as_ref(), organization.expires_at, now),
            now,
            token_id: self.unguessable_id().to_string(),
        };
        Ok(issue(&it, &*self.ports.license_authority)?)
    }
}
