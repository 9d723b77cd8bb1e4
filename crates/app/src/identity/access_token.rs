//! Access tokens: short-lived JWTs signed with Ed25519. Clients only decode them.

use chrono::{DateTime, Duration, Utc};
use domain::{
    accounts::User, id::Id, identity::Session, licensing::Installation, organizations::Organization,
};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use store::StoreError;
use uuid::Uuid;

use super::{
    issue as of_people, log_in_as_organization as of_organizations, log_in_with_key as of_keys,
};
use crate::{App, ports::CloudScope};

/// Whom an access token speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bearer {
    /// A person on a device.
    Person(Person),
    /// An organization's program, by its API key.
    Organization(Id<Organization>),
    /// A self-hosted server, by its installation key.
    Installation {
        /// Which.
        id: Id<Installation>,
        /// What it asked for: `api.installation`, `api.licensing` or `api.push`.
        scope: String,
    },
}

/// A person on a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub user: Id<User>,
    /// The session, unless it was opened with an API key.
    pub session: Option<Id<Session>>,
    /// The device's own identifier.
    pub device: String,
    /// The kind of device, by the protocol's number.
    pub device_type: i64,
    /// The program: `web`, `cli`, `browser`, …
    pub client: String,
    /// Ends with a change of password or keys.
    pub security_stamp: String,
}

/// The claims, as clients decode them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Claims {
    /// Who made it.
    pub iss: String,
    /// The person, organization or installation.
    pub sub: Uuid,
    /// The program.
    pub client_id: String,
    /// What it may be used for.
    pub scope: Vec<String>,
    /// Not before, in seconds.
    pub nbf: i64,
    /// Made at, in seconds.
    pub iat: i64,
    /// Good until, in seconds.
    pub exp: i64,
    /// How the person signed in.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub amr: Vec<String>,
    /// The mail address.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub email: Option<String>,
    /// Whether the mail address was verified.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub email_verified: Option<bool>,
    /// The person's name.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// Whether premium features are open to the person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub premium: Option<bool>,
    /// The security stamp.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sstamp: Option<String>,
    /// The device's own identifier.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub device: Option<String>,
    /// The kind of device.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub devicetype: Option<i64>,
    /// The session.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sid: Option<Uuid>,
    /// An installation's id, for programs that look for it here.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub client_sub: Option<String>,
}

impl Claims {
    /// Claims about `sub` with nothing optional in them.
    pub fn bare(app: &App, sub: Uuid, client_id: String, scope: &str, life: Duration) -> Self {
        let now = app.now();
        Self {
            iss: app.settings.address("/identity"),
            sub,
            client_id,
            scope: scope.split(' ').map(str::to_owned).collect(),
            nbf: now.timestamp(),
            iat: now.timestamp(),
            exp: (now + life).timestamp(),
            amr: Vec::new(),
            email: None,
            email_verified: None,
            name: None,
            premium: None,
            sstamp: None,
            device: None,
            devicetype: None,
            sid: None,
            client_sub: None,
        }
    }
}

impl App {
    /// Signs `claims`; none when the server has no key, which it makes at its start.
    pub fn access_token(&self, claims: &Claims) -> Option<String> {
        let key = self.keys.current("access")?;
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(key.id);
        jsonwebtoken::encode(&header, claims, &EncodingKey::from_ed_der(&key.secret)).ok()
    }

    /// Whom `token` speaks for, if a node of this server signed it and its time has not run out. A key
    /// this node does not know yet is looked for in the database, once a second at most.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn bearer(&self, token: &str) -> Result<Option<Bearer>, StoreError> {
        let now = self.now();
        let kid = jsonwebtoken::decode_header(token).ok().and_then(|header| header.kid);
        let Some(kid) = kid else { return Ok(None) };
        self.learn_key("access", &kid).await?;
        Ok(self.read_access_token(token, now))
    }

    /// Whom `token` speaks for, if this server signed it and its time has not run out.
    pub fn read_access_token(&self, token: &str, now: DateTime<Utc>) -> Option<Bearer> {
        let id = jsonwebtoken::decode_header(token).ok()?.kid?;
        let key = self.keys.by_id("access", &id)?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        // Time is checked below, against the clock of the server and not of the library.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.set_issuer(&[self.settings.address("/identity")]);
        let public = DecodingKey::from_ed_der(key.public.as_deref()?);
        let claims: Claims = jsonwebtoken::decode(token, &public, &validation).ok()?.claims;
        (now.timestamp() < claims.exp).then_some(())?;
        bearer(claims)
    }
}

/// What the scope says the token is for; a program must be the one its name says.
fn bearer(claims: Claims) -> Option<Bearer> {
    let is_program = |kind: &str| {
        let id = claims.client_id.strip_prefix(kind);
        id.and_then(|id| Uuid::parse_str(id).ok()) == Some(claims.sub)
    };
    let scope = claims.scope.join(" ");
    match scope.as_str() {
        of_people::SCOPE | of_keys::SCOPE => person(claims).map(Bearer::Person),
        of_organizations::SCOPE => {
            is_program("organization.").then(|| Bearer::Organization(Id::new(claims.sub)))
        }
        _ if CloudScope::named(&scope).is_some() => is_program("installation.")
            .then(|| Bearer::Installation { id: Id::new(claims.sub), scope }),
        _ => None,
    }
}

fn person(claims: Claims) -> Option<Person> {
    Some(Person {
        user: Id::new(claims.sub),
        session: claims.sid.map(Id::new),
        device: claims.device?,
        device_type: claims.devicetype?,
        client: claims.client_id,
        security_stamp: claims.sstamp?,
    })
}
