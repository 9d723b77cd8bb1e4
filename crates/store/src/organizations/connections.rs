//! What organizations are connected to.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::{
        Organization,
        connections::{CloudLink, Connected, Connection, ConnectionKind, Link},
    },
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    BY_KIND = "
        SELECT id, organization_id, kind, enabled, sealed_token, cloud_organization_id,
               scim_provider, automatic_license, last_license_sync_at
          FROM connections
         WHERE organization_id = $1 AND kind = $2";

    BY_ID = "
        SELECT id, organization_id, kind, enabled, sealed_token, cloud_organization_id,
               scim_provider, automatic_license, last_license_sync_at
          FROM connections
         WHERE id = $1";

    INSERT = "
        INSERT INTO connections
            (id, organization_id, kind, enabled, sealed_token, cloud_organization_id,
             scim_provider, automatic_license, created_at, revised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
        ON CONFLICT (organization_id, kind) DO NOTHING";

    UPDATE = "
        UPDATE connections
           SET enabled = $1, sealed_token = $2, cloud_organization_id = $3, scim_provider = $4,
               automatic_license = $5, revised_at = $6
         WHERE id = $7";

    SYNCED = "
        UPDATE connections SET last_license_sync_at = $1
         WHERE organization_id = $2 AND kind = 1";

    DELETE = "DELETE FROM connections WHERE id = $1";

    CLOUD_ORGANIZATION = "
        SELECT cloud_organization_id FROM licenses WHERE organization_id = $1";
}

#[derive(FromRow)]
struct ConnectionRow {
    id: Uuid,
    organization_id: Uuid,
    kind: i64,
    enabled: bool,
    sealed_token: Option<String>,
    cloud_organization_id: Option<Uuid>,
    scim_provider: Option<i64>,
    automatic_license: bool,
    last_license_sync_at: Option<DateTime<Utc>>,
}

impl TryFrom<ConnectionRow> for Connection {
    type Error = StoreError;

    fn try_from(row: ConnectionRow) -> Result<Self, StoreError> {
        let wrong = StoreError::Inconsistent { table: "connections", id: row.id };
        let kind = ConnectionKind::from_number(row.kind);
        let link = match (kind, row.sealed_token, row.cloud_organization_id) {
            (Some(ConnectionKind::CloudBillingSync), Some(sealed_token), Some(cloud)) => {
                Link::Cloud(CloudLink {
                    sealed_token,
                    cloud_organization: cloud,
                    automatic_license: row.automatic_license,
                    last_license_sync_at: row.last_license_sync_at,
                })
            }
            (Some(ConnectionKind::Scim), None, None) => Link::Scim { provider: row.scim_provider },
            _ => return Err(wrong),
        };
        Ok(Self {
            id: Id::new(row.id),
            organization: Id::new(row.organization_id),
            enabled: row.enabled,
            link,
        })
    }
}

impl Tx {
    /// The connection of that kind.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn connection(
        &mut self,
        organization: Id<Organization>,
        kind: ConnectionKind,
    ) -> Result<Option<Connection>, StoreError> {
        let row: Option<ConnectionRow> =
            self.optional(BY_KIND, args![organization, kind.number()]).await?;
        row.map(Connection::try_from).transpose()
    }

    /// The connection `id`, whosever it is.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn connection_by_id(
        &mut self,
        id: Id<Connected>,
    ) -> Result<Option<Connection>, StoreError> {
        let row: Option<ConnectionRow> = self.optional(BY_ID, args![id]).await?;
        row.map(Connection::try_from).transpose()
    }

    /// Keeps a new connection; whether there was none of its kind.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_connection(
        &mut self,
        connection: &Connection,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let (token, cloud, provider, automatic) = columns(&connection.link);
        let (id, organization) = (connection.id, connection.organization);
        let (kind, enabled) = (connection.link.kind().number(), connection.enabled);
        let args = args![id, organization, kind, enabled, token, cloud, provider, automatic, now];
        Ok(self.execute(INSERT, args).await? == 1)
    }

    /// Keeps a changed connection. When the licence was last fetched stays as it is.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_connection(
        &mut self,
        connection: &Connection,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (token, cloud, provider, automatic) = columns(&connection.link);
        let args = args![connection.enabled, token, cloud, provider, automatic, now, connection.id];
        self.change(UPDATE, args).await
    }

    /// Notes when the licence was fetched.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_license_sync(
        &mut self,
        organization: Id<Organization>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(SYNCED, args![now, organization]).await.map(drop)
    }

    /// Removes a connection.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_connection(&mut self, id: Id<Connected>) -> Result<(), StoreError> {
        self.change(DELETE, args![id]).await
    }

    /// The cloud organization that the licence of `organization` is for; none without a licence.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn licensed_cloud_organization(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Option<Uuid>, StoreError> {
        let row: Option<(Uuid,)> = self.optional(CLOUD_ORGANIZATION, args![organization]).await?;
        Ok(row.map(|(id,)| id))
    }
}

fn columns(link: &Link) -> (Option<&str>, Option<Uuid>, Option<i64>, bool) {
    match link {
        Link::Cloud(link) => (
            Some(link.sealed_token.as_str()),
            Some(link.cloud_organization),
            None,
            link.automatic_license,
        ),
        Link::Scim { provider } => (None, None, *provider, false),
    }
}
