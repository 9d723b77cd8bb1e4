//! The mails, for the operator. Where no mail server is, this is the only place to read them.

use domain::admin::Act;
use store::{
    StoreError,
    mails::{MailFilter, MailRow},
    outbox::Job,
};
use uuid::Uuid;

use super::By;
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

/// Why a mail is not tried again.
#[derive(Debug, thiserror::Error)]
pub enum RetryMailError {
    /// There is none of that id that was given up or kept.
    #[error("There is no such mail given up or kept.")]
    NoSuchMail,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RetryMailError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchMail => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Sends a mail that was given up, or kept for want of a mail server.
    ///
    /// # Errors
    ///
    /// When there is no such mail.
    pub async fn retry_mail(&self, id: Uuid, by: &By) -> Result<(), RetryMailError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        if !tx.retry_mail(id).await? {
            return Err(RetryMailError::NoSuchMail);
        }
        let send = Job::about("mail.send", id);
        tx.enqueue(send, now).await?;
        tx.note_deed(&by.did(Act::RetryMail).to(id), now).await?;
        tx.commit().await?;
        Ok(())
    }

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

    /// A page of mails without their texts, and whether another one follows.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn search_mails(
        &self,
        filter: &MailFilter,
        count: i64,
    ) -> Result<(Vec<MailRow>, bool), StoreError> {
        let count = count.clamp(1, 500);
        let mut found = self.db.read().await?.mails_page(filter, count + 1).await?;
        let page = usize::try_from(count).unwrap_or(usize::MAX);
        let more = found.len() > page;
        found.truncate(page);
        Ok((found, more))
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
