//! The collections a person sees, and who was given them.

use domain::{
    accounts::User,
    authz::{Permit, UseCollections},
    id::Id,
    organizations::Collection,
};
use store::{
    collections::{CollectionRow, Given},
    vault::OwnCollection,
};

use super::{collection_error::CollectionError, grants::Keeping};
use crate::App;

/// A collection, with who was given it.
#[derive(Debug, Clone)]
pub struct CollectionDetails {
    /// The collection, as the one who asks has it.
    pub collection: CollectionRow,
    /// What members were given in it.
    pub members: Vec<Given>,
    /// What groups were given in it.
    pub groups: Vec<Given>,
}

/// Each collection with what was given in it, of which both lists are in the order of collections.
pub(super) fn detailed(
    collections: Vec<CollectionRow>,
    (members, groups): (Vec<Given>, Vec<Given>),
) -> Vec<CollectionDetails> {
    let of = |given: &[Given], collection: &CollectionRow| -> Vec<Given> {
        let first = given.partition_point(|it| it.collection_id < collection.id);
        let own = given.iter().skip(first).take_while(|it| it.collection_id == collection.id);
        own.copied().collect()
    };
    collections
        .into_iter()
        .map(|collection| CollectionDetails {
            members: of(&members, &collection),
            groups: of(&groups, &collection),
            collection,
        })
        .collect()
}

impl App {
    /// The collections `user` was given, in whichever organization.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn own_collections(
        &self,
        user: Id<User>,
    ) -> Result<Vec<OwnCollection>, CollectionError> {
        Ok(self.db.read().await?.own_collections(user).await?)
    }

    /// The collections of an organization that the person sees: all of them, or those they were
    /// given.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_collections(
        &self,
        permit: Permit<UseCollections>,
    ) -> Result<Vec<CollectionRow>, CollectionError> {
        let mut tx = self.db.read().await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let mut all = tx.collections(permit.organization(), keeping.user).await?;
        all.retain(|row| keeping.keeper.sees(row.target()));
        Ok(all)
    }

    /// The same, and those whose access the person sees, with who was given them where they may know.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_collection_details(
        &self,
        permit: Permit<UseCollections>,
    ) -> Result<Vec<CollectionDetails>, CollectionError> {
        let mut tx = self.db.read().await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let keeper = keeping.keeper;
        let mut all = tx.collections(permit.organization(), keeping.user).await?;
        all.retain(|row| keeper.sees(row.target()) || keeper.sees_access(row.target()));
        let open: Vec<Id<Collection>> = all
            .iter()
            .filter(|row| keeper.sees_access(row.target()))
            .map(|row| Id::new(row.id))
            .collect();
        let given = tx.given(permit.organization(), &open).await?;
        Ok(detailed(all, given))
    }

    /// One collection.
    ///
    /// # Errors
    ///
    /// When the person does not see it.
    pub async fn view_collection(
        &self,
        permit: Permit<UseCollections>,
        id: Id<Collection>,
    ) -> Result<CollectionRow, CollectionError> {
        let mut tx = self.db.read().await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        keeping.collection(&mut tx, id).await
    }

    /// One collection, with who was given it.
    ///
    /// # Errors
    ///
    /// When the person does not see it, or may not know that.
    pub async fn view_collection_details(
        &self,
        permit: Permit<UseCollections>,
        id: Id<Collection>,
    ) -> Result<CollectionDetails, CollectionError> {
        let mut tx = self.db.read().await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let collection = keeping.collection(&mut tx, id).await?;
        if !keeping.keeper.sees_access(collection.target()) {
            return Err(CollectionError::NotYours);
        }
        let (members, groups) = tx.given(permit.organization(), &[id]).await?;
        Ok(CollectionDetails { collection, members, groups })
    }
}
