//! Giving a member another role, and other collections.

use domain::{
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{Member, Membership, Role, membership::Seat, rules::MemberRefusal},
};
use store::outbox::Event;

use super::{
    MemberError,
    invite_members::{Access, check_access, grants, theirs_to_give},
    member_error::changer,
};
use crate::App;

impl App {
    /// Gives a member another role, and replaces what they may do with collections where that is
    /// said.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn edit_member(
        &self,
        permit: Permit<ManageMembers>,
        member: Id<Member>,
        role: Role,
        access: Option<Vec<Access>>,
    ) -> Result<(), MemberError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let organization = tx.organization(id).await?.ok_or(MemberError::NoSuchOrganization)?;
        let found = tx.membership(id, member).await?.ok_or(MemberError::NoSuchMember)?;
        let editor = changer(&mut tx, &permit).await?;
        let before = found.seat().role;
        editor.may_touch(before)?;
        if before != role {
            editor.may_give(role, organization.entitlements.features)?;
            let steps_down = before == Role::Owner && matches!(found, Membership::Confirmed(_));
            if steps_down && tx.owners_beside(id, &[member]).await? == 0 {
                return Err(MemberRefusal::LastOwner.into());
            }
            if let Some(user) = found.user() {
                tx.door(id).await?.admit(role, tx.applicant(user, id).await?)?;
            }
            tx.save_role(&Seat { role, ..found.seat().clone() }, now).await?;
        }
        if let Some(access) = access {
            check_access(&mut tx, &permit, &access).await?;
            // What is not theirs to give or to take stays as it was.
            let access: Vec<Access> = match theirs_to_give(&mut tx, &permit).await? {
                Some(theirs) => {
                    let ids: Vec<_> = theirs.iter().copied().collect();
                    tx.ungrant_some(member, &ids).await?;
                    access.into_iter().filter(|it| theirs.contains(&it.collection)).collect()
                }
                None => {
                    tx.ungrant_collections(member).await?;
                    access
                }
            };
            if !access.is_empty() {
                tx.grant_collections(&grants(&[member], &access)).await?;
            }
        }
        tx.record(Event::by(EventKind::MemberUpdated, &permit).member(member.uuid()), now).await?;
        if let Some(user) = found.user() {
            tx.touch_account(user, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
