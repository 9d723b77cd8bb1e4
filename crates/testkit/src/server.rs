//! A whole server in memory.

use std::sync::Arc;

use api::Routes;
use app::{
    App, KeyRing, Parts, Ports, Settings,
    licensing::authority::{self, RingAuthority},
    ports::{
        Cloud, DecidingDesk, LicenseAuthority, NoAuthority, NoCloud, RememberingDesk,
        SponsorshipDesk,
    },
    settings::{Region, SponsorshipsEnd},
};
use axum::Router;
use domain::id::Id;
use outside::license_files::LicenseFolder;
use tempfile::TempDir;

use crate::{
    CountingRandom, Engine, Link, RecordingCarrier, Request, SetClock, SetMachine, Till,
    database::Keep,
};

/// What every cloud of the tests signs licences with: making a key takes too long for each.
const TEST_SIGNING_KEY: &[u8] = include_bytes!("../../../fixtures/licenses/test-signing-key.der");

/// A whole server in memory: the use cases, the routes, and a recorded world.
pub struct TestServer {
    /// The use cases, for what no route does.
    pub app: App,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Its mail server.
    pub carrier: Arc<RecordingCarrier>,
    /// The machine it runs on.
    pub machine: Arc<SetMachine>,
    /// Its payment service.
    pub till: Arc<Till>,
    pub(crate) router: Router,
    pub(crate) link: Option<Link>,
    _keep: Keep,
    folder: TempDir,
}

/// What differs between test servers besides their routes and settings.
pub(crate) struct Role {
    pub routes: Routes,
    pub cloud: Arc<dyn Cloud>,
    pub signs_licenses: bool,
    pub clock: Arc<SetClock>,
}

impl TestServer {
    /// A cloud.
    pub async fn cloud(engine: Engine) -> Self {
        Self::cloud_with(engine, |_| ()).await
    }

    /// A cloud with settings of the test's own.
    pub async fn cloud_with(engine: Engine, change: impl FnOnce(&mut Settings)) -> Self {
        let role = Role {
            routes: api::roles::cloud(),
            cloud: Arc::new(NoCloud),
            signs_licenses: true,
            clock: Arc::default(),
        };
        Self::built(engine, role, |settings| {
            settings.announces_region = true;
            settings.installation = None;
            settings.connects_to_cloud = false;
            settings.cloud_vault = None;
            settings.cloud_communication = false;
            change(settings);
        })
        .await
    }

    /// A self-hosted server, allowed to talk to its cloud, which nobody has connected it to; see
    /// [`TestServer::pair`].
    pub async fn self_hosted(engine: Engine) -> Self {
        Self::with(engine, api::roles::self_hosted(), |_| ()).await
    }

    /// A server with routes and settings of the test's own.
    pub async fn with(engine: Engine, routes: Routes, change: impl FnOnce(&mut Settings)) -> Self {
        let role =
            Role { routes, cloud: Arc::new(NoCloud), signs_licenses: false, clock: Arc::default() };
        Self::built(engine, role, change).await
    }

    pub(crate) async fn built(
        engine: Engine,
        role: Role,
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        let clock = role.clock;
        let random = Arc::new(CountingRandom::default());
        let (db, keep) = engine.open().await;
        let mut settings = Settings {
            vault: "https://vault.example.com".parse().unwrap(),
            region: Region::Us,
            announces_region: false,
            registration_open: true,
            mail_verification: true,
            new_device_verification: true,
            cloud_communication: true,
            connects_to_cloud: true,
            cloud_vault: Some("https://cloud.example.com".parse().unwrap()),
            installation: Some(Id::new(uuid::Uuid::from_u128(0x1257))),
            bind_installations: false,
            sponsorships_end: SponsorshipsEnd::On,
            revoked_sponsor_days: Some(30),
            protocol_version: "2026.8.0".to_owned(),
            operators: vec!["operator@example.com".to_owned()],
            egress: Vec::new(),
            event_days: Some(400),
            limits: false,
            // However slow the machine, a test hears how it ended.
            answer_within: std::time::Duration::from_mins(10),
            node: uuid::Uuid::from_u128(0x0de),
        };
        change(&mut settings);
        let now = app::ports::Clock::now(&*clock);
        let keys = KeyRing::load(&db, &*random, now).await.unwrap();
        let license_authority: Arc<dyn LicenseAuthority> = if role.signs_licenses {
            authority::keep(&keys, &db, TEST_SIGNING_KEY, now).await.unwrap();
            Arc::new(RingAuthority::open(&keys, &db, now).await.unwrap())
        } else {
            Arc::new(NoAuthority)
        };
        // Only a cloud signs licences, and only a cloud decides on sponsorships.
        let sponsorship_desk: Arc<dyn SponsorshipDesk> =
            if role.signs_licenses { Arc::new(DecidingDesk) } else { Arc::new(RememberingDesk) };
        let carrier = Arc::new(RecordingCarrier::default());
        let till = Arc::new(Till::default());
        let machine = Arc::new(SetMachine::default());
        let data = tempfile::tempdir().unwrap();
        let ports = Ports {
            clock: clock.clone(),
            random,
            mail: Some(carrier.clone()),
            cloud: role.cloud,
            license_authority,
            license_files: Arc::new(LicenseFolder::below(data.path())),
            machine: machine.clone(),
            sponsorship_desk,
            payments: till.clone(),
        };
        let app = App::new(Parts { db, keys, settings, ports });
        app.plan_schedules().await.unwrap();
        let router = api::router(app.clone(), role.routes);
        Self { app, clock, carrier, machine, till, router, link: None, _keep: keep, folder: data }
    }

    /// The folder of its data, with copies of licences and keys to trust.
    pub fn data(&self) -> &std::path::Path {
        self.folder.path()
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
