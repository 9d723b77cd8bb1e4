//! Every route of the OpenAPI documents, called by those who have no business there. A new route is
//! tried without anyone thinking of it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::{Person, Reply, TestServer};
use utoipa::openapi::OpenApi;

/// Routes that answer anyone, one a line.
const OPEN: &str = include_str!("open_routes.txt");
/// Routes that are not for people: other programs and operators prove themselves there.
const NOT_FOR_PEOPLE: &str = include_str!("program_routes.txt");

/// A thing that does not exist.
const NOTHING: &str = "00000000-0000-4000-8000-00000000dead";

fn listed(text: &'static str) -> BTreeSet<&'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The routes of a document, as `GET /api/…`.
fn routes(document: &OpenApi) -> Vec<(String, String)> {
    let document = serde_json::to_value(document).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let each = paths.iter().flat_map(|(path, item)| {
        let methods = ["get", "post", "put", "delete", "patch"].into_iter();
        let there = methods.filter(|method| item.get(method).is_some());
        there.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    });
    each.collect()
}

/// The address of a route, with the id of nothing wherever it names something.
fn address(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { NOTHING } else { part });
    parts.collect::<Vec<_>>().join("/")
}

fn names_an_organization(path: &str) -> bool {
    path.contains("/organizations/{")
        || path.contains("org_id}")
        || path.contains("organization_id}")
}

async fn call(server: &TestServer, person: Option<&Person>, method: &str, path: &str) -> Reply {
    let mut request = server.request(method, &address(path));
    if let Some(person) = person {
        request = request.bearer(&person.token);
    }
    if method != "GET" {
        request = request.json(&json!({}));
    }
    request.send().await
}

async fn sweep(server: &TestServer, document: &OpenApi) {
    let open = listed(OPEN);
    let programs = listed(NOT_FOR_PEOPLE);
    let mut wrong = Vec::new();
    for (method, path) in routes(document) {
        let route = format!("{method} {path}");
        let nobody = call(server, None, &method, &path).await.status.as_u16();
        let is_open = open.contains(&*route);
        if (nobody == 401) == is_open || nobody >= 500 {
            wrong.push(format!("{route}: {nobody} to nobody"));
        }
        // Each route has a stranger of its own: some of them end what the token stands for.
        let stranger =
            server.person(&format!("stranger-{}@example.com", in_an_address(&route))).await;
        let reply = call(server, Some(&stranger), &method, &path).await;
        let status = reply.status.as_u16();
        let body: Value = serde_json::from_slice(&reply.bytes).unwrap_or(Value::Null);
        let fits = match status {
            _ if is_open => status != 403 && status < 500,
            _ if programs.contains(&*route) => status == 401,
            404 => true,
            400 => !names_an_organization(&path),
            200..=299 => !path.contains('{'),
            _ => false,
        };
        if !fits {
            wrong.push(format!("{route}: {status} to a stranger: {body}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A route as part of a mail address.
fn in_an_address(route: &str) -> String {
    route.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

#[test]
fn lists_name_routes_that_exist_each_once_and_in_order() {
    let of = |routes: wardstead_api::Routes| self::routes(&wardstead_api::openapi(routes));
    let all = [of(wardstead_api::roles::cloud()), of(wardstead_api::roles::self_hosted())].concat();
    let all: BTreeSet<String> =
        all.into_iter().map(|(method, path)| format!("{method} {path}")).collect();
    for text in [OPEN, NOT_FOR_PEOPLE] {
        let lines: Vec<&str> =
            text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(lines.is_sorted() && lines.len() == listed(text).len(), "{lines:?}");
        for line in lines {
            assert!(all.contains(line), "there is no route {line}");
        }
    }
}

testkit::db_test! {
    async fn the_cloud_turns_nobody_and_strangers_away(engine) {
        let server = TestServer::cloud(engine).await;
        sweep(&server, &wardstead_api::openapi(wardstead_api::roles::cloud())).await;
    }

    async fn a_self_hosted_server_turns_nobody_and_strangers_away(engine) {
        let server = TestServer::self_hosted(engine).await;
        sweep(&server, &wardstead_api::openapi(wardstead_api::roles::self_hosted())).await;
    }
}
