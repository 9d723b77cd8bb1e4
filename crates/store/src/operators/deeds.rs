//! What operators did, kept under the names things had then.

use chrono::{DateTime, Utc};
use domain::{
    admin::{Act, Operator},
    events::{Place, Span},
    id::Id,
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, beginning, row_id, statements};

statements! {
    /// What nobody named is written down under the name it has now, for it may be gone tomorrow.
    NOTE = "
        INSERT INTO operator_actions
            (id, operator_id, operator_email, action, subject_id, subject, old_value, new_value,
             ip_address, happened_at)
        VALUES ($1, $2, $3, $4, $5,
                COALESCE(CAST($6 AS TEXT),
                         (SELECT name FROM organizations WHERE id = $5),
                         (SELECT email FROM installations WHERE id = $5),
                         (SELECT email FROM users WHERE id = $5),
                         (SELECT recipient FROM mails WHERE id = $5),
                         (SELECT kind FROM jobs WHERE id = $5)),
                $7, $8, $9, $10)";

    LIST = r"
        SELECT id, operator_email, action, subject_id, subject, old_value, new_value, ip_address,
               happened_at
          FROM operator_actions
         WHERE happened_at >= $1 AND (happened_at, id) < ($2, $3)
           AND (CAST($4 AS TEXT) IS NULL OR operator_email = $4)
           AND action LIKE $5 ESCAPE '\'
           AND (CAST($6 AS UUID) IS NULL OR subject_id = $6)
         ORDER BY happened_at DESC, id DESC
         LIMIT $7";

    LAST = "
        SELECT id, operator_email, action, subject_id, subject, old_value, new_value, ip_address,
               happened_at
          FROM operator_actions
         ORDER BY happened_at DESC, id DESC
         LIMIT $1";

    /// So few at a time that nobody waits long; the number stands here so that engines plan with it.
    FORGET = "
        DELETE FROM operator_actions
         WHERE id IN (SELECT id FROM operator_actions
                       WHERE happened_at < $1 ORDER BY happened_at, id LIMIT 1000)";
}

/// Something an operator did.
#[derive(Debug, Clone, FromRow)]
pub struct DeedRow {
    /// Which.
    pub id: Uuid,
    /// Who, by the mail address they had; none when it was typed on the server's machine.
    pub operator_email: Option<String>,
    /// What.
    pub action: String,
    /// To what.
    pub subject_id: Option<Uuid>,
    /// What that was called.
    pub subject: Option<String>,
    /// What was before.
    pub old_value: Option<String>,
    /// What is since.
    pub new_value: Option<String>,
    /// From where.
    pub ip_address: Option<String>,
    /// When.
    pub happened_at: DateTime<Utc>,
}

/// Something an operator does, to be written down.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Who, with the mail address; none when it is typed on the server's machine.
    pub operator: Option<(Id<Operator>, String)>,
    /// From where.
    pub ip_address: Option<String>,
    /// What.
    pub act: Act,
    subject_id: Option<Uuid>,
    subject: Option<String>,
    old_value: Option<String>,
    new_value: Option<String>,
}

impl Deed {
    /// `act`, done by `operator` from `ip_address`.
    pub const fn new(
        operator: Option<(Id<Operator>, String)>,
        ip_address: Option<String>,
        act: Act,
    ) -> Self {
        Self {
            operator,
            ip_address,
            act,
            subject_id: None,
            subject: None,
            old_value: None,
            new_value: None,
        }
    }

    /// Done to the thing of that id, under the name it has.
    #[must_use]
    pub const fn to(mut self, subject: Uuid) -> Self {
        self.subject_id = Some(subject);
        self
    }

    /// Done to what is called `name`, which the database does not know under its id or no longer does.
    #[must_use]
    pub fn called(mut self, name: impl Into<String>) -> Self {
        self.subject = Some(name.into());
        self
    }

    /// Making `value`.
    #[must_use]
    pub fn making(mut self, value: impl Into<String>) -> Self {
        self.new_value = Some(value.into());
        self
    }

    /// Turning `before` into `after`.
    #[must_use]
    pub fn turning(mut self, before: impl Into<String>, after: impl Into<String>) -> Self {
        self.old_value = Some(before.into());
        self.new_value = Some(after.into());
        self
    }
}

/// Which deeds are listed.
#[derive(Debug, Clone, Default)]
pub struct DeedFilter {
    /// Only those of the operator with this mail address.
    pub operator: Option<String>,
    /// Only those whose word begins so: `organization.`.
    pub act: String,
    /// Only those done to this.
    pub subject: Option<Uuid>,
}

impl Tx {
    /// Writes down what an operator did.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_deed(&mut self, deed: &Deed, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (id, email) = match &deed.operator {
            Some((id, email)) => (Some(*id), Some(email.as_str())),
            None => (None, None),
        };
        let args = args![
            row_id(),
            id,
            email,
            deed.act.word(),
            deed.subject_id,
            &deed.subject,
            &deed.old_value,
            &deed.new_value,
            &deed.ip_address,
            now,
        ];
        self.change(NOTE, args).await
    }

    /// What operators did in `span` after `place`, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn deeds(
        &mut self,
        filter: &DeedFilter,
        span: Span,
        place: Place,
        at_most: i64,
    ) -> Result<Vec<DeedRow>, StoreError> {
        let (start, at, act) = (span.start, place.at.min(span.end), beginning(&filter.act));
        let args = args![start, at, place.id, &filter.operator, &act, filter.subject, at_most];
        self.all(LIST, args).await
    }

    /// What operators did last, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn last_deeds(&mut self, at_most: i64) -> Result<Vec<DeedRow>, StoreError> {
        self.all(LAST, args![at_most]).await
    }

    /// Forgets the oldest of what operators did before `before`, at most a thousand; answers how many.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_deeds(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(FORGET, args![before]).await
    }
}
