//! Suspending members.

use domain::{
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Revocation},
};

use super::{
    MemberError, Outcome,
    member_error::{Judged, changer, in_words, only},
    remove_members::sorted_out,
};
use crate::App;

impl App {
    /// Suspends one member.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn revoke_member(
        &self,
        permit: Permit<ManageMembers>,
        member: Id<Member>,
    ) -> Result<(), MemberError> {
        only(self.revoke(permit, &[member]).await?)
    }

    /// Suspends several members.
    ///
    /// # Errors
    ///
    /// When the database fails; what is wrong with one member is said of that one.
    pub async fn revoke_members(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Vec<Outcome>, MemberError> {
        Ok(in_words(self.revoke(permit, members).await?))
    }

    async fn revoke(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Judged, MemberError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let found = tx.memberships(id, members).await?;
        let revoker = changer(&mut tx, &permit).await?;
        let beside = tx.owners_beside(id, members).await?;
        let (going, outcomes) = sorted_out(members, &found, revoker, beside, |member| {
            member.clone().revoke(now).map(drop).map_err(MemberError::from)
        });
        if !going.is_empty() {
            tx.revoke_members(id, &going, Revocation::ByAdministrator, now).await?;
            tx.sponsors_revoked(id, &going, now).await?;
            tx.touch_members(id, now).await?;
            tx.record_of_members(EventKind::MemberRevoked, &permit, &going, now).await?;
        }
        tx.commit().await?;
        Ok(outcomes)
    }
}
