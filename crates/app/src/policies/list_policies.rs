//! Looking at policies.

use domain::{
    accounts::User,
    authz::{ManagePolicies, Permit},
    id::Id,
    organizations::{Member, Organization},
    policies::{Policy, PolicyKind},
};
use store::{StoreError, policies::RedeemedRow};

use crate::{
    App,
    fault::{Fault, Kind},
    organizations::Invitee,
};

/// Why policies could not be shown to someone who was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteePoliciesError {
    /// The link is damaged, too old, or was written for another address.
    #[error("Invalid token.")]
    BadToken,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for InviteePoliciesError {
    fn kind(&self) -> Kind {
        match self {
            Self::BadToken => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

/// A sponsored Families organization, and who would hear that its sponsor stops.
#[derive(Debug, Clone)]
pub struct Affected {
    /// The organization.
    pub families: RedeemedRow,
    /// The addresses of its owners.
    pub owners: Vec<String>,
}

impl App {
    /// The policies the organization has ever set.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_policies(
        &self,
        permit: &Permit<ManagePolicies>,
    ) -> Result<Vec<Policy>, StoreError> {
        self.db.read().await?.policies(permit.organization()).await
    }

    /// The policies that are on, for someone who holds an invitation.
    ///
    /// # Errors
    ///
    /// See [`InviteePoliciesError`].
    pub async fn invitee_policies(
        &self,
        organization: Id<Organization>,
        member: Id<Member>,
        email: &str,
        token: &str,
    ) -> Result<Vec<Policy>, InviteePoliciesError> {
        self.learn_seal(token).await?;
        let invitee = Invitee { member, email: email.trim().to_lowercase() };
        if !self.is_invited(&invitee, token) {
            return Err(InviteePoliciesError::BadToken);
        }
        let mut tx = self.db.read().await?;
        if tx.membership(organization, member).await?.is_none() {
            return Err(InviteePoliciesError::BadToken);
        }
        let mut policies = tx.policies(organization).await?;
        policies.retain(|it| it.enabled);
        Ok(policies)
    }

    /// How strong master passwords must be, for anyone who has a place in the organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn master_password_policy(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
    ) -> Result<Option<Policy>, StoreError> {
        let mut tx = self.db.read().await?;
        if tx.membership_of(organization, user).await?.is_none() {
            return Ok(None);
        }
        let policies = tx.policies(organization).await?;
        Ok(policies.into_iter().find(|it| it.kind == PolicyKind::MasterPassword && it.enabled))
    }

    /// Who would be told when the organization stopped sponsoring.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn affected_families(
        &self,
        permit: &Permit<ManagePolicies>,
    ) -> Result<Vec<Affected>, StoreError> {
        let mut tx = self.db.read().await?;
        let families = tx.sponsored_families(permit.organization()).await?;
        let ids: Vec<Id<Organization>> = families.iter().map(|it| Id::new(it.families)).collect();
        let owners = tx.owners(&ids).await?;
        Ok(families
            .into_iter()
            .map(|families| {
                let of_these = owners.iter().filter(|it| it.organization_id == families.families);
                let owners = of_these.map(|it| it.email.clone()).collect();
                Affected { families, owners }
            })
            .collect())
    }
}
