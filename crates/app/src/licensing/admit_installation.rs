//! Whether a server may act for an organization: shown at first, enforced when the operator says so.

use chrono::{DateTime, Utc};
use domain::{
    events::EventKind,
    id::Id,
    licensing::{Installation, ServerStanding},
    organizations::Organization,
};
use store::{StoreError, Tx, outbox::Event};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why a server may not act for an organization.
#[derive(Debug, thiserror::Error)]
pub enum NotAdmitted {
    /// No owner approved it.
    #[error(
        "This server is not approved for the organization. An owner approves it on the cloud, among \
         the organization's connected servers, or by downloading a license for it."
    )]
    NotApproved,
    /// An owner removed it.
    #[error(
        "This server was removed from the organization. An owner can approve it again on the cloud, \
         among the organization's connected servers."
    )]
    Removed,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for NotAdmitted {
    fn kind(&self) -> Kind {
        match self {
            Self::NotApproved | Self::Removed => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NotApproved => Some("installation_not_approved"),
            Self::Removed => Some("installation_removed"),
            Self::Store(_) => None,
        }
    }
}

impl App {
    /// Lets a server act for an organization, or refuses. One that is not known is written down for
    /// the owners to see; commit `tx` in either case.
    ///
    /// # Errors
    ///
    /// [`NotAdmitted::NotApproved`] where approval is enforced and no owner gave it, and
    /// [`NotAdmitted::Removed`] everywhere.
    pub async fn admit_installation(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        installation: Id<Installation>,
        now: DateTime<Utc>,
    ) -> Result<(), NotAdmitted> {
        let standing = tx.installation_standing(organization, installation).await?;
        if standing.is_none() && tx.note_installation(organization, installation, now).await? {
            let event = Event {
                installation: Some(installation.uuid()),
                ..Event::of(EventKind::InstallationLinked, organization)
            };
            tx.record(event, now).await?;
            tracing::warn!(
                installation.id = %installation, organization.id = %organization,
                "a server that no owner approved asks for an organization"
            );
        }
        match standing {
            Some(ServerStanding::Approved) => Ok(()),
            Some(ServerStanding::Refused) => Err(NotAdmitted::Removed),
            _ if self.settings.bind_installations => Err(NotAdmitted::NotApproved),
            Some(ServerStanding::Noted) | None => Ok(()),
        }
    }
}
