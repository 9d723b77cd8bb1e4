//! Who is given a collection, and who gives it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    accounts::User,
    authz::{
        Denied, Permit, UseCollections,
        collections::{Grant, Keeper},
    },
    id::Id,
    organizations::{Collection, CollectionRule, Group, Member, Organization},
};
use store::{
    Tx,
    collections::{CollectionRow, Given},
    organizations::OrganizationRecord,
};
use uuid::Uuid;

use super::collection_error::CollectionError;

/// What one member or group is given.
#[derive(Debug, Clone, Copy)]
pub struct Gift {
    /// Who.
    pub grantee: Uuid,
    /// What.
    pub grant: Grant,
}

/// What members and groups are given in a collection; none leaves what they have.
#[derive(Debug, Clone, Default)]
pub struct Gifts {
    /// The members, by their places in the organization.
    pub members: Option<Vec<Gift>>,
    /// The groups.
    pub groups: Option<Vec<Gift>>,
}

impl Gifts {
    /// Makes sure that no gift contradicts itself, and that each is for someone in the organization.
    pub(super) async fn check(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
    ) -> Result<(), CollectionError> {
        let all = || self.members.iter().chain(&self.groups).flatten();
        if all().any(|gift| gift.grant.contradicts_itself()) {
            return Err(CollectionError::Contradiction);
        }
        let members: BTreeSet<Uuid> = self.members.iter().flatten().map(|it| it.grantee).collect();
        let ids: Vec<Id<Member>> = members.iter().copied().map(Id::new).collect();
        if tx.memberships(organization, &ids).await?.len() != ids.len() {
            return Err(CollectionError::NoSuchMember);
        }
        let groups: BTreeSet<Uuid> = self.groups.iter().flatten().map(|it| it.grantee).collect();
        let ids: Vec<Uuid> = groups.into_iter().collect();
        if tx.groups_among(organization, &ids).await?.len() != ids.len() {
            return Err(CollectionError::NoSuchGroup);
        }
        Ok(())
    }
}

/// `gifts` in one collection, as rows; the last word about a grantee counts.
pub(super) fn rows(collection: Id<Collection>, gifts: &[Gift]) -> Vec<Given> {
    let last: BTreeMap<Uuid, Grant> = gifts.iter().map(|it| (it.grantee, it.grant)).collect();
    last.into_iter()
        .map(|(grantee_id, grant)| Given {
            collection_id: collection.uuid(),
            grantee_id,
            read_only: grant.read_only,
            hide_passwords: grant.hide_passwords,
            manage: grant.manage,
        })
        .collect()
}

/// `gifts` of collections to one group, as rows; the last word about a collection counts.
pub(super) fn to_group(group: Id<Group>, gifts: &[Gift]) -> Vec<Given> {
    let last: BTreeMap<Uuid, Grant> = gifts.iter().map(|it| (it.grantee, it.grant)).collect();
    last.into_iter()
        .map(|(collection_id, grant)| Given {
            collection_id,
            grantee_id: group.uuid(),
            read_only: grant.read_only,
            hide_passwords: grant.hide_passwords,
            manage: grant.manage,
        })
        .collect()
}

/// Who does something with the collections of an organization, and the organization.
pub(super) struct Keeping {
    pub keeper: Keeper,
    pub user: Id<User>,
    pub organization: OrganizationRecord,
}

impl Keeping {
    /// Whoever was given the permit.
    pub(super) async fn of(
        tx: &mut Tx,
        permit: &Permit<UseCollections>,
    ) -> Result<Self, CollectionError> {
        let organization = tx.organization(permit.organization()).await?;
        Self::by(tx, permit.actor().user(), organization.ok_or(Denied::Unknown)?).await
    }

    /// That person, in that organization.
    pub(super) async fn by(
        tx: &mut Tx,
        user: Option<Id<User>>,
        organization: OrganizationRecord,
    ) -> Result<Self, CollectionError> {
        let user = user.ok_or(Denied::Unknown)?;
        let standing = tx.standing(organization.id, user).await?.ok_or(Denied::Unknown)?;
        let keeper = Keeper { standing, rules: organization.collection_rules };
        Ok(Self { keeper, user, organization })
    }

    /// Whether owners and admins manage every collection, so that none is ever out of reach.
    pub(super) fn admins_reach_all(&self) -> bool {
        self.organization.collection_rules.has(CollectionRule::AdminAccess)
    }

    /// The collection `id`, as they have it; unknown to those who do not see it.
    pub(super) async fn collection(
        &self,
        tx: &mut Tx,
        id: Id<Collection>,
    ) -> Result<CollectionRow, CollectionError> {
        let all = self.all(tx, &[id]).await?;
        all.into_iter().next().ok_or(CollectionError::NoSuchCollection)
    }

    /// The collections `ids`, as they have them, when they see each.
    pub(super) async fn all(
        &self,
        tx: &mut Tx,
        ids: &[Id<Collection>],
    ) -> Result<Vec<CollectionRow>, CollectionError> {
        if ids.is_empty() {
            return Err(CollectionError::Nothing);
        }
        let found = tx.collections_named(self.organization.id, self.user, ids).await?;
        let sees = |row: &CollectionRow| {
            self.keeper.sees(row.target()) || self.keeper.sees_access(row.target())
        };
        if found.len() == ids.len() && found.iter().all(sees) {
            Ok(found)
        } else {
            Err(CollectionError::NoSuchCollection)
        }
    }

    /// The collection `id` as it is now, even if they no longer see it.
    pub(super) async fn fresh(
        &self,
        tx: &mut Tx,
        id: Id<Collection>,
    ) -> Result<CollectionRow, CollectionError> {
        let found = tx.collections_named(self.organization.id, self.user, &[id]).await?;
        found.into_iter().next().ok_or(CollectionError::NoSuchCollection)
    }
}
