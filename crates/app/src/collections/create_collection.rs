//! Someone makes a collection.

use domain::{
    authz::{Permit, UseCollections},
    events::EventKind,
    id::Id,
    organizations::Collection,
};
use store::outbox::Event;

use super::{
    CollectionDetails, Gifts,
    collection_error::CollectionError,
    grants::{Keeping, rows},
};
use crate::App;

impl App {
    /// Makes a collection with an encrypted name, and gives it to members and groups.
    ///
    /// # Errors
    ///
    /// See [`CollectionError`].
    pub async fn create_collection(
        &self,
        permit: Permit<UseCollections>,
        name: String,
        external_id: Option<String>,
        gifts: Gifts,
    ) -> Result<CollectionDetails, CollectionError> {
        let now = self.now();
        let organization = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(organization, now).await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        if !keeping.keeper.creates() {
            return Err(CollectionError::NotCreated);
        }
        if let Some(most) = keeping.organization.entitlements.max_collections
            && tx.count_collections(organization).await? >= most
        {
            return Err(CollectionError::TooMany(most));
        }
        gifts.check(&mut tx, organization).await?;
        let (members, groups) =
            (gifts.members.unwrap_or_default(), gifts.groups.unwrap_or_default());
        let managed = members.iter().chain(&groups).any(|gift| gift.grant.manage);
        if !managed && !keeping.admins_reach_all() {
            return Err(CollectionError::Unmanaged);
        }

        let id: Id<Collection> = self.id();
        tx.add_collection(organization, id, &name, external_id.as_deref(), now).await?;
        tx.give_to_members(&rows(id, &members)).await?;
        tx.give_to_groups(&rows(id, &groups)).await?;
        let event = Event::by(EventKind::CollectionCreated, &permit).about(id.uuid());
        tx.record(event, now).await?;
        let collection = keeping.fresh(&mut tx, id).await?;
        let (members, groups) = tx.given(organization, &[id]).await?;
        tx.commit().await?;
        Ok(CollectionDetails { collection, members, groups })
    }
}
