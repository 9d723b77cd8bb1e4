//! The mails, for the operator. Where no mail server is, this is the only place to read them.

use store::{StoreError, mails::MailRow};
use uuid::Uuid;

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why there is no mail to show.
#[derive(Debug, thiserror::Error)]
pub enum FindMailError {
    /// There is none of that id.
    #[error("There is no such mail.")]
    NoSuchMail,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for FindMailError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchMail => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// The newest mails, or those to one address, at most `at_most`; the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_mails(
        &self,
        to: Option<&str>,
        at_most: i64,
    ) -> Result<Vec<MailRow>, StoreError> {
        let to = to.map(|to| to.trim().to_lowercase());
        self.db.read().await?.mails(to.as_deref(), at_most).await
    }

    /// One mail.
    ///
    /// # Errors
    ///
    /// When there is none of that id.
    pub async fn find_mail(&self, id: Uuid) -> Result<MailRow, FindMailError> {
        self.db.read().await?.mail(id).await?.ok_or(FindMailError::NoSuchMail)
    }
}
