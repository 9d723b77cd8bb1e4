//! Everything a person's clients keep, in one answer.

use domain::{accounts::User, id::Id};
use store::vault::{OwnCollection, OwnPolicy, ciphers::HeldCipher, folders::FolderRow};

use crate::{
    App,
    accounts::profile::{Profile, ProfileError, profile_in},
};

/// Everything a person's clients keep.
#[derive(Debug)]
pub struct Synced {
    /// The account and its organizations.
    pub profile: Profile,
    /// The person's folders.
    pub folders: Vec<FolderRow>,
    /// The items the person holds.
    pub ciphers: Vec<HeldCipher>,
    /// The policies that bind the person.
    pub policies: Vec<OwnPolicy>,
    /// The collections the person was given.
    pub collections: Vec<OwnCollection>,
}

impl App {
    /// Everything the person's clients keep, as of one moment.
    ///
    /// # Errors
    ///
    /// When there is no such account any more.
    pub async fn sync(&self, user: Id<User>) -> Result<Synced, ProfileError> {
        let mut tx = self.db.read().await?;
        Ok(Synced {
            profile: profile_in(&mut tx, user, self.now()).await?,
            folders: tx.folders(user).await?,
            ciphers: tx.held_ciphers(user).await?,
            policies: tx.own_policies(user).await?,
            collections: tx.own_collections(user).await?,
        })
    }
}
