//! What another server sends, by either protocol.
#![no_main]

use domain::sponsorships::sync::Item;
use libfuzzer_sys::fuzz_target;
use uuid::Uuid;
use wire::{
    case,
    sponsorships::{
        sync::SyncRequest,
        sync_v2::{SyncV2Item, SyncV2Request},
    },
};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(request) = case::read::<SyncRequest>(bytes) {
        for item in &request.sponsorships_batch {
            let _ = item.to_item(Uuid::nil());
        }
    }
    if let Ok(request) = case::read::<SyncV2Request>(bytes) {
        for item in &request.items {
            let read = Item::from(item);
            assert_eq!(Item::from(&SyncV2Item::from(&read)), read, "it is sent on as it came");
        }
    }
});
