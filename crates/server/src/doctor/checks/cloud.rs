//! Whether the cloud knows this server, and is the right one.

use app::ports::{CloudError, CloudScope};

use crate::doctor::{finding::Finding, journey::Journey};

/// The cloud gives this installation a token for syncing.
pub async fn token(journey: &mut Journey) -> Vec<Finding> {
    const CHECK: &str = "installation token";
    let Some(cloud) = &journey.cloud else {
        return vec![Finding::untried(CHECK, "there is no installation id and key")];
    };
    if let Some(broken) = journey.broken(journey.config.cloud.identity_url.as_ref()) {
        return vec![Finding::untried(CHECK, broken)];
    }
    vec![match cloud.sign_in(CloudScope::Installation).await {
        Ok(()) => Finding::good(CHECK, "given"),
        Err(CloudError::Unauthorized | CloudError::Refused { .. }) => Finding::bad(
            CHECK,
            "the cloud does not accept the installation id and key",
            format!(
                "Look whether both are whole, were made in the region {}, and are not switched off; \
                 if in doubt ask the cloud for new ones and upload licenses anew",
                journey.config.cloud.region.name()
            ),
        ),
        Err(CloudError::Unknown) => Finding::bad(
            CHECK,
            "there is no identity service",
            "Correct globalSettings__installation__identityUri: it ends before /connect/token",
        ),
        Err(CloudError::TooMany { .. }) => {
            Finding::bad(CHECK, "the cloud asks to wait", "Try again in a quarter of an hour")
        }
        Err(error) => Finding::bad(
            CHECK,
            error.to_string(),
            "Try again later; if it stays, ask whoever runs the cloud",
        ),
    }]
}

/// The cloud is in the region of the settings.
pub async fn region(journey: &mut Journey) -> Vec<Finding> {
    const CHECK: &str = "region";
    let here = journey.config.cloud.region.name();
    if let Some(broken) = journey.broken(journey.config.cloud.api_url.as_ref()) {
        return vec![Finding::untried(CHECK, broken)];
    }
    let Some(cloud) = &journey.cloud else {
        return vec![Finding::untried(CHECK, "there is no installation id and key")];
    };
    let correct = "Correct globalSettings__installation__apiUri: it ends before /config";
    vec![match cloud.facts().await {
        Ok(facts) => match facts.region {
            Some(region) if region.eq_ignore_ascii_case(here) => Finding::good(CHECK, region),
            Some(region) => Finding::bad(
                CHECK,
                format!("the cloud is in {region}, the settings say {here}"),
                format!(
                    "Set globalSettings__baseServiceUri__cloudRegion={region} if the installation id \
                     was made there; else set the addresses of the region {here}"
                ),
            ),
            None => Finding::bad(CHECK, "that server is no cloud: it names no region", correct),
        },
        Err(CloudError::Unknown | CloudError::Unreadable(_)) => {
            Finding::bad(CHECK, "there is no cloud at that address", correct)
        }
        Err(error) => Finding::bad(CHECK, error.to_string(), "Try again later"),
    }]
}
