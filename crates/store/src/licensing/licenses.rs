//! The licences applied on a self-hosted server.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    id::Id,
    licensing::{License, NOTICES, Usage},
    organizations::{CollectionRules, Entitlements, Organization},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    SAVE = "
        INSERT INTO licenses
            (organization_id, cloud_organization_id, document, key_id, version, issued_at,
             refresh_at, expires_at, expires_without_grace_at, applied_at, license_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (organization_id) DO UPDATE
           SET cloud_organization_id = excluded.cloud_organization_id,
               license_key = excluded.license_key, document = excluded.document, key_id = excluded.key_id,
               version = excluded.version,
               issued_at = excluded.issued_at, refresh_at = excluded.refresh_at,
               noticed_days = CASE WHEN licenses.expires_at = excluded.expires_at
                                   THEN licenses.noticed_days ELSE NULL END,
               expires_at = excluded.expires_at,
               expires_without_grace_at = excluded.expires_without_grace_at,
               applied_at = excluded.applied_at";

    RELEASE = "
        UPDATE licenses SET license_key = NULL
         WHERE license_key = $1 AND organization_id <> $2
           AND EXISTS (SELECT 1 FROM organizations o
                        WHERE o.id = licenses.organization_id AND o.enabled = FALSE)";

    FIND = "
        SELECT organization_id, cloud_organization_id, document, key_id, version, issued_at,
               refresh_at, expires_at, expires_without_grace_at, applied_at, noticed_days
          FROM licenses
         WHERE organization_id = $1";

    PAGE = "
        SELECT organization_id, cloud_organization_id, document, key_id, version, issued_at,
               refresh_at, expires_at, expires_without_grace_at, applied_at, noticed_days
          FROM licenses
         WHERE organization_id > $1
         ORDER BY organization_id
         LIMIT $2";

    ENDS = "SELECT expires_at FROM licenses WHERE organization_id = $1";

    DUE = "
        SELECT l.organization_id
          FROM licenses l
          JOIN connections c ON c.organization_id = l.organization_id AND c.kind = 1
         WHERE c.enabled = TRUE AND c.automatic_license = TRUE
           AND (l.refresh_at <= $1 OR l.expires_at <= $2)
         ORDER BY l.expires_at, l.organization_id
         LIMIT $3";

    NOTICE_DUE = "
        SELECT l.organization_id, l.expires_at, l.noticed_days, o.name, o.billing_email
          FROM licenses l
          JOIN organizations o ON o.id = l.organization_id
         WHERE l.expires_at <= $2
           AND (l.noticed_days IS NULL
                OR (l.noticed_days > 0 AND l.expires_at <= $1)
                OR (l.noticed_days > $6 AND l.expires_at <= $3)
                OR (l.noticed_days > $7 AND l.expires_at <= $4)
                OR (l.noticed_days > $8 AND l.expires_at <= $5))
           AND (l.noticed_days IS NULL OR l.noticed_days > 0)
         ORDER BY l.expires_at, l.organization_id
         LIMIT $9";

    NOTICED = "
        UPDATE licenses SET noticed_days = $1
         WHERE organization_id = $2 AND (noticed_days IS NULL OR noticed_days > $1)";

    OWNERS = "
        SELECT u.email, u.culture
          FROM memberships m
          JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.role = 0 AND m.status = 2
         ORDER BY m.id";

    USAGE = "
        SELECT (SELECT COUNT(*) FROM memberships
                 WHERE organization_id = $1 AND status IN (0, 1, 2))
               + (SELECT CAST(COALESCE(SUM(held), 0) AS BIGINT) FROM sponsorship_counts
                   WHERE organization_id = $1 AND admin_initiated = TRUE) AS seats,
               (SELECT COUNT(*) FROM collections WHERE organization_id = $1) AS collections,
               (SELECT COUNT(*) FROM policies
                 WHERE organization_id = $1 AND enabled = TRUE) AS policies,
               (SELECT COUNT(*) FROM connections
                 WHERE organization_id = $1 AND kind = 2 AND enabled = TRUE) AS scim,
               (SELECT COUNT(*) FROM memberships
                 WHERE organization_id = $1 AND role = 4) AS custom_members,
               (SELECT COUNT(*) FROM policies
                 WHERE organization_id = $1 AND kind = 8 AND enabled = TRUE) AS account_recovery";

    HOLDER = "
        SELECT id FROM organizations
         WHERE license_key = $1 AND enabled = TRUE AND id <> $2
         ORDER BY id
         LIMIT 1";

    /// On a cloud every organization has a licence key of its own, and no row here.
    COPIED = "
        SELECT o.id, o.name
          FROM organizations o
         WHERE o.enabled = TRUE
           AND o.license_key IN (
                   SELECT license_key FROM organizations
                    WHERE enabled = TRUE
                    GROUP BY license_key
                   HAVING COUNT(*) > 1)
         ORDER BY o.id";

    APPLY = "
        UPDATE organizations
           SET name = $1, billing_email = $2, business_name = $3, enabled = TRUE, plan = $4,
               features = $5, collection_rules = $6, seats = $7, max_collections = $8,
               max_storage_gb = $9, license_key = $10, expires_at = $11,
               expires_without_grace_at = $12, revised_at = $13
         WHERE id = $14";
}

/// The licence an organization has.
#[derive(Debug, Clone, FromRow)]
pub struct LicenseRecord {
    organization_id: Uuid,
    /// The organization, by its id on the cloud.
    pub cloud_organization_id: Uuid,
    /// The document, as it was received.
    pub document: String,
    /// The key that signed it.
    pub key_id: Option<String>,
    /// The version of the document.
    pub version: i64,
    /// When it was made.
    pub issued_at: DateTime<Utc>,
    /// When a newer one should be fetched.
    pub refresh_at: Option<DateTime<Utc>>,
    /// When it runs out.
    pub expires_at: Option<DateTime<Utc>>,
    /// When the organization should have been paid for again.
    pub expires_without_grace_at: Option<DateTime<Utc>>,
    /// When it was applied here.
    pub applied_at: DateTime<Utc>,
    /// The smallest number of days before its end people were told of; 0 once it is over.
    pub noticed_days: Option<i64>,
}

impl LicenseRecord {
    /// Whose it is.
    pub fn organization(&self) -> Id<Organization> {
        Id::new(self.organization_id)
    }
}

/// A licence whose end people should be told of.
#[derive(Debug, Clone, FromRow)]
pub struct DueNotice {
    organization_id: Uuid,
    /// When it runs out.
    pub expires_at: DateTime<Utc>,
    /// The smallest number of days people were told of.
    pub noticed_days: Option<i64>,
    /// The name of the organization.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
}

impl DueNotice {
    /// Whose it is.
    pub fn organization(&self) -> Id<Organization> {
        Id::new(self.organization_id)
    }
}

/// An organization that works under the licence of another.
#[derive(Debug, Clone, FromRow)]
pub struct CopiedLicense {
    id: Uuid,
    /// Its name.
    pub name: String,
}

impl CopiedLicense {
    /// Which.
    pub fn organization(&self) -> Id<Organization> {
        Id::new(self.id)
    }
}

/// Whom to write to about an organization.
#[derive(Debug, Clone, FromRow)]
pub struct OwnerAddress {
    /// The mail address.
    pub email: String,
    /// The language.
    pub culture: String,
}

/// What an organization takes over from its licence.
#[derive(Debug)]
pub struct Licensed<'a> {
    /// The licence.
    pub license: &'a License,
    /// What it entitles to.
    pub entitlements: Entitlements,
    /// How collections are handled.
    pub collection_rules: CollectionRules,
}

#[derive(FromRow)]
struct UsageRow {
    seats: i64,
    collections: i64,
    policies: i64,
    scim: i64,
    custom_members: i64,
    account_recovery: i64,
}

impl Tx {
    /// Keeps the licence of an organization, in place of the one before. An organization that is
    /// switched off gives the licence up for it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Duplicate`] when another organization has it, in which case the unit of work is
    /// over; and when the database fails.
    pub async fn save_license(
        &mut self,
        organization: Id<Organization>,
        license: &License,
        document: &str,
        key_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![
            organization,
            license.subject,
            document,
            key_id,
            license.version,
            license.issued_at,
            license.refresh_at,
            license.expires_at,
            license.expires_without_grace_at,
            now,
            &license.license_key,
        ];
        self.execute(RELEASE, args![&license.license_key, organization]).await?;
        self.change(SAVE, args).await
    }

    /// The licence of an organization, if it has one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn license(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Option<LicenseRecord>, StoreError> {
        self.optional(FIND, args![organization]).await
    }

    /// The licences after that of `after`, by organization, at most `limit` of them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn licenses_after(
        &mut self,
        after: Id<Organization>,
        limit: i64,
    ) -> Result<Vec<LicenseRecord>, StoreError> {
        self.all(PAGE, args![after, limit]).await
    }

    /// Whether the organization has a licence that ran out.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn license_has_expired(
        &mut self,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let row: Option<(Option<DateTime<Utc>>,)> =
            self.optional(ENDS, args![organization]).await?;
        Ok(row.and_then(|(end,)| end).is_some_and(|end| end < now))
    }

    /// The organizations whose licence is to be fetched anew: their connection says so, and it is
    /// past its day for that or runs out before `soon`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn licenses_to_refresh(
        &mut self,
        now: DateTime<Utc>,
        soon: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<Id<Organization>>, StoreError> {
        let rows: Vec<(Uuid,)> = self.all(DUE, args![now, soon, limit]).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// The licences whose end people should be told of, or told of again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn license_notices_due(
        &mut self,
        now: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<DueNotice>, StoreError> {
        let [first, second, third, last] = NOTICES;
        let within = |days| now + TimeDelta::days(days);
        let args = args![
            now,
            within(first),
            within(second),
            within(third),
            within(last),
            second,
            third,
            last,
            limit,
        ];
        self.all(NOTICE_DUE, args).await
    }

    /// Notes that people were told so many days before the end; `false` when they were already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_license_notice(
        &mut self,
        organization: Id<Organization>,
        days: i64,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(NOTICED, args![days, organization]).await? == 1)
    }

    /// The owners of an organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn owner_addresses(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<OwnerAddress>, StoreError> {
        self.all(OWNERS, args![organization]).await
    }

    /// What an organization uses of what licences limit.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn license_usage(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Usage, StoreError> {
        let row: UsageRow = self.one(USAGE, args![organization]).await?;
        Ok(Usage {
            seats: row.seats,
            collections: row.collections,
            groups: 0,
            policies: row.policies,
            single_sign_on: false,
            key_connector: false,
            scim: row.scim > 0,
            custom_members: row.custom_members,
            account_recovery: row.account_recovery > 0,
        })
    }

    /// The organization, other than `besides`, that works under that licence key.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn license_holder(
        &mut self,
        license_key: &str,
        besides: Id<Organization>,
    ) -> Result<Option<Id<Organization>>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(HOLDER, args![license_key, besides]).await?;
        Ok(row.map(|(id,)| Id::new(id)))
    }

    /// The organizations that work under a licence key another works under as well.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn copied_licenses(&mut self) -> Result<Vec<CopiedLicense>, StoreError> {
        self.all(COPIED, &[]).await
    }

    /// Lets an organization work as its licence says.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn license_organization(
        &mut self,
        organization: Id<Organization>,
        it: &Licensed<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (license, given) = (it.license, &it.entitlements);
        let args = args![
            &license.name,
            &license.billing_email,
            &license.business_name,
            given.plan.number(),
            given.features.bits(),
            it.collection_rules.bits(),
            given.seats,
            given.max_collections,
            given.max_storage_gb,
            &license.license_key,
            license.expires_at,
            license.expires_without_grace_at,
            now,
            organization,
        ];
        self.change(APPLY, args).await
    }
}
