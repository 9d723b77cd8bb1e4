//! Requests are accepted in either case: `MasterPasswordHash` is `masterPasswordHash`.
//! See `docs/protocol-quirks.md`.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Below these keys the text is the client's own, and is kept to the letter.
const OPAQUE: &[&str] = &["data", "Data"];

/// Reads a request whose field names may begin with a capital.
///
/// # Errors
///
/// When it is no JSON, or not of the expected shape.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_value(lowered(serde_json::from_slice(bytes)?))
}

fn lowered(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(lowered).collect()),
        Value::Object(fields) => {
            let mut result = Map::with_capacity(fields.len());
            for (name, value) in fields {
                let value = if OPAQUE.contains(&name.as_str()) { value } else { lowered(value) };
                result.insert(lower_first(&name), value);
            }
            Value::Object(result)
        }
        plain => plain,
    }
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    #[test]
    fn capitals_are_lowered_except_in_the_clients_own_text() {
        let cases = [
            (json!({"Key": 1}), json!({"key": 1})),
            (json!({"Keys": [{"Id": 1}]}), json!({"keys": [{"id": 1}]})),
            (json!({"Data": {"Min": 1}}), json!({"data": {"Min": 1}})),
            (json!({"key": {"PublicKey": ""}}), json!({"key": {"publicKey": ""}})),
        ];
        for (sent, read) in cases {
            let found: Value = super::read(sent.to_string().as_bytes()).unwrap();
            assert_eq!(found, read);
        }
    }
}
