//! Whoever runs the cloud gives an organization another number of seats.

use domain::{
    admin::Act,
    authz::{OperateOrganization, Permit},
    events::EventKind,
};
use store::{StoreError, outbox::Event};

use crate::{
    App,
    admin::By,
    fault::{Fault, Kind},
};

/// Why the organization keeps the seats it has.
#[derive(Debug, thiserror::Error)]
pub enum SetSeatsError {
    /// There is no such organization.
    #[error("There is no such organization.")]
    NoSuchOrganization,
    /// A licence says how many there are.
    #[error("The organization has its seats from a license; the cloud changes them.")]
    FromLicense,
    /// The plan has so many and no more.
    #[error("The organization's plan has a fixed number of seats.")]
    FixedByPlan,
    /// Some are taken.
    #[error("{taken} seats are taken; remove members or sponsorships first.")]
    Taken {
        /// How many.
        taken: i64,
    },
    /// The plan begins with more, or ends before.
    #[error("The plan has from {least} to {most} seats.")]
    OutOfRange {
        /// The fewest.
        least: i64,
        /// The most.
        most: i64,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for SetSeatsError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::FromLicense
            | Self::FixedByPlan
            | Self::Taken { .. }
            | Self::OutOfRange { .. } => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::FromLicense => Some("seats_from_license"),
            Self::FixedByPlan => Some("seats_fixed_by_plan"),
            Self::Taken { .. } => Some("seats_taken"),
            Self::OutOfRange { .. } => Some("seats_out_of_range"),
            Self::NoSuchOrganization | Self::Store(_) => None,
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Taken { .. } | Self::OutOfRange { .. } => {
                vec![("Seats".to_owned(), self.to_string())]
            }
            _ => Vec::new(),
        }
    }
}

impl App {
    /// Gives the organization another number of seats.
    ///
    /// # Errors
    ///
    /// See [`SetSeatsError`].
    pub async fn set_seats(
        &self,
        permit: Permit<OperateOrganization>,
        seats: i64,
        by: &By,
    ) -> Result<(), SetSeatsError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        // Nobody takes a seat meanwhile.
        tx.hold_organization(id, now).await?;
        let found = tx.organization(id).await?.ok_or(SetSeatsError::NoSuchOrganization)?;
        tx.subscription(id).await?.ok_or(SetSeatsError::FromLicense)?;
        let sold = found.entitlements.plan.plan().seats_sold();
        let (least, most) = sold.ok_or(SetSeatsError::FixedByPlan)?;
        if !(least..=most).contains(&seats) {
            return Err(SetSeatsError::OutOfRange { least, most });
        }
        let taken = tx.seating(id, now).await?.taken();
        if seats < taken {
            return Err(SetSeatsError::Taken { taken });
        }
        let before = found.entitlements.seats.unwrap_or(0).to_string();
        tx.set_seats(id, Some(seats), now).await?;
        tx.record(Event::by(EventKind::OrganizationUpdated, &permit), now).await?;
        tx.touch_members(id, now).await?;
        let deed = by.did(Act::SetSeats).to(id.uuid()).called(found.name);
        tx.note_deed(&deed.turning(before, seats.to_string()), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
