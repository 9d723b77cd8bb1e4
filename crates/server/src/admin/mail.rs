//! `admin mail`: the letters the server wrote.

use anyhow::Result;
use app::{App, admin::By};
use clap::Subcommand;
use serde_json::json;
use store::mails::MailRow;
use uuid::Uuid;

use crate::say::say;

/// What can be done with mails.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the mails, oldest first
    List {
        /// Only those to this address
        #[arg(long, value_name = "EMAIL")]
        to: Option<String>,
        /// How many at most: the newest
        #[arg(long, value_name = "N", default_value_t = 1000)]
        limit: i64,
        /// Print them as JSON, with their texts
        #[arg(long)]
        json: bool,
    },
    /// Send a mail that was given up, or kept for want of a mail server
    Retry {
        /// Which, as `list` names it
        id: Uuid,
    },
    /// Print one mail
    Show {
        /// Which, as `list` names it
        id: Uuid,
    },
}

/// Runs a command.
pub async fn run(app: &App, command: Command) -> Result<()> {
    match command {
        Command::List { to, limit, json } => {
            let mut mails = app.list_mails(to.as_deref(), limit).await?;
            mails.reverse();
            if json {
                let mails: Vec<_> = mails.iter().map(as_json).collect();
                say(serde_json::to_string_pretty(&mails)?);
            } else {
                for mail in &mails {
                    let written = mail.created_at.format("%Y-%m-%d %H:%M");
                    let (state, to) = (mail.state_name(), &mail.recipient);
                    say(format_args!("{}  {written}  {state:8}  {to}  {}", mail.id, mail.subject));
                }
            }
        }
        Command::Retry { id } => {
            app.retry_mail(id, &By::command()).await?;
            say("it is sent as soon as a server takes it");
        }
        Command::Show { id } => {
            let mail = app.find_mail(id).await?;
            say(format_args!("To: {}\nSubject: {}\n", mail.recipient, mail.subject));
            say(if mail.body_text.is_empty() {
                "(sent; the text is not kept)"
            } else {
                &mail.body_text
            });
            if let Some(error) = &mail.last_error {
                say(format_args!("({}: {error})", mail.state_name()));
            }
        }
    }
    Ok(())
}

fn as_json(mail: &MailRow) -> serde_json::Value {
    json!({
        "id": mail.id,
        "to": mail.recipient,
        "template": mail.template,
        "language": mail.language,
        "subject": mail.subject,
        "text": mail.body_text,
        "state": mail.state_name(),
        "error": mail.last_error,
        "createdAt": mail.created_at,
    })
}
