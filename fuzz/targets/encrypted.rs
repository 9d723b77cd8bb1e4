//! What says of itself that it is encrypted; and codes as people type them.
#![no_main]

use domain::{
    accounts::enc_string::{is_base64, is_encrypted},
    identity::base32,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if is_encrypted(text) {
        let plain = |c: char| !c.is_ascii_alphanumeric() && !"+/=.|".contains(c);
        assert!(!text.contains(plain), "what is kept as encrypted has other letters");
    }
    let _ = is_base64(text);
    if let Some(bytes) = base32::decode(text) {
        assert_eq!(base32::decode(&base32::encode(&bytes)), Some(bytes));
    }
});
