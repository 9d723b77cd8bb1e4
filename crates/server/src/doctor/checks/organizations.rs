//! Whether the cloud accepts what each connected organization brings.

use app::KeyRing;
use serde::Deserialize;
use serde_json::{Value, json};
use store::{Db, sponsorships::CloudLinkRow};
use uuid::Uuid;

use crate::doctor::{finding::Finding, journey::Journey};

/// What billing sync tokens are sealed for.
const SEALED_FOR: &str = "billing-token";
const CHECK: &str = "connected organizations";

/// Each connected organization has a licence for this installation, and a billing sync token its
/// cloud organization knows. An empty batch is sent for each: nothing changes by it.
pub async fn organizations(journey: &mut Journey) -> Vec<Finding> {
    let known = match links(journey).await {
        Ok(Some(known)) => known,
        Ok(None) => return vec![Finding::good(CHECK, "none: the server has not started yet")],
        Err(error) => {
            let cure = "Look whether the database runs, and whether `wardstead migrate` succeeds";
            return vec![Finding::bad(CHECK, format!("{error:#}"), cure)];
        }
    };
    if known.is_empty() {
        return vec![Finding::good(CHECK, "none yet")];
    }
    let bearer = token(journey).await;
    let mut findings = Vec::new();
    for (link, secret) in known {
        findings.push(license(journey, &link));
        findings.push(match &bearer {
            None => Finding::untried(check_of(&link), "there is no installation token"),
            Some(bearer) => billing(journey, bearer, &link, secret).await,
        });
    }
    findings
}

fn check_of(link: &CloudLinkRow) -> String {
    format!("billing sync token of {}", link.name)
}

/// The connections, each with its token in the clear; nothing when there is no database yet.
async fn links(journey: &Journey) -> anyhow::Result<Option<Vec<(CloudLinkRow, Option<String>)>>> {
    let database = &journey.config.database;
    if database.file().is_some_and(|file| !file.is_file()) {
        return Ok(None);
    }
    let db = Db::open(database.url.reveal()).await?;
    let found = read(&db).await;
    db.close().await;
    found
}

async fn read(db: &Db) -> anyhow::Result<Option<Vec<(CloudLinkRow, Option<String>)>>> {
    let state = db.migrations().await?;
    if state.before == 0 {
        return Ok(None);
    }
    anyhow::ensure!(state.before == state.now, "the database is of another version");
    let keys = KeyRing::default();
    keys.reload(db).await?;
    let links = db.read().await?.cloud_links().await?;
    let opened = links.into_iter().map(|link| {
        let sealed = link.sealed_token.as_deref();
        let secret = sealed.and_then(|sealed| keys.open(SEALED_FOR, sealed));
        (link, secret)
    });
    Ok(Some(opened.collect()))
}

/// The licence was made for this installation.
fn license(journey: &Journey, link: &CloudLinkRow) -> Finding {
    let check = format!("license of {}", link.name);
    let Some(document) = &link.license else {
        return Finding::bad(check, "there is none", "Upload the organization's license file");
    };
    let document: Value = serde_json::from_str(document).unwrap_or_default();
    let named = ["InstallationId", "installationId"].iter().find_map(|name| document.get(name));
    let named = named.and_then(Value::as_str).and_then(|text| Uuid::try_parse(text).ok());
    match (named, journey.config.cloud.installation_id) {
        (Some(named), Some(own)) if named == own => Finding::good(check, "for this installation"),
        (Some(named), _) => Finding::bad(
            check,
            format!("for the installation {named}, not for this one"),
            "Download the license for this installation's id from the cloud, and upload it",
        ),
        (None, _) => Finding::bad(
            check,
            "it names no installation",
            "Upload the organization's license anew",
        ),
    }
}

/// A token for syncing, if the cloud gives one.
async fn token(journey: &Journey) -> Option<String> {
    #[derive(Deserialize)]
    struct Answer {
        access_token: String,
    }

    let cloud = &journey.config.cloud;
    let (id, key) = (cloud.installation_id?, cloud.installation_key.as_ref()?);
    if journey.broken(cloud.identity_url.as_ref()).is_some() {
        return None;
    }
    let url =
        format!("{}/connect/token", cloud.identity_url.as_ref()?.as_str().trim_end_matches('/'));
    let form = [
        ("grant_type", "client_credentials"),
        ("scope", "api.installation"),
        ("client_id", &format!("installation.{id}")),
        ("client_secret", key.reveal()),
    ];
    let answer = journey.client.post(url).form(&form).send().await.ok()?;
    Some(answer.error_for_status().ok()?.json::<Answer>().await.ok()?.access_token)
}

/// The cloud accepts the organization's billing sync token.
async fn billing(
    journey: &Journey,
    bearer: &str,
    link: &CloudLinkRow,
    secret: Option<String>,
) -> Finding {
    const ANEW: &str = "Copy the token on the cloud (Billing, Subscription, Set up billing sync) and \
                        paste it here (Manage billing sync)";
    let check = check_of(link);
    let Some(secret) = secret else {
        return Finding::bad(check, "it cannot be read with this server's keys", ANEW);
    };
    let api = &journey.config.cloud.api_url;
    let Some(api) = api.as_ref().filter(|api| journey.broken(Some(api)).is_none()) else {
        return Finding::untried(check, "the cloud cannot be reached");
    };
    let body = json!({
        "billingSyncKey": secret,
        "sponsoringOrganizationCloudId": link.cloud_organization_id,
        "sponsorshipsBatch": [],
    });
    let url = format!("{}/organization/sponsorship/sync", api.as_str().trim_end_matches('/'));
    let sent = journey.client.post(url).bearer_auth(bearer).json(&body).send().await;
    let answer = match sent {
        Ok(answer) if answer.status().is_success() => return Finding::good(check, "accepted"),
        Ok(answer) => answer,
        Err(error) => return Finding::bad(check, error.to_string(), "Try again later"),
    };
    let status = answer.status();
    let body: Value = answer.json().await.unwrap_or_default();
    let message = ["message", "Message"].iter().find_map(|name| body.get(name)?.as_str());
    match message {
        // The protocol's own words for the two refusals.
        Some("Invalid Billing Sync Key") => {
            Finding::bad(check, "the cloud knows another one: this one was replaced", ANEW)
        }
        Some("Invalid organization") => Finding::bad(
            check,
            "the cloud does not know the organization",
            "Upload the organization's present license; look whether its cloud is in this region",
        ),
        other => Finding::bad(
            check,
            format!("the cloud answered {status}: {}", other.unwrap_or("nothing more")),
            "Try again later; if it stays, ask whoever runs the cloud",
        ),
    }
}
