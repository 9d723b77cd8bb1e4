//! What the event log says happened. The protocol's numbers are the names; ours begin at 9000.

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $word:literal;)+) => {
        /// A kind of event.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum EventKind { $($(#[$doc])* $name = $number),+ }

        impl EventKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The number in the log.
            pub const fn number(self) -> i64 {
                self as i64
            }

            /// A stable name for programs.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

events! {
    /// Someone signed in.
    UserLoggedIn = 1000, "user.logged_in";
    /// Someone changed their master password.
    UserChangedPassword = 1001, "user.changed_password";
    /// A sign-in failed for its password.
    UserFailedLogIn = 1005, "user.failed_log_in";
    /// A collection was made.
    CollectionCreated = 1300, "collection.created";
    /// Someone was invited.
    MemberInvited = 1500, "member.invited";
    /// A member was confirmed.
    MemberConfirmed = 1501, "member.confirmed";
    /// A member was changed.
    MemberUpdated = 1502, "member.updated";
    /// A member was removed by someone else.
    MemberRemoved = 1503, "member.removed";
    /// A member was revoked.
    MemberRevoked = 1511, "member.revoked";
    /// A revoked member came back.
    MemberRestored = 1512, "member.restored";
    /// A member left.
    MemberLeft = 1516, "member.left";
    /// The organization was changed.
    OrganizationUpdated = 1600, "organization.updated";
    /// A self-hosted server synced the organization's sponsorships.
    SponsorshipsSynced = 1608, "organization.sponsorships_synced";
    /// A policy was changed.
    PolicyUpdated = 1700, "policy.updated";
    /// A Families organization was offered.
    SponsorshipOffered = 9000, "sponsorship.offered";
    /// An offer was mailed again.
    SponsorshipResent = 9001, "sponsorship.resent";
    /// An offer was redeemed.
    SponsorshipRedeemed = 9002, "sponsorship.redeemed";
    /// A sponsorship was taken back.
    SponsorshipRevoked = 9003, "sponsorship.revoked";
    /// A sponsorship ended.
    SponsorshipEnded = 9004, "sponsorship.ended";
    /// The taking back of a sponsorship was undone.
    SponsorshipReinstated = 9005, "sponsorship.reinstated";
    /// A key for programs was made.
    ApiKeyCreated = 9010, "api_key.created";
    /// A key for programs was replaced.
    ApiKeyRotated = 9011, "api_key.rotated";
    /// The key information was looked at.
    ApiKeyViewed = 9012, "api_key.viewed";
    /// A licence was downloaded.
    LicenseDownloaded = 9020, "license.downloaded";
    /// A licence was applied.
    LicenseApplied = 9021, "license.applied";
    /// The organization became read-only because its licence ran out.
    LicenseExpired = 9022, "license.expired";
    /// A connection was set up.
    ConnectionCreated = 9030, "connection.created";
    /// A connection was changed.
    ConnectionUpdated = 9031, "connection.updated";
    /// A connection was removed.
    ConnectionRemoved = 9032, "connection.removed";
    /// An installation was linked to the organization.
    InstallationLinked = 9040, "installation.linked";
    /// A sync did not succeed.
    SponsorshipSyncFailed = 9050, "organization.sponsorship_sync_failed";
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::EventKind;

    #[test]
    fn every_kind_has_a_number_and_a_name_of_its_own() {
        let numbers: HashSet<_> = EventKind::ALL.iter().map(|kind| kind.number()).collect();
        let names: HashSet<_> = EventKind::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!((numbers.len(), names.len()), (EventKind::ALL.len(), EventKind::ALL.len()));
    }
}
