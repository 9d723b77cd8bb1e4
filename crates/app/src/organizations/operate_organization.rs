//! What whoever runs the server does to organizations.

use chrono::{DateTime, Utc};
use domain::{
    admin::Act,
    authz::{OperateOrganization, Permit},
    billing::{Status, Subscription},
    events::EventKind,
    organizations::Feature,
    sponsorships::Sponsorship,
};
use store::{
    StoreError,
    organizations::OrganizationRecord,
    outbox::{Event, Job},
};

use crate::{
    App,
    admin::By,
    fault::{Fault, Kind},
};

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum OperateOrganizationError {
    /// There is no such organization.
    #[error("There is no such organization.")]
    NoSuchOrganization,
    /// It pays for nothing here: a licence says what it may do.
    #[error("The organization has no subscription here; a license says what it may do.")]
    NoSubscription,
    /// A licence says what it may use.
    #[error("The organization has its features from a license; the cloud changes them.")]
    FromLicense,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for OperateOrganizationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::NoSubscription | Self::FromLicense => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        matches!(self, Self::FromLicense).then_some("features_from_license")
    }
}

/// A feature and whether the organization has it, as the log of the operators shows it.
fn granted(feature: Feature, has: bool) -> String {
    format!("{}: {has}", feature.name())
}

impl App {
    /// Organizations whose name or billing address contains `text`, by name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn find_organizations(
        &self,
        text: &str,
        limit: i64,
    ) -> Result<Vec<OrganizationRecord>, StoreError> {
        self.db.read().await?.organizations_named(text, limit, 0).await
    }

    /// Lets the organization work, or stops it; whether that changed anything.
    ///
    /// # Errors
    ///
    /// See [`OperateOrganizationError`].
    pub async fn switch_organization(
        &self,
        permit: Permit<OperateOrganization>,
        enabled: bool,
        by: &By,
    ) -> Result<bool, OperateOrganizationError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        let found = tx.organization(id).await?;
        let found = found.ok_or(OperateOrganizationError::NoSuchOrganization)?;
        let changed = tx.enable_organization(id, enabled, now).await?;
        if changed {
            tx.record(Event::by(EventKind::OrganizationUpdated, &permit), now).await?;
            tx.touch_members(id, now).await?;
            let act = if enabled { Act::EnableOrganization } else { Act::DisableOrganization };
            tx.note_deed(&by.did(act).to(id.uuid()).called(found.name), now).await?;
        }
        tx.commit().await?;
        Ok(changed)
    }

    /// Lets the organization use something no plan includes, or takes it away.
    ///
    /// # Errors
    ///
    /// See [`OperateOrganizationError`].
    pub async fn grant_feature(
        &self,
        permit: Permit<OperateOrganization>,
        feature: Feature,
        on: bool,
        by: &By,
    ) -> Result<(), OperateOrganizationError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        let found = tx.organization(id).await?;
        let found = found.ok_or(OperateOrganizationError::NoSuchOrganization)?;
        tx.subscription(id).await?.ok_or(OperateOrganizationError::FromLicense)?;
        tx.set_features(id, found.entitlements.features.with(feature, on), now).await?;
        tx.record(Event::by(EventKind::OrganizationUpdated, &permit), now).await?;
        tx.touch_members(id, now).await?;
        let had = found.entitlements.features.has(feature);
        let (before, after) = (granted(feature, had), granted(feature, on));
        let deed = by.did(Act::GrantFeature).to(id.uuid()).called(found.name);
        tx.note_deed(&deed.turning(before, after), now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Lets the present period end at another time; a trial then ends with it.
    ///
    /// # Errors
    ///
    /// See [`OperateOrganizationError`].
    pub async fn set_period(
        &self,
        permit: Permit<OperateOrganization>,
        ends_at: DateTime<Utc>,
        by: &By,
    ) -> Result<Subscription, OperateOrganizationError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        let organization = tx.organization(id).await?;
        let organization = organization.ok_or(OperateOrganizationError::NoSuchOrganization)?;
        let found = tx.subscription(id).await?;
        let mut subscription = found.ok_or(OperateOrganizationError::NoSubscription)?;
        let deed = by.did(Act::SetPeriod).to(id.uuid()).called(organization.name);
        let deed = deed.turning(subscription.period_ends_at.to_rfc3339(), ends_at.to_rfc3339());
        subscription.period_ends_at = ends_at;
        subscription.period_starts_at = subscription.period_starts_at.min(ends_at);
        if subscription.status == Status::Trialing {
            subscription.trial_ends_at = Some(ends_at);
        }
        tx.save_subscriptions(std::slice::from_ref(&subscription), now).await?;
        let sponsorship = match tx.sponsorship_on(id).await? {
            Some(Sponsorship::Active(it)) => Some(Sponsorship::Active(it.moved(ends_at))),
            Some(Sponsorship::Ending(it)) => Some(Sponsorship::Ending(it.moved(ends_at))),
            _ => None,
        };
        if let Some(row) = sponsorship {
            tx.save_sponsorships(row.gift().organization, &mut [row]).await?;
        }
        tx.record(Event::by(EventKind::OrganizationUpdated, &permit), now).await?;
        tx.note_deed(&deed, now).await?;
        // What follows from the new end is not left to the hour.
        tx.enqueue_all(&[Job::alone("sponsorships.settle"), Job::alone("billing.renew")], now)
            .await?;
        tx.commit().await?;
        Ok(subscription)
    }

    /// What the organization pays for.
    ///
    /// # Errors
    ///
    /// See [`OperateOrganizationError`].
    pub async fn inspect_organization(
        &self,
        permit: &Permit<OperateOrganization>,
    ) -> Result<(OrganizationRecord, Option<Subscription>), OperateOrganizationError> {
        let mut tx = self.db.read().await?;
        let found = tx.organization(permit.organization()).await?;
        let found = found.ok_or(OperateOrganizationError::NoSuchOrganization)?;
        let subscription = tx.subscription(permit.organization()).await?;
        Ok((found, subscription))
    }
}
