//! An owner renames the organization, gives it keys, or changes how it handles collections.

use domain::{
    authz::{EditCollectionRules, EditOrganization, Permit},
    events::EventKind,
    organizations::{CollectionRule, CollectionRules, Unnameable, checked_name},
};
use store::{StoreError, organizations::OrganizationRecord, outbox::Event};

use super::create_organization::is_address;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// What changes; what is not there stays.
#[derive(Debug, Clone, Default)]
pub struct OrganizationChange {
    /// The name.
    pub name: Option<String>,
    /// Where its bills go.
    pub billing_email: Option<String>,
    /// Its public key, and its private key wrapped by its own key; kept if it has none.
    pub keys: Option<(String, String)>,
}

/// Why an organization could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum UpdateOrganizationError {
    /// It is gone.
    #[error("Resource not found.")]
    NoSuchOrganization,
    /// The name does not do.
    #[error(transparent)]
    Name(#[from] Unnameable),
    /// The billing address is no mail address.
    #[error("The BillingEmail field is not a valid e-mail address.")]
    BillingEmail,
    /// It has keys already; others would lose what is encrypted to them.
    #[error("Organization Keys already exist.")]
    HasKeys,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for UpdateOrganizationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::Name(_) | Self::BillingEmail | Self::HasKeys => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Changes the organization.
    ///
    /// # Errors
    ///
    /// See [`UpdateOrganizationError`].
    pub async fn update_organization(
        &self,
        permit: Permit<EditOrganization>,
        change: OrganizationChange,
    ) -> Result<OrganizationRecord, UpdateOrganizationError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        let found = tx.organization(id).await?;
        let found = found.ok_or(UpdateOrganizationError::NoSuchOrganization)?;
        let name = match &change.name {
            Some(name) => checked_name(name)?,
            None => found.name,
        };
        let billing_email = match &change.billing_email {
            Some(email) => email.trim().to_lowercase(),
            None => found.billing_email,
        };
        if !is_address(&billing_email) {
            return Err(UpdateOrganizationError::BillingEmail);
        }
        tx.rename_organization(id, &name, &billing_email, now).await?;
        if let Some((public, private)) = &change.keys {
            tx.set_organization_keys(id, public, private, now).await?;
        }
        tx.record(Event::by(EventKind::OrganizationUpdated, &permit), now).await?;
        tx.touch_members(id, now).await?;
        let changed = tx.organization(id).await?;
        tx.commit().await?;
        changed.ok_or(UpdateOrganizationError::NoSuchOrganization)
    }

    /// Changes how the organization handles collections.
    ///
    /// # Errors
    ///
    /// See [`UpdateOrganizationError`].
    pub async fn set_collection_rules(
        &self,
        permit: Permit<EditCollectionRules>,
        rules: CollectionRules,
    ) -> Result<OrganizationRecord, UpdateOrganizationError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        let found = tx.organization(id).await?;
        let before = found.ok_or(UpdateOrganizationError::NoSuchOrganization)?.collection_rules;
        tx.set_collection_rules(id, rules, now).await?;
        let switched = CollectionRule::ALL.iter().filter(|it| before.has(**it) != rules.has(**it));
        let events: Vec<Event> =
            switched.map(|it| Event::by(switched_to(*it, rules.has(*it)), &permit)).collect();
        tx.record_all(&events, now).await?;
        tx.touch_members(id, now).await?;
        let changed = tx.organization(id).await?;
        tx.commit().await?;
        changed.ok_or(UpdateOrganizationError::NoSuchOrganization)
    }

    /// Gives the organization its keys, which it has none of yet.
    ///
    /// # Errors
    ///
    /// See [`UpdateOrganizationError`].
    pub async fn set_organization_keys(
        &self,
        permit: Permit<EditOrganization>,
        public_key: &str,
        private_key: &str,
    ) -> Result<(), UpdateOrganizationError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let id = permit.organization();
        if !tx.set_organization_keys(id, public_key, private_key, now).await? {
            return Err(UpdateOrganizationError::HasKeys);
        }
        tx.record(Event::by(EventKind::OrganizationUpdated, &permit), now).await?;
        tx.touch_members(id, now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the event log says of a switch.
const fn switched_to(rule: CollectionRule, on: bool) -> EventKind {
    match (rule, on) {
        (CollectionRule::LimitCreation, true) => EventKind::CollectionCreationLimited,
        (CollectionRule::LimitCreation, false) => EventKind::CollectionCreationOpened,
        (CollectionRule::LimitDeletion, true) => EventKind::CollectionDeletionLimited,
        (CollectionRule::LimitDeletion, false) => EventKind::CollectionDeletionOpened,
        (CollectionRule::LimitItemDeletion, true) => EventKind::ItemDeletionLimited,
        (CollectionRule::LimitItemDeletion, false) => EventKind::ItemDeletionOpened,
        (CollectionRule::AdminAccess, true) => EventKind::AdminAccessOpened,
        (CollectionRule::AdminAccess, false) => EventKind::AdminAccessClosed,
    }
}
