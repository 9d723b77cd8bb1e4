//! Once a day, everything is compared: what was lost on either side comes back, or goes.

use domain::sponsorships::sync::{CHUNK, Item};
use store::sponsorships::{Page, Wanted};

use super::{MOST, Run, SyncError};
use crate::App;

impl App {
    /// Sends every living sponsorship and reads every one the cloud has, in chunks side by side.
    pub(super) async fn compare_all(&self, run: &mut Run) -> Result<(), SyncError> {
        let (mut after, mut cursor) = (None, 0);
        let (mut sending, mut reading) = (true, true);
        while sending || reading {
            let rows = if sending {
                let page = Page { after, limit: MOST };
                let mut tx = self.db.read().await?;
                tx.sponsorship_page(run.organization, &Wanted::default(), page).await?
            } else {
                Vec::new()
            };
            after = rows.last().map(|row| (row.gift().created_at, row.gift().id)).or(after);
            sending = rows.len() == CHUNK;
            let items = rows.iter().map(Item::of).collect();
            let from = if reading { cursor } else { run.cursor };
            let answer = self.exchange(run, items, from).await?;
            if reading && answer.more && answer.cursor <= cursor {
                return Err(SyncError::Repeating);
            }
            cursor = answer.cursor;
            reading = reading && answer.more;
            self.apply(run, answer, true).await?;
        }
        Ok(())
    }
}
