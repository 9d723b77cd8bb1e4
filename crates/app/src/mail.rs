//! Letters to people: which there are, and how one is written into the outbox.

mod letter;
mod words;

pub use letter::{Envelope, Letter};

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{id::Id, organizations::Organization};
use store::{
    StoreError, Tx,
    mails::{Lately, Mail, address},
    outbox::Job,
};

use crate::App;

/// How many letters of one kind an address gets in a day from one organization.
const FROM_ONE: i64 = 10;
/// How many it gets from all of them. An organization that has not written yet writes once all the
/// same, so that nobody keeps others from it by using the number up.
const FROM_ALL: i64 = 30;

const fn is_enough(lately: Lately) -> bool {
    lately.own >= FROM_ONE || (lately.all >= FROM_ALL && lately.own > 0)
}

/// Those of `recipients` whom `sender` wrote as many letters of this kind within a day as anyone
/// gets: nobody's mailbox is flooded by pressing a button.
///
/// # Errors
///
/// When the database fails.
pub(crate) async fn had_enough(
    tx: &mut Tx,
    template: &str,
    sender: Id<Organization>,
    recipients: &[String],
    now: DateTime<Utc>,
) -> Result<HashSet<String>, StoreError> {
    let addresses: Vec<String> = recipients.iter().map(|to| address(to)).collect();
    let lately = tx.mails_lately(template, sender, &addresses, now - TimeDelta::days(1)).await?;
    let enough = |address: &String| lately.get(address).copied().is_some_and(is_enough);
    let both = recipients.iter().zip(&addresses);
    Ok(both.filter(|(_, address)| enough(address)).map(|(to, _)| to.clone()).collect())
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
        self.post_for(tx, None, envelopes, now).await
    }

    /// The same for letters that `sender` asked for: they count towards what it may write to an
    /// address in a day.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn post_for(
        &self,
        tx: &mut Tx,
        sender: Option<Id<Organization>>,
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
                    sender: sender.map(Id::uuid),
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

#[cfg(test)]
mod tests {
    use store::mails::Lately;

    use super::is_enough;

    #[test]
    fn nobody_is_flooded_and_nobody_locks_others_out() {
        let cases = [
            ("the first", 0, 0, false),
            ("the tenth of one", 9, 9, false),
            ("the eleventh of one", 10, 10, true),
            ("the eleventh of one, others wrote as well", 29, 10, true),
            ("one that wrote, when the address had enough", 30, 1, true),
            ("one that did not write, when the address had enough", 30, 0, false),
        ];
        for (case, all, own, expected) in cases {
            assert_eq!(is_enough(Lately { all, own }), expected, "{case}");
        }
    }
}
