//! Organizations, the people in them, and what they are connected to.

pub mod accept_invitation;
pub mod api_keys;
pub mod confirm_members;
pub mod connections;
pub mod create_organization;
pub mod delete_organization;
pub mod edit_member;
pub mod enrol_in_recovery;
pub mod invite_members;
pub mod leave_organization;
mod letters;
pub mod list_members;
pub mod member_error;
pub mod operate_organization;
pub mod read_organization;
pub mod remove_members;
pub mod restore_members;
pub mod revoke_members;
pub mod set_seats;
pub mod update_organization;

pub use letters::Invitee;
pub use member_error::{MemberError, Outcome};
pub use store::{
    memberships::people::{GrantRow, MemberRow},
    organizations::OrganizationRecord,
};
