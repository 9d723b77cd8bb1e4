//! Someone hands members the organization key.

use std::collections::HashMap;

use domain::{
    accounts::User,
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{
        Member, Membership,
        membership::{Applicant, Confirmed, Door},
        rules::Changer,
    },
};
use store::Tx;

use super::{
    MemberError, Outcome,
    member_error::{Judged, changer, in_words, only},
};
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
        only(self.confirm(permit, vec![(member, key)]).await?)
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
        Ok(in_words(self.confirm(permit, keys).await?))
    }

    async fn confirm(
        &self,
        permit: Permit<ManageMembers>,
        keys: Vec<(Id<Member>, String)>,
    ) -> Result<Judged, MemberError> {
        let (now, id) = (self.now(), permit.organization());
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let ids: Vec<Id<Member>> = keys.iter().map(|(id, _)| *id).collect();
        let found = tx.memberships(id, &ids).await?;
        let users: Vec<_> = found.iter().filter_map(Membership::user).collect();
        let confirmer = Confirmer {
            changer: changer(&mut tx, &permit).await?,
            door: tx.door(id).await?,
            people: tx.applicants(&users, id).await?,
        };
        let mut found: HashMap<_, _> = found.into_iter().map(|it| (it.seat().id, it)).collect();
        let mut judged = Vec::with_capacity(keys.len());
        let mut confirmed = Vec::new();
        for (id, key) in keys {
            match confirmer.confirm(found.remove(&id), key) {
                Ok(member) => {
                    confirmed.push(member);
                    judged.push((id, None));
                }
                Err(refused) => judged.push((id, Some(refused))),
            }
        }
        if !confirmed.is_empty() {
            let users: Vec<_> = confirmed.iter().map(|it| it.user).collect();
            tx.save_confirmed(&confirmed, now).await?;
            tx.touch_accounts(&users, now).await?;
            let ids: Vec<_> = confirmed.iter().map(|it| it.seat.id).collect();
            self.tell_confirmed(&mut tx, &permit, &ids, now).await?;
        }
        tx.commit().await?;
        Ok(judged)
    }

    async fn tell_confirmed(
        &self,
        tx: &mut Tx,
        permit: &Permit<ManageMembers>,
        members: &[Id<Member>],
        now: chrono::DateTime<chrono::Utc>,
    ) -> Result<(), MemberError> {
        tx.record_of_members(EventKind::MemberConfirmed, permit, members, now).await?;
        if let Some(organization) = tx.organization(permit.organization()).await? {
            self.post_confirmed(tx, &organization, members, now).await?;
        }
        Ok(())
    }
}

/// What is needed to judge each of several members.
struct Confirmer {
    changer: Changer,
    door: Door,
    people: HashMap<Id<User>, Applicant>,
}

impl Confirmer {
    fn confirm(&self, member: Option<Membership>, key: String) -> Result<Confirmed, MemberError> {
        let member = member.ok_or(MemberError::NoSuchMember)?;
        if !key.starts_with("4.") {
            return Err(MemberError::NoKey);
        }
        let accepted = member.into_accepted()?;
        self.changer.may_touch(accepted.seat.role)?;
        let person = self.people.get(&accepted.user).copied().unwrap_or_default();
        Ok(accepted.confirm(key, person, self.door)?)
    }
}
