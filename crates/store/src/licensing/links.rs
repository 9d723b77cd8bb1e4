//! Which servers serve which organizations, as the cloud knows it.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    licensing::{Installation, ServerStanding},
    organizations::Organization,
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{StoreError, Tx, args, statements};

statements! {
    NOTE = "
        INSERT INTO organization_installations
            (organization_id, installation_id, standing, created_at)
        VALUES ($1, $2, 0, $3)
        ON CONFLICT (organization_id, installation_id) DO NOTHING";

    APPROVE = "
        INSERT INTO organization_installations
            (organization_id, installation_id, standing, created_at)
        VALUES ($1, $2, 1, $3)
        ON CONFLICT (organization_id, installation_id) DO UPDATE SET standing = 1
         WHERE organization_installations.standing <> 1";

    APPROVE_KNOWN = "
        UPDATE organization_installations SET standing = 1
         WHERE organization_id = $1 AND installation_id = $2";

    STANDING = "
        SELECT standing FROM organization_installations
         WHERE organization_id = $1 AND installation_id = $2";

    USED = "
        UPDATE organization_installations SET last_sync_at = $1
         WHERE organization_id = $2 AND installation_id = $3";

    LIST = "
        SELECT l.installation_id, l.standing, l.created_at, l.last_sync_at, i.enabled,
               i.last_active_at
          FROM organization_installations l
          JOIN installations i ON i.id = l.installation_id
         WHERE l.organization_id = $1
         ORDER BY l.created_at, l.installation_id";

    ISSUED = "
        SELECT l.organization_id, o.name, l.installation_id, i.email, l.standing, l.created_at,
               l.last_sync_at
          FROM organization_installations l
          JOIN organizations o ON o.id = l.organization_id
          JOIN installations i ON i.id = l.installation_id
         WHERE (l.organization_id, l.installation_id) > ($1, $2)
         ORDER BY l.organization_id, l.installation_id
         LIMIT $3";

    REFUSE = "
        UPDATE organization_installations SET standing = 2
         WHERE organization_id = $1 AND installation_id = $2 AND standing <> 2";
}

/// A server that serves an organization.
#[derive(Debug, Clone, FromRow)]
pub struct LinkedInstallation {
    installation_id: Uuid,
    standing: i64,
    /// Since when it is known.
    pub created_at: DateTime<Utc>,
    /// When it last fetched or synced something of the organization's.
    pub last_sync_at: Option<DateTime<Utc>>,
    /// Whether it may sign in.
    pub enabled: bool,
    /// When it last signed in.
    pub last_active_at: Option<DateTime<Utc>>,
}

/// A licence that went out: for which organization, to which server.
#[derive(Debug, Clone, FromRow)]
pub struct IssuedLicense {
    /// The organization.
    pub organization_id: Uuid,
    /// Its name.
    pub name: String,
    /// The server.
    pub installation_id: Uuid,
    /// Whom to tell about the server.
    pub email: String,
    standing: i64,
    /// Since when the server is known.
    pub created_at: DateTime<Utc>,
    /// When it last fetched or synced something of the organization's.
    pub last_sync_at: Option<DateTime<Utc>>,
}

impl IssuedLicense {
    /// What the owners think of the server.
    pub fn standing(&self) -> ServerStanding {
        ServerStanding::from_number(self.standing)
    }
}

impl LinkedInstallation {
    /// Which it is.
    pub fn id(&self) -> Id<Installation> {
        Id::new(self.installation_id)
    }

    /// What the owners think of it.
    pub fn standing(&self) -> ServerStanding {
        ServerStanding::from_number(self.standing)
    }
}

impl Tx {
    /// Licences that went out, by organization and server, after `after`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn issued_licenses(
        &mut self,
        after: (Uuid, Uuid),
        at_most: i64,
    ) -> Result<Vec<IssuedLicense>, StoreError> {
        self.all(ISSUED, args![after.0, after.1, at_most]).await
    }

    /// Notes that an installation asks for an organization, which makes it known and no more;
    /// `true` when it was not known before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_installation(
        &mut self,
        organization: Id<Organization>,
        installation: Id<Installation>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(NOTE, args![organization, installation, now]).await? == 1)
    }

    /// Approves an installation for an organization, known or not; `true` when it was not before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn link_installation(
        &mut self,
        organization: Id<Organization>,
        installation: Id<Installation>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(APPROVE, args![organization, installation, now]).await? == 1)
    }

    /// Approves an installation that is known; `false` when it is not.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn approve_installation(
        &mut self,
        organization: Id<Organization>,
        installation: Id<Installation>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(APPROVE_KNOWN, args![organization, installation]).await? == 1)
    }

    /// What the owners think of the installation; none when it is not known.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn installation_standing(
        &mut self,
        organization: Id<Organization>,
        installation: Id<Installation>,
    ) -> Result<Option<ServerStanding>, StoreError> {
        let row: Option<(i64,)> =
            self.optional(STANDING, args![organization, installation]).await?;
        Ok(row.map(|(standing,)| ServerStanding::from_number(standing)))
    }

    /// Notes that an installation fetched or synced something of an organization's.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_installation_sync(
        &mut self,
        organization: Id<Organization>,
        installation: Id<Installation>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.execute(USED, args![now, organization, installation]).await.map(drop)
    }

    /// The servers that serve an organization, the oldest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn linked_installations(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<LinkedInstallation>, StoreError> {
        self.all(LIST, args![organization]).await
    }

    /// Removes an installation from an organization, for as long as it is not approved again; `false`
    /// when it was not known, or removed before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn unlink_installation(
        &mut self,
        organization: Id<Organization>,
        installation: Id<Installation>,
    ) -> Result<bool, StoreError> {
        Ok(self.execute(REFUSE, args![organization, installation]).await? == 1)
    }
}
