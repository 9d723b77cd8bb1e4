//! Someone hands members the organization key.

use domain::{
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Membership, membership::Door},
};
use store::{Tx, outbox::Event};

use super::{MemberError, Outcome, member_error::changer};
use crate::App;

impl App {
    /// Confirms a member with the organization key that was encrypted to them.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn confirm_member(
        &self,
        permit: Permit<ManageMembers>,
        member: Id<Member>,
        key: String,
    ) -> Result<(), MemberError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let found = tx.membership(permit.organization(), member).await?;
        let found = found.ok_or(MemberError::NoSuchMember)?;
        let door = tx.door(permit.organization()).await?;
        self.confirm(&mut tx, &permit, door, found, key).await?;
        self.tell_confirmed(&mut tx, &permit, &[member], now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Confirms several members, each with their own copy of the organization key.
    ///
    /// # Errors
    ///
    /// When the database fails; what is wrong with one member is said of that one.
    pub async fn confirm_members(
        &self,
        permit: Permit<ManageMembers>,
        keys: Vec<(Id<Member>, String)>,
    ) -> Result<Vec<Outcome>, MemberError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let ids: Vec<Id<Member>> = keys.iter().map(|(id, _)| *id).collect();
        let mut found = tx.memberships(permit.organization(), &ids).await?;
        let door = tx.door(permit.organization()).await?;
        let mut outcomes = Vec::with_capacity(keys.len());
        let mut confirmed = Vec::new();
        for (id, key) in keys {
            let Some(at) = found.iter().position(|it| it.seat().id == id) else {
                outcomes.push((id, Some(MemberError::NoSuchMember.to_string())));
                continue;
            };
            let member = found.swap_remove(at);
            match self.confirm(&mut tx, &permit, door, member, key).await {
                Ok(()) => {
                    confirmed.push(id);
                    outcomes.push((id, None));
                }
                Err(MemberError::Store(error)) => return Err(error.into()),
                Err(refused) => outcomes.push((id, Some(refused.to_string()))),
            }
        }
        self.tell_confirmed(&mut tx, &permit, &confirmed, now).await?;
        tx.commit().await?;
        Ok(outcomes)
    }

    async fn confirm(
        &self,
        tx: &mut Tx,
        permit: &Permit<ManageMembers>,
        door: Door,
        member: Membership,
        key: String,
    ) -> Result<(), MemberError> {
        if !key.starts_with("4.") {
            return Err(MemberError::NoKey);
        }
        let accepted = member.into_accepted()?;
        changer(tx, permit).await?.may_touch(accepted.seat.role)?;
        let person = tx.applicant(accepted.user, permit.organization()).await?;
        let confirmed = accepted.confirm(key, person, door)?;
        tx.save_confirmed(&confirmed, self.now()).await?;
        tx.touch_account(confirmed.user, self.now()).await?;
        Ok(())
    }

    async fn tell_confirmed(
        &self,
        tx: &mut Tx,
        permit: &Permit<ManageMembers>,
        members: &[Id<Member>],
        now: chrono::DateTime<chrono::Utc>,
    ) -> Result<(), MemberError> {
        let events: Vec<Event> = members
            .iter()
            .map(|member| Event::by(EventKind::MemberConfirmed, permit).member(member.uuid()))
            .collect();
        tx.record_all(&events, now).await?;
        if let Some(organization) = tx.organization(permit.organization()).await? {
            self.post_confirmed(tx, &organization, members, now).await?;
        }
        Ok(())
    }
}
