//! Items as the tests send them.

use serde_json::{Value, json};
use testkit::{Person, TestServer};

pub const TEXT: &str = "2.AAAA|BBBB|CCCC";
pub const OTHER: &str = "2.DDDD|EEEE|FFFF";

/// A login called `name`, with nothing else decided.
pub fn login(name: &str) -> Value {
    json!({
        "type": 1, "name": name, "notes": null, "favorite": false, "reprompt": 0, "folderId": null,
        "organizationId": null,
        "login": {"response": null, "username": TEXT, "password": TEXT, "uris": [{"uri": TEXT, "match": null}]},
        "fields": [], "attachments": {}, "attachments2": {},
    })
}

/// The item with another value in one place.
pub fn with(mut item: Value, field: &str, value: impl Into<Value>) -> Value {
    item[field] = value.into();
    item
}

/// Keeps an item of the person's own.
pub async fn kept(server: &TestServer, person: &Person, item: &Value) -> Value {
    person.post(server, "/api/ciphers").json(item).send().await.expect(200).json()
}

/// The id of an item.
pub fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap()
}

/// What a sync holds.
pub async fn synced(server: &TestServer, person: &Person) -> Vec<Value> {
    let sync = person.get(server, "/api/sync").header("Bitwarden-Client-Version", "2026.9.0");
    let sync = sync.send().await.expect(200).json();
    let list = person.get(server, "/api/ciphers").header("Bitwarden-Client-Version", "2026.9.0");
    let list = list.send().await.expect(200).json();
    assert_eq!(list["data"], sync["ciphers"]);
    sync["ciphers"].as_array().unwrap().clone()
}
