//! Groups: members who are given collections together.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::{Collection, Group, Member, Organization},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    collections::Given,
    db::{Arg, StoreError, Tx, args, statements},
};

statements! {
    OF_ORGANIZATION = "
        SELECT id, organization_id, name, external_id FROM groups WHERE organization_id = $1
         ORDER BY name, id";

    AMONG = "
        SELECT id, organization_id, name, external_id FROM groups
         WHERE organization_id = $1 AND id IN ({list})
         ORDER BY name, id";

    GIVEN = "
        SELECT g.collection_id, g.group_id AS grantee_id, g.read_only, g.hide_passwords, g.manage
          FROM collection_groups g
          JOIN groups o ON o.id = g.group_id
         WHERE o.organization_id = $1 AND g.group_id IN ({list})
         ORDER BY g.group_id, g.collection_id";

    MEMBERS = "SELECT membership_id FROM group_members WHERE group_id = $1 ORDER BY membership_id";

    INSERT = "
        INSERT INTO groups (id, organization_id, name, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $4)";

    RENAME = "
        UPDATE groups SET name = $1, revised_at = $2 WHERE organization_id = $3 AND id = $4";

    DELETE = "DELETE FROM groups WHERE organization_id = $1 AND id IN ({list})";

    JOIN = "
        INSERT INTO group_members (group_id, membership_id)
        VALUES {rows}
        ON CONFLICT (group_id, membership_id) DO NOTHING";

    LEAVE = "DELETE FROM group_members WHERE group_id = $1 AND membership_id = $2";

    EMPTY = "DELETE FROM group_members WHERE group_id = $1";

    TAKE = "DELETE FROM collection_groups WHERE group_id = $1 AND collection_id IN ({list})";
}

/// A group.
#[derive(Debug, Clone, FromRow)]
pub struct GroupRow {
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
}

fn list<'a, T>(ids: &[Id<T>]) -> Vec<Arg<'a>> {
    ids.iter().map(|id| Arg::from(*id)).collect()
}

impl Tx {
    /// The groups of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn groups(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<GroupRow>, StoreError> {
        self.all(OF_ORGANIZATION, args![organization]).await
    }

    /// Those of `ids` that are groups of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn groups_named(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Group>],
    ) -> Result<Vec<GroupRow>, StoreError> {
        self.all_in(AMONG, args![organization], &list(ids)).await
    }

    /// What those groups of `organization` were given, in the order of groups.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn given_to_groups(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Group>],
    ) -> Result<Vec<Given>, StoreError> {
        self.all_in(GIVEN, args![organization], &list(ids)).await
    }

    /// The members of a group.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn group_members(&mut self, group: Id<Group>) -> Result<Vec<Id<Member>>, StoreError> {
        let rows: Vec<(Uuid,)> = self.all(MEMBERS, args![group]).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// Adds a group.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_group(
        &mut self,
        organization: Id<Organization>,
        id: Id<Group>,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(INSERT, args![id, organization, name, now]).await
    }

    /// Gives a group another name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rename_group(
        &mut self,
        organization: Id<Organization>,
        id: Id<Group>,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(RENAME, args![name, now, organization, id]).await
    }

    /// Deletes groups; what they were given goes with them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_groups(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Group>],
    ) -> Result<(), StoreError> {
        self.execute_in(DELETE, args![organization], &list(ids)).await.map(drop)
    }

    /// Adds members to a group; those who are in it already stay.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn join_group(
        &mut self,
        group: Id<Group>,
        members: &[Id<Member>],
    ) -> Result<(), StoreError> {
        let row = |member: &Id<Member>| [Arg::from(group), Arg::from(*member)];
        let values: Vec<Arg<'_>> = members.iter().flat_map(row).collect();
        self.execute_rows(JOIN, 2, &values).await.map(drop)
    }

    /// Takes a member out of a group; `false` when they were not in it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn leave_group(
        &mut self,
        group: Id<Group>,
        member: Id<Member>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(LEAVE, args![group, member]).await? == 1)
    }

    /// Takes every member out of a group.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn empty_group(&mut self, group: Id<Group>) -> Result<(), StoreError> {
        self.execute(EMPTY, args![group]).await.map(drop)
    }

    /// Takes collections from a group.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_from_group(
        &mut self,
        group: Id<Group>,
        collections: &[Id<Collection>],
    ) -> Result<(), StoreError> {
        self.execute_in(TAKE, args![group], &list(collections)).await.map(drop)
    }
}
