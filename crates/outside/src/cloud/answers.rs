//! What the cloud answers, in this client's terms.

use std::time::Duration;

use app::ports::CloudError;
use http::{Response, StatusCode, header::RETRY_AFTER};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What a licence is asked for with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LicenseBody<'a> {
    pub license_key: &'a str,
    pub billing_sync_key: &'a str,
}

/// What a personal licence is asked for with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PersonalLicenseBody<'a> {
    pub license_key: &'a str,
}

/// What the token endpoint answers.
#[derive(Deserialize)]
pub(super) struct Token {
    pub access_token: String,
    pub expires_in: i64,
}

/// The part of `/config` that matters here.
#[derive(Deserialize)]
pub(super) struct Config {
    #[serde(alias = "Version")]
    pub version: Option<String>,
    #[serde(alias = "Environment")]
    pub environment: Option<Environment>,
}

/// Where the cloud says it is.
#[derive(Deserialize)]
pub(super) struct Environment {
    #[serde(rename = "cloudRegion", alias = "CloudRegion")]
    pub cloud_region: Option<String>,
}

/// A failure, in any of the shapes the protocol has.
#[derive(Deserialize, Default)]
struct Failure {
    #[serde(alias = "Message")]
    message: Option<String>,
    code: Option<String>,
    error: Option<String>,
}

pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, CloudError> {
    serde_json::from_str(text).map_err(|error| CloudError::Unreadable(error.to_string()))
}

pub(super) fn text(response: Response<Vec<u8>>) -> Result<String, CloudError> {
    String::from_utf8(response.into_body())
        .map_err(|_| CloudError::Unreadable("it is no text".to_owned()))
}

/// What an answer that is no success means.
pub(super) fn refusal(response: &Response<Vec<u8>>) -> CloudError {
    let status = response.status();
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => CloudError::Unauthorized,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => CloudError::Unknown,
        StatusCode::TOO_MANY_REQUESTS => CloudError::TooMany { wait: wait(response) },
        StatusCode::SERVICE_UNAVAILABLE if wait(response).is_some() => {
            CloudError::TooMany { wait: wait(response) }
        }
        _ if status.is_redirection() => {
            CloudError::Unreadable(format!("it points elsewhere ({status})"))
        }
        _ if status.is_client_error() => refused(response),
        _ => CloudError::Unreachable(format!("it answered {status}")),
    }
}

fn refused(response: &Response<Vec<u8>>) -> CloudError {
    let failure: Failure = serde_json::from_slice(response.body()).unwrap_or_default();
    let message = failure
        .message
        .or(failure.error)
        .unwrap_or_else(|| format!("it answered {}", response.status()));
    CloudError::Refused { message, code: failure.code }
}

/// The longest pause the cloud may ask for.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

fn wait(response: &Response<Vec<u8>>) -> Option<Duration> {
    let header = response.headers().get(RETRY_AFTER)?.to_str().ok()?;
    // Nobody but the network vouches for the number: it may delay us, not silence us for good.
    header.trim().parse().ok().map(|seconds| Duration::from_secs(seconds).min(LONGEST_WAIT))
}
