//! Organizations, for the operator.

use domain::{
    admin::Act,
    authz::{Actor, DeleteOrganization, Denied, Permit, Standing, ViewOrganization},
    billing::Subscription,
    id::Id,
    organizations::{Organization, rules::Seating},
};
use store::{
    StoreError,
    licensing::LinkedInstallation,
    organizations::OrganizationRecord,
    portal::{Administrator, ConnectionState, FoundOrganization, Holdings, People},
};

use super::{By, OperatorSession};
use crate::{
    App,
    fault::{Fault, Kind},
    sponsorships::view_sync::{NotedRun, noted_runs},
};

/// How many syncs are shown.
const RUNS: i64 = 10;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Part of the name.
    pub name: String,
    /// The mail address of someone in it.
    pub email: Option<String>,
    /// The page, from 1.
    pub page: i64,
    /// How many are on a page.
    pub count: i64,
}

/// A page of organizations.
#[derive(Debug)]
pub struct FoundPage {
    /// The organizations, by name.
    pub organizations: Vec<FoundOrganization>,
    /// How many there are in all.
    pub total: i64,
    /// Whether another page follows.
    pub more: bool,
}

/// Everything the portal shows of an organization.
#[derive(Debug)]
pub struct OrganizationView {
    /// The organization itself.
    pub organization: OrganizationRecord,
    /// Who is in it.
    pub people: People,
    /// What it holds.
    pub holdings: Holdings,
    /// Its owners and administrators.
    pub administrators: Vec<Administrator>,
    /// What it is connected to.
    pub connections: Vec<ConnectionState>,
    /// Its last syncs.
    pub runs: Vec<NotedRun>,
    /// How its seats are used.
    pub seating: Seating,
    /// The fewest and the most seats it can be given; none where a licence or its plan says how
    /// many it has.
    pub seats_range: Option<(i64, i64)>,
    /// The servers of its own, on the cloud.
    pub servers: Vec<LinkedInstallation>,
    /// What it pays for, on the cloud.
    pub subscription: Option<Subscription>,
}

/// Why there is no organization to show or delete.
#[derive(Debug, thiserror::Error)]
pub enum OperateError {
    /// There is none of that id.
    #[error("There is no such organization.")]
    NoSuchOrganization,
    /// Operators may not do that.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for OperateError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::Denied(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }
}

impl OperatorSession {
    /// What the table of permissions allows those who run the server.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub fn permit<A: domain::authz::Action>(
        &self,
        organization: Id<Organization>,
    ) -> Result<Permit<A>, Denied> {
        Permit::ask(Actor::Operator(self.id), organization, Some(Standing::Operator))
    }
}

impl App {
    /// Organizations by name.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn search_organizations(&self, search: &Search) -> Result<FoundPage, StoreError> {
        let count = search.count.clamp(1, 100);
        let skip = (search.page.clamp(1, 1_000_000) - 1) * count;
        let email = search.email.as_deref().map(|email| email.trim().to_lowercase());
        let email = email.filter(|email| !email.is_empty());
        let mut tx = self.db.read().await?;
        let name = search.name.trim();
        let mut found = tx.find_organizations(name, email.as_deref(), skip, count + 1).await?;
        let page = usize::try_from(count).unwrap_or(usize::MAX);
        let more = found.len() > page;
        found.truncate(page);
        let total = tx.count_organizations(name, email.as_deref()).await?;
        Ok(FoundPage { organizations: found, total, more })
    }

    /// Everything the portal shows of an organization.
    ///
    /// # Errors
    ///
    /// When there is none of that id.
    pub async fn view_organization(
        &self,
        permit: &Permit<ViewOrganization>,
    ) -> Result<OrganizationView, OperateError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.read().await?;
        let organization = tx.organization(id).await?.ok_or(OperateError::NoSuchOrganization)?;
        let seating = tx.seating(id, now).await?;
        let subscription = tx.subscription(id).await?;
        let sold = organization.entitlements.plan.plan().seats_sold();
        let range = sold.map(|(least, most)| (least.max(seating.taken()), most));
        Ok(OrganizationView {
            seats_range: range.filter(|(least, most)| subscription.is_some() && least <= most),
            organization,
            people: tx.people(id).await?,
            holdings: tx.holdings(id).await?,
            administrators: tx.administrators(id).await?,
            connections: tx.connection_states(id).await?,
            runs: noted_runs(&mut tx, id, None, RUNS).await?,
            seating,
            servers: tx.linked_installations(id).await?,
            subscription,
        })
    }

    /// Deletes an organization with everything in it, as its operator.
    ///
    /// # Errors
    ///
    /// When there is none of that id.
    pub async fn remove_organization(
        &self,
        permit: Permit<DeleteOrganization>,
        by: &By,
    ) -> Result<(), OperateError> {
        let id = permit.organization();
        let now = self.now();
        let mut tx = self.db.write().await?;
        let found = tx.organization(id).await?.ok_or(OperateError::NoSuchOrganization)?;
        tx.touch_members(id, now).await?;
        tx.delete_organization(id).await?;
        let deed = by.did(Act::DeleteOrganization).to(id.uuid()).called(found.name);
        tx.note_deed(&deed, now).await?;
        tx.commit().await?;
        tracing::info!(organization.id = %id, "an operator deleted an organization");
        Ok(())
    }
}
