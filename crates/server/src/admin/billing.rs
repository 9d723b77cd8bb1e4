//! `admin billing`: what organizations pay for on this server.

use anyhow::{Context as _, Result};
use app::{App, admin::By};
use chrono::{DateTime, Utc};
use clap::Subcommand;
use domain::billing::Subscription;
use serde_json::{Value, json};
use uuid::Uuid;

use super::organizations::permit;
use crate::say::say;

/// What can be done with subscriptions.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show what an organization pays for
    Show {
        /// Which
        #[arg(long)]
        organization: Uuid,
    },
    /// Let the present period of a subscription end at another time
    SetPeriod {
        /// Which organization's
        #[arg(long)]
        organization: Uuid,
        /// When, as 2030-12-31T00:00:00Z
        #[arg(long)]
        ends_at: DateTime<Utc>,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    let subscription = match command {
        Command::Show { organization } => {
            let (_, subscription) = app.inspect_organization(&permit(organization)).await?;
            subscription.context("the organization has no subscription here")?
        }
        Command::SetPeriod { organization, ends_at } => {
            app.set_period(permit(organization), ends_at, &By::command()).await?
        }
    };
    say(serde_json::to_string_pretty(&as_json(&subscription))?);
    Ok(())
}

fn as_json(subscription: &Subscription) -> Value {
    json!({
        "organizationId": subscription.organization.uuid(),
        "status": subscription.status.word(),
        "annual": subscription.annual,
        "trialEndsAt": subscription.trial_ends_at,
        "periodStartsAt": subscription.period_starts_at,
        "periodEndsAt": subscription.period_ends_at,
        "cancelAtPeriodEnd": subscription.cancel_at_period_end,
        "sponsored": subscription.sponsored,
        "creditCents": subscription.credit.0,
    })
}
