//! Whose session it is.

use std::net::IpAddr;

use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{admin::Operator, id::Id};
use store::{StoreError, operators::OperatorRow};

use super::By;
use crate::{App, identity::Secret};

/// A signed-in operator.
#[derive(Debug, Clone)]
pub struct OperatorSession {
    /// Who.
    pub id: Id<Operator>,
    /// The mail address.
    pub email: String,
    antiforgery: String,
    address: Option<IpAddr>,
}

impl OperatorSession {
    pub(super) fn new(operator: OperatorRow, secret: &Secret, address: Option<IpAddr>) -> Self {
        let antiforgery = antiforgery(secret);
        Self { id: Id::new(operator.id), email: operator.email, antiforgery, address }
    }

    /// Who acts in this session, and from where.
    pub fn by(&self) -> By {
        By { operator: Some((self.id, self.email.clone())), address: self.address }
    }

    /// What the portal's pages send with every change, so that no other page can ask for one.
    pub fn antiforgery(&self) -> &str {
        &self.antiforgery
    }

    /// Whether a page that sent `token` is one of this session's.
    pub fn came_from_the_portal(&self, token: &str) -> bool {
        subtle::ConstantTimeEq::ct_eq(token.as_bytes(), self.antiforgery.as_bytes()).into()
    }
}

/// Follows from the session's secret, which no page can read.
fn antiforgery(secret: &Secret) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.reveal().as_bytes());
    URL_SAFE_NO_PAD.encode(hmac::sign(&key, b"portal antiforgery"))
}

impl App {
    /// Whether that is an operator now: added by a command, or named in the settings.
    pub(super) fn still_operates(&self, operator: &OperatorRow) -> bool {
        operator.added || self.named_operator(&operator.email)
    }

    pub(super) fn named_operator(&self, email: &str) -> bool {
        self.settings.operators.iter().any(|named| named.eq_ignore_ascii_case(email))
    }

    /// Whose session `secret` opens, if it does; `address` is where the request came from.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_session(
        &self,
        secret: &Secret,
        address: Option<IpAddr>,
    ) -> Result<Option<OperatorSession>, StoreError> {
        let mut tx = self.db.read().await?;
        let found = tx.operator_session(&secret.hash(), self.now()).await?;
        let operator = found.filter(|operator| self.still_operates(operator));
        Ok(operator.map(|operator| OperatorSession::new(operator, secret, address)))
    }
}
