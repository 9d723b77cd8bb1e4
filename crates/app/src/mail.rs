//! Letters to people: which there are, and how one is written into the outbox.

mod letter;
mod words;

pub use letter::{Envelope, Letter};

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use store::{StoreError, Tx, mails::Mail, outbox::Job};

use crate::App;

/// How many letters of one kind an address gets in a day when others ask for them.
const A_DAY: i64 = 10;

/// Those of `recipients` who got as many letters of this kind within a day as anyone gets: nobody's
/// mailbox is flooded by pressing a button.
///
/// # Errors
///
/// When the database fails.
pub(crate) async fn had_enough(
    tx: &mut Tx,
    template: &str,
    recipients: &[String],
    now: DateTime<Utc>,
) -> Result<HashSet<String>, StoreError> {
    let lately = tx.mails_lately(template, recipients, now - TimeDelta::days(1)).await?;
    Ok(lately.into_iter().filter(|(_, letters)| *letters >= A_DAY).map(|(to, _)| to).collect())
}

impl App {
    /// Writes letters into the outbox, in each person's language, as part of `tx`. One that was
    /// written before, under the same name, is not written again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn post(
        &self,
        tx: &mut Tx,
        envelopes: &[Envelope],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mails: Vec<Mail> = envelopes
            .iter()
            .map(|envelope| {
                let words = words::of(envelope);
                Mail {
                    id: self.id::<Mail>().uuid(),
                    dedupe_key: envelope.dedupe_key.clone(),
                    recipient: envelope.to.clone(),
                    template: words.template,
                    language: words.language,
                    subject: words.subject,
                    text: words.text,
                    html: words.html,
                }
            })
            .collect();
        if tx.post(&mails, now).await? > 0 {
            let send = Job {
                kind: "mail.send",
                subject: None,
                payload: None,
                merge_key: None,
                run_at: None,
            };
            // Not merged: every transaction that writes a letter would wait for every other.
            tx.enqueue(send, now).await?;
        }
        Ok(())
    }
}
