//! Items of organizations: handed over, put into collections, and seen by administrators.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    authz::{
        Permissions,
        collections::{Grant, Keeper, administered},
    },
    id::Id,
    organizations::{Collection, CollectionRules, Organization, Role},
    vault::Cipher,
};
use sqlx::FromRow;
use uuid::Uuid;

use super::ciphers::{Content, HeldCipher, put_in};
use crate::db::{Arg, StoreError, Tx, args, statements};

/// Items of organizations $1 is in, with what they were given in each.
macro_rules! administered {
    ($items:literal, $given:literal) => {
        concat!(
            "
        SELECT c.id, c.organization_id, c.kind, c.body, c.created_at, c.revised_at, c.trashed_at,
               o.collection_rules, o.features, m.role, m.permissions,
               a.read_only, a.hide_passwords, a.manage,
               NOT EXISTS (SELECT 1 FROM collection_ciphers k
                            WHERE k.cipher_id = c.id) AS in_no_collection
          FROM ciphers c
          JOIN organizations o ON o.id = c.organization_id AND o.enabled = TRUE
          JOIN memberships m ON m.organization_id = o.id AND m.user_id = $1 AND m.status = 2
          LEFT JOIN (SELECT k.cipher_id,
                            MIN(CASE WHEN e.read_only THEN 1 ELSE 0 END) = 1 AS read_only,
                            MIN(CASE WHEN e.hide_passwords THEN 1 ELSE 0 END) = 1 AS hide_passwords,
                            MAX(CASE WHEN e.manage THEN 1 ELSE 0 END) = 1 AS manage
                       FROM effective_grants e
                       JOIN collection_ciphers k ON k.collection_id = e.collection_id
                      WHERE e.user_id = $1 AND ",
            $given,
            "
                      GROUP BY k.cipher_id) AS a ON a.cipher_id = c.id
         WHERE ",
            $items
        )
    };
}

statements! {
    INSERT = "
        INSERT INTO ciphers (id, organization_id, kind, body, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $5, $5)";

    /// Only as it was judged: of two changes at once, one is lost.
    HAND_OVER = "
        UPDATE ciphers SET user_id = NULL, organization_id = $1, kind = $2, body = $3, revised_at = $4
         WHERE id = $5 AND user_id = $6 AND revised_at = $7";

    PUT_INTO = "
        INSERT INTO collection_ciphers (collection_id, cipher_id)
        VALUES {rows}
        ON CONFLICT (collection_id, cipher_id) DO NOTHING";

    TAKE_OUT = "
        DELETE FROM collection_ciphers WHERE collection_id = $1 AND cipher_id IN ({list})";

    REVISE = "UPDATE ciphers SET revised_at = $1 WHERE id IN ({list})";

    PLACES = "
        SELECT cipher_id, collection_id FROM collection_ciphers WHERE cipher_id IN ({list})";

    ALL_PLACES = "
        SELECT k.cipher_id, k.collection_id
          FROM collection_ciphers k JOIN collections c ON c.id = k.collection_id
         WHERE c.organization_id = $1";

    ADMINISTERED = administered!("c.id IN ({list})", "k.cipher_id IN ({list})");

    ALL_ADMINISTERED = administered!("c.organization_id = $2", "e.organization_id = $2");

    PURGE_ORGANIZATION = "DELETE FROM ciphers WHERE organization_id = $1";
}

/// An item of an organization, as someone in it has it whether it was given to them or not.
#[derive(FromRow)]
struct AdministeredRow {
    id: Uuid,
    organization_id: Uuid,
    kind: i64,
    body: String,
    created_at: DateTime<Utc>,
    revised_at: DateTime<Utc>,
    trashed_at: Option<DateTime<Utc>>,
    collection_rules: i64,
    features: i64,
    role: i64,
    permissions: i64,
    read_only: Option<bool>,
    hide_passwords: Option<bool>,
    manage: Option<bool>,
    in_no_collection: bool,
}

impl AdministeredRow {
    fn given(&self) -> Option<Grant> {
        Some(Grant {
            read_only: self.read_only?,
            hide_passwords: self.hide_passwords?,
            manage: self.manage?,
        })
    }

    fn keeper(&self) -> Option<Keeper> {
        let role = Role::from_number(self.role, Permissions::from_bits(self.permissions))?;
        let rules = CollectionRules::from_bits(self.collection_rules);
        Some(Keeper { standing: role.standing(), rules })
    }

    /// The item, if it is within their reach.
    fn reached(self) -> Option<HeldCipher> {
        let keeper = self.keeper()?;
        let grant =
            administered(keeper.standing, keeper.rules, self.in_no_collection, self.given())?;
        Some(self.held(grant))
    }

    /// The item, if they read every item of the organization.
    fn read(self) -> Option<HeldCipher> {
        let keeper = self.keeper()?;
        let looking = Grant { read_only: true, hide_passwords: false, manage: false };
        keeper.reads_all_items().then(|| self.held(looking))
    }

    fn held(self, grant: Grant) -> HeldCipher {
        HeldCipher {
            id: self.id,
            organization_id: Some(self.organization_id),
            kind: self.kind,
            body: self.body,
            created_at: self.created_at,
            revised_at: self.revised_at,
            trashed_at: self.trashed_at,
            folder_id: None,
            favorite: false,
            archived_at: None,
            read_only: grant.read_only,
            hide_passwords: grant.hide_passwords,
            manage: grant.manage,
            collection_rules: self.collection_rules,
            features: self.features,
            collections: Vec::new(),
        }
    }
}

fn list<'a, T>(ids: &[Id<T>]) -> Vec<Arg<'a>> {
    ids.iter().map(|id| Arg::from(*id)).collect()
}

impl Tx {
    /// Adds an item to an organization, in no collection yet.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_shared_cipher(
        &mut self,
        organization: Id<Organization>,
        id: Id<Cipher>,
        content: &Content,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let args = args![id, organization, content.kind.number(), &content.body, now];
        self.change(INSERT, args).await
    }

    /// Hands an item of `user`'s own to an organization, if nobody changed it since it was `judged`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when somebody did.
    pub async fn hand_over_cipher(
        &mut self,
        user: Id<User>,
        organization: Id<Organization>,
        id: Id<Cipher>,
        content: &Content,
        (judged, now): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), StoreError> {
        let (kind, body) = (content.kind.number(), &content.body);
        self.change(HAND_OVER, args![organization, kind, body, now, id, user, judged]).await
    }

    /// Puts items into collections they may be in already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn put_into_collections(
        &mut self,
        ciphers: &[Id<Cipher>],
        collections: &[Id<Collection>],
    ) -> Result<(), StoreError> {
        let values: Vec<Arg<'_>> = collections
            .iter()
            .flat_map(|collection| ciphers.iter().map(move |cipher| (collection, cipher)))
            .flat_map(|(collection, cipher)| [Arg::from(*collection), Arg::from(*cipher)])
            .collect();
        self.execute_rows(PUT_INTO, 2, &values).await.map(drop)
    }

    /// Takes items out of collections.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn take_out_of_collections(
        &mut self,
        ciphers: &[Id<Cipher>],
        collections: &[Id<Collection>],
    ) -> Result<(), StoreError> {
        for collection in collections {
            self.execute_in(TAKE_OUT, args![*collection], &list(ciphers)).await?;
        }
        Ok(())
    }

    /// Gives items a new revision, as something about them changed that is kept elsewhere.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn revise_ciphers(
        &mut self,
        ciphers: &[Id<Cipher>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute_in(REVISE, args![now], &list(ciphers)).await.map(drop)
    }

    /// The collections an item is in, whoever sees them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn collections_of(
        &mut self,
        id: Id<Cipher>,
    ) -> Result<Vec<Id<Collection>>, StoreError> {
        let rows: Vec<(Uuid, Uuid)> = self.all_in(PLACES, &[], &list(&[id])).await?;
        Ok(rows.into_iter().map(|(_, collection)| Id::new(collection)).collect())
    }

    /// Those of `ids` that are within `user`'s reach as an administrator, with all their
    /// collections.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn administered_among(
        &mut self,
        user: Id<User>,
        ids: &[Id<Cipher>],
    ) -> Result<Vec<HeldCipher>, StoreError> {
        let list = list(ids);
        let rows: Vec<AdministeredRow> = self.all_in(ADMINISTERED, args![user], &list).await?;
        let mut items: Vec<HeldCipher> =
            rows.into_iter().filter_map(AdministeredRow::reached).collect();
        let mut places: Vec<(Uuid, Uuid)> = self.all_in(PLACES, &[], &list).await?;
        places.sort_unstable();
        put_in(&mut items, &places);
        Ok(items)
    }

    /// Every item of `organization` that is within `user`'s reach as an administrator, or every item
    /// there is for those who read them all.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn administered_ciphers(
        &mut self,
        user: Id<User>,
        organization: Id<Organization>,
        all: bool,
    ) -> Result<Vec<HeldCipher>, StoreError> {
        let rows: Vec<AdministeredRow> =
            self.all(ALL_ADMINISTERED, args![user, organization]).await?;
        let seen = |row: AdministeredRow| if all { row.read() } else { row.reached() };
        let mut items: Vec<HeldCipher> = rows.into_iter().filter_map(seen).collect();
        let mut places: Vec<(Uuid, Uuid)> = self.all(ALL_PLACES, args![organization]).await?;
        places.sort_unstable();
        put_in(&mut items, &places);
        Ok(items)
    }

    /// Deletes every item of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn purge_organization_ciphers(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<(), StoreError> {
        self.execute(PURGE_ORGANIZATION, args![organization]).await.map(drop)
    }
}
