//! Bringing suspended members back.

use domain::{
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Membership},
};
use store::{Tx, outbox::Event};

use super::{MemberError, Outcome, member_error::changer};
use crate::App;

impl App {
    /// Brings one suspended member back to what they were.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn restore_member(
        &self,
        permit: Permit<ManageMembers>,
        member: Id<Member>,
    ) -> Result<(), MemberError> {
        let mut tx = self.db.write().await?;
        tx.hold_organization(permit.organization(), self.now()).await?;
        let found = tx.membership(permit.organization(), member).await?;
        self.restore(&mut tx, &permit, found).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Brings several suspended members back.
    ///
    /// # Errors
    ///
    /// When the database fails; what is wrong with one member is said of that one.
    pub async fn restore_members(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Vec<Outcome>, MemberError> {
        let mut tx = self.db.write().await?;
        tx.hold_organization(permit.organization(), self.now()).await?;
        let found = tx.memberships(permit.organization(), members).await?;
        let mut outcomes = Vec::with_capacity(members.len());
        for id in members {
            let member = found.iter().find(|it| it.seat().id == *id).cloned();
            match self.restore(&mut tx, &permit, member).await {
                Ok(()) => outcomes.push((*id, None)),
                Err(MemberError::Store(error)) => return Err(error.into()),
                Err(refused) => outcomes.push((*id, Some(refused.to_string()))),
            }
        }
        tx.commit().await?;
        Ok(outcomes)
    }

    async fn restore(
        &self,
        tx: &mut Tx,
        permit: &Permit<ManageMembers>,
        member: Option<Membership>,
    ) -> Result<(), MemberError> {
        let now = self.now();
        let id = permit.organization();
        let member = member.ok_or(MemberError::NoSuchMember)?;
        changer(tx, permit).await?.may_handle(&member)?;
        let restored = member.restore()?;
        if let Some(user) = restored.user() {
            let person = tx.applicant(user, id).await?;
            tx.door(id).await?.admit(restored.seat().role, person)?;
        }
        if restored.takes_a_seat() {
            let seating = tx.seating(id, now).await?;
            let seats = seating.seat(1)?;
            if seats != seating.seats {
                tx.set_seats(id, seats, now).await?;
            }
        }
        let ids = [restored.seat().id];
        tx.restore_members(id, &ids, now).await?;
        tx.sponsors_restored(id, &ids).await?;
        let event = Event::by(EventKind::MemberRestored, permit);
        tx.record(event.member(restored.seat().id.uuid()), now).await?;
        if let Some(user) = restored.user() {
            tx.touch_account(user, now).await?;
        }
        Ok(())
    }
}
