//! Letters to people: which there are, and how one is written into the outbox.

mod letter;
mod words;

pub use letter::{Envelope, Letter};

use chrono::{DateTime, Utc};
use store::{StoreError, Tx, mails::Mail, outbox::Job};

use crate::App;

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
