//! Collections, and who was given them.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::collections::{Grant, Target},
    id::Id,
    organizations::{Collection, Organization},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    db::{Arg, StoreError, Tx, args, statements},
    memberships::people::GrantRow,
};

/// What someone was given in each collection, as `a`; groups add up.
macro_rules! access {
    ($whose:literal) => {
        concat!(
            "(SELECT e.collection_id,
                       MIN(CASE WHEN e.read_only THEN 1 ELSE 0 END) = 1 AS read_only,
                       MIN(CASE WHEN e.hide_passwords THEN 1 ELSE 0 END) = 1 AS hide_passwords,
                       MAX(CASE WHEN e.manage THEN 1 ELSE 0 END) = 1 AS manage
                  FROM effective_grants e
                 WHERE ",
            $whose,
            "
                 GROUP BY e.collection_id) AS a"
        )
    };
}
pub(crate) use access;

/// The collections of $1, with what $2 was given in each.
macro_rules! seen {
    ($which:literal) => {
        concat!(
            "
        SELECT c.id, c.organization_id, c.name, c.external_id, c.orphaned,
               a.read_only, a.hide_passwords, a.manage
          FROM kept_collections c
          LEFT JOIN ",
            access!("e.user_id = $2 AND e.organization_id = $1"),
            " ON a.collection_id = c.id
         WHERE c.organization_id = $1",
            $which,
            "
         ORDER BY c.id"
        )
    };
}

statements! {
    OF_ORGANIZATION = seen!("");

    AMONG = seen!(" AND c.id IN ({list})");

    COUNT = "SELECT COUNT(*) FROM collections WHERE organization_id = $1";

    INSERT = "
        INSERT INTO collections (id, organization_id, name, external_id, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $5, $5)";

    UPDATE = "
        UPDATE collections SET name = $1, external_id = $2, revised_at = $3
         WHERE organization_id = $4 AND id = $5";

    DELETE = "DELETE FROM collections WHERE organization_id = $1 AND id IN ({list})";

    MEMBERS = "
        SELECT g.collection_id, g.membership_id AS grantee_id, g.read_only, g.hide_passwords, g.manage
          FROM collection_members g
          JOIN collections c ON c.id = g.collection_id
         WHERE c.organization_id = $1 AND g.collection_id IN ({list})
         ORDER BY g.collection_id, g.membership_id";

    GROUPS = "
        SELECT g.collection_id, g.group_id AS grantee_id, g.read_only, g.hide_passwords, g.manage
          FROM collection_groups g
          JOIN collections c ON c.id = g.collection_id
         WHERE c.organization_id = $1 AND g.collection_id IN ({list})
         ORDER BY g.collection_id, g.group_id";

    GROUPS_AMONG = "SELECT id FROM groups WHERE organization_id = $1 AND id IN ({list})";

    GIVE_GROUPS = "
        INSERT INTO collection_groups (collection_id, group_id, read_only, hide_passwords, manage)
        VALUES {rows}
        ON CONFLICT (collection_id, group_id) DO UPDATE
           SET read_only = excluded.read_only, hide_passwords = excluded.hide_passwords,
               manage = excluded.manage";

    TAKE_FROM_MEMBERS = "DELETE FROM collection_members WHERE collection_id = $1";

    TAKE_FROM_GROUPS = "DELETE FROM collection_groups WHERE collection_id = $1";
}

/// A collection, as one person has it.
#[derive(Debug, Clone, FromRow)]
pub struct CollectionRow {
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
    read_only: Option<bool>,
    hide_passwords: Option<bool>,
    manage: Option<bool>,
    /// Whether nobody manages it.
    pub orphaned: bool,
}

impl CollectionRow {
    /// What the person was given in it.
    pub fn given(&self) -> Option<Grant> {
        Some(Grant {
            read_only: self.read_only?,
            hide_passwords: self.hide_passwords?,
            manage: self.manage?,
        })
    }

    /// The same, as the rules ask for it.
    pub fn target(&self) -> Target {
        Target { given: self.given(), orphaned: self.orphaned }
    }
}

/// What a member or a group was given in a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Given {
    /// The collection.
    pub collection_id: Uuid,
    /// The member or group.
    pub grantee_id: Uuid,
    /// Cannot change anything.
    pub read_only: bool,
    /// Does not see passwords.
    pub hide_passwords: bool,
    /// Manages the collection.
    pub manage: bool,
}

impl Given {
    /// What was given.
    pub const fn grant(&self) -> Grant {
        Grant {
            read_only: self.read_only,
            hide_passwords: self.hide_passwords,
            manage: self.manage,
        }
    }
}

fn list<'a, T>(ids: &[Id<T>]) -> Vec<Arg<'a>> {
    ids.iter().map(|id| Arg::from(*id)).collect()
}

fn rows<'a>(given: &[Given]) -> Vec<Arg<'a>> {
    let row = |it: &Given| {
        [
            Arg::from(it.collection_id),
            Arg::from(it.grantee_id),
            Arg::from(it.read_only),
            Arg::from(it.hide_passwords),
            Arg::from(it.manage),
        ]
    };
    given.iter().flat_map(row).collect()
}

impl Tx {
    /// The collections of `organization`, as `user` has them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn collections(
        &mut self,
        organization: Id<Organization>,
        user: Id<User>,
    ) -> Result<Vec<CollectionRow>, StoreError> {
        self.all(OF_ORGANIZATION, args![organization, user]).await
    }

    /// Those of `ids` that are collections of `organization`, as `user` has them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn collections_named(
        &mut self,
        organization: Id<Organization>,
        user: Id<User>,
        ids: &[Id<Collection>],
    ) -> Result<Vec<CollectionRow>, StoreError> {
        self.all_in(AMONG, args![organization, user], &list(ids)).await
    }

    /// How many collections `organization` has.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn count_collections(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<i64, StoreError> {
        let (count,): (i64,) = self.one(COUNT, args![organization]).await?;
        Ok(count)
    }

    /// Adds a collection.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_collection(
        &mut self,
        organization: Id<Organization>,
        id: Id<Collection>,
        name: &str,
        external_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(INSERT, args![id, organization, name, external_id, now]).await
    }

    /// Gives a collection another name, and another name in other systems.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_collection(
        &mut self,
        organization: Id<Organization>,
        id: Id<Collection>,
        name: &str,
        external_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(UPDATE, args![name, external_id, now, organization, id]).await
    }

    /// Deletes collections; the items in them stay.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_collections(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Collection>],
    ) -> Result<(), StoreError> {
        self.execute_in(DELETE, args![organization], &list(ids)).await.map(drop)
    }

    /// What members and what groups were given in those collections of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn given(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Collection>],
    ) -> Result<(Vec<Given>, Vec<Given>), StoreError> {
        let list = list(ids);
        let members = self.all_in(MEMBERS, args![organization], &list).await?;
        let groups = self.all_in(GROUPS, args![organization], &list).await?;
        Ok((members, groups))
    }

    /// Those of `ids` that are groups of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn groups_among(
        &mut self,
        organization: Id<Organization>,
        ids: &[Uuid],
    ) -> Result<Vec<Uuid>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<(Uuid,)> = self.all_in(GROUPS_AMONG, args![organization], &list).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Gives collections to members; what one had in a collection is replaced.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn give_to_members(&mut self, given: &[Given]) -> Result<(), StoreError> {
        let grants: Vec<GrantRow> = given
            .iter()
            .map(|it| GrantRow {
                membership_id: it.grantee_id,
                collection_id: it.collection_id,
                read_only: it.read_only,
                hide_passwords: it.hide_passwords,
                manage: it.manage,
            })
            .collect();
        self.grant_collections(&grants).await
    }

    /// Gives collections to groups; what one had in a collection is replaced.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn give_to_groups(&mut self, given: &[Given]) -> Result<(), StoreError> {
        self.execute_rows(GIVE_GROUPS, 5, &rows(given)).await.map(drop)
    }

    /// Takes a collection from every member who was given it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_from_members(&mut self, id: Id<Collection>) -> Result<(), StoreError> {
        self.execute(TAKE_FROM_MEMBERS, args![id]).await.map(drop)
    }

    /// Takes a collection from every group that was given it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_from_groups(&mut self, id: Id<Collection>) -> Result<(), StoreError> {
        self.execute(TAKE_FROM_GROUPS, args![id]).await.map(drop)
    }
}
