//! Whether the cloud knows this server, and is the right one.

use app::{
    licensing::check_cloud::signed_in,
    ports::{CloudError, CloudScope},
};
use domain::admin::health;

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
    let scope = CloudScope::Installation;
    vec![Finding::of(CHECK, signed_in(scope, &cloud.sign_in(scope).await))]
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
    vec![match cloud.facts().await {
        Ok(facts) => Finding::of(CHECK, health::region(here, facts.region.as_deref())),
        Err(CloudError::Unknown | CloudError::Unreadable(_)) => {
            Finding::of(CHECK, health::region(here, None))
        }
        Err(error) => Finding::bad(CHECK, error.to_string(), "Try again later"),
    }]
}
