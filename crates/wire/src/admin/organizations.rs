//! Organizations.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{licenses::HeldLicenseLine, sent};
use crate::{licensing::ConnectedServerResponse, sponsorships::runs::SyncRunResponse};

/// What an organization may use besides its plan.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GrantFeatureRequest {
    /// The protocol's name of it, as `useAdminSponsoredFamilies`.
    pub feature: String,
    /// Whether it may.
    pub granted: bool,
}

/// How many seats an organization gets.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetSeatsRequest {
    /// In all.
    pub seats: i64,
}

/// When the paid period of an organization ends.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetPeriodRequest {
    /// When.
    pub ends: DateTime<Utc>,
}

sent! {
    /// Organizations by name.
    OrganizationPageResponse {
        /// The organizations.
        data: Vec<OrganizationLine>,
        /// The page, from 1.
        page: i64,
        /// How many are on a page.
        count: i64,
        /// How many there are in all.
        total: i64,
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
        /// The name of the plan.
        plan: &'static str,
        /// Whether the plan costs something.
        paid: bool,
        /// 0 pending, 1 created, 2 managed.
        status: i64,
        /// Whether it works.
        enabled: bool,
        /// How many seats it has; null is no limit.
        seats: Option<i64>,
        /// How many of them members take.
        members: i64,
        /// What it may use, under the protocol's names.
        features: Vec<&'static str>,
        /// Whether it is connected to its cloud organization.
        connected: bool,
        /// When a sync last succeeded.
        last_sync: Option<DateTime<Utc>>,
        /// How many syncs in a row have failed.
        sync_failures: i64,
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
        /// The name of the business.
        business_name: Option<String>,
        /// What single sign-on knows it by.
        identifier: Option<String>,
        /// Its plan, by number.
        plan_type: i64,
        /// The name of the plan.
        plan: &'static str,
        /// 0 pending, 1 created, 2 managed.
        status: i64,
        /// Whether it works.
        enabled: bool,
        /// When it stops working.
        expiration_date: Option<DateTime<Utc>>,
        /// When it should have been paid for again.
        expiration_without_grace_date: Option<DateTime<Utc>>,
        /// How many seats it has; null is no limit.
        seats: Option<i64>,
        /// How many of them are taken.
        occupied_seats: i64,
        /// How many of those by sponsorships.
        occupied_by_sponsorships: i64,
        /// How many it can be given; null where a licence or its plan says how many there are.
        seats_range: Option<SeatsRangePart>,
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
        /// The servers of its own, on the cloud.
        connected_servers: Vec<ConnectedServerResponse>,
        /// Its last syncs, the newest first.
        sync_runs: Vec<SyncRunResponse>,
        /// What it pays for, on the cloud.
        subscription: Option<SubscriptionStatePart>,
        /// Its licence, where licences are applied.
        license: Option<HeldLicenseLine>,
        /// When it was made.
        creation_date: DateTime<Utc>,
        /// When it last changed.
        revision_date: DateTime<Utc>,
    }

    /// How many seats an organization can be given.
    SeatsRangePart {
        /// The fewest: as many as are taken.
        least: i64,
        /// The most its plan has.
        most: i64,
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

    /// What an organization pays for.
    SubscriptionStatePart {
        /// `trialing`, `active`, `past_due` or `canceled`.
        status: &'static str,
        /// Whether it is paid by the year.
        annual: bool,
        /// Until when nothing is paid.
        trial_end_date: Option<DateTime<Utc>>,
        /// When the paid period began.
        period_start_date: DateTime<Utc>,
        /// When it ends.
        period_end_date: DateTime<Utc>,
        /// Whether it ends then for good.
        cancel_at_period_end: bool,
        /// Whether someone sponsors it.
        sponsored: bool,
    }
}
