//! The operator's commands, beside the server that runs.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use crate::program::{Folder, SELF_HOSTED};

const STRANGER: &str = "5f0c3d1e-0000-4000-8000-000000000001";

fn cloud() -> Folder {
    Folder::with(&SELF_HOSTED.replace("self-hosted", "cloud"))
}

/// The status of the answer to an installation that wants a token.
fn sign_in(address: &str, id: &str, key: &str) -> u16 {
    let form = format!(
        "grant_type=client_credentials&client_id=installation.{id}&client_secret={key}&\
         scope=api.installation"
    );
    let mut stream = TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    write!(
        stream,
        "POST /identity/connect/token HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

/// What stands behind a word, in what a command said.
fn after<'a>(said: &'a str, word: &str) -> &'a str {
    said.lines().find_map(|line| line.strip_prefix(word)).unwrap().trim()
}

#[test]
fn installations_are_made_rotated_and_switched_by_command() {
    let folder = cloud();
    let served = folder.serve();
    let address = served.address();
    let made = folder.well(&["admin", "installation", "create", "it@example.com"]);
    let (id, key) = (after(&made, "id"), after(&made, "key"));
    assert_eq!(sign_in(&address, id, key), 200);
    assert_eq!(sign_in(&address, id, "another"), 400);

    let list = folder.well(&["admin", "installation", "list"]);
    assert!(list.starts_with(id) && list.contains("it@example.com"), "{list}");
    assert!(list.contains("enabled") && !list.contains(key), "{list}");
    assert_eq!(folder.well(&["admin", "installation", "list", "--limit", "0"]), "");

    let rotated = folder.well(&["admin", "installation", "rotate", id]);
    let newer = after(&rotated, "key ");
    assert!(rotated.contains("the key before works until"), "{rotated}");
    assert_eq!((sign_in(&address, id, newer), sign_in(&address, id, key)), (200, 200));

    folder.well(&["admin", "installation", "disable", id]);
    assert!(folder.well(&["admin", "installation", "list"]).contains("disabled"));
    assert_eq!(sign_in(&address, id, newer), 400);
    folder.well(&["admin", "installation", "enable", id]);
    assert_eq!(sign_in(&address, id, newer), 200);
    assert!(!folder.log().contains(newer), "the log keeps no key");
}

#[test]
fn what_is_no_installation_is_said() {
    let folder = cloud();
    for command in ["rotate", "enable", "disable"] {
        let said = folder.badly(&["admin", "installation", command, STRANGER]);
        assert!(said.contains(&format!("no installation {STRANGER}")), "{command}: {said}");
        folder.badly(&["admin", "installation", command, "rubbish"]);
    }
    let said = folder.badly(&["admin", "installation", "create", "no address"]);
    assert!(said.contains("address"), "{said}");
    let said = Folder::with(SELF_HOSTED).badly(&["admin", "installation", "list"]);
    assert!(said.contains("by the cloud this server belongs to"), "{said}");
}

#[test]
fn operators_are_added_and_removed_by_command() {
    let folder = Folder::with(SELF_HOSTED);
    let link = folder.well(&["admin", "operator", "add", "op@example.com"]);
    assert!(link.contains("/admin/login?token="), "{link}");
    assert!(folder.well(&["admin", "operator", "list"]).contains("op@example.com  (added)"));
    let said = folder.badly(&["admin", "operator", "reset-second-step", "op@example.com"]);
    assert!(said.contains("no authenticator"), "{said}");
    for command in ["reset-second-step", "remove"] {
        let said = folder.badly(&["admin", "operator", command, "nobody@example.com"]);
        assert!(said.contains("operator"), "{command}: {said}");
    }
    folder.well(&["admin", "operator", "remove", "op@example.com"]);
    assert_eq!(folder.well(&["admin", "operator", "list"]), "");
}

#[test]
fn a_sync_of_nobody_says_so() {
    let folder = Folder::with(SELF_HOSTED);
    let said = folder.badly(&["admin", "sync", "now", "--organization", STRANGER]);
    assert!(said.contains("no such organization"), "{said}");
}
