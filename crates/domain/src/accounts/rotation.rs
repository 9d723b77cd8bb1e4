//! A new user key: whatever was wrapped or encrypted with the old one comes along, or nothing does.

use std::{collections::HashSet, hash::Hash};

/// Why the old key stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RotationRefusal {
    /// The address, the salt or the derivation is another than the account's.
    #[error("The email address and the key derivation cannot change together with the key.")]
    OtherDerivation,
    /// The public key is another: what others wrapped for this person could be read no more.
    #[error("The public key cannot change together with the user key.")]
    OtherPublicKey,
    /// The account signs, and its new keys would not.
    #[error("The signing keys are missing.")]
    NoSigningKeys,
    /// Items are missing, twice, or not the person's.
    #[error("All items must be encrypted with the new key, each once.")]
    Ciphers,
    /// An item would become another kind of item.
    #[error("An item cannot become another kind of item.")]
    OtherKind,
    /// An item was changed after the client read it: the change would be lost.
    #[error("An item was changed meanwhile. Sync, and try again.")]
    Changed,
    /// Folders are missing, twice, or not the person's.
    #[error("All folders must be encrypted with the new key, each once.")]
    Folders,
    /// Trusted devices are missing, twice, or not the person's.
    #[error("The new key must be wrapped for all trusted devices, each once.")]
    Devices,
    /// Organizations that recover the account are missing, twice, or do not.
    #[error("The new key must be wrapped for all organizations that can recover the account.")]
    Recovery,
    /// The account has no such thing.
    #[error("The new key was wrapped for something the account does not have.")]
    Unknown,
}

impl RotationRefusal {
    /// A stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherDerivation => "other_derivation",
            Self::OtherPublicKey => "other_public_key",
            Self::NoSigningKeys => "no_signing_keys",
            Self::Ciphers => "items_incomplete",
            Self::OtherKind => "other_kind",
            Self::Changed => "item_out_of_date",
            Self::Folders => "folders_incomplete",
            Self::Devices => "devices_incomplete",
            Self::Recovery => "recovery_incomplete",
            Self::Unknown => "unknown_holder",
        }
    }
}

/// Whether `sent` names everything in `kept`, each once, and nothing else.
pub fn is_whole<T: Copy + Eq + Hash>(
    kept: impl IntoIterator<Item = T>,
    sent: impl IntoIterator<Item = T>,
) -> bool {
    let kept: HashSet<T> = kept.into_iter().collect();
    let mut seen = HashSet::with_capacity(kept.len());
    for it in sent {
        if !kept.contains(&it) || !seen.insert(it) {
            return false;
        }
    }
    seen.len() == kept.len()
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn nothing_is_left_behind_or_made_up() {
        let cases: [(&str, &[i64], &[i64], bool); 7] = [
            ("nothing of nothing", &[], &[], true),
            ("everything", &[1, 2], &[1, 2], true),
            ("in another order", &[1, 2], &[2, 1], true),
            ("one is missing", &[1, 2], &[1], false),
            ("one is twice", &[1, 2], &[1, 2, 2], false),
            ("one for another", &[1, 2], &[1, 1], false),
            ("one of somebody else's", &[1, 2], &[1, 2, 3], false),
        ];
        for (case, kept, sent, whole) in cases {
            assert_eq!(is_whole(kept.iter().copied(), sent.iter().copied()), whole, "{case}");
        }
    }
}
