//! The way to the cloud, with everything that can be wrong on it.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::program::Folder;

const ID: &str = "5f0c3d1e-0000-4000-8000-000000000001";
const KEY: &str = "installationkey00000";

/// What a cloud of the tests says.
#[derive(Clone, Default)]
struct Says {
    region: Option<&'static str>,
    date: Option<&'static str>,
}

/// A cloud as small as the doctor needs it.
async fn cloud(says: Says) -> SocketAddr {
    let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = socket.local_addr().unwrap();
    let router = router(says);
    let mut tasks = tokio::task::JoinSet::new();
    tasks.spawn(async move { axum::serve(socket, router).await.unwrap() });
    tasks.detach_all();
    address
}

fn router(says: Says) -> Router {
    #[derive(Deserialize)]
    struct Proof {
        client_id: String,
        client_secret: String,
        scope: String,
    }

    async fn token(Form(proof): Form<Proof>) -> (StatusCode, Json<Value>) {
        let known = proof.client_id == format!("installation.{ID}") && proof.client_secret == KEY;
        if known && proof.scope == "api.installation" {
            (StatusCode::OK, Json(json!({ "access_token": "t", "expires_in": 86400 })))
        } else {
            (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_client" })))
        }
    }

    async fn alive(State(says): State<Arc<Says>>) -> (HeaderMap, Json<&'static str>) {
        let mut headers = HeaderMap::new();
        if let Some(date) = says.date {
            headers.insert("date", date.parse().unwrap());
        }
        (headers, Json("2030-01-01T00:00:00Z"))
    }

    async fn config(State(says): State<Arc<Says>>) -> Json<Value> {
        Json(json!({ "version": "2026.8.0", "environment": { "cloudRegion": says.region } }))
    }

    Router::new()
        .route("/identity/connect/token", post(token))
        .route("/api/alive", get(alive))
        .route("/api/config", get(config))
        .with_state(Arc::new(says))
}

/// What the doctor found, by check, and whether it was content.
fn examine(lines: &str) -> (bool, Vec<Value>) {
    let folder = Folder::with("[server]\nrole = \"self-hosted\"\n");
    std::fs::create_dir(folder.data.join("env")).unwrap();
    std::fs::write(folder.data.join("env/global.override.env"), lines).unwrap();
    let output = folder.run(&["doctor", "cloud", "--json"]);
    assert!(!folder.data.join("wardstead.db").exists(), "the doctor changes nothing");
    (output.status.success(), serde_json::from_slice(&output.stdout).unwrap())
}

fn settings(address: &str) -> String {
    format!(
        "globalSettings__enableCloudCommunication=true\n\
         globalSettings__installation__id={ID}\n\
         globalSettings__installation__key={KEY}\n\
         globalSettings__installation__identityUri={address}/identity\n\
         globalSettings__installation__apiUri={address}/api\n\
         globalSettings__pushRelayBaseUri={address}/api\n"
    )
}

/// The checks that failed, and the first of them.
fn failed(findings: &[Value]) -> Vec<&Value> {
    findings.iter().filter(|finding| finding["ok"] == false).collect()
}

const US: Says = Says { region: Some("US"), date: None };

#[tokio::test(flavor = "multi_thread")]
async fn a_way_without_obstacles_is_ok() {
    let address = cloud(US).await;
    let (well, findings) = examine(&settings(&format!("http://{address}")));
    assert!(well, "{findings:#?}");
    let checks: Vec<_> =
        findings.iter().map(|finding| finding["check"].as_str().unwrap()).collect();
    let connection = format!("connection to {address}");
    assert_eq!(
        checks,
        [
            "cloud communication",
            "installation id and key",
            "name 127.0.0.1",
            connection.as_str(),
            "TLS of 127.0.0.1",
            "clock",
            "installation token",
            "region",
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_obstacle_is_found_and_has_a_cure() {
    let good = format!("http://{}", cloud(US).await);
    let europe = format!("http://{}", cloud(Says { region: Some("EU"), ..US }).await);
    let no_cloud = format!("http://{}", cloud(Says { region: None, ..US }).await);
    let late = Says { date: Some("Tue, 01 Jan 2030 00:00:00 GMT"), ..US };
    let late = format!("http://{}", cloud(late).await);
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let secure = self_signed().await;

    let cases = [
        (
            "off",
            settings(&good).replace("=true", "=false"),
            "cloud communication",
            "enableCloudCommunication=true",
        ),
        (
            "no installation",
            "globalSettings__enableCloudCommunication=true\n".to_owned()
                + &settings(&good).lines().skip(3).collect::<Vec<_>>().join("\n"),
            "installation id and key",
            "globalSettings__installation__id",
        ),
        (
            "an unknown name",
            settings("http://cloud.invalid"),
            "name cloud.invalid",
            "/etc/resolv.conf",
        ),
        (
            "a closed port",
            settings(&format!("http://{gone}")),
            "connection to 127.0.0.1",
            "firewall allow outgoing TCP connections from this machine to 127.0.0.1 port",
        ),
        (
            "a certificate nobody trusts",
            settings(&format!("https://localhost:{}", secure.port())),
            "TLS of localhost",
            "add that authority's certificate",
        ),
        ("a wrong clock", settings(&late), "clock", "timedatectl"),
        (
            "a wrong key",
            settings(&good).replace(KEY, "wrong"),
            "installation token",
            "switched off",
        ),
        (
            "no identity service",
            settings(&good).replace("/identity\n", "/wrong\n"),
            "installation token",
            "identityUri",
        ),
        ("another region", settings(&europe), "region", "cloudRegion=EU"),
        ("no cloud", settings(&no_cloud), "region", "apiUri"),
        (
            "no api",
            settings(&good)
                .replace("installation__apiUri=", "installation__apiUri=http://127.0.0.1:9\n#"),
            "connection to 127.0.0.1:9",
            "port 9",
        ),
    ];
    for (case, lines, check, cure) in cases {
        let (well, findings) = examine(&lines);
        assert!(!well, "{case}: {findings:#?}");
        let failed = failed(&findings);
        let first = failed[0];
        assert!(first["check"].as_str().unwrap().starts_with(check), "{case}: {failed:#?}");
        assert!(first["cure"].as_str().unwrap().contains(cure), "{case}: {failed:#?}");
        for later in failed.iter().skip(1).filter(|finding| finding["cure"].is_null()) {
            assert!(later["detail"].as_str().unwrap().starts_with("not tried:"), "{case}: {later}");
        }
        assert!(!findings.iter().any(|finding| finding.to_string().contains(KEY)), "{case}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_get_a_line_for_each_check() {
    let address = cloud(US).await;
    let folder = Folder::with("[server]\nrole = \"self-hosted\"\n");
    std::fs::create_dir(folder.data.join("env")).unwrap();
    let lines = settings(&format!("http://{address}")).replace(KEY, "wrong");
    std::fs::write(folder.data.join("env/global.override.env"), lines).unwrap();
    let said = folder.badly(&["doctor", "cloud"]);
    assert_eq!(said.lines().count(), 8, "{said}");
    assert!(said.starts_with("ok    cloud communication: on\n"), "{said}");
    assert!(said.contains("\nFAIL  installation token: The cloud does not accept"), "{said}");
    assert!(!said.contains(".."), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_it_is_the_proxy_that_must_be_reached() {
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let folder = Folder::with("[server]\nrole = \"self-hosted\"\n");
    std::fs::create_dir(folder.data.join("env")).unwrap();
    let lines = settings("http://cloud.invalid");
    std::fs::write(folder.data.join("env/global.override.env"), lines).unwrap();
    let mut program = folder.program();
    program.env("HTTP_PROXY", format!("http://{gone}")).args(["doctor", "cloud"]);
    let said = String::from_utf8(program.output().unwrap().stdout).unwrap();
    assert!(said.contains("ok    name 127.0.0.1:"), "{said}");
    assert!(said.contains(&format!("FAIL  connection to {gone} (proxy): ")), "{said}");
    assert!(said.contains("FAIL  TLS of cloud.invalid: not tried"), "{said}");
}

/// A server whose certificate no authority signed.
async fn self_signed() -> SocketAddr {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (made.cert.pem().into_bytes(), made.signing_key.serialize_pem());
    let config = axum_server::tls_rustls::RustlsConfig::from_pem(certificate, key.into_bytes())
        .await
        .unwrap();
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    socket.set_nonblocking(true).unwrap();
    let address = socket.local_addr().unwrap();
    let server = axum_server::from_tcp_rustls(socket, config).unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    tasks.spawn(async move { server.serve(router(US).into_make_service()).await.unwrap() });
    tasks.detach_all();
    address
}
