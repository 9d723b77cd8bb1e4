//! An organization with people who were given a collection at every level.

use domain::{
    id::Id,
    organizations::{CollectionRule, CollectionRules, Organization, Role},
};
use serde_json::{Value, json};
use testkit::{Person, TestServer};

use super::items::{TEXT, login, with};

/// Someone in the organization.
pub struct Someone {
    pub person: Person,
    pub seat: String,
}

/// An organization of `owner`'s, whose collection everyone else was given at their level.
pub struct World {
    pub organization: Id<Organization>,
    pub collection: String,
    pub owner: Someone,
    /// Looks only.
    pub viewer: Someone,
    /// Looks only, and sees no passwords.
    pub blind_viewer: Someone,
    /// Changes items.
    pub editor: Someone,
    /// Changes items, and sees no passwords.
    pub blind_editor: Someone,
    /// Manages the collection.
    pub manager: Someone,
    /// Was given nothing.
    pub outsider: Someone,
    /// An admin who was given nothing.
    pub admin: Someone,
    pub stranger: Person,
}

async fn someone(
    server: &TestServer,
    organization: Id<Organization>,
    name: &str,
    role: Role,
) -> Someone {
    let person = server.person(&format!("{name}@example.com")).await;
    let seat = server.member(organization, &person, role).await.to_string();
    Someone { person, seat }
}

impl World {
    pub async fn new(server: &TestServer) -> Self {
        let person = server.person("owner@example.com").await;
        let organization = server.organization(&person, "enterprise").await;
        let seat = server.app.db.read().await.unwrap().membership_of(organization, person.id).await;
        let seat = seat.unwrap().unwrap().seat().id.to_string();
        let owner = Someone { person, seat };
        let (server_, id) = (server, organization);
        let member = async |name| someone(server_, id, name, Role::User).await;
        let mut world = Self {
            viewer: member("viewer").await,
            blind_viewer: member("blind-viewer").await,
            editor: member("editor").await,
            blind_editor: member("blind-editor").await,
            manager: member("manager").await,
            outsider: member("outsider").await,
            admin: someone(server, organization, "admin", Role::Admin).await,
            stranger: server.person("stranger@example.com").await,
            collection: String::new(),
            organization,
            owner,
        };
        world.collection = world.collection(server, &world.levels()).await;
        world
    }

    /// Everyone who was given the collection, with their level.
    pub fn levels(&self) -> Vec<Value> {
        let given = |someone: &Someone, read_only: bool, hide_passwords: bool, manage: bool| json!({"id": someone.seat, "readOnly": read_only, "hidePasswords": hide_passwords, "manage": manage});
        vec![
            given(&self.viewer, true, false, false),
            given(&self.blind_viewer, true, true, false),
            given(&self.editor, false, false, false),
            given(&self.blind_editor, false, true, false),
            given(&self.manager, false, false, true),
        ]
    }

    /// A new collection, given to `users`.
    pub async fn collection(&self, server: &TestServer, users: &[Value]) -> String {
        let body = json!({"name": TEXT, "users": users, "groups": null});
        let made = self.owner.person.post(server, &self.path("collections")).json(&body);
        made.send().await.expect(200).json()["id"].as_str().unwrap().to_owned()
    }

    /// A route of the organization.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/organizations/{}/{rest}", self.organization)
    }

    /// An item as it is sent to the organization.
    pub fn item(&self, name: &str) -> Value {
        with(login(name), "organizationId", self.organization.to_string())
    }

    /// A new item in the collection.
    pub async fn shared(&self, server: &TestServer) -> Value {
        let body = json!({"cipher": self.item(TEXT), "collectionIds": [self.collection]});
        let made = self.manager.person.post(server, "/api/ciphers/create").json(&body);
        made.send().await.expect(200).json()
    }

    /// Lets the organization handle its collections by these rules.
    pub async fn rules(&self, server: &TestServer, rules: &[CollectionRule]) {
        let mut tx = server.app.db.write().await.unwrap();
        let set = CollectionRules::of(rules);
        tx.set_collection_rules(self.organization, set, server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The kinds of event there are about `item`, the oldest first.
    pub async fn events(&self, server: &TestServer, item: &str) -> Vec<i64> {
        let path = self.path("events?start=2029-01-01&end=2030-01-02");
        let all = self.owner.person.get(server, &path).send().await.expect(200).json();
        let of_it =
            all["data"].as_array().unwrap().iter().filter(|event| event["cipherId"] == item);
        let mut kinds: Vec<i64> = of_it.map(|event| event["type"].as_i64().unwrap()).collect();
        kinds.reverse();
        kinds
    }
}
