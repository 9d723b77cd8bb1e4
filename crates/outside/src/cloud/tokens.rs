//! Tokens of the installation: kept while they are fresh, and not asked for again and again while
//! the cloud does not give them.

use std::collections::HashMap;

use app::ports::{CloudError, CloudScope};
use chrono::{DateTime, Duration, Utc};
use http::{Method, Request, StatusCode, header::CONTENT_TYPE};
use tokio::sync::Mutex;
use url::form_urlencoded;

use super::{
    CloudClient, Transport,
    answers::{self, refusal},
    joined,
};

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::minutes(15);

/// What is known of the token for one scope.
enum Held {
    Fresh { token: String, refresh_at: DateTime<Utc>, ends_at: DateTime<Utc> },
    Failed { error: CloudError, tries: u32, until: DateTime<Utc> },
}

/// The tokens, one for each scope.
#[derive(Default)]
pub(super) struct Tokens(Mutex<HashMap<CloudScope, Held>>);

impl Tokens {
    /// A token for `scope`. One that is past four fifths of its life is replaced, and used to its
    /// end while that fails.
    pub async fn get<T: Transport>(
        &self,
        client: &CloudClient<T>,
        scope: CloudScope,
    ) -> Result<String, CloudError> {
        // Held while asking, so that many callers ask once.
        let mut held = self.0.lock().await;
        let now = client.now();
        let mut tries = 0;
        let mut old = None;
        match held.get(&scope) {
            Some(Held::Fresh { token, refresh_at, .. }) if now < *refresh_at => {
                return Ok(token.clone());
            }
            Some(Held::Fresh { token, ends_at, .. }) if now < *ends_at => old = Some(token.clone()),
            Some(Held::Failed { error, until, .. }) if now < *until => return Err(error.clone()),
            Some(Held::Failed { tries: before, .. }) => tries = *before,
            _ => {}
        }
        match ask(client, scope).await {
            Ok(answer) => {
                let token = answer.access_token;
                let life = Duration::seconds(answer.expires_in.clamp(1, 31_536_000));
                let fresh = Held::Fresh {
                    token: token.clone(),
                    refresh_at: now + life * 4 / 5,
                    ends_at: now + life,
                };
                held.insert(scope, fresh);
                Ok(token)
            }
            Err(error) => {
                if let Some(token) = old {
                    tracing::warn!(%error, "the cloud's token could not be renewed yet");
                    return Ok(token);
                }
                let until = now + pause(tries, &error);
                let failed = Held::Failed { error: error.clone(), tries: tries + 1, until };
                held.insert(scope, failed);
                Err(error)
            }
        }
    }

    /// Drops a token the cloud no longer knows.
    pub async fn forget(&self, scope: CloudScope) {
        self.0.lock().await.remove(&scope);
    }

    /// Drops whatever is known, a pause included: someone wants to know now.
    pub async fn start_anew(&self, scope: CloudScope) {
        self.0.lock().await.remove(&scope);
    }
}

/// Half a minute, doubled each time, unless the cloud names the time itself.
fn pause(tries: u32, error: &CloudError) -> Duration {
    let named = error.wait().and_then(|wait| Duration::from_std(wait).ok());
    let doubled = Duration::seconds(30) * 2_i32.saturating_pow(tries.min(10));
    named.unwrap_or(doubled.min(LONGEST_PAUSE))
}

async fn ask<T: Transport>(
    client: &CloudClient<T>,
    scope: CloudScope,
) -> Result<answers::Token, CloudError> {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("scope", scope.name())
        .append_pair("client_id", &format!("installation.{}", client.address.installation))
        .append_pair("client_secret", &client.address.key)
        .finish();
    let request = Request::builder()
        .method(Method::POST)
        .uri(joined(&client.address.identity, "/connect/token"))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(form.into_bytes())
        .map_err(|error| CloudError::Unreadable(error.to_string()))?;
    let response = client.transport.send(request).await?;
    match response.status() {
        status if status.is_success() => answers::json(&answers::text(response)?),
        StatusCode::BAD_REQUEST => Err(CloudError::Unauthorized),
        _ => Err(refusal(&response)),
    }
}
