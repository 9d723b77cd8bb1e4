//! Many sponsorships at once, and whether each of them is where it should be, once.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use anyhow::{Context, Result, ensure};
use tokio::{sync::Semaphore, task::JoinSet};

use super::World;
use crate::person::{Side, Sponsorship};

/// How many people click at the same time.
const AT_ONCE: usize = 32;

/// The people an administrator of the own server sponsored.
#[derive(Debug, Default)]
pub struct Crowd {
    recipients: BTreeSet<String>,
    /// How many there ever were: nobody is sponsored again under the same address.
    named: usize,
}

impl Crowd {
    /// Offers a Families organization to `count` more people, through the API.
    ///
    /// # Errors
    ///
    /// When one of the offers is refused.
    pub async fn grow(&mut self, world: &World, count: usize) -> Result<()> {
        let first = self.named;
        self.named += count;
        let more: Vec<String> =
            (first..self.named).map(|n| format!("recipient{n}@home.example")).collect();
        let doors = Arc::new(Semaphore::new(AT_ONCE));
        let mut offers = JoinSet::new();
        for recipient in more.clone() {
            let (owner, doors) = (world.owner.clone(), Arc::clone(&doors));
            let organization = world.organization;
            offers.spawn(async move {
                let _door = doors.acquire_owned().await?;
                owner
                    .sponsor_as_administrator(Side::SelfHosted, organization, &recipient, None)?
                    .done()
                    .await
            });
        }
        while let Some(offered) = offers.join_next().await {
            offered??;
        }
        self.recipients.extend(more);
        Ok(())
    }

    /// Takes the offers to the first `count` back.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn shrink(&mut self, world: &World, count: usize) -> Result<BTreeSet<String>> {
        let gone: BTreeSet<String> = self.recipients.iter().take(count).cloned().collect();
        for recipient in &gone {
            let organization = world.organization;
            let call = world.owner.revoke_sponsorship(Side::SelfHosted, organization, recipient)?;
            call.done().await?;
        }
        self.recipients.retain(|recipient| !gone.contains(recipient));
        Ok(gone)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.recipients.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.recipients.is_empty()
    }

    /// Nothing is lost and nothing doubled: each is known on both sides once, was told to the
    /// cloud, and got one mail.
    ///
    /// # Errors
    ///
    /// When one is not.
    pub async fn is_whole(&self, world: &World) -> Result<()> {
        let own = world.owner.sponsorships(Side::SelfHosted, world.organization).await?;
        self.are_all(&own).context("on the own server")?;
        let waiting = own.iter().filter(|one| one.last_sync_date.is_none()).count();
        ensure!(waiting == 0, "{waiting} of {} still await a sync", own.len());
        let cloud = world.cloud_owner.sponsorships(Side::Cloud, world.enterprise).await?;
        self.are_all(&cloud).context("on the cloud")?;
        self.got_one_mail_each(world).await
    }

    fn are_all(&self, found: &[Sponsorship]) -> Result<()> {
        let living = found.iter().filter(|one| !one.to_delete);
        let names: Vec<&str> = living.filter_map(|one| one.offered_to_email.as_deref()).collect();
        let once: BTreeSet<&str> = names.iter().copied().collect();
        ensure!(names.len() == once.len(), "{} are doubled", names.len() - once.len());
        let expected: BTreeSet<&str> = self.recipients.iter().map(String::as_str).collect();
        let lost: Vec<_> = expected.difference(&once).take(3).collect();
        let strange: Vec<_> = once.difference(&expected).take(3).collect();
        ensure!(
            once == expected,
            "{} where {} were expected; lost {lost:?} …, not expected {strange:?} …",
            once.len(),
            expected.len()
        );
        Ok(())
    }

    async fn got_one_mail_each(&self, world: &World) -> Result<()> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for mail in world.cloud.mails().await? {
            if mail.template == "sponsorship_offer" {
                *counts.entry(mail.to).or_default() += 1;
            }
        }
        let unwritten = self.recipients.iter().filter(|one| !counts.contains_key(*one)).count();
        ensure!(unwritten == 0, "{unwritten} got no mail");
        let twice: Vec<_> = counts.iter().filter(|(_, count)| **count > 1).take(3).collect();
        ensure!(twice.is_empty(), "some got more than one mail: {twice:?} …");
        Ok(())
    }
}
