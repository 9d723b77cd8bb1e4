//! What administrators see and do with the items of their organization.

use domain::{
    accounts::User,
    authz::{Actor, Permit, PurgeItems, SeeOrganization, collections::Keeper},
    events::EventKind,
    id::Id,
    organizations::Organization,
};
use store::{outbox::Event, vault::ciphers::HeldCipher};

use super::cipher_error::CipherError;
use crate::{App, identity::ClientHash};

impl App {
    /// Every item of an organization, for those who read them all.
    ///
    /// # Errors
    ///
    /// When `user` is no such person.
    pub async fn organization_ciphers(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
    ) -> Result<Vec<HeldCipher>, CipherError> {
        let mut tx = self.db.read().await?;
        let standing = tx.standing(organization, user).await?;
        let permit = Permit::<SeeOrganization>::ask(Actor::User(user), organization, standing)?;
        let record = tx.organization(permit.organization()).await?;
        let rules = record.map(|record| record.collection_rules);
        let reads = standing
            .zip(rules)
            .is_some_and(|(standing, rules)| Keeper { standing, rules }.reads_all_items());
        if !reads {
            return Err(CipherError::NoSuchCipher);
        }
        Ok(tx.administered_ciphers(user, organization, true).await?)
    }

    /// The items of an organization that are within `user`'s reach: those they were given, and as an
    /// administrator those in no collection.
    ///
    /// # Errors
    ///
    /// When `user` has no part in the organization.
    pub async fn reached_ciphers(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
    ) -> Result<Vec<HeldCipher>, CipherError> {
        let mut tx = self.db.read().await?;
        let standing = tx.standing(organization, user).await?;
        let permit = Permit::<SeeOrganization>::ask(Actor::User(user), organization, standing)?;
        Ok(tx.administered_ciphers(user, permit.organization(), false).await?)
    }

    /// Deletes every item of an organization, once `user` has proved to be who they are.
    ///
    /// # Errors
    ///
    /// When they may not, or the master password is another.
    pub async fn purge_organization(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
        password: &ClientHash,
    ) -> Result<(), CipherError> {
        self.verify_user(user, password).await?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        let standing = tx.standing(organization, user).await?;
        let permit = Permit::<PurgeItems>::ask(Actor::User(user), organization, standing)?;
        self.check_writable(&mut tx, &permit, now).await?;
        tx.purge_organization_ciphers(organization).await?;
        tx.hold_organization(organization, now).await?;
        tx.record(Event::by(EventKind::OrganizationVaultPurged, &permit), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
