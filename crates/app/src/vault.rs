//! What a person's clients keep.

mod administer_ciphers;
mod assign_ciphers;
mod cipher_error;
mod create_cipher;
mod edit_cipher;
mod empty_trash;
pub mod folders;
mod place_ciphers;
mod read_ciphers;
mod share_ciphers;
pub mod sync;
mod trash_ciphers;
mod written_cipher;

pub use cipher_error::CipherError;
pub use edit_cipher::KeepSecrets;
pub use read_ciphers::Side;
pub use store::vault::{
    OwnCollection, OwnOrganization, OwnPolicy,
    ciphers::{Content, HeldCipher},
    folders::FolderRow,
};
pub use written_cipher::WrittenCipher;
