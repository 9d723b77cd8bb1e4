//! Every `object` discriminator of the contract.

/// Declares the discriminators; each is a type with one value, so an answer cannot carry another's.
macro_rules! objects {
    ($($(#[$doc:meta])* $name:ident = $tag:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, serde::Serialize, utoipa::ToSchema)]
        pub enum $name {
            /// The only value.
            #[default]
            #[serde(rename = $tag)]
            Tag,
        }
    )+};
}

objects! {
    /// An API key.
    ApiKeyObject = "apiKey";
    /// An item, as its organization has it.
    CipherMiniDetailsObject = "cipherMiniDetails";
    /// An item that may be out of sight.
    OptionalCipherObject = "optionalCipherDetails";
    /// A collection.
    CollectionObject = "collection";
    /// A group.
    GroupObject = "group";
    /// A group, with what it was given.
    GroupDetailsObject = "groupDetails";
    /// A collection, with who was given it.
    CollectionAccessDetailsObject = "collectionAccessDetails";
    /// An item, as one person has it.
    CipherDetailsObject = "cipherDetails";
    /// A collection, as one person has it.
    CollectionDetailsObject = "collectionDetails";
    /// What the server says of itself.
    ConfigObject = "config";
    /// A device.
    DeviceObject = "device";
    /// Domains that belong together.
    DomainsObject = "domains";
    /// A folder.
    FolderObject = "folder";
    /// Any failure.
    ErrorObject = "error";
    /// A line of the event log.
    EventObject = "event";
    /// The keys of an account, by themselves.
    KeysObject = "keys";
    /// A list.
    ListObject = "list";
    /// What passwords must be like.
    MasterPasswordPolicyObject = "masterPasswordPolicy";
    /// A policy.
    PolicyObject = "policy";
    /// The key pairs of an account.
    PrivateKeysObject = "privateKeys";
    /// A person's account.
    ProfileObject = "profile";
    /// An organization of a person's.
    ProfileOrganizationObject = "profileOrganization";
    /// The pair others wrap with.
    PublicKeyPairObject = "publicKeyEncryptionKeyPair";
    /// The end of a sign-up.
    RegisterObject = "registerFinish";
    /// Everything a person's clients keep.
    SyncObject = "sync";
    /// How a vault is unlocked.
    UserDecryptionOptionsObject = "userDecryptionOptions";
    /// A self-hosted server, as the cloud knows it.
    InstallationObject = "installation";
    /// Another key of an installation.
    InstallationKeyObject = "installationKey";
    /// A server that serves an organization.
    ConnectedServerObject = "connectedServer";
    /// An organization.
    OrganizationObject = "organization";
    /// A sponsorship.
    SponsorshipObject = "organizationSponsorship";
    /// A method of two-step login.
    TwoStepProviderObject = "twoFactorProvider";
    /// An authenticator app.
    AuthenticatorObject = "twoFactorAuthenticator";
    /// Two-step login by mail.
    TwoStepEmailObject = "twoFactorEmail";
    /// The recovery code of two-step login.
    TwoStepRecoverObject = "twoFactorRecover";
    /// How the seats of an organization are used.
    SeatForecastObject = "seatForecast";
    /// What became of an invitation of many.
    SponsorshipInvitationObject = "sponsorshipInvitation";
    /// How an organization's syncs go.
    SyncStatusObject = "syncStatus";
    /// Everything there is to see of syncs.
    SyncPanelObject = "syncPanel";
    /// One sync.
    SyncRunObject = "syncRun";
    /// The answer to a sync of the second kind.
    SponsorshipSyncObject = "sponsorshipSync";
    /// A plan.
    PlanObject = "plan";
    /// Whether an organization recovers accounts.
    AutoEnrollStatusObject = "organizationAutoEnrollStatus";
    /// The public key of an organization.
    OrganizationPublicKeyObject = "organizationPublicKey";
    /// The keys of an organization.
    OrganizationKeysObject = "organizationKeys";
    /// A member, in a list.
    MemberRowObject = "organizationUserUserDetails";
    /// A member.
    MemberDetailsObject = "organizationUserDetails";
    /// A member, for other members.
    MemberMiniObject = "organizationUserUserMiniDetails";
    /// What came of one of several.
    BulkObject = "OrganizationBulkConfirmResponseModel";
    /// The public key of a member.
    MemberPublicKeyObject = "organizationUserPublicKeyResponseModel";
    /// The public key of a person.
    UserKeyObject = "userKey";
    /// What is known of a key for programs.
    KeyInformationObject = "keyInformation";
    /// What a person has of premium features.
    PremiumObject = "subscription";
    /// What an organization pays for.
    SubscriptionObject = "organizationSubscription";
    /// Someone who would hear of a policy.
    AffectedObject = "affectedOrganization";
}
