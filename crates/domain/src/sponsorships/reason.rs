//! Why a sponsorship ends.

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $word:literal, $own:literal;)+) => {
        /// Why a sponsorship is ending or has ended.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Reason { $($(#[$doc])* $name = $number),+ }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The number kept in the database; it never changes.
            pub const fn number(self) -> i64 {
                self as i64
            }

            /// Reads the number kept in the database.
            pub fn from_number(number: i64) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.number() == number)
            }

            /// A stable word for programs and for the other side of a sync.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// Reads the word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.word() == word)
            }

            /// Whether the cloud's rules found it, and nobody decided it: it goes away with its cause.
            pub const fn lapses(self) -> bool {
                match self { $(Self::$name => $own),+ }
            }
        }
    };
}

reasons! {
    /// The member who gave it took it back.
    TakenBack = 1, "taken_back", false;
    /// An administrator of the sponsoring organization took it back.
    TakenBackByOrganization = 2, "taken_back_by_organization", false;
    /// An owner of the Families organization gave it up.
    GivenUp = 3, "given_up", false;
    /// The recipient did not want it.
    Declined = 4, "declined", false;
    /// The member who gave it left, or was removed.
    MemberLeft = 5, "member_left", false;
    /// The member who gave it has been revoked for too long.
    MemberRevoked = 6, "member_revoked", false;
    /// Nobody redeemed the offer in half a year.
    Expired = 7, "expired", false;
    /// The sponsoring organization was deleted.
    SponsorDeleted = 8, "sponsor_deleted", false;
    /// The sponsoring organization has been disabled for too long.
    SponsorDisabled = 9, "sponsor_disabled", true;
    /// The sponsoring organization has no Enterprise plan any more.
    PlanLost = 10, "plan_lost", true;
    /// The sponsoring organization may not give sponsorships to others any more.
    AdminSponsoringOff = 11, "admin_sponsoring_off", true;
    /// The self-hosted server of the sponsoring organization has not synced for half a year.
    StoppedSyncing = 12, "stopped_syncing", true;
    /// The Families organization was deleted.
    FamiliesDeleted = 13, "families_deleted", false;
    /// A policy of the sponsoring organization forbids sponsorships.
    Policy = 14, "policy", true;
    /// The other side no longer knows it.
    Unknown = 15, "unknown", false;
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[test]
    fn a_reason_survives_the_database_and_the_wire() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_number(reason.number()), Some(*reason));
            assert_eq!(Reason::from_word(reason.word()), Some(*reason));
        }
        assert_eq!(Reason::from_number(99), None);
    }
}
