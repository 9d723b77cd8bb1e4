//! Mail, until it is sent.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{id::Id, organizations::Organization};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    POST = "
        INSERT INTO mails
            (id, dedupe_key, recipient, address, sender, template, language, subject, body_text,
             body_html, state, created_at)
        VALUES {rows}
        ON CONFLICT (dedupe_key) DO NOTHING";

    WAITING = "
        SELECT id, recipient, template, language, subject, body_text, body_html, attempts
          FROM mails
         WHERE state = 0 AND (retry_at IS NULL OR retry_at <= $1)
         ORDER BY created_at
         LIMIT $2";

    TAKE = "
        UPDATE mails SET state = 4, retry_at = $1, attempts = attempts + 1
         WHERE id = $2 AND state = 0";

    SENT = "
        UPDATE mails
           SET state = 1, sent_at = $1, last_error = NULL, body_text = '', body_html = ''
         WHERE id = $2 AND state = 4";

    POSTPONE = "
        UPDATE mails SET state = 0, retry_at = $1, last_error = $2 WHERE id = $3 AND state = 4";

    GIVE_UP = "UPDATE mails SET state = 3, last_error = $1 WHERE id = $2 AND state = 4";

    LOST = "
        UPDATE mails
           SET state = CASE WHEN losses = 0 THEN 0 ELSE 3 END, losses = losses + 1,
               retry_at = NULL, last_error = $1
         WHERE state = 4 AND retry_at < $2";

    RETRY = "
        UPDATE mails SET state = 0, attempts = 0, losses = 0, retry_at = NULL
         WHERE id = $1 AND state IN (2, 3)";

    KEEP = "UPDATE mails SET state = 2 WHERE state = 0";

    /// Codes and sign-in links are worth nothing after a quarter of an hour.
    RELEASE = "
        UPDATE mails SET state = 0, attempts = 0, retry_at = NULL
         WHERE state = 2 AND created_at > $1
           AND (template NOT IN ('code', 'operator_sign_in') OR created_at > $2)";

    READ = "
        SELECT id, recipient, template, language, subject, body_text, body_html, state, last_error,
               attempts, created_at, sent_at
          FROM mails WHERE id = $1";

    LIST = "
        SELECT id, recipient, template, language, subject, body_text, body_html, state, last_error,
               attempts, created_at, sent_at
          FROM mails
         ORDER BY created_at DESC, id DESC
         LIMIT $1";

    LIST_TO = "
        SELECT id, recipient, template, language, subject, body_text, body_html, state, last_error,
               attempts, created_at, sent_at
          FROM mails
         WHERE address = $1
         ORDER BY created_at DESC, id DESC
         LIMIT $2";

    PAGE = "
        SELECT id, recipient, template, language, subject, '' AS body_text, '' AS body_html, state,
               last_error, attempts, created_at, sent_at
          FROM mails
         WHERE (created_at, id) < ($1, $2)
           AND ($3 = -1 OR state = $3)
           AND (CAST($4 AS TEXT) IS NULL OR template = $4)
         ORDER BY created_at DESC, id DESC
         LIMIT $5";

    PAGE_TO = "
        SELECT id, recipient, template, language, subject, '' AS body_text, '' AS body_html, state,
               last_error, attempts, created_at, sent_at
          FROM mails
         WHERE address = $1 AND (created_at, id) < ($2, $3)
           AND ($4 = -1 OR state = $4)
           AND (CAST($5 AS TEXT) IS NULL OR template = $5)
         ORDER BY created_at DESC, id DESC
         LIMIT $6";

    /// All that begins so stands together in the index of addresses.
    PAGE_BEGINNING = "
        SELECT id, recipient, template, language, subject, '' AS body_text, '' AS body_html, state,
               last_error, attempts, created_at, sent_at
          FROM mails
         WHERE address >= $1 AND address < $2 AND (created_at, id) < ($3, $4)
           AND ($5 = -1 OR state = $5)
           AND (CAST($6 AS TEXT) IS NULL OR template = $6)
         ORDER BY created_at DESC, id DESC
         LIMIT $7";

    LATELY = "
        SELECT address, COUNT(*) AS letters,
               CAST(COALESCE(SUM(CASE WHEN sender = $3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS own
          FROM mails
         WHERE template = $1 AND created_at > $2 AND address IN ({list})
         GROUP BY address";

    PURGE = "DELETE FROM mails WHERE created_at < $1 AND state <> 0 AND state <> 4";

    COUNTS = "
        SELECT CAST(COALESCE(SUM(CASE WHEN state = 0 OR state = 4 THEN 1 ELSE 0 END), 0) AS BIGINT)
                   AS waiting,
               CAST(COALESCE(SUM(CASE WHEN state = 2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS kept,
               CAST(COALESCE(SUM(CASE WHEN state = 3 THEN 1 ELSE 0 END), 0) AS BIGINT) AS given_up
          FROM mails
         WHERE state <> 1";
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
    /// The organization in whose name it is written, if one asked for it.
    pub sender: Option<Uuid>,
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

/// A mail that waits to be sent.
#[derive(Debug, Clone, FromRow)]
pub struct WaitingMail {
    /// Its place in the outbox.
    pub id: Uuid,
    /// The mail address.
    pub recipient: String,
    /// Which letter it is.
    pub template: String,
    /// `en` or `fr`.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub body_text: String,
    /// The same in HTML.
    pub body_html: String,
    /// How often it was tried before.
    pub attempts: i64,
}

/// A mail, as operators see it.
#[derive(Debug, Clone, FromRow)]
pub struct MailRow {
    /// Its place in the outbox.
    pub id: Uuid,
    /// The mail address.
    pub recipient: String,
    /// Which letter it is.
    pub template: String,
    /// `en` or `fr`.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The plain text; empty once it is sent.
    pub body_text: String,
    /// The same in HTML; empty once it is sent.
    pub body_html: String,
    /// 0 waiting, 1 sent, 2 kept for the operator, 3 given up, 4 on its way.
    pub state: i64,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
}

/// Which mails are listed.
#[derive(Debug, Clone, Default)]
pub struct MailFilter {
    /// Only those in this state.
    pub state: Option<MailState>,
    /// Only those to these addresses.
    pub to: Option<To>,
    /// Only this letter.
    pub template: Option<String>,
    /// Before this one.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

/// Whom mails are to, whatever the case of letters.
#[derive(Debug, Clone)]
pub enum To {
    /// This address.
    Whole(String),
    /// Every address that begins so.
    Beginning(String),
}

/// How far a mail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// It waits to be sent.
    Waiting,
    /// The mail server took it.
    Sent,
    /// There is no mail server; the operator reads it.
    Kept,
    /// It failed too often.
    GivenUp,
    /// It is being handed over.
    OnItsWay,
}

impl MailState {
    /// Every one.
    pub const ALL: &[Self] =
        &[Self::Waiting, Self::Sent, Self::Kept, Self::GivenUp, Self::OnItsWay];

    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Kept => "kept",
            Self::GivenUp => "givenUp",
            Self::OnItsWay => "onItsWay",
        }
    }

    const fn number(self) -> i64 {
        match self {
            Self::Waiting => 0,
            Self::Sent => 1,
            Self::Kept => 2,
            Self::GivenUp => 3,
            Self::OnItsWay => 4,
        }
    }
}

impl MailRow {
    /// Its state in a word.
    pub fn state_name(&self) -> &'static str {
        let named = MailState::ALL.iter().find(|state| state.number() == self.state);
        named.unwrap_or(&MailState::OnItsWay).word()
    }
}

/// How much mail has not gone out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct MailCounts {
    /// Waiting to be sent.
    pub waiting: i64,
    /// Kept for the operator, because there is no mail server.
    pub kept: i64,
    /// Given up.
    pub given_up: i64,
}

/// How many letters of one kind an address got lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lately {
    /// From anyone.
    pub all: i64,
    /// From one organization.
    pub own: i64,
}

/// What a mail address is looked for by: two that differ in the case of letters are one mailbox.
pub fn address(recipient: &str) -> String {
    recipient.trim().to_lowercase()
}

impl Tx {
    /// Mails without their texts, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mails_page(
        &mut self,
        filter: &MailFilter,
        at_most: i64,
    ) -> Result<Vec<MailRow>, StoreError> {
        let (at, id) = filter.before.unwrap_or_else(crate::db::latest);
        let state = filter.state.map_or(-1, MailState::number);
        let template = &filter.template;
        match &filter.to {
            None => self.all(PAGE, args![at, id, state, template, at_most]).await,
            Some(To::Whole(to)) => {
                let to = address(to);
                self.all(PAGE_TO, args![&to, at, id, state, template, at_most]).await
            }
            Some(To::Beginning(to)) => {
                let from = address(to);
                let to = format!("{from}{}", char::MAX);
                let args = args![&from, &to, at, id, state, template, at_most];
                self.all(PAGE_BEGINNING, args).await
            }
        }
    }

    /// Puts mails into the outbox; those that are there already are left alone.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn post(&mut self, mails: &[Mail], now: DateTime<Utc>) -> Result<u64, StoreError> {
        let addresses: Vec<String> = mails.iter().map(|mail| address(&mail.recipient)).collect();
        let values: Vec<Arg<'_>> = mails
            .iter()
            .zip(&addresses)
            .flat_map(|(mail, address)| {
                [
                    Arg::from(mail.id),
                    Arg::from(&mail.dedupe_key),
                    Arg::from(&mail.recipient),
                    Arg::from(address),
                    Arg::from(mail.sender),
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
        self.execute_rows(POST, 12, &values).await
    }

    /// Mails that may be sent now, the oldest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn waiting_mails(
        &mut self,
        at_most: i64,
        now: DateTime<Utc>,
    ) -> Result<Vec<WaitingMail>, StoreError> {
        self.all(WAITING, args![now, at_most]).await
    }

    /// Takes a mail to send it; `false` when someone else has.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_mail(&mut self, mail: Uuid, now: DateTime<Utc>) -> Result<bool, StoreError> {
        Ok(self.execute(TAKE, args![now, mail]).await? == 1)
    }

    /// The mail server has it: what it says is forgotten.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mail_sent(&mut self, mail: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.change(SENT, args![now, mail]).await
    }

    /// The mail server did not take it, and may later.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn postpone_mail(
        &mut self,
        mail: Uuid,
        error: &str,
        retry_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(POSTPONE, args![retry_at, error, mail]).await
    }

    /// The mail server will never take it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn give_up_mail(&mut self, mail: Uuid, error: &str) -> Result<(), StoreError> {
        self.change(GIVE_UP, args![error, mail]).await
    }

    /// Lets mails taken before `before`, of which nothing was heard since, wait once more; those
    /// lost a second time are given up.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn recover_lost_mails(
        &mut self,
        error: &str,
        before: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(LOST, args![error, before]).await
    }

    /// How many letters of one kind were written after `since` to each of these addresses (in lower
    /// case), and how many of them in the name of `sender`; none is not in the answer.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mails_lately(
        &mut self,
        template: &str,
        sender: Id<Organization>,
        addresses: &[String],
        since: DateTime<Utc>,
    ) -> Result<HashMap<String, Lately>, StoreError> {
        let list: Vec<Arg<'_>> = addresses.iter().map(Arg::from).collect();
        let args = args![template, since, sender];
        let rows: Vec<(String, i64, i64)> = self.all_in(LATELY, args, &list).await?;
        Ok(rows.into_iter().map(|(address, all, own)| (address, Lately { all, own })).collect())
    }

    /// Lets a mail that was given up, or kept, wait again; whether it was one of those.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn retry_mail(&mut self, mail: Uuid) -> Result<bool, StoreError> {
        Ok(self.execute(RETRY, args![mail]).await? == 1)
    }

    /// Keeps every waiting mail for the operator to read.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn keep_mails(&mut self) -> Result<u64, StoreError> {
        self.execute(KEEP, &[]).await
    }

    /// Lets the mails wait again that were written after `since` and kept because there was no mail
    /// server; what is good for moments only, if it was written after `moments_ago`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn release_kept_mails(
        &mut self,
        since: DateTime<Utc>,
        moments_ago: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        self.execute(RELEASE, args![since, moments_ago]).await
    }

    /// One mail.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mail(&mut self, mail: Uuid) -> Result<Option<MailRow>, StoreError> {
        self.optional(READ, args![mail]).await
    }

    /// The mails, or those to one address, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mails(
        &mut self,
        to: Option<&str>,
        at_most: i64,
    ) -> Result<Vec<MailRow>, StoreError> {
        match to {
            Some(to) => self.all(LIST_TO, args![&address(to), at_most]).await,
            None => self.all(LIST, args![at_most]).await,
        }
    }

    /// Forgets mails written before `before` that are not waiting.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_mails(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(PURGE, args![before]).await
    }

    /// How much mail has not gone out.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn mail_counts(&mut self) -> Result<MailCounts, StoreError> {
        self.one(COUNTS, &[]).await
    }
}
