//! Members with the people behind them, for lists and for letters.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    id::Id,
    organizations::{Member, Organization},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    LIST = "
        SELECT m.id, m.user_id, COALESCE(u.email, m.email) AS email, u.name, u.avatar_color, m.role,
               m.permissions, m.status, m.external_id, m.created_at, m.reset_password_key,
               m.revoked_because,
               COALESCE(u.two_step, FALSE) AS two_step,
               (CASE WHEN u.password_hash IS NULL THEN FALSE ELSE TRUE END) AS has_password,
               COALESCE(m.status_at, m.created_at) AS status_at,
               (SELECT MAX(d.last_active_at) FROM devices d WHERE d.user_id = m.user_id)
                   AS last_active_at
          FROM memberships m
          LEFT JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1
         ORDER BY COALESCE(u.email, m.email), m.id";

    ONE = "
        SELECT m.id, m.user_id, COALESCE(u.email, m.email) AS email, u.name, u.avatar_color, m.role,
               m.permissions, m.status, m.external_id, m.created_at, m.reset_password_key,
               m.revoked_because,
               COALESCE(u.two_step, FALSE) AS two_step,
               (CASE WHEN u.password_hash IS NULL THEN FALSE ELSE TRUE END) AS has_password,
               COALESCE(m.status_at, m.created_at) AS status_at,
               (SELECT MAX(d.last_active_at) FROM devices d WHERE d.user_id = m.user_id)
                   AS last_active_at
          FROM memberships m
          LEFT JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.id = $2";

    GRANTS = "
        SELECT g.membership_id, g.collection_id, g.read_only, g.hide_passwords, g.manage
          FROM collection_members g
          JOIN collections c ON c.id = g.collection_id
         WHERE c.organization_id = $1
         ORDER BY g.membership_id, g.collection_id";

    COLLECTIONS = "
        SELECT id FROM collections WHERE organization_id = $1 AND id IN ({list})";

    GRANT = "
        INSERT INTO collection_members
            (collection_id, membership_id, read_only, hide_passwords, manage)
        VALUES {rows}
        ON CONFLICT (collection_id, membership_id) DO UPDATE
           SET read_only = excluded.read_only, hide_passwords = excluded.hide_passwords,
               manage = excluded.manage";

    UNGRANT = "DELETE FROM collection_members WHERE membership_id = $1";

    UNGRANT_SOME = "
        DELETE FROM collection_members WHERE membership_id = $1 AND collection_id IN ({list})";

    PUBLIC_KEYS = "
        SELECT m.id, m.user_id, u.public_key
          FROM memberships m
          JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.status = 1 AND u.public_key IS NOT NULL
           AND m.id IN ({list})
         ORDER BY m.id";

    OWNERS = "
        SELECT m.organization_id, u.id, u.email, u.culture
          FROM memberships m
          JOIN users u ON u.id = m.user_id
         WHERE m.role = 0 AND m.status = 2 AND m.organization_id IN ({list})
         ORDER BY m.organization_id, u.id";

    /// 512 is the right to manage members.
    CONFIRMERS = "
        SELECT m.organization_id, u.id, u.email, u.culture
          FROM memberships m
          JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.status = 2
           AND (m.role IN (0, 1) OR (m.role = 4 AND (m.permissions & 512) <> 0))
         ORDER BY u.id";

    CONTACTS = "
        SELECT m.organization_id, u.id, u.email, u.culture
          FROM memberships m
          JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.id IN ({list})
         ORDER BY u.id";

    ADDRESSES = "
        SELECT email FROM (
            SELECT COALESCE(u.email, m.email) AS email
              FROM memberships m
              LEFT JOIN users u ON u.id = m.user_id
             WHERE m.organization_id = $1) AS known
         WHERE email IN ({list})";

    CULTURES = "SELECT email, culture FROM users WHERE email IN ({list})";
}

/// A member, with the person behind it.
#[derive(Debug, Clone, FromRow)]
pub struct MemberRow {
    /// The member.
    pub id: Uuid,
    /// The account, once there is one.
    pub user_id: Option<Uuid>,
    /// The mail address.
    pub email: Option<String>,
    /// The person's name.
    pub name: Option<String>,
    /// `#rrggbb`.
    pub avatar_color: Option<String>,
    /// The role, by the protocol's number.
    pub role: i64,
    /// The rights a custom role holds.
    pub permissions: i64,
    /// The status, by the protocol's number.
    pub status: i64,
    /// What a directory calls the member.
    pub external_id: Option<String>,
    /// When the member was added.
    pub created_at: DateTime<Utc>,
    /// Set when administrators may recover the account.
    pub reset_password_key: Option<String>,
    /// Why the member is suspended, by the protocol's number.
    pub revoked_because: Option<i64>,
    /// Whether two-step login is on.
    pub two_step: bool,
    /// Whether the account has a master password.
    pub has_password: bool,
    /// Since when the member has this status.
    pub status_at: DateTime<Utc>,
    /// When one of the person's devices was last heard of.
    pub last_active_at: Option<DateTime<Utc>>,
}

/// What a member may do with a collection.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct GrantRow {
    /// The member.
    pub membership_id: Uuid,
    /// The collection.
    pub collection_id: Uuid,
    /// Cannot change anything.
    pub read_only: bool,
    /// Does not see passwords.
    pub hide_passwords: bool,
    /// Manages the collection.
    pub manage: bool,
}

/// Whom to write to.
#[derive(Debug, Clone, FromRow)]
pub struct Contact {
    /// In which organization.
    pub organization_id: Uuid,
    /// Who.
    pub id: Uuid,
    /// The mail address.
    pub email: String,
    /// Language and region.
    pub culture: String,
}

impl Tx {
    /// Everyone in `organization`, by address.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn members(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<MemberRow>, StoreError> {
        self.all(LIST, args![organization]).await
    }

    /// One member of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn member(
        &mut self,
        organization: Id<Organization>,
        id: Id<Member>,
    ) -> Result<Option<MemberRow>, StoreError> {
        self.optional(ONE, args![organization, id]).await
    }

    /// What the members of `organization` may do with its collections, in the order of members.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn member_grants(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<GrantRow>, StoreError> {
        self.all(GRANTS, args![organization]).await
    }

    /// Those of `ids` that are collections of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn collections_among(
        &mut self,
        organization: Id<Organization>,
        ids: &[Uuid],
    ) -> Result<Vec<Uuid>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<(Uuid,)> = self.all_in(COLLECTIONS, args![organization], &list).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Lets members use collections; what they could do with these before is replaced.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn grant_collections(&mut self, grants: &[GrantRow]) -> Result<(), StoreError> {
        let values: Vec<Arg<'_>> = grants
            .iter()
            .flat_map(|grant| {
                [
                    Arg::from(grant.collection_id),
                    Arg::from(grant.membership_id),
                    Arg::from(grant.read_only),
                    Arg::from(grant.hide_passwords),
                    Arg::from(grant.manage),
                ]
            })
            .collect();
        self.execute_rows(GRANT, 5, &values).await.map(drop)
    }

    /// Takes every collection from a member.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn ungrant_collections(&mut self, member: Id<Member>) -> Result<(), StoreError> {
        self.execute(UNGRANT, args![member]).await.map(drop)
    }

    /// Takes those collections from a member.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn ungrant_some(
        &mut self,
        member: Id<Member>,
        collections: &[Uuid],
    ) -> Result<(), StoreError> {
        let list: Vec<Arg<'_>> = collections.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(UNGRANT_SOME, args![member], &list).await.map(drop)
    }

    /// The public keys of those of `ids` who wait to be confirmed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn waiting_public_keys(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Member>],
    ) -> Result<Vec<(Id<Member>, Id<User>, String)>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<(Uuid, Uuid, String)> =
            self.all_in(PUBLIC_KEYS, args![organization], &list).await?;
        let typed = |(id, user, key)| (Id::new(id), Id::new(user), key);
        Ok(rows.into_iter().map(typed).collect())
    }

    /// The confirmed owners of these organizations.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owners(
        &mut self,
        organizations: &[Id<Organization>],
    ) -> Result<Vec<Contact>, StoreError> {
        let list: Vec<Arg<'_>> = organizations.iter().map(|id| Arg::from(*id)).collect();
        self.all_in(OWNERS, &[], &list).await
    }

    /// Those who can confirm members of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn confirmers(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<Contact>, StoreError> {
        self.all(CONFIRMERS, args![organization]).await
    }

    /// The people behind these members; those without an account have none.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn contacts(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Member>],
    ) -> Result<Vec<Contact>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        self.all_in(CONTACTS, args![organization], &list).await
    }

    /// Those of `emails` that belong to someone in `organization`, whatever their state.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn addresses_in(
        &mut self,
        organization: Id<Organization>,
        emails: &[String],
    ) -> Result<Vec<String>, StoreError> {
        let list: Vec<Arg<'_>> = emails.iter().map(Arg::from).collect();
        let rows: Vec<(String,)> = self.all_in(ADDRESSES, args![organization], &list).await?;
        Ok(rows.into_iter().map(|(email,)| email).collect())
    }

    /// Those of `emails` that have an account, with the person's language.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn cultures(
        &mut self,
        emails: &[String],
    ) -> Result<Vec<(String, String)>, StoreError> {
        let list: Vec<Arg<'_>> = emails.iter().map(Arg::from).collect();
        self.all_in(CULTURES, &[], &list).await
    }
}
