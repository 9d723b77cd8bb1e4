//! Authenticators: keys an app and the server share, and the codes of them.

use aws_lc_rs::hmac;
use chrono::{DateTime, Utc};
use domain::identity::{base32, totp};

use super::Secret;
use crate::App;

/// How many random bytes a key has.
const LENGTH: usize = 20;

/// The key of an authenticator.
pub struct Authenticator(hmac::Key);

impl Authenticator {
    /// The authenticator of a key in base32, if it can be one.
    pub fn read(key: &Secret) -> Option<Self> {
        let bytes = base32::decode(key.reveal())?;
        let fits = (10..=64).contains(&bytes.len());
        // Every app computes with this function, and its weakness is not one here.
        fits.then(|| Self(hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &bytes)))
    }

    /// The step whose code was typed, if it counts now and was not used before.
    pub fn accepts(&self, typed: &str, now: DateTime<Utc>, used: Option<i64>) -> Option<i64> {
        totp::accepted(typed, now, used, |step| self.mac(step))
    }

    /// The code an app shows at that moment.
    pub fn code(&self, now: DateTime<Utc>) -> String {
        format!("{:06}", totp::code(&self.mac(totp::step(now).to_be_bytes())))
    }

    fn mac(&self, step: [u8; 8]) -> [u8; 20] {
        hmac::sign(&self.0, &step).as_ref().try_into().unwrap_or([0; 20])
    }
}

impl App {
    /// The key of a new authenticator, in base32.
    pub fn new_authenticator_key(&self) -> Secret {
        let mut bytes = [0; LENGTH];
        self.ports.random.fill(&mut bytes);
        Secret::new(base32::encode(&bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{Authenticator, Secret};

    #[test]
    fn codes_are_those_of_rfc_6238() {
        let key = Secret::new(domain::identity::base32::encode(b"12345678901234567890"));
        let authenticator = Authenticator::read(&key).unwrap();
        let cases = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (seconds, code) in cases {
            let now = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            assert_eq!(authenticator.code(now), code);
            assert_eq!(authenticator.accepts(code, now, None), Some(seconds / 30));
            assert_eq!(authenticator.accepts(code, now, Some(seconds / 30)), None);
        }
    }

    #[test]
    fn a_key_is_base32_of_a_sensible_length() {
        let cases = [
            ("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", true),
            ("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", true),
            ("MZXW6YTB", false),
            ("not base32!", false),
            ("", false),
        ];
        for (key, fits) in cases {
            assert_eq!(Authenticator::read(&Secret::new(key.to_owned())).is_some(), fits, "{key}");
        }
    }
}
