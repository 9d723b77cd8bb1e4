//! Someone deletes collections; the items in them stay with the organization.

use domain::{
    authz::{Permit, UseCollections},
    events::EventKind,
    id::Id,
    organizations::Collection,
};
use store::outbox::Event;

use super::{collection_error::CollectionError, grants::Keeping};
use crate::App;

impl App {
    /// Deletes collections, all or none of them. What is in them stays, in no collection if it was in
    /// no other.
    ///
    /// # Errors
    ///
    /// When one is unknown, or may not be deleted.
    pub async fn delete_collections(
        &self,
        permit: Permit<UseCollections>,
        ids: &[Id<Collection>],
    ) -> Result<(), CollectionError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        tx.hold_organization(permit.organization(), now).await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let all = keeping.all(&mut tx, ids).await?;
        if !all.iter().all(|it| keeping.keeper.deletes(it.target())) {
            return Err(CollectionError::NotYours);
        }
        tx.delete_collections(permit.organization(), ids).await?;
        let event =
            |id: &Id<Collection>| Event::by(EventKind::CollectionDeleted, &permit).about(id.uuid());
        tx.record_all(&ids.iter().map(event).collect::<Vec<_>>(), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
