use std::collections::BTreeMap;

use app::vault::Content;
use domain::{
    authz::collections::{Grant, Hold},
    id::Id,
    organizations::{Collection, Group, Member, Role},
    vault::{Cipher, CipherKind},
};
use testkit::{TestServer, db_test, store::collections::Given};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// One of the five levels, or nothing as often as not.
    fn grant(&mut self) -> Option<Grant> {
        let levels = [
            (true, false, false),
            (true, true, false),
            (false, false, false),
            (false, true, false),
            (false, false, true),
        ];
        let (read_only, hide_passwords, manage) = *levels.get(self.below(10))?;
        Some(Grant { read_only, hide_passwords, manage })
    }
}

fn given(collection: Id<Collection>, grantee_id: uuid::Uuid, grant: Grant) -> Given {
    Given {
        collection_id: collection.uuid(),
        grantee_id,
        read_only: grant.read_only,
        hide_passwords: grant.hide_passwords,
        manage: grant.manage,
    }
}

db_test! {
    /// The rule stands twice: in the code for one item, and in a view for all of them.
    async fn the_database_and_the_rule_agree_on_who_has_what(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let people = [server.person("one@example.com").await, server.person("two@example.com").await];
        let mut dice = Dice(7);
        let mut expected: BTreeMap<(usize, Id<Cipher>), Grant> = BTreeMap::new();
        for _ in 0..40 {
            let organization = server.organization(&owner, "enterprise").await;
            let mut members: Vec<Id<Member>> = Vec::new();
            for person in &people {
                members.push(server.member(organization, person, Role::User).await);
            }
            let now = server.app.now();
            let mut tx = server.app.db.write().await.unwrap();
            let groups: [Id<Group>; 2] = [server.app.id(), server.app.id()];
            let mut in_group = [[false; 2]; 2];
            for (g, group) in groups.iter().enumerate() {
                tx.add_group(organization, *group, "group", now).await.unwrap();
                for (m, member) in members.iter().enumerate() {
                    if dice.below(2) == 0 {
                        in_group[g][m] = true;
                        tx.join_group(*group, &[*member]).await.unwrap();
                    }
                }
            }
            // What each of the two has in each of three collections.
            let mut has: Vec<(Id<Collection>, [Option<Grant>; 2])> = Vec::new();
            for _ in 0..3 {
                let collection = server.app.id();
                tx.add_collection(organization, collection, "2.AAAA|AAAA|AAAA", None, now).await.unwrap();
                let of_groups = [dice.grant(), dice.grant()];
                for (group, grant) in groups.iter().zip(of_groups) {
                    let rows: Vec<Given> = grant.map(|it| given(collection, group.uuid(), it)).into_iter().collect();
                    tx.give_to_groups(&rows).await.unwrap();
                }
                let mut both = [None; 2];
                for (m, member) in members.iter().enumerate() {
                    let own = dice.grant();
                    let rows: Vec<Given> = own.map(|it| given(collection, member.uuid(), it)).into_iter().collect();
                    tx.give_to_members(&rows).await.unwrap();
                    let theirs = (0..2).filter(|g| in_group[*g][m]).filter_map(|g| of_groups[g]);
                    both[m] = Grant::in_collection(own, theirs);
                }
                has.push((collection, both));
            }
            for _ in 0..3 {
                let item = server.app.id();
                let content = Content { kind: CipherKind::SecureNote, body: r#"{"type":2}"#.to_owned() };
                tx.add_shared_cipher(organization, item, &content, now).await.unwrap();
                let places: Vec<&(Id<Collection>, [Option<Grant>; 2])> = has.iter().filter(|_| dice.below(2) == 0).collect();
                let ids: Vec<Id<Collection>> = places.iter().map(|(collection, _)| *collection).collect();
                tx.put_into_collections(&[item], &ids).await.unwrap();
                for m in 0..2 {
                    let grant = Grant::in_item(places.iter().filter_map(|(_, both)| both[m]));
                    expected.extend(grant.map(|grant| ((m, item), grant)));
                }
            }
            tx.commit().await.unwrap();
        }
        let mut found = BTreeMap::new();
        for (m, person) in people.iter().enumerate() {
            for item in server.app.ciphers(person.id).await.unwrap() {
                let Hold::Shared(grant, _) = item.hold() else { unreachable!("nobody has an own item") };
                found.insert((m, item.cipher()), grant);
            }
        }
        assert!(expected.len() > 100, "the worlds are too empty to say anything");
        assert_eq!(found, expected);
    }
}
