//! Giving, receiving and ending Families sponsorships.

use anyhow::Result;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{Person, organizations::List};
use crate::http::Call;

/// A sponsorship in an administrator's list.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sponsorship {
    /// The member who gave it.
    pub sponsoring_organization_user_id: Uuid,
    /// What they call the recipient.
    pub friendly_name: Option<String>,
    /// Where the offer was sent, until it is redeemed.
    pub offered_to_email: Option<String>,
    /// When it was last told to the cloud.
    pub last_sync_date: Option<DateTime<Utc>>,
    /// Until when it holds.
    pub valid_until: Option<DateTime<Utc>>,
    /// Whether it is to end.
    pub to_delete: bool,
    /// Whether an administrator gave it.
    pub is_admin_initiated: bool,
    /// An administrator's note, encrypted.
    pub notes: Option<String>,
}

/// What the cloud says of an offer's token before it is redeemed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenCheck {
    /// Whether it can be redeemed by whoever asked.
    pub is_token_valid: bool,
    /// Whether the sponsoring organization has switched sponsorships off.
    pub is_free_family_policy_enabled: bool,
}

/// Where sponsorships are given: the two roles have different paths for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where Families organizations live.
    Cloud,
    /// A customer's own server.
    SelfHosted,
}

impl Side {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Cloud => "/api/organization/sponsorship",
            Self::SelfHosted => "/api/organization/sponsorship/self-hosted",
        }
    }
}

impl Person {
    /// Gives one's own sponsorship to `recipient`.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn sponsor(&self, side: Side, organization: Uuid, recipient: &str) -> Result<Call> {
        let body = json!({
            "planSponsorshipType": 0, "sponsoredEmail": recipient, "friendlyName": recipient,
        });
        Ok(self.offers(side, organization)?.json(&body))
    }

    /// Gives a sponsorship as an administrator, to somebody who is no member.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn sponsor_as_administrator(
        &self,
        side: Side,
        organization: Uuid,
        recipient: &str,
        notes: Option<&str>,
    ) -> Result<Call> {
        let body = json!({
            "planSponsorshipType": 0, "sponsoredEmail": recipient, "friendlyName": recipient,
            "isAdminInitiated": true, "notes": notes,
        });
        Ok(self.offers(side, organization)?.json(&body))
    }

    fn offers(&self, side: Side, organization: Uuid) -> Result<Call> {
        let prefix = side.prefix();
        Ok(self.http()?.post(&format!("{prefix}/{organization}/families-for-enterprise")))
    }

    /// Takes one's own sponsorship back.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn revoke_own_sponsorship(&self, side: Side, organization: Uuid) -> Result<Call> {
        Ok(self.http()?.delete(&format!("{}/{organization}", side.prefix())))
    }

    /// Takes back a sponsorship an administrator gave.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn revoke_sponsorship(&self, side: Side, organization: Uuid, name: &str) -> Result<Call> {
        let name = name.replace('@', "%40").replace('+', "%2B");
        Ok(self.http()?.delete(&format!("{}/{organization}/{name}/revoke", side.prefix())))
    }

    /// The sponsorships administrators gave.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn sponsorships(&self, side: Side, organization: Uuid) -> Result<Vec<Sponsorship>> {
        let path = format!("{}/{organization}/sponsored", side.prefix());
        let list: List<Sponsorship> = self.http()?.get(&path).read().await?;
        Ok(list.data)
    }

    /// Asks the cloud whether an offer's token is good for oneself.
    ///
    /// # Errors
    ///
    /// When the server refuses to say.
    pub async fn check_offer(&self, token: &str) -> Result<TokenCheck> {
        let path = "/api/organization/sponsorship/validate-token";
        self.http()?.post(path).query(&[("sponsorshipToken", token)]).read().await
    }

    /// Redeems an offer for a Families organization one owns.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn redeem(&self, token: &str, organization: Uuid) -> Result<Call> {
        let body = json!({ "planSponsorshipType": 0, "sponsoredOrganizationId": organization });
        let call = self.http()?.post("/api/organization/sponsorship/redeem");
        Ok(call.query(&[("sponsorshipToken", token)]).json(&body))
    }

    /// Gives a sponsored organization's sponsorship up, as its owner.
    ///
    /// # Errors
    ///
    /// When one is not signed in.
    pub fn give_up_sponsorship(&self, sponsored: Uuid) -> Result<Call> {
        Ok(self.http()?.delete(&format!("/api/organization/sponsorship/sponsored/{sponsored}")))
    }
}
