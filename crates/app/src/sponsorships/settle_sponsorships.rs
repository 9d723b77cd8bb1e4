//! What becomes of sponsorships as time goes by: reminders, renewals, ends.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    events::EventKind,
    id::Id,
    organizations::Organization,
    sponsorships::{OFFER_STANDS_FOR, Reason, Sponsorship, paid_again, validity},
};
use store::{StoreError, Tx, outbox::Event, sponsorships::SponsorRecord};

use crate::{
    App,
    mail::{Envelope, Letter},
    settings::SponsorshipsEnd,
};

/// How many are looked at in one unit of work.
const BATCH: i64 = 500;
/// The reminders before the end, in days; the longest is also how early the rules are asked.
const REMINDERS: [i64; 2] = [30, 7];
/// For how long what is over is kept, so that the other side learns of it.
const TOMBSTONES: TimeDelta = TimeDelta::days(90);
/// For how long answers to syncs are kept.
const RECEIPTS: TimeDelta = TimeDelta::days(7);
/// For how long runs are kept.
const RUNS: TimeDelta = TimeDelta::days(90);

impl App {
    /// Looks after everything whose time has come. Done twice, it comes to the same.
    ///
    /// # Errors
    ///
    /// When the database fails; what was done before stays.
    pub async fn settle_sponsorships(&self) -> Result<(), StoreError> {
        self.end_gifts_of_the_gone().await?;
        if self.ports.sponsorship_desk.keeps_families() {
            self.settle_due().await?;
            self.end_stale_offers().await?;
            self.end_forsaken().await?;
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.purge_sponsorships(now - TOMBSTONES).await?;
        tx.purge_sync_receipts(now - RECEIPTS).await?;
        tx.purge_runs(now - RUNS).await?;
        tx.commit().await
    }

    /// Ends what members give who have been revoked for too long, on either side.
    async fn end_gifts_of_the_gone(&self) -> Result<(), StoreError> {
        let Some(days) = self.settings.revoked_sponsor_days else { return Ok(()) };
        let now = self.now();
        loop {
            let mut tx = self.db.write().await?;
            let given = tx.sponsorships_of_the_gone(now - TimeDelta::days(days), BATCH).await?;
            let whole = i64::try_from(given.len()).is_ok_and(|count| count == BATCH);
            let sponsors = sponsors_of(&mut tx, &given).await?;
            for (organization, given) in by_sponsor(given) {
                if let Some(sponsor) = organization.and_then(|id| sponsors.get(&id)) {
                    tx.lock_sponsorships(sponsor.id).await?;
                    let ids: Vec<_> = given.iter().map(|row| row.gift().id).collect();
                    let given = tx.sponsorships(sponsor.id, &ids).await?;
                    self.take_all_back(&mut tx, sponsor, given, Reason::MemberRevoked, now).await?;
                }
            }
            tx.commit().await?;
            if !whole {
                return Ok(());
            }
        }
    }

    /// Reminds, renews and ends what is in use.
    async fn settle_due(&self) -> Result<(), StoreError> {
        let now = self.now();
        let soon = now + TimeDelta::days(REMINDERS.into_iter().max().unwrap_or(0));
        let mut after = None;
        loop {
            let mut tx = self.db.write().await?;
            let due = tx.sponsorships_ending_by(soon, after, BATCH).await?;
            let last = due.last().and_then(|row| Some((row.until()?, row.gift().id)));
            let sponsors = sponsors_of(&mut tx, &due).await?;
            for (organization, rows) in by_sponsor(due) {
                let sponsor = organization.and_then(|id| sponsors.get(&id));
                self.settle_those_of(&mut tx, sponsor, rows, now).await?;
            }
            tx.commit().await?;
            match last {
                Some(last) => after = Some(last),
                None => return Ok(()),
            }
        }
    }

    async fn settle_those_of(
        &self,
        tx: &mut Tx,
        sponsor: Option<&SponsorRecord>,
        rows: Vec<Sponsorship>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut rows = rows;
        if let Some(sponsor) = sponsor {
            // Looked at again, once nobody else can change them.
            tx.lock_sponsorships(sponsor.id).await?;
            let ids: Vec<_> = rows.iter().map(|row| row.gift().id).collect();
            rows = tx.sponsorships(sponsor.id, &ids).await?;
        }
        let revoked_for = self.settings.revoked_sponsor_days.map(TimeDelta::days);
        let mut changed = Vec::new();
        let mut ended = Vec::new();
        let mut renewed = Vec::new();
        let mut reminded = Vec::new();
        for row in rows {
            let (Some(until), Some(families)) = (row.until(), row.families()) else { continue };
            let verdict = validity(&row, sponsor.map(|it| &it.facts), revoked_for, now);
            let over = until <= now;
            let next = match (verdict, row.clone(), self.settings.sponsorships_end) {
                (Ok(()), Sponsorship::Ending(it), _) => Sponsorship::Active(it.reinstate(now)),
                (Err(reason), row, SponsorshipsEnd::DryRun) => {
                    tracing::info!(
                        sponsorship.id = %row.gift().id, reason = reason.word(), over,
                        "this sponsorship would end"
                    );
                    row
                }
                (Err(reason), Sponsorship::Active(it), SponsorshipsEnd::On) => {
                    Sponsorship::Ending(it.let_end(reason, now))
                }
                (_, row, _) => row,
            };
            let ends = self.settings.sponsorships_end == SponsorshipsEnd::On;
            let mut next = match next {
                Sponsorship::Ending(it) if over && ends => {
                    ended.push((families, it.gift.id));
                    Sponsorship::Ended(it.end(now))
                }
                Sponsorship::Ending(it) => Sponsorship::Ending(it),
                Sponsorship::Active(it) if over => {
                    renewed.push(families);
                    Sponsorship::Active(it)
                }
                other => other,
            };
            if let Sponsorship::Ending(it) = &mut next
                && ends
                && let Some(days) = reminder(until, it.gift.reminded_days, now)
            {
                it.gift.reminded_days = Some(days);
                reminded.push((families, it.gift.id, until, (until - now).num_days().max(1)));
            }
            changed.push((row, next));
        }
        self.renew_free(tx, &renewed, &mut changed, now).await?;
        let mut changed: Vec<Sponsorship> =
            changed.into_iter().filter(|(old, new)| old != new).map(|(_, new)| new).collect();
        tx.save_sponsorships(sponsor.map(|it| it.id), &mut changed).await?;
        self.make_paid(tx, sponsor, &ended, now).await?;
        self.remind(tx, &reminded, now).await
    }

    /// Another free period for what goes on.
    async fn renew_free(
        &self,
        tx: &mut Tx,
        renewed: &[Id<Organization>],
        changed: &mut [(Sponsorship, Sponsorship)],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut untils = HashMap::new();
        let mut subscriptions = Vec::new();
        for subscription in tx.subscriptions_of(renewed).await? {
            let next = subscription.renewed(now).unwrap_or(subscription);
            untils.insert(next.organization, next.period_ends_at);
            subscriptions.push(next);
        }
        tx.save_subscriptions(&subscriptions, now).await?;
        let free: Vec<_> = untils.iter().map(|(id, until)| (*id, Some(*until))).collect();
        tx.set_free_until(&free, now).await?;
        for (_, row) in changed {
            let until = row.families().and_then(|families| untils.get(&families));
            if let (Sponsorship::Active(it), Some(until)) = (&mut *row, until) {
                *it = it.clone().renew(*until);
            }
        }
        Ok(())
    }

    /// The price comes back for what has ended, and its owners are told.
    async fn make_paid(
        &self,
        tx: &mut Tx,
        sponsor: Option<&SponsorRecord>,
        ended: &[(Id<Organization>, Id<Sponsorship>)],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if ended.is_empty() {
            return Ok(());
        }
        let families: Vec<_> = ended.iter().map(|(families, _)| *families).collect();
        let paid: Vec<_> = tx
            .subscriptions_of(&families)
            .await?
            .iter()
            .map(|subscription| paid_again(subscription, now))
            .collect();
        tx.save_subscriptions(&paid, now).await?;
        let none: Vec<_> = families.iter().map(|id| (*id, None)).collect();
        tx.set_free_until(&none, now).await?;
        let mut events = Vec::new();
        for (families, id) in ended {
            let ended = Event::of(EventKind::SponsorshipEnded, *families);
            events.push(ended.about(id.uuid()));
            if let Some(sponsor) = sponsor {
                let ended = Event::of(EventKind::SponsorshipEnded, sponsor.id);
                events.push(ended.about(id.uuid()));
            }
        }
        tx.record_all(&events, now).await?;
        let letters = ended
            .iter()
            .map(|(families, id)| {
                let key = format!("sponsorship-ended:{id}");
                (*families, key, ended_letter as Write, now, 0)
            })
            .collect::<Vec<_>>();
        self.write_to_owners(tx, &letters, now).await
    }

    async fn remind(
        &self,
        tx: &mut Tx,
        reminded: &[Reminded],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let letters = reminded
            .iter()
            .map(|(families, id, until, days)| {
                // The name holds the day of the end: a later end is reminded of anew.
                let step = REMINDERS.into_iter().filter(|step| days <= step).min().unwrap_or(0);
                let key = format!("sponsorship-ending:{id}:{}:{step}", until.timestamp());
                (*families, key, ending_letter as Write, *until, *days)
            })
            .collect::<Vec<_>>();
        self.write_to_owners(tx, &letters, now).await
    }

    async fn write_to_owners(
        &self,
        tx: &mut Tx,
        letters: &[ToOwners],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if letters.is_empty() {
            return Ok(());
        }
        let families: Vec<_> = letters.iter().map(|(id, ..)| *id).collect();
        let names: HashMap<_, _> =
            tx.sponsors(&families).await?.into_iter().map(|it| (it.id, it.name)).collect();
        let owners = tx.owners_of(&families).await?;
        let mut envelopes = Vec::new();
        for (id, key, write, at, days) in letters {
            let Some(name) = names.get(id) else { continue };
            let link = format!("/#/organizations/{id}/billing/subscription");
            let link = self.settings.address(&link);
            for (_, email, culture) in owners.iter().filter(|(of, ..)| of == id) {
                envelopes.push(Envelope {
                    to: email.clone(),
                    culture: Some(culture.clone()),
                    dedupe_key: format!("{key}:{email}"),
                    letter: write(name.clone(), *at, *days, link.clone()),
                });
            }
        }
        self.post(tx, &envelopes, now).await
    }

    /// Ends offers nobody redeemed in half a year, and those of organizations that are gone.
    async fn end_stale_offers(&self) -> Result<(), StoreError> {
        let now = self.now();
        loop {
            let mut tx = self.db.write().await?;
            let mut rows = tx.stale_offers(now - OFFER_STANDS_FOR, BATCH).await?;
            rows.extend(tx.orphaned_offers(BATCH).await?);
            rows.sort_by_key(|row| row.gift().id);
            rows.dedup_by_key(|row| row.gift().id);
            if rows.is_empty() {
                return Ok(());
            }
            for (organization, rows) in by_sponsor(rows) {
                let reason = match organization {
                    Some(organization) => {
                        tx.lock_sponsorships(organization).await?;
                        Reason::Expired
                    }
                    None => Reason::SponsorDeleted,
                };
                let mut rows: Vec<_> = rows
                    .into_iter()
                    .filter_map(|row| match row {
                        Sponsorship::Offered(it) => {
                            Some(Sponsorship::Ended(it.withdraw(reason, now)))
                        }
                        _ => None,
                    })
                    .collect();
                tx.save_sponsorships(organization, &mut rows).await?;
                if let Some(organization) = organization {
                    let ended = |row: &Sponsorship| {
                        let event = Event::of(EventKind::SponsorshipEnded, organization);
                        event.about(row.gift().id.uuid())
                    };
                    let events: Vec<_> = rows.iter().map(ended).collect();
                    tx.record_all(&events, now).await?;
                }
            }
            tx.commit().await?;
        }
    }

    /// Ends what Families organizations had that are gone.
    async fn end_forsaken(&self) -> Result<(), StoreError> {
        let now = self.now();
        loop {
            let mut tx = self.db.write().await?;
            let rows = tx.forsaken_sponsorships(BATCH).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for (organization, rows) in by_sponsor(rows) {
                let mut rows: Vec<_> = rows
                    .into_iter()
                    .filter_map(|row| match row {
                        Sponsorship::Active(it) => {
                            let ending = it.let_end(Reason::FamiliesDeleted, now);
                            Some(Sponsorship::Ended(ending.end(now)))
                        }
                        Sponsorship::Ending(it) => Some(Sponsorship::Ended(it.end(now))),
                        _ => None,
                    })
                    .collect();
                tx.save_sponsorships(organization, &mut rows).await?;
            }
            tx.commit().await?;
        }
    }
}

/// Which Families organization is reminded of the end of what, when that is, and in how many days.
type Reminded = (Id<Organization>, Id<Sponsorship>, DateTime<Utc>, i64);

/// To whose owners, under which name, what is written, about which moment and how many days.
type ToOwners = (Id<Organization>, String, Write, DateTime<Utc>, i64);

/// A letter about a Families organization: its name, a moment, how many days that is, and a link.
type Write = fn(String, DateTime<Utc>, i64, String) -> Letter;

fn ending_letter(families: String, on: DateTime<Utc>, days: i64, link: String) -> Letter {
    Letter::SponsorshipEnding { families, on, days, link }
}

fn ended_letter(families: String, on: DateTime<Utc>, _: i64, link: String) -> Letter {
    Letter::SponsorshipEnded { families, on, link }
}

/// The reminder that is due, unless it or a later one was sent.
fn reminder(until: DateTime<Utc>, sent: Option<i64>, now: DateTime<Utc>) -> Option<i64> {
    let due = REMINDERS.into_iter().filter(|days| until - now <= TimeDelta::days(*days)).min()?;
    (until > now && sent.is_none_or(|sent| due < sent)).then_some(due)
}

type BySponsor = Vec<(Option<Id<Organization>>, Vec<Sponsorship>)>;

/// In the order of their sponsors, so that two nodes take locks in the same order.
fn by_sponsor(rows: Vec<Sponsorship>) -> BySponsor {
    let mut groups: std::collections::BTreeMap<_, Vec<_>> = std::collections::BTreeMap::new();
    for row in rows {
        groups.entry(row.gift().organization).or_default().push(row);
    }
    groups.into_iter().collect()
}

async fn sponsors_of(
    tx: &mut Tx,
    rows: &[Sponsorship],
) -> Result<HashMap<Id<Organization>, SponsorRecord>, StoreError> {
    let mut ids: Vec<_> = rows.iter().filter_map(|row| row.gift().organization).collect();
    ids.sort();
    ids.dedup();
    Ok(tx.sponsors(&ids).await?.into_iter().map(|it| (it.id, it)).collect())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::reminder;

    #[test]
    fn reminders_are_sent_once_each_and_never_out_of_order() {
        let now: DateTime<Utc> = "2030-01-01T12:00:00Z".parse().unwrap();
        let cases = [
            ("too early", 31, None, None),
            ("a month before", 30, None, Some(30)),
            ("a month before, sent", 20, Some(30), None),
            ("a week before", 7, Some(30), Some(7)),
            ("a week before, the first", 5, None, Some(7)),
            ("a week before, sent", 3, Some(7), None),
            ("over", 0, Some(7), None),
        ];
        for (case, days, sent, due) in cases {
            assert_eq!(reminder(now + TimeDelta::days(days), sent, now), due, "{case}");
        }
    }
}
