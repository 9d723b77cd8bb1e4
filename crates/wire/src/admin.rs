//! The System Administrator Portal. Its shapes are ours: no client of the protocol knows it.

pub mod audit;
pub mod events;
pub mod health;
pub mod installations;
pub mod licenses;
pub mod operators;
pub mod organizations;
pub mod overview;
pub mod queue;
pub mod users;

/// Declares the shapes that are sent.
macro_rules! sent {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, ToSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }
    )+};
}
use sent;
