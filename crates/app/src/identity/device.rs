//! The device someone signs in on, and what they get.

use domain::policies::password_demand::PasswordDemand;
use store::accounts::Account;

use super::Secret;

/// How a device describes itself.
#[derive(Debug, Clone, Default)]
pub struct DeviceDescription {
    /// What it calls itself, everywhere and always.
    pub identifier: String,
    /// Its name for people.
    pub name: String,
    /// Its kind, by the protocol's number.
    pub kind: i64,
    /// Where notifications reach it.
    pub push_token: Option<String>,
}

/// What someone gets who has signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// The account.
    pub account: Account,
    /// The access token.
    pub access_token: Secret,
    /// For how many seconds it is good.
    pub expires_in: i64,
    /// What the next access token is asked for with, unless an API key is.
    pub refresh_token: Option<Secret>,
    /// What the device brings for the second step from now on, if it was to be remembered.
    pub remembered: Option<Secret>,
    /// What the person's organizations demand of the master password.
    pub demand: PasswordDemand,
    /// What the token may be used for.
    pub scope: &'static str,
}
