//! Codes of authenticator apps (RFC 6238): six digits for thirty seconds, which is what every app
//! can show.

use chrono::{DateTime, Utc};

/// For how many seconds a code is shown.
const SECONDS: i64 = 30;

/// How many codes before and after the present one count: clocks differ.
const AROUND: i64 = 1;

/// The six digits an HMAC over the number of a step comes to.
pub fn code(mac: &[u8; 20]) -> u32 {
    let offset = usize::from(mac[19] & 0xf);
    let picked = mac.iter().skip(offset).take(4);
    let number = picked.fold(0, |number: u32, byte| (number << 8) | u32::from(*byte));
    (number & 0x7fff_ffff) % 1_000_000
}

/// The step of a moment.
pub fn step(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(SECONDS)
}

/// The step whose code was typed, around the present one and after the one `used` last: each code
/// works once. `mac` is the HMAC-SHA-1 of the authenticator's key over the number of a step.
pub fn accepted(
    typed: &str,
    now: DateTime<Utc>,
    used: Option<i64>,
    mac: impl Fn([u8; 8]) -> [u8; 20],
) -> Option<i64> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let typed: u32 = digits.parse().ok()?;
    let present = step(now);
    (present - AROUND..=present + AROUND)
        .filter(|step| used.is_none_or(|used| *step > used))
        .find(|step| code(&mac(step.to_be_bytes())) == typed)
}

#[cfg(test)]
mod tests {
    use super::{accepted, code};

    /// Stands for an HMAC: the step itself, where the code is picked from.
    fn mac(step: [u8; 8]) -> [u8; 20] {
        let mut mac = [0; 20];
        mac[..4].copy_from_slice(&step[4..]);
        mac
    }

    #[test]
    fn a_code_is_picked_as_rfc_4226_shows() {
        let mac = [
            0x1f, 0x86, 0x98, 0x69, 0x0e, 0x02, 0xca, 0x16, 0x61, 0x85, 0x50, 0xef, 0x7f, 0x19,
            0xda, 0x8e, 0x94, 0x5b, 0x55, 0x5a,
        ];
        assert_eq!(code(&mac), 872_921);
    }

    #[test]
    fn a_code_counts_around_its_time_and_once() {
        let now = chrono::DateTime::from_timestamp(3_000, 0).unwrap();
        let cases = [
            ("the present one", "000100", None, Some(100)),
            ("as apps show it", "000 100", None, Some(100)),
            ("the one before", "000099", None, Some(99)),
            ("the one after", "000101", None, Some(101)),
            ("two before", "000098", None, None),
            ("two after", "000102", None, None),
            ("one that was used", "000100", Some(100), None),
            ("one before the used one", "000099", Some(100), None),
            ("the next after the used one", "000101", Some(100), Some(101)),
            ("too short", "100", None, None),
            ("too long", "0000100", None, None),
            ("no digits", "00010x", None, None),
            ("a sign", "+00100", None, None),
            ("nothing", "", None, None),
        ];
        for (case, typed, used, step) in cases {
            assert_eq!(accepted(typed, now, used, mac), step, "{case}");
        }
    }
}
