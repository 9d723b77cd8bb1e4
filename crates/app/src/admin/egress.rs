//! The hosts the server talks to of its own accord, tried one by one.

use domain::admin::Act;
use store::StoreError;
use tokio::task::JoinSet;

use super::By;
use crate::{
    App,
    ports::{Probe, Stage},
    settings::{Egress, Protocol},
};

/// A host, and how the way there went.
#[derive(Debug, Clone)]
pub struct Reached {
    /// The host.
    pub host: Egress,
    /// The stages, up to the first that failed.
    pub probes: Vec<Probe>,
}

impl Reached {
    /// Whether every stage went well.
    pub fn well(&self) -> bool {
        !self.probes.is_empty() && self.probes.iter().all(|probe| probe.outcome.is_ok())
    }
}

impl App {
    /// Goes the way to every host of the egress list, or to the one called `only`, side by side.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn check_egress(
        &self,
        only: Option<&str>,
        by: &By,
    ) -> Result<Vec<Reached>, StoreError> {
        self.note_deed(by.did(Act::CheckEgress)).await?;
        let mut ways = JoinSet::new();
        let wanted =
            self.settings.egress.iter().filter(|it| only.is_none_or(|only| it.host == only));
        for (place, host) in wanted.cloned().enumerate() {
            let app = self.clone();
            ways.spawn(async move { (place, app.go_to(host).await) });
        }
        let mut reached: Vec<_> = ways.join_all().await;
        reached.sort_by_key(|(place, _)| *place);
        Ok(reached.into_iter().map(|(_, reached)| reached).collect())
    }

    async fn go_to(&self, host: Egress) -> Reached {
        let mut probes = self.ports.machine.reach(&host).await;
        let open = probes.iter().all(|probe| probe.outcome.is_ok());
        if let (Protocol::Smtp, true, Some(carrier)) = (host.protocol, open, &self.ports.mail) {
            let begun = self.now();
            let outcome = carrier.greet().await.map_err(|refused| refused.to_string());
            let cure = outcome.is_err().then(|| {
                "Look at protection and sign-in of the mail server in the settings".to_owned()
            });
            probes.push(Probe {
                stage: Stage::Answer,
                outcome: outcome.map(|()| "it takes letters".to_owned()),
                milliseconds: (self.now() - begun).num_milliseconds(),
                cure,
            });
        }
        Reached { host, probes }
    }
}
