//! An organization of the cloud, and its twin on a server of its own.

use app::licensing::found_licensed_organization::LicensedFounding;
use domain::{id::Id, organizations::Organization};

use crate::{Engine, ORGANIZATION_KEY, Person, TestServer};

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

    /// The present licence of the organization, as its owner downloads it from the cloud.
    pub async fn license(&self) -> String {
        let server = &self.self_hosted;
        self.cloud.license_for(&self.cloud_owner, self.cloud_organization, server).await
    }
}

impl TestServer {
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
