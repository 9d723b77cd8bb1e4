//! An operator at the portal.

use serde_json::json;

use crate::{Reply, Request, TestServer};

/// A signed-in operator.
#[derive(Debug, Clone)]
pub struct OperatorAtWork {
    cookie: String,
    antiforgery: String,
}

impl OperatorAtWork {
    /// From the answer that opened the session.
    pub fn of(reply: &Reply) -> Self {
        let cookie = reply.headers["set-cookie"].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let antiforgery = reply.json()["antiforgery"].as_str().unwrap().to_owned();
        Self { cookie, antiforgery }
    }

    /// A request of this operator's.
    pub fn get(&self, server: &TestServer, path: &str) -> Request {
        server.get(path).header("cookie", &self.cookie)
    }

    /// A request of this operator's, as a page of the portal makes it.
    pub fn post(&self, server: &TestServer, path: &str) -> Request {
        server.post(path).header("cookie", &self.cookie).header("x-antiforgery", &self.antiforgery)
    }

    /// A request of this operator's, as a page of the portal makes it.
    pub fn put(&self, server: &TestServer, path: &str) -> Request {
        server.put(path).header("cookie", &self.cookie).header("x-antiforgery", &self.antiforgery)
    }

    /// A request of this operator's, as a page of the portal makes it.
    pub fn delete(&self, server: &TestServer, path: &str) -> Request {
        server
            .delete(path)
            .header("cookie", &self.cookie)
            .header("x-antiforgery", &self.antiforgery)
    }

    /// A request with this operator's cookie that no page of the portal made.
    pub fn forged(&self, server: &TestServer, path: &str) -> Request {
        server.post(path).header("cookie", &self.cookie)
    }
}

impl TestServer {
    /// Signs `operator@example.com` in, whom the settings of test servers name.
    pub async fn operator(&self) -> OperatorAtWork {
        let email = "operator@example.com";
        self.post("/admin/login").json(&json!({ "email": email })).send().await.expect(200);
        let token = self.last_mail_to(email, "operator_sign_in").await.link_parameter("token");
        let body = json!({ "token": token });
        let reply = self.post("/admin/login/confirm").json(&body).send().await.expect(200);
        OperatorAtWork::of(&reply)
    }
}
