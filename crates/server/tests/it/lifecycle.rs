//! From start to end: serve, reload, restart.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use crate::program::{Folder, SELF_HOSTED, note};

/// A request on a connection that stays open.
fn ask(stream: &mut TcpStream, path: &str) -> String {
    write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let mut byte = [0; 1024];
    loop {
        let count = stream.read(&mut byte).unwrap();
        answer.extend_from_slice(&byte[..count]);
        let text = String::from_utf8_lossy(&answer).to_lowercase();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
        if count == 0 || body.len() >= length.parse().unwrap() {
            return text;
        }
    }
}

fn connect(address: &str) -> TcpStream {
    TcpStream::connect(address.trim_start_matches("http://")).unwrap()
}

#[test]
fn a_role_and_a_folder_are_enough_and_the_server_ends_when_told() {
    let folder = Folder::with(SELF_HOSTED);
    let served = folder.serve();
    for path in ["/alive", "/alive/", "/api/alive"] {
        let answer = ask(&mut connect(&served.address()), path);
        assert!(answer.starts_with("http/1.1 200"), "{path}: {answer}");
        assert!(answer.contains("x-content-type-options: nosniff"), "{path}: {answer}");
    }
    assert!(folder.log().contains("limited mode"), "{}", folder.log());

    for name in ["wardstead.db", "wardstead.db-wal", "run/server.json"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = folder.data.join(name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name} is for its owner alone");
    }

    let second = folder.badly(&["serve"]);
    assert!(second.contains("another server (process"), "{second}");
    assert!(served.end().success());
    assert!(note(&folder.data).is_none());
}

#[test]
fn a_log_in_a_file_has_no_colours() {
    let folder = Folder::with(SELF_HOSTED);
    let served = folder.serve();
    assert!(served.end().success());
    assert!(folder.log().contains("the server answers"), "{}", folder.log());
    assert!(!folder.log().contains('\u{1b}'), "{}", folder.log());
}

#[test]
fn reload_takes_changes_up_without_dropping_a_connection() {
    let folder = Folder::with(SELF_HOSTED);
    let served = folder.serve();
    let mut open = connect(&served.address());
    ask(&mut open, "/alive");

    folder.set(&format!("{SELF_HOSTED}shutdown_seconds = 7\n[log]\nfilter = \"debug\"\n"));
    let said = folder.well(&["reload"]);
    assert!(said.contains("listen.shutdown_seconds: not set -> 7\n"), "{said}");
    assert!(said.contains("log.filter: not set -> debug (after `wardstead restart`)"), "{said}");
    assert!(ask(&mut open, "/alive").starts_with("http/1.1 200"), "the same connection goes on");

    let said = folder.well(&["reload"]);
    assert!(said.contains("log.filter"), "what waits for a restart is still told: {said}");
}

#[test]
fn a_bad_file_leaves_the_running_server_untouched() {
    let folder = Folder::with(SELF_HOSTED);
    let served = folder.serve();
    let before = served.note();
    folder.set("[server]\nrole = \"self-hosted\"\n[listen]\nhtpp = \"127.0.0.1:0\"\n");
    for command in ["reload", "restart"] {
        let said = folder.badly(&[command]);
        assert!(said.contains("line 4") && said.contains("did you mean listen.http?"), "{said}");
    }
    assert_eq!(served.note(), before);
    assert!(ask(&mut connect(&served.address()), "/alive").starts_with("http/1.1 200"));
}

#[test]
fn a_restart_is_the_same_process_and_a_new_server() {
    let folder = Folder::with(SELF_HOSTED);
    let mut served = folder.serve();
    let before = served.note().unwrap();
    let said = folder.well(&["restart"]);
    assert!(said.contains("the server runs again"), "{said}");
    let after = served.note().unwrap();
    assert_eq!(before["process"]["pid"], after["process"]["pid"]);
    assert_ne!(before["instance"], after["instance"]);
    assert!(served.child.try_wait().unwrap().is_none());
    assert!(ask(&mut connect(&served.address()), "/alive").starts_with("http/1.1 200"));
}

#[test]
fn a_restart_waits_for_the_request_in_hand() {
    let folder = Folder::with(SELF_HOSTED);
    let served = folder.serve();
    let address = served.address().trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(&address).unwrap();
    // The server asks for the body once it has begun to handle the request.
    write!(
        stream,
        "POST /identity/connect/token HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 10\r\n\r\n"
    )
    .unwrap();
    let mut goes_on = [0; 25];
    stream.read_exact(&mut goes_on).unwrap();
    assert!(goes_on.starts_with(b"HTTP/1.1 100 Continue"));

    let said = std::thread::scope(|scope| {
        let restart = scope.spawn(|| folder.well(&["restart"]));
        while TcpStream::connect(&address).is_ok() {
            std::thread::yield_now();
        }
        write!(stream, "grant_type").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
        restart.join().unwrap()
    });
    assert!(said.contains("the server runs again"), "{said}");
    assert!(ask(&mut connect(&served.address()), "/alive").starts_with("http/1.1 200"));
}

#[test]
fn an_authority_that_does_not_answer_keeps_nobody_from_plain_http() {
    let folder = Folder::with(SELF_HOSTED);
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    folder.set(&format!(
        "{SELF_HOSTED}https = \"{free}\"\n[tls]\nacme_domains = [\"vault.example.com\"]\n\
         acme_directory = \"https://127.0.0.1:9/directory\"\n"
    ));
    let served = folder.serve();
    assert!(ask(&mut connect(&served.address()), "/alive").starts_with("http/1.1 200"));
    assert!(TcpStream::connect(free).is_ok());
    assert!(folder.data.join("acme").is_dir());
    assert!(served.end().success());
}

#[test]
fn only_a_trusted_proxy_is_believed_and_reload_changes_who_is() {
    let folder = Folder::with(SELF_HOSTED);
    let served = folder.serve();
    folder.set(&format!("{SELF_HOSTED}trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\n"));
    let said = folder.well(&["reload"]);
    assert!(said.contains("listen.trusted_proxies: not set -> 127.0.0.1,10.0.0.0/8"), "{said}");
    assert!(ask(&mut connect(&served.address()), "/alive").starts_with("http/1.1 200"));
}

#[test]
fn keys_are_rotated_by_command() {
    let folder = Folder::with(SELF_HOSTED);
    let keys = folder.well(&["admin", "keys", "list"]);
    assert!(keys.contains("access") && keys.contains("in use"), "{keys}");
    folder.well(&["admin", "keys", "rotate", "access"]);
    assert!(folder.well(&["admin", "keys", "list"]).contains("verifies only"));
}

#[test]
fn commands_say_that_no_server_runs() {
    let folder = Folder::with(SELF_HOSTED);
    for command in ["reload", "restart"] {
        let said = folder.badly(&[command]);
        assert!(said.contains("no server runs on"), "{said}");
    }
}

#[test]
fn certificates_serve_tls_beside_plain_http_and_are_read_again() {
    let folder = Folder::with(SELF_HOSTED);
    let issue = |name: &str| {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        std::fs::write(folder.data.join("cert.pem"), made.cert.pem()).unwrap();
        std::fs::write(folder.data.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
        made.cert.der().to_vec()
    };
    let first = issue("first.example.com");
    // The system chooses no port for both, so one is taken and given back.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    folder.set(&format!(
        "{SELF_HOSTED}https = \"{free}\"\n[tls]\ncertificate = \"cert.pem\"\nkey = \"key.pem\"\n"
    ));
    let served = folder.serve();
    assert!(ask(&mut connect(&served.address()), "/alive").starts_with("http/1.1 200"));
    assert_eq!(presented(free), first);

    let second = issue("second.example.com");
    folder.well(&["reload"]);
    assert_eq!(presented(free), second);

    std::fs::write(folder.data.join("key.pem"), "nonsense").unwrap();
    let said = folder.badly(&["reload"]);
    assert!(said.contains("not a certificate and its key"), "{said}");
    let said = folder.badly(&["restart"]);
    assert!(said.contains("refused to restart"), "{said}");
    assert_eq!(presented(free), second);
}

/// The certificate a server presents.
fn presented(address: std::net::SocketAddr) -> Vec<u8> {
    #[derive(Debug)]
    struct Anyone(rustls::crypto::CryptoProvider);

    impl rustls::client::danger::ServerCertVerifier for Anyone {
        fn verify_server_cert(
            &self,
            _: &rustls::pki_types::CertificateDer<'_>,
            _: &[rustls::pki_types::CertificateDer<'_>],
            _: &rustls::pki_types::ServerName<'_>,
            _: &[u8],
            _: rustls::pki_types::UnixTime,
        ) -> Result<rustls::client::danger::ServerCertVerified, rustls::Error> {
            Ok(rustls::client::danger::ServerCertVerified::assertion())
        }

        fn verify_tls12_signature(
            &self,
            _: &[u8],
            _: &rustls::pki_types::CertificateDer<'_>,
            _: &rustls::DigitallySignedStruct,
        ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
            Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
        }

        fn verify_tls13_signature(
            &self,
            _: &[u8],
            _: &rustls::pki_types::CertificateDer<'_>,
            _: &rustls::DigitallySignedStruct,
        ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
            Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
        }

        fn supported_verify_schemes(&self) -> Vec<rustls::SignatureScheme> {
            self.0.signature_verification_algorithms.supported_schemes()
        }
    }

    let provider = rustls::crypto::aws_lc_rs::default_provider();
    let config = rustls::ClientConfig::builder_with_provider(provider.clone().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(std::sync::Arc::new(Anyone(provider)))
        .with_no_client_auth();
    let name = rustls::pki_types::ServerName::try_from("vault.example.com").unwrap();
    let mut tls = rustls::ClientConnection::new(config.into(), name).unwrap();
    let mut socket = TcpStream::connect(address).unwrap();
    while tls.is_handshaking() {
        tls.complete_io(&mut socket).unwrap();
    }
    tls.peer_certificates().unwrap()[0].to_vec()
}
