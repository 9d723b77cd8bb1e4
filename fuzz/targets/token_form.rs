//! What anybody posts to the token route.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wire::identity::TokenForm;

fuzz_target!(|bytes: &[u8]| {
    let form = TokenForm::read(bytes);
    let (text, number) = (form.text("grant_type"), form.number("devicetype"));
    assert!(text.len() <= 3 * bytes.len(), "a text grew");
    assert!(number.is_none() || !bytes.is_empty(), "a number out of nothing");
});
