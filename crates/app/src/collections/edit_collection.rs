//! Someone renames a collection, or gives it to others.

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
    /// Gives a collection another name, and gives it to other members and groups. Whom the person
    /// may not give it to keeps what they have.
    ///
    /// # Errors
    ///
    /// See [`CollectionError`].
    pub async fn edit_collection(
        &self,
        permit: Permit<UseCollections>,
        id: Id<Collection>,
        name: String,
        external_id: Option<String>,
        gifts: Gifts,
    ) -> Result<CollectionDetails, CollectionError> {
        let now = self.now();
        let organization = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(organization, now).await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let target = keeping.collection(&mut tx, id).await?.target();
        let keeper = keeping.keeper;
        let (to_members, to_groups) =
            (keeper.gives_to_members(target), keeper.gives_to_groups(target));
        if !keeper.updates(target) && !to_members && !to_groups {
            return Err(CollectionError::NotYours);
        }
        gifts.check(&mut tx, organization).await?;

        if keeper.updates(target) {
            tx.save_collection(organization, id, &name, external_id.as_deref(), now).await?;
        }
        if let Some(members) = gifts.members.filter(|_| to_members) {
            tx.take_from_members(id).await?;
            tx.give_to_members(&rows(id, &members)).await?;
        }
        if let Some(groups) = gifts.groups.filter(|_| to_groups) {
            tx.take_from_groups(id).await?;
            tx.give_to_groups(&rows(id, &groups)).await?;
        }
        let collection = keeping.fresh(&mut tx, id).await?;
        if collection.orphaned && !keeping.admins_reach_all() {
            return Err(CollectionError::Unmanaged);
        }
        let event = Event::by(EventKind::CollectionUpdated, &permit).about(id.uuid());
        tx.record(event, now).await?;
        let (members, groups) = tx.given(organization, &[id]).await?;
        tx.commit().await?;
        Ok(CollectionDetails { collection, members, groups })
    }
}
