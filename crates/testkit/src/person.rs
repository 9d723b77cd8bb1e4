//! People with accounts.

use app::identity::access_token::Claims;
use chrono::TimeDelta;
use domain::{accounts::User, id::Id};
use store::accounts::Account;

use crate::{Request, TestServer};

/// What a client would send as proof of the master password of any person of the tests.
pub const PASSWORD_HASH: &str = "bWFzdGVyIHBhc3N3b3JkIGhhc2ggb2YgdGVzdHMuLi4=";

/// Argon2id over [`PASSWORD_HASH`], made once: a hundred people need not wait for it.
const STORED_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$ebb+1fO6U9EE0u1Mwb+VeAvmwkBkBrxxf+9Yhm7wEU0";

/// A person with an account.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: Id<User>,
    /// The mail address.
    pub email: String,
    /// An access token.
    pub token: String,
}

impl TestServer {
    /// A new person with an account and an access token.
    pub async fn person(&self, email: &str) -> Person {
        let now = self.app.now();
        let id: Id<User> = self.app.id();
        let stamp = self.app.unguessable_id().to_string();
        let account = Account {
            email_verified: true,
            name: email.split('@').next().map(str::to_owned),
            password_hash: Some(STORED_HASH.to_owned()),
            user_key: Some("2.AAAA|AAAA|AAAA".to_owned()),
            public_key: Some("AAAA".to_owned()),
            private_key: Some("2.AAAA|AAAA|AAAA".to_owned()),
            ..Account::new(id, email.to_owned(), stamp.clone(), now)
        };
        let mut tx = self.app.db.write().await.unwrap();
        tx.insert_account(&account).await.unwrap();
        tx.commit().await.unwrap();
        let life = TimeDelta::days(3_650);
        let claims = Claims {
            amr: vec!["Application".to_owned()],
            email: Some(email.to_owned()),
            email_verified: Some(true),
            premium: Some(false),
            sstamp: Some(stamp),
            device: Some(format!("device-of-{email}")),
            devicetype: Some(9),
            ..Claims::bare(&self.app, id.uuid(), "web".to_owned(), "api offline_access", life)
        };
        Person { id, email: email.to_owned(), token: self.app.access_token(&claims).unwrap() }
    }
}

impl Person {
    /// A request of this person's.
    pub fn get(&self, server: &TestServer, path: &str) -> Request {
        server.get(path).bearer(&self.token)
    }

    /// A request of this person's.
    pub fn post(&self, server: &TestServer, path: &str) -> Request {
        server.post(path).bearer(&self.token)
    }

    /// A request of this person's.
    pub fn put(&self, server: &TestServer, path: &str) -> Request {
        server.put(path).bearer(&self.token)
    }

    /// A request of this person's.
    pub fn delete(&self, server: &TestServer, path: &str) -> Request {
        server.delete(path).bearer(&self.token)
    }
}
