//! An item as a client wrote it, and what is looked at before it is kept.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{Action, ShareItems},
    events::EventKind,
    id::Id,
    organizations::Organization,
    vault::Folder,
};
use store::{
    StoreError, Tx,
    outbox::Event,
    vault::ciphers::{Content, HeldCipher},
};
use uuid::Uuid;

use super::cipher_error::CipherError;
use crate::{App, licensing::read_only::ReadOnly};

/// An item as a client wrote it.
#[derive(Debug, Clone)]
pub struct WrittenCipher {
    /// What it says.
    pub content: Content,
    /// Whose it is, when it is an organization's.
    pub organization: Option<Id<Organization>>,
    /// The writer's folder it is in.
    pub folder: Option<Id<Folder>>,
    /// Whether the writer favours it.
    pub favorite: bool,
    /// When the writer put it into the archive, if the client knows of that.
    pub archived_at: Option<DateTime<Utc>>,
    /// The revision it was changed from.
    pub known: Option<DateTime<Utc>>,
    /// The account it was encrypted for.
    pub encrypted_for: Option<Id<User>>,
    /// The user key it was encrypted with.
    pub key_id: Option<String>,
}

impl App {
    /// Makes sure that `user` can read what they wrote, and that the folder is theirs.
    pub(super) async fn check_written(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        written: &WrittenCipher,
    ) -> Result<(), CipherError> {
        if written.encrypted_for.is_some_and(|someone| someone != user) {
            return Err(CipherError::ForSomeoneElse);
        }
        // What is an organization's is encrypted with the key of the organization.
        if written.organization.is_none() {
            // The account is held: a replacement of its key finds this item, or comes before it.
            tx.touch_account(user, self.now()).await?;
            if let Some(key) = &written.key_id {
                let account = tx.account(user).await?.ok_or(CipherError::NoSuchCipher)?;
                if account.user_key_id.is_some_and(|kept| !kept.eq_ignore_ascii_case(key)) {
                    return Err(CipherError::OtherKey);
                }
            }
        }
        self.check_folder(tx, user, written.folder).await
    }

    /// Makes sure that the folder, if one is named, is `user`'s.
    pub(super) async fn check_folder(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        folder: Option<Id<Folder>>,
    ) -> Result<(), CipherError> {
        match folder {
            Some(folder) if tx.folder(user, folder).await?.is_none() => {
                Err(CipherError::NoSuchFolder)
            }
            _ => Ok(()),
        }
    }

    /// Makes sure that the organizations of `items` may be written to.
    pub(super) async fn check_unlocked(
        &self,
        tx: &mut Tx,
        items: &[HeldCipher],
        now: DateTime<Utc>,
    ) -> Result<(), ReadOnly> {
        for organization in organizations(items) {
            self.check_action(tx, ShareItems::NAME, organization, now).await?;
        }
        Ok(())
    }

    /// Tells whoever holds `items` to sync, and the log what happened to those of organizations.
    pub(super) async fn tell_of(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        items: &[HeldCipher],
        what: EventKind,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        tx.touch_account(user, now).await?;
        for organization in organizations(items) {
            tx.hold_organization(organization, now).await?;
        }
        let happened: Vec<Event> = items
            .iter()
            .filter_map(|item| Some(event(what, user, item.organization_id?, item.id)))
            .collect();
        if !happened.is_empty() {
            tx.record_all(&happened, now).await?;
        }
        Ok(())
    }
}

/// What `user` did to an item of an organization.
pub(super) fn event(what: EventKind, user: Id<User>, organization: Uuid, item: Uuid) -> Event {
    let event = Event::of(what, Id::new(organization)).about(item);
    Event { acting_user: Some(user.uuid()), ..event }
}

/// The organizations of `items`, each once and in one order, so that two who hold the same never
/// wait for each other.
fn organizations(items: &[HeldCipher]) -> Vec<Id<Organization>> {
    let mut all: Vec<Uuid> = items.iter().filter_map(|item| item.organization_id).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(Id::new).collect()
}
