//! A key is the same key in whatever file it lies.

use super::{NoPublicKey, TrustedKey, pem};
use crate::ports::TrustFile;

fn file(name: &str, bytes: &[u8]) -> TrustFile {
    TrustFile { name: name.to_owned(), bytes: bytes.to_vec() }
}

macro_rules! fixture {
    ($name:literal) => {
        file($name, include_bytes!(concat!("../../../../../fixtures/licenses/", $name)))
    };
}

#[test]
fn a_public_key_and_certificates_with_it_are_one_key() {
    let files = [
        fixture!("test-public-key.pem"),
        fixture!("test-certificate.pem"),
        fixture!("test-certificate.der"),
    ];
    let keys: Vec<TrustedKey> =
        files.iter().map(|file| TrustedKey::from_file(file).unwrap()).collect();
    let [key, others @ ..] = keys.as_slice() else { return };
    assert!(others.iter().all(|other| other.id == key.id && other.public == key.public));
    assert_eq!(key.id.len(), 16);
    let written = String::from_utf8(fixture!("test-public-key.pem").bytes).unwrap();
    assert_eq!(pem(&key.public), written);
}

#[test]
fn what_holds_no_public_rsa_key_is_refused() {
    let cases = [
        fixture!("elliptic-public-key.pem"),
        fixture!("test-signing-key.der"),
        file("empty.pem", b""),
        file("text.txt", b"Not a key."),
        file("half.pem", b"-----BEGIN PUBLIC KEY-----\nMIIB"),
        file("damaged.pem", b"-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"),
        file("damaged.der", &[0x30, 0x82, 0xff]),
    ];
    for file in cases {
        assert_eq!(TrustedKey::from_file(&file), Err(NoPublicKey), "{}", file.name);
    }
}
