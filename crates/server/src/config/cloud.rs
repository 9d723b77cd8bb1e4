//! `[cloud]`: the cloud a self-hosted server belongs to, and whether it may talk to it.

use app::settings::Region;
use url::Url;
use uuid::Uuid;

use super::{reader::Reader, secret::Secret, server::web_address, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new(
        "cloud.communication",
        "true or false",
        "false",
        "Whether a self-hosted server may talk to its cloud: billing sync, sponsorships, licenses.",
    )
    .documented(&["globalSettings__enableCloudCommunication"]),
    Setting::new(
        "cloud.region",
        "US, EU or Gov",
        "US",
        "The region of the cloud organization. It must be the one in which the installation id was made.",
    )
    .documented(&["globalSettings__baseServiceUri__cloudRegion"]),
    Setting::new(
        "cloud.installation_id",
        "the installation id, such as 5f0c3d1e-0000-4000-8000-000000000000",
        "none: the server runs in a limited mode",
        "The id of this installation, as the cloud gave it.",
    )
    .documented(&["globalSettings__installation__id"]),
    Setting::new("cloud.installation_key", "the installation key", "none", "The key that goes with the id.")
        .documented(&["globalSettings__installation__key"])
        .secret(),
    Setting::new(
        "cloud.identity_url",
        "an address such as https://identity.example.com",
        "that of the region",
        "Where the cloud gives out tokens.",
    )
    .documented(&["globalSettings__installation__identityUri"]),
    Setting::new(
        "cloud.api_url",
        "an address such as https://api.example.com",
        "that of the region",
        "Where the cloud answers syncs and license requests.",
    )
    .documented(&["globalSettings__installation__apiUri"]),
    Setting::new(
        "cloud.push_url",
        "an address such as https://push.example.com",
        "that of the region",
        "Where the cloud relays notifications to phones.",
    )
    .documented(&["globalSettings__pushRelayBaseUri"]),
    Setting::new(
        "cloud.url",
        "an address such as https://vault.example.com",
        "none",
        "The cloud's own address, when it is a Wardstead server: its identity, api and push addresses \
         follow from it unless they are set.",
    ),
];

/// What the section says.
#[derive(Debug, Clone)]
pub struct Cloud {
    /// Whether the server may talk to its cloud.
    pub communication: bool,
    /// The region.
    pub region: Region,
    /// The id of this installation.
    pub installation_id: Option<Uuid>,
    /// Its key.
    pub installation_key: Option<Secret>,
    /// Where the cloud gives out tokens; none for a region whose address nobody knows.
    pub identity_url: Option<Url>,
    /// Where the cloud answers syncs.
    pub api_url: Option<Url>,
    /// Where the cloud relays notifications.
    pub push_url: Option<Url>,
    /// Where people open the cloud in a browser, as far as the other addresses tell.
    pub vault_url: Option<Url>,
}

/// Reads the section.
pub fn read(reader: &mut Reader<'_>) -> Cloud {
    let region = reader.read("cloud.region", region).unwrap_or(Region::Us);
    let base = reader.read("cloud.url", web_address);
    let mut part = |key: &str, path: &str, host: &str| {
        let own = base.as_ref().and_then(|base| joined(base, path));
        reader.read(key, web_address).or(own).or_else(|| of_region(region, host))
    };
    let identity_url = part("cloud.identity_url", "identity", "identity");
    let api_url = part("cloud.api_url", "api", "api");
    let push_url = part("cloud.push_url", "api", "push");
    let vault_url = base.or_else(|| vault_of(api_url.as_ref()?, region));
    let installation_id = reader.parsed("cloud.installation_id");
    let installation_key = reader.text("cloud.installation_key").map(Secret::new);
    if installation_id.is_some() && installation_key.is_none() {
        reader.problem("cloud.installation_id is set without cloud.installation_key; set both");
    }
    Cloud {
        communication: reader.flag("cloud.communication").unwrap_or(false),
        region,
        installation_id: installation_id.filter(|id: &Uuid| !id.is_nil()),
        installation_key,
        identity_url,
        api_url,
        push_url,
        vault_url,
    }
}

fn region(text: &str) -> Option<Region> {
    let known = [Region::Us, Region::Eu, Region::Gov];
    known.into_iter().find(|region| region.name().eq_ignore_ascii_case(text))
}

/// Where people open the cloud that answers at `api`: in its region, or above its `/api`.
fn vault_of(api: &Url, region: Region) -> Option<Url> {
    if of_region(region, "api").as_ref() == Some(api) {
        return of_region(region, "vault");
    }
    Url::parse(api.as_str().trim_end_matches('/').strip_suffix("/api")?).ok()
}

fn joined(base: &Url, path: &str) -> Option<Url> {
    Url::parse(&format!("{}/{path}", base.as_str().trim_end_matches('/'))).ok()
}

/// Where the protocol places the services of a region.
fn of_region(region: Region, host: &str) -> Option<Url> {
    let domain = match region {
        Region::Us => "bitwarden.com",
        Region::Eu => "bitwarden.eu",
        Region::Gov => return None,
    };
    Url::parse(&format!("https://{host}.{domain}")).ok()
}
