//! Items as clients send them, as they are kept, and as they leave.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wire::{
    case,
    vault::{CipherRequest, rendered},
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(request) = case::read::<CipherRequest>(bytes) else { return };
    let Ok((_, kept)) = request.content.checked() else { return };
    let body: serde_json::Value = serde_json::from_str(&kept).expect("what is kept is an object");
    assert!(body.is_object());
    let head = serde_json::json!({ "id": 1 });
    let sent = rendered::cipher(&head, &kept).expect("what is kept can be sent");
    serde_json::from_str::<serde_json::Value>(&sent).expect("what is sent is JSON");
});
