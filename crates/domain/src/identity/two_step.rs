//! What is asked for beside the password.

/// A way to prove oneself beside the password, that a person sets up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// The codes of an authenticator app.
    Authenticator,
    /// Codes by mail.
    Email,
}

impl Method {
    /// Every method, the one people are asked for first at the front.
    pub const ALL: &[Self] = &[Self::Authenticator, Self::Email];

    /// The protocol's number.
    pub const fn number(self) -> i64 {
        match self {
            Self::Authenticator => 0,
            Self::Email => 1,
        }
    }

    /// The method of that number.
    pub fn numbered(number: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|method| method.number() == number)
    }
}

/// The address with most of it hidden: its owner knows it by that, and others learn little.
pub fn masked(email: &str) -> String {
    let (person, host) = email.rsplit_once('@').unwrap_or((email, ""));
    let shown = if person.chars().count() > 3 { 2 } else { 1 };
    let shown: String = person.chars().take(shown).collect();
    format!("{shown}***@{host}")
}

/// A recovery code as it is compared: people copy it with spaces and in either case.
pub fn plain_code(typed: &str) -> String {
    let kept = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    kept.collect::<String>().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::{Method, masked, plain_code};

    #[test]
    fn every_method_has_its_number() {
        for method in Method::ALL {
            assert_eq!(Method::numbered(method.number()), Some(*method));
        }
        assert_eq!(Method::numbered(5), None);
    }

    #[test]
    fn an_address_is_hidden_from_those_who_do_not_know_it() {
        let cases = [
            ("member@example.com", "me***@example.com"),
            ("bob@example.com", "b***@example.com"),
            ("é@example.com", "é***@example.com"),
            ("@example.com", "***@example.com"),
        ];
        for (email, shown) in cases {
            assert_eq!(masked(email), shown);
        }
    }

    #[test]
    fn a_recovery_code_is_read_however_it_was_copied() {
        assert_eq!(plain_code(" abcd efgh-2345 "), "ABCDEFGH2345");
    }
}
