//! A cloud and a self-hosted server that belongs to it, with a line between them that can break.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use app::{
    licensing::{authority, trust},
    ports::{Answer, CloudError, TrustFile},
};
use axum::{Router, body::Body};
use domain::{id::Id, licensing::Installation};
use http::{Request, Response};
use http_body_util::BodyExt as _;
use outside::cloud::{CloudAddress, CloudClient, Transport};
use tokio::sync::Notify;
use tower::ServiceExt as _;

use crate::{Engine, SetClock, TestServer, server::Role};

/// What happens to what the self-hosted server sends.
#[derive(Debug, Clone, Default)]
pub enum Weather {
    /// It arrives, and the answer comes back.
    #[default]
    Fair,
    /// It does not arrive.
    Down,
    /// It arrives, and the answer is lost.
    AnswerLost,
    /// Something on the way answers with this status and body instead.
    Answers(u16, String),
    /// As before, with a header `Retry-After` of so many seconds.
    Busy(u64),
    /// It waits on the way until the weather changes.
    Still,
}

/// The line from a self-hosted server to its cloud.
#[derive(Clone)]
pub struct Link {
    cloud: Router,
    weather: Arc<Mutex<Weather>>,
    changed: Arc<Notify>,
    asked: Arc<Mutex<Vec<String>>>,
    only_v1: Arc<AtomicBool>,
    /// The installation of the self-hosted server.
    pub installation: Id<Installation>,
    /// Its key.
    pub key: String,
}

impl Link {
    /// Changes the weather from now on.
    pub fn set(&self, weather: Weather) {
        *self.weather.lock().unwrap() = weather;
        self.changed.notify_waiters();
    }

    /// From now on, the cloud knows the first protocol of syncs alone; or both again.
    pub fn only_v1(&self, on: bool) {
        self.only_v1.store(on, Ordering::SeqCst);
    }

    /// What was sent since the last time this was asked: `POST /api/…`, tokens included.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }

    /// The weather, once it is not still.
    async fn moving_weather(&self) -> Weather {
        loop {
            let changed = self.changed.notified();
            let weather = self.weather.lock().unwrap().clone();
            if !matches!(weather, Weather::Still) {
                return weather;
            }
            changed.await;
        }
    }

    async fn carry(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, CloudError> {
        let line = format!("{} {}", request.method(), request.uri().path());
        self.asked.lock().unwrap().push(line);
        if self.only_v1.load(Ordering::SeqCst) && request.uri().path().ends_with("/sync/v2") {
            return Ok(Response::builder().status(404).body(Vec::new()).unwrap());
        }
        let weather = self.moving_weather().await;
        match &weather {
            Weather::Down => return Err(CloudError::Unreachable("the line is down".to_owned())),
            Weather::Answers(status, body) => {
                let body = body.clone().into_bytes();
                return Ok(Response::builder().status(*status).body(body).unwrap());
            }
            Weather::Busy(seconds) => {
                let response = Response::builder().status(429).header("retry-after", *seconds);
                return Ok(response.body(Vec::new()).unwrap());
            }
            Weather::Fair | Weather::AnswerLost | Weather::Still => {}
        }
        let response = self.cloud.clone().oneshot(request.map(Body::from)).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        match weather {
            Weather::AnswerLost => Err(CloudError::Unreachable("the answer was lost".to_owned())),
            _ => Ok(Response::from_parts(parts, bytes)),
        }
    }
}

impl Transport for Link {
    fn send(&self, request: Request<Vec<u8>>) -> Answer<'_, Result<Response<Vec<u8>>, CloudError>> {
        Box::pin(self.carry(request))
    }
}

impl TestServer {
    /// A cloud and a self-hosted server with an installation of its own and the cloud's licence
    /// key in its trust. The client between them is the real one.
    pub async fn pair(engine: Engine) -> (Self, Self) {
        let cloud = Self::cloud_with(engine.clone(), |settings| {
            settings.vault = "https://cloud.example.com".parse().unwrap();
        })
        .await;
        let self_hosted = Self::connected(engine, &cloud, |_| ()).await;
        (cloud, self_hosted)
    }

    /// Another self-hosted server of `cloud`, with settings of the test's own.
    pub async fn connected(
        engine: Engine,
        cloud: &Self,
        change: impl FnOnce(&mut app::Settings),
    ) -> Self {
        let made = cloud.app.create_installation("operator@example.com", None).await.unwrap();
        let link = Link {
            cloud: cloud.router.clone(),
            weather: Arc::default(),
            changed: Arc::default(),
            asked: Arc::default(),
            only_v1: Arc::default(),
            installation: made.id,
            key: made.key.reveal().to_owned(),
        };
        let address = CloudAddress {
            identity: cloud.app.settings.address("/identity").parse().unwrap(),
            api: cloud.app.settings.address("/api").parse().unwrap(),
            installation: made.id,
            key: link.key.clone(),
        };
        let clock = Arc::new(SetClock::default());
        let client = CloudClient::new(link.clone(), address, clock.clone());
        let role = Role {
            routes: api::roles::self_hosted(),
            cloud: Arc::new(client),
            signs_licenses: false,
            clock,
        };
        let mut server = Self::built(engine, role, |settings| {
            settings.installation = Some(made.id);
            change(settings);
        })
        .await;
        server.link = Some(link);
        server.trust_licenses_of(cloud).await;
        server
    }

    /// Accepts the licences that `cloud` signs.
    pub async fn trust_licenses_of(&self, cloud: &Self) {
        let key = cloud.app.keys.current(authority::PURPOSE).unwrap();
        let bytes = trust::pem(&key.public.unwrap()).into_bytes();
        let file = TrustFile { name: "cloud.pem".to_owned(), bytes };
        self.app.trust_license_key(&file).await.unwrap();
    }

    /// The line of a self-hosted server to its cloud.
    pub fn link(&self) -> &Link {
        self.link.as_ref().unwrap()
    }
}
