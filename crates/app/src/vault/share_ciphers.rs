//! Items are put into the collections of an organization: new ones, and a person's own.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{
        Actor, Permit, ShareItems,
        collections::{Keeper, finds_lost_items, manages_all},
    },
    events::EventKind,
    id::Id,
    organizations::{Collection, Organization},
    vault::{Cipher, is_current},
};
use store::{
    Tx,
    vault::ciphers::{HeldCipher, Place},
};

use super::{
    Side,
    cipher_error::CipherError,
    written_cipher::{WrittenCipher, event},
};
use crate::App;

impl App {
    /// Keeps a new item in collections of the organization it names. Administrators may keep one in
    /// none.
    ///
    /// # Errors
    ///
    /// See [`CipherError`].
    pub async fn create_shared_cipher(
        &self,
        user: Id<User>,
        side: Side,
        written: WrittenCipher,
        collections: &[Id<Collection>],
    ) -> Result<HeldCipher, CipherError> {
        let now = self.now();
        let id: Id<Cipher> = self.id();
        let organization = written.organization.ok_or(CipherError::OtherOwner)?;
        let mut tx = self.db.write().await?;
        self.check_targets(&mut tx, user, side, organization, collections, now).await?;
        self.check_written(&mut tx, user, &written).await?;

        tx.add_shared_cipher(organization, id, &written.content, now).await?;
        tx.put_into_collections(&[id], collections).await?;
        let place = Place {
            folder: written.folder,
            favorite: written.favorite,
            archived_at: written.archived_at,
        };
        if place != Place::default() {
            tx.place_cipher(user, id, place).await?;
        }
        tx.hold_organization(organization, now).await?;
        let made = event(EventKind::CipherCreated, user, organization.uuid(), id.uuid());
        tx.record(made, now).await?;
        let made = self.one(&mut tx, user, side, id).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// Hands an item of `user`'s own to the organization it names from now on. It stays in their
    /// folder.
    ///
    /// # Errors
    ///
    /// See [`CipherError`].
    pub async fn share_cipher(
        &self,
        user: Id<User>,
        id: Id<Cipher>,
        written: WrittenCipher,
        collections: &[Id<Collection>],
    ) -> Result<HeldCipher, CipherError> {
        let shared = self.share_ciphers(user, vec![(id, written)], collections).await?;
        shared.into_iter().next().ok_or(CipherError::NoSuchCipher)
    }

    /// Hands several items over, all or none of them.
    ///
    /// # Errors
    ///
    /// See [`CipherError`].
    pub async fn share_ciphers(
        &self,
        user: Id<User>,
        items: Vec<(Id<Cipher>, WrittenCipher)>,
        collections: &[Id<Collection>],
    ) -> Result<Vec<HeldCipher>, CipherError> {
        let now = self.now();
        let (_, first) = items.first().ok_or(CipherError::Nothing)?;
        let organization = first.organization.ok_or(CipherError::OtherOwner)?;
        let ids: Vec<Id<Cipher>> = items.iter().map(|(id, _)| *id).collect();
        let mut tx = self.db.write().await?;
        self.check_targets(&mut tx, user, Side::Member, organization, collections, now).await?;
        let held = tx.held_among(user, &ids).await?;

        let mut shared = Vec::new();
        for (id, written) in &items {
            let item = held.iter().find(|item| item.cipher() == *id);
            let item = item.ok_or(CipherError::NoSuchCipher)?;
            if item.organization_id.is_some() || written.organization != Some(organization) {
                return Err(CipherError::OtherOwner);
            }
            if !is_current(item.revised_at, written.known) {
                return Err(CipherError::OutOfDate);
            }
            self.check_written(&mut tx, user, written).await?;
            let times = (item.revised_at, now);
            tx.hand_over_cipher(user, organization, *id, &written.content, times).await?;
            let place = Place {
                folder: written.folder,
                favorite: written.favorite,
                archived_at: written.archived_at.or(item.archived_at),
            };
            if item.place() != place {
                tx.place_cipher(user, *id, place).await?;
            }
            shared.push(event(EventKind::CipherShared, user, organization.uuid(), id.uuid()));
        }
        tx.put_into_collections(&ids, collections).await?;
        tx.touch_account(user, now).await?;
        tx.hold_organization(organization, now).await?;
        tx.record_all(&shared, now).await?;
        let held = tx.held_among(user, &ids).await?;
        tx.commit().await?;
        Ok(held)
    }

    /// Makes sure that `user` may add items to each of `collections`, which are `organization`'s.
    async fn check_targets(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        side: Side,
        organization: Id<Organization>,
        collections: &[Id<Collection>],
        now: DateTime<Utc>,
    ) -> Result<(), CipherError> {
        let standing = tx.standing(organization, user).await?;
        let permit = Permit::<ShareItems>::ask(Actor::User(user), organization, standing)?;
        self.check_writable(tx, &permit, now).await?;
        let record = tx.organization(organization).await?.ok_or(CipherError::NoSuchCipher)?;
        if !record.enabled {
            return Err(CipherError::Disabled);
        }
        let keeper = standing.map(|standing| Keeper { standing, rules: record.collection_rules });
        let (finds_lost, everywhere) = match (side, keeper) {
            (Side::Administrator, Some(it)) => {
                (finds_lost_items(it.standing), manages_all(it.standing, it.rules))
            }
            _ => (false, false),
        };
        if collections.is_empty() && !finds_lost {
            return Err(CipherError::NoCollection);
        }
        let found = tx.collections_named(organization, user, collections).await?;
        if found.len() != collections.len() {
            return Err(CipherError::NoSuchCollection);
        }
        let adds = |grant: domain::authz::collections::Grant| grant.adds();
        if everywhere || found.iter().all(|row| row.given().is_some_and(adds)) {
            Ok(())
        } else {
            Err(CipherError::NoSuchCollection)
        }
    }
}
