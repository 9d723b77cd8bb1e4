//! The System Administrator Portal. Its shapes are ours: no client of the protocol knows it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Declares the shapes that are sent.
macro_rules! sent {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, ToSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }
    )+};
}

/// Who asks for a link.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignInRequest {
    /// The mail address.
    pub email: String,
}

/// What a link says.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmSignInRequest {
    /// Its token.
    pub token: String,
}

/// For whom an installation is made.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewInstallationRequest {
    /// Who reads mail about it.
    pub email: String,
}

/// For what a licence is made.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GenerateLicenseRequest {
    /// The organization.
    pub organization_id: Uuid,
    /// The installation that may use it.
    pub installation_id: Uuid,
}

sent! {
    /// A session of the portal.
    OperatorSessionResponse {
        /// The mail address.
        email: String,
        /// What the portal's pages send with every change, in the header `X-Antiforgery`.
        antiforgery: String,
    }

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
        connections: Vec<ConnectionResponse>,
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
    ConnectionResponse {
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

    /// A sync, as it went.
    SyncRunResponse {
        /// Which; also the id both sides log.
        id: Uuid,
        /// The installation that synced.
        installation_id: Option<Uuid>,
        /// What set it off.
        trigger: String,
        /// `running`, `succeeded` or `failed`.
        outcome: String,
        /// The last step it reached.
        step: String,
        /// Why it failed, for programs.
        error_code: Option<String>,
        /// Why it failed.
        error: Option<String>,
        /// How many sponsorships were sent.
        sent: i64,
        /// How many were made.
        created: i64,
        /// How many were changed.
        updated: i64,
        /// How many were removed.
        removed: i64,
        /// How many were refused.
        refused: i64,
        /// How many changes came back.
        received: i64,
        /// What became of the licence.
        license_outcome: Option<String>,
        /// Why the licence was not updated.
        license_error: Option<String>,
        /// When it began.
        started: DateTime<Utc>,
        /// When it ended.
        finished: Option<DateTime<Utc>>,
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

    /// A self-hosted server.
    InstallationLine {
        /// Which.
        id: Uuid,
        /// Who reads mail about it.
        email: String,
        /// Whether it may sign in.
        enabled: bool,
        /// When it was made.
        creation_date: DateTime<Utc>,
        /// When it last signed in.
        last_activity: Option<DateTime<Utc>>,
    }

    /// A key that is shown only now.
    InstallationKeyResponse {
        /// Which installation.
        id: Uuid,
        /// Its key.
        key: String,
        /// Until when the key before still works.
        previous_until: Option<DateTime<Utc>>,
    }

    /// A job.
    JobResponse {
        /// Which.
        id: Uuid,
        /// The word it goes by.
        kind: String,
        /// What it is about.
        subject_id: Option<Uuid>,
        /// `waiting`, `running` or `given up`.
        state: &'static str,
        /// How often it was tried.
        attempts: i64,
        /// When it is due.
        run_date: DateTime<Utc>,
        /// Why the last try failed.
        error: Option<String>,
        /// When it was asked for.
        creation_date: DateTime<Utc>,
    }

    /// A mail.
    MailResponse {
        /// Which.
        id: Uuid,
        /// The mail address.
        to: String,
        /// Which letter it is.
        template: String,
        /// `en` or `fr`.
        language: String,
        /// The subject.
        subject: String,
        /// What it says; null in lists, empty once it is sent.
        text: Option<String>,
        /// `waiting`, `sent`, `kept`, `given up` or `on its way`.
        state: &'static str,
        /// Why the last try failed.
        error: Option<String>,
        /// When it was written.
        creation_date: DateTime<Utc>,
        /// When it was sent.
        sent_date: Option<DateTime<Utc>>,
    }

    /// How the server is doing.
    OverviewResponse {
        /// Its version.
        version: &'static str,
        /// The version of the protocol it speaks.
        protocol_version: String,
        /// Where people reach it.
        vault: String,
        /// The region.
        region: &'static str,
        /// Whether it may talk to its cloud.
        cloud_communication: bool,
        /// Its installation.
        installation_id: Option<Uuid>,
        /// Whether anyone may make an account.
        registration_open: bool,
        /// Whether letters are sent.
        mail: bool,
        /// Organizations.
        organizations: i64,
        /// Accounts.
        users: i64,
        /// Installations.
        installations: i64,
        /// Work that is not done: `waiting`, `running`, `givenUp`.
        jobs: BTreeMap<&'static str, i64>,
        /// Mail that has not gone out: `waiting`, `kept`, `givenUp`.
        mails: BTreeMap<&'static str, i64>,
        /// When recurring work runs next.
        schedules: Vec<ScheduleResponse>,
        /// What operators did last.
        actions: Vec<ActionResponse>,
    }

    /// When recurring work runs next.
    ScheduleResponse {
        /// Which.
        name: String,
        /// When it runs next.
        next: DateTime<Utc>,
        /// When it ran last.
        last: Option<DateTime<Utc>>,
    }

    /// What an operator did.
    ActionResponse {
        /// Who; null when it was a command typed on the server's machine.
        operator: Option<String>,
        /// What.
        action: String,
        /// To what.
        subject_id: Option<Uuid>,
        /// When.
        date: DateTime<Utc>,
    }

    /// The key licences are signed with.
    SigningKeyResponse {
        /// Its id.
        key_id: String,
    }

    /// A host this server talks to.
    EgressResponse {
        /// Its name, with the port.
        host: String,
        /// What for.
        purpose: String,
    }
}
