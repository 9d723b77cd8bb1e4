//! Whether the settings allow for anything at all.

use crate::doctor::{finding::Finding, journey::Journey};

/// Cloud communication is on.
pub fn communication(journey: &Journey) -> Vec<Finding> {
    const CHECK: &str = "cloud communication";
    if !journey.config.role.needs_installation() {
        return vec![Finding::bad(
            CHECK,
            "this server is a cloud itself",
            "Run this on a self-hosted server",
        )];
    }
    let mut findings = vec![if journey.config.cloud.communication {
        Finding::good(CHECK, "on")
    } else {
        Finding::bad(
            CHECK,
            "off",
            "Write globalSettings__enableCloudCommunication=true into env/global.override.env, then \
             `wardstead reload`",
        )
    }];
    let cloud = &journey.config.cloud;
    if cloud.api_url.is_none() || cloud.identity_url.is_none() {
        findings.push(Finding::bad(
            "cloud address",
            format!("nobody knows where the region {} is", cloud.region.name()),
            "Set globalSettings__installation__apiUri and globalSettings__installation__identityUri",
        ));
    }
    findings
}

/// There is an installation id, and a key.
pub fn installation(journey: &Journey) -> Vec<Finding> {
    const CHECK: &str = "installation id and key";
    let cloud = &journey.config.cloud;
    vec![match (cloud.installation_id, &cloud.installation_key) {
        (Some(id), Some(_)) => Finding::good(CHECK, format!("{id}")),
        _ => Finding::bad(
            CHECK,
            "not set",
            format!(
                "Ask the cloud for them, in its region {}, and write globalSettings__installation__id \
                 and globalSettings__installation__key into env/global.override.env",
                cloud.region.name()
            ),
        ),
    }]
}
