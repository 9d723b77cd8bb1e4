//! Tokens and answers, against a cloud of canned replies.

use std::sync::{Arc, Mutex};

use app::ports::{
    Answer, Clock, Cloud, CloudError, CloudScope, LicenseRequest, PersonalLicenseRequest,
};
use chrono::{DateTime, Duration, Utc};
use domain::id::Id;
use http::{Request, Response};
use uuid::Uuid;

use super::{CloudAddress, CloudClient, Transport};

struct SetClock(Mutex<DateTime<Utc>>);

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

type Reply = (u16, &'static [(&'static str, &'static str)], &'static str);

/// Answers what it was given, in order, and writes down what it was asked.
#[derive(Clone, Default)]
struct Canned {
    replies: Arc<Mutex<Vec<Reply>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Transport for Canned {
    fn send(&self, request: Request<Vec<u8>>) -> Answer<'_, Result<Response<Vec<u8>>, CloudError>> {
        self.asked.lock().unwrap().push(format!("{} {}", request.method(), request.uri().path()));
        let reply = self.replies.lock().unwrap().remove(0);
        Box::pin(async move {
            let (status, headers, body) = reply;
            let mut response = Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(*name, *value);
            }
            Ok(response.body(body.as_bytes().to_vec()).unwrap())
        })
    }
}

const TOKEN: Reply = (200, &[], r#"{"access_token":"t","expires_in":1000}"#);

fn client(replies: &[Reply]) -> (CloudClient<Canned>, Canned, Arc<SetClock>) {
    let canned = Canned::default();
    *canned.replies.lock().unwrap() = replies.to_vec();
    let clock = Arc::new(SetClock(Mutex::new("2030-01-01T12:00:00Z".parse().unwrap())));
    let address = CloudAddress {
        identity: "https://cloud.example.com/identity".parse().unwrap(),
        api: "https://cloud.example.com/api".parse().unwrap(),
        installation: Id::new(Uuid::from_u128(1)),
        key: "key".to_owned(),
    };
    (CloudClient::new(canned.clone(), address, clock.clone()), canned, clock)
}

fn wanted() -> LicenseRequest {
    LicenseRequest {
        organization: Uuid::from_u128(2),
        license_key: "license".to_owned(),
        billing_sync_key: "token".to_owned(),
    }
}

fn later(clock: &SetClock, seconds: i64) {
    *clock.0.lock().unwrap() += Duration::seconds(seconds);
}

#[tokio::test]
async fn a_token_is_used_for_four_fifths_of_its_life() {
    let (client, canned, clock) =
        client(&[TOKEN, (200, &[], "{}"), (200, &[], "{}"), TOKEN, (200, &[], "{}")]);
    client.license(wanted()).await.unwrap();
    later(&clock, 799);
    client.license(wanted()).await.unwrap();
    later(&clock, 1);
    client.license(wanted()).await.unwrap();
    let tokens = canned.asked.lock().unwrap().iter().filter(|line| line.contains("token")).count();
    assert_eq!(tokens, 2);
}

#[tokio::test]
async fn an_old_token_is_used_to_its_end_while_no_new_one_is_given() {
    let (client, _, clock) =
        client(&[TOKEN, (200, &[], "{}"), (502, &[], ""), (200, &[], "{}"), (502, &[], "")]);
    client.license(wanted()).await.unwrap();
    later(&clock, 900);
    client.license(wanted()).await.unwrap();
    later(&clock, 100);
    assert!(matches!(client.license(wanted()).await, Err(CloudError::Unreachable(_))));
}

#[tokio::test]
async fn a_refused_key_is_not_tried_again_for_half_a_minute_and_then_is() {
    let invalid: Reply = (400, &[], r#"{"error":"invalid_client"}"#);
    let (client, canned, clock) = client(&[invalid, invalid, TOKEN, (200, &[], "{}")]);
    assert_eq!(client.license(wanted()).await, Err(CloudError::Unauthorized));
    later(&clock, 29);
    assert_eq!(client.license(wanted()).await, Err(CloudError::Unauthorized));
    assert_eq!(canned.asked.lock().unwrap().len(), 1);
    later(&clock, 1);
    assert_eq!(client.license(wanted()).await, Err(CloudError::Unauthorized));
    assert_eq!(canned.asked.lock().unwrap().len(), 2);
    later(&clock, 60);
    assert!(client.license(wanted()).await.is_ok());
}

#[tokio::test]
async fn signing_in_does_not_wait_for_the_pause_to_end() {
    let (client, ..) = client(&[(400, &[], ""), TOKEN]);
    assert_eq!(client.sign_in(CloudScope::Push).await, Err(CloudError::Unauthorized));
    assert_eq!(client.sign_in(CloudScope::Push).await, Ok(()));
}

#[tokio::test]
async fn the_cloud_names_the_pause_itself() {
    let (client, canned, clock) =
        client(&[(429, &[("retry-after", "120")], ""), TOKEN, (200, &[], "{}")]);
    let wait = Some(std::time::Duration::from_mins(2));
    assert_eq!(client.license(wanted()).await, Err(CloudError::TooMany { wait }));
    later(&clock, 119);
    assert_eq!(client.license(wanted()).await, Err(CloudError::TooMany { wait }));
    assert_eq!(canned.asked.lock().unwrap().len(), 1);
    later(&clock, 1);
    assert!(client.license(wanted()).await.is_ok());
}

#[tokio::test]
async fn the_cloud_asks_for_an_hour_at_most() {
    let cases: [(&str, Reply); 3] = [
        ("a second more", (429, &[("retry-after", "3601")], "")),
        ("ages", (429, &[("retry-after", "9999999999999")], "")),
        ("the largest number", (429, &[("retry-after", "18446744073709551615")], "")),
    ];
    for (named, reply) in cases {
        let (client, canned, clock) = client(&[reply, TOKEN, (200, &[], "{}")]);
        let wait = Some(std::time::Duration::from_hours(1));
        assert_eq!(client.license(wanted()).await, Err(CloudError::TooMany { wait }), "{named}");
        later(&clock, 3599);
        assert_eq!(client.license(wanted()).await, Err(CloudError::TooMany { wait }), "{named}");
        assert_eq!(canned.asked.lock().unwrap().len(), 1);
        later(&clock, 1);
        assert!(client.license(wanted()).await.is_ok(), "{named}");
    }
}

#[tokio::test]
async fn a_token_the_cloud_forgot_is_replaced_once() {
    let (client, ..) = client(&[TOKEN, (401, &[], ""), TOKEN, (200, &[], "{}")]);
    assert!(client.license(wanted()).await.is_ok());
}

#[tokio::test]
async fn a_licence_is_asked_for_the_old_way_where_posting_is_unknown() {
    let (client, canned, _) = client(&[TOKEN, (405, &[], ""), (200, &[], "{}")]);
    assert!(client.license(wanted()).await.is_ok());
    let asked = canned.asked.lock().unwrap();
    let path = format!("/api/licenses/organization/{}", Uuid::from_u128(2));
    assert_eq!(asked[1..], [format!("POST {path}"), format!("GET {path}")]);
}

#[tokio::test]
async fn every_answer_has_its_meaning() {
    let refused = |message: &str, code: Option<&str>| CloudError::Refused {
        message: message.to_owned(),
        code: code.map(str::to_owned),
    };
    let cases: [(&str, Reply, CloudError); 5] = [
        (
            "a message",
            (400, &[], r#"{"message":"Invalid Billing Sync Key","code":"billing_key"}"#),
            refused("Invalid Billing Sync Key", Some("billing_key")),
        ),
        ("no message", (400, &[], "oops"), refused("it answered 400 Bad Request", None)),
        (
            "too often",
            (429, &[("retry-after", "7")], ""),
            CloudError::TooMany { wait: Some(std::time::Duration::from_secs(7)) },
        ),
        (
            "elsewhere",
            (302, &[("location", "https://evil.example.com")], ""),
            CloudError::Unreadable("it points elsewhere (302 Found)".to_owned()),
        ),
        (
            "broken",
            (500, &[], ""),
            CloudError::Unreachable("it answered 500 Internal Server Error".to_owned()),
        ),
    ];
    for (case, reply, expected) in cases {
        let (client, ..) = client(&[TOKEN, reply]);
        assert_eq!(client.license(wanted()).await, Err(expected), "{case}");
    }
}

#[tokio::test]
async fn the_cloud_says_where_it_is_and_what_time_it_has() {
    let config = r#"{"version":"2026.8.0","environment":{"cloudRegion":"EU"}}"#;
    let (client, ..) = client(&[(200, &[], config), (200, &[], "\"2030-01-01T12:00:00+00:00\"")]);
    let facts = client.facts().await.unwrap();
    assert_eq!(facts.region.as_deref(), Some("EU"));
    assert_eq!(facts.time, Some("2030-01-01T12:00:00Z".parse().unwrap()));
}

#[expect(clippy::type_complexity, reason = "a table of cases")]
#[tokio::test]
async fn a_personal_licence_is_asked_for_without_its_key_in_the_address_where_that_is_known() {
    let request =
        || PersonalLicenseRequest { user: Uuid::from_u128(3), license_key: "a key".to_owned() };
    let cases: [(&str, &[Reply], Result<&str, CloudError>, usize); 4] = [
        ("posted", &[TOKEN, (200, &[], "{}")], Ok("{}"), 2),
        ("the old way", &[TOKEN, (405, &[], ""), (200, &[], "{}")], Ok("{}"), 3),
        ("no such person", &[TOKEN, (204, &[], "")], Err(CloudError::Unknown), 2),
        (
            "no such person, the old way",
            &[TOKEN, (404, &[], ""), (200, &[], "null")],
            Err(CloudError::Unknown),
            3,
        ),
    ];
    for (case, replies, expected, asked) in cases {
        let (client, canned, _) = client(replies);
        let answer = client.personal_license(request()).await;
        assert_eq!(answer.as_deref(), expected.as_ref().map(|it| *it), "{case}");
        assert_eq!(canned.asked.lock().unwrap().len(), asked, "{case}");
    }
}
