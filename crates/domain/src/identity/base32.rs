//! Bytes in capitals and the digits 2 to 7, as people copy them by hand.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The bytes in letters, without padding.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut push = |five: u32| {
        let letter = LETTERS.get((five & 31) as usize).copied().unwrap_or(b'A');
        text.push(char::from(letter));
    };
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            push(held >> bits);
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        push(held << (5 - bits));
    }
    text
}

/// The bytes behind the letters, however they are spaced and written; none for anything else.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    let letters = text.bytes().filter(|letter| !matches!(letter, b' ' | b'-' | b'='));
    for letter in letters {
        let letter = letter.to_ascii_uppercase();
        let five = LETTERS.iter().position(|known| *known == letter)?;
        held = (held << 5) | u32::try_from(five).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decode, encode};

    #[test]
    fn letters_are_those_of_rfc_4648() {
        let cases = [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ];
        for (plain, written) in cases {
            assert_eq!(encode(plain.as_bytes()), written);
            assert_eq!(decode(written).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(decode("mzxw 6ytb-oi======").as_deref(), Some(&b"foobar"[..]));
        assert_eq!(decode("MZXW1"), None);
        assert_eq!(decode("é"), None);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
    }
}
