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
    /// Any failure.
    ErrorObject = "error";
    /// A list.
    ListObject = "list";
    /// A collection, as one person has it.
    /// A device.
    /// A line of the event log.
    /// A person's account.
    /// A policy.
    /// An API key.
    /// An organization of a person's.
    /// Domains that belong together.
    /// Everything a person's clients keep.
    /// How a vault is unlocked.
    /// The end of a sign-up.
    /// The key pairs of an account.
    /// The keys of an account, by themselves.
    /// The pair others wrap with.
    /// What passwords must be like.
    /// What the server says of itself.
    ApiKeyObject = "apiKey";
    CollectionDetailsObject = "collectionDetails";
    ConfigObject = "config";
    DeviceObject = "device";
    DomainsObject = "domains";
    EventObject = "event";
    KeysObject = "keys";
    MasterPasswordPolicyObject = "masterPasswordPolicy";
    PolicyObject = "policy";
    PrivateKeysObject = "privateKeys";
    ProfileObject = "profile";
    ProfileOrganizationObject = "profileOrganization";
    PublicKeyPairObject = "publicKeyEncryptionKeyPair";
    RegisterObject = "registerFinish";
    SyncObject = "sync";
    UserDecryptionOptionsObject = "userDecryptionOptions";
    /// A self-hosted server, as the cloud knows it.
    InstallationObject = "installation";
    /// Another key of an installation.
    InstallationKeyObject = "installationKey";
    /// A server that serves an organization.
    ConnectedServerObject = "connectedServer";
    /// An organization.
    OrganizationObject = "organization";
}
