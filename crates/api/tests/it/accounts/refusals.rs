use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Reply, TestServer};

const WRONG: &str = "d3Jvbmc=";

/// The word of a refusal, and its sentence.
fn said(reply: &Reply) -> (Value, String) {
    (reply.json()["code"].clone(), reply.message())
}

testkit::db_test! {
    async fn refusals_have_a_word_for_programs_and_a_sentence_in_ones_language(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let of_organization = format!("/api/organizations/{organization}");
        let wrong = json!({"masterPasswordHash": WRONG});
        let email = |email: &str| json!({"newEmail": email, "masterPasswordHash": PASSWORD_HASH});
        let link = json!({"userId": owner.id.uuid(), "token": "a.b.c"});
        let clicked = json!({"email": "new@example.com", "emailVerificationToken": "a.b.c"});
        let password = "User verification failed.";
        let expired = "The link is not valid or has expired.";
        let cases = [
            ("POST", "/api/accounts/verify-password", wrong.clone(), "wrong_password", password),
            ("POST", "/api/accounts/api-key", wrong.clone(), "wrong_password", password),
            ("POST", "/api/accounts/security-stamp", wrong.clone(), "wrong_password", password),
            ("POST", "/api/two-factor/get-email", wrong.clone(), "wrong_password", password),
            ("DELETE", "/api/accounts", wrong.clone(), "wrong_password", password),
            ("DELETE", of_organization.as_str(), wrong, "wrong_password", password),
            ("DELETE", "/api/accounts", json!({"masterPasswordHash": PASSWORD_HASH}), "sole_owner",
                "You are the only owner of an organization. Make someone else an owner, or delete it."),
            ("POST", "/api/accounts/delete-recover-token", link.clone(), "link_expired", expired),
            ("POST", "/api/accounts/verify-email-token", link, "link_expired", expired),
            ("POST", "/identity/accounts/register/verification-email-clicked", clicked, "link_expired",
                "The link is not valid or has expired. Sign up again."),
            ("POST", "/identity/accounts/register/send-verification-email", json!({"email": "none"}),
                "not_an_email", "The email address is not valid."),
            ("POST", "/api/accounts/email-token", email("none"), "not_an_email",
                "The email address is not valid."),
            ("POST", "/api/accounts/email-token", email("Owner@example.com"), "same_email",
                "This is your email address already."),
            ("PUT", "/api/accounts/profile", json!({"name": "n".repeat(51)}), "name_too_long",
                "The name can have 50 letters at most."),
        ];
        for (method, path, body, code, sentence) in cases {
            let ask = || server.request(method, path).bearer(&owner.token).json(&body);
            let reply = ask().send().await.expect(400);
            assert_eq!(said(&reply), (json!(code), sentence.to_owned()), "{method} {path}");
            let body = reply.json();
            assert_eq!((&body["object"], &body["validationErrors"]), (&json!("error"), &Value::Null));
            let reply = ask().header("accept-language", "fr").send().await.expect(400);
            let (word, french) = said(&reply);
            assert_eq!(word, code, "{method} {path}");
            assert!(!french.is_empty() && french != sentence, "{method} {path}: {french}");
        }
    }
}
