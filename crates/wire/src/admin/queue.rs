//! Jobs and mails.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sent;

sent! {
    /// A job.
    JobResponse {
        /// Which.
        id: Uuid,
        /// The word it goes by.
        kind: String,
        /// What it is about.
        subject_id: Option<Uuid>,
        /// `waiting`, `running`, `done` or `givenUp`.
        state: &'static str,
        /// How often it was tried.
        attempts: i64,
        /// When it is due.
        run_date: DateTime<Utc>,
        /// Why the last try failed.
        error: Option<String>,
        /// When it was asked for.
        creation_date: DateTime<Utc>,
        /// When it ended.
        finished_date: Option<DateTime<Utc>>,
    }

    /// A mail.
    MailResponse {
        /// Which.
        id: Uuid,
        /// The mail address.
        to: String,
        /// Which letter it is.
        template: String,
        /// `en` or `fr`.
        language: String,
        /// The subject.
        subject: String,
        /// What it says; null in lists, empty once it is sent.
        text: Option<String>,
        /// The same in HTML, to be shown where nothing in it can run.
        html: Option<String>,
        /// `waiting`, `sent`, `kept`, `givenUp` or `onItsWay`.
        state: &'static str,
        /// How often it was tried.
        attempts: i64,
        /// Why the last try failed.
        error: Option<String>,
        /// When it was written.
        creation_date: DateTime<Utc>,
        /// When it was sent.
        sent_date: Option<DateTime<Utc>>,
    }
}
