//! The way to the cloud, tried step by step: each with what was found and what to do about it.

use chrono::{DateTime, Utc};
use domain::{
    admin::health::{Finding, State, clock, region},
    authz::{ManageLicense, Permit},
};

use super::{document::read, sync_license::SyncLicenseError};
use crate::{
    App,
    fault::Fault as _,
    ports::{CloudError, CloudFacts, CloudScope},
};

impl App {
    /// Tries the way to the cloud; with `permit`, also the billing sync token and the licence of its
    /// organization. Changes nothing here.
    pub async fn check_cloud(&self, permit: Option<&Permit<ManageLicense>>) -> Vec<Finding> {
        let mut found = vec![communication(self.settings.cloud_communication)];
        let facts = self.ports.cloud.facts().await;
        found.push(reached(&facts));
        if let Ok(facts) = &facts {
            found.push(region(self.settings.region.name(), facts.region.as_deref()));
            found.extend(facts.time.map(|time| ahead(time, self.now())));
        }
        for scope in [CloudScope::Installation, CloudScope::Licensing] {
            found.push(signed_in(scope, &self.ports.cloud.sign_in(scope).await));
        }
        if let Some(permit) = permit {
            found.push(self.check_license(permit).await);
        }
        found
    }

    async fn check_license(&self, permit: &Permit<ManageLicense>) -> Finding {
        const CHECK: &str = "license";
        let bad =
            |code: &'static str, detail: String| Finding::new(CHECK, State::Fail, code, detail);
        let request = match self.license_request(permit).await {
            Ok(request) => request,
            Err(error) => return bad(error.code().unwrap_or("no_connection"), error.to_string()),
        };
        let document = match self.ports.cloud.license(request).await {
            Ok(document) => document,
            Err(error) => {
                let code = error.noted();
                return bad(code, SyncLicenseError::Cloud(error).to_string())
                    .cured("Make a new billing sync token on the cloud and enter it here.");
            }
        };
        match self.verified(&document).await {
            Ok(_) => Finding::ok(CHECK, "The cloud's license can be used here."),
            Err(error) if read(&document, &[]).is_ok() => {
                bad(error.code().unwrap_or("license_invalid"), error.to_string())
            }
            Err(error) => bad("license_unreadable", format!("The cloud sent {error}.")),
        }
    }
}

/// Whether the operator lets this server talk to its cloud.
pub fn communication(on: bool) -> Finding {
    const CHECK: &str = "communication";
    if on {
        return Finding::ok(CHECK, "This server may talk to its cloud.");
    }
    let detail = "This server may not talk to its cloud.";
    Finding::new(CHECK, State::Warn, "cloud_communication_off", detail).cured(
        "Write globalSettings__enableCloudCommunication=true into env/global.override.env, then \
         `wardstead reload`",
    )
}

/// How far the cloud's clock is ahead.
fn ahead(there: DateTime<Utc>, now: DateTime<Utc>) -> Finding {
    clock(there - now)
}

fn reached(facts: &Result<CloudFacts, CloudError>) -> Finding {
    const CHECK: &str = "reached";
    match facts {
        Ok(facts) => {
            let version = facts.version.as_deref().unwrap_or("unknown");
            Finding::ok(CHECK, format!("The cloud answers, version {version}."))
                .with("version", version)
        }
        Err(error) => Finding::new(CHECK, State::Fail, error.noted(), error.to_string())
            .with("reason", error.to_string())
            .cured("Check each host of the egress list: names, firewall, proxy and certificates."),
    }
}

/// Whether the cloud gives this installation a token.
pub fn signed_in(scope: CloudScope, answer: &Result<(), CloudError>) -> Finding {
    let check = match scope {
        CloudScope::Installation => "token.installation",
        CloudScope::Licensing => "token.licensing",
        CloudScope::Push => "token.push",
    };
    let error = match answer {
        Ok(()) => return Finding::ok(check, "The cloud accepts the installation."),
        Err(error) => error,
    };
    let cure = match error {
        CloudError::Unauthorized | CloudError::Refused { .. } => {
            "Look whether installation id and key are whole, were made in the region of the settings, \
             and are not switched off; if in doubt ask the cloud for new ones and upload licenses anew"
        }
        CloudError::Unknown => {
            "Correct globalSettings__installation__identityUri: it ends before /connect/token"
        }
        CloudError::TooMany { .. } => "Try again in a quarter of an hour",
        CloudError::None => {
            "Write globalSettings__installation__id and globalSettings__installation__key into \
             env/global.override.env"
        }
        CloudError::Unreachable(_) | CloudError::Unreadable(_) => {
            "Try again later; if it stays, ask whoever runs the cloud"
        }
    };
    Finding::new(check, State::Fail, error.noted(), error.to_string()).cured(cure)
}
