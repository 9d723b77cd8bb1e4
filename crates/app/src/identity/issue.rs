//! Making the access token of a person.

use chrono::TimeDelta;
use domain::{id::Id, identity::Session};
use store::accounts::Account;

use super::{Secret, access_token::Claims};
use crate::App;

/// How long an access token is good.
pub(super) const LIFE: TimeDelta = TimeDelta::hours(1);

/// How long someone who proved their password may have codes mailed.
pub(super) const CODE_SESSION: TimeDelta = TimeDelta::minutes(10);

/// How long a session goes on when it is not used.
pub(super) const SESSION: TimeDelta = TimeDelta::days(30);

/// What one may do who signed in with a password.
pub(super) const SCOPE: &str = "api offline_access";

/// What a token is made for.
pub(super) struct Occasion<'a> {
    pub device: &'a str,
    pub device_kind: i64,
    pub client: &'a str,
    pub session: Option<Id<Session>>,
    pub scope: &'static str,
    pub premium: bool,
}

impl App {
    /// The access token of a person on a device.
    pub(super) fn issue(&self, account: &Account, occasion: &Occasion<'_>) -> Option<Secret> {
        let client = occasion.client.to_owned();
        let claims = Claims {
            amr: vec!["Application".to_owned()],
            email: Some(account.email.clone()),
            email_verified: Some(account.email_verified),
            name: Some(account.name.clone().unwrap_or_default()),
            premium: Some(occasion.premium),
            sstamp: Some(account.security_stamp.clone()),
            device: Some(occasion.device.to_owned()),
            devicetype: Some(occasion.device_kind),
            sid: occasion.session.map(Id::uuid),
            ..Claims::bare(self, account.id, client, occasion.scope, LIFE)
        };
        self.access_token(&claims).map(Secret::new)
    }
}
