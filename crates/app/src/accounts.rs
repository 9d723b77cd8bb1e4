//! Accounts: sign-up, profile, keys, password.

pub mod api_key;
pub mod change_derivation;
pub mod change_email;
pub mod change_password;
pub mod check_registration_link;
pub mod delete_account;
pub mod delete_by_mail;
pub mod profile;
pub mod register;
pub mod request_email_verification;
pub mod reset_sessions;
pub mod rotate_keys;
pub mod send_password_hint;
pub mod set_keys;
pub mod start_registration;
pub mod update_profile;
pub mod verify_email;

pub use store::accounts::{Account, RotatedCipher, RotatedTrust};
