//! A cloud and a self-hosted server, and one Enterprise organization on both.

use chrono::TimeDelta;
use serde_json::{Value, json};
use testkit::{Engine, Person, Reply, TestServer};

use super::people::Scene;

/// The billing sync token.
pub const KEY: &str = "abcdefghijklmnopqrstuvwxyz0123";

/// Both sides.
pub struct Pair {
    pub cloud: Scene,
    pub home: Scene,
}

impl Pair {
    /// Connected, with nothing to tell.
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, |_| ()).await
    }

    /// The same, with settings of the test's own at home.
    pub async fn with(engine: Engine, change: impl FnOnce(&mut app::Settings)) -> Self {
        let cloud = TestServer::cloud_with(engine.clone(), |settings| {
            settings.vault = "https://cloud.example.com".parse().unwrap();
        })
        .await;
        let home = TestServer::connected(engine, &cloud, change).await;
        let pair = Self { cloud: Scene::on(cloud).await, home: Scene::on(home).await };
        pair.cloud.trust(KEY).await;
        pair.home.connect(&pair.cloud, KEY).await;
        pair
    }

    /// Time goes by on both sides.
    pub fn pass(&self, time: TimeDelta) {
        self.cloud.server.clock.advance(time);
        self.home.server.clock.advance(time);
    }

    /// What waits is pushed, as a second later it would be by itself.
    pub async fn push(&self) {
        self.pass(TimeDelta::seconds(2));
        self.home.server.run_jobs().await;
        self.cloud.server.run_jobs().await;
    }

    /// Everything is compared, as it is once a day.
    pub async fn compare(&self) {
        self.pass(TimeDelta::days(1) + TimeDelta::hours(1));
        self.home.server.run_schedules().await;
        self.push().await;
        self.pass(TimeDelta::hours(2));
        self.push().await;
    }

    /// The owner asks for a sync.
    pub async fn sync_now(&self) -> Reply {
        let path = format!("{}/sync-now", self.home.base());
        self.home.owner.post(&self.home.server, &path).send().await
    }

    /// The last run on the self-hosted server, once it is over.
    pub async fn ended(&self) -> Value {
        loop {
            let run = self.last_run().await;
            if run["outcome"] != "running" {
                return run;
            }
            tokio::task::yield_now().await;
        }
    }

    /// The last run on the self-hosted server.
    pub async fn last_run(&self) -> Value {
        let path = format!("{}/sync-runs", self.home.base());
        let reply = self.home.owner.get(&self.home.server, &path).send().await.expect(200);
        reply.json()["data"][0].clone()
    }

    /// The recipient, who has an account on the cloud.
    pub async fn recipient(&self, email: &str) -> Person {
        self.cloud.server.person(email).await
    }

    /// The states of everything, by recipient, on the cloud and on the self-hosted server.
    pub async fn states(&self) -> (Vec<String>, Vec<String>) {
        (self.cloud.states().await, self.home.states().await)
    }
}

impl Scene {
    /// Takes `key` as the organization's billing sync token.
    pub async fn trust(&self, key: &str) {
        testkit::billing_token(&self.server, self.organization, key).await;
    }

    /// Connects the organization to that of `cloud` with `key`.
    pub async fn connect(&self, cloud: &Self, key: &str) {
        testkit::cloud_link(&self.server, self.organization, cloud.organization, key).await;
    }

    /// The states of everything, by recipient.
    pub async fn states(&self) -> Vec<String> {
        let mut states: Vec<String> = self
            .list()
            .await
            .iter()
            .map(|row| {
                let email = row["recipientEmail"].as_str().unwrap().to_lowercase();
                format!("{email} {}", row["status"].as_str().unwrap())
            })
            .collect();
        states.sort();
        states
    }

    /// A sync of the first protocol, as another server would send it.
    pub async fn legacy(&self, token: &str, key: Value, items: &[Value]) -> Reply {
        let body = json!({
            "billingSyncKey": key,
            "sponsoringOrganizationCloudId": self.organization.to_string(),
            "sponsorshipsBatch": items,
        });
        let path = "/api/organization/sponsorship/sync";
        self.server.post(path).bearer(token).json(&body).send().await
    }

    /// A token of an installation of its own.
    pub async fn installation(&self, scope: &str) -> String {
        let made = self.server.app.create_installation("operator@example.com", None).await.unwrap();
        let id = format!("installation.{}", made.id);
        let form = [
            ("grant_type", "client_credentials"),
            ("scope", scope),
            ("client_id", id.as_str()),
            ("client_secret", made.key.reveal()),
        ];
        let reply = self.server.post("/identity/connect/token").form(&form).send().await;
        reply.expect(200).json()["access_token"].as_str().unwrap().to_owned()
    }
}
