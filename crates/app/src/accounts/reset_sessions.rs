//! Signing out everywhere.

use domain::{accounts::User, id::Id};

use crate::{
    App,
    identity::{ClientHash, verify_user::VerifyUserError},
};

impl App {
    /// Gives the account a new security stamp, which ends every session.
    ///
    /// # Errors
    ///
    /// When the password is wrong.
    pub async fn reset_sessions(
        &self,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<(), VerifyUserError> {
        self.verify_user(user, password).await?;
        let stamp = self.unguessable_id().to_string();
        let mut tx = self.db.write().await?;
        tx.save_security_stamp(user, &stamp, self.now()).await?;
        tx.end_sessions(user).await?;
        tx.commit().await?;
        self.forget_stamp(user).await;
        Ok(())
    }
}
