//! The official command-line client signs in to both servers over TLS, reads what is there, and keeps a
//! vault: folders, items of its own, and items of an organization.

#![expect(clippy::indexing_slicing, reason = "a test that looks for what is not there should fail")]

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use wardstead_e2e::{
    certificates::Authority,
    http::at,
    official_cli::{OfficialCli, encoded},
    person::{Person, Plan},
    servers::{Engine, Role, Server},
    story::world::{PASSWORD, join},
};

#[tokio::test]
async fn the_official_client_signs_in_and_syncs() -> Result<()> {
    let Some(program) = OfficialCli::find() else {
        eprintln!(
            "not run: no official client here; `npm install @bitwarden/cli` in e2e/, or name one in WARDSTEAD_BW"
        );
        return Ok(());
    };
    let authority = Authority::new()?;
    for role in [Role::SelfHosted, Role::Cloud] {
        let mut server = Server::prepare(role, Engine::Sqlite).await?;
        let certificate = authority.certificate()?;
        server.answer_tls(authority.pem(), &certificate.pem, &certificate.key)?;
        server.run().await?;
        let mut owner = Person::new(&server.http()?, "owner@example.com", PASSWORD);
        join(&server, &mut owner).await?;
        if role == Role::Cloud {
            owner.create_organization("Acme", Plan::Enterprise, 5).await?;
        }

        let mut client = OfficialCli::at(program.clone(), server.url(), authority.pem()).await?;
        client.log_in("owner@example.com", PASSWORD).await?;
        client.run(&["sync", "--force"]).await?;
        let status = client.json(&["status"]).await?;
        ensure!(at(&status, "/status")? == "unlocked", "{role:?}: {status}");
        ensure!(at(&status, "/userEmail")? == "owner@example.com", "{role:?}: {status}");
        let organizations = client.json(&["list", "organizations"]).await?;
        if role == Role::Cloud {
            ensure!(at(&organizations, "/0/name")? == "Acme", "{role:?}: {organizations}");
            let collections = client.json(&["list", "collections"]).await?;
            ensure!(at(&collections, "/0/name")? == "Default collection", "{collections}");
            shares_items(&client, text(&organizations, "/0/id")?, text(&collections, "/0/id")?)
                .await?;
        }
        // Members of an Enterprise organization have premium features; the archive is one of them.
        keeps_a_vault(&client, role == Role::Cloud).await?;
        ensure!(
            client.run(&["login", "owner@example.com", "wrong"]).await.is_err(),
            "let in twice"
        );
        client.run(&["logout"]).await?;
        let refused = client.run(&["login", "owner@example.com", "wrong horse"]).await;
        ensure!(refused.is_err(), "{role:?}: a wrong password signs in");
    }
    Ok(())
}

fn text<'a>(value: &'a Value, pointer: &str) -> Result<&'a str> {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .with_context(|| format!("no {pointer} in {value}"))
}

/// One of every kind the client makes, as it is written down for it.
fn items(folder: &str) -> [(&'static str, Value); 5] {
    let item = |kind: i64, name: &str, what: &str, content: Value| {
        json!({
            "type": kind, "name": name, "notes": "some notes", "folderId": folder, "favorite": true,
            "reprompt": 0, "fields": [{"name": "pin", "value": "0000", "type": 1}], what: content,
        })
    };
    let uris = json!([{"match": null, "uri": "https://bank.example.com"}]);
    let login =
        json!({"username": "me", "password": "secret", "totp": "JBSWY3DPEHPK3PXP", "uris": uris});
    let card = json!({"cardholderName": "Me", "number": "4111111111111111", "code": "000"});
    let key = json!({"privateKey": "private", "publicKey": "public", "keyFingerprint": "SHA256:x"});
    [
        ("login", item(1, "Bank", "login", login)),
        ("note", item(2, "Note", "secureNote", json!({"type": 0}))),
        ("card", item(3, "Card", "card", card)),
        ("identity", item(4, "Me", "identity", json!({"firstName": "A", "lastName": "B"}))),
        ("SSH key", item(5, "Key", "sshKey", key)),
    ]
}

/// Everything the client writes comes back, to itself and after a sync.
async fn keeps_a_vault(client: &OfficialCli, with_archive: bool) -> Result<()> {
    let folder = client.json(&["create", "folder", &encoded(&json!({"name": "Work"}))]).await?;
    let folder = text(&folder, "/id")?.to_owned();
    let renamed = encoded(&json!({"name": "Home"}));
    client.run(&["edit", "folder", &folder, &renamed]).await?;

    for (kind, item) in items(&folder) {
        let made = client.json(&["create", "item", &encoded(&item)]).await?;
        let id = text(&made, "/id")?.to_owned();
        client.run(&["sync", "--force"]).await?;
        let mut found = client.json(&["get", "item", &id]).await?;
        for field in ["type", "name", "notes", "folderId", "favorite"] {
            ensure!(found[field] == item[field], "{kind}: {field}: {found}");
        }
        ensure!(found["fields"][0]["value"] == "0000", "{kind}: {found}");

        found["name"] = json!(format!("Another {kind}"));
        client.run(&["edit", "item", &id, &encoded(&found)]).await?;
        client.run(&["sync", "--force"]).await?;
        let changed = client.json(&["get", "item", &id]).await?;
        ensure!(changed["name"] == found["name"], "{kind}: {changed}");
    }
    let login = client.json(&["list", "items", "--search", "Another login"]).await?;
    let id = text(&login, "/0/id")?.to_owned();
    ensure!(login[0]["login"]["password"] == "secret", "{login}");

    client.run(&["delete", "item", &id]).await?;
    let trash = client.json(&["list", "items", "--trash"]).await?;
    ensure!(trash.as_array().is_some_and(|it| it.len() == 1) && trash[0]["id"] == *id, "{trash}");
    client.run(&["restore", "item", &id]).await?;
    if with_archive {
        client.run(&["archive", "item", &id]).await?;
        let archive = client.json(&["list", "items", "--archived"]).await?;
        ensure!(archive.as_array().is_some_and(|it| it.len() == 1), "{archive}");
        client.run(&["restore", "item", &id]).await?;
    }
    client.run(&["delete", "item", &id, "--permanent"]).await?;
    client.run(&["sync", "--force"]).await?;
    ensure!(client.run(&["get", "item", &id]).await.is_err(), "a deleted item is still there");

    client.run(&["delete", "folder", &folder]).await?;
    client.run(&["sync", "--force"]).await?;
    let left = client.json(&["list", "items"]).await?;
    let left = left.as_array().context("no list of items")?;
    let personal = left.iter().filter(|item| item["organizationId"].is_null());
    ensure!(personal.clone().count() == 4, "{left:?}");
    ensure!(personal.clone().all(|item| item["folderId"].is_null()), "{left:?}");
    Ok(())
}

/// Items go into an organization, from one of its collections to another, and stay readable.
async fn shares_items(client: &OfficialCli, organization: &str, collection: &str) -> Result<()> {
    let organization_is = ["--organizationid", organization];
    let with = |arguments: &[&str]| -> Vec<String> {
        arguments.iter().chain(&organization_is).map(|it| (*it).to_owned()).collect()
    };
    let run = async |arguments: &[&str]| {
        let all = with(arguments);
        client.json(&all.iter().map(String::as_str).collect::<Vec<_>>()).await
    };
    let members = run(&["list", "org-members"]).await?;
    let me = text(&members, "/0/id")?;
    let managed = json!([{"id": me, "readOnly": false, "hidePasswords": false, "manage": true}]);
    let second = json!({
        "organizationId": organization, "name": "Second", "externalId": null, "groups": [], "users": managed,
    });
    let second = run(&["create", "org-collection", &encoded(&second)]).await?;
    let second = text(&second, "/id")?.to_owned();
    // The client judges by what it last heard where items may go.
    client.run(&["sync", "--force"]).await?;

    let item = json!({
        "organizationId": organization, "collectionIds": [collection], "type": 2, "name": "Shared note",
        "notes": "for all", "favorite": false, "reprompt": 0, "secureNote": {"type": 0}, "fields": [],
    });
    let made = run(&["create", "item", &encoded(&item)]).await?;
    let id = text(&made, "/id")?.to_owned();
    let both = encoded(&json!([collection, second]));
    let placed = run(&["edit", "item-collections", &id, &both]).await?;
    ensure!(placed["collectionIds"].as_array().is_some_and(|it| it.len() == 2), "{placed}");

    let own = json!({"type": 2, "name": "Own note", "notes": "mine", "secureNote": {"type": 0}, "reprompt": 0});
    let own = client.json(&["create", "item", &encoded(&own)]).await?;
    let own = text(&own, "/id")?.to_owned();
    client.run(&["move", &own, organization, &encoded(&json!([second]))]).await?;
    client.run(&["sync", "--force"]).await?;
    let shared = run(&["list", "items"]).await?;
    ensure!(shared.as_array().is_some_and(|it| it.len() == 2), "{shared}");
    let mut found = client.json(&["get", "item", &own]).await?;
    ensure!(found["name"] == "Own note" && found["organizationId"] == *organization, "{found}");
    found["name"] = json!("Our note");
    client.run(&["edit", "item", &own, &encoded(&found)]).await?;
    client.run(&["delete", "item", &id, "--permanent"]).await?;
    client.run(&["delete", "org-collection", collection, "--organizationid", organization]).await?;
    client.run(&["sync", "--force"]).await?;
    let left = run(&["list", "items"]).await?;
    ensure!(
        left.as_array().is_some_and(|it| it.len() == 1) && left[0]["name"] == "Our note",
        "{left}"
    );
    Ok(())
}
