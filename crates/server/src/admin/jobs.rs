//! `admin jobs`: the work that waits or failed.

use anyhow::Result;
use app::{App, admin::By};
use clap::Subcommand;
use domain::id::Id;
use serde_json::json;
use store::jobs::JobRow;
use uuid::Uuid;

use crate::say::say;

/// How many are listed.
const MOST: i64 = 1000;

/// What can be done with jobs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the jobs that are not done, newest first
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Try a job again now
    Retry {
        /// Which, as `list` names it
        id: Uuid,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::List { json: true } => {
            let jobs: Vec<_> = app.list_jobs(MOST).await?.iter().map(as_json).collect();
            say(serde_json::to_string_pretty(&jobs)?);
        }
        Command::List { json: false } => {
            let jobs = app.list_jobs(MOST).await?;
            if jobs.is_empty() {
                say("nothing waits");
            }
            for job in &jobs {
                let due = job.run_at.format("%Y-%m-%d %H:%M");
                let error = job.last_error.as_deref().unwrap_or_default();
                let (state, tries) = (job.state_name(), job.attempts);
                say(format_args!(
                    "{}  {due}  {state:8}  {}  tries: {tries}  {error}",
                    job.id, job.kind
                ));
            }
        }
        Command::Retry { id } => {
            app.retry_job(Id::new(id), &By::command()).await?;
            say("it runs as soon as a server takes it");
        }
    }
    Ok(())
}

fn as_json(job: &JobRow) -> serde_json::Value {
    json!({
        "id": job.id,
        "kind": job.kind,
        "subject": job.subject,
        "state": job.state_name(),
        "attempts": job.attempts,
        "runAt": job.run_at,
        "error": job.last_error,
        "createdAt": job.created_at,
    })
}
