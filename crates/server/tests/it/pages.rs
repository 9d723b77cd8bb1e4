//! The pages of the running program.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use crate::program::{Folder, SELF_HOSTED};

/// The head and the body of the answer to a browser.
fn browse(address: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html,*/*;q=0.8\r\n\
         connection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let text = String::from_utf8(answer).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), body.to_owned())
}

#[test]
fn both_roles_show_the_app_and_go_on_after_a_reload() {
    let cloud = SELF_HOSTED.replace("self-hosted", "cloud");
    for settings in [SELF_HOSTED, &cloud] {
        let folder = Folder::with(settings);
        let served = folder.serve();
        for path in ["/", "/app", "/app/", "/app/login?to=%2Fvault"] {
            let (head, body) = browse(&served.address(), path);
            assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
            assert!(head.contains("content-type: text/html"), "{path}: {head}");
            assert!(head.contains("content-security-policy: default-src 'none'"), "{path}: {head}");
            assert_eq!(head.matches("referrer-policy: no-referrer").count(), 1, "{path}: {head}");
            assert!(body.contains("<title>Wardstead</title>"), "{path}: {body}");
        }
        let (head, _) = browse(&served.address(), "/admin/login?token=abc");
        assert!(head.starts_with("http/1.1 303"), "{head}");
        assert!(head.contains("location: /app/admin/login?token=abc\r\n"), "{head}");
        let (head, body) = browse(&served.address(), "/api/nothing");
        assert!(head.starts_with("http/1.1 404") && body.starts_with('{'), "{head}: {body}");
        assert!(!folder.log().contains("token=abc"), "{}", folder.log());

        folder.well(&["reload"]);
        let (head, _) = browse(&served.address(), "/app/login");
        assert!(head.starts_with("http/1.1 200"), "{head}");
    }
}
