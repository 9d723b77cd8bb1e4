//! Suspending members.

use domain::{
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Revocation},
};
use store::outbox::Event;

use super::{
    MemberError, Outcome,
    member_error::changer,
    remove_members::{Judged, sorted_out},
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
        self.revoke(permit, &[member]).await?.into_iter().find_map(|(_, it)| it).map_or(Ok(()), Err)
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
        let outcomes = self.revoke(permit, members).await?;
        Ok(outcomes.into_iter().map(|(id, error)| (id, error.map(|it| it.to_string()))).collect())
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
            let events: Vec<Event> = going
                .iter()
                .map(|member| Event::by(EventKind::MemberRevoked, &permit).member(member.uuid()))
                .collect();
            tx.record_all(&events, now).await?;
        }
        tx.commit().await?;
        Ok(outcomes)
    }
}
