//! Items of an organization are put into other collections of it.

use std::collections::BTreeSet;

use domain::{
    accounts::User,
    authz::collections::{Grant, Keeper, finds_lost_items, manages_all},
    events::EventKind,
    id::Id,
    organizations::{Collection, Organization},
    vault::Cipher,
};
use store::{Tx, vault::ciphers::HeldCipher};

use super::{Side, cipher_error::CipherError};
use crate::App;

/// What a person may do with the collections of an organization.
struct Reach {
    /// Those they may put items into and take them out of.
    moves: BTreeSet<Id<Collection>>,
    /// Those they see.
    sees: BTreeSet<Id<Collection>>,
    /// Whether they may leave an item in no collection.
    finds_lost: bool,
}

impl App {
    /// Puts an item into exactly those of its organization's collections that are named, as far as
    /// `user` may: it stays in those they may not change. None when it is out of their sight then.
    ///
    /// # Errors
    ///
    /// See [`CipherError`].
    pub async fn assign_cipher(
        &self,
        user: Id<User>,
        side: Side,
        id: Id<Cipher>,
        collections: &[Id<Collection>],
    ) -> Result<Option<HeldCipher>, CipherError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let item = self.one(&mut tx, user, side, id).await?;
        let organization = item.organization_id.map(Id::new).ok_or(CipherError::OtherOwner)?;
        if !item.hold().moves() {
            return Err(CipherError::LookedAtOnly);
        }
        let items = [item];
        self.check_unlocked(&mut tx, &items, now).await?;
        let reach = self.reach(&mut tx, user, side, organization).await?;
        let before: BTreeSet<_> = tx.collections_of(id).await?.into_iter().collect();
        let wanted: BTreeSet<_> = collections.iter().copied().collect();
        // What it is in already may be named by those who only look at it there.
        let known = |it: &&Id<Collection>| {
            reach.moves.contains(it) || (before.contains(it) && reach.sees.contains(it))
        };
        if wanted.iter().filter(known).count() != wanted.len() {
            return Err(CipherError::NoSuchCollection);
        }
        let added: Vec<_> = wanted.difference(&before).copied().collect();
        let taken: Vec<_> =
            before.difference(&wanted).filter(|it| reach.moves.contains(it)).copied().collect();
        if before.len() + added.len() == taken.len() && !reach.finds_lost {
            return Err(CipherError::NoCollection);
        }

        tx.put_into_collections(&[id], &added).await?;
        tx.take_out_of_collections(&[id], &taken).await?;
        tx.revise_ciphers(&[id], now).await?;
        self.tell_of(&mut tx, user, &items, EventKind::CipherCollectionsUpdated, now).await?;
        let left = self.seen(&mut tx, user, side, &[id]).await?;
        tx.commit().await?;
        Ok(left.into_iter().next())
    }

    /// Puts several items of one organization into collections of it besides those they are in, or
    /// takes them out.
    ///
    /// # Errors
    ///
    /// When one of the items or collections is out of `user`'s reach; then nothing changes.
    pub async fn assign_ciphers(
        &self,
        user: Id<User>,
        organization: Id<Organization>,
        ids: &[Id<Cipher>],
        collections: &[Id<Collection>],
        out: bool,
    ) -> Result<(), CipherError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        if ids.is_empty() || collections.is_empty() {
            return Err(CipherError::Nothing);
        }
        let items = tx.administered_among(user, ids).await?;
        let of_it = |item: &HeldCipher| {
            item.organization_id == Some(organization.uuid()) && item.hold().moves()
        };
        if items.len() != ids.len() || !items.iter().all(of_it) {
            return Err(CipherError::NoSuchCipher);
        }
        let reach = self.reach(&mut tx, user, Side::Administrator, organization).await?;
        if !collections.iter().all(|it| reach.moves.contains(it)) {
            return Err(CipherError::NoSuchCollection);
        }
        self.check_unlocked(&mut tx, &items, now).await?;

        if out {
            let gone = |item: &HeldCipher| {
                item.collections.iter().all(|it| collections.contains(&Id::new(*it)))
            };
            if !reach.finds_lost && items.iter().any(gone) {
                return Err(CipherError::NoCollection);
            }
            tx.take_out_of_collections(ids, collections).await?;
        } else {
            tx.put_into_collections(ids, collections).await?;
        }
        tx.revise_ciphers(ids, now).await?;
        self.tell_of(&mut tx, user, &items, EventKind::CipherCollectionsUpdated, now).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn reach(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        side: Side,
        organization: Id<Organization>,
    ) -> Result<Reach, CipherError> {
        let record = tx.organization(organization).await?.ok_or(CipherError::NoSuchCipher)?;
        let standing = tx.standing(organization, user).await?.ok_or(CipherError::NoSuchCipher)?;
        let keeper = Keeper { standing, rules: record.collection_rules };
        let administers = side == Side::Administrator;
        let everywhere = administers && manages_all(keeper.standing, keeper.rules);
        let all = tx.collections(organization, user).await?;
        let those = |may: &dyn Fn(Option<Grant>) -> bool| -> BTreeSet<Id<Collection>> {
            let may = |given| everywhere || may(given);
            all.iter().filter(|row| may(row.given())).map(|row| Id::new(row.id)).collect()
        };
        Ok(Reach {
            moves: those(&|given| given.is_some_and(Grant::moves)),
            sees: those(&|given| given.is_some()),
            finds_lost: administers && finds_lost_items(keeper.standing),
        })
    }
}
