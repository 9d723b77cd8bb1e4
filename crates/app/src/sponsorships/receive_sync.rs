//! The cloud hears what a self-hosted server gives, and says what became of it.

use chrono::{DateTime, Utc};
use domain::{
    events::EventKind,
    id::Id,
    licensing::Installation,
    organizations::{Organization, api_keys::KeyKind},
    sponsorships::{
        Sponsorship,
        sync::{CHUNK, Change, Item, Judged, Known, Outcome, Wanted, judge},
    },
};
use serde::{Deserialize, Serialize};
use store::{
    StoreError, Tx,
    outbox::Event,
    sponsorships::{PeerRun, RunTotals, SponsorRecord},
};
use uuid::Uuid;

use crate::{
    App,
    fault::{Fault, Kind},
    identity::throttle::{CountError, Limit},
    licensing::admit_installation::NotAdmitted,
    organizations::api_keys::opens,
};

/// Wrong tokens for an organization from one installation.
const PROOFS: Limit = Limit { what: "sync-proof", most: 20, minutes: 15 };

/// Why a sync was not answered.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveSyncError {
    /// There is no such organization.
    #[error("Invalid organization")]
    NoSuchOrganization,
    /// The billing sync token is missing, or not the organization's.
    #[error("Invalid Billing Sync Key")]
    WrongKey,
    /// More items than a request may have.
    #[error("A request may have at most 1,000 items.")]
    TooLong,
    /// The server may not act for the organization.
    #[error(transparent)]
    NotAdmitted(#[from] NotAdmitted),
    /// Too many wrong tokens.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ReceiveSyncError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization | Self::WrongKey | Self::TooLong => Kind::Invalid,
            Self::NotAdmitted(error) => error.kind(),
            Self::Count(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoSuchOrganization => Some("organization_unknown"),
            Self::WrongKey => Some("billing_key_wrong"),
            Self::TooLong => Some("too_many_items"),
            Self::NotAdmitted(error) => error.code(),
            Self::Count(error) => error.code(),
            Self::Store(_) => None,
        }
    }

    fn slow(&self) -> bool {
        matches!(self, Self::WrongKey)
    }
}

/// Who asks, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Peer<'a> {
    /// The server.
    pub installation: Id<Installation>,
    /// The organization it speaks for.
    pub organization: Id<Organization>,
    /// The organization's billing sync token.
    pub billing_sync_key: &'a str,
    /// What the server calls its run.
    pub run: Option<Uuid>,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Which, as it was sent.
    pub id: Uuid,
    /// Which it is here.
    pub cloud_id: Uuid,
    /// The revision that was sent.
    pub revision: i64,
    /// `created`, `updated`, `unchanged`, `removed` or `refused`.
    pub word: String,
    /// Why it was refused.
    pub code: Option<String>,
}

/// The answer to a sync of the second kind.
#[derive(Debug, Clone)]
pub struct SyncReply {
    /// What became of each item.
    pub results: Vec<Received>,
    /// Changes since the cursor.
    pub changes: Vec<Change>,
    /// The last of them.
    pub cursor: i64,
    /// Whether there are more.
    pub more: bool,
    /// Whether the cursor was unknown, and everything is told anew.
    pub reset: bool,
}

/// An item of a sync of the first kind that was taken, by its place in the request.
#[derive(Debug, Clone)]
pub struct LegacyReply {
    /// The place.
    pub place: usize,
    /// Whether it is gone.
    pub removed: bool,
    /// Whether it is ending.
    pub to_delete: bool,
    /// Until when a Families organization is free.
    pub until: Option<DateTime<Utc>>,
}

impl App {
    /// Takes what a self-hosted server wants, whole or not at all, and answers every item, with
    /// what changed here since `cursor`. A request that was answered before is answered again.
    ///
    /// # Errors
    ///
    /// When the organization, the token or the server does not do.
    pub async fn receive_sync(
        &self,
        peer: Peer<'_>,
        request: Uuid,
        cursor: i64,
        items: &[Item],
    ) -> Result<SyncReply, ReceiveSyncError> {
        let now = self.now();
        let (mut tx, sponsor) = self.admitted(peer, items.len(), now).await?;
        let receipt = tx.sync_receipt(sponsor.id, request).await?;
        let given = receipt.and_then(|text| serde_json::from_str(&text).ok());
        let results: Vec<Received> = match given {
            Some(results) => results,
            None => {
                let judged = self.judge_all(&mut tx, &sponsor, items, now).await?;
                self.note(&mut tx, peer, &sponsor, 2, items, &judged, now).await?;
                let results: Vec<Received> =
                    items.iter().zip(&judged).map(|(item, it)| received(item, it)).collect();
                let text = serde_json::to_string(&results).unwrap_or_default();
                tx.keep_sync_receipt(sponsor.id, request, &text, now).await?;
                results
            }
        };

        let last = tx.lock_sponsorships(sponsor.id).await?;
        // A cursor from the future was handed out before this database was set back.
        let reset = cursor > last;
        let after = if reset { 0 } else { cursor };
        let most = i64::try_from(CHUNK).unwrap_or(i64::MAX);
        let mut rows = tx.sponsorship_changes(sponsor.id, after, most + 1).await?;
        let more = rows.len() > CHUNK;
        rows.truncate(CHUNK);
        let end = if more { rows.last().map_or(after, |row| row.gift().revision) } else { last };
        tx.commit().await?;
        let changes = rows.iter().map(Change::of).collect();
        Ok(SyncReply { results, changes, cursor: end, more, reset })
    }

    /// The same, for servers of the first protocol: items that are not taken are missing from the
    /// answer, and noted.
    ///
    /// # Errors
    ///
    /// As [`App::receive_sync`].
    pub async fn receive_legacy_sync(
        &self,
        peer: Peer<'_>,
        items: &[Item],
    ) -> Result<Vec<LegacyReply>, ReceiveSyncError> {
        let now = self.now();
        let (mut tx, sponsor) = self.admitted(peer, items.len(), now).await?;
        // Servers of that protocol expect silence of an organization that may not sponsor.
        let heard = if sponsor.facts.enterprise { items } else { &[] };
        let judged = self.judge_all(&mut tx, &sponsor, heard, now).await?;
        self.note(&mut tx, peer, &sponsor, 1, heard, &judged, now).await?;
        let ids: Vec<_> = judged.iter().filter_map(|it| it.id).collect();
        let rows = tx.sponsorships(sponsor.id, &ids).await?;
        tx.commit().await?;
        let rows: std::collections::HashMap<_, _> =
            rows.iter().map(|row| (row.gift().id, row)).collect();
        let taken =
            judged.iter().enumerate().filter(|(_, it)| !matches!(it.outcome, Outcome::Refused(_)));
        Ok(taken
            .map(|(place, it)| {
                let row = it.id.and_then(|id| rows.get(&id));
                LegacyReply {
                    place,
                    removed: it.outcome == Outcome::Removed,
                    to_delete: row.is_some_and(|row| row.taken_back()),
                    until: row.and_then(|row| row.until()),
                }
            })
            .collect())
    }

    /// A unit of work for a server that proved it speaks for the organization, whose sponsorships
    /// nobody else changes meanwhile.
    async fn admitted(
        &self,
        peer: Peer<'_>,
        items: usize,
        now: DateTime<Utc>,
    ) -> Result<(Tx, SponsorRecord), ReceiveSyncError> {
        if items > CHUNK {
            return Err(ReceiveSyncError::TooLong);
        }
        let Peer { installation, organization, .. } = peer;
        let counted = self.count(&[(PROOFS, format!("{installation}:{organization}"))]).await?;
        let mut tx = self.db.write().await?;
        let found = tx.sponsor(organization).await?;
        if found.is_none() {
            return Err(ReceiveSyncError::NoSuchOrganization);
        }
        let key = tx.organization_key(organization, KeyKind::BillingSync).await?;
        if !opens(key.as_ref(), peer.billing_sync_key, now) {
            return Err(ReceiveSyncError::WrongKey);
        }
        if let Err(refused) =
            self.admit_installation(&mut tx, organization, installation, now).await
        {
            tx.commit().await?;
            return Err(refused.into());
        }
        tx.commit().await?;
        self.take_back(counted).await?;

        let mut tx = self.db.write().await?;
        tx.lock_sponsorships(organization).await?;
        let sponsor = tx.sponsor(organization).await?;
        Ok((tx, sponsor.ok_or(ReceiveSyncError::NoSuchOrganization)?))
    }

    /// Judges every item and keeps what changed. Four reads and two writes, however many items.
    async fn judge_all(
        &self,
        tx: &mut Tx,
        sponsor: &SponsorRecord,
        items: &[Item],
        now: DateTime<Utc>,
    ) -> Result<Vec<Judged>, StoreError> {
        let ids: Vec<_> = items.iter().map(|item| item.id).collect();
        let emails: Vec<_> = items.iter().map(|item| item.recipient.key()).collect();
        let members: Vec<_> = items.iter().map(|item| item.member).collect();
        let mut rows = tx.sponsorships(sponsor.id, &ids).await?;
        rows.extend(tx.sponsorships_for(sponsor.id, &emails).await?);
        rows.extend(tx.own_sponsorships_by(sponsor.id, &members).await?);
        let mut known = Known::new(rows);
        let matches = known.matches(items);
        let items = self.with_ids_of_its_own(tx, sponsor.id, items).await?;

        // Removals make room for what is given, so they come first.
        let mut order: Vec<usize> = (0..items.len()).collect();
        order
            .sort_by_key(|place| items.get(*place).is_none_or(|item| item.wanted == Wanted::Given));
        let mut judged: Vec<Option<Judged>> = vec![None; items.len()];
        for place in order {
            let (Some(item), Some(row), Some(slot)) =
                (items.get(place), matches.get(place), judged.get_mut(place))
            else {
                continue;
            };
            *slot = Some(judge(&mut known, sponsor.id, &sponsor.facts, item, *row, now));
        }
        let judged: Vec<Judged> = judged.into_iter().flatten().collect();

        // The last word on each row: an item may be named twice.
        let mut changed: std::collections::BTreeMap<Id<Sponsorship>, Sponsorship> =
            judged.iter().filter_map(|it| it.row.clone()).map(|row| (row.gift().id, row)).collect();
        let mailed: Vec<_> = judged.iter().filter(|it| it.mail).filter_map(|it| it.id).collect();
        let mut rows: Vec<Sponsorship> = std::mem::take(&mut changed).into_values().collect();
        tx.save_sponsorships(Some(sponsor.id), &mut rows).await?;
        rows.retain(|row| mailed.contains(&row.gift().id));
        self.post_offers(tx, sponsor, &rows, now).await?;
        Ok(judged)
    }

    /// The items, each under an id that is free here or the organization's own: servers choose
    /// their ids, and one of them may be another organization's. Such a sponsorship gets a new id,
    /// which the answer tells.
    async fn with_ids_of_its_own(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        items: &[Item],
    ) -> Result<Vec<Item>, StoreError> {
        let ids: Vec<_> = items.iter().map(|item| item.id).collect();
        let foreign = tx.foreign_sponsorships(organization, &ids).await?;
        let own = items.iter().cloned().map(|mut item| {
            if foreign.contains(&item.id) {
                item.id = self.id();
            }
            item
        });
        Ok(own.collect())
    }

    /// Notes that the server synced, how it went, and what was not taken.
    #[expect(clippy::too_many_arguments, reason = "one line of the log needs all of it")]
    async fn note(
        &self,
        tx: &mut Tx,
        peer: Peer<'_>,
        sponsor: &SponsorRecord,
        protocol: i64,
        items: &[Item],
        judged: &[Judged],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let installation = peer.installation.uuid();
        let mut cursor = tx.sync_cursor(sponsor.id).await?;
        cursor.last_try_at = Some(now);
        cursor.last_success_at = Some(now);
        tx.save_sync_cursor(sponsor.id, &cursor).await?;
        tx.note_key_use(sponsor.id, KeyKind::BillingSync, Some(installation), now).await?;
        tx.note_installation_sync(sponsor.id, peer.installation, now).await?;
        let mut totals =
            RunTotals { sent: i64::try_from(judged.len()).unwrap_or(0), ..RunTotals::default() };
        for it in judged {
            match it.outcome {
                Outcome::Created => totals.created += 1,
                Outcome::Updated => totals.updated += 1,
                Outcome::Removed => totals.removed += 1,
                Outcome::Refused(_) => totals.refused += 1,
                Outcome::Unchanged => {}
            }
        }
        let run = peer.run.unwrap_or_else(|| self.unguessable_id());
        if tx
            .note_peer_run(sponsor.id, PeerRun { run, installation, protocol, totals }, now)
            .await?
        {
            let refused: Vec<_> = items
                .iter()
                .zip(judged)
                .filter_map(|(item, it)| match it.outcome {
                    Outcome::Refused(refusal) => Some((item.id, refusal.code())),
                    _ => None,
                })
                .collect();
            tx.keep_refused(run, &refused).await?;
        }
        let event = Event {
            installation: Some(installation),
            ..Event::of(EventKind::SponsorshipsSynced, sponsor.id)
        };
        tx.record(event, now).await
    }
}

fn received(item: &Item, judged: &Judged) -> Received {
    Received {
        id: item.id.uuid(),
        cloud_id: judged.id.unwrap_or(item.id).uuid(),
        revision: item.revision,
        word: judged.outcome.word().to_owned(),
        code: match judged.outcome {
            Outcome::Refused(refusal) => Some(refusal.code().to_owned()),
            _ => None,
        },
    }
}
