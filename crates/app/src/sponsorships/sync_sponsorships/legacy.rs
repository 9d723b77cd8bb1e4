//! Syncs with clouds of the first protocol, which know a sponsorship by the member who gives it and
//! answer only what they are asked about.

use std::collections::{HashMap, HashSet};

use domain::{
    id::Id,
    sponsorships::{
        Reason, Sponsorship,
        sync::{Change, Item, ItemAnswer, Result as ItemResult, Standing, Wanted as Want},
    },
};
use store::sponsorships::{Page, Wanted};
use uuid::Uuid;

use super::{CHUNK, MOST, Run, SyncError};
use crate::{
    App,
    ports::{LegacyAnswer, SyncAnswer, SyncBatch},
};

impl App {
    /// Sends what changed, or everything: only what is sent is answered with its end.
    pub(super) async fn push_legacy(
        &self,
        run: &mut Run,
        changes_only: bool,
    ) -> Result<(), SyncError> {
        let mut rows = Vec::new();
        let mut tx = self.db.read().await?;
        let mut after = 0;
        loop {
            let part = tx.unsent_sponsorships(run.organization, after, MOST).await?;
            let whole = part.len() == CHUNK;
            after = part.last().map_or(after, |row| row.gift().revision);
            rows.extend(part);
            if !whole {
                break;
            }
        }
        let mut place = None;
        loop {
            if changes_only {
                break;
            }
            let page = Page { after: place, limit: MOST };
            let part = tx.sponsorship_page(run.organization, &Wanted::default(), page).await?;
            let whole = part.len() == CHUNK;
            place = part.last().map(|row| (row.gift().created_at, row.gift().id)).or(place);
            rows.extend(part.into_iter().filter(|row| !row.gift().unsent));
            if !whole {
                break;
            }
        }
        drop(tx);
        for chunk in chunks(&rows) {
            self.send_legacy(run, &chunk).await?;
        }
        Ok(())
    }

    async fn send_legacy(&self, run: &mut Run, rows: &[&Sponsorship]) -> Result<(), SyncError> {
        let by_key: HashMap<Uuid, &Sponsorship> = rows.iter().map(|row| (key(row), *row)).collect();
        let batch = SyncBatch {
            run: run.id,
            organization: run.cloud_organization,
            billing_sync_key: run.billing_sync_key.clone(),
            request: self.unguessable_id(),
            cursor: 0,
            items: rows
                .iter()
                .map(|row| Item { member: Id::new(key(row)), ..Item::of(row) })
                .collect(),
        };
        run.totals.sent += i64::try_from(rows.len()).unwrap_or(0);
        let answers = self.ports.cloud.sync_v1(batch).await?;
        let found = answers.iter().filter_map(|it| Some((it, *by_key.get(&it.member)?)));
        let mut answer = SyncAnswer { cursor: run.cursor, ..SyncAnswer::default() };
        for (it, row) in found {
            answer.results.push(result(it, row));
            if !it.removed {
                answer.changes.push(change(it, row));
            }
        }
        self.apply(run, answer, true).await
    }
}

/// What a cloud of the first protocol knows a sponsorship by: its member, who can give only one.
/// Those given in the organization's name go by their own id.
fn key(row: &Sponsorship) -> Uuid {
    let gift = row.gift();
    if gift.admin_initiated { gift.id.uuid() } else { gift.member.uuid() }
}

/// Requests in which no key comes twice, with what is taken back before what replaces it. There is
/// one even when there is nothing to tell: it shows that the cloud still takes the token.
fn chunks(rows: &[Sponsorship]) -> Vec<Vec<&Sponsorship>> {
    let mut waiting: Vec<&Sponsorship> = rows.iter().collect();
    waiting.sort_by_key(|row| !row.taken_back());
    let mut chunks = Vec::new();
    while !waiting.is_empty() || chunks.is_empty() {
        let (mut chunk, mut later, mut keys) = (Vec::new(), Vec::new(), HashSet::new());
        for row in waiting {
            if chunk.len() < CHUNK && keys.insert(key(row)) {
                chunk.push(row);
            } else {
                later.push(row);
            }
        }
        chunks.push(chunk);
        waiting = later;
    }
    chunks
}

fn result(answer: &LegacyAnswer, row: &Sponsorship) -> (ItemResult, String) {
    let gift = row.gift();
    let (taken, word) = if answer.removed {
        (ItemAnswer::Removed, "removed")
    } else if gift.last_sync_at.is_none() {
        (ItemAnswer::Taken, "created")
    } else {
        (ItemAnswer::Taken, "unchanged")
    };
    let result =
        ItemResult { id: gift.id, cloud_id: gift.id, revision: gift.revision, answer: taken };
    (result, word.to_owned())
}

fn change(answer: &LegacyAnswer, row: &Sponsorship) -> Change {
    let gift = row.gift();
    let reason = row.reason().unwrap_or(Reason::TakenBack);
    // A cloud that was asked to end it, and has it, ends it.
    let ends = answer.to_delete || matches!(Item::of(row).wanted, Want::Removed(_));
    Change {
        id: gift.id,
        revision: gift.peer_revision,
        standing: match answer.until {
            Some(_) if ends => Standing::Ending(reason),
            Some(_) => Standing::Active,
            None => Standing::Offered,
        },
        until: answer.until,
        since: gift.since,
        recipient: gift.recipient.clone(),
        member: gift.member,
        admin_initiated: gift.admin_initiated,
    }
}
