//! Calls to a server, and answers that say what went wrong with them.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use reqwest::{Client, Method, RequestBuilder, header};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A server as an app knows it: by its address, with whoever is signed in.
#[derive(Debug, Clone)]
pub struct Http {
    base: String,
    client: Client,
    token: Option<String>,
}

impl Http {
    /// The server at `base`, with nobody signed in.
    ///
    /// # Errors
    ///
    /// When the system offers no way to make connections.
    pub fn new(base: &str) -> Result<Self> {
        Self::trusting(base, None)
    }

    /// As [`Http::new`], for a server whose certificate is signed by `authority`, in PEM.
    ///
    /// # Errors
    ///
    /// When `authority` is no certificate.
    pub fn trusting(base: &str, authority: Option<&[u8]>) -> Result<Self> {
        let mut builder = Client::builder().no_proxy().timeout(Duration::from_mins(2));
        if let Some(pem) = authority {
            builder = builder.tls_certs_only([reqwest::Certificate::from_pem(pem)?]);
        }
        Ok(Self {
            base: base.trim_end_matches('/').to_owned(),
            client: builder.build()?,
            token: None,
        })
    }

    /// The same server, asked with `token`.
    #[must_use]
    pub fn signed_in(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// Its address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A `GET` to be sent.
    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    /// A `POST` to be sent.
    pub fn post(&self, path: &str) -> Call {
        self.call(Method::POST, path)
    }

    /// A `PUT` to be sent.
    pub fn put(&self, path: &str) -> Call {
        self.call(Method::PUT, path)
    }

    /// A `DELETE` to be sent.
    pub fn delete(&self, path: &str) -> Call {
        self.call(Method::DELETE, path)
    }

    fn call(&self, method: Method, path: &str) -> Call {
        let name = format!("{method} {path}");
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.base))
            .header(header::ACCEPT, "application/json")
            .header("Device-Type", crate::person::DEVICE_TYPE)
            .header("Bitwarden-Client-Name", crate::person::CLIENT_NAME)
            .header("Bitwarden-Client-Version", "2026.9.0");
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        Call { name, request }
    }
}

/// A request on its way.
#[derive(Debug)]
pub struct Call {
    name: String,
    request: RequestBuilder,
}

impl Call {
    /// With a body in JSON.
    #[must_use]
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.request = self.request.json(body);
        self
    }

    /// With the fields of a form.
    #[must_use]
    pub fn form(mut self, fields: &[(&str, &str)]) -> Self {
        self.request = self.request.form(fields);
        self
    }

    /// With the parts of a form that carries files.
    #[must_use]
    pub fn multipart(mut self, form: reqwest::multipart::Form) -> Self {
        self.request = self.request.multipart(form);
        self
    }

    /// With parameters behind the path.
    #[must_use]
    pub fn query(mut self, parameters: &[(&str, &str)]) -> Self {
        self.request = self.request.query(parameters);
        self
    }

    /// With another header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    /// Sends it and gives the answer, whatever it is.
    ///
    /// # Errors
    ///
    /// When no answer came.
    pub async fn answer(self) -> Result<Answer> {
        let Self { name, request } = self;
        let response = request.send().await.with_context(|| format!("{name}: no answer"))?;
        let status = response.status().as_u16();
        let body = response.bytes().await.with_context(|| format!("{name}: half an answer"))?;
        Ok(Answer { name, status, body: body.to_vec() })
    }

    /// Sends it; anything but success is a failure.
    ///
    /// # Errors
    ///
    /// When no answer came, or one that says no.
    pub async fn done(self) -> Result<()> {
        self.answer().await?.succeeded().map(drop)
    }

    /// Sends it and reads the answer.
    ///
    /// # Errors
    ///
    /// When no answer came, one that says no, or one of another shape.
    pub async fn read<T: DeserializeOwned>(self) -> Result<T> {
        self.answer().await?.succeeded()?.read()
    }

    /// Sends it expecting a refusal with `status`, and gives the sentence that came with it.
    ///
    /// # Errors
    ///
    /// When it was not refused, or otherwise.
    pub async fn refused(self, status: u16) -> Result<String> {
        let answer = self.answer().await?;
        ensure!(answer.status == status, "{answer}, where {status} was expected");
        Ok(answer.message())
    }
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    name: String,
    /// The status.
    pub status: u16,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        write!(f, "{} answered {}: {}", self.name, self.status, body.trim())
    }
}

impl Answer {
    /// The answer, unless it says no.
    ///
    /// # Errors
    ///
    /// With method, path, status and body when it says no.
    pub fn succeeded(self) -> Result<Self> {
        if !(200..300).contains(&self.status) {
            bail!("{self}");
        }
        Ok(self)
    }

    /// The body, read as what it should be.
    ///
    /// # Errors
    ///
    /// When it is of another shape.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(&self.body).with_context(|| format!("{self}: of another shape"))
    }

    /// The sentence for people in an error, and what it says of single fields.
    pub fn message(&self) -> String {
        let Ok(body) = serde_json::from_slice::<Value>(&self.body) else {
            return String::from_utf8_lossy(&self.body).into_owned();
        };
        let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
        let model = body.get("ErrorModel").or_else(|| body.get("errorModel"));
        let sentence = [body.get("message"), model.and_then(|model| model.get("Message"))]
            .into_iter()
            .flatten()
            .find_map(text);
        let fields = body.get("validationErrors").and_then(Value::as_object);
        let of_fields = fields.into_iter().flatten().filter_map(|(_, texts)| texts.as_array());
        let of_fields = of_fields.flatten().filter_map(text);
        sentence.into_iter().chain(of_fields).collect::<Vec<_>>().join(" ")
    }
}

/// The part of an answer a JSON pointer leads to.
///
/// # Errors
///
/// When it is missing.
pub fn at<'a>(answer: &'a Value, pointer: &str) -> Result<&'a Value> {
    answer.pointer(pointer).with_context(|| format!("no {pointer} in {answer}"))
}

/// The text a JSON pointer leads to.
///
/// # Errors
///
/// When it is missing, or no text.
pub fn text_at<'a>(answer: &'a Value, pointer: &str) -> Result<&'a str> {
    at(answer, pointer)?.as_str().with_context(|| format!("{pointer} is no text in {answer}"))
}
