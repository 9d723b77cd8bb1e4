//! An organization of the cloud, and its twin on a server of its own.

use app::{
    licensing::found_licensed_organization::LicensedFounding,
    organizations::connections::BILLING_TOKEN as BILLING_TOKEN_PURPOSE,
};
use aws_lc_rs::digest::{SHA256, digest};
use domain::{
    id::Id,
    organizations::{
        Organization,
        api_keys::{KeyKind, KeyRecord},
        connections::{CloudLink, Connection, ConnectionKind, Link},
    },
};

use crate::{Engine, ORGANIZATION_KEY, Person, TestServer};

/// The billing sync token of the organizations that [`Twins`] connects.
pub const BILLING_TOKEN: &str = "billingSyncTokenOf30Characters";

/// An Enterprise organization of the cloud, and its twin on a server of its own, made from its
/// licence. The owners have the same mail address on both.
pub struct Twins {
    /// The cloud.
    pub cloud: TestServer,
    /// The server of its own.
    pub self_hosted: TestServer,
    /// The owner, on the cloud.
    pub cloud_owner: Person,
    /// The owner, on the server of its own.
    pub owner: Person,
    /// The organization on the cloud.
    pub cloud_organization: Id<Organization>,
    /// The organization on the server of its own.
    pub organization: Id<Organization>,
}

impl Twins {
    /// A pair of servers with an organization on both.
    pub async fn new(engine: Engine) -> Self {
        let (cloud, self_hosted) = TestServer::pair(engine).await;
        Self::on(cloud, self_hosted).await
    }

    /// An organization on both of these servers.
    pub async fn on(cloud: TestServer, self_hosted: TestServer) -> Self {
        let cloud_owner = cloud.person("owner@example.com").await;
        let owner = self_hosted.person("owner@example.com").await;
        let cloud_organization = cloud.organization(&cloud_owner, "enterprise").await;
        let organization =
            self_hosted.licensed(&owner, &cloud, &cloud_owner, cloud_organization).await;
        Self { cloud, self_hosted, cloud_owner, owner, cloud_organization, organization }
    }

    /// A pair of servers with an organization on both, connected by its billing sync token.
    pub async fn connected(engine: Engine) -> Self {
        let twins = Self::new(engine).await;
        twins.connect().await;
        twins
    }

    /// Gives the cloud organization a billing sync token, and its twin the connection with it.
    pub async fn connect(&self) {
        self.cloud.billing_token(self.cloud_organization, BILLING_TOKEN).await;
        let link = Link::Cloud(CloudLink {
            sealed_token: self.self_hosted.sealed_billing_token(BILLING_TOKEN),
            cloud_organization: self.cloud_organization.uuid(),
            automatic_license: false,
            last_license_sync_at: None,
        });
        let app = &self.self_hosted.app;
        let organization = self.organization;
        let connection = Connection { id: app.id(), organization, enabled: true, link };
        let mut tx = app.db.write().await.unwrap();
        assert!(tx.add_connection(&connection, app.now()).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// Changes the connection of the organization to its cloud organization.
    pub async fn reconnect(&self, change: impl FnOnce(&mut bool, &mut CloudLink)) {
        let app = &self.self_hosted.app;
        let mut tx = app.db.write().await.unwrap();
        let kind = ConnectionKind::CloudBillingSync;
        let mut connection = tx.connection(self.organization, kind).await.unwrap().unwrap();
        let Link::Cloud(link) = &mut connection.link else { panic!("another connection") };
        change(&mut connection.enabled, link);
        tx.save_connection(&connection, app.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The present licence of the organization, as its owner downloads it from the cloud.
    pub async fn license(&self) -> String {
        let server = &self.self_hosted;
        self.cloud.license_for(&self.cloud_owner, self.cloud_organization, server).await
    }
}

impl TestServer {
    /// Makes `token` the billing sync token of an organization of this cloud.
    pub async fn billing_token(&self, organization: Id<Organization>, token: &str) {
        let now = self.app.now();
        let key = KeyRecord {
            kind: KeyKind::BillingSync,
            hash: digest(&SHA256, token.as_bytes()).as_ref().to_vec(),
            last_four: token[token.len() - 4..].to_owned(),
            previous: None,
            last_used_at: None,
            last_used_by: None,
            revised_at: now,
        };
        let mut tx = self.app.db.write().await.unwrap();
        assert!(tx.add_organization_key(organization, self.app.id(), &key).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// A billing sync token, as connections keep it.
    pub fn sealed_billing_token(&self, token: &str) -> String {
        self.app.keys.seal(BILLING_TOKEN_PURPOSE, token, &*self.app.ports.random).unwrap()
    }

    /// The licence of an organization of this cloud for `server`, as its owner downloads it.
    pub async fn license_for(
        &self,
        owner: &Person,
        organization: Id<Organization>,
        server: &Self,
    ) -> String {
        let installation = server.app.settings.installation.unwrap();
        let path =
            format!("/api/organizations/{organization}/license?installationId={installation}");
        owner.get(self, &path).send().await.expect(200).text()
    }

    /// The twin of an organization of `cloud`, made on this server by `owner` from its licence.
    pub async fn licensed(
        &self,
        owner: &Person,
        cloud: &Self,
        cloud_owner: &Person,
        organization: Id<Organization>,
    ) -> Id<Organization> {
        let asked = LicensedFounding {
            document: cloud.license_for(cloud_owner, organization, self).await,
            key: ORGANIZATION_KEY.to_owned(),
            collection_name: None,
            keys: Some(("AAAA".to_owned(), "2.AAAA|AAAA|AAAA".to_owned())),
        };
        self.app.found_licensed_organization(owner.id, asked).await.unwrap()
    }
}
