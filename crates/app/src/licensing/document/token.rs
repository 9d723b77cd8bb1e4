//! The token in a document: a JWT whose claims are the fields.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::{DateTime, Utc};
use domain::licensing::TokenProof;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{canonical::Layout, fields::Fields};
use crate::{
    licensing::trust::TrustedKey,
    ports::{CannotSign, LicenseAuthority},
};

/// Who issues the licences this server signs.
const ISSUER: &str = "wardstead";

/// Whose tokens are read, given a key that is trusted: ours, and those of the protocol's vendor.
const ISSUERS: [&str; 2] = [ISSUER, "bitwarden"];

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
}

/// The claims of a token, and what there is to say about its proof. Its times are judged by the
/// rules, not here: a clock that is wrong is not a bad signature.
pub(super) fn read(
    token: &str,
    document: &Fields,
    layout: Layout,
    trusted: &[TrustedKey],
) -> Option<(Fields, TokenProof)> {
    let (signed, signature) = token.rsplit_once('.')?;
    let (header, body) = signed.split_once('.')?;
    let header: Header = serde_json::from_slice(&BASE64.decode(header).ok()?).ok()?;
    let claims = Fields::parse(&String::from_utf8(BASE64.decode(body).ok()?).ok()?)?;
    let signature = BASE64.decode(signature).ok()?;

    let made = |key: &&TrustedKey| key.made(&signature, signed.as_bytes());
    let signer = trusted.iter().find(made).filter(|_| header.alg == "RS256");
    let subject = claims.uuid("Id").or_else(|| document.uuid("Id"))?;
    // One that is for the other kind of holder says so itself; that is told them in its own words.
    let audiences = [layout, layout.other()].map(|it| format!("{}:{subject}", it.whom));
    let named = claims.text("aud").is_some_and(|aud| audiences.contains(&aud));
    let issued = claims.text("iss").is_some_and(|iss| ISSUERS.contains(&iss.as_str()));
    // The document around the token may not claim to be about someone else.
    let same = document.uuid("Id").is_none_or(|id| id == subject);
    let moment = |name| claims.int(name).and_then(|at| DateTime::from_timestamp(at, 0));
    let proof = TokenProof {
        genuine: signer.is_some(),
        addressed: named && same && issued,
        key_id: signer.map(|key| key.id.clone()).or(header.kid),
        not_before: moment("nbf"),
        ends_at: moment("exp"),
    };
    Some((claims, proof))
}

/// A token with `claims`.
///
/// # Errors
///
/// When this server does not sign licences.
pub(super) fn write(
    whom: &str,
    mut claims: Map<String, Value>,
    (issued_at, ends_at): (DateTime<Utc>, DateTime<Utc>),
    token_id: &str,
    key_id: &str,
    authority: &dyn LicenseAuthority,
) -> Result<String, CannotSign> {
    let subject = claims.get("Id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let about = json!({
        "iss": ISSUER,
        "aud": format!("{whom}:{subject}"),
        "nbf": issued_at.timestamp(),
        "iat": issued_at.timestamp(),
        "exp": ends_at.timestamp(),
        "jti": token_id,
    });
    if let Value::Object(about) = about {
        claims.extend(about);
    }
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": key_id });
    let claims = Value::Object(claims).to_string();
    let signed = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims));
    let signature = authority.sign(key_id, signed.as_bytes())?;
    Ok(format!("{signed}.{}", BASE64.encode(signature)))
}
