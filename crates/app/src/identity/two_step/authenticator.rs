//! Setting up an authenticator app.

use domain::{accounts::User, id::Id, identity::two_step::Method};

use super::{SettingsProof, TwoStepError};
use crate::{
    App,
    identity::{ClientHash, Secret, totp::Authenticator},
};

/// The authenticator in the settings.
#[derive(Debug)]
pub struct AuthenticatorView {
    /// Whether it is set up.
    pub enabled: bool,
    /// Its key; while it is not set up, one to begin with.
    pub key: Secret,
    /// What a change is asked for with.
    pub ticket: Secret,
}

impl App {
    /// The authenticator in the settings.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn show_authenticator(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<AuthenticatorView, TwoStepError> {
        let account = self.verify_user(user, password).await?;
        let ticket = self.open_settings(&account)?;
        let found = self.db.read().await?.two_step_methods(user).await?;
        let set_up = found.into_iter().find(|it| it.method == Method::Authenticator);
        let (enabled, key) = match set_up {
            Some(set_up) => (true, self.open_of(user, &set_up.secret).await?),
            None => (false, self.new_authenticator_key()),
        };
        Ok(AuthenticatorView { enabled, key, ticket })
    }

    /// Sets up an authenticator with that key, in place of another, once a code shows that the app
    /// has the key.
    ///
    /// # Errors
    ///
    /// [`TwoStepError::WrongCode`] when it does not.
    pub async fn set_authenticator(
        &self,
        user: Id<User>,
        proof: &SettingsProof,
        key: &Secret,
        code: &str,
    ) -> Result<(), TwoStepError> {
        self.may_change_two_step(user, proof).await?;
        let authenticator = Authenticator::read(key).ok_or(TwoStepError::BadKey)?;
        let now = self.now();
        let step = authenticator.accepts(code, now, None).ok_or(TwoStepError::WrongCode)?;
        let mut tx = self.db.write().await?;
        self.keep_method(&mut tx, user, Method::Authenticator, key, Some(step), now).await?;
        Ok(tx.commit().await?)
    }
}
