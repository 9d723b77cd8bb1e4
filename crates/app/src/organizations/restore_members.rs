//! Bringing suspended members back.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{ManageMembers, Permit},
    events::EventKind,
    id::Id,
    organizations::{
        Member, Membership,
        membership::{Applicant, Door},
        rules::{Changer, Seating},
    },
};
use store::{StoreError, Tx};

use super::{
    MemberError, Outcome,
    member_error::{Judged, changer, in_words, only},
};
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
        only(self.restore(permit, &[member]).await?)
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
        Ok(in_words(self.restore(permit, members).await?))
    }

    async fn restore(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Judged, MemberError> {
        let (now, id) = (self.now(), permit.organization());
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let found = tx.memberships(id, members).await?;
        let users: Vec<_> = found.iter().filter_map(Membership::user).collect();
        let mut restorer = Restorer {
            changer: changer(&mut tx, &permit).await?,
            door: tx.door(id).await?,
            people: tx.applicants(&users, id).await?,
            seating: tx.seating(id, now).await?,
            sitting: 0,
        };
        let mut found: HashMap<_, _> = found.into_iter().map(|it| (it.seat().id, it)).collect();
        let mut judged = Vec::with_capacity(members.len());
        let mut back = Vec::new();
        for id in members {
            match restorer.restore(found.remove(id)) {
                Ok(member) => {
                    back.push(member);
                    judged.push((*id, None));
                }
                Err(refused) => judged.push((*id, Some(refused))),
            }
        }
        if !back.is_empty() {
            let seats = restorer.seating.seat(restorer.sitting)?;
            if seats != restorer.seating.seats {
                tx.set_seats(id, seats, now).await?;
            }
            keep(&mut tx, &permit, &back, now).await?;
        }
        tx.commit().await?;
        Ok(judged)
    }
}

/// Keeps that these members are back.
async fn keep(
    tx: &mut Tx,
    permit: &Permit<ManageMembers>,
    back: &[Membership],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let ids: Vec<_> = back.iter().map(|it| it.seat().id).collect();
    let users: Vec<_> = back.iter().filter_map(Membership::user).collect();
    tx.restore_members(permit.organization(), &ids, now).await?;
    tx.sponsors_restored(permit.organization(), &ids).await?;
    tx.record_of_members(EventKind::MemberRestored, permit, &ids, now).await?;
    tx.touch_accounts(&users, now).await
}

/// What is needed to judge each of several members.
struct Restorer {
    changer: Changer,
    door: Door,
    people: HashMap<Id<User>, Applicant>,
    seating: Seating,
    /// How many sit down again so far.
    sitting: i64,
}

impl Restorer {
    fn restore(&mut self, member: Option<Membership>) -> Result<Membership, MemberError> {
        let member = member.ok_or(MemberError::NoSuchMember)?;
        self.changer.may_handle(&member)?;
        let restored = member.restore()?;
        if let Some(user) = restored.user() {
            let person = self.people.get(&user).copied().unwrap_or_default();
            self.door.admit(restored.seat().role, person)?;
        }
        if restored.takes_a_seat() {
            self.seating.seat(self.sitting + 1)?;
            self.sitting += 1;
        }
        Ok(restored)
    }
}
