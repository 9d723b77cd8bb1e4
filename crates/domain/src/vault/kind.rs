//! The kinds of item, and which clients know them.

/// A kind of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CipherKind {
    /// What signs in somewhere.
    Login,
    /// A note.
    SecureNote,
    /// A payment card.
    Card,
    /// A person's particulars.
    Identity,
    /// An SSH key.
    SshKey,
    /// A bank account.
    BankAccount,
    /// A driving licence.
    DriversLicense,
    /// A passport.
    Passport,
}

impl CipherKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: &[Self] = &[
        Self::Login,
        Self::SecureNote,
        Self::Card,
        Self::Identity,
        Self::SshKey,
        Self::BankAccount,
        Self::DriversLicense,
        Self::Passport,
    ];

    /// The protocol's number.
    pub const fn number(self) -> i64 {
        match self {
            Self::Login => 1,
            Self::SecureNote => 2,
            Self::Card => 3,
            Self::Identity => 4,
            Self::SshKey => 5,
            Self::BankAccount => 6,
            Self::DriversLicense => 7,
            Self::Passport => 8,
        }
    }

    /// The kind of that number.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.number() == number)
    }

    /// Whether a client of that version can read it; older ones fail at the whole answer.
    pub fn is_known_to(self, client: Option<ClientVersion>) -> bool {
        let since = match self {
            Self::Login | Self::SecureNote | Self::Card | Self::Identity => return true,
            Self::SshKey => ClientVersion(2024, 12, 0),
            Self::BankAccount | Self::DriversLicense | Self::Passport => ClientVersion(2026, 2, 0),
        };
        client.is_some_and(|client| client >= since)
    }
}

/// The version a client says it has: year, month, and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClientVersion(pub u32, pub u32, pub u32);

impl ClientVersion {
    /// The version that is written `2026.9.0`, if it is one.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.trim().split(['.', '-', '+']).map(|part| part.parse().ok());
        Some(Self(numbers.next()??, numbers.next()??, numbers.next().flatten().unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::{CipherKind, ClientVersion};

    #[test]
    fn every_kind_has_its_number() {
        for (number, kind) in (1_i64..).zip(CipherKind::ALL) {
            assert_eq!((kind.number(), CipherKind::from_number(number)), (number, Some(*kind)));
        }
        assert_eq!(CipherKind::from_number(9), None);
    }

    #[test]
    fn clients_see_the_kinds_they_can_read() {
        use CipherKind::{Card, Passport, SshKey};
        let cases = [
            ("an old client, of a card", Card, "2023.1.0", true),
            ("an old client, of an SSH key", SshKey, "2024.11.9", false),
            ("the first that knows it", SshKey, "2024.12.0", true),
            ("of a passport, too early", Passport, "2026.1.1", false),
            ("of a passport", Passport, "2026.2.0", true),
            ("a test build", Passport, "2026.9.0-beta.1", true),
            ("another program's version", SshKey, "1.15.0", false),
            ("no version at all", SshKey, "", false),
            ("no version, of a card", Card, "", true),
        ];
        for (case, kind, version, expected) in cases {
            assert_eq!(kind.is_known_to(ClientVersion::read(version)), expected, "{case}");
        }
    }
}
