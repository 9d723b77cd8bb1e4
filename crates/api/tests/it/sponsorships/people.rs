//! The people of a sponsorship, and what they do in most tests.

use domain::{
    authz::{Permission, Permissions},
    id::Id,
    organizations::{Feature, Member, Organization, Role},
    sponsorships::{Gift, Recipient},
};
use serde_json::{Value, json};
use testkit::{Engine, Person, Reply, TestServer};

/// Sorts of sponsorships whose kept number is not how many there are.
const MISCOUNTED: &str = "
    SELECT COUNT(*)
      FROM (SELECT organization_id
              FROM (SELECT organization_id, state, admin_initiated, unsent, held
                      FROM sponsorship_counts
                     WHERE held <> 0
                     UNION ALL
                    SELECT sponsoring_organization_id, state, admin_initiated, unsent, COUNT(*)
                      FROM sponsorships
                     WHERE state <> 5 AND sponsoring_organization_id IS NOT NULL
                     GROUP BY sponsoring_organization_id, state, admin_initiated, unsent) AS kept
             GROUP BY organization_id, state, admin_initiated, unsent, held
            HAVING COUNT(*) <> 2) AS odd";

/// A server with an Enterprise organization and those who have to do with it.
pub struct Scene {
    pub server: TestServer,
    pub organization: Id<Organization>,
    pub owner: Person,
    pub member: Person,
    pub member_id: Id<Member>,
    pub stranger: Person,
}

impl Scene {
    /// On a cloud.
    pub async fn cloud(engine: Engine) -> Self {
        Self::on(TestServer::cloud(engine).await).await
    }

    /// On a self-hosted server.
    pub async fn self_hosted(engine: Engine) -> Self {
        Self::on(TestServer::self_hosted(engine).await).await
    }

    /// On this server.
    pub async fn on(server: TestServer) -> Self {
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let stranger = server.person("stranger@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let member_id = server.member(organization, &member, Role::User).await;
        let scene = Self { server, organization, owner, member, member_id, stranger };
        scene.entitle(Feature::AdminSponsoredFamilies, true).await;
        scene
    }

    /// Another member.
    pub async fn join(&self, email: &str) -> Person {
        let person = self.server.person(email).await;
        self.server.member(self.organization, &person, Role::User).await;
        person
    }

    /// A member with a custom role that manages members.
    pub async fn manager(&self) -> Person {
        let person = self.server.person("manager@example.com").await;
        let role = Role::Custom(Permissions::of(&[Permission::ManageUsers]));
        self.server.member(self.organization, &person, role).await;
        person
    }

    /// What the organization may use, from now on.
    pub async fn entitle(&self, feature: Feature, on: bool) {
        let mut tx = self.server.app.db.write().await.unwrap();
        let record = tx.organization(self.organization).await.unwrap().unwrap();
        let features = record.entitlements.features.with(feature, on);
        tx.set_features(self.organization, features, self.server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The base of the routes for those who give.
    pub fn base(&self) -> String {
        let prefix = if self.server.app.ports.sponsorship_desk.keeps_families() {
            ""
        } else {
            "/self-hosted"
        };
        format!("/api/organization/sponsorship{prefix}/{}", self.organization)
    }

    /// `giver` offers `email` one of their own.
    pub async fn offer(&self, giver: &Person, email: &str) -> Reply {
        let body =
            json!({"planSponsorshipType": 0, "sponsoredEmail": email, "friendlyName": email});
        let path = format!("{}/families-for-enterprise", self.base());
        giver.post(&self.server, &path).json(&body).send().await
    }

    /// `giver` offers `email` one in the organization's name.
    pub async fn offer_as_admin(&self, giver: &Person, email: &str) -> Reply {
        let body = json!({
            "planSponsorshipType": 0, "sponsoredEmail": email, "friendlyName": email,
            "isAdminInitiated": true, "notes": "2.AAAA|AAAA|AAAA",
        });
        let path = format!("{}/families-for-enterprise", self.base());
        giver.post(&self.server, &path).json(&body).send().await
    }

    /// Every living sponsorship, as the owner sees it. At every look, the numbers kept of them must
    /// be those that counting finds.
    pub async fn list(&self) -> Vec<Value> {
        assert_eq!(testkit::number(&self.server.app.db, MISCOUNTED).await, 0);
        let path = format!("{}/sponsored?kind=all", self.base());
        let reply = self.owner.get(&self.server, &path).send().await.expect(200);
        reply.json()["data"].as_array().unwrap().clone()
    }

    /// The only living sponsorship.
    pub async fn only(&self) -> Value {
        let list = self.list().await;
        assert_eq!(list.len(), 1, "{list:?}");
        list[0].clone()
    }

    /// The token in the last offer mailed to `email`.
    pub async fn token(&self, email: &str) -> String {
        self.server.last_mail_to(email, "sponsorship_offer").await.link_parameter("token")
    }

    /// `recipient` redeems what was offered for a new Families organization, which it answers.
    pub async fn redeem(&self, recipient: &Person) -> Id<Organization> {
        let families = self.server.organization(recipient, "families").await;
        let token = self.token(&recipient.email).await;
        self.redeem_with(recipient, &token, families).await.expect(200);
        families
    }

    /// `recipient` redeems the offer behind `token` for `families`.
    pub async fn redeem_with(
        &self,
        recipient: &Person,
        token: &str,
        families: Id<Organization>,
    ) -> Reply {
        let body =
            json!({"planSponsorshipType": 0, "sponsoredOrganizationId": families.to_string()});
        let path = format!("/api/organization/sponsorship/redeem?sponsorshipToken={token}");
        recipient.post(&self.server, &path).json(&body).send().await
    }

    /// Switches policy 13 of the organization on or off.
    pub async fn forbid(&self, on: bool) {
        let remove = "DELETE FROM policies WHERE organization_id = $1 AND kind = 13";
        testkit::tamper(&self.server.app.db, remove, &[self.organization.uuid()]).await;
        if on {
            let add = "INSERT INTO policies (id, organization_id, kind, enabled, revised_at)
                       SELECT $1, id, 13, TRUE, revised_at FROM organizations WHERE id = $2";
            let ids = [self.server.app.unguessable_id(), self.organization.uuid()];
            testkit::tamper(&self.server.app.db, add, &ids).await;
        }
    }

    /// How many offers were mailed to `email`.
    pub async fn offers_to(&self, email: &str) -> usize {
        let mails = self.server.mails_to(email).await;
        mails.iter().filter(|mail| mail.template == "sponsorship_offer").count()
    }

    /// Gives `count` people something at once, each from a member of their own.
    pub async fn give_many(&self, count: u128) {
        let now = self.server.app.now();
        let mut rows: Vec<_> = (0..count)
            .map(|n| {
                let email = format!("p{n}@home.test");
                let recipient = Recipient::new(&email, Some(email.clone()), None).unwrap();
                let member = Id::new(uuid::Uuid::from_u128(n + 1));
                let id = self.server.app.id();
                let mut gift = Gift::new(id, self.organization, member, false, recipient, now);
                gift.unsent = true;
                self.server.app.ports.sponsorship_desk.open(gift)
            })
            .collect();
        let mut tx = self.server.app.db.write().await.unwrap();
        tx.save_sponsorships(Some(self.organization), &mut rows).await.unwrap();
        tx.commit().await.unwrap();
    }
}
