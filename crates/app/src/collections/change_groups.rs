//! Groups are made, changed and deleted.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    authz::{ManageGroups, Permit},
    events::EventKind,
    id::Id,
    organizations::{Collection, Feature, Group, Member, Organization},
};
use store::{Tx, outbox::Event};

use super::{
    Gift,
    grants::{Keeping, to_group},
    group_error::GroupError,
    list_groups::{GroupDetails, one},
};
use crate::App;

/// How long the name of a group may be.
const NAME: usize = 100;

/// What a group is to be.
#[derive(Debug, Clone)]
pub struct WantedGroup {
    /// Its name.
    pub name: String,
    /// What it is given.
    pub collections: Vec<Gift>,
    /// Who is in it; none leaves it as it is.
    pub members: Option<Vec<Id<Member>>>,
}

impl App {
    /// Makes a group.
    ///
    /// # Errors
    ///
    /// See [`GroupError`].
    pub async fn create_group(
        &self,
        permit: Permit<ManageGroups>,
        wanted: WantedGroup,
    ) -> Result<GroupDetails, GroupError> {
        let now = self.now();
        let id: Id<Group> = self.id();
        let mut tx = self.db.write().await?;
        let giving = self.giving(&mut tx, &permit, now).await?;
        let name = named(&wanted.name)?;
        giving.check(&mut tx, &wanted, &[]).await?;
        tx.add_group(permit.organization(), id, &name, now).await?;
        tx.give_to_groups(&to_group(id, &wanted.collections)).await?;
        tx.join_group(id, wanted.members.as_deref().unwrap_or_default()).await?;
        tx.record(Event::by(EventKind::GroupCreated, &permit).about(id.uuid()), now).await?;
        let made = one(&mut tx, permit.organization(), id).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// Gives a group another name, other collections and other members. What the person may not give
    /// stays as it is.
    ///
    /// # Errors
    ///
    /// See [`GroupError`].
    pub async fn edit_group(
        &self,
        permit: Permit<ManageGroups>,
        id: Id<Group>,
        wanted: WantedGroup,
    ) -> Result<GroupDetails, GroupError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let giving = self.giving(&mut tx, &permit, now).await?;
        let before = one(&mut tx, permit.organization(), id).await?;
        let members = tx.group_members(id).await?;
        let name = named(&wanted.name)?;
        let known: Vec<Id<Collection>> =
            before.collections.iter().map(|it| Id::new(it.collection_id)).collect();
        let wanted = giving.without_what_stays(wanted, &known);
        giving.check(&mut tx, &wanted, &members).await?;
        tx.rename_group(permit.organization(), id, &name, now).await?;
        let theirs: Vec<Id<Collection>> = giving.gives.iter().copied().collect();
        tx.take_from_group(id, &theirs).await?;
        tx.give_to_groups(&to_group(id, &wanted.collections)).await?;
        if let Some(members) = &wanted.members {
            tx.empty_group(id).await?;
            tx.join_group(id, members).await?;
        }
        tx.record(Event::by(EventKind::GroupUpdated, &permit).about(id.uuid()), now).await?;
        let changed = one(&mut tx, permit.organization(), id).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Deletes groups, all or none of them.
    ///
    /// # Errors
    ///
    /// When one is unknown.
    pub async fn delete_groups(
        &self,
        permit: Permit<ManageGroups>,
        ids: &[Id<Group>],
    ) -> Result<(), GroupError> {
        if ids.is_empty() {
            return Err(GroupError::Nothing);
        }
        let now = self.now();
        let organization = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(organization, now).await?;
        if tx.groups_named(organization, ids).await?.len() != ids.len() {
            return Err(GroupError::NoSuchGroup);
        }
        tx.delete_groups(organization, ids).await?;
        let event = |id: &Id<Group>| Event::by(EventKind::GroupDeleted, &permit).about(id.uuid());
        tx.record_all(&ids.iter().map(event).collect::<Vec<_>>(), now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes a member out of a group.
    ///
    /// # Errors
    ///
    /// When there is no such group, or they are not in it.
    pub async fn remove_from_group(
        &self,
        permit: Permit<ManageGroups>,
        id: Id<Group>,
        member: Id<Member>,
    ) -> Result<(), GroupError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.hold_organization(permit.organization(), now).await?;
        one(&mut tx, permit.organization(), id).await?;
        if !tx.leave_group(id, member).await? {
            return Err(GroupError::NoSuchGroup);
        }
        let event = Event::by(EventKind::MemberGroupsUpdated, &permit).member(member.uuid());
        tx.record(event, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What the person may give to groups.
    async fn giving(
        &self,
        tx: &mut Tx,
        permit: &Permit<ManageGroups>,
        now: DateTime<Utc>,
    ) -> Result<Giving, GroupError> {
        let organization = permit.organization();
        tx.hold_organization(organization, now).await?;
        let record = tx.organization(organization).await?.ok_or(GroupError::NoSuchGroup)?;
        if !record.entitlements.features.has(Feature::Groups) {
            return Err(GroupError::NotInPlan);
        }
        let keeping = Keeping::by(tx, permit.actor().user(), record).await?;
        let all = tx.collections(organization, keeping.user).await?;
        let gives = all
            .iter()
            .filter(|row| keeping.keeper.gives_to_groups(row.target()))
            .map(|row| Id::new(row.id))
            .collect();
        let own = tx.membership_of(organization, keeping.user).await?;
        let oneself = own.map(|member| member.seat().id).filter(|_| !keeping.admins_reach_all());
        Ok(Giving { organization, gives, oneself })
    }
}

/// What a person may give to groups.
struct Giving {
    organization: Id<Organization>,
    /// The collections.
    gives: BTreeSet<Id<Collection>>,
    /// Their own place in the organization, where they may not add it to a group.
    oneself: Option<Id<Member>>,
}

impl Giving {
    /// `wanted` without the collections that are not theirs to give and that the group has already:
    /// these stay as they are.
    fn without_what_stays(&self, wanted: WantedGroup, known: &[Id<Collection>]) -> WantedGroup {
        let stays = |id: &Id<Collection>| known.contains(id) && !self.gives.contains(id);
        let collections =
            wanted.collections.into_iter().filter(|gift| !stays(&Id::new(gift.grantee))).collect();
        WantedGroup { collections, ..wanted }
    }

    async fn check(
        &self,
        tx: &mut Tx,
        wanted: &WantedGroup,
        members: &[Id<Member>],
    ) -> Result<(), GroupError> {
        if wanted.collections.iter().any(|gift| gift.grant.contradicts_itself()) {
            return Err(GroupError::Contradiction);
        }
        if !wanted.collections.iter().all(|gift| self.gives.contains(&Id::new(gift.grantee))) {
            return Err(GroupError::NoSuchCollection);
        }
        let joining = wanted.members.as_deref().unwrap_or_default();
        let once: BTreeSet<Id<Member>> = joining.iter().copied().collect();
        let once: Vec<Id<Member>> = once.into_iter().collect();
        if tx.memberships(self.organization, &once).await?.len() != once.len() {
            return Err(GroupError::NoSuchMember);
        }
        let comes = |own: Id<Member>| once.contains(&own) && !members.contains(&own);
        if self.oneself.is_some_and(comes) { Err(GroupError::Oneself) } else { Ok(()) }
    }
}

fn named(name: &str) -> Result<String, GroupError> {
    let name = name.trim();
    if (1..=NAME).contains(&name.chars().count()) {
        Ok(name.to_owned())
    } else {
        Err(GroupError::Name)
    }
}
