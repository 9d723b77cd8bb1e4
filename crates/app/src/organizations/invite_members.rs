//! Inviting people, and inviting them again.

use std::collections::HashSet;

use domain::{
    authz::{ManageMembers, Permit, collections::Keeper},
    events::EventKind,
    id::Id,
    organizations::{
        Member, Membership, Role,
        membership::{Invited, Seat, WrongState},
    },
};
use store::{Tx, memberships::people::GrantRow};
use uuid::Uuid;

use super::{MemberError, Outcome, create_organization::is_address, member_error::changer};
use crate::{App, mail::had_enough};

/// What someone may do with a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// The collection.
    pub collection: Uuid,
    /// Cannot change anything.
    pub read_only: bool,
    /// Does not see passwords.
    pub hide_passwords: bool,
    /// Manages the collection.
    pub manage: bool,
}

/// Whom to invite, as what.
#[derive(Debug, Clone)]
pub struct Invitees {
    /// Their addresses.
    pub emails: Vec<String>,
    /// Their role.
    pub role: Role,
    /// What they may do with collections.
    pub access: Vec<Access>,
}

/// The collections whoever was given the permit may give to members; none is all of them.
pub(super) async fn theirs_to_give<A: domain::authz::Action>(
    tx: &mut Tx,
    permit: &Permit<A>,
) -> Result<Option<HashSet<Uuid>>, MemberError> {
    let Some(user) = permit.actor().user() else { return Ok(None) };
    let organization = permit.organization();
    let record = tx.organization(organization).await?.ok_or(MemberError::NoSuchOrganization)?;
    let standing = tx.standing(organization, user).await?;
    let standing = standing.ok_or(MemberError::NoSuchOrganization)?;
    let keeper = Keeper { standing, rules: record.collection_rules };
    let all = tx.collections(organization, user).await?;
    let theirs = all.iter().filter(|row| keeper.gives_to_members(row.target()));
    Ok(Some(theirs.map(|row| row.id).collect()))
}

/// Makes sure every collection is one of the organization's, and no level contradicts itself.
pub(super) async fn check_access<A: domain::authz::Action>(
    tx: &mut Tx,
    permit: &Permit<A>,
    access: &[Access],
) -> Result<(), MemberError> {
    if access.iter().any(|it| it.manage && (it.read_only || it.hide_passwords)) {
        return Err(MemberError::ManageAlone);
    }
    let wanted: HashSet<Uuid> = access.iter().map(|it| it.collection).collect();
    let ids: Vec<Uuid> = wanted.iter().copied().collect();
    if tx.collections_among(permit.organization(), &ids).await?.len() != wanted.len() {
        return Err(MemberError::NoSuchCollection);
    }
    Ok(())
}

/// `access` as rows for each of `members`; the last word about a collection counts.
pub(super) fn grants(members: &[Id<Member>], access: &[Access]) -> Vec<GrantRow> {
    let mut seen = HashSet::new();
    let once: Vec<&Access> = access.iter().rev().filter(|it| seen.insert(it.collection)).collect();
    members
        .iter()
        .flat_map(|member| {
            once.iter().map(|it| GrantRow {
                membership_id: member.uuid(),
                collection_id: it.collection,
                read_only: it.read_only,
                hide_passwords: it.hide_passwords,
                manage: it.manage,
            })
        })
        .collect()
}

impl App {
    /// Invites people; those who are in the organization already are left out. Answers the members
    /// that were added.
    ///
    /// # Errors
    ///
    /// See [`MemberError`].
    pub async fn invite_members(
        &self,
        permit: Permit<ManageMembers>,
        invitees: Invitees,
    ) -> Result<Vec<Id<Member>>, MemberError> {
        let emails = checked(&invitees.emails)?;
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let organization = tx.organization(id).await?.ok_or(MemberError::NoSuchOrganization)?;
        let inviter = changer(&mut tx, &permit).await?;
        inviter.may_give(invitees.role, organization.entitlements.features)?;
        check_access(&mut tx, &permit, &invitees.access).await?;
        if let Some(theirs) = theirs_to_give(&mut tx, &permit).await?
            && !invitees.access.iter().all(|it| theirs.contains(&it.collection))
        {
            return Err(MemberError::NotTheirsToGive);
        }

        let known: HashSet<String> = tx.addresses_in(id, &emails).await?.into_iter().collect();
        let invited: Vec<Invited> = emails
            .into_iter()
            .filter(|email| !known.contains(email))
            .map(|email| {
                let seat = Seat { id: self.id(), organization: id, role: invitees.role };
                Invited { seat, email }
            })
            .collect();
        if invited.is_empty() {
            return Ok(Vec::new());
        }
        let addresses: Vec<String> = invited.iter().map(|it| it.email.clone()).collect();
        let often = had_enough(&mut tx, "invitation", id, &addresses, now).await?;
        if let Some(email) = often.into_iter().next() {
            return Err(MemberError::InvitedOften(email));
        }
        let seating = tx.seating(id, now).await?;
        let seats = seating.seat(i64::try_from(invited.len()).unwrap_or(i64::MAX))?;
        if seats != organization.entitlements.seats {
            tx.set_seats(id, seats, now).await?;
        }

        let members: Vec<Membership> = invited.iter().cloned().map(Membership::Invited).collect();
        tx.add_memberships(&members, now).await?;
        let ids: Vec<Id<Member>> = invited.iter().map(|it| it.seat.id).collect();
        if !invitees.access.is_empty() {
            tx.grant_collections(&grants(&ids, &invitees.access)).await?;
        }
        tx.record_of_members(EventKind::MemberInvited, &permit, &ids, now).await?;
        self.post_invitations(&mut tx, &organization, &invited, now).await?;
        tx.commit().await?;
        Ok(ids)
    }

    /// Writes once more to those of `members` who were invited and did not answer.
    ///
    /// # Errors
    ///
    /// When the database fails, or the organization is gone.
    pub async fn reinvite_members(
        &self,
        permit: Permit<ManageMembers>,
        members: &[Id<Member>],
    ) -> Result<Vec<Outcome>, MemberError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        let organization = tx.organization(id).await?.ok_or(MemberError::NoSuchOrganization)?;
        let found = tx.memberships(id, members).await?;
        let addresses: Vec<String> =
            found.iter().filter_map(Membership::email).map(str::to_owned).collect();
        let often = had_enough(&mut tx, "invitation", id, &addresses, now).await?;
        let mut invited = Vec::new();
        let mut outcomes = Vec::new();
        for member in members {
            match found.iter().find(|it| it.seat().id == *member) {
                Some(Membership::Invited(it)) if often.contains(&it.email) => {
                    let refused = MemberError::InvitedOften(it.email.clone());
                    outcomes.push((*member, Some(refused.to_string())));
                }
                Some(Membership::Invited(it)) => {
                    invited.push(it.clone());
                    outcomes.push((*member, None));
                }
                _ => outcomes.push((*member, Some(WrongState::NotInvited.to_string()))),
            }
        }
        self.post_invitations(&mut tx, &organization, &invited, now).await?;
        tx.commit().await?;
        Ok(outcomes)
    }
}

/// The addresses in lower case, each once.
fn checked(emails: &[String]) -> Result<Vec<String>, MemberError> {
    if !(1..=20).contains(&emails.len()) {
        return Err(MemberError::Addresses);
    }
    let mut seen = HashSet::new();
    let mut checked = Vec::with_capacity(emails.len());
    for email in emails {
        let email = email.trim().to_lowercase();
        if !is_address(&email) {
            return Err(MemberError::NotAnAddress(email));
        }
        if seen.insert(email.clone()) {
            checked.push(email);
        }
    }
    Ok(checked)
}
