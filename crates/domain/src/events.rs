//! What the event log says happened. The protocol's numbers are the names; ours begin at 9000.

mod reading;

pub use reading::{BadRange, NoPlace, Place, Span, moment};

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

            /// The kind of that number.
            pub fn numbered(number: i64) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.number() == number)
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
    /// Someone set up a method of two-step login.
    UserUpdatedTwoStep = 1002, "user.updated_two_step";
    /// Someone switched a method of two-step login off.
    UserDisabledTwoStep = 1003, "user.disabled_two_step";
    /// Someone switched two-step login off with the recovery code.
    UserRecoveredTwoStep = 1004, "user.recovered_two_step";
    /// A sign-in failed for its password.
    UserFailedLogIn = 1005, "user.failed_log_in";
    /// A sign-in failed for its second step.
    UserFailedTwoStep = 1006, "user.failed_two_step";
    /// Someone exported their own vault.
    UserExportedVault = 1007, "user.exported_vault";
    /// An item was made.
    CipherCreated = 1100, "cipher.created";
    /// An item was changed.
    CipherUpdated = 1101, "cipher.updated";
    /// An item was deleted for good.
    CipherDeleted = 1102, "cipher.deleted";
    /// An item was handed to an organization.
    CipherShared = 1105, "cipher.shared";
    /// An item was put into other collections.
    CipherCollectionsUpdated = 1106, "cipher.collections_updated";
    /// An item was looked at.
    CipherViewed = 1107, "cipher.viewed";
    /// A password was shown.
    CipherPasswordShown = 1108, "cipher.password_shown";
    /// A hidden field was shown.
    CipherHiddenFieldShown = 1109, "cipher.hidden_field_shown";
    /// A card's code was shown.
    CipherCardCodeShown = 1110, "cipher.card_code_shown";
    /// A password was copied.
    CipherPasswordCopied = 1111, "cipher.password_copied";
    /// A hidden field was copied.
    CipherHiddenFieldCopied = 1112, "cipher.hidden_field_copied";
    /// A card's code was copied.
    CipherCardCodeCopied = 1113, "cipher.card_code_copied";
    /// An item was filled in.
    CipherAutofilled = 1114, "cipher.autofilled";
    /// An item was put into the trash.
    CipherTrashed = 1115, "cipher.trashed";
    /// An item was taken out of the trash.
    CipherRestored = 1116, "cipher.restored";
    /// A card's number was shown.
    CipherCardNumberShown = 1117, "cipher.card_number_shown";
    /// The secret of an authenticator was shown.
    CipherTotpSeedShown = 1118, "cipher.totp_seed_shown";
    /// A bank account's number was copied.
    CipherBankNumberCopied = 1119, "cipher.bank_number_copied";
    /// A bank account's PIN was copied.
    CipherBankPinCopied = 1120, "cipher.bank_pin_copied";
    /// A bank account's number was shown.
    CipherBankNumberShown = 1121, "cipher.bank_number_shown";
    /// A bank account's PIN was shown.
    CipherBankPinShown = 1122, "cipher.bank_pin_shown";
    /// A driving licence's number was copied.
    CipherDrivingLicenceCopied = 1123, "cipher.driving_licence_copied";
    /// A driving licence's number was shown.
    CipherDrivingLicenceShown = 1124, "cipher.driving_licence_shown";
    /// A passport's number was copied.
    CipherPassportCopied = 1125, "cipher.passport_copied";
    /// A passport's number was shown.
    CipherPassportShown = 1126, "cipher.passport_shown";
    /// A SWIFT code was copied.
    CipherSwiftCopied = 1127, "cipher.swift_copied";
    /// A SWIFT code was shown.
    CipherSwiftShown = 1128, "cipher.swift_shown";
    /// An IBAN was copied.
    CipherIbanCopied = 1129, "cipher.iban_copied";
    /// An IBAN was shown.
    CipherIbanShown = 1130, "cipher.iban_shown";
    /// A national id was copied.
    CipherNationalIdCopied = 1131, "cipher.national_id_copied";
    /// A national id was shown.
    CipherNationalIdShown = 1132, "cipher.national_id_shown";
    /// A collection was made.
    CollectionCreated = 1300, "collection.created";
    /// A collection was changed.
    CollectionUpdated = 1301, "collection.updated";
    /// A collection was deleted.
    CollectionDeleted = 1302, "collection.deleted";
    /// A group was made.
    GroupCreated = 1400, "group.created";
    /// A group was changed.
    GroupUpdated = 1401, "group.updated";
    /// A group was deleted.
    GroupDeleted = 1402, "group.deleted";
    /// Someone was invited.
    MemberInvited = 1500, "member.invited";
    /// A member was confirmed.
    MemberConfirmed = 1501, "member.confirmed";
    /// A member was changed.
    MemberUpdated = 1502, "member.updated";
    /// A member was removed by someone else.
    MemberRemoved = 1503, "member.removed";
    /// A member came into groups, or out of them.
    MemberGroupsUpdated = 1504, "member.groups_updated";
    /// A member was revoked.
    MemberRevoked = 1511, "member.revoked";
    /// A revoked member came back.
    MemberRestored = 1512, "member.restored";
    /// A member was revoked because two-step login is required.
    MemberRevokedForTwoStep = 1520, "member.revoked_for_two_step";
    /// A member was revoked because no other organization is allowed.
    MemberRevokedForOthers = 1521, "member.revoked_for_others";
    /// A member let administrators recover their account.
    RecoveryEnrolled = 1506, "member.recovery_enrolled";
    /// A member no longer lets administrators recover their account.
    RecoveryWithdrawn = 1507, "member.recovery_withdrawn";
    /// A member left.
    MemberLeft = 1516, "member.left";
    /// Someone followed the link of a banner.
    BannerFollowed = 1522, "member.banner_followed";
    /// The organization was changed.
    OrganizationUpdated = 1600, "organization.updated";
    /// Every item of the organization was deleted.
    OrganizationVaultPurged = 1601, "organization.vault_purged";
    /// A self-hosted server synced the organization's sponsorships.
    SponsorshipsSynced = 1608, "organization.sponsorships_synced";
    /// The organization's vault was exported.
    OrganizationVaultExported = 1602, "organization.vault_exported";
    /// Creating collections is for administrators from now on.
    CollectionCreationLimited = 1610, "organization.collection_creation_limited";
    /// Every member creates collections again.
    CollectionCreationOpened = 1611, "organization.collection_creation_opened";
    /// Deleting collections is for administrators from now on.
    CollectionDeletionLimited = 1612, "organization.collection_deletion_limited";
    /// Those who manage a collection delete it again.
    CollectionDeletionOpened = 1613, "organization.collection_deletion_opened";
    /// Deleting items is for those who manage their collection from now on.
    ItemDeletionLimited = 1614, "organization.item_deletion_limited";
    /// Those who edit items delete them again.
    ItemDeletionOpened = 1615, "organization.item_deletion_opened";
    /// Administrators manage every collection from now on.
    AdminAccessOpened = 1616, "organization.admin_access_opened";
    /// Administrators see the collections they are in alone.
    AdminAccessClosed = 1617, "organization.admin_access_closed";
    /// A member let the organization have their items.
    ItemsHandedOver = 1618, "organization.items_handed_over";
    /// A member did not let the organization have their items.
    ItemsKept = 1619, "organization.items_kept";
    /// Members are confirmed without an administrator at hand.
    AutomaticConfirmationOn = 1620, "organization.automatic_confirmation_on";
    /// Members wait for an administrator again.
    AutomaticConfirmationOff = 1621, "organization.automatic_confirmation_off";
    /// The link of an invitation was copied.
    InviteLinkCopied = 1627, "organization.invite_link_copied";
    /// A policy was changed.
    PolicyUpdated = 1700, "policy.updated";
    /// A page that looks like phishing was opened.
    PhishingMet = 2400, "phishing.met";
    /// A page that looks like phishing was left.
    PhishingLeft = 2401, "phishing.left";
    /// The warning about a page was ignored.
    PhishingIgnored = 2402, "phishing.ignored";
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
    /// The organization was stopped because another works under the same licence.
    LicenseCopied = 9023, "license.copied";
    /// A connection was set up.
    ConnectionCreated = 9030, "connection.created";
    /// A connection was changed.
    ConnectionUpdated = 9031, "connection.updated";
    /// A connection was removed.
    ConnectionRemoved = 9032, "connection.removed";
    /// An installation was linked to the organization.
    InstallationLinked = 9040, "installation.linked";
    /// An installation was removed from the organization.
    InstallationUnlinked = 9041, "installation.unlinked";
    /// A sync did not succeed.
    SponsorshipSyncFailed = 9050, "organization.sponsorship_sync_failed";
}

impl EventKind {
    /// Whether clients report it: the server alone cannot see it happen.
    pub const fn is_reported(self) -> bool {
        matches!(
            self.number(),
            1007 | 1107..=1114 | 1117..=1132 | 1522 | 1602 | 1618..=1621 | 1627 | 2400..=2402
        )
    }
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
