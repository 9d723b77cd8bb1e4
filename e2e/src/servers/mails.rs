//! The mails a server has written, read from its own outbox.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Server;
use crate::person::Link;

/// A mail in the outbox.
#[derive(Debug, Clone, Deserialize)]
pub struct Mail {
    /// Whom it is for.
    pub to: String,
    /// Which letter it is.
    pub template: String,
    /// Its subject.
    pub subject: String,
    /// What it says.
    pub text: String,
}

impl Mail {
    /// The first link in it that leads to `place`.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn link(&self, place: &str) -> Result<Link> {
        Link::find(&self.text, place)
    }
}

impl Server {
    /// Every mail of the outbox, oldest first.
    ///
    /// # Errors
    ///
    /// When the command fails.
    pub async fn mails(&self) -> Result<Vec<Mail>> {
        read(&self.command(&["admin", "mail", "list", "--json", "--limit", "100000"]).await?)
    }

    /// Every mail to `address`, oldest first.
    ///
    /// # Errors
    ///
    /// When the command fails.
    pub async fn mails_to(&self, address: &str) -> Result<Vec<Mail>> {
        read(&self.command(&["admin", "mail", "list", "--json", "--to", address]).await?)
    }

    /// The newest mail to `address` with a link to `place`, for which it may be waited a while.
    ///
    /// # Errors
    ///
    /// When none comes.
    pub async fn mailed_link(&self, address: &str, place: &str) -> Result<(Mail, Link)> {
        let wanted = |mail: &Mail| mail.link(place).ok().map(|link| (mail.clone(), link));
        self.awaited(address, &format!("a link to {place}"), wanted).await
    }

    /// The newest mail of one kind to `address`, for which it may be waited a while.
    ///
    /// # Errors
    ///
    /// When none comes.
    pub async fn mail(&self, address: &str, template: &str) -> Result<Mail> {
        let wanted = |mail: &Mail| (mail.template == template).then(|| mail.clone());
        self.awaited(address, template, wanted).await
    }

    async fn awaited<T>(
        &self,
        address: &str,
        what: &str,
        wanted: impl Fn(&Mail) -> Option<T>,
    ) -> Result<T> {
        let begun = Instant::now();
        loop {
            let mails = self.mails_to(address).await?;
            if let Some(found) = mails.iter().rev().find_map(&wanted) {
                return Ok(found);
            }
            if begun.elapsed() > Duration::from_secs(20) {
                let got: Vec<_> = mails.iter().map(|mail| mail.subject.as_str()).collect();
                anyhow::bail!("no mail to {address} with {what}; there are {got:?}");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

fn read(json: &str) -> Result<Vec<Mail>> {
    serde_json::from_str(json).with_context(|| format!("the outbox is of another shape: {json}"))
}
