//! An administrator offers Families organizations to many people at once.

use std::collections::HashMap;

use domain::{
    authz::{GiveSponsorship, ManageSponsorships, Permit},
    events::EventKind,
    id::Id,
    sponsorships::{Gift, Offering, Recipient, RecipientProblem, Sponsorship, judge_offer},
};
use store::outbox::Event;

use super::{SponsorshipError, keep::Mailing};
use crate::App;

/// The most people invited at once.
const MOST: usize = 500;

/// What became of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The address, as it was written.
    pub email: String,
    /// The sponsorship, or why there is none: a code and a sentence.
    pub outcome: Result<Id<Sponsorship>, (&'static str, String)>,
}

impl App {
    /// Offers each of `emails` a Families organization in the organization's name; answers what
    /// became of each. Addresses that cannot be invited do not keep the others from it.
    ///
    /// # Errors
    ///
    /// When there are too many, or the organization may not sponsor at all.
    pub async fn offer_sponsorships(
        &self,
        permit: Permit<GiveSponsorship>,
        _in_its_name: Permit<ManageSponsorships>,
        emails: &[String],
        notes: Option<&String>,
    ) -> Result<Vec<Invited>, SponsorshipError> {
        if emails.len() > MOST {
            return Err(SponsorshipError::TooMany);
        }
        let (now, organization) = (self.now(), permit.organization());
        let mut tx = self.db.write().await?;
        let giver = self.giver(&mut tx, organization, permit.actor().user()).await?;
        let written: Vec<Result<Recipient, RecipientProblem>> = emails
            .iter()
            .map(|email| Recipient::new(email, Some(email.trim().to_owned()), notes.cloned()))
            .collect();
        let keys: Vec<String> = written.iter().flatten().map(Recipient::key).collect();
        let there = tx.sponsorships_for(organization, &keys).await?;
        let often = self.offered_enough(&mut tx, organization, &keys, now).await?;
        let mut there: HashMap<String, Sponsorship> =
            there.into_iter().map(|row| (row.gift().recipient.key(), row)).collect();

        let mut free_seats = tx.sponsor_seats(organization, now).await?.free();
        let wanted = i64::try_from(keys.iter().filter(|key| !there.contains_key(*key)).count());
        let missing = free_seats.map(|free| wanted.unwrap_or(0) - free).filter(|more| *more > 0);
        if let Some(missing) = missing
            && self.ports.sponsorship_desk.adds_seats()
            && giver.sponsor.facts.admin_sponsoring
            && tx.add_seats(organization, missing, now).await?
        {
            free_seats = free_seats.map(|free| free + missing);
        }

        let mut rows = Vec::new();
        let mut invited = Vec::with_capacity(emails.len());
        for (email, recipient) in emails.iter().zip(written) {
            let outcome = recipient.map_err(|problem| ("bad_email", problem.to_string()));
            let outcome = outcome.and_then(|recipient| {
                let key = recipient.key();
                let offering = Offering {
                    recipient: &key,
                    admin_initiated: true,
                    same_recipient: there.get(&key),
                    own: None,
                };
                judge_offer(&giver.sponsor_for(free_seats), &offering)
                    .map_err(|refusal| (refusal.code(), refusal.to_string()))?;
                if often.contains(&key) {
                    return Err(("mailed_often", SponsorshipError::MailedOften.to_string()));
                }
                let gift = Gift::new(self.id(), organization, giver.member, true, recipient, now);
                let row = self.ports.sponsorship_desk.open(gift);
                free_seats = free_seats.map(|free| free - 1);
                let id = row.gift().id;
                there.insert(key, row.clone());
                rows.push(row);
                Ok(id)
            });
            invited.push(Invited { email: email.clone(), outcome });
        }
        self.keep_sponsorships(&mut tx, &giver.sponsor, &mut rows, Mailing::Offers, now).await?;
        let events: Vec<Event> = rows
            .iter()
            .map(|row| {
                let event = Event::by(EventKind::SponsorshipOffered, &permit);
                event.about(row.gift().id.uuid()).member(giver.member.uuid())
            })
            .collect();
        if !events.is_empty() {
            tx.record_all(&events, now).await?;
        }
        tx.commit().await?;
        Ok(invited)
    }
}
