//! Someone gives several collections to the same members and groups.

use domain::{
    authz::{Permit, UseCollections},
    events::EventKind,
    id::Id,
    organizations::Collection,
};
use store::outbox::Event;

use super::{
    Gifts,
    collection_error::CollectionError,
    grants::{Keeping, rows},
};
use crate::App;

impl App {
    /// Gives collections to members and groups besides those who have them; what one of these has is
    /// replaced.
    ///
    /// # Errors
    ///
    /// When one is unknown, or may not be given away; then none is.
    pub async fn give_collections(
        &self,
        permit: Permit<UseCollections>,
        ids: &[Id<Collection>],
        gifts: Gifts,
    ) -> Result<(), CollectionError> {
        let now = self.now();
        let organization = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(organization, now).await?;
        let keeping = Keeping::of(&mut tx, &permit).await?;
        let (members, groups) =
            (gifts.members.clone().unwrap_or_default(), gifts.groups.clone().unwrap_or_default());
        for target in keeping.all(&mut tx, ids).await? {
            let (keeper, target) = (keeping.keeper, target.target());
            let may = (members.is_empty() || keeper.gives_to_members(target))
                && (groups.is_empty() || keeper.gives_to_groups(target));
            if !may {
                return Err(CollectionError::NotYours);
            }
        }
        gifts.check(&mut tx, organization).await?;

        let of_all = |gifts: &[_]| ids.iter().flat_map(|id| rows(*id, gifts)).collect::<Vec<_>>();
        tx.give_to_members(&of_all(&members)).await?;
        tx.give_to_groups(&of_all(&groups)).await?;
        if !keeping.admins_reach_all()
            && keeping.all(&mut tx, ids).await?.iter().any(|it| it.orphaned)
        {
            return Err(CollectionError::Unmanaged);
        }
        let event =
            |id: &Id<Collection>| Event::by(EventKind::CollectionUpdated, &permit).about(id.uuid());
        tx.record_all(&ids.iter().map(event).collect::<Vec<_>>(), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
