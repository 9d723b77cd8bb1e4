//! Sponsorships, looked for.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::{Member, Organization},
    sponsorships::Sponsorship,
};
use uuid::Uuid;

use super::row::{SponsorshipRow, read};
use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    BY_ID = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE id = $1";

    OF_ORGANIZATION = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND id = $2";

    /// Ids that name something else than a sponsorship of $1.
    FOREIGN = "
        SELECT id
          FROM sponsorships
         WHERE id IN ({list})
           AND (sponsoring_organization_id IS NULL OR sponsoring_organization_id <> $1)";

    BY_IDS = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND id IN ({list})";

    BY_RECIPIENTS = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND recipient_email IN ({list})";

    BY_MEMBERS = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND sponsoring_member_id IN ({list})";

    OWN_OF_MEMBERS = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND admin_initiated = FALSE
           AND sponsoring_member_id IN ({list})";

    OWN = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND sponsoring_member_id = $2 AND admin_initiated = FALSE
           AND state <> 5";

    NAMED = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND LOWER(friendly_name) = $2
         ORDER BY created_at, id
         LIMIT 1";

    OF_FAMILIES = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsored_organization_id = $1 AND state <> 5";

    PAGE = "
        SELECT id, sponsoring_organization_id, sponsoring_member_id, sponsored_organization_id,
               friendly_name, offered_to_email, recipient_email, notes, admin_initiated, state,
               reason, since, valid_until, last_sync_at, sponsor_gone_at, reminded_days, revision,
               peer_revision, unsent, refusal, mailings, created_at
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND (created_at, id) > ($2, $3)
           AND ($4 = -1 OR state = $4)
           AND ($5 = -1 OR CASE WHEN admin_initiated = TRUE THEN 1 ELSE 0 END = $5)
           AND ($6 = '' OR recipient_email LIKE $6 OR LOWER(friendly_name) LIKE $6)
         ORDER BY created_at, id
         LIMIT $7";
}

/// Which sponsorships of an organization a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only those in the state of this number.
    pub state: Option<i64>,
    /// Only those given by administrators, or only members' own.
    pub admin_initiated: Option<bool>,
    /// Only those whose address or name contains this.
    pub text: Option<String>,
}

/// Where a page begins, and how long it is.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// After the sponsorship made then, with this id.
    pub after: Option<(DateTime<Utc>, Id<Sponsorship>)>,
    /// How many.
    pub limit: i64,
}

/// `text` for `LIKE`, without wildcards of its own.
fn containing(text: &str) -> String {
    let plain: String = text.trim().to_lowercase().chars().filter(|c| !"%_".contains(*c)).collect();
    if plain.is_empty() { plain } else { format!("%{plain}%") }
}

impl Tx {
    /// The sponsorship `id`, whoever gives it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Inconsistent`] when its columns contradict its state.
    pub async fn sponsorship(
        &mut self,
        id: Id<Sponsorship>,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let row: Option<SponsorshipRow> = self.optional(BY_ID, args![id]).await?;
        row.map(Sponsorship::try_from).transpose()
    }

    /// The sponsorship `id` that `organization` gives.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorship_of(
        &mut self,
        organization: Id<Organization>,
        id: Id<Sponsorship>,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let row: Option<SponsorshipRow> =
            self.optional(OF_ORGANIZATION, args![organization, id]).await?;
        row.map(Sponsorship::try_from).transpose()
    }

    /// Those of `ids` that `organization` gives, over or not.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorships(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Sponsorship>],
    ) -> Result<Vec<Sponsorship>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        read(self.all_in(BY_IDS, args![organization], &list).await?)
    }

    /// Those of `ids` that are taken by sponsorships of others than `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn foreign_sponsorships(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Sponsorship>],
    ) -> Result<Vec<Id<Sponsorship>>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<(Uuid,)> = self.all_in(FOREIGN, args![organization], &list).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// The living sponsorships of `organization` for these addresses, which are in lower case.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorships_for(
        &mut self,
        organization: Id<Organization>,
        emails: &[String],
    ) -> Result<Vec<Sponsorship>, StoreError> {
        let list: Vec<Arg<'_>> = emails.iter().map(Arg::from).collect();
        read(self.all_in(BY_RECIPIENTS, args![organization], &list).await?)
    }

    /// The living sponsorships that these members of `organization` give.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorships_by(
        &mut self,
        organization: Id<Organization>,
        members: &[Id<Member>],
    ) -> Result<Vec<Sponsorship>, StoreError> {
        let list: Vec<Arg<'_>> = members.iter().map(|id| Arg::from(*id)).collect();
        read(self.all_in(BY_MEMBERS, args![organization], &list).await?)
    }

    /// What each of these members gives of their own: one at most, however many they give in the
    /// organization's name.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn own_sponsorships_by(
        &mut self,
        organization: Id<Organization>,
        members: &[Id<Member>],
    ) -> Result<Vec<Sponsorship>, StoreError> {
        let list: Vec<Arg<'_>> = members.iter().map(|id| Arg::from(*id)).collect();
        read(self.all_in(OWN_OF_MEMBERS, args![organization], &list).await?)
    }

    /// The living sponsorship that `member` gives in their own name.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn own_sponsorship(
        &mut self,
        organization: Id<Organization>,
        member: Id<Member>,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let row: Option<SponsorshipRow> = self.optional(OWN, args![organization, member]).await?;
        row.map(Sponsorship::try_from).transpose()
    }

    /// The oldest living sponsorship of `organization` with this friendly name, in any case; else
    /// the one for this address.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorship_named(
        &mut self,
        organization: Id<Organization>,
        name: &str,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let name = name.trim().to_lowercase();
        let row: Option<SponsorshipRow> = self.optional(NAMED, args![organization, &name]).await?;
        match row {
            Some(row) => Sponsorship::try_from(row).map(Some),
            None => Ok(self.sponsorships_for(organization, &[name]).await?.pop()),
        }
    }

    /// The sponsorship that the Families organization `families` has.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorship_on(
        &mut self,
        families: Id<Organization>,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let row: Option<SponsorshipRow> = self.optional(OF_FAMILIES, args![families]).await?;
        row.map(Sponsorship::try_from).transpose()
    }

    /// The living sponsorships of `organization`, in the order they were made, a page at a time.
    ///
    /// # Errors
    ///
    /// As [`Tx::sponsorship`].
    pub async fn sponsorship_page(
        &mut self,
        organization: Id<Organization>,
        wanted: &Wanted,
        page: Page,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        let first = (DateTime::<Utc>::UNIX_EPOCH, Id::new(uuid::Uuid::nil()));
        let (at, id) = page.after.unwrap_or(first);
        let (state, admin) =
            (wanted.state.unwrap_or(-1), wanted.admin_initiated.map_or(-1, i64::from));
        let text = containing(wanted.text.as_deref().unwrap_or_default());
        read(self.all(PAGE, args![organization, at, id, state, admin, &text, page.limit]).await?)
    }
}
