//! A program signs in with the API key of an organization.

use std::net::IpAddr;

use chrono::TimeDelta;
use domain::{
    id::Id,
    organizations::{Organization, api_keys::KeyKind},
};

use super::{Secret, access_token::Claims, log_in::LogInError, throttle::Proof};
use crate::App;

/// How long a token lasts.
const LIFE: TimeDelta = TimeDelta::hours(1);

/// What the token may be used for.
pub(super) const SCOPE: &str = "api.organization";

/// A token of an organization's program.
#[derive(Debug)]
pub struct OrganizationToken {
    /// The token.
    pub access_token: Secret,
    /// For how many seconds it is good.
    pub expires_in: i64,
    /// What it may be used for.
    pub scope: &'static str,
}

impl App {
    /// A token for programs of the organization, if `key` is its API key.
    ///
    /// # Errors
    ///
    /// [`LogInError::Incorrect`] when there is no such organization, or the key is another.
    pub async fn log_in_as_organization(
        &self,
        organization: Id<Organization>,
        key: &Secret,
        address: Option<IpAddr>,
    ) -> Result<OrganizationToken, LogInError> {
        let counted = self.count_proof(Proof::Key, &organization.to_string(), address).await?;
        let kind = KeyKind::Default;
        if !self.organization_key_matches(organization, kind, key.reveal(), None).await? {
            return Err(LogInError::Incorrect);
        }
        self.take_back(counted).await?;
        let client = format!("organization.{organization}");
        let claims = Claims::bare(self, organization.uuid(), client, SCOPE, LIFE);
        let access_token = self.access_token(&claims).ok_or(LogInError::NoKey)?;
        Ok(OrganizationToken {
            access_token: Secret::new(access_token),
            expires_in: LIFE.num_seconds(),
            scope: SCOPE,
        })
    }
}
