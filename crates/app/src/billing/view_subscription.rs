//! Looking at what an organization pays for, or is licensed for.

use domain::{
    authz::{Permit, SeeOrganization, ViewSubscription},
    billing::Subscription,
    organizations::rules::Seating,
};
use store::{StoreError, organizations::OrganizationRecord};

use crate::App;

/// What an organization pays for, or is licensed for.
#[derive(Debug, Clone)]
pub struct SubscriptionView {
    /// The organization.
    pub organization: OrganizationRecord,
    /// Its seats.
    pub seating: Seating,
    /// What it pays for; none where a licence says what it may do.
    pub subscription: Option<Subscription>,
}

impl App {
    /// What the organization pays for, or is licensed for.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn view_subscription(
        &self,
        permit: Permit<ViewSubscription>,
    ) -> Result<Option<SubscriptionView>, StoreError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.read().await?;
        let Some(organization) = tx.organization(id).await? else { return Ok(None) };
        let seating = tx.seating(id, now).await?;
        let subscription = tx.subscription(id).await?;
        Ok(Some(SubscriptionView { organization, seating, subscription }))
    }

    /// The subscription alone, for what members are warned of.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn subscription_of(
        &self,
        permit: &Permit<SeeOrganization>,
    ) -> Result<Option<Subscription>, StoreError> {
        self.db.read().await?.subscription(permit.organization()).await
    }
}
