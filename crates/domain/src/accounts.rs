//! People who can sign in.

pub mod enc_string;
pub mod kdf;
pub mod keys;
pub mod rotation;

/// A person with an account.
#[derive(Debug, Clone, Copy)]
pub struct User;

/// A mail address as accounts keep it: without space around it, in lower case.
pub fn normalized(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Whether `email` can be a mail address: something, an `@`, and a name with a dot in it or of this
/// very machine.
pub fn is_email(email: &str) -> bool {
    let Some((person, host)) = email.rsplit_once('@') else { return false };
    let plain =
        |text: &str| !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    !person.is_empty()
        && !person.contains('@')
        && (host.contains('.') || host == "localhost")
        && !host.starts_with('.')
        && !host.ends_with('.')
        && email.len() <= 256
        && plain(email)
        && !email.contains(['<', '>', '"', ',', ';'])
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_has_a_person_and_a_host() {
        let cases = [
            ("owner@example.com", true),
            ("first.last+tag@sub.example.com", true),
            ("owner@localhost", true),
            ("owner", false),
            ("@example.com", false),
            ("owner@example", false),
            ("owner@example.", false),
            ("own er@example.com", false),
            ("owner@example.com\nBcc: x@example.com", false),
            ("a@b@example.com", false),
            ("<owner@example.com>", false),
        ];
        for (email, expected) in cases {
            assert_eq!(super::is_email(email), expected, "{email}");
        }
    }
}
