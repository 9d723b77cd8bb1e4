//! The form of the token endpoint. Its names come in any case.

use std::{collections::HashMap, fmt};

/// The fields of a token request.
#[derive(Default)]
pub struct TokenForm(HashMap<String, String>);

/// More fields than any client sends.
const MOST: usize = 64;

impl TokenForm {
    /// Reads a form. Of a field that comes twice, the first counts.
    pub fn read(bytes: &[u8]) -> Self {
        let mut fields = HashMap::new();
        for (name, value) in url::form_urlencoded::parse(bytes).take(MOST) {
            fields.entry(name.to_ascii_lowercase()).or_insert_with(|| value.into_owned());
        }
        Self(fields)
    }

    /// The field of that name, unless it is empty. `name` is in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        debug_assert!(!name.bytes().any(|byte| byte.is_ascii_uppercase()));
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The field of that name, as text that may be empty.
    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }

    /// The field of that name, if it is a number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.trim().parse().ok()
    }
}

impl fmt::Debug for TokenForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenForm(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TokenForm;

    #[test]
    fn names_come_in_any_case() {
        let form = TokenForm::read(b"grant_type=password&DeviceType=25&PASSWORD=a%2Bb%3D&empty=");
        assert_eq!(form.get("grant_type"), Some("password"));
        assert_eq!(form.number("devicetype"), Some(25));
        assert_eq!(form.get("password"), Some("a+b="));
        assert_eq!(form.get("empty"), None);
        assert_eq!(form.get("missing"), None);
        assert_eq!(TokenForm::read(b"devicetype=Chrome").number("devicetype"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_form(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let form = TokenForm::read(&bytes);
            prop_assert!(form.0.len() <= super::MOST);
        }

        #[test]
        fn what_was_written_is_read(value in "\\PC{1,40}", name in "[a-zA-Z_]{1,20}") {
            let written = url::form_urlencoded::Serializer::new(String::new())
                .append_pair(&name, &value)
                .finish();
            let form = TokenForm::read(written.as_bytes());
            prop_assert_eq!(form.get(&name.to_ascii_lowercase()), Some(value.as_str()));
        }
    }
}
