//! The cloud's side: what is made of a self-hosted server's items.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::{Item, Outcome, Refusal, Wanted};
use crate::{
    id::Id,
    organizations::{Member, Organization},
    sponsorships::{Gift, In, Offered, Reason, Recipient, SponsorFacts, Sponsorship},
};

/// How often one offer is mailed because a self-hosted server changes its address.
const MOST_MAILS: i64 = 10;

/// What the cloud has of an organization's sponsorships, as far as a request needs it.
#[derive(Debug, Default)]
pub struct Known {
    rows: HashMap<Id<Sponsorship>, Sponsorship>,
    by_recipient: HashMap<String, Id<Sponsorship>>,
    own: HashMap<Id<Member>, Id<Sponsorship>>,
    of_member: HashMap<Id<Member>, Vec<Id<Sponsorship>>>,
}

/// Which rows belong to which items, by their place in the request.
pub type Matches = Vec<Option<Id<Sponsorship>>>;

impl Known {
    /// Keeps what was found.
    pub fn new(rows: Vec<Sponsorship>) -> Self {
        let mut known = Self::default();
        for row in rows {
            known.keep(row);
        }
        known
    }

    fn keep(&mut self, row: Sponsorship) {
        if let Some(old) = self.rows.get(&row.gift().id).map(Sponsorship::gift) {
            let (id, member, email) = (old.id, old.member, old.recipient.key());
            if self.by_recipient.get(&email) == Some(&id) {
                self.by_recipient.remove(&email);
            }
            if self.own.get(&member) == Some(&id) {
                self.own.remove(&member);
            }
            if let Some(mine) = self.of_member.get_mut(&member) {
                mine.retain(|other| *other != id);
            }
        }
        let gift = row.gift();
        let (id, member) = (gift.id, gift.member);
        if row.lives() {
            self.by_recipient.insert(gift.recipient.key(), id);
            self.of_member.entry(member).or_default().push(id);
            if !gift.admin_initiated {
                self.own.insert(member, id);
            }
        }
        self.rows.insert(id, row);
    }

    /// Finds the row of each item: by id; else, for servers that send none or made their rows anew,
    /// by member and recipient; else the only row of a member of whom there is only one item (given
    /// only what members give of their own, that is that one).
    pub fn matches(&self, items: &[Item]) -> Matches {
        let mut free: HashSet<Id<Sponsorship>> = self.rows.keys().copied().collect();
        let mut found: Matches = Vec::with_capacity(items.len());
        for item in items {
            let by_id = Some(item.id).filter(|id| free.remove(id));
            found.push(by_id);
        }
        let mut per_member: HashMap<Id<Member>, usize> = HashMap::new();
        for (place, item) in found.iter_mut().zip(items) {
            if place.is_none() {
                let there = self.by_recipient.get(&item.recipient.key()).copied();
                let same = there.filter(|id| self.is_of(*id, item.member));
                *place = same.filter(|id| free.remove(id));
            }
            *per_member.entry(item.member).or_default() += 1;
        }
        for (place, item) in found.iter_mut().zip(items) {
            // What is given in the organization's name never takes the place of what is one's own.
            let own = item.admin_initiated != Some(true);
            let alone = own && per_member.get(&item.member) == Some(&1);
            if let (None, true, Some([only])) =
                (&place, alone, self.of_member.get(&item.member).map(Vec::as_slice))
            {
                *place = Some(*only).filter(|id| free.remove(id));
            }
        }
        found
    }

    fn is_of(&self, id: Id<Sponsorship>, member: Id<Member>) -> bool {
        self.rows.get(&id).is_some_and(|row| row.gift().member == member)
    }

    /// Whether `email` has a living sponsorship other than `except`.
    fn taken(&self, email: &str, except: Option<Id<Sponsorship>>) -> bool {
        self.by_recipient.get(email).is_some_and(|id| Some(*id) != except)
    }
}

/// What becomes of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The answer.
    pub outcome: Outcome,
    /// The row it is about, if there is one.
    pub id: Option<Id<Sponsorship>>,
    /// The row, if it changed.
    pub row: Option<Sponsorship>,
    /// Whether the recipient gets a mail.
    pub mail: bool,
}

impl Judged {
    fn nothing(outcome: Outcome, id: Option<Id<Sponsorship>>) -> Self {
        Self { outcome, id, row: None, mail: false }
    }

    fn refused(refusal: Refusal, id: Option<Id<Sponsorship>>) -> Self {
        Self::nothing(Outcome::Refused(refusal), id)
    }

    fn changed(outcome: Outcome, row: Sponsorship, mail: bool) -> Self {
        Self { outcome, id: Some(row.gift().id), row: Some(row), mail }
    }
}

/// Judges an item against the row it belongs to, and remembers what it became, so that the next
/// item of the request sees it. Removals are to be judged before anything else: they make room.
pub fn judge(
    known: &mut Known,
    organization: Id<Organization>,
    sponsor: &SponsorFacts,
    item: &Item,
    row: Option<Id<Sponsorship>>,
    now: DateTime<Utc>,
) -> Judged {
    let existing = row.and_then(|id| known.rows.get(&id).cloned());
    let judged = match (item.wanted, existing) {
        // What is not there is gone already: an unknown row must not come to life to be deleted.
        (Wanted::Removed(_), None) => Judged::nothing(Outcome::Removed, None),
        (Wanted::Removed(reason), Some(row)) => removed(row, reason, item, now),
        // The cloud forgot it on purpose: making it anew would mail the offer again.
        (Wanted::Given, None) if item.last_sync_at.is_some() => {
            Judged::nothing(Outcome::Removed, None)
        }
        (Wanted::Given, None) => created(known, organization, sponsor, item, now),
        (Wanted::Given, Some(row)) => kept(known, sponsor, row, item, now),
    };
    if let Some(row) = &judged.row {
        known.keep(row.clone());
    }
    judged
}

fn removed(row: Sponsorship, reason: Reason, item: &Item, now: DateTime<Utc>) -> Judged {
    let id = Some(row.gift().id);
    // What the cloud's own rules found, told back: it knows better whether that still holds.
    if reason.lapses() && row.lives() {
        return Judged::nothing(Outcome::Unchanged, id);
    }
    match row {
        Sponsorship::Offered(it) => {
            let row = Sponsorship::Ended(it.withdraw(reason, now));
            Judged::changed(Outcome::Removed, stamped(row, item, now), false)
        }
        Sponsorship::Active(it) => {
            let row = Sponsorship::Ending(it.let_end(reason, now));
            Judged::changed(Outcome::Updated, stamped(row, item, now), false)
        }
        // It was ending because of a rule, whose cause may go away; now somebody wants it gone.
        Sponsorship::Ending(mut it) if it.state.reason.lapses() => {
            it.state.reason = reason;
            let row = Sponsorship::Ending(it);
            Judged::changed(Outcome::Updated, stamped(row, item, now), false)
        }
        Sponsorship::Ending(_) => Judged::nothing(Outcome::Unchanged, id),
        Sponsorship::Requested(_) | Sponsorship::Removing(_) | Sponsorship::Ended(_) => {
            Judged::nothing(Outcome::Removed, id)
        }
    }
}

/// Why nobody may be sent a new offer.
fn barred(sponsor: &SponsorFacts, admin_initiated: bool, now: DateTime<Utc>) -> Option<Refusal> {
    if !sponsor.enterprise {
        Some(Refusal::NotEnterprise)
    } else if sponsor.disabled_too_long(now) {
        Some(Refusal::SponsorDisabled)
    } else if sponsor.forbids {
        Some(Refusal::Forbidden)
    } else if admin_initiated && !sponsor.admin_sponsoring {
        Some(Refusal::AdminSponsoringOff)
    } else {
        None
    }
}

fn created(
    known: &Known,
    organization: Id<Organization>,
    sponsor: &SponsorFacts,
    item: &Item,
    now: DateTime<Utc>,
) -> Judged {
    let has_own = known.own.contains_key(&item.member);
    // A member gives one of their own; of a server that does not say which, the rest are the
    // organization's.
    let admin_initiated = item.admin_initiated.unwrap_or(has_own);
    let email = item.recipient.key();
    // Servers that do not say who gives it are not held to a switch they cannot know of.
    if let Some(refusal) = barred(sponsor, item.admin_initiated == Some(true), now) {
        return Judged::refused(refusal, None);
    }
    if email.is_empty() {
        return Judged::refused(Refusal::NoRecipient, None);
    }
    if !readable(item) {
        return Judged::refused(Refusal::BadRecipient, None);
    }
    if known.taken(&email, None) {
        return Judged::refused(Refusal::AlreadyOffered, None);
    }
    if !admin_initiated && has_own {
        return Judged::refused(Refusal::OneEach, None);
    }
    let recipient = item.recipient.clone();
    let gift = Gift::new(item.id, organization, item.member, admin_initiated, recipient, now);
    let row = Sponsorship::Offered(In::new(gift, Offered));
    Judged::changed(Outcome::Created, mailed(stamped(row, item, now)), true)
}

fn kept(
    known: &Known,
    sponsor: &SponsorFacts,
    row: Sponsorship,
    item: &Item,
    now: DateTime<Utc>,
) -> Judged {
    let id = Some(row.gift().id);
    let (old, new) = (row.gift().recipient.key(), item.recipient.key());
    let readdressed = !new.is_empty() && old != new;
    let described = describes(&row, item);
    if (readdressed || described) && !readable(item) {
        return Judged::refused(Refusal::BadRecipient, id);
    }
    match row {
        Sponsorship::Offered(it) if readdressed => {
            if let Some(refusal) = barred(sponsor, it.gift.admin_initiated, now) {
                return Judged::refused(refusal, id);
            }
            if known.taken(&new, id) {
                return Judged::refused(Refusal::AlreadyOffered, id);
            }
            if it.gift.mailings >= MOST_MAILS {
                return Judged::refused(Refusal::TooManyMails, id);
            }
            let row = Sponsorship::Offered(it.readdress(item.recipient.clone(), now));
            Judged::changed(Outcome::Updated, mailed(stamped(row, item, now)), true)
        }
        Sponsorship::Active(_) if readdressed && item.seen > 0 => {
            Judged::refused(Refusal::Redeemed, id)
        }
        // A server that has seen the end, and wants it given, undoes the end.
        Sponsorship::Ending(it) if item.seen > 0 && item.seen >= it.gift.revision => {
            if it.state.reason == Reason::GivenUp {
                return Judged::refused(Refusal::GivenUp, id);
            }
            let row = Sponsorship::Active(it.reinstate(now));
            Judged::changed(Outcome::Updated, stamped(row, item, now), false)
        }
        Sponsorship::Ended(_) => Judged::nothing(Outcome::Removed, id),
        mut row if described && !readdressed => {
            row.gift_mut().recipient.friendly_name.clone_from(&item.recipient.friendly_name);
            row.gift_mut().recipient.notes.clone_from(&item.recipient.notes);
            Judged::changed(Outcome::Updated, stamped(row, item, now), false)
        }
        _ => Judged::nothing(Outcome::Unchanged, id),
    }
}

/// Whether the item describes the recipient in other words than the row. Only servers that send
/// their revision send all of it.
fn describes(row: &Sponsorship, item: &Item) -> bool {
    let (old, new) = (&row.gift().recipient, &item.recipient);
    item.admin_initiated.is_some()
        && (old.friendly_name != new.friendly_name || old.notes != new.notes)
}

/// Whether what is written about the recipient is what a sponsor could have typed here.
fn readable(item: &Item) -> bool {
    let Recipient { email, friendly_name, notes } = &item.recipient;
    Recipient::new(email, friendly_name.clone(), notes.clone()).is_ok()
}

fn stamped(mut row: Sponsorship, item: &Item, now: DateTime<Utc>) -> Sponsorship {
    let gift = row.gift_mut();
    gift.last_sync_at = Some(now);
    gift.peer_revision = item.revision;
    row
}

fn mailed(mut row: Sponsorship) -> Sponsorship {
    row.gift_mut().mailings += 1;
    row
}

#[cfg(test)]
mod tests;
