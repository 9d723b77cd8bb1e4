//! Sponsorships on their way into the database.

use domain::{
    id::Id,
    organizations::Organization,
    sponsorships::{Reason, Sponsorship},
};

use super::counts::Difference;
use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    /// Whoever changes an organization's sponsorships takes its row first, so that they take turns
    /// and the revisions they hand out are seen in order.
    LOCK = "
        UPDATE organizations SET sponsorship_revision = sponsorship_revision
         WHERE id = $1
        RETURNING sponsorship_revision";

    ADVANCE = "
        UPDATE organizations SET sponsorship_revision = sponsorship_revision + $1
         WHERE id = $2
        RETURNING sponsorship_revision";

    SAVE = "
        INSERT INTO sponsorships
            (id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
             friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
             reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
             peer_revision, unsent, refusal, mailings, created_at)
        VALUES {rows}
        ON CONFLICT (id) DO UPDATE
           SET sponsored_organization_id = excluded.sponsored_organization_id,
               friendly_name = excluded.friendly_name,
               offered_to_email = excluded.offered_to_email,
               recipient_email = excluded.recipient_email, notes = excluded.notes,
               admin_initiated = excluded.admin_initiated, state = excluded.state,
               reason = excluded.reason, since = excluded.since,
               valid_until = excluded.valid_until, last_sync_at = excluded.last_sync_at,
               sponsor_gone_at = excluded.sponsor_gone_at,
               reminded_days = excluded.reminded_days, revision = excluded.revision,
               peer_revision = excluded.peer_revision, unsent = excluded.unsent,
               refusal = excluded.refusal, mailings = excluded.mailings
         WHERE sponsorships.sponsoring_organization_id
               IS NOT DISTINCT FROM excluded.sponsoring_organization_id";

    FORGET = "DELETE FROM sponsorships WHERE sponsoring_organization_id = $1 AND id IN ({list})";
}

const WIDTH: usize = 22;

fn values<'a>(row: &'a Sponsorship, key: &'a String) -> [Arg<'a>; WIDTH] {
    let gift = row.gift();
    let offered_to = (!row.redeemed()).then_some(gift.recipient.email.as_str());
    [
        Arg::from(gift.id),
        Arg::from(gift.organization),
        Arg::from(gift.member),
        Arg::from(row.families()),
        Arg::from(&gift.recipient.friendly_name),
        Arg::from(offered_to),
        Arg::from(key),
        Arg::from(&gift.recipient.notes),
        Arg::from(gift.admin_initiated),
        Arg::from(row.number()),
        Arg::from(row.reason().map(Reason::number)),
        Arg::from(gift.since),
        Arg::from(row.until()),
        Arg::from(gift.last_sync_at),
        Arg::from(gift.sponsor_gone_at),
        Arg::from(gift.reminded_days),
        Arg::from(gift.revision),
        Arg::from(gift.peer_revision),
        Arg::from(gift.unsent),
        Arg::from(&gift.refusal),
        Arg::from(gift.mailings),
        Arg::from(gift.created_at),
    ]
}

impl Tx {
    /// Waits until nobody else changes the sponsorships of `organization`; answers the count of
    /// their changes so far.
    ///
    /// # Errors
    ///
    /// When the database fails, or the organization does not exist.
    pub async fn lock_sponsorships(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<i64, StoreError> {
        let (revision,): (i64,) = self.one(LOCK, args![organization]).await?;
        Ok(revision)
    }

    /// Keeps sponsorships of `organization`, new or changed, each under the next revision, which is
    /// written into them. None is for those whose organization is gone: they keep theirs.
    ///
    /// # Errors
    ///
    /// [`StoreError::Duplicate`] when the organization sponsors one of the addresses already, or
    /// the member has one of their own.
    pub async fn save_sponsorships(
        &mut self,
        organization: Option<Id<Organization>>,
        rows: &mut [Sponsorship],
    ) -> Result<(), StoreError> {
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        if count == 0 {
            return Ok(());
        }
        if let Some(organization) = organization {
            let (last,): (i64,) = self.one(ADVANCE, args![count, organization]).await?;
            for (n, row) in (last - count + 1..).zip(rows.iter_mut()) {
                row.gift_mut().revision = n;
            }
        }
        let ids: Vec<Arg<'_>> = rows.iter().map(|row| Arg::from(row.gift().id)).collect();
        let mut difference = match organization {
            Some(organization) => self.without(organization, &ids).await?,
            None => Difference::default(),
        };
        // What is over makes room for what begins with the same address.
        let (over, living): (Vec<_>, Vec<_>) = rows.iter().partition(|row| !row.lives());
        for part in [over, living] {
            self.write_sponsorships(&part).await?;
        }
        let Some(organization) = organization else { return Ok(()) };
        for row in rows.iter() {
            difference.begin(row);
        }
        self.recount(organization, difference).await
    }

    async fn write_sponsorships(&mut self, rows: &[&Sponsorship]) -> Result<(), StoreError> {
        let keys: Vec<String> = rows.iter().map(|row| row.gift().recipient.key()).collect();
        let all: Vec<Arg<'_>> =
            rows.iter().zip(&keys).flat_map(|(row, key)| values(row, key)).collect();
        // A row of another organization under the same id is not overwritten, and counts as lost.
        match self.execute_rows(SAVE, WIDTH, &all).await? {
            written if usize::try_from(written) == Ok(rows.len()) => Ok(()),
            written => Err(StoreError::Lost(written)),
        }
    }

    /// Forgets sponsorships as if they had never been. Nobody else changes them meanwhile: the
    /// organization is held.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_sponsorships(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Sponsorship>],
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let difference = self.without(organization, &list).await?;
        let gone = self.execute_in(FORGET, args![organization], &list).await?;
        self.recount(organization, difference).await?;
        Ok(gone)
    }
}
