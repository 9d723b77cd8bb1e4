//! Encrypted strings: the server keeps them as they came, and only looks at their shape.

/// Whether `text` has the shape of an encrypted string: a known type, its number of parts, each
/// part base64 and not empty.
pub fn is_encrypted(text: &str) -> bool {
    let (parts, count) = match text.split_once('.') {
        Some((kind, parts)) => match kind {
            "0" | "5" | "6" => (parts, 2),
            "1" | "2" => (parts, 3),
            "3" | "4" | "7" => (parts, 1),
            _ => return false,
        },
        // Without a type, the number of parts tells it.
        None => (text, if text.matches('|').count() == 2 { 3 } else { 2 }),
    };
    parts.split('|').count() == count && parts.split('|').all(is_base64)
}

/// Why a text is not kept as an encrypted string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unkept {
    /// There is none.
    #[error("This is required.")]
    Missing,
    /// It has another shape: perhaps it was never encrypted.
    #[error("This must be an encrypted string.")]
    NotEncrypted,
    /// It is longer than the protocol allows.
    #[error("This may have at most {0} characters.")]
    TooLong(usize),
    /// It is none of the values there are.
    #[error("This is not one of the values allowed.")]
    Unknown,
}

/// Whether `text` is an encrypted string of at most `most` characters.
///
/// # Errors
///
/// [`Unkept::TooLong`], [`Unkept::NotEncrypted`].
pub fn checked(text: &str, most: usize) -> Result<(), Unkept> {
    if text.len() > most {
        return Err(Unkept::TooLong(most));
    }
    if is_encrypted(text) { Ok(()) } else { Err(Unkept::NotEncrypted) }
}

/// Whether `text` has the shape of a key that was wrapped for a public key.
pub fn is_wrapped_for_public_key(text: &str) -> bool {
    text.starts_with("4.") && is_encrypted(text)
}

/// Whether `text` is base64 in the standard alphabet with padding, and not empty. Bits beyond the
/// last byte may be anything.
pub fn is_base64(text: &str) -> bool {
    let letters = text.trim_end_matches('=');
    let padding = text.len() - letters.len();
    !letters.is_empty()
        && padding <= 2
        && text.len().is_multiple_of(4)
        && letters.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Unkept, checked, is_base64, is_encrypted};

    #[test]
    fn what_is_kept_is_encrypted_and_of_a_bounded_length() {
        let cases = [
            ("of the length allowed", "2.AAAA|AAAA|AAAA", 16, Ok(())),
            ("one more", "2.AAAA|AAAA|AAAA", 15, Err(Unkept::TooLong(15))),
            ("plain", "hunter2", 100, Err(Unkept::NotEncrypted)),
        ];
        for (case, text, most, expected) in cases {
            assert_eq!(checked(text, most), expected, "{case}");
        }
    }

    #[test]
    fn a_known_type_with_its_parts_in_base64_is_an_encrypted_string() {
        let cases = [
            ("today's items", "2.AAAA|AAAA|AAAA", true),
            ("a key for a public key", "4.AAAA", true),
            ("what is to come", "7.g1hLAA==", true),
            ("without a type", "AAAA|AAAA", true),
            ("with a part missing", "2.AAAA|AAAA", false),
            ("with a part too many", "4.AAAA|AAAA", false),
            ("with an empty part", "2.AAAA||AAAA", false),
            ("of no known type", "9.AAAA", false),
            ("not in base64", "4.A-_A", false),
            ("cut off", "4.AAA", false),
            ("empty", "", false),
            ("plain words", "hello", false),
        ];
        for (case, text, expected) in cases {
            assert_eq!(is_encrypted(text), expected, "{case}");
        }
    }

    #[test]
    fn base64_is_padded_to_four() {
        let cases =
            [("AA==", true), ("AAA=", true), ("AAAA", true), ("A===", false), ("AA", false)];
        for (text, expected) in cases {
            assert_eq!(is_base64(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in "\\PC{0,60}") {
            let _ = (is_encrypted(&text), is_base64(&text));
        }

        #[test]
        fn what_clients_write_is_accepted(
            parts in proptest::collection::vec("([A-Za-z0-9+/]{4}){1,8}(|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)", 3),
        ) {
            let whole = parts.join("|");
            let cases = [
                (format!("2.{whole}"), true),
                (whole.clone(), true),
                (format!("4.{whole}"), false),
                (format!("2.{whole}|"), false),
            ];
            for (text, expected) in cases {
                prop_assert_eq!(is_encrypted(&text), expected);
            }
        }
    }
}
