use domain::{
    id::Id,
    organizations::{Member, Organization, Role},
};
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, TestServer, db_test};

use crate::two_step::{log_in, opened, set_up_authenticator};

async fn switch(server: &TestServer, owner: &Person, id: Id<Organization>, kind: i64, on: bool) {
    let body = json!({"policy": {"enabled": on}});
    let path = format!("/api/organizations/{id}/policies/{kind}");
    owner.put(server, &path).json(&body).send().await.expect(200);
}

/// The status of a member, and why they are suspended.
async fn standing(
    server: &TestServer,
    owner: &Person,
    id: Id<Organization>,
    member: Id<Member>,
) -> (i64, Value) {
    let path = format!("/api/organizations/{id}/users/{member}");
    let found = owner.get(server, &path).send().await.expect(200).json();
    (found["status"].as_i64().unwrap(), found["revocationReason"].clone())
}

/// How often the log of the organization has events of that kind.
async fn logged(server: &TestServer, owner: &Person, id: Id<Organization>, kind: i64) -> usize {
    let path = format!("/api/organizations/{id}/events");
    let log = owner.get(server, &path).send().await.expect(200).json();
    log["data"].as_array().unwrap().iter().filter(|row| row["type"] == kind).count()
}

async fn restore(
    server: &TestServer,
    owner: &Person,
    id: Id<Organization>,
    member: Id<Member>,
) -> u16 {
    let path = format!("/api/organizations/{id}/users/{member}/restore");
    owner.put(server, &path).send().await.status.as_u16()
}

db_test! {
    async fn who_has_no_two_step_login_is_suspended_when_it_is_required(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let mut members = Vec::new();
        for (name, role) in [
            ("admin", Role::Admin), ("with", Role::User), ("without", Role::User),
            ("accepted", Role::User),
        ] {
            let person = server.person(&format!("{name}@example.com")).await;
            if name == "with" {
                set_up_authenticator(&server, &person).await;
            }
            members.push(if name == "accepted" {
                server.accepted_member(id, &person, role).await
            } else {
                server.member(id, &person, role).await
            });
        }
        let invited = server.invited_member(id, "invited@example.com", Role::User).await;
        members.push(invited);
        switch(&server, &owner, id, 0, true).await;
        let cases = [
            ("an admin", 2, Value::Null), ("with two steps", 2, Value::Null),
            ("without", -1, json!(2)), ("without, not confirmed", -1, json!(2)),
            ("not yet a person", 0, Value::Null),
        ];
        for ((case, status, reason), member) in cases.into_iter().zip(&members) {
            assert_eq!(standing(&server, &owner, id, *member).await, (status, reason), "{case}");
        }
        assert_eq!(logged(&server, &owner, id, 1520).await, 2);
        server.last_mail_to("without@example.com", "member_suspended").await;
        assert!(server.mails_to("with@example.com").await.is_empty());

        assert_eq!(restore(&server, &owner, id, members[2]).await, 400, "still without");
        switch(&server, &owner, id, 0, true).await;
        assert_eq!(logged(&server, &owner, id, 1520).await, 2, "it was on already");
    }

    async fn a_suspended_member_comes_back_with_two_step_login(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let person = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let member = server.member(id, &person, Role::User).await;
        switch(&server, &owner, id, 0, true).await;
        assert_eq!(restore(&server, &owner, id, member).await, 400);
        set_up_authenticator(&server, &person).await;
        assert_eq!(restore(&server, &owner, id, member).await, 200);
        assert_eq!(standing(&server, &owner, id, member).await, (2, Value::Null));
    }

    async fn who_switches_two_step_login_off_is_suspended_where_it_is_required(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let person = server.person("member@example.com").await;
        let lax = server.organization(&owner, "enterprise").await;
        let strict = server.organization(&owner, "enterprise").await;
        let in_lax = server.member(lax, &person, Role::User).await;
        let in_strict = server.member(strict, &person, Role::User).await;
        set_up_authenticator(&server, &person).await;
        switch(&server, &owner, strict, 0, true).await;
        let off = json!({"type": 0, "masterPasswordHash": PASSWORD_HASH});
        person.put(&server, "/api/two-factor/disable").json(&off).send().await.expect(200);
        assert_eq!(standing(&server, &owner, lax, in_lax).await, (2, Value::Null));
        assert_eq!(standing(&server, &owner, strict, in_strict).await, (-1, json!(2)));
        assert_eq!(logged(&server, &owner, strict, 1520).await, 1);

        set_up_authenticator(&server, &person).await;
        assert_eq!(restore(&server, &owner, strict, in_strict).await, 200);
        let code = opened(&server, &person, "recover").await["code"].as_str().unwrap().to_owned();
        let step = [("twoFactorProvider", "8"), ("twoFactorToken", &*code)];
        log_in(&server, &person.email, "laptop", &step).await.expect(200);
        assert_eq!(standing(&server, &owner, strict, in_strict).await, (-1, json!(2)));
    }

    async fn who_is_a_member_elsewhere_is_suspended_when_that_is_forbidden(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let only_here = server.person("only-here@example.com").await;
        let elsewhere = server.person("elsewhere@example.com").await;
        let admin = server.person("admin@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let other = server.organization(&owner, "enterprise").await;
        let stays = server.member(id, &only_here, Role::User).await;
        let goes = server.member(id, &elsewhere, Role::User).await;
        let exempt = server.member(id, &admin, Role::Admin).await;
        let beside = server.member(other, &elsewhere, Role::User).await;
        server.member(other, &admin, Role::User).await;
        switch(&server, &owner, id, 3, true).await;
        assert_eq!(standing(&server, &owner, id, stays).await, (2, Value::Null));
        assert_eq!(standing(&server, &owner, id, goes).await, (-1, json!(4)));
        assert_eq!(standing(&server, &owner, id, exempt).await, (2, Value::Null));
        assert_eq!(standing(&server, &owner, other, beside).await, (2, Value::Null));
        assert_eq!(logged(&server, &owner, id, 1521).await, 1);
        server.last_mail_to("elsewhere@example.com", "member_suspended").await;
        assert_eq!(restore(&server, &owner, id, goes).await, 400, "still elsewhere");
        elsewhere.post(&server, &format!("/api/organizations/{other}/leave")).send().await.expect(200);
        assert_eq!(restore(&server, &owner, id, goes).await, 200);
    }

    async fn whom_an_administrator_suspends_is_shown_so(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let person = server.person("member@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let member = server.member(id, &person, Role::User).await;
        let path = format!("/api/organizations/{id}/users/{member}/revoke");
        owner.put(&server, &path).send().await.expect(200);
        assert_eq!(standing(&server, &owner, id, member).await, (-1, json!(1)));
        assert_eq!(restore(&server, &owner, id, member).await, 200);
        assert_eq!(standing(&server, &owner, id, member).await, (2, Value::Null));
    }
}
