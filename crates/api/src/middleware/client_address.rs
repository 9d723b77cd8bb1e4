//! Who is at the other end: the connection's address, or what a trusted proxy says of it.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{HeaderMap, header::HeaderName, request::Parts},
    middleware::Next,
    response::Response,
};
use ipnet::IpNet;

/// The address of the client, behind however many trusted proxies. As an extractor it never fails: a
/// request that came over no network has the unspecified address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// The address, if the request came over a network.
    pub fn known(self) -> Option<IpAddr> {
        Some(self.0).filter(|address| !address.is_unspecified())
    }
}

/// Whether the client's connection was protected by TLS, as far as this server or a trusted proxy
/// can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverTls(pub bool);

/// The proxies that are believed.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

impl TrustedProxies {
    /// Believes those in `ranges`, and nobody else.
    pub fn new(ranges: &[IpNet]) -> Self {
        Self(ranges.into())
    }

    fn include(&self, address: IpAddr) -> bool {
        self.0.iter().any(|range| range.contains(&address))
    }
}

const FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
/// What only a proxy says: nobody further in may see it from anyone else.
const OF_PROXIES: [HeaderName; 5] = [
    FOR,
    PROTO,
    HeaderName::from_static("x-forwarded-host"),
    HeaderName::from_static("x-real-ip"),
    HeaderName::from_static("forwarded"),
];

/// Puts [`ClientAddress`] and [`OverTls`] into the request.
pub async fn client_address(
    State(proxies): State<TrustedProxies>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if let Some(peer) = peer.map(|ConnectInfo(peer)| peer.ip().to_canonical()) {
        let mut client = peer;
        if proxies.include(peer) {
            client = origin(&proxies, peer, request.headers());
            if let Some(proto) = request.headers().get(PROTO) {
                let protected = OverTls(proto.as_bytes().eq_ignore_ascii_case(b"https"));
                request.extensions_mut().insert(protected);
            }
        } else {
            for name in OF_PROXIES {
                request.headers_mut().remove(name);
            }
        }
        request.extensions_mut().insert(ClientAddress(client));
    }
    next.run(request).await
}

/// The nearest address that is no trusted proxy. What stands further left was written by whoever is
/// there, and is worth nothing.
fn origin(proxies: &TrustedProxies, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let mut nearest = peer;
    let lines = headers.get_all(FOR).iter().rev().filter_map(|line| line.to_str().ok());
    for hop in lines.flat_map(|line| line.rsplit(',')) {
        let Some(address) = address(hop.trim()) else { break };
        nearest = address;
        if !proxies.include(address) {
            break;
        }
    }
    nearest
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let plain = text.trim_start_matches('[').trim_end_matches(']').parse();
    let address: IpAddr =
        plain.ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))?;
    Some(address.to_canonical())
}

impl<S: Send + Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<Self>().copied();
        Ok(known.unwrap_or(Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED))))
    }
}

#[cfg(test)]
mod tests {
    use axum::{Extension, Router, body::Body, middleware::from_fn_with_state, routing::get};
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;

    use super::*;

    async fn tell(
        client: ClientAddress,
        Extension(OverTls(tls)): Extension<OverTls>,
        headers: HeaderMap,
    ) -> String {
        format!("{} {tls} {}", client.0, headers.contains_key(FOR))
    }

    #[tokio::test]
    async fn only_trusted_proxies_are_believed() {
        let cases = [
            (
                "a stranger's headers count for nothing",
                "192.0.2.1",
                "1.1.1.1",
                "192.0.2.1 false false",
            ),
            ("a proxy names the client", "10.0.0.1", "192.0.2.7", "192.0.2.7 true true"),
            (
                "what the client wrote first is not believed",
                "10.0.0.1",
                "1.1.1.1, 192.0.2.7",
                "192.0.2.7 true true",
            ),
            (
                "a chain of proxies is walked",
                "10.0.0.1",
                "192.0.2.7, 10.0.0.9",
                "192.0.2.7 true true",
            ),
            ("nonsense ends the walk", "10.0.0.1", "unknown, 10.0.0.9", "10.0.0.9 true true"),
            ("a port is cut off", "10.0.0.1", "192.0.2.7:4711", "192.0.2.7 true true"),
            ("IPv6 in brackets", "10.0.0.1", "[2001:db8::1]:443", "2001:db8::1 true true"),
            ("IPv4 in IPv6 is IPv4", "::ffff:10.0.0.1", "192.0.2.7", "192.0.2.7 true true"),
        ];
        let proxies = TrustedProxies::new(&["10.0.0.0/8".parse().unwrap()]);
        let router = Router::new()
            .route("/", get(tell))
            .layer(from_fn_with_state(proxies, client_address))
            .layer(Extension(OverTls(false)));
        for (case, peer, forwarded, expected) in cases {
            let peer: IpAddr = peer.parse().unwrap();
            let request = axum::http::Request::get("/")
                .header("x-forwarded-for", forwarded)
                .header("x-forwarded-proto", "https")
                .extension(ConnectInfo(SocketAddr::new(peer, 1)))
                .body(Body::empty())
                .unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            assert_eq!(std::str::from_utf8(&body).unwrap(), expected, "{case}");
        }
    }
}
