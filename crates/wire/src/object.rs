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
    /// A line of the event log.
    EventObject = "event";
}
