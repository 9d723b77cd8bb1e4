//! How many sponsorships of each sort an organization gives, kept as numbers.

use std::collections::BTreeMap;

use domain::{id::Id, organizations::Organization, sponsorships::Sponsorship};
use sqlx::FromRow;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    COUNTS = "
        SELECT state, admin_initiated, unsent, held
          FROM sponsorship_counts
         WHERE organization_id = $1 AND held <> 0";

    AMONG = "
        SELECT state, admin_initiated, unsent, COUNT(*) AS held
          FROM sponsorships
         WHERE sponsoring_organization_id = $1 AND state <> 5 AND id IN ({list})
         GROUP BY state, admin_initiated, unsent";

    ADD = "
        INSERT INTO sponsorship_counts (organization_id, state, admin_initiated, unsent, held)
        VALUES {rows}
        ON CONFLICT (organization_id, state, admin_initiated, unsent) DO UPDATE
           SET held = sponsorship_counts.held + excluded.held";
}

/// How many living sponsorships there are of a sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Counts {
    /// The number of the state.
    pub state: i64,
    /// Given by administrators, or members' own.
    pub admin_initiated: bool,
    /// Whether the cloud has not answered them.
    pub unsent: bool,
    /// How many.
    pub held: i64,
}

/// By how much the numbers of an organization change: of each sort, by state, giver and `unsent`.
#[derive(Debug, Default)]
pub(super) struct Difference(BTreeMap<(i64, bool, bool), i64>);

impl Difference {
    /// So many more, or fewer, of a sort.
    pub(super) fn add(&mut self, sort: Counts) {
        *self.0.entry((sort.state, sort.admin_initiated, sort.unsent)).or_default() += sort.held;
    }

    /// One more, unless it is over.
    pub(super) fn begin(&mut self, row: &Sponsorship) {
        let gift = row.gift();
        let (admin_initiated, unsent) = (gift.admin_initiated, gift.unsent);
        if row.lives() {
            self.add(Counts { state: row.number(), admin_initiated, unsent, held: 1 });
        }
    }
}

impl Tx {
    /// How many living sponsorships of each sort `organization` gives.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsorship_counts(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<Counts>, StoreError> {
        self.all(COUNTS, args![organization]).await
    }

    /// What the numbers lose when those of `ids` that `organization` gives go, or become others.
    /// Nobody else changes them meanwhile: the organization is held.
    pub(super) async fn without(
        &mut self,
        organization: Id<Organization>,
        ids: &[Arg<'_>],
    ) -> Result<Difference, StoreError> {
        let there: Vec<Counts> = self.all_in(AMONG, args![organization], ids).await?;
        let mut difference = Difference::default();
        for sort in there {
            difference.add(Counts { held: -sort.held, ..sort });
        }
        Ok(difference)
    }

    /// Keeps the numbers of `organization` as they are now.
    pub(super) async fn recount(
        &mut self,
        organization: Id<Organization>,
        difference: Difference,
    ) -> Result<(), StoreError> {
        let changed = difference.0.into_iter().filter(|(_, held)| *held != 0);
        let values: Vec<Arg<'_>> = changed
            .flat_map(|((state, admin_initiated, unsent), held)| {
                [
                    Arg::from(organization),
                    Arg::from(state),
                    Arg::from(admin_initiated),
                    Arg::from(unsent),
                    Arg::from(held),
                ]
            })
            .collect();
        if values.is_empty() { Ok(()) } else { self.execute_rows(ADD, 5, &values).await.map(drop) }
    }
}
