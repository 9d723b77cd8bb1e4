//! Getting an account.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::Person;
use crate::crypto::{Kdf, KeyPair, SymmetricKey};

/// What shows that an address belongs to the person.
#[derive(Debug, Clone)]
pub enum Proof {
    /// The token of the mail one asked for.
    Verified(String),
    /// The token of an invitation to an organization.
    Invited {
        /// The invitation.
        member: Uuid,
        /// Its token.
        token: String,
    },
    /// The token of an offered Families organization.
    Sponsored(String),
}

impl Person {
    /// Asks for the mail with the link to register. Gives the token at once where the server
    /// sends no mail.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn ask_to_register(&self) -> Result<Option<String>> {
        let body = json!({ "email": self.email, "name": null, "receiveMarketingEmails": false });
        let path = "/identity/accounts/register/send-verification-email";
        let answer = self.http.post(path).json(&body).answer().await?.succeeded()?;
        match answer.status {
            204 => Ok(None),
            _ => Ok(Some(answer.read()?)),
        }
    }

    /// Makes the account, with keys of its own.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn register(&self, proof: &Proof) -> Result<()> {
        let body = self.new_account(proof)?;
        self.http.post("/identity/accounts/register/finish").json(&body).done().await
    }

    /// As [`Person::register`], expecting that the server refuses it.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub async fn refused_to_register(&self, proof: &Proof) -> Result<String> {
        let body = self.new_account(proof)?;
        self.http.post("/identity/accounts/register/finish").json(&body).refused(400).await
    }

    fn new_account(&self, proof: &Proof) -> Result<Value> {
        let (kdf, salt) = (Kdf::DEFAULT, self.salt());
        let master = kdf.master_key(&self.password, &salt)?;
        let user_key = SymmetricKey::random()?;
        let pair = KeyPair::generate()?;
        let body = json!({
            "email": self.email,
            "masterPasswordHint": null,
            "masterPasswordAuthentication": {
                "kdf": kdf.to_wire(),
                "salt": salt,
                "masterPasswordAuthenticationHash": master.authentication_hash(&self.password),
            },
            "masterPasswordUnlock": {
                "kdf": kdf.to_wire(),
                "salt": salt,
                "masterKeyWrappedUserKey": master.stretched()?.encrypt(user_key.bytes())?,
                "containedKeyId": null,
            },
            "userAsymmetricKeys": {
                "publicKey": pair.public()?,
                "encryptedPrivateKey": pair.wrapped_by(&user_key)?,
            },
        });
        let proof = match proof {
            Proof::Verified(token) => json!({ "emailVerificationToken": token }),
            Proof::Invited { member, token } => {
                json!({ "orgInviteToken": token, "organizationUserId": member })
            }
            Proof::Sponsored(token) => json!({ "orgSponsoredFreeFamilyPlanToken": token }),
        };
        join(body, proof).context("a body is an object")
    }

    /// Registers where the server sends no mail to verify an address.
    ///
    /// # Errors
    ///
    /// When the server wants a mail to be read, or refuses.
    pub async fn register_without_mail(&self) -> Result<()> {
        let token = self.ask_to_register().await?;
        ensure!(token.is_some(), "the server sent a mail to {}", self.email);
        self.register(&Proof::Verified(token.unwrap_or_default())).await
    }
}

fn join(one: Value, other: Value) -> Option<Value> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            Some(Value::Object(one.into_iter().chain(other).collect::<Map<_, _>>()))
        }
        _ => None,
    }
}
