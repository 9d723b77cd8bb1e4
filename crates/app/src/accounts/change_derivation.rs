//! Another derivation for the same master password.

use domain::{accounts::User, id::Id};

use super::{change_password::ChangePasswordError, register::MasterPassword};
use crate::{App, identity::ClientHash};

impl App {
    /// Replaces how clients stretch the master password, and ends every session.
    ///
    /// # Errors
    ///
    /// When the password is wrong, or the settings are out of range.
    pub async fn change_derivation(
        &self,
        user: Id<User>,
        password: &ClientHash,
        new: MasterPassword,
    ) -> Result<(), ChangePasswordError> {
        let account = self.verify_user(user, password).await?;
        let new = new.checked(&account.email)?;
        self.replace_password(account, new, &[]).await
    }
}
