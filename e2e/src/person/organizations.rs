//! Organizations and their members.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Link, Person};
use crate::{
    crypto::{KeyPair, SymmetricKey, wrap_for},
    http::text_at,
};

/// The plans of the story, under the protocol's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// Families, yearly.
    Families = 22,
    /// Teams, yearly.
    Teams = 18,
    /// Enterprise, yearly.
    Enterprise = 20,
}

/// An organization, as its owners see it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Its id on this server.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The number of its plan.
    pub plan_type: i64,
    /// How many members it may have.
    pub seats: Option<i64>,
}

/// A member, as administrators see them.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The id of the membership.
    pub id: Uuid,
    /// The account behind it, once accepted.
    pub user_id: Option<Uuid>,
    /// Their address.
    pub email: String,
    /// -1 revoked, 0 invited, 1 accepted, 2 confirmed.
    pub status: i64,
}

/// The keys a new organization is made with.
pub(super) struct NewKeys {
    pub wrapped: String,
    pub collection: String,
    pub public: String,
    pub private: String,
}

impl Person {
    pub(super) fn new_organization_keys(&self) -> Result<NewKeys> {
        let key = SymmetricKey::random()?;
        let pair = KeyPair::generate()?;
        Ok(NewKeys {
            wrapped: wrap_for(&self.session()?.pair.public()?, &key)?,
            collection: key.encrypt(b"Default collection")?,
            public: pair.public()?,
            private: pair.wrapped_by(&key)?,
        })
    }

    /// Creates an organization, of which the person is then the owner.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn create_organization(
        &self,
        name: &str,
        plan: Plan,
        seats: u32,
    ) -> Result<Organization> {
        let keys = self.new_organization_keys()?;
        let body = json!({
            "name": name,
            "billingEmail": self.email,
            "planType": plan as u8,
            "key": keys.wrapped,
            "keys": { "publicKey": keys.public, "encryptedPrivateKey": keys.private },
            "collectionName": keys.collection,
            "paymentMethodType": 0,
            "paymentToken": "pm_card_visa",
            "additionalSeats": seats,
            "additionalStorageGb": 0,
            "premiumAccessAddon": false,
            "billingAddressCountry": "FR",
            "billingAddressPostalCode": "75001",
        });
        self.http()?.post("/api/organizations").json(&body).read().await
    }

    /// Creates an organization without keys of its own: enough for programs, and quick to make by
    /// the thousand.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn create_keyless(&self, name: &str, plan: Plan, seats: u32) -> Result<Uuid> {
        let key = wrap_for(&self.session()?.pair.public()?, &SymmetricKey::random()?)?;
        let body = json!({
            "name": name, "billingEmail": self.email, "planType": plan as u8, "key": key,
            "paymentMethodType": 0, "paymentToken": "pm_card_visa", "additionalSeats": seats,
            "billingAddressCountry": "FR", "billingAddressPostalCode": "75001",
        });
        let made: Organization = self.http()?.post("/api/organizations").json(&body).read().await?;
        Ok(made.id)
    }

    /// Reads an organization one owns.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn organization(&self, id: Uuid) -> Result<Organization> {
        self.http()?.get(&format!("/api/organizations/{id}")).read().await
    }

    /// Moves an organization one owns to another plan.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn change_plan(&self, id: Uuid, plan: Plan) -> Result<()> {
        let body = json!({
            "planType": plan as u8, "additionalSeats": 0, "additionalStorageGb": 0,
            "premiumAccessAddon": false,
        });
        self.http()?.post(&format!("/api/organizations/{id}/upgrade")).json(&body).done().await
    }

    /// The key of an organization one is a confirmed member of.
    ///
    /// # Errors
    ///
    /// When one is not.
    pub async fn organization_key(&self, id: Uuid) -> Result<SymmetricKey> {
        let profile = self.sync().await?;
        let mut found = profile.organizations.iter().filter(|organization| organization.id == id);
        let found = found.next().with_context(|| format!("{} is in no {id}", self.email))?;
        Ok(self.session()?.pair.unwrap_key(&found.key)?)
    }

    /// Invites somebody as an ordinary member.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn invite(&self, organization: Uuid, email: &str) -> Result<()> {
        let body = json!({
            "emails": [email], "type": 2, "accessSecretsManager": false, "permissions": {},
            "collections": [], "groups": [],
        });
        let path = format!("/api/organizations/{organization}/users/invite");
        self.http()?.post(&path).json(&body).done().await
    }

    /// The members of an organization one administers.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn members(&self, organization: Uuid) -> Result<Vec<Member>> {
        let path = format!("/api/organizations/{organization}/users");
        let list: List<Member> = self.http()?.get(&path).read().await?;
        Ok(list.data)
    }

    /// The member with an address.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn member(&self, organization: Uuid, email: &str) -> Result<Member> {
        let members = self.members(organization).await?;
        let mut found = members.into_iter().filter(|member| member.email == email);
        found.next().with_context(|| format!("{email} is no member of {organization}"))
    }

    /// Accepts an invitation by its mailed link.
    ///
    /// # Errors
    ///
    /// When the server refuses, or the link is no invitation.
    pub async fn accept_invitation(&self, link: &Link) -> Result<()> {
        let organization = link.parameter("organizationId")?;
        let member = link.parameter("organizationUserId")?;
        let path = format!("/api/organizations/{organization}/users/{member}/accept");
        let body = json!({ "token": link.parameter("token")?, "resetPasswordKey": null });
        self.http()?.post(&path).json(&body).done().await
    }

    /// Hands the organization's key to somebody who accepted.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn confirm(&self, organization: Uuid, email: &str) -> Result<()> {
        let member = self.member(organization, email).await?;
        let user = member.user_id.with_context(|| format!("{email} did not accept yet"))?;
        let path = format!("/api/users/{user}/public-key");
        let answer: Value = self.http()?.get(&path).read().await?;
        let public = text_at(&answer, "/publicKey")?;
        let key = wrap_for(public, &self.organization_key(organization).await?)?;
        let path = format!("/api/organizations/{organization}/users/{}/confirm", member.id);
        self.http()?.post(&path).json(&json!({ "key": key })).done().await
    }

    /// Removes a member.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn remove_member(&self, organization: Uuid, member: Uuid) -> Result<()> {
        let path = format!("/api/organizations/{organization}/users/{member}");
        self.http()?.delete(&path).done().await
    }

    /// Leaves an organization.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn leave(&self, organization: Uuid) -> Result<()> {
        self.http()?.post(&format!("/api/organizations/{organization}/leave")).done().await
    }
}

/// A list of the protocol.
#[derive(Debug, Deserialize)]
pub(super) struct List<T> {
    pub data: Vec<T>,
}
