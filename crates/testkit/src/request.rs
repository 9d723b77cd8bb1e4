//! A request, as it is put together.

use api::middleware::client_address::ClientAddress;
use axum::{Router, body::Body};
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::Reply;

/// A request, as it is put together; [`Request::send`] sends it.
pub struct Request {
    router: Router,
    builder: http::request::Builder,
    body: Body,
    line: String,
}

impl Request {
    pub(crate) fn new(router: Router, method: &str, path: &str) -> Self {
        let builder = http::Request::builder().method(method).uri(path);
        Self { router, builder, body: Body::empty(), line: format!("{method} {path}") }
    }

    /// With an access token.
    #[must_use]
    pub fn bearer(mut self, token: &str) -> Self {
        self.builder = self.builder.header(AUTHORIZATION, format!("Bearer {token}"));
        self
    }

    /// From an address of the network.
    #[must_use]
    pub fn from(mut self, address: &str) -> Self {
        self.builder = self.builder.extension(ClientAddress(address.parse().unwrap()));
        self
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.builder = self.builder.header(name, value);
        self
    }

    /// With a JSON body.
    #[must_use]
    pub fn json(mut self, body: &Value) -> Self {
        self.builder = self.builder.header(CONTENT_TYPE, "application/json");
        self.body = Body::from(body.to_string());
        self
    }

    /// With a form.
    #[must_use]
    pub fn form(mut self, fields: &[(&str, &str)]) -> Self {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.builder = self.builder.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.body = Body::from(form.finish());
        self
    }

    /// With a body of the test's own.
    #[must_use]
    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.builder = self.builder.header(CONTENT_TYPE, content_type);
        self.body = Body::from(body.into());
        self
    }

    /// With a form of parts, each with its name and content; the one called `license` is a file.
    #[must_use]
    pub fn multipart(self, parts: &[(&str, &str)]) -> Self {
        let mut body = String::new();
        for (name, content) in parts {
            let file = if *name == "license" { "; filename=\"license.json\"" } else { "" };
            body.extend(["--part\r\nContent-Disposition: form-data; name=\"", name, "\"", file]);
            body.extend(["\r\n\r\n", content, "\r\n"]);
        }
        body += "--part--\r\n";
        let length = body.len().to_string();
        self.header("content-length", &length).body("multipart/form-data; boundary=part", body)
    }

    /// Sends it and waits for the whole answer.
    pub async fn send(self) -> Reply {
        let request = self.builder.body(self.body).unwrap();
        let response = self.router.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Reply { line: self.line, status: parts.status, headers: parts.headers, bytes }
    }
}
