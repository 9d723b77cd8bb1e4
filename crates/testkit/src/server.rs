//! A whole server in memory.

use std::sync::Arc;

use api::Routes;
use app::{App, KeyRing, Parts, Ports, Settings, settings::Region};
use axum::Router;
use domain::id::Id;

use crate::{CountingRandom, Engine, RecordingCarrier, Request, SetClock, database::Keep};

/// A whole server in memory: the use cases, the routes, and a recorded world.
pub struct TestServer {
    /// The use cases, for what no route does.
    pub app: App,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Its mail server.
    pub carrier: Arc<RecordingCarrier>,
    router: Router,
    _keep: Keep,
}

impl TestServer {
    /// A cloud.
    pub async fn cloud(engine: Engine) -> Self {
        Self::with(engine, api::roles::cloud(), |settings| {
            settings.announces_region = true;
            settings.installation = None;
        })
        .await
    }

    /// A self-hosted server, allowed to talk to its cloud.
    pub async fn self_hosted(engine: Engine) -> Self {
        Self::with(engine, api::roles::self_hosted(), |_| ()).await
    }

    /// A server with routes and settings of the test's own.
    pub async fn with(engine: Engine, routes: Routes, change: impl FnOnce(&mut Settings)) -> Self {
        let clock = Arc::new(SetClock::default());
        let random = Arc::new(CountingRandom::default());
        let (db, keep) = engine.open().await;
        let mut settings = Settings {
            vault: "https://vault.example.com".parse().unwrap(),
            region: Region::Us,
            announces_region: false,
            registration_open: true,
            mail_verification: true,
            cloud_communication: true,
            installation: Some(Id::new(uuid::Uuid::from_u128(0x1257))),
            protocol_version: "2026.8.0".to_owned(),
            operators: vec!["operator@example.com".to_owned()],
            limits: false,
        };
        change(&mut settings);
        let now = app::ports::Clock::now(&*clock);
        let keys = KeyRing::load(&db, &*random, now).await.unwrap();
        let carrier = Arc::new(RecordingCarrier::default());
        let ports = Ports { clock: clock.clone(), random, mail: Some(carrier.clone()) };
        let app = App::new(Parts { db, keys, settings, ports });
        app.plan_schedules().await.unwrap();
        let router = api::router(app.clone(), routes);
        Self { app, clock, carrier, router, _keep: keep }
    }

    /// A request to `path`.
    pub fn get(&self, path: &str) -> Request {
        self.request("GET", path)
    }

    /// A request to `path`.
    pub fn post(&self, path: &str) -> Request {
        self.request("POST", path)
    }

    /// A request to `path`.
    pub fn put(&self, path: &str) -> Request {
        self.request("PUT", path)
    }

    /// A request to `path`.
    pub fn delete(&self, path: &str) -> Request {
        self.request("DELETE", path)
    }

    /// A request to `path`.
    pub fn request(&self, method: &str, path: &str) -> Request {
        Request::new(self.router.clone(), method, path)
    }
}
