//! Organizations, and how they begin.

pub mod api_keys;
pub mod connections;

use chrono::{DateTime, Utc};
use domain::{
    billing::PlanType,
    id::Id,
    organizations::{
        CollectionRules, Entitlements, Features, Founding, Organization, OrganizationStatus,
    },
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    INSERT = "
        INSERT INTO organizations
            (id, name, billing_email, business_name, status, enabled, plan, features,
             collection_rules, seats, max_autoscale_seats, max_collections, max_storage_gb,
             public_key, private_key, license_key, expires_at, expires_without_grace_at,
             created_at, revised_at)
        VALUES {rows}";

    INSERT_OWNER = "
        INSERT INTO memberships
            (id, organization_id, user_id, role, status, key, created_at, revised_at)
        VALUES ($1, $2, $3, 0, 2, $4, $5, $5)";

    INSERT_COLLECTION = "
        INSERT INTO collections (id, organization_id, name, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $4)";

    INSERT_MANAGER = "
        INSERT INTO collection_members
            (collection_id, membership_id, read_only, hide_passwords, manage)
        VALUES ($1, $2, FALSE, FALSE, TRUE)";

    FIND = "
        SELECT id, name, billing_email, business_name, identifier, status, enabled, plan, features,
               collection_rules, seats, max_autoscale_seats, max_collections, max_storage_gb,
               public_key, private_key, license_key, expires_at, expires_without_grace_at,
               created_at, revised_at
          FROM organizations
         WHERE id = $1";

    FIND_MANY = "
        SELECT id, name, billing_email, business_name, identifier, status, enabled, plan, features,
               collection_rules, seats, max_autoscale_seats, max_collections, max_storage_gb,
               public_key, private_key, license_key, expires_at, expires_without_grace_at,
               created_at, revised_at
          FROM organizations
         WHERE id IN ({list})
         ORDER BY name, id";

    NAMED = "
        SELECT id, name, billing_email, business_name, identifier, status, enabled, plan, features,
               collection_rules, seats, max_autoscale_seats, max_collections, max_storage_gb,
               public_key, private_key, license_key, expires_at, expires_without_grace_at,
               created_at, revised_at
          FROM organizations
         WHERE LOWER(name) LIKE $1 OR LOWER(billing_email) LIKE $1
         ORDER BY name, id
         LIMIT $2 OFFSET $3";

    IDENTIFIED = "SELECT id FROM organizations WHERE identifier = $1";

    UPDATE_PROFILE = "
        UPDATE organizations SET name = $1, billing_email = $2, revised_at = $3 WHERE id = $4";

    UPDATE_RULES = "
        UPDATE organizations SET collection_rules = $1, revised_at = $2 WHERE id = $3";

    SET_KEYS = "
        UPDATE organizations SET public_key = $1, private_key = $2, revised_at = $3
         WHERE id = $4 AND public_key IS NULL AND private_key IS NULL";

    SET_ENABLED = "
        UPDATE organizations SET enabled = $1, revised_at = $2 WHERE id = $3 AND enabled <> $1";

    DISABLE = "
        UPDATE organizations SET enabled = FALSE, revised_at = $1
         WHERE enabled = TRUE AND id IN ({list})";

    SET_SEATS = "
        UPDATE organizations SET seats = $1, revised_at = $2 WHERE id = $3";

    SET_FEATURES = "
        UPDATE organizations SET features = $1, revised_at = $2 WHERE id = $3";

    ENTITLE = "
        UPDATE organizations
           SET plan = $1, features = $2, seats = $3, max_collections = $4, max_storage_gb = $5,
               expires_at = $6, expires_without_grace_at = $7, revised_at = $8
         WHERE id = $9";

    HOLD = "UPDATE organizations SET revised_at = $1 WHERE id = $2";

    DELETE = "DELETE FROM organizations WHERE id = $1";
}

/// Statements of this room, those of its children included.
#[cfg(test)]
pub(crate) const ROOM: &[&[crate::db::Sql]] = &[ALL, api_keys::ALL, connections::ALL];

/// An organization, as it is kept.
#[derive(Debug, Clone)]
pub struct OrganizationRecord {
    /// Its id.
    pub id: Id<Organization>,
    /// Its name.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
    /// The name of the company behind it.
    pub business_name: Option<String>,
    /// What it is called at single sign-on.
    pub identifier: Option<String>,
    /// How far it is set up.
    pub status: OrganizationStatus,
    /// Whether it works; one that does not is shown and cannot be used.
    pub enabled: bool,
    /// What it is entitled to.
    pub entitlements: Entitlements,
    /// How it handles collections.
    pub collection_rules: CollectionRules,
    /// Up to how many seats it grows by itself; none is no limit.
    pub max_autoscale_seats: Option<i64>,
    /// Its public key.
    pub public_key: Option<String>,
    /// Its private key, wrapped by its own key.
    pub private_key: Option<String>,
    /// What ties it to its licences.
    pub license_key: String,
    /// When it stops working, if it does.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it should have been paid for again.
    pub expires_without_grace_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub revised_at: DateTime<Utc>,
}

impl OrganizationRecord {
    /// Whether it has keys of its own.
    pub fn has_keys(&self) -> bool {
        self.public_key.is_some() && self.private_key.is_some()
    }
}

#[derive(FromRow)]
struct OrganizationRow {
    id: Uuid,
    name: String,
    billing_email: String,
    business_name: Option<String>,
    identifier: Option<String>,
    status: i64,
    enabled: bool,
    plan: i64,
    features: i64,
    collection_rules: i64,
    seats: Option<i64>,
    max_autoscale_seats: Option<i64>,
    max_collections: Option<i64>,
    max_storage_gb: Option<i64>,
    public_key: Option<String>,
    private_key: Option<String>,
    license_key: String,
    expires_at: Option<DateTime<Utc>>,
    expires_without_grace_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    revised_at: DateTime<Utc>,
}

impl TryFrom<OrganizationRow> for OrganizationRecord {
    type Error = StoreError;

    fn try_from(row: OrganizationRow) -> Result<Self, StoreError> {
        let wrong = StoreError::Inconsistent { table: "organizations", id: row.id };
        let (Some(plan), Some(status)) =
            (PlanType::from_number(row.plan), OrganizationStatus::from_number(row.status))
        else {
            return Err(wrong);
        };
        Ok(Self {
            id: Id::new(row.id),
            name: row.name,
            billing_email: row.billing_email,
            business_name: row.business_name,
            identifier: row.identifier,
            status,
            enabled: row.enabled,
            entitlements: Entitlements {
                plan,
                features: Features::from_bits(row.features),
                seats: row.seats,
                max_collections: row.max_collections,
                max_storage_gb: row.max_storage_gb,
            },
            collection_rules: CollectionRules::from_bits(row.collection_rules),
            max_autoscale_seats: row.max_autoscale_seats,
            public_key: row.public_key,
            private_key: row.private_key,
            license_key: row.license_key,
            expires_at: row.expires_at,
            expires_without_grace_at: row.expires_without_grace_at,
            created_at: row.created_at,
            revised_at: row.revised_at,
        })
    }
}

impl Tx {
    /// Makes an organization with its first owner, confirmed, and its first collection.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn found_organization(
        &mut self,
        founding: &Founding,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let given = &founding.entitlements;
        let row = args![
            founding.id,
            &founding.name,
            &founding.billing_email,
            &founding.business_name,
            OrganizationStatus::Created.number(),
            true,
            given.plan.number(),
            given.features.bits(),
            founding.collection_rules.bits(),
            given.seats,
            founding.max_autoscale_seats,
            given.max_collections,
            given.max_storage_gb,
            &founding.public_key,
            &founding.private_key,
            &founding.license_key,
            founding.expires_at,
            founding.expires_without_grace_at,
            now,
            now,
        ];
        self.execute_rows(INSERT, row.len(), row).await?;
        let founder = &founding.founder;
        let row = args![founder.member, founding.id, founder.user, &founder.key, now];
        self.change(INSERT_OWNER, row).await?;
        if let Some((collection, name)) = &founding.collection {
            self.change(INSERT_COLLECTION, args![*collection, founding.id, name, now]).await?;
            self.change(INSERT_MANAGER, args![*collection, founder.member]).await?;
        }
        Ok(())
    }

    /// The organization `id`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization(
        &mut self,
        id: Id<Organization>,
    ) -> Result<Option<OrganizationRecord>, StoreError> {
        let row: Option<OrganizationRow> = self.optional(FIND, args![id]).await?;
        row.map(OrganizationRecord::try_from).transpose()
    }

    /// Those of `ids` that exist, by name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organizations(
        &mut self,
        ids: &[Id<Organization>],
    ) -> Result<Vec<OrganizationRecord>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<OrganizationRow> = self.all_in(FIND_MANY, &[], &list).await?;
        rows.into_iter().map(OrganizationRecord::try_from).collect()
    }

    /// Organizations whose name or billing address contains `text`, by name, a page at a time.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organizations_named(
        &mut self,
        text: &str,
        limit: i64,
        offset: i64,
    ) -> Result<Vec<OrganizationRecord>, StoreError> {
        let pattern = format!("%{}%", text.to_lowercase().replace(['%', '_'], ""));
        let rows: Vec<OrganizationRow> =
            self.all(NAMED, args![pattern.as_str(), limit, offset]).await?;
        rows.into_iter().map(OrganizationRecord::try_from).collect()
    }

    /// The organization that single sign-on knows as `identifier`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization_identified(
        &mut self,
        identifier: &str,
    ) -> Result<Option<Id<Organization>>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(IDENTIFIED, args![identifier]).await?;
        Ok(row.map(|(id,)| Id::new(id)))
    }

    /// Keeps a new name and billing address.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn rename_organization(
        &mut self,
        id: Id<Organization>,
        name: &str,
        billing_email: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(UPDATE_PROFILE, args![name, billing_email, now, id]).await
    }

    /// Keeps how the organization handles collections.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_collection_rules(
        &mut self,
        id: Id<Organization>,
        rules: CollectionRules,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(UPDATE_RULES, args![rules.bits(), now, id]).await
    }

    /// Gives the organization its keys, unless it has some; whether it did.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_organization_keys(
        &mut self,
        id: Id<Organization>,
        public_key: &str,
        private_key: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let args = args![public_key, private_key, now, id];
        Ok(self.execute(SET_KEYS, args).await? == 1)
    }

    /// Lets the organization work, or stops it; whether that changed anything.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn enable_organization(
        &mut self,
        id: Id<Organization>,
        enabled: bool,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(SET_ENABLED, args![enabled, now, id]).await? == 1)
    }

    /// Stops organizations; how many of them worked.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn disable_organizations(
        &mut self,
        ids: &[Id<Organization>],
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(DISABLE, args![now], &list).await
    }

    /// Sets how many seats the organization has.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_seats(
        &mut self,
        id: Id<Organization>,
        seats: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(SET_SEATS, args![seats, now, id]).await
    }

    /// Sets what the organization may use.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_features(
        &mut self,
        id: Id<Organization>,
        features: Features,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(SET_FEATURES, args![features.bits(), now, id]).await
    }

    /// Gives the organization other entitlements, and another end.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn entitle_organization(
        &mut self,
        id: Id<Organization>,
        given: &Entitlements,
        expires_at: Option<DateTime<Utc>>,
        expires_without_grace_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            given.plan.number(),
            given.features.bits(),
            given.seats,
            given.max_collections,
            given.max_storage_gb,
            expires_at,
            expires_without_grace_at,
            now,
            id
        ];
        self.change(ENTITLE, args).await
    }

    /// Lets nobody else change who is in the organization until this unit of work ends, so that
    /// what is counted here stays true.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn hold_organization(
        &mut self,
        id: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(HOLD, args![now, id]).await.map(drop)
    }

    /// Deletes the organization and everything in it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn delete_organization(&mut self, id: Id<Organization>) -> Result<(), StoreError> {
        self.change(DELETE, args![id]).await
    }
}
