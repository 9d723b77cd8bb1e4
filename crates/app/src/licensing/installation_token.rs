//! An installation signs in.

use chrono::Duration;
use domain::{id::Id, licensing::Installation};
use store::StoreError;

use super::installation_key::opens;
use crate::{
    App,
    fault::{Fault, Kind},
    identity::access_token::Claims,
    ports::CloudScope,
};

/// How long a token lasts.
const LIFE: Duration = Duration::hours(24);

/// A token of an installation.
pub struct InstallationToken {
    /// The token.
    pub access_token: String,
    /// In how many seconds it ends.
    pub expires_in: i64,
    /// What it is for.
    pub scope: &'static str,
}

impl std::fmt::Debug for InstallationToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "InstallationToken(… {})", self.scope)
    }
}

/// Why an installation got no token. The protocol's words: `invalid_client` and `invalid_scope`.
#[derive(Debug, thiserror::Error)]
pub enum InstallationTokenError {
    /// There is none of that id, or its key is wrong, or it was switched off.
    #[error("invalid_client")]
    InvalidClient,
    /// None, several, or one that installations do not have.
    #[error("invalid_scope")]
    InvalidScope,
    /// The server has no key to sign with.
    #[error("the server has no key to sign access tokens with")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for InstallationTokenError {
    fn kind(&self) -> Kind {
        match self {
            Self::InvalidClient | Self::InvalidScope => Kind::Invalid,
            Self::NoKey => Kind::Internal,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// A token for the installation of that id, if `secret` is its key and it may sign in.
    ///
    /// # Errors
    ///
    /// When the installation does not prove itself, or asks for a scope it cannot have.
    pub async fn installation_token(
        &self,
        id: Id<Installation>,
        secret: &str,
        scope: &str,
    ) -> Result<InstallationToken, InstallationTokenError> {
        let now = self.now();
        let found = self.db.read().await?.installation(id).await?;
        let known =
            found.filter(|installation| installation.enabled && opens(installation, secret, now));
        known.ok_or(InstallationTokenError::InvalidClient)?;
        let scope =
            CloudScope::named(scope.trim()).ok_or(InstallationTokenError::InvalidScope)?.name();

        let client_id = format!("installation.{id}");
        let mut claims = Claims::bare(self, id.uuid(), client_id, scope, LIFE);
        claims.client_sub = Some(id.to_string());
        let access_token = self.access_token(&claims).ok_or(InstallationTokenError::NoKey)?;

        let mut tx = self.db.write().await?;
        tx.note_installation_activity(id, now).await?;
        tx.commit().await?;
        Ok(InstallationToken { access_token, expires_in: LIFE.num_seconds(), scope })
    }
}
