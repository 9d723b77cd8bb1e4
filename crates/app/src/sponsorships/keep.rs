//! What every change of a sponsorship has in common: it is kept, and then someone is told.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    id::Id,
    organizations::{Member, Organization},
    sponsorships::{Reason, Sponsorship},
};
use store::{StoreError, Tx, outbox::Job, sponsorships::SponsorRecord};

use crate::{
    App,
    mail::{Envelope, Letter, had_enough},
    ports::FollowUp,
};

/// How long a change waits for others before the cloud is told.
const GATHER: TimeDelta = TimeDelta::seconds(1);

/// The letter an offer is, by its name in the outbox.
const OFFER: &str = "sponsorship_offer";

/// Whether recipients are written to about what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mailing {
    /// Those with an open offer get it, with a link.
    Offers,
    /// Nobody.
    Nobody,
}

impl App {
    /// Keeps changed sponsorships that one organization gives, and sees to it that whoever must
    /// learn of the change does: the recipients of open offers, or the cloud.
    pub(crate) async fn keep_sponsorships(
        &self,
        tx: &mut Tx,
        sponsor: &SponsorRecord,
        rows: &mut [Sponsorship],
        mailing: Mailing,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        match self.ports.sponsorship_desk.follow_up() {
            FollowUp::Tell => {
                for row in rows.iter_mut() {
                    row.gift_mut().unsent = true;
                    row.gift_mut().refusal = None;
                }
                tx.save_sponsorships(Some(sponsor.id), rows).await?;
                self.push_soon(tx, sponsor.id, now).await
            }
            FollowUp::Write => {
                if mailing == Mailing::Offers {
                    for row in rows.iter_mut().filter(|row| matches!(row, Sponsorship::Offered(_)))
                    {
                        row.gift_mut().mailings += 1;
                    }
                }
                tx.save_sponsorships(Some(sponsor.id), rows).await?;
                match mailing {
                    Mailing::Offers => self.post_offers(tx, sponsor, rows, now).await,
                    Mailing::Nobody => Ok(()),
                }
            }
        }
    }

    /// Lets the cloud be told of changes, together with those that follow at once.
    pub(crate) async fn push_soon(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let push = Job::about("sponsorships.push", organization.uuid());
        tx.enqueue(push.merged().not_before(now + GATHER), now).await
    }

    /// Writes to the recipients of the open offers among `rows`, each in their language. The count
    /// of mailings is in the letter's name, so the same one is never written twice.
    pub(crate) async fn post_offers(
        &self,
        tx: &mut Tx,
        sponsor: &SponsorRecord,
        rows: &[Sponsorship],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let open: Vec<_> =
            rows.iter().filter(|row| matches!(row, Sponsorship::Offered(_))).collect();
        let emails: Vec<String> = open.iter().map(|row| row.gift().recipient.key()).collect();
        let accounts: HashMap<String, String> =
            tx.accounts_among(&emails).await?.into_iter().collect();
        // A self-hosted server may ask for any number of mailings; nobody's mailbox is flooded.
        let to: Vec<String> = open.iter().map(|row| row.gift().recipient.email.clone()).collect();
        let often = had_enough(tx, OFFER, sponsor.id, &to, now).await?;
        let envelopes: Vec<Envelope> = open
            .iter()
            .zip(&emails)
            .filter(|(row, _)| !often.contains(&row.gift().recipient.email))
            .filter_map(|(row, key)| {
                let gift = row.gift();
                let culture = accounts.get(key).cloned();
                Some(Envelope {
                    to: gift.recipient.email.clone(),
                    dedupe_key: format!("sponsorship-offer:{}:{}", gift.id, gift.mailings),
                    letter: Letter::SponsorshipOffer {
                        organization: sponsor.name.clone(),
                        link: self.offer_link(row, culture.is_some())?,
                        has_account: culture.is_some(),
                    },
                    culture,
                })
            })
            .collect();
        self.post_for(tx, Some(sponsor.id), &envelopes, now).await
    }

    /// Those of `emails` that this organization may not write to again today. A server that does not
    /// write itself leaves it to the one that does.
    pub(crate) async fn offered_enough(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        emails: &[String],
        now: DateTime<Utc>,
    ) -> Result<HashSet<String>, StoreError> {
        match self.ports.sponsorship_desk.follow_up() {
            FollowUp::Tell => Ok(HashSet::new()),
            FollowUp::Write => had_enough(tx, OFFER, organization, emails, now).await,
        }
    }

    /// Ends what these members of `organization` sponsor, because they left or were removed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsors_left(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        members: &[Id<Member>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if tx.sponsorships_by(organization, members).await?.is_empty() {
            return Ok(());
        }
        tx.lock_sponsorships(organization).await?;
        let Some(sponsor) = tx.sponsor(organization).await? else { return Ok(()) };
        let given = tx.sponsorships_by(organization, members).await?;
        self.take_all_back(tx, &sponsor, given, Reason::MemberLeft, now).await
    }

    /// Takes sponsorships of one organization back, whatever state they are in.
    pub(crate) async fn take_all_back(
        &self,
        tx: &mut Tx,
        sponsor: &SponsorRecord,
        given: Vec<Sponsorship>,
        reason: Reason,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let withdraw = self.ports.sponsorship_desk.withdraw();
        let mut rows: Vec<Sponsorship> = given
            .into_iter()
            .filter(|row| row.reason().is_none_or(Reason::lapses))
            .filter_map(|row| row.take_back(reason, withdraw, now).ok())
            .collect();
        self.keep_sponsorships(tx, sponsor, &mut rows, Mailing::Nobody, now).await
    }
}
