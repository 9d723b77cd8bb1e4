//! Two servers, the line between them, and the people of the stories.

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    fault_proxy::FaultProxy,
    http::Http,
    person::{Person, Proof},
    servers::{Engine, Role, Server},
};

/// The master password of everybody.
pub const PASSWORD: &str = "correct horse battery staple";

/// What the owner retrieves for the organization's own server.
#[derive(Debug, Clone)]
pub struct Installation {
    /// Its id.
    pub id: Uuid,
    /// Its key.
    pub key: String,
}

/// Everything a story is about. What does not exist yet has the id nil and no licence or token.
#[derive(Debug)]
pub struct World {
    /// How many members the organization may have at first.
    pub seats: u32,
    /// The cloud.
    pub cloud: Server,
    /// The organization's own server.
    pub own: Server,
    /// What the second calls the first by.
    pub line: FaultProxy,
    /// The owner, on the cloud.
    pub cloud_owner: Person,
    /// The owner, on the own server.
    pub owner: Person,
    /// The members on the own server, in the order in which they joined.
    pub members: Vec<Person>,
    /// The Enterprise organization on the cloud.
    pub enterprise: Uuid,
    /// The same on the own server.
    pub organization: Uuid,
    /// What the own server is known by.
    pub installation: Installation,
    /// The licence last downloaded.
    pub license: Value,
    /// The billing token last generated.
    pub token: String,
    /// The sponsored Families organizations, by the address of their owner.
    pub families: Vec<(Person, Uuid)>,
}

impl World {
    /// The two servers, not yet running.
    ///
    /// # Errors
    ///
    /// When there is no server program, or no database.
    pub async fn new(engine: Engine) -> Result<Self> {
        let cloud = Server::prepare(Role::Cloud, engine).await?;
        let own = Server::prepare(Role::SelfHosted, engine).await?;
        let line = FaultProxy::to(cloud.port()).await?;
        Ok(Self {
            seats: 50,
            line,
            cloud_owner: Person::new(&cloud.http()?, "owner@example.com", PASSWORD),
            owner: Person::new(&own.http()?, "owner@example.com", PASSWORD),
            members: Vec::new(),
            enterprise: Uuid::nil(),
            organization: Uuid::nil(),
            installation: Installation { id: Uuid::nil(), key: String::new() },
            license: Value::Null,
            token: String::new(),
            families: Vec::new(),
            cloud,
            own,
        })
    }

    /// The member with an address.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn member(&self, email: &str) -> Result<&Person> {
        let mut found = self.members.iter().filter(|member| member.email() == email);
        found.next().with_context(|| format!("{email} did not join"))
    }

    /// Somebody on the cloud who has no account yet.
    ///
    /// # Errors
    ///
    /// When the system offers no way to make connections.
    pub fn somebody(&self, email: &str) -> Result<Person> {
        Ok(Person::new(&self.cloud.http()?, email, PASSWORD))
    }

    /// The address under which the own server knows the cloud, and the clients do not.
    pub fn line_http(&self) -> Result<Http> {
        Http::new(&self.line.url())
    }
}

/// Makes an account by the mailed link, and signs in.
///
/// # Errors
///
/// When no mail comes, or the server refuses.
pub async fn join(server: &Server, person: &mut Person) -> Result<()> {
    ensure!(person.ask_to_register().await?.is_none(), "the server handed the token out itself");
    let (_, link) = server.mailed_link(person.email(), "finish-signup").await?;
    let token = link.parameter("token")?;
    person.register(&Proof::Verified(token)).await?;
    person.log_in().await
}

/// A day, as the story tells it.
pub fn day(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%d").to_string()
}

/// A time, as the story tells it.
pub fn minute(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%d %H:%M").to_string()
}
