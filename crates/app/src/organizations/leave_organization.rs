//! A member leaves.

use domain::{
    accounts::User,
    authz::{LeaveOrganization, Permit},
    events::EventKind,
    id::Id,
    organizations::{Role, rules::MemberRefusal},
};
use store::outbox::Event;

use super::MemberError;
use crate::App;

impl App {
    /// Lets `user` leave; the last confirmed owner stays.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn leave_organization(
        &self,
        permit: Permit<LeaveOrganization>,
        user: Id<User>,
    ) -> Result<(), MemberError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let member = tx.membership_of(id, user).await?.ok_or(MemberError::NoSuchMember)?;
        let seat = member.seat();
        if seat.role == Role::Owner && tx.owners_beside(id, &[seat.id]).await? == 0 {
            return Err(MemberRefusal::LastOwner.into());
        }
        self.sponsors_left(&mut tx, id, &[seat.id], now).await?;
        tx.remove_members(id, &[seat.id]).await?;
        tx.record(Event::by(EventKind::MemberLeft, &permit).member(seat.id.uuid()), now).await?;
        tx.touch_account(user, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
