//! A self-hosted server tells its cloud what changed, and follows what changed there.

mod compare;
mod legacy;
mod outcome;

pub use outcome::{SyncError, Trigger};

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    authz::{Permit, SyncNow},
    events::EventKind,
    id::Id,
    organizations::Organization,
    sponsorships::{
        Sponsorship,
        sync::{CHUNK, Item, answered, follow, recovered},
    },
};
use store::{StoreError, Tx, outbox::Event, sponsorships::RunTotals};
use uuid::Uuid;

use crate::{
    App,
    ports::{CloudError, SyncAnswer, SyncBatch},
};

/// What the billing sync token of a connection is sealed for.
const BILLING_TOKEN: &str = "billing-token";

/// A run, as it goes on.
struct Run {
    id: Uuid,
    organization: Id<Organization>,
    cloud_organization: Uuid,
    billing_sync_key: String,
    cursor: i64,
    protocol: i64,
    totals: RunTotals,
}

const MOST: i64 = 1_000;

/// A run that did nothing for so long was cut off: no request to the cloud lasts as long.
const SILENCE: TimeDelta = TimeDelta::minutes(3);
/// What is said of it.
pub(crate) const CUT_OFF: &str =
    "The server stopped during this run; what was agreed on before stays.";

/// A request that was lost sooner than this is made once more.
const PATIENCE: TimeDelta = TimeDelta::seconds(15);

impl App {
    /// Tells the cloud what changed and follows what changed there, in chunks that are each taken
    /// whole on both sides. Every run is noted, however it ends, and a failure plans the next try.
    /// Answers the run's id. An organization has one run at a time: two would send everything twice.
    ///
    /// # Errors
    ///
    /// Why the run failed, or that another goes on; what was agreed on before stays.
    pub async fn sync_sponsorships(
        &self,
        permit: Permit<SyncNow>,
        trigger: Trigger,
    ) -> Result<Uuid, SyncError> {
        let id = self.start_sync(&permit, trigger).await?;
        self.go_on_syncing(id, &permit, trigger).await?;
        Ok(id)
    }

    /// The run of an organization that goes on now, if one does.
    pub(crate) async fn running_sync(
        &self,
        organization: Id<Organization>,
    ) -> Result<Option<Uuid>, StoreError> {
        self.db.read().await?.running_run(organization, self.now() - SILENCE).await
    }

    /// Notes that a run begins, and answers its id. Those that were cut off are over.
    ///
    /// # Errors
    ///
    /// When one goes on.
    pub(super) async fn start_sync(
        &self,
        permit: &Permit<SyncNow>,
        trigger: Trigger,
    ) -> Result<Uuid, SyncError> {
        let (now, organization) = (self.now(), permit.organization());
        let id = self.id::<Run>().uuid();
        let mut tx = self.db.write().await?;
        // Two that begin at once take turns here.
        tx.lock_sponsorships(organization).await?;
        if let Some(run) = tx.running_run(organization, now - SILENCE).await? {
            return Err(SyncError::GoesOn(run));
        }
        tx.end_silent_runs(organization, CUT_OFF, now - SILENCE, now).await?;
        tx.start_run(id, organization, self.settings.node, trigger.word(), 2, now).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The rest of a run that was begun.
    pub(super) async fn go_on_syncing(
        &self,
        id: Uuid,
        permit: &Permit<SyncNow>,
        trigger: Trigger,
    ) -> Result<(), SyncError> {
        let outcome = self.run_sync(id, permit.organization(), trigger).await;
        self.finish_sync(id, permit, trigger, outcome.as_ref().err()).await?;
        outcome
    }

    async fn run_sync(
        &self,
        id: Uuid,
        organization: Id<Organization>,
        trigger: Trigger,
    ) -> Result<(), SyncError> {
        let mut run = self.begin(id, organization).await?;
        if trigger != Trigger::Change {
            let mut tx = self.db.write().await?;
            tx.lock_sponsorships(organization).await?;
            tx.retry_refused_sponsorships(organization).await?;
            tx.commit().await?;
        }
        match self.push_changes(&mut run).await {
            // A cloud of the first protocol only.
            Err(SyncError::Cloud(CloudError::Unknown)) => {
                run.protocol = 1;
                self.push_legacy(&mut run, trigger == Trigger::Change).await
            }
            Ok(()) if trigger == Trigger::Daily => self.compare_all(&mut run).await,
            outcome => outcome,
        }
    }

    /// What the run needs to reach the cloud.
    async fn begin(&self, id: Uuid, organization: Id<Organization>) -> Result<Run, SyncError> {
        if !self.settings.cloud_communication {
            return Err(SyncError::CommunicationOff);
        }
        let mut tx = self.db.read().await?;
        let link = tx.cloud_link(organization).await?.ok_or(SyncError::NoConnection)?;
        if !link.enabled {
            return Err(SyncError::ConnectionDisabled);
        }
        let sealed = link.sealed_token.ok_or(SyncError::TokenUnreadable)?;
        self.learn_seal_in(&mut tx, &sealed).await?;
        let token = self.keys.open(BILLING_TOKEN, &sealed).filter(|token| !token.is_empty());
        Ok(Run {
            id,
            organization,
            cloud_organization: link.cloud_organization_id.ok_or(SyncError::NoConnection)?,
            billing_sync_key: token.ok_or(SyncError::TokenUnreadable)?,
            cursor: tx.sync_cursor(organization).await?.cursor,
            protocol: 2,
            totals: RunTotals::default(),
        })
    }

    /// Tells what the cloud has not answered, in the order it changed, and follows the cloud up to
    /// its last change. The cloud is asked even when there is nothing to tell.
    async fn push_changes(&self, run: &mut Run) -> Result<(), SyncError> {
        let (mut after, mut begun_anew) = (0, false);
        loop {
            let mut tx = self.db.read().await?;
            let rows = tx.unsent_sponsorships(run.organization, after, MOST).await?;
            drop(tx);
            let last = rows.last().map(|row| row.gift().revision);
            let whole = rows.len() == CHUNK;
            let items = rows.iter().map(Item::of).collect();
            let answer = self.exchange(run, items, run.cursor).await?;
            let more = answer.more;
            // A cloud set back to a backup begins anew, once.
            let forward = answer.cursor > run.cursor;
            let goes_on = forward || !begun_anew;
            begun_anew |= !forward;
            self.apply(run, answer, false).await?;
            if more && !goes_on {
                return Err(SyncError::Repeating);
            }
            after = last.unwrap_or(after);
            if !whole && !more {
                return Ok(());
            }
        }
    }

    /// One request; lost on the way, it is made once more under the same name.
    async fn exchange(
        &self,
        run: &mut Run,
        items: Vec<Item>,
        cursor: i64,
    ) -> Result<SyncAnswer, SyncError> {
        let batch = SyncBatch {
            run: run.id,
            organization: run.cloud_organization,
            billing_sync_key: run.billing_sync_key.clone(),
            request: self.unguessable_id(),
            cursor,
            items,
        };
        run.totals.sent += i64::try_from(batch.items.len()).unwrap_or(0);
        let begun = self.now();
        let outcome = match self.ports.cloud.sync_v2(batch.clone()).await {
            // A cloud that was silent for long is left to the next run.
            Err(CloudError::Unreachable(_)) if self.now() - begun < PATIENCE => {
                self.ports.cloud.sync_v2(batch).await
            }
            outcome => outcome,
        };
        Ok(outcome?)
    }

    /// Takes an answer of the cloud: first what became of our items, then its changes.
    async fn apply(
        &self,
        run: &mut Run,
        answer: SyncAnswer,
        thorough: bool,
    ) -> Result<(), SyncError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.lock_sponsorships(run.organization).await?;
        let ids: Vec<_> = answer
            .results
            .iter()
            .map(|(result, _)| result.id)
            .chain(answer.changes.iter().map(|change| change.id))
            .collect();
        let rows = tx.sponsorships(run.organization, &ids).await?;
        let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.gift().id, row)).collect();
        let mut changed: HashMap<Id<Sponsorship>, Sponsorship> = HashMap::new();
        let (mut renamed, mut refused) = (Vec::new(), Vec::new());
        for (result, word) in &answer.results {
            match word.as_str() {
                "created" => run.totals.created += 1,
                "updated" => run.totals.updated += 1,
                "removed" => run.totals.removed += 1,
                "refused" => {
                    run.totals.refused += 1;
                    if let domain::sponsorships::sync::ItemAnswer::Refused(code) = &result.answer {
                        refused.push((result.id, code.as_str()));
                    }
                }
                _ => {}
            }
            let Some(next) = rows.get(&result.id).and_then(|row| answered(row, result, now)) else {
                continue;
            };
            if result.cloud_id != result.id {
                renamed.push(result.id);
                rows.remove(&result.id);
            }
            // What the cloud takes as it is need not be written when nothing is different.
            if thorough && rows.get(&next.gift().id).is_some_and(|row| same(row, &next)) {
                continue;
            }
            rows.insert(next.gift().id, next.clone());
            changed.insert(next.gift().id, next);
        }
        run.totals.received += i64::try_from(answer.changes.len()).unwrap_or(0);
        let mut lost = Vec::new();
        for change in &answer.changes {
            match rows.get(&change.id) {
                Some(row) => {
                    if let Some(next) = follow(row, change, thorough, now) {
                        rows.insert(change.id, next.clone());
                        changed.insert(change.id, next);
                    }
                }
                None => lost.extend(recovered(run.organization, change, now)),
            }
        }
        for row in self.admissible(&mut tx, run.organization, lost, &rows).await? {
            changed.insert(row.gift().id, row);
        }
        tx.forget_sponsorships(run.organization, &renamed).await?;
        let mut changed: Vec<_> = changed.into_values().collect();
        tx.save_sponsorships(Some(run.organization), &mut changed).await?;
        let mut cursor = tx.sync_cursor(run.organization).await?;
        cursor.cursor = answer.cursor;
        run.cursor = answer.cursor;
        tx.save_sync_cursor(run.organization, &cursor).await?;
        tx.keep_refused(run.id, &refused).await?;
        let step = if thorough { "compare" } else { "push" };
        tx.step_run(run.id, step, run.protocol, &run.totals, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Those of what this server lost that nothing here stands in the way of.
    async fn admissible(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        lost: Vec<Sponsorship>,
        rows: &HashMap<Id<Sponsorship>, Sponsorship>,
    ) -> Result<Vec<Sponsorship>, StoreError> {
        if lost.is_empty() {
            return Ok(lost);
        }
        let emails: Vec<_> = lost.iter().map(|row| row.gift().recipient.key()).collect();
        let members: Vec<_> = lost.iter().map(|row| row.gift().member).collect();
        let mut there = tx.sponsorships_for(organization, &emails).await?;
        there.extend(tx.own_sponsorships_by(organization, &members).await?);
        there.extend(rows.values().filter(|row| row.lives()).cloned());
        Ok(lost
            .into_iter()
            .filter(|row| {
                let gift = row.gift();
                !there.iter().map(Sponsorship::gift).any(|it| {
                    it.recipient.key() == gift.recipient.key()
                        || (it.member == gift.member
                            && !it.admin_initiated
                            && !gift.admin_initiated)
                })
            })
            .collect())
    }

    async fn finish_sync(
        &self,
        run: Uuid,
        permit: &Permit<SyncNow>,
        trigger: Trigger,
        failure: Option<&SyncError>,
    ) -> Result<(), SyncError> {
        let now = self.now();
        let organization = permit.organization();
        let mut tx = self.db.write().await?;
        let mut cursor = tx.sync_cursor(organization).await?;
        cursor.last_try_at = Some(now);
        match failure {
            None => {
                cursor.failures = 0;
                cursor.retry_at = None;
                cursor.failing_since = None;
                cursor.last_success_at = Some(now);
                if trigger == Trigger::Daily {
                    cursor.last_full_at = Some(now);
                }
                tx.finish_run(run, None, now).await?;
                tx.record(Event::by(EventKind::SponsorshipsSynced, permit), now).await?;
            }
            Some(error) => {
                let words = error.to_string();
                tx.finish_run(run, Some((error.word(), &words)), now).await?;
                self.plan_next_try(&mut tx, organization, &mut cursor, error, now).await?;
                if cursor.failures == 1 {
                    tx.record(Event::by(EventKind::SponsorshipSyncFailed, permit), now).await?;
                }
                tracing::warn!(
                    organization.id = %organization, run.id = %run, code = error.word(),
                    "a sync failed"
                );
            }
        }
        tx.save_sync_cursor(organization, &cursor).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Whether two states of a row differ in nothing but when they were last agreed on.
fn same(row: &Sponsorship, next: &Sponsorship) -> bool {
    let mut next = next.clone();
    next.gift_mut().last_sync_at = row.gift().last_sync_at;
    next.gift().last_sync_at.is_some() && *row == next
}
