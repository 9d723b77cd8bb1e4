//! The client of the cloud: tokens of the installation, and the typed calls made with them.

mod answers;
mod sponsorships;
mod tokens;
mod transport;

pub use transport::{HttpTransport, Transport};

use std::sync::Arc;

use app::ports::{
    Answer, Clock, Cloud, CloudError, CloudFacts, CloudScope, LegacyAnswer, LicenseRequest,
    PersonalLicenseRequest, SyncAnswer, SyncBatch,
};
use chrono::{DateTime, Utc};
use domain::{id::Id, licensing::Installation};
use http::{
    Method, Request, StatusCode,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE},
};
use serde::Serialize;
use url::{Url, form_urlencoded};
use uuid::Uuid;

use answers::{refusal, text};
use tokens::Tokens;

/// Where the cloud is, and who asks.
pub struct CloudAddress {
    /// The base of the identity service: `https://identity.example.com`, or `…/identity`.
    pub identity: Url,
    /// The base of the API: `https://api.example.com`, or `…/api`.
    pub api: Url,
    /// This server's installation.
    pub installation: Id<Installation>,
    /// Its key.
    pub key: String,
}

impl std::fmt::Debug for CloudAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CloudAddress({} as {} …)", self.api, self.installation)
    }
}

/// The client of the cloud, over any transport.
pub struct CloudClient<T> {
    transport: T,
    address: CloudAddress,
    tokens: Tokens,
    clock: Arc<dyn Clock>,
}

impl<T: Transport> CloudClient<T> {
    /// A client that has not asked for anything yet.
    pub fn new(transport: T, address: CloudAddress, clock: Arc<dyn Clock>) -> Self {
        Self { transport, address, tokens: Tokens::default(), clock }
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Sends `body` to `path` of the API with a token for `scope`; answers the text of a success.
    /// A token the cloud no longer knows is replaced once.
    async fn call(
        &self,
        scope: CloudScope,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<String, CloudError> {
        self.call_in_run(scope, method, path, body, None).await
    }

    /// The same, under an id that both sides note.
    async fn call_in_run(
        &self,
        scope: CloudScope,
        method: Method,
        path: &str,
        body: &impl Serialize,
        run: Option<Uuid>,
    ) -> Result<String, CloudError> {
        let body =
            serde_json::to_vec(body).map_err(|error| CloudError::Unreadable(error.to_string()))?;
        for last in [false, true] {
            let token = self.tokens.get(self, scope).await?;
            let mut request = Request::builder();
            if let Some(run) = run {
                request = request.header(RUN, run.to_string());
            }
            let request = request
                .method(method.clone())
                .uri(joined(&self.address.api, path))
                .header(AUTHORIZATION, format!("Bearer {token}"))
                .header(CONTENT_TYPE, "application/json")
                .header(ACCEPT, "application/json")
                .body(body.clone())
                .map_err(|error| CloudError::Unreadable(error.to_string()))?;
            let response = self.transport.send(request).await?;
            match response.status() {
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN if !last => {
                    self.tokens.forget(scope).await;
                }
                status if status.is_success() => return text(response),
                _ => return Err(refusal(&response)),
            }
        }
        Err(CloudError::Unauthorized)
    }

    async fn fetch(&self, path: &str) -> Result<String, CloudError> {
        let request = Request::builder()
            .method(Method::GET)
            .uri(joined(&self.address.api, path))
            .header(ACCEPT, "application/json")
            .body(Vec::new())
            .map_err(|error| CloudError::Unreadable(error.to_string()))?;
        let response = self.transport.send(request).await?;
        if response.status().is_success() { text(response) } else { Err(refusal(&response)) }
    }

    async fn read_facts(&self) -> Result<CloudFacts, CloudError> {
        let config: answers::Config = answers::json(&self.fetch("/config").await?)?;
        // Its clock is worth knowing, and not worth failing for.
        let time = match self.fetch("/alive").await {
            Ok(text) => answers::json::<DateTime<Utc>>(&text).ok(),
            Err(_) => None,
        };
        let region = config.environment.and_then(|environment| environment.cloud_region);
        Ok(CloudFacts { region, version: config.version, time })
    }

    async fn fetch_personal_license(
        &self,
        request: PersonalLicenseRequest,
    ) -> Result<String, CloudError> {
        let body = answers::PersonalLicenseBody { license_key: &request.license_key };
        let path = format!("/licenses/user/{}", request.user);
        // Addresses stand in logs, so the key is posted first; a cloud that has no such route is
        // asked the old way.
        let answer = match self.call(CloudScope::Licensing, Method::POST, &path, &body).await {
            Err(CloudError::Unknown) => {
                let path = with_key(&path, &request.license_key);
                self.call(CloudScope::Licensing, Method::GET, &path, &()).await
            }
            answer => answer,
        }?;
        // No such account is an empty answer.
        if answer.trim().is_empty() || answer.trim() == "null" {
            return Err(CloudError::Unknown);
        }
        Ok(answer)
    }

    async fn fetch_license(&self, request: LicenseRequest) -> Result<String, CloudError> {
        let body = answers::LicenseBody {
            license_key: &request.license_key,
            billing_sync_key: &request.billing_sync_key,
        };
        let path = format!("/licenses/organization/{}", request.organization);
        // Proxies drop the body of a GET, so it is posted first. A cloud that has no such route
        // answers 404 or 405, and is asked the old way.
        match self.call(CloudScope::Licensing, Method::POST, &path, &body).await {
            Err(CloudError::Unknown) => {
                self.call(CloudScope::Licensing, Method::GET, &path, &body).await
            }
            answer => answer,
        }
    }
}

/// The key of a licence, for clouds that take it in the address alone.
fn with_key(path: &str, key: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("key", key).finish();
    format!("{path}?{query}")
}

/// The header that carries the id of a run.
const RUN: &str = "x-correlation-id";

fn joined(base: &Url, path: &str) -> String {
    format!("{}{path}", base.as_str().trim_end_matches('/'))
}

impl<T: Transport> Cloud for CloudClient<T> {
    fn sign_in(&self, scope: CloudScope) -> Answer<'_, Result<(), CloudError>> {
        Box::pin(async move {
            self.tokens.start_anew(scope).await;
            self.tokens.get(self, scope).await.map(drop)
        })
    }

    fn facts(&self) -> Answer<'_, Result<CloudFacts, CloudError>> {
        Box::pin(self.read_facts())
    }

    fn license(&self, request: LicenseRequest) -> Answer<'_, Result<String, CloudError>> {
        Box::pin(self.fetch_license(request))
    }

    fn personal_license(
        &self,
        request: PersonalLicenseRequest,
    ) -> Answer<'_, Result<String, CloudError>> {
        Box::pin(self.fetch_personal_license(request))
    }

    fn sync_v2(&self, batch: SyncBatch) -> Answer<'_, Result<SyncAnswer, CloudError>> {
        Box::pin(self.send_v2(batch))
    }

    fn sync_v1(&self, batch: SyncBatch) -> Answer<'_, Result<Vec<LegacyAnswer>, CloudError>> {
        Box::pin(self.send_v1(batch))
    }
}

#[cfg(test)]
mod tests;
