//! Organizations.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;
use crate::sponsorships::runs::SyncRunResponse;

sent! {
    /// Organizations by name.
    OrganizationPageResponse {
        /// The organizations.
        data: Vec<OrganizationLine>,
        /// The page, from 1.
        page: i64,
        /// How many are on a page.
        count: i64,
        /// Whether another page follows.
        more: bool,
    }

    /// An organization in the list.
    OrganizationLine {
        /// Which.
        id: Uuid,
        /// Its name.
        name: String,
        /// Where its bills go.
        billing_email: String,
        /// Its plan, by number.
        plan_type: i64,
        /// Whether it works.
        enabled: bool,
        /// How many seats it has; null is no limit.
        seats: Option<i64>,
        /// What it may use, under the protocol's names.
        features: Vec<&'static str>,
        /// When it was made.
        creation_date: DateTime<Utc>,
        /// When it stops working.
        expiration_date: Option<DateTime<Utc>>,
    }

    /// Everything the portal shows of an organization.
    OrganizationViewResponse {
        /// Which.
        id: Uuid,
        /// Its name.
        name: String,
        /// Where its bills go.
        billing_email: String,
        /// Its plan, by number.
        plan_type: i64,
        /// 0 pending, 1 created, 2 managed.
        status: i64,
        /// Whether it works.
        enabled: bool,
        /// When it stops working.
        expiration_date: Option<DateTime<Utc>>,
        /// How many seats it has; null is no limit.
        seats: Option<i64>,
        /// How many of them are taken.
        occupied_seats: i64,
        /// Who is in it.
        users: PeopleResponse,
        /// What it may use, under the protocol's names.
        features: Vec<&'static str>,
        /// How it handles collections, under the protocol's names.
        collection_rules: BTreeMap<&'static str, bool>,
        /// Policies that are on.
        policies: i64,
        /// Collections.
        collections: i64,
        /// Sponsorships it gives that have not ended.
        sponsorships: i64,
        /// Whether it has a public and a private key.
        has_public_and_private_keys: bool,
        /// Its owners and administrators.
        administrators: Vec<AdministratorResponse>,
        /// What it is connected to.
        connections: Vec<ConnectionStateResponse>,
        /// Its last syncs, the newest first.
        sync_runs: Vec<SyncRunResponse>,
        /// Its licence, where licences are applied.
        license: Option<LicenseResponse>,
        /// When it was made.
        creation_date: DateTime<Utc>,
        /// When it last changed.
        revision_date: DateTime<Utc>,
    }

    /// How many people are in an organization.
    PeopleResponse {
        /// Invited.
        invited: i64,
        /// Accepted.
        accepted: i64,
        /// Confirmed.
        confirmed: i64,
        /// Revoked.
        revoked: i64,
        /// Confirmed, and with two-step login.
        two_step: i64,
    }

    /// An owner or administrator.
    AdministratorResponse {
        /// The mail address.
        email: String,
        /// 0 owner, 1 admin.
        r#type: i64,
        /// How far they have come, by number.
        status: i64,
    }

    /// What an organization is connected to.
    ConnectionStateResponse {
        /// 1 cloud billing sync, 2 provisioning.
        r#type: i64,
        /// Whether it is in use.
        enabled: bool,
        /// The organization at the other end.
        cloud_organization_id: Option<Uuid>,
        /// Whether licences are fetched without anyone asking.
        automatic_license: bool,
        /// When the licence was last fetched.
        last_license_sync: Option<DateTime<Utc>>,
        /// When a sync last succeeded.
        last_sync: Option<DateTime<Utc>>,
        /// When the next try is, after one that failed.
        next_try: Option<DateTime<Utc>>,
        /// How many syncs in a row have failed.
        failures: i64,
    }

    /// A licence that was applied.
    LicenseResponse {
        /// The organization it was issued for.
        cloud_organization_id: Uuid,
        /// The version of the document.
        version: i64,
        /// When it was issued.
        issued: DateTime<Utc>,
        /// When it runs out.
        expires: Option<DateTime<Utc>>,
        /// When it was applied.
        applied: DateTime<Utc>,
    }
}
