//! What a person's clients keep: their organizations with policies and collections, their folders and items.

pub mod ciphers;
pub mod folders;
mod organization_items;

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::Permissions,
    id::Id,
    organizations::{CollectionRules, Features},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    collections::access,
    db::{StoreError, Tx, args, statements},
};

statements! {
    /// The sponsorship is the member's own one, of which there is one at most; others that
    /// administrators gave would repeat the organization.
    ORGANIZATIONS = "
        SELECT m.id AS membership_id, m.status, m.role, m.permissions, m.key,
               m.reset_password_key IS NOT NULL AS reset_password_enrolled,
               o.id, o.name, o.identifier, o.enabled, o.plan, o.features, o.collection_rules,
               o.seats, o.max_collections, o.max_storage_gb,
               o.public_key IS NOT NULL AND o.private_key IS NOT NULL AS has_keys,
               s.friendly_name AS sponsorship_name, s.state AS sponsorship_state,
               s.last_sync_at AS sponsorship_synced_at, s.valid_until AS sponsorship_valid_until
          FROM memberships m
          JOIN organizations o ON o.id = m.organization_id
          LEFT JOIN sponsorships s
                 ON s.sponsoring_organization_id = o.id AND s.sponsoring_member_id = m.id
                AND s.admin_initiated = FALSE AND s.state <> 5
         WHERE m.user_id = $1 AND m.status = 2
         ORDER BY o.name, o.id";

    POLICIES = "
        SELECT p.id, p.organization_id, p.kind, p.enabled, p.data, p.revised_at
          FROM policies p JOIN memberships m ON m.organization_id = p.organization_id
         WHERE m.user_id = $1 AND m.status = 2
         ORDER BY p.organization_id, p.kind";

    COLLECTIONS = concat!(
        "
        SELECT c.id, c.organization_id, c.name, c.external_id, a.read_only, a.hide_passwords,
               a.manage
          FROM ",
        access!("e.user_id = $1"),
        "
          JOIN collections c ON c.id = a.collection_id
         ORDER BY c.organization_id, c.id"
    );

    PREMIUM = "
        SELECT COUNT(*) FROM memberships m JOIN organizations o ON o.id = m.organization_id
         WHERE m.user_id = $1 AND m.status = 2 AND o.enabled = TRUE AND (o.features & $2) <> 0";
}

/// Statements of this room, those of its children included.
#[cfg(test)]
pub(crate) const ROOM: &[&[crate::db::Sql]] =
    &[ALL, ciphers::ALL, folders::ALL, organization_items::ALL];

/// An organization as one of its members has it.
#[derive(Debug, Clone, FromRow)]
pub struct OwnOrganization {
    /// The person's place in it.
    pub membership_id: Uuid,
    /// The state of the membership, by the protocol's number.
    pub status: i64,
    /// The role, by the protocol's number.
    pub role: i64,
    /// What a custom role may do; read by [`OwnOrganization::rights`].
    pub permissions: i64,
    /// The organization key, for this person's public key.
    pub key: Option<String>,
    /// Whether administrators can recover the account.
    pub reset_password_enrolled: bool,
    /// Which organization.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its word in addresses.
    pub identifier: Option<String>,
    /// Whether it may be used.
    pub enabled: bool,
    /// The plan, by the protocol's number.
    pub plan: i64,
    /// What it may use; read by [`OwnOrganization::uses`].
    pub features: i64,
    /// How it handles collections; read by [`OwnOrganization::rules`].
    pub collection_rules: i64,
    /// How many members it may have.
    pub seats: Option<i64>,
    /// How many collections it may have.
    pub max_collections: Option<i64>,
    /// How much it may keep.
    pub max_storage_gb: Option<i64>,
    /// Whether it has keys.
    pub has_keys: bool,
    /// What the member calls the sponsorship they give.
    pub sponsorship_name: Option<String>,
    /// Its state, by the number in the database.
    pub sponsorship_state: Option<i64>,
    /// When it was last synced.
    pub sponsorship_synced_at: Option<DateTime<Utc>>,
    /// Until when it lasts.
    pub sponsorship_valid_until: Option<DateTime<Utc>>,
}

impl OwnOrganization {
    /// What a custom role may do.
    pub fn rights(&self) -> Permissions {
        Permissions::from_bits(self.permissions)
    }

    /// What the organization may use.
    pub fn uses(&self) -> Features {
        Features::from_bits(self.features)
    }

    /// How the organization handles collections.
    pub fn rules(&self) -> CollectionRules {
        CollectionRules::from_bits(self.collection_rules)
    }
}

/// A policy that binds a person.
#[derive(Debug, Clone, FromRow)]
pub struct OwnPolicy {
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its kind, by the protocol's number.
    pub kind: i64,
    /// Whether it is on.
    pub enabled: bool,
    /// What it demands, as JSON.
    pub data: Option<String>,
    /// When it was changed.
    pub revised_at: DateTime<Utc>,
}

/// A collection a person was given.
#[derive(Debug, Clone, FromRow)]
pub struct OwnCollection {
    /// Which.
    pub id: Uuid,
    /// Of which organization.
    pub organization_id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// What other systems call it.
    pub external_id: Option<String>,
    /// Whether the person may only look.
    pub read_only: bool,
    /// Whether passwords are hidden from the person.
    pub hide_passwords: bool,
    /// Whether the person manages it.
    pub manage: bool,
}

impl Tx {
    /// The organizations the person is a confirmed member of, each once.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn own_organizations(
        &mut self,
        user: Id<User>,
    ) -> Result<Vec<OwnOrganization>, StoreError> {
        self.all(ORGANIZATIONS, args![user]).await
    }

    /// The policies of those organizations.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn own_policies(&mut self, user: Id<User>) -> Result<Vec<OwnPolicy>, StoreError> {
        self.all(POLICIES, args![user]).await
    }

    /// The collections the person was given in those organizations.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn own_collections(
        &mut self,
        user: Id<User>,
    ) -> Result<Vec<OwnCollection>, StoreError> {
        self.all(COLLECTIONS, args![user]).await
    }

    /// Whether an organization gives the person premium features.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn premium_from_organization(&mut self, user: Id<User>) -> Result<bool, StoreError> {
        let needed = Features::of(&[domain::organizations::Feature::MembersGetPremium]);
        let (count,): (i64,) = self.one(PREMIUM, args![user, needed.bits()]).await?;
        Ok(count > 0)
    }
}
