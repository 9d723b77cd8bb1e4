//! Tokens only this server can make, and texts only it can read.

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hkdf::{HKDF_SHA256, KeyType, Salt},
    hmac,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::KeyRing;
use crate::ports::Random;

/// What a token says: its content, and until when it may be used.
#[derive(Serialize, Deserialize)]
struct Stamped<T> {
    #[serde(rename = "c")]
    content: T,
    #[serde(rename = "e", skip_serializing_if = "Option::is_none", default)]
    expires: Option<i64>,
}

struct Length32;
impl KeyType for Length32 {
    fn len(&self) -> usize {
        32
    }
}

/// A key for one purpose, so that a token made for another never passes.
fn derive(secret: &[u8], purpose: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    Salt::new(HKDF_SHA256, b"wardstead")
        .extract(secret)
        .expand(&[purpose.as_bytes()], Length32)
        .and_then(|okm| okm.fill(&mut key))
        .ok()?;
    Some(key)
}

impl KeyRing {
    /// A token that carries `content`, readable by anyone, made by this server for `purpose`, and
    /// good until `expires`, if that is set. Safe in an address.
    pub fn sign(
        &self,
        purpose: &str,
        content: &impl Serialize,
        expires: Option<DateTime<Utc>>,
    ) -> Option<String> {
        let key = self.current("seal")?;
        let stamped = Stamped { content, expires: expires.map(|at| at.timestamp()) };
        let body = BASE64.encode(serde_json::to_vec(&stamped).ok()?);
        let mac = hmac::Key::new(hmac::HMAC_SHA256, &derive(&key.secret, purpose)?);
        let tag = hmac::sign(&mac, body.as_bytes());
        Some(format!("{}.{body}.{}", key.id, BASE64.encode(tag)))
    }

    /// What a token of [`KeyRing::sign`] carries, if this server made it for `purpose` and it has
    /// not expired.
    pub fn verify<T: DeserializeOwned>(
        &self,
        purpose: &str,
        token: &str,
        now: DateTime<Utc>,
    ) -> Option<T> {
        let (id, rest) = token.split_once('.')?;
        let (body, tag) = rest.split_once('.')?;
        let key = self.by_id("seal", id)?;
        let mac = hmac::Key::new(hmac::HMAC_SHA256, &derive(&key.secret, purpose)?);
        hmac::verify(&mac, body.as_bytes(), &BASE64.decode(tag).ok()?).ok()?;
        let stamped: Stamped<T> = serde_json::from_slice(&BASE64.decode(body).ok()?).ok()?;
        stamped.expires.is_none_or(|at| now.timestamp() <= at).then_some(stamped.content)
    }

    /// What only this server can compute of `message` for `purpose`: one value for each of its
    /// seal keys, that of the current key first.
    pub fn macs(&self, purpose: &str, message: &[u8]) -> Vec<[u8; 32]> {
        let keys = self.all("seal");
        let derived = keys.iter().filter_map(|key| derive(&key.secret, &format!("mac:{purpose}")));
        derived
            .filter_map(|key| {
                let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), message);
                tag.as_ref().try_into().ok()
            })
            .collect()
    }

    /// `text`, so that only this server can read it again for `purpose`.
    pub fn seal(&self, purpose: &str, text: &str, random: &dyn Random) -> Option<String> {
        let key = self.current("seal")?;
        let aead = LessSafeKey::new(
            UnboundKey::new(&AES_256_GCM, &derive(&key.secret, &format!("seal:{purpose}"))?)
                .ok()?,
        );
        let mut nonce = [0; NONCE_LEN];
        random.fill(&mut nonce);
        let mut bytes = text.as_bytes().to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        aead.seal_in_place_append_tag(unique, Aad::empty(), &mut bytes).ok()?;
        Some(format!("{}.{}", key.id, BASE64.encode([nonce.as_slice(), &bytes].concat())))
    }

    /// What was sealed for `purpose`, if this server sealed it.
    pub fn open(&self, purpose: &str, sealed: &str) -> Option<String> {
        let (id, body) = sealed.split_once('.')?;
        let key = self.by_id("seal", id)?;
        let aead = LessSafeKey::new(
            UnboundKey::new(&AES_256_GCM, &derive(&key.secret, &format!("seal:{purpose}"))?)
                .ok()?,
        );
        let bytes = BASE64.decode(body).ok()?;
        let (nonce, rest) = bytes.split_at_checked(NONCE_LEN)?;
        let mut rest = rest.to_vec();
        let unique = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let text = aead.open_in_place(unique, Aad::empty(), &mut rest).ok()?;
        String::from_utf8(text.to_vec()).ok()
    }
}
