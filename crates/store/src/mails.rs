//! Mail, until it is sent.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, statements};

statements! {
    POST = "
        INSERT INTO mails
            (id, dedupe_key, recipient, template, language, subject, body_text, body_html, state,
             created_at)
        VALUES {rows}
        ON CONFLICT (dedupe_key) DO NOTHING";
}

/// A mail as it goes out.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Its place in the outbox.
    pub id: Uuid,
    /// Names this very letter: one with the same name is not written twice.
    pub dedupe_key: String,
    /// The mail address.
    pub recipient: String,
    /// Which letter it is.
    pub template: &'static str,
    /// `en` or `fr`.
    pub language: &'static str,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same in HTML.
    pub html: String,
}

impl Tx {
    /// Puts mails into the outbox; those that are there already are left alone.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn post(&mut self, mails: &[Mail], now: DateTime<Utc>) -> Result<u64, StoreError> {
        let values: Vec<Arg<'_>> = mails
            .iter()
            .flat_map(|mail| {
                [
                    Arg::from(mail.id),
                    Arg::from(&mail.dedupe_key),
                    Arg::from(&mail.recipient),
                    Arg::from(mail.template),
                    Arg::from(mail.language),
                    Arg::from(&mail.subject),
                    Arg::from(&mail.text),
                    Arg::from(&mail.html),
                    Arg::from(0),
                    Arg::from(now),
                ]
            })
            .collect();
        self.execute_rows(POST, 10, &values).await
    }
}
