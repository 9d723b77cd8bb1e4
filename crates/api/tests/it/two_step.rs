mod authenticator;
mod email;
mod recovery;
mod remembered;

use app::identity::{Secret, totp::Authenticator};
use serde_json::{Value, json};
use testkit::{PASSWORD_HASH, Person, Reply, TestServer};

/// What a person signs in with, on the device called `device`.
pub async fn log_in(
    server: &TestServer,
    email: &str,
    device: &str,
    more: &[(&str, &str)],
) -> Reply {
    let form = [
        ("grant_type", "password"),
        ("client_id", "web"),
        ("scope", "api offline_access"),
        ("deviceType", "9"),
        ("deviceIdentifier", device),
        ("deviceName", "firefox"),
        ("username", email),
        ("password", PASSWORD_HASH),
    ];
    let form = [&form[..], more].concat();
    server.post("/identity/connect/token").form(&form).send().await
}

/// The code an app with that key shows now.
pub fn code(server: &TestServer, key: &str) -> String {
    let authenticator = Authenticator::read(&Secret::new(key.to_owned())).unwrap();
    authenticator.code(server.app.now())
}

/// Sets up an authenticator, and answers its key.
pub async fn set_up_authenticator(server: &TestServer, person: &Person) -> String {
    let opened = opened(server, person, "authenticator").await;
    let key = opened["authenticator"]["key"].as_str().unwrap().to_owned();
    let request = json!({
        "key": key, "token": code(server, &key),
        "userVerificationToken": opened["userVerificationToken"],
    });
    let reply = person.put(server, "/api/two-factor/authenticator").json(&request).send().await;
    assert_eq!(reply.expect(200).json()["authenticator"]["enabled"], true);
    key
}

/// The settings of a method.
pub async fn opened(server: &TestServer, person: &Person, method: &str) -> Value {
    let secret = json!({"masterPasswordHash": PASSWORD_HASH});
    let path = format!("/api/two-factor/get-{method}");
    person.post(server, &path).json(&secret).send().await.expect(200).json()
}

/// The code in the last letter of codes to that address.
pub async fn mailed_code(server: &TestServer, email: &str) -> String {
    mailed_code_in(server, email, "code").await
}

/// The code in the last of those letters to that address.
pub async fn mailed_code_in(server: &TestServer, email: &str, template: &str) -> String {
    let mail = server.last_mail_to(email, template).await;
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|it| it.is_ascii_digit());
    mail.text.lines().find(is_code).unwrap().to_owned()
}

/// The numbers of the methods that are on.
pub async fn methods(server: &TestServer, person: &Person) -> Vec<i64> {
    let list = person.get(server, "/api/two-factor").send().await.expect(200).json();
    let rows = list["data"].as_array().unwrap().iter();
    rows.map(|row| {
        assert_eq!((&row["object"], &row["enabled"]), (&json!("twoFactorProvider"), &json!(true)));
        row["type"].as_i64().unwrap()
    })
    .collect()
}
