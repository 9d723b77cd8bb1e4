//! Looking at who is in an organization.

use domain::{
    accounts::User,
    authz::{ListMembers, ManageMembers, Permit},
    id::Id,
    organizations::Member,
};
use store::{
    StoreError,
    memberships::people::{GrantRow, MemberRow},
};

use crate::App;

impl App {
    /// Everyone in the organization, with what they may do with its collections where that is
    /// wanted.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_members(
        &self,
        permit: Permit<ManageMembers>,
        with_collections: bool,
    ) -> Result<(Vec<MemberRow>, Vec<GrantRow>), StoreError> {
        let mut tx = self.db.read().await?;
        let members = tx.members(permit.organization()).await?;
        let grants = if with_collections {
            tx.member_grants(permit.organization()).await?
        } else {
            Vec::new()
        };
        Ok((members, grants))
    }

    /// Everyone in the organization, for those who may know no more than that.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_fellow_members(
        &self,
        permit: Permit<ListMembers>,
    ) -> Result<Vec<MemberRow>, StoreError> {
        self.db.read().await?.members(permit.organization()).await
    }

    /// One member, with what they may do with collections.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn view_member(
        &self,
        permit: Permit<ManageMembers>,
        member: Id<Member>,
    ) -> Result<Option<(MemberRow, Vec<GrantRow>)>, StoreError> {
        let mut tx = self.db.read().await?;
        let Some(found) = tx.member(permit.organization(), member).await? else {
            return Ok(None);
        };
        let mut grants = tx.member_grants(permit.organization()).await?;
        grants.retain(|grant| grant.membership_id == found.id);
        Ok(Some((found, grants)))
    }

    /// The public keys of those of `members` who wait to be confirmed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn waiting_public_keys(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Vec<(Id<Member>, Id<User>, String)>, StoreError> {
        self.db.read().await?.waiting_public_keys(permit.organization(), members).await
    }

    /// The public key of anyone with an account, for those who know their id.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn user_public_key(&self, user: Id<User>) -> Result<Option<String>, StoreError> {
        Ok(self.db.read().await?.account(user).await?.and_then(|it| it.public_key))
    }
}
