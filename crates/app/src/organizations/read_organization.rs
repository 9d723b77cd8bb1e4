//! Looking at organizations.

use domain::{
    authz::{Action, Permit},
    id::Id,
    organizations::Organization,
    policies::{Policy, PolicyKind},
};
use store::{StoreError, organizations::OrganizationRecord};
use uuid::Uuid;

use crate::App;

impl App {
    /// The organization the permit is for.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization<A: Action>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Option<OrganizationRecord>, StoreError> {
        self.db.read().await?.organization(permit.organization()).await
    }

    /// The public key of any organization, for those who know its id.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization_public_key(
        &self,
        id: Id<Organization>,
    ) -> Result<Option<String>, StoreError> {
        Ok(self.db.read().await?.organization(id).await?.and_then(|it| it.public_key))
    }

    /// The organization of that id or identifier, with its policy on account recovery.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn account_recovery_policy(
        &self,
        named: &str,
    ) -> Result<Option<(Id<Organization>, Option<Policy>)>, StoreError> {
        let mut tx = self.db.read().await?;
        let id = match Uuid::parse_str(named) {
            Ok(id) => tx.organization(Id::new(id)).await?.map(|it| it.id),
            Err(_) => tx.organization_identified(named).await?,
        };
        let Some(id) = id else { return Ok(None) };
        let mut policies = tx.policies(id).await?;
        policies.retain(|it| it.kind == PolicyKind::AccountRecovery);
        Ok(Some((id, policies.pop())))
    }

    /// How many seats are taken.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn occupied_seats<A: Action>(&self, permit: &Permit<A>) -> Result<i64, StoreError> {
        let now = self.now();
        Ok(self.db.read().await?.seating(permit.organization(), now).await?.taken())
    }
}
