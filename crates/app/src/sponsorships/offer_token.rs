//! What the link in an offer carries.

use domain::{id::Id, sponsorships::Sponsorship};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx};
use url::form_urlencoded;
use uuid::Uuid;

use crate::App;

/// Clients look for this before they ask a server about a link.
const PREFIX: &str = "BWOrganizationSponsorship_";
const PURPOSE: &str = "sponsorship-offer";

/// What the link in an offer carries. It dies with a change of the address, with its use, and with
/// the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferToken {
    id: Uuid,
    kind: i64,
    email: String,
}

impl App {
    /// The link that leads the recipient of `sponsorship` to it, by way of signing up for those
    /// without an account.
    pub(super) fn offer_link(
        &self,
        sponsorship: &Sponsorship,
        has_account: bool,
    ) -> Option<String> {
        let gift = sponsorship.gift();
        let content =
            OfferToken { id: gift.id.uuid(), kind: 0, email: gift.recipient.email.clone() };
        let token = format!("{PREFIX}{}", self.keys.sign(PURPOSE, &content, None)?);
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("token", &token).append_pair("email", &gift.recipient.email);
        if !has_account {
            query.append_pair("register", "true");
        }
        Some(
            self.settings.address(&format!("/#/accept-families-for-enterprise?{}", query.finish())),
        )
    }

    /// The open offer `token` leads the owner of `email` to; none when the link is damaged, used, or
    /// someone else's.
    pub(super) async fn offer_behind(
        &self,
        tx: &mut Tx,
        token: &str,
        email: &str,
    ) -> Result<Option<Sponsorship>, StoreError> {
        let Some(signed) = token.strip_prefix(PREFIX) else { return Ok(None) };
        self.learn_seal_in(tx, signed).await?;
        let content: Option<OfferToken> = self.keys.verify(PURPOSE, signed, self.now());
        let Some(content) = content.filter(|it| it.kind == 0) else { return Ok(None) };
        let found = tx.sponsorship(Id::new(content.id)).await?;
        let email = email.trim().to_lowercase();
        Ok(found.filter(|row| {
            let key = row.gift().recipient.key();
            matches!(row, Sponsorship::Offered(_))
                && key == content.email.trim().to_lowercase()
                && key == email
        }))
    }
}
