//! How requests reach the cloud.

use std::time::Duration;

use app::ports::{Answer, CloudError};
use http::{Request, Response};

/// How requests reach the cloud: over the network, or in memory under test.
pub trait Transport: Send + Sync + 'static {
    /// The answer to `request`, whatever its status; a redirection is an answer like any other.
    fn send(&self, request: Request<Vec<u8>>) -> Answer<'_, Result<Response<Vec<u8>>, CloudError>>;
}

/// The most an answer may hold.
const LARGEST: usize = 8 << 20;

/// A cloud that does not take the connection in this time is not there.
const CONNECT: Duration = Duration::from_secs(5);
/// One that took the request and then says nothing for this long does not answer.
const SILENCE: Duration = Duration::from_secs(15);
/// The longest request, however busily it is answered.
const WHOLE: Duration = Duration::from_mins(1);

/// Over the network. Proxies are taken from the environment, as everywhere.
#[derive(Debug, Clone)]
pub struct HttpTransport(reqwest::Client);

impl HttpTransport {
    /// A client that follows no redirection and gives up in time.
    ///
    /// # Errors
    ///
    /// When the machine's certificates cannot be read.
    pub fn new() -> Result<Self, CloudError> {
        Self::patient(SILENCE)
    }

    /// The same, giving up after `silence`.
    fn patient(silence: Duration) -> Result<Self, CloudError> {
        let client = reqwest::Client::builder()
            // A token must not follow a redirection to another host.
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .read_timeout(silence)
            .timeout(WHOLE)
            .user_agent(concat!("Wardstead/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| unreachable(&error))?;
        Ok(Self(client))
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, CloudError> {
        let (parts, body) = request.into_parts();
        let mut answer = self
            .0
            .request(parts.method, parts.uri.to_string())
            .headers(parts.headers)
            .body(body)
            .send()
            .await
            .map_err(|error| unreachable(&error))?;
        let mut response = Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.clone_from(answer.headers());
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|error| unreachable(&error))? {
            if bytes.len() + chunk.len() > LARGEST {
                return Err(CloudError::Unreadable("it is too long".to_owned()));
            }
            bytes.extend_from_slice(&chunk);
        }
        response.body(bytes).map_err(|error| CloudError::Unreadable(error.to_string()))
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: Request<Vec<u8>>) -> Answer<'_, Result<Response<Vec<u8>>, CloudError>> {
        Box::pin(self.exchange(request))
    }
}

/// What went wrong below HTTP, down to its cause: names that do not resolve, certificates.
fn unreachable(error: &reqwest::Error) -> CloudError {
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        reason = deeper.to_string();
        cause = deeper.source();
    }
    CloudError::Unreachable(reason)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use app::ports::CloudError;
    use http::Request;
    use tokio::net::TcpListener;

    use super::{HttpTransport, Transport as _};

    #[tokio::test]
    async fn a_cloud_that_takes_a_request_and_never_answers_is_given_up() {
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/alive", silent.local_addr().unwrap());
        let transport = HttpTransport::patient(Duration::from_millis(50)).unwrap();
        let request = Request::builder().uri(address).body(Vec::new()).unwrap();
        let (taken, answer) = tokio::join!(silent.accept(), transport.send(request));
        let _open = taken.unwrap();
        assert!(matches!(answer, Err(CloudError::Unreachable(_))), "{answer:?}");
    }
}
