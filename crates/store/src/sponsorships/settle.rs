//! Sponsorships whose time has come.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::{Member, Organization},
    sponsorships::Sponsorship,
};

use super::row::read;
use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    DUE = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE valid_until IS NOT NULL AND state IN (2, 3) AND valid_until <= $1
           AND (valid_until, id) > ($2, $3)
         ORDER BY valid_until, id
         LIMIT $4";

    /// Offers nobody redeemed, or whose organization is gone.
    STALE = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE state = 1 AND since <= $1
           AND (last_sync_at IS NULL OR last_sync_at <= $1 AND NOT EXISTS (
                SELECT 1 FROM sync_cursors
                 WHERE sync_cursors.organization_id = sponsorships.sponsoring_organization_id
                   AND sync_cursors.last_success_at > $1))
         ORDER BY since, id
         LIMIT $2";

    ORPHANS = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id IS NULL AND state IN (0, 1, 4)
         ORDER BY id
         LIMIT $1";

    /// Redeemed, and the Families organization is gone.
    FORSAKEN = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsored_organization_id IS NULL AND state IN (2, 3)
         ORDER BY id
         LIMIT $1";

    SPONSOR_GONE = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsor_gone_at IS NOT NULL AND sponsor_gone_at <= $1 AND state IN (0, 1, 2)
         ORDER BY sponsor_gone_at, id
         LIMIT $2";

    MARK_GONE = "
        UPDATE sponsorships SET sponsor_gone_at = $1
         WHERE sponsoring_organization_id = $2 AND state <> 5 AND sponsor_gone_at IS NULL
           AND sponsoring_member_id IN ({list})";

    MARK_BACK = "
        UPDATE sponsorships SET sponsor_gone_at = NULL
         WHERE sponsoring_organization_id = $1 AND state <> 5
           AND sponsoring_member_id IN ({list})";

    FREE_UNTIL = "
        UPDATE organizations SET expires_at = $1, revised_at = $2 WHERE id IN ({list})";

    PURGE = "DELETE FROM sponsorships WHERE state = 5 AND since < $1 AND unsent = FALSE";
}

impl Tx {
    /// Redeemed sponsorships whose period ends by `by`, the first to end first, after `after`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsorships_ending_by(
        &mut self,
        by: DateTime<Utc>,
        after: Option<(DateTime<Utc>, Id<Sponsorship>)>,
        limit: i64,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        let first = (DateTime::<Utc>::UNIX_EPOCH, Id::new(uuid::Uuid::nil()));
        let (at, id) = after.unwrap_or(first);
        read(self.all(DUE, args![by, at, id, limit]).await?)
    }

    /// Offers made, and syncs done, before `before` that nobody redeemed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn stale_offers(
        &mut self,
        before: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        read(self.all(STALE, args![before, limit]).await?)
    }

    /// Open offers of organizations that are gone.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn orphaned_offers(&mut self, limit: i64) -> Result<Vec<Sponsorship>, StoreError> {
        read(self.all(ORPHANS, args![limit]).await?)
    }

    /// Redeemed sponsorships of Families organizations that are gone. Only a cloud may ask: a
    /// self-hosted server knows no Families organizations.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forsaken_sponsorships(
        &mut self,
        limit: i64,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        read(self.all(FORSAKEN, args![limit]).await?)
    }

    /// Living sponsorships of members who were revoked before `before`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsorships_of_the_gone(
        &mut self,
        before: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        read(self.all(SPONSOR_GONE, args![before, limit]).await?)
    }

    /// Remembers that these members were revoked: what they sponsor ends after a while.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsors_revoked(
        &mut self,
        organization: Id<Organization>,
        members: &[Id<Member>],
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = members.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(MARK_GONE, args![now, organization], &list).await
    }

    /// Remembers that these members are back.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsors_restored(
        &mut self,
        organization: Id<Organization>,
        members: &[Id<Member>],
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = members.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(MARK_BACK, args![organization], &list).await
    }

    /// Forgets sponsorships that were over before `before`, once the other side knows.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_sponsorships(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(PURGE, args![before]).await
    }

    /// Notes until when Families organizations are free; none is that they are paid for.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn set_free_until(
        &mut self,
        organizations: &[(Id<Organization>, Option<DateTime<Utc>>)],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        // Few moments, many organizations: one statement for each moment.
        let mut by_moment: std::collections::BTreeMap<_, Vec<Arg<'_>>> =
            std::collections::BTreeMap::new();
        for (organization, until) in organizations {
            by_moment.entry(*until).or_default().push(Arg::from(*organization));
        }
        for (until, list) in by_moment {
            self.execute_in(FREE_UNTIL, args![until, now], &list).await?;
        }
        Ok(())
    }
}
