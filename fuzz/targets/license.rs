//! Licences that somebody uploads.
#![no_main]

use app::licensing::document::{read, read_personal};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // Without keys that are trusted nothing may count as signed.
    if let Ok(found) = read(text, &[]) {
        assert!(found.key_id.is_none(), "signed by nobody");
    }
    let _ = read_personal(text, &[]);
});
