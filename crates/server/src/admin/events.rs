//! `admin events`: an organization's event log.

use anyhow::Result;
use app::{
    App,
    events::{EventFilter, Reading},
};
use clap::Subcommand;
use domain::{authz::Permit, events::EventKind, id::Id};
use serde_json::json;
use uuid::Uuid;

use crate::say::say;

/// What can be done with events.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List what happened in an organization in the last 30 days, newest first
    List {
        /// Which organization
        #[arg(long, value_name = "ID")]
        organization: Uuid,
        /// From when
        #[arg(long, value_name = "DATE")]
        start: Option<String>,
        /// To when
        #[arg(long, value_name = "DATE")]
        end: Option<String>,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    let Command::List { organization, start, end, json } = command;
    let mut reading = Reading { start, end, token: None };
    let mut events = Vec::new();
    loop {
        let organization = Id::new(organization);
        let permit = Permit::of_the_server("a command typed on the server's machine", organization);
        let page = app.list_organization_events(permit, &EventFilter::default(), &reading).await?;
        events.extend(page.events);
        reading.token = page.next;
        if reading.token.is_none() {
            break;
        }
    }
    let name = |kind| EventKind::numbered(kind).map_or("unknown", EventKind::name);
    if json {
        let lines: Vec<_> = events
            .iter()
            .map(|event| {
                json!({
                    "type": event.kind,
                    "name": name(event.kind),
                    "date": event.happened_at,
                    "actingUserId": event.acting_user_id,
                    "userId": event.user_id,
                    "memberId": event.member_id,
                    "subjectId": event.subject_id,
                    "installationId": event.installation_id,
                    "systemUser": event.system_user,
                })
            })
            .collect();
        say(serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    for event in &events {
        let at = event.happened_at.format("%Y-%m-%d %H:%M:%S");
        let who = event.acting_user_id.map_or("the server".to_owned(), |user| user.to_string());
        say(format_args!("{at}  {:32}  {who}", name(event.kind)));
    }
    Ok(())
}
