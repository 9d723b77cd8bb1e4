use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::*;

fn vectors(name: &str) -> Value {
    let path = format!("{}/../fixtures/crypto/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn cases<'a>(vectors: &'a Value, list: &str) -> &'a [Value] {
    vectors[list].as_array().unwrap()
}

fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name].as_str().unwrap()
}

fn key(case: &Value, name: &str) -> SymmetricKey {
    let bytes = hex(text(case, name));
    SymmetricKey::from_bytes(bytes.try_into().unwrap())
}

fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<char> = digits.chars().collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap())
        .collect()
}

#[test]
fn a_password_gives_the_same_keys_everywhere() {
    let vectors = vectors("master-keys");
    for case in cases(&vectors, "cases") {
        let kdf = Kdf::from_wire(&case["kdf"]).unwrap();
        assert_eq!(kdf.to_wire(), case["kdf"]);
        let (password, salt) = (text(case, "password"), text(case, "salt"));
        assert_eq!(text(case, "email").trim().to_lowercase(), salt);
        let master = kdf.master_key(password, salt).unwrap();
        assert_eq!(master.bytes(), hex(text(case, "masterKey")), "{case}");
        assert_eq!(master.authentication_hash(password), text(case, "authenticationHash"));
        assert_eq!(master.stretched().unwrap(), key(case, "stretchedKey"), "{case}");
    }
}

#[test]
fn encrypted_strings_are_written_and_read_as_others_do() {
    let vectors = vectors("encrypted-strings");
    let key = key(&vectors, "key");
    assert_eq!(key.id(), text(&vectors, "keyId"));
    for case in cases(&vectors, "cases") {
        let iv = hex(text(case, "iv")).try_into().unwrap();
        let plain = text(case, "plain").as_bytes();
        assert_eq!(key.encrypt_with(iv, plain).unwrap(), text(case, "encrypted"), "{case}");
        assert_eq!(key.decrypt(text(case, "encrypted")).unwrap(), plain, "{case}");
        assert_eq!(key.decrypt(&key.encrypt(plain).unwrap()).unwrap(), plain, "{case}");
    }
    for case in cases(&vectors, "refused") {
        assert!(key.decrypt(text(case, "encrypted")).is_err(), "{case}");
    }
}

#[test]
fn wrapped_keys_open_for_their_owner_alone() {
    let vectors = vectors("wrapped-keys");
    let private = STANDARD.decode(text(&vectors, "privateKey")).unwrap();
    let pair = KeyPair::from_pkcs8(&private).unwrap();
    assert_eq!(pair.public().unwrap(), text(&vectors, "publicKey"));
    let owner = key(&vectors, "userKey");
    assert_eq!(owner.decrypt(text(&vectors, "wrappedPrivateKey")).unwrap(), private);
    assert_eq!(owner.decrypt(&pair.wrapped_by(&owner).unwrap()).unwrap(), private);

    let stranger = KeyPair::generate().unwrap();
    for case in cases(&vectors, "cases") {
        let wrapped = text(case, "encrypted");
        let organization = key(case, "key");
        assert_eq!(pair.unwrap_key(wrapped).unwrap(), organization, "{case}");
        assert!(stranger.unwrap_key(wrapped).is_err(), "{case}");
        let again = wrap_for(text(&vectors, "publicKey"), &organization).unwrap();
        assert_eq!(pair.unwrap_key(&again).unwrap(), organization, "{case}");
    }
    for case in cases(&vectors, "refused") {
        assert!(pair.unwrap_key(text(case, "encrypted")).is_err(), "{case}");
    }
}
