//! People.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;
use crate::object::ListObject;

sent! {
    /// A page of people, by mail address.
    UserPageResponse {
        /// Always `list`.
        object: ListObject,
        /// The people.
        data: Vec<UserLine>,
        /// How many there are in all; null but on the first page.
        counts: Option<UserCountsPart>,
        /// Where the next page begins; null after the last.
        continuation_token: Option<String>,
    }

    /// How many people there are.
    UserCountsPart {
        /// In all.
        total: i64,
        /// Whose address is not known to be theirs.
        unverified: i64,
        /// With two-step login.
        two_step: i64,
        /// Who may not sign in.
        disabled: i64,
    }

    /// A person in the list.
    UserLine {
        /// Who.
        id: Uuid,
        /// The mail address.
        email: String,
        /// The name.
        name: Option<String>,
        /// Whether the address is known to be theirs.
        email_verified: bool,
        /// Whether they have two-step login.
        two_step: bool,
        /// Whether they have premium of their own.
        premium: bool,
        /// Whether they may sign in.
        enabled: bool,
        /// How many organizations they are confirmed in.
        organizations: i64,
        /// When the account was made.
        creation_date: DateTime<Utc>,
        /// When one of their devices was last heard of.
        last_activity: Option<DateTime<Utc>>,
    }

    /// Everything the portal shows of a person.
    UserViewResponse {
        /// Who.
        id: Uuid,
        /// The mail address.
        email: String,
        /// The name.
        name: Option<String>,
        /// The language of mails.
        culture: String,
        /// Whether the address is known to be theirs.
        email_verified: bool,
        /// Whether they have two-step login.
        two_step: bool,
        /// Whether they have premium of their own.
        premium: bool,
        /// Until when.
        premium_expiration_date: Option<DateTime<Utc>>,
        /// Whether they may sign in.
        enabled: bool,
        /// Since when they may not.
        disabled_date: Option<DateTime<Utc>>,
        /// Whether they have a master password.
        has_master_password: bool,
        /// Whether the account has a public and a private key.
        has_public_and_private_keys: bool,
        /// How the master key is derived: 0 PBKDF2, 1 Argon2id.
        kdf: i64,
        /// In how many rounds.
        kdf_iterations: i64,
        /// How many sessions there are.
        sessions: i64,
        /// The devices, the last active first.
        devices: Vec<UserDeviceLine>,
        /// The organizations they are in.
        organizations: Vec<UserOrganizationLine>,
        /// When the account was made.
        creation_date: DateTime<Utc>,
        /// When it last changed.
        revision_date: DateTime<Utc>,
    }

    /// A device of a person's.
    UserDeviceLine {
        /// What it is called.
        name: String,
        /// Its kind, by the protocol's number.
        r#type: i64,
        /// Since when it is known.
        creation_date: DateTime<Utc>,
        /// When it was last heard of.
        last_activity: DateTime<Utc>,
    }

    /// An organization a person is in.
    UserOrganizationLine {
        /// Which.
        id: Uuid,
        /// Its name.
        name: String,
        /// Whether it works.
        enabled: bool,
        /// 0 owner, 1 admin, 2 user, 4 custom.
        r#type: i64,
        /// -1 revoked, 0 invited, 1 accepted, 2 confirmed.
        status: i64,
        /// Since when.
        creation_date: DateTime<Utc>,
    }
}
