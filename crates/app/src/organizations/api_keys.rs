//! The keys an organization hands to programs: made, replaced, looked at, and compared.

use aws_lc_rs::digest::{SHA256, digest};
use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::Actor,
    events::EventKind,
    id::Id,
    organizations::{
        Organization,
        api_keys::{KeyKind, KeyPermit, KeyRecord, LENGTH, OVERLAP},
    },
};
use store::{StoreError, outbox::Event};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, verify_user::VerifyUserError},
};

/// A key, shown this once.
#[derive(Clone)]
pub struct ShownKey {
    /// The key.
    pub secret: String,
    /// How it is kept.
    pub record: KeyRecord,
}

impl std::fmt::Debug for ShownKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ShownKey({:?})", self.record)
    }
}

/// Why there is no key to show.
#[derive(Debug, thiserror::Error)]
pub enum ApiKeyError {
    /// There is no such organization, or its plan has no such key.
    #[error("Resource not found.")]
    NotInPlan,
    /// The person did not prove to be who they are.
    #[error(transparent)]
    Unproven(#[from] VerifyUserError),
    /// It was shown when it was made, and only its hash is kept.
    #[error(
        "This key was shown when it was made and cannot be shown again. Rotate it to get a new one; the old one works for another 24 hours."
    )]
    AlreadyShown,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ApiKeyError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotInPlan => Kind::NotFound,
            Self::Unproven(error) => error.kind(),
            Self::AlreadyShown => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }

    fn handed_on(&self) -> Option<&dyn Fault> {
        match self {
            Self::Unproven(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::AlreadyShown => Some("key_already_shown"),
            _ => self.handed_on()?.code(),
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Unproven(VerifyUserError::Failed) => {
                vec![("MasterPasswordHash".to_owned(), "Invalid password.".to_owned())]
            }
            _ => Vec::new(),
        }
    }
}

/// Whether `secret` is that key, the present one or, for a while, the one before it. No key and a
/// wrong key answer alike.
pub(crate) fn opens(key: Option<&KeyRecord>, secret: &str, now: DateTime<Utc>) -> bool {
    let sent = hashed(secret.trim());
    key.is_some_and(|key| {
        key.hashes(now).fold(false, |any, hash| any | bool::from(hash.ct_eq(&sent)))
    })
}

fn hashed(secret: &str) -> Vec<u8> {
    digest(&SHA256, secret.as_bytes()).as_ref().to_vec()
}

fn event(kind: EventKind, permit: &KeyPermit) -> Event {
    let acting_user = match permit.actor {
        Actor::User(user) => Some(user.uuid()),
        Actor::Operator(_) | Actor::Server => None,
    };
    Event { acting_user, ..Event::of(kind, permit.organization) }
}

impl App {
    /// Makes the key and shows it. One that was made before cannot be shown: it can be replaced.
    ///
    /// # Errors
    ///
    /// See [`ApiKeyError`].
    pub async fn create_organization_key(
        &self,
        permit: KeyPermit,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<ShownKey, ApiKeyError> {
        self.verify_user(user, password).await?;
        self.check_plan(&permit).await?;
        let shown = self.new_key(permit.kind);
        let mut tx = self.db.write().await?;
        if !tx.add_organization_key(permit.organization, self.id(), &shown.record).await? {
            return Err(ApiKeyError::AlreadyShown);
        }
        let at = shown.record.revised_at;
        tx.record(event(EventKind::ApiKeyCreated, &permit), at).await?;
        tx.commit().await?;
        Ok(shown)
    }

    /// Replaces the key by a new one and shows that; the old one works for another day, so that
    /// nothing stops while the new one is brought over.
    ///
    /// # Errors
    ///
    /// See [`ApiKeyError`].
    pub async fn rotate_organization_key(
        &self,
        permit: KeyPermit,
        user: Id<User>,
        password: &ClientHash,
    ) -> Result<ShownKey, ApiKeyError> {
        self.verify_user(user, password).await?;
        self.check_plan(&permit).await?;
        let mut shown = self.new_key(permit.kind);
        let now = shown.record.revised_at;
        let mut tx = self.db.write().await?;
        match tx.organization_key(permit.organization, permit.kind).await? {
            Some(old) => {
                shown.record.previous = Some((old.hash.clone(), now + OVERLAP));
                tx.rotate_organization_key(permit.organization, &old, &shown.record).await?;
                tx.record(event(EventKind::ApiKeyRotated, &permit), now).await?;
            }
            None => {
                tx.add_organization_key(permit.organization, self.id(), &shown.record).await?;
                tx.record(event(EventKind::ApiKeyCreated, &permit), now).await?;
            }
        }
        tx.commit().await?;
        Ok(shown)
    }

    /// What is known of the keys of these kinds, which says nothing of the keys themselves.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_organization_keys(
        &self,
        permits: &[KeyPermit],
    ) -> Result<Vec<KeyRecord>, StoreError> {
        let Some(first) = permits.first() else { return Ok(Vec::new()) };
        let now = self.now();
        let mut tx = self.db.write().await?;
        let mut keys = tx.organization_keys(first.organization).await?;
        keys.retain(|key| permits.iter().any(|permit| permit.kind == key.kind));
        if !keys.is_empty() {
            tx.record(event(EventKind::ApiKeyViewed, first), now).await?;
        }
        tx.commit().await?;
        Ok(keys)
    }

    /// Whether `secret` is a key of `organization`'s of that kind, the present one or for a while
    /// the one before it. An organization nobody knows, one without a key and a wrong key answer
    /// alike. A match is noted, with `by`: the installation that used it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn organization_key_matches(
        &self,
        organization: Id<Organization>,
        kind: KeyKind,
        secret: &str,
        by: Option<Uuid>,
    ) -> Result<bool, StoreError> {
        let now = self.now();
        let found = self.db.read().await?.organization_key(organization, kind).await?;
        let matches = opens(found.as_ref(), secret, now);
        if matches {
            let mut tx = self.db.write().await?;
            tx.note_key_use(organization, kind, by, now).await?;
            tx.commit().await?;
        }
        Ok(matches)
    }

    async fn check_plan(&self, permit: &KeyPermit) -> Result<(), ApiKeyError> {
        let found = self.db.read().await?.organization(permit.organization).await?;
        let tier = found.ok_or(ApiKeyError::NotInPlan)?.entitlements.tier();
        if permit.kind.is_for(tier) { Ok(()) } else { Err(ApiKeyError::NotInPlan) }
    }

    fn new_key(&self, kind: KeyKind) -> ShownKey {
        let secret = self.alphanumeric(LENGTH);
        let last_four = secret.get(LENGTH - 4..).unwrap_or_default().to_owned();
        let record = KeyRecord {
            kind,
            hash: hashed(&secret),
            last_four,
            previous: None,
            last_used_at: None,
            last_used_by: None,
            revised_at: self.now(),
        };
        ShownKey { secret, record }
    }
}
