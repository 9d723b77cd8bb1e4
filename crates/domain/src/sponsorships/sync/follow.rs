//! The self-hosted server's side: what is made of the cloud's answers.

use chrono::{DateTime, Utc};

use super::{Change, ItemAnswer, Result, Standing};
use crate::{
    id::Id,
    organizations::Organization,
    sponsorships::{Active, Ended, Ending, Gift, In, Offered, Reason, Sponsorship},
};

/// `row` after the cloud answered the item made of it, if that changes anything.
pub fn answered(row: &Sponsorship, result: &Result, now: DateTime<Utc>) -> Option<Sponsorship> {
    let mut row = row.clone();
    // Changed since it was sent: the answer is about what it was, and the change is sent again.
    let current = row.gift().revision == result.revision;
    row.gift_mut().id = result.cloud_id;
    match &result.answer {
        ItemAnswer::Taken => {
            let mut row = match row {
                Sponsorship::Requested(it) => Sponsorship::Offered(it.acknowledge(now)),
                other => other,
            };
            let gift = row.gift_mut();
            gift.last_sync_at = Some(now);
            gift.refusal = None;
            gift.unsent = gift.unsent && !current;
            Some(row)
        }
        ItemAnswer::Removed => {
            let mut row = match row {
                Sponsorship::Requested(it) => Sponsorship::Ended(it.forget(Reason::Unknown, now)),
                Sponsorship::Offered(it) => Sponsorship::Ended(it.withdraw(Reason::Unknown, now)),
                Sponsorship::Active(it) => {
                    Sponsorship::Ended(it.let_end(Reason::Unknown, now).end(now))
                }
                Sponsorship::Ending(it) => Sponsorship::Ended(it.end(now)),
                Sponsorship::Removing(it) => Sponsorship::Ended(it.end(now)),
                ended @ Sponsorship::Ended(_) => ended,
            };
            let gift = row.gift_mut();
            gift.last_sync_at = Some(now);
            gift.unsent = false;
            Some(row)
        }
        ItemAnswer::Refused(_) if !current => None,
        ItemAnswer::Refused(code) => {
            let gift = row.gift_mut();
            gift.refusal = Some(code.clone());
            gift.unsent = false;
            Some(row)
        }
    }
}

/// `row` after the cloud told of a change, if that changes anything. `thorough` compares even what
/// was seen before: after a backup was restored, on either side, revisions say nothing.
pub fn follow(
    row: &Sponsorship,
    change: &Change,
    thorough: bool,
    now: DateTime<Utc>,
) -> Option<Sponsorship> {
    let seen = row.gift().peer_revision;
    if !thorough && change.revision <= seen {
        return None;
    }
    let unsent = row.gift().unsent;
    // Wanted otherwise here, and the cloud has said nothing newer: it will hear of it.
    let pending = unsent && change.revision <= seen;
    let mut next = match change.standing {
        Standing::Offered => offered(row, now),
        Standing::Active => active(row, change, now),
        Standing::Ending(reason) if !pending => ending(row, change, reason, now),
        Standing::Ending(_) => row.clone(),
        Standing::Ended(reason) => ended(row, reason, now),
    };
    let gift = next.gift_mut();
    gift.peer_revision = change.revision;
    if !gift.unsent {
        gift.recipient.clone_from(&change.recipient);
    }
    if next == *row {
        return None;
    }
    next.gift_mut().last_sync_at = Some(now);
    Some(next)
}

fn offered(row: &Sponsorship, now: DateTime<Utc>) -> Sponsorship {
    match row.clone() {
        Sponsorship::Requested(it) => Sponsorship::Offered(it.acknowledge(now)),
        Sponsorship::Active(it) if !it.gift.unsent => back_to_offered(it.gift, now),
        Sponsorship::Ending(it) if !it.gift.unsent => back_to_offered(it.gift, now),
        Sponsorship::Ended(it) => tell_again(it),
        other => other,
    }
}

/// The cloud was set back to a time before it was redeemed.
fn back_to_offered(mut gift: Gift, now: DateTime<Utc>) -> Sponsorship {
    gift.since = now;
    Sponsorship::Offered(In::new(gift, Offered))
}

/// Over here, and alive on the cloud: it is told again.
fn tell_again(mut it: In<Ended>) -> Sponsorship {
    it.gift.unsent = true;
    Sponsorship::Ended(it)
}

fn active(row: &Sponsorship, change: &Change, now: DateTime<Utc>) -> Sponsorship {
    let (families, until): (Option<Id<Organization>>, _) = (None, change.until);
    match row.clone() {
        Sponsorship::Requested(it) => settled(it.acknowledge(now).redeem(families, until, now)),
        Sponsorship::Offered(it) => settled(it.redeem(families, until, now)),
        // Taken back here and redeemed there: it ends with its period, which is still to be told.
        Sponsorship::Removing(it) => {
            Sponsorship::Ending(it.redeemed_meanwhile(families, until, now))
        }
        Sponsorship::Active(mut it) => {
            it.state = Active { families, until };
            Sponsorship::Active(it)
        }
        Sponsorship::Ending(mut it) if it.gift.unsent => {
            it.state.until = until;
            Sponsorship::Ending(it)
        }
        Sponsorship::Ending(mut it) => {
            it.state.until = until;
            Sponsorship::Active(it.reinstate(now))
        }
        Sponsorship::Ended(it) => tell_again(it),
    }
}

/// Redeemed: whatever was wanted of the offer is without object.
fn settled(mut it: In<Active>) -> Sponsorship {
    it.gift.unsent = false;
    Sponsorship::Active(it)
}

fn ending(row: &Sponsorship, change: &Change, reason: Reason, now: DateTime<Utc>) -> Sponsorship {
    if let Sponsorship::Ended(it) = row {
        return Sponsorship::Ended(it.clone());
    }
    let mut gift = row.gift().clone();
    if !matches!(row, Sponsorship::Ending(_)) {
        gift.since = now;
    }
    gift.unsent = false;
    gift.refusal = None;
    Sponsorship::Ending(In::new(gift, Ending { families: None, until: change.until, reason }))
}

fn ended(row: &Sponsorship, reason: Reason, now: DateTime<Utc>) -> Sponsorship {
    let mut gift = row.gift().clone();
    let (reason, until) = match row {
        Sponsorship::Ended(it) => (it.state.reason, it.state.until),
        other => (reason, other.until()),
    };
    if row.lives() {
        gift.since = now;
    }
    gift.unsent = false;
    gift.refusal = None;
    Sponsorship::Ended(In::new(gift, Ended { until, reason }))
}

/// A sponsorship this server lost, as the cloud has it; none when it is over there too.
pub fn recovered(
    organization: Id<Organization>,
    change: &Change,
    now: DateTime<Utc>,
) -> Option<Sponsorship> {
    let mut gift = Gift::new(
        change.id,
        organization,
        change.member,
        change.admin_initiated,
        change.recipient.clone(),
        now,
    );
    gift.since = change.since;
    gift.last_sync_at = Some(now);
    gift.peer_revision = change.revision;
    let until = change.until;
    match change.standing {
        Standing::Offered => Some(Sponsorship::Offered(In::new(gift, Offered))),
        Standing::Active => {
            Some(Sponsorship::Active(In::new(gift, Active { families: None, until })))
        }
        Standing::Ending(reason) => {
            Some(Sponsorship::Ending(In::new(gift, Ending { families: None, until, reason })))
        }
        Standing::Ended(_) => None,
    }
}

#[cfg(test)]
mod tests;
