//! `admin organization`: the organizations on this server.

use anyhow::{Context as _, Result};
use app::{App, admin::By, organizations::OrganizationRecord};
use clap::Subcommand;
use domain::{
    authz::{OperateOrganization, Permit},
    id::Id,
    organizations::Feature,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::say::say;

/// How many are listed.
const MOST: i64 = 1000;

/// What can be done with organizations.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List organizations by name
    List {
        /// Only those whose name or billing address contains this
        #[arg(long, default_value = "")]
        search: String,
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show one organization
    Show {
        /// Which
        id: Uuid,
    },
    /// Let an organization work again
    Enable {
        /// Which
        id: Uuid,
    },
    /// Stop an organization; its people still see it and cannot use it
    Disable {
        /// Which
        id: Uuid,
    },
    /// Let an organization use something no plan includes
    Grant {
        /// Which
        id: Uuid,
        /// The protocol's name of it, as `useAdminSponsoredFamilies`
        #[arg(long)]
        feature: String,
        /// Take it away instead
        #[arg(long)]
        revoke: bool,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::List { search, json } => {
            let found = app.find_organizations(&search, MOST).await?;
            if json {
                let all: Vec<Value> = found.iter().map(as_json).collect();
                say(serde_json::to_string_pretty(&all)?);
            } else {
                for organization in &found {
                    let state = if organization.enabled { "enabled" } else { "disabled" };
                    let plan = organization.entitlements.plan.plan().name;
                    say(format_args!(
                        "{}  {state:8}  {plan:24}  {}",
                        organization.id, organization.name
                    ));
                }
            }
        }
        Command::Show { id } => {
            let (organization, _) = app.inspect_organization(&permit(id)).await?;
            say(serde_json::to_string_pretty(&as_json(&organization))?);
        }
        Command::Enable { id } => switch(app, id, true).await?,
        Command::Disable { id } => switch(app, id, false).await?,
        Command::Grant { id, feature, revoke } => {
            let named = Feature::ALL.iter().find(|it| it.name() == feature);
            let feature = named.with_context(|| format!("there is no feature called {feature}"))?;
            app.grant_feature(permit(id), *feature, !revoke, &By::command()).await?;
            let done = if revoke { "no longer uses" } else { "may use" };
            say(format_args!("the organization {done} {}", feature.name()));
        }
    }
    Ok(())
}

async fn switch(app: &App, id: Uuid, enabled: bool) -> Result<()> {
    let changed = app.switch_organization(permit(id), enabled, &By::command()).await?;
    let state = if enabled { "enabled" } else { "disabled" };
    let before = if changed { "" } else { "already " };
    say(format_args!("the organization is {before}{state}"));
    Ok(())
}

pub(super) fn permit(id: Uuid) -> Permit<OperateOrganization> {
    Permit::of_the_server("a command typed on the server's machine", Id::new(id))
}

fn as_json(organization: &OrganizationRecord) -> Value {
    let given = &organization.entitlements;
    let features: Vec<&str> = given.features.iter().map(Feature::name).collect();
    json!({
        "id": organization.id.uuid(),
        "name": organization.name,
        "billingEmail": organization.billing_email,
        "enabled": organization.enabled,
        "plan": given.plan.plan().lookup_key,
        "planType": given.plan.number(),
        "seats": given.seats,
        "features": features,
        "expiresAt": organization.expires_at,
        "createdAt": organization.created_at,
    })
}
