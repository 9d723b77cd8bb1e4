//! Removing members.

use domain::{
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{
        Member, Membership, Role,
        rules::{Changer, MemberRefusal},
    },
};

use super::{
    MemberError, Outcome,
    member_error::{Judged, changer, in_words, only},
};
use crate::App;

/// Those of `members` that may go, and what keeps the others. One confirmed owner stays: `beside` is
/// how many owners there are besides all of `members`.
pub(super) fn sorted_out(
    members: &[Id<Member>],
    found: &[Membership],
    changer: Changer,
    owners_beside: i64,
    step: impl Fn(&Membership) -> Result<(), MemberError>,
) -> (Vec<Id<Member>>, Judged) {
    let mut going = Vec::new();
    let mut outcomes = Vec::new();
    for id in members {
        let judged =
            found.iter().find(|it| it.seat().id == *id).ok_or(MemberError::NoSuchMember).and_then(
                |member| {
                    step(member)?;
                    changer.may_handle(member)?;
                    let is_owner =
                        matches!(member, Membership::Confirmed(it) if it.seat.role == Role::Owner);
                    if is_owner && owners_beside == 0 {
                        return Err(MemberRefusal::LastOwner.into());
                    }
                    Ok(())
                },
            );
        match judged {
            Ok(()) => {
                going.push(*id);
                outcomes.push((*id, None));
            }
            Err(error) => outcomes.push((*id, Some(error))),
        }
    }
    (going, outcomes)
}

impl App {
    /// Removes one member.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn remove_member(
        &self,
        permit: Permit<ManageMembers>,
        member: Id<Member>,
    ) -> Result<(), MemberError> {
        only(self.remove(permit, &[member]).await?)
    }

    /// Removes several members.
    ///
    /// # Errors
    ///
    /// When the database fails; what is wrong with one member is said of that one.
    pub async fn remove_members(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Vec<Outcome>, MemberError> {
        Ok(in_words(self.remove(permit, members).await?))
    }

    async fn remove(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Judged, MemberError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let organization = tx.organization(id).await?.ok_or(MemberError::NoSuchOrganization)?;
        let found = tx.memberships(id, members).await?;
        let remover = changer(&mut tx, &permit).await?;
        let beside = tx.owners_beside(id, members).await?;
        let (going, outcomes) = sorted_out(members, &found, remover, beside, |_| Ok(()));
        if !going.is_empty() {
            self.post_removed(&mut tx, &organization, &going, now).await?;
            tx.touch_members(id, now).await?;
            self.sponsors_left(&mut tx, id, &going, now).await?;
            tx.remove_members(id, &going).await?;
            tx.record_of_members(EventKind::MemberRemoved, &permit, &going, now).await?;
        }
        tx.commit().await?;
        Ok(outcomes)
    }
}
