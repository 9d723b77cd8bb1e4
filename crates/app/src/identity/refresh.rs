//! Going on: a new access token for a session.

use chrono::TimeDelta;
use domain::{id::Id, policies::password_demand::PasswordDemand};
use store::StoreError;

use super::{
    Secret, SignedIn,
    issue::{LIFE, Occasion, SCOPE, SESSION},
};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// A session is lengthened at most this often: clients refresh with every sync.
const LENGTHENED_AFTER: TimeDelta = TimeDelta::minutes(30);

/// Why a session does not go on.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// There is no such session, or it has ended.
    #[error("The session has ended.")]
    Ended,
    /// The server has no key to sign with.
    #[error("no key to sign access tokens with")]
    NoKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RefreshError {
    fn kind(&self) -> Kind {
        match self {
            Self::Ended => Kind::Invalid,
            Self::NoKey => Kind::Internal,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// A new access token for the session of `token`, which stays good: requests may cross.
    ///
    /// # Errors
    ///
    /// [`RefreshError::Ended`] when there is no such session any more.
    pub async fn refresh(&self, token: &Secret) -> Result<SignedIn, RefreshError> {
        let now = self.now();
        let mut tx = self.db.read().await?;
        let found = tx.session_by_secret(&token.hash(), now).await?;
        let session = found.ok_or(RefreshError::Ended)?;
        let account = tx.account(Id::new(session.user_id)).await?.ok_or(RefreshError::Ended)?;
        if account.security_stamp != session.security_stamp {
            return Err(RefreshError::Ended);
        }
        let premium =
            account.has_premium(self.now()) || tx.premium_from_organization(account.user()).await?;
        drop(tx);

        if now - session.last_used_at > LENGTHENED_AFTER {
            let mut tx = self.db.write().await?;
            tx.session_used(Id::new(session.id), now, now + SESSION).await?;
            tx.device_active(Id::new(session.device_id), now).await?;
            tx.commit().await?;
        }
        let occasion = Occasion {
            device: &session.device_identifier,
            device_kind: session.device_kind,
            client: &session.client_id,
            session: Some(Id::new(session.id)),
            scope: SCOPE,
            premium,
        };
        let access_token = self.issue(&account, &occasion).ok_or(RefreshError::NoKey)?;
        Ok(SignedIn {
            account,
            access_token,
            expires_in: LIFE.num_seconds(),
            refresh_token: Some(token.clone()),
            remembered: None,
            demand: PasswordDemand::default(),
            scope: SCOPE,
        })
    }
}
