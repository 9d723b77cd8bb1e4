//! What an organization is connected to: its cloud organization, and a provisioning service.

use domain::{
    authz::{Action, Actor, Denied, ManageConnections, ManageScim, Permit, Standing},
    events::EventKind,
    id::Id,
    organizations::{
        Organization,
        connections::{CloudLink, Connected, Connection, ConnectionKind, Link},
    },
};
use store::{StoreError, Tx, outbox::Event};

use crate::{
    App,
    fault::{Fault, Kind},
    licensing::read_only::ReadOnly,
};

/// What billing sync tokens are sealed for.
pub const BILLING_TOKEN: &str = "billing-token";

/// What a connection is to lead to.
#[derive(Clone)]
pub enum Wanted {
    /// The cloud organization the licence is for.
    Cloud {
        /// The billing sync token; none keeps the one that is there.
        token: Option<String>,
        /// Whether licences are fetched and applied without anyone asking; none keeps it.
        automatic_license: Option<bool>,
    },
    /// A provisioning service.
    Scim {
        /// Which product, by the protocol's number.
        provider: Option<i64>,
    },
}

impl Wanted {
    fn kind(&self) -> ConnectionKind {
        match self {
            Self::Cloud { .. } => ConnectionKind::CloudBillingSync,
            Self::Scim { .. } => ConnectionKind::Scim,
        }
    }
}

impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Wanted({:?} …)", self.kind())
    }
}

/// A connection, with its token in clear.
#[derive(Clone)]
pub struct OpenConnection {
    /// The connection.
    pub connection: Connection,
    /// The billing sync token, of connections to the cloud.
    pub token: Option<String>,
}

impl std::fmt::Debug for OpenConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OpenConnection({:?} …)", self.connection)
    }
}

/// Why a connection could not be made, changed or shown.
#[derive(Debug, thiserror::Error)]
pub enum ConnectionError {
    /// There is none, or none the caller may know of.
    #[error("Resource not found.")]
    NotFound,
    /// The caller lacks the right for this kind.
    #[error("You do not have permission to create a connection of type {0}.")]
    NotAllowed(&'static str),
    /// One of a kind is enough.
    #[error(
        "The requested organization already has a connection of type {0}. Only one of each connection type may exist per organization."
    )]
    Exists(&'static str),
    /// A connection stays what it is.
    #[error("A connection keeps its type; remove it and make another.")]
    OtherKind,
    /// The cloud has no cloud to connect to.
    #[error("Only self-hosted servers connect to the cloud.")]
    NotHere,
    /// Without a licence nobody knows which organization it is there.
    #[error(
        "Apply the organization's license first: it says which organization it is in the cloud."
    )]
    NoLicense,
    /// A token is missing.
    #[error("The billing sync token is missing.")]
    NoToken,
    /// The server has no key to seal with, which it makes at its start.
    #[error("The token could not be sealed.")]
    Unsealed,
    /// The organization is not written to now.
    #[error(transparent)]
    ReadOnly(#[from] ReadOnly),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ConnectionError {
    fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::NotAllowed(_)
            | Self::Exists(_)
            | Self::OtherKind
            | Self::NotHere
            | Self::NoLicense
            | Self::NoToken => Kind::Invalid,
            Self::Unsealed => Kind::Internal,
            Self::ReadOnly(refused) => refused.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::ReadOnly(refused) => refused.code(),
            _ => None,
        }
    }
}

/// Who asks about a connection: what they may do is decided once its kind is known.
#[derive(Debug, Clone, Copy)]
pub struct Asking {
    /// Who.
    pub actor: Actor,
    /// Which organization they name.
    pub organization: Id<Organization>,
    /// How they stand towards it.
    pub standing: Option<Standing>,
}

impl Asking {
    fn may(self, kind: ConnectionKind) -> Result<(), ConnectionError> {
        let Self { actor, organization, standing } = self;
        let denied = match kind {
            ConnectionKind::Scim => Permit::<ManageScim>::ask(actor, organization, standing).err(),
            ConnectionKind::CloudBillingSync => {
                Permit::<ManageConnections>::ask(actor, organization, standing).err()
            }
        };
        match denied {
            None => Ok(()),
            Some(Denied::Unknown) => Err(ConnectionError::NotFound),
            Some(Denied::Missing(_)) => Err(ConnectionError::NotAllowed(kind.name())),
        }
    }

    fn event(self, kind: EventKind, connection: Id<Connected>) -> Event {
        let acting_user = self.actor.user().map(Id::uuid);
        Event { acting_user, ..Event::of(kind, self.organization) }.about(connection.uuid())
    }
}

impl App {
    /// Whether this server may talk to a cloud.
    pub fn cloud_connections_enabled(&self) -> bool {
        self.settings.connects_to_cloud && self.settings.cloud_communication
    }

    /// The connection of that kind, with its token in clear; none when there is none.
    ///
    /// # Errors
    ///
    /// See [`ConnectionError`].
    pub async fn view_connection(
        &self,
        asking: Asking,
        kind: ConnectionKind,
    ) -> Result<Option<OpenConnection>, ConnectionError> {
        asking.may(kind)?;
        self.check_here(kind)?;
        let found = self.db.read().await?.connection(asking.organization, kind).await?;
        if let Some(Link::Cloud(link)) = found.as_ref().map(|it| &it.link) {
            self.learn_seal(&link.sealed_token).await?;
        }
        Ok(found.map(|connection| self.opened(connection)))
    }

    /// Makes a connection.
    ///
    /// # Errors
    ///
    /// See [`ConnectionError`].
    pub async fn create_connection(
        &self,
        asking: Asking,
        enabled: bool,
        wanted: Wanted,
    ) -> Result<OpenConnection, ConnectionError> {
        let kind = wanted.kind();
        asking.may(kind)?;
        self.check_here(kind)?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        self.check_action(&mut tx, action(kind), asking.organization, now).await?;
        let link = self.link(&mut tx, asking.organization, wanted, None).await?;
        let connection =
            Connection { id: self.id(), organization: asking.organization, enabled, link };
        if !tx.add_connection(&connection, now).await? {
            return Err(ConnectionError::Exists(kind.name()));
        }
        tx.record(asking.event(EventKind::ConnectionCreated, connection.id), now).await?;
        tx.commit().await?;
        Ok(self.opened(connection))
    }

    /// Changes a connection. When the licence was last fetched stays as it is.
    ///
    /// # Errors
    ///
    /// See [`ConnectionError`].
    pub async fn update_connection(
        &self,
        asking: Asking,
        id: Id<Connected>,
        enabled: bool,
        wanted: Wanted,
    ) -> Result<OpenConnection, ConnectionError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let found = own(tx.connection_by_id(id).await?, asking)?;
        let kind = found.link.kind();
        asking.may(kind)?;
        self.check_action(&mut tx, action(kind), asking.organization, now).await?;
        if wanted.kind() != found.link.kind() {
            return Err(ConnectionError::OtherKind);
        }
        self.check_here(found.link.kind())?;
        let link = self.link(&mut tx, asking.organization, wanted, Some(&found.link)).await?;
        let connection = Connection { enabled, link, ..found };
        tx.save_connection(&connection, now).await?;
        tx.record(asking.event(EventKind::ConnectionUpdated, id), now).await?;
        tx.commit().await?;
        Ok(self.opened(connection))
    }

    /// The organization a connection belongs to.
    ///
    /// # Errors
    ///
    /// When there is no such connection, or the database fails.
    pub async fn connected_organization(
        &self,
        id: Id<Connected>,
    ) -> Result<Id<Organization>, ConnectionError> {
        let found = self.db.read().await?.connection_by_id(id).await?;
        Ok(found.ok_or(ConnectionError::NotFound)?.organization)
    }

    /// Removes a connection.
    ///
    /// # Errors
    ///
    /// See [`ConnectionError`].
    pub async fn remove_connection(
        &self,
        asking: Asking,
        id: Id<Connected>,
    ) -> Result<(), ConnectionError> {
        let now = self.now();
        let mut tx = self.db.write().await?;
        let found = own(tx.connection_by_id(id).await?, asking)?;
        let kind = found.link.kind();
        asking.may(kind)?;
        self.check_action(&mut tx, action(kind), asking.organization, now).await?;
        tx.remove_connection(id).await?;
        tx.record(asking.event(EventKind::ConnectionRemoved, id), now).await?;
        tx.commit().await?;
        Ok(())
    }

    fn check_here(&self, kind: ConnectionKind) -> Result<(), ConnectionError> {
        match kind {
            ConnectionKind::CloudBillingSync if !self.settings.connects_to_cloud => {
                Err(ConnectionError::NotHere)
            }
            _ => Ok(()),
        }
    }

    async fn link(
        &self,
        tx: &mut Tx,
        organization: Id<Organization>,
        wanted: Wanted,
        before: Option<&Link>,
    ) -> Result<Link, ConnectionError> {
        let (token, automatic) = match wanted {
            Wanted::Scim { provider } => return Ok(Link::Scim { provider }),
            Wanted::Cloud { token, automatic_license } => (token, automatic_license),
        };
        let cloud = tx.licensed_cloud_organization(organization).await?;
        let cloud_organization = cloud.ok_or(ConnectionError::NoLicense)?;
        let before = match before {
            Some(Link::Cloud(link)) => Some(link),
            _ => None,
        };
        let token = token.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
        let sealed_token = match (token, before) {
            (Some(token), _) => self
                .keys
                .seal(BILLING_TOKEN, &token, &*self.ports.random)
                .ok_or(ConnectionError::Unsealed)?,
            (None, Some(link)) => link.sealed_token.clone(),
            (None, None) => return Err(ConnectionError::NoToken),
        };
        Ok(Link::Cloud(CloudLink {
            sealed_token,
            cloud_organization,
            automatic_license: automatic
                .unwrap_or_else(|| before.is_some_and(|it| it.automatic_license)),
            last_license_sync_at: before.and_then(|it| it.last_license_sync_at),
        }))
    }

    fn opened(&self, connection: Connection) -> OpenConnection {
        let token = match &connection.link {
            Link::Cloud(link) => self.keys.open(BILLING_TOKEN, &link.sealed_token),
            Link::Scim { .. } => None,
        };
        OpenConnection { connection, token }
    }
}

/// The name of the action that handling connections of this kind is.
const fn action(kind: ConnectionKind) -> &'static str {
    match kind {
        ConnectionKind::Scim => ManageScim::NAME,
        ConnectionKind::CloudBillingSync => ManageConnections::NAME,
    }
}

fn own(found: Option<Connection>, asking: Asking) -> Result<Connection, ConnectionError> {
    found
        .filter(|connection| connection.organization == asking.organization)
        .ok_or(ConnectionError::NotFound)
}
