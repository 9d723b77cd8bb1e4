//! A licence is for one organization. A copied database may hold two that work under the same one.

use domain::events::EventKind;
use store::{StoreError, licensing::CopiedLicense, outbox::Event};

use crate::{
    App,
    mail::{Envelope, Letter},
};

impl App {
    /// Stops every organization that works under the licence of another, and tells their owners.
    /// Which of them is the right one, people know: applying a licence to it starts it again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn stop_copies(&self) -> Result<(), StoreError> {
        for copied in self.db.read().await?.copied_licenses().await? {
            self.stop_copy(&copied).await?;
        }
        Ok(())
    }

    async fn stop_copy(&self, copied: &CopiedLicense) -> Result<(), StoreError> {
        let (now, organization) = (self.now(), copied.organization());
        let mut tx = self.db.write().await?;
        if !tx.enable_organization(organization, false, now).await? {
            return Ok(());
        }
        let page = format!("/#/organizations/{organization}/billing/subscription");
        let link = self.settings.address(&page);
        let owners = tx.owner_addresses(organization).await?;
        let envelopes: Vec<Envelope> = owners
            .into_iter()
            .map(|owner| Envelope {
                dedupe_key: format!(
                    "license-copied:{organization}:{}:{}",
                    now.timestamp(),
                    owner.email
                ),
                to: owner.email,
                culture: Some(owner.culture),
                letter: Letter::LicenseCopied {
                    organization: copied.name.clone(),
                    link: link.clone(),
                },
            })
            .collect();
        self.post(&mut tx, &envelopes, now).await?;
        let event =
            Event { system_user: Some(9), ..Event::of(EventKind::LicenseCopied, organization) };
        tx.record(event, now).await?;
        tx.touch_members(organization, now).await?;
        tx.commit().await?;
        tracing::warn!(
            organization.id = %organization,
            "an organization was stopped: another works under the same licence"
        );
        Ok(())
    }
}
