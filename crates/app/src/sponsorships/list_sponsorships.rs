//! Every sponsorship of an organization, for those who manage them.

use chrono::{DateTime, Utc};
use domain::{
    authz::{GiveSponsorship, ManageSponsorships, Permit},
    id::Id,
    sponsorships::{SeatForecast, Sponsorship, forecast, status},
};
pub use store::sponsorships::Wanted;
use store::{
    StoreError,
    sponsorships::{Counts, Page},
};

use crate::App;

/// The longest page.
const LONGEST: i64 = 1_000;

/// One page of a list, and where the next begins.
#[derive(Debug)]
pub struct SponsorshipPage {
    /// What is on it.
    pub rows: Vec<Sponsorship>,
    /// After which the next page begins; none after the last.
    pub next: Option<(DateTime<Utc>, Id<Sponsorship>)>,
}

impl App {
    /// The living sponsorship a member gives in their own name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn own_sponsorship(
        &self,
        permit: &Permit<GiveSponsorship>,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let mut tx = self.db.read().await?;
        let Some(user) = permit.actor().user() else { return Ok(None) };
        let seat = tx.membership_of(permit.organization(), user).await?;
        match seat {
            Some(member) => tx.own_sponsorship(permit.organization(), member.seat().id).await,
            None => Ok(None),
        }
    }

    /// The living sponsorships of an organization that `wanted` names, a page at a time, in the
    /// order they were made.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_sponsorships(
        &self,
        permit: &Permit<ManageSponsorships>,
        wanted: &Wanted,
        after: Option<(DateTime<Utc>, Id<Sponsorship>)>,
        limit: i64,
    ) -> Result<SponsorshipPage, StoreError> {
        let limit = limit.clamp(1, LONGEST);
        let page = Page { after, limit };
        let rows =
            self.db.read().await?.sponsorship_page(permit.organization(), wanted, page).await?;
        let whole = i64::try_from(rows.len()).is_ok_and(|count| count == limit);
        let next = rows.last().filter(|_| whole).map(|row| {
            let gift = row.gift();
            (gift.created_at, gift.id)
        });
        Ok(SponsorshipPage { rows, next })
    }

    /// The same, whole, as lines of comma-separated values with a heading. Notes are encrypted for
    /// the organization and are left out.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn export_sponsorships(
        &self,
        permit: &Permit<ManageSponsorships>,
        wanted: &Wanted,
    ) -> Result<String, StoreError> {
        let mut text = String::from(
            "id,recipient,name,given by,status,since,until,next,at,awaiting sync,reason,refusal\r\n",
        );
        let mut after = None;
        let mut tx = self.db.read().await?;
        loop {
            let page = Page { after, limit: LONGEST };
            let rows = tx.sponsorship_page(permit.organization(), wanted, page).await?;
            for row in &rows {
                text.push_str(&line(row));
            }
            let last = rows.last().map(|row| (row.gift().created_at, row.gift().id));
            if i64::try_from(rows.len()).is_ok_and(|count| count < LONGEST) || last.is_none() {
                return Ok(text);
            }
            after = last;
        }
    }

    /// How the seats of an organization would be used after `more` sponsorships in its name, and
    /// how many sponsorships of each sort there are.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forecast_seats(
        &self,
        permit: &Permit<ManageSponsorships>,
        more: i64,
    ) -> Result<(SeatForecast, Vec<Counts>), StoreError> {
        let mut tx = self.db.read().await?;
        let now = tx.sponsor_seats(permit.organization(), self.now()).await?;
        let counts = tx.sponsorship_counts(permit.organization()).await?;
        Ok((forecast(now, more.clamp(0, 1_000_000)), counts))
    }
}

fn line(row: &Sponsorship) -> String {
    let (gift, shown) = (row.gift(), status(row));
    let moment = |at: Option<DateTime<Utc>>| at.map(|at| at.to_rfc3339()).unwrap_or_default();
    let (next, at) = shown.next.parts();
    let cells = [
        gift.id.to_string(),
        gift.recipient.email.clone(),
        gift.recipient.friendly_name.clone().unwrap_or_default(),
        if gift.admin_initiated { "organization" } else { "member" }.to_owned(),
        shown.label.word().to_owned(),
        shown.since.to_rfc3339(),
        moment(row.until()),
        next.to_owned(),
        moment(at),
        if shown.awaiting_sync { "yes" } else { "no" }.to_owned(),
        shown.reason.map(|reason| reason.word().to_owned()).unwrap_or_default(),
        shown.refusal.unwrap_or_default(),
    ];
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell: quoted where it must be, and never read as a formula by a spreadsheet.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        let cases = [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("=1+1", "'=1+1"),
        ];
        for (cell, expected) in cases {
            assert_eq!(quoted(cell), expected);
        }
    }
}
