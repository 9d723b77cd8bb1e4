//! What happened in an organization, for the operator.

use std::collections::{BTreeSet, HashMap};

use domain::{
    authz::{OperateOrganization, Permit},
    policies::Policy,
};
use store::events::EventRow;
use uuid::Uuid;

use crate::{
    App,
    events::{EventFilter, EventPage, ListEventsError, Reading},
};

/// A page of an organization's log, with what its ids stand for.
#[derive(Debug)]
pub struct NamedEvents {
    /// The page.
    pub page: EventPage,
    /// The mail addresses of people, members and installations that are still there.
    pub names: HashMap<Uuid, String>,
    /// The policies of the organization.
    pub policies: Vec<Policy>,
}

impl App {
    /// A page of an organization's log for whoever runs the server, whatever its plan.
    ///
    /// # Errors
    ///
    /// When what is asked for cannot be read.
    pub async fn operators_view_of_events(
        &self,
        permit: Permit<OperateOrganization>,
        filter: &EventFilter,
        reading: &Reading,
    ) -> Result<NamedEvents, ListEventsError> {
        let organization = permit.organization();
        let page = self.chosen_events(organization, filter, reading).await?;
        let ids: BTreeSet<Uuid> = page.events.iter().flat_map(named).collect();
        let ids: Vec<Uuid> = ids.into_iter().collect();
        let mut tx = self.db.read().await?;
        let names = tx.names(&ids).await?;
        let policies = tx.policies(organization).await?;
        Ok(NamedEvents { page, names, policies })
    }
}

/// Whom an event names by their ids.
fn named(event: &EventRow) -> impl Iterator<Item = Uuid> {
    let ids = [event.acting_user_id, event.user_id, event.member_id, event.installation_id];
    ids.into_iter().flatten()
}
