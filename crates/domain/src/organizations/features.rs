//! What an organization's plan or licence lets it use, and how it handles collections.

use crate::flags::flags;

flags! {
    /// What an organization may use. Comes from its plan on the cloud, from its licence elsewhere.
    Features of
    /// One thing an organization may use, under the protocol's name for it.
    Feature {
        /// Enterprise policies.
        Policies = 0, "usePolicies";
        /// Single sign-on.
        Sso = 1, "useSso";
        /// Keys kept by a service of the customer's.
        KeyConnector = 2, "useKeyConnector";
        /// Provisioning by SCIM.
        Scim = 3, "useScim";
        /// Groups of members.
        Groups = 4, "useGroups";
        /// Directory synchronization.
        Directory = 5, "useDirectory";
        /// The event log.
        Events = 6, "useEvents";
        /// Authenticator codes in items.
        Totp = 7, "useTotp";
        /// Two-step login set by the organization.
        TwoFactor = 8, "use2fa";
        /// The public API.
        Api = 9, "useApi";
        /// Account recovery by administrators.
        ResetPassword = 10, "useResetPassword";
        /// Secrets Manager.
        SecretsManager = 11, "useSecretsManager";
        /// Password Manager.
        PasswordManager = 12, "usePasswordManager";
        /// Running a server of one's own.
        SelfHost = 13, "selfHost";
        /// Premium features for every member.
        MembersGetPremium = 14, "usersGetPremium";
        /// Custom roles.
        CustomPermissions = 15, "useCustomPermissions";
        /// Access intelligence.
        RiskInsights = 16, "useRiskInsights";
        /// Claimed domains.
        OrganizationDomains = 17, "useOrganizationDomains";
        /// Sponsorships given by administrators.
        AdminSponsoredFamilies = 18, "useAdminSponsoredFamilies";
        /// Confirmation of members without an administrator at hand.
        AutomaticUserConfirmation = 19, "useAutomaticUserConfirmation";
        /// No advertisements for Secrets Manager.
        NoSecretsManagerAds = 20, "useDisableSmAdsForUsers";
        /// The phishing blocker.
        PhishingBlocker = 21, "usePhishingBlocker";
        /// A collection of one's own for every member.
        MyItems = 22, "useMyItems";
        /// Invitation links.
        InviteLinks = 23, "useInviteLinks";
        /// Privileged access.
        Pam = 24, "usePam";
    }
}

flags! {
    /// How an organization handles its collections.
    CollectionRules of
    /// One such rule, under the protocol's name for it.
    CollectionRule {
        /// Only owners, admins and those with the permission create collections.
        LimitCreation = 0, "limitCollectionCreation";
        /// Only owners, admins and those with the permission delete collections.
        LimitDeletion = 1, "limitCollectionDeletion";
        /// Only those who manage a collection delete its items.
        LimitItemDeletion = 2, "limitItemDeletion";
        /// Owners and admins manage every collection.
        AdminAccess = 3, "allowAdminAccessToAllCollectionItems";
    }
}

#[cfg(test)]
mod tests {
    use super::{Feature, Features};

    #[test]
    fn a_set_survives_the_database() {
        let set = Features::of(&[Feature::Policies, Feature::Pam]);
        assert_eq!(Features::from_bits(set.bits()), set);
        assert!(set.has(Feature::Pam) && !set.has(Feature::Sso));
        assert_eq!(set.with(Feature::Pam, false).iter().collect::<Vec<_>>(), [Feature::Policies]);
    }

    #[test]
    fn bits_of_later_versions_are_ignored() {
        assert_eq!(Features::from_bits(i64::MIN | 1), Features::of(&[Feature::Policies]));
    }
}
