use domain::organizations::Role;
use serde_json::json;
use testkit::{TestServer, db_test};

const FRENCH: (&str, &str) = ("accept-language", "fr-FR,fr;q=0.9,en;q=0.8");

db_test! {
    async fn failures_speak_the_language_that_is_asked_for(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("person@example.com").await;
        let cases = [
            (None, "Resource not found."),
            (Some("en-GB"), "Resource not found."),
            (Some("de"), "Resource not found."),
            (Some("fr"), "Introuvable."),
            (Some(FRENCH.1), "Introuvable."),
        ];
        for (language, message) in cases {
            for path in ["/api/nothing", "/api/folders/00000000-0000-4000-8000-00000000dead"] {
                let request = person.get(&server, path);
                let request = match language {
                    Some(language) => request.header(FRENCH.0, language),
                    None => request,
                };
                assert_eq!(request.send().await.expect(404).message(), message, "{language:?} {path}");
            }
        }
        let nobody = server.get("/api/sync").header(FRENCH.0, FRENCH.1).send().await.expect(401);
        assert_eq!(nobody.message(), "Connectez-vous d’abord.");
    }

    async fn fields_say_what_is_wrong_with_them_in_french(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("person@example.com").await;
        let long = json!({"name": format!("4.{}", "A".repeat(1000))});
        let reply = person.post(&server, "/api/folders").header(FRENCH.0, FRENCH.1).json(&long);
        let reply = reply.send().await.expect(400).json();
        assert_eq!(reply["message"], "Cela ne peut pas être enregistré tel que vous l’avez envoyé.");
        let wrong = json!({"name": ["Cette valeur peut avoir 1000 caractères au plus."]});
        assert_eq!(reply["validationErrors"], wrong);
    }

    async fn what_becomes_of_each_of_several_is_said_in_french(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let seat = server.member(organization, &member, Role::User).await;
        let path = format!("/api/organizations/{organization}/users/restore");
        let body = json!({"ids": [seat.to_string()]});
        let reply = owner.put(&server, &path).header(FRENCH.0, FRENCH.1).json(&body).send().await;
        assert_eq!(reply.expect(200).json()["data"][0]["error"], "L’accès est déjà actif.");
    }

    async fn what_clients_compare_stays_as_it_is(engine) {
        let server = TestServer::cloud(engine).await;
        server.person("person@example.com").await;
        let form = [
            ("grant_type", "password"), ("client_id", "web"), ("scope", "api offline_access"),
            ("username", "person@example.com"), ("password", "d3Jvbmc="), ("deviceType", "9"),
            ("deviceIdentifier", "00000000-0000-4000-8000-000000000001"), ("deviceName", "firefox"),
        ];
        let reply = server.post("/identity/connect/token").header(FRENCH.0, FRENCH.1).form(&form);
        let reply = reply.send().await.expect(400).json();
        assert_eq!(reply["ErrorModel"]["Message"], "Username or password is incorrect. Try again.");
        let form = [("grant_type", "refresh_token"), ("client_id", "web"), ("refresh_token", "none")];
        let reply = server.post("/identity/connect/token").header(FRENCH.0, FRENCH.1).form(&form);
        let reply = reply.send().await.expect(400).json();
        assert_eq!(reply["error"], "invalid_grant");
        assert_eq!(reply["ErrorModel"]["Message"], "La session est terminée. Connectez-vous de nouveau.");
    }
}
