//! The groups of an organization.

use domain::{
    authz::{ManageGroups, Permit, UseCollections},
    id::Id,
    organizations::{Group, Member, Organization},
};
use store::{Tx, collections::Given, groups::GroupRow};

use super::{grants::Keeping, group_error::GroupError};
use crate::App;

/// A group, with what it was given.
#[derive(Debug, Clone)]
pub struct GroupDetails {
    /// The group.
    pub group: GroupRow,
    /// What it was given.
    pub collections: Vec<Given>,
}

impl App {
    /// The groups of an organization, for those who give collections to others.
    ///
    /// # Errors
    ///
    /// When the person does not.
    pub async fn list_groups(
        &self,
        permit: Permit<UseCollections>,
    ) -> Result<Vec<GroupRow>, GroupError> {
        let mut tx = self.db.read().await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let own = tx.collections(permit.organization(), keeping.user).await?;
        let manages = own.iter().any(|row| row.given().is_some_and(|grant| grant.manage));
        if !manages && !keeping.keeper.sees_groups() {
            return Err(GroupError::NoSuchGroup);
        }
        Ok(tx.groups(permit.organization()).await?)
    }

    /// The same, with what each was given.
    ///
    /// # Errors
    ///
    /// When the person sees not everyone's access.
    pub async fn list_group_details(
        &self,
        permit: Permit<UseCollections>,
    ) -> Result<Vec<GroupDetails>, GroupError> {
        let mut tx = self.db.read().await?;
        if !Keeping::of(&mut tx, &permit).await?.keeper.sees_all_access() {
            return Err(GroupError::NoSuchGroup);
        }
        let groups = tx.groups(permit.organization()).await?;
        let ids: Vec<Id<Group>> = groups.iter().map(|group| Id::new(group.id)).collect();
        let given = tx.given_to_groups(permit.organization(), &ids).await?;
        Ok(groups.into_iter().map(|group| detailed(group, &given)).collect())
    }

    /// One group, with what it was given.
    ///
    /// # Errors
    ///
    /// When there is no such group.
    pub async fn view_group(
        &self,
        permit: Permit<ManageGroups>,
        id: Id<Group>,
    ) -> Result<GroupDetails, GroupError> {
        let mut tx = self.db.read().await?;
        one(&mut tx, permit.organization(), id).await
    }

    /// The members of a group.
    ///
    /// # Errors
    ///
    /// When there is no such group.
    pub async fn list_group_members(
        &self,
        permit: Permit<ManageGroups>,
        id: Id<Group>,
    ) -> Result<Vec<Id<Member>>, GroupError> {
        let mut tx = self.db.read().await?;
        one(&mut tx, permit.organization(), id).await?;
        Ok(tx.group_members(id).await?)
    }
}

fn detailed(group: GroupRow, given: &[Given]) -> GroupDetails {
    let first = given.partition_point(|it| it.grantee_id < group.id);
    let own = given.iter().skip(first).take_while(|it| it.grantee_id == group.id);
    GroupDetails { collections: own.copied().collect(), group }
}

pub(super) async fn one(
    tx: &mut Tx,
    organization: Id<Organization>,
    id: Id<Group>,
) -> Result<GroupDetails, GroupError> {
    let found = tx.groups_named(organization, &[id]).await?;
    let group = found.into_iter().next().ok_or(GroupError::NoSuchGroup)?;
    let given = tx.given_to_groups(organization, &[id]).await?;
    Ok(detailed(group, &given))
}
