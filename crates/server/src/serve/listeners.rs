//! The sockets the server answers on: plain HTTP, TLS, or both.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    time::Duration,
};

use anyhow::{Context as _, Result};
use api::middleware::client_address::OverTls;
use axum::{Router, extract::ConnectInfo, http::Request, middleware::AddExtension};
use axum_server::{
    Handle,
    accept::{Accept, DefaultAcceptor},
    service::SendService,
    tls_rustls::RustlsAcceptor,
};
use hyper::body::Incoming;
use hyper_util::rt::TokioTimer;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
};

use super::{certificates::Certificates, live::Live};
use crate::config::Config;

/// How long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(30);

/// The service of one connection.
type Connected = AddExtension<Router, ConnectInfo<SocketAddr>>;

/// The sockets of the settings, which nobody else can have now; who connects waits.
pub struct Sockets {
    http: Option<TcpListener>,
    https: Option<TcpListener>,
}

impl Sockets {
    /// Takes them.
    pub fn take(config: &Config) -> Result<Self> {
        let (http, https) = (config.listen.http, config.listen.https);
        Ok(Self {
            http: http.map(|address| bound(address, "listen.http")).transpose()?,
            https: https.map(|address| bound(address, "listen.https")).transpose()?,
        })
    }
}

/// The sockets in use.
pub struct Listeners {
    plain: Option<SocketAddr>,
    handles: Vec<Handle<SocketAddr>>,
    tasks: JoinSet<io::Result<()>>,
}

impl Listeners {
    /// Answers on these sockets from now on.
    pub fn open(sockets: Sockets, live: &Live, certificates: &Certificates) -> Result<Self> {
        let mut listeners = Self { plain: None, handles: Vec::new(), tasks: JoinSet::new() };
        if let Some(socket) = sockets.http {
            listeners.plain = Some(socket.local_addr()?);
            listeners.answer(socket, DefaultAcceptor::new(), live, OverTls(false))?;
        }
        if let Some(socket) = sockets.https {
            let on = OverTls(true);
            match certificates {
                Certificates::Files(files) => {
                    listeners.answer(socket, RustlsAcceptor::new(files.clone()), live, on)?;
                }
                Certificates::Acme { acceptor, .. } => {
                    listeners.answer(socket, acceptor.clone(), live, on)?;
                }
                Certificates::Off => {}
            }
        }
        Ok(listeners)
    }

    fn answer<A>(
        &mut self,
        socket: TcpListener,
        acceptor: A,
        live: &Live,
        over_tls: OverTls,
    ) -> Result<()>
    where
        A: Accept<TcpStream, Connected> + Clone + Send + Sync + 'static,
        A::Stream: AsyncRead + AsyncWrite + Unpin + Send,
        A::Service: SendService<Request<Incoming>> + Send,
        A::Future: Send,
    {
        let handle = Handle::new();
        tracing::info!(address = %socket.local_addr()?, tls = over_tls.0, "listening");
        let mut server = axum_server::from_tcp(socket)?.handle(handle.clone()).acceptor(acceptor);
        server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(HEAD);
        let face = live.face(over_tls).into_make_service_with_connect_info::<SocketAddr>();
        self.tasks.spawn(server.serve(face));
        self.handles.push(handle);
        Ok(())
    }

    /// Where plain HTTP is answered, as an address to ask from this machine.
    pub fn address(&self) -> Option<String> {
        self.plain.map(|address| {
            let ip = match address.ip() {
                IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
                IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
                ip => ip,
            };
            format!("http://{}", SocketAddr::new(ip, address.port()))
        })
    }

    /// Waits until a listener ends, which it should not.
    pub async fn failed(&mut self) -> io::Error {
        match self.tasks.join_next().await {
            Some(Ok(Err(error))) => error,
            Some(Err(error)) => io::Error::other(error),
            Some(Ok(Ok(()))) | None => io::Error::other("a listener ended by itself"),
        }
    }

    /// Takes no more requests, and waits for those in hand as long as `patience` lasts.
    pub async fn end(mut self, patience: Duration) {
        for handle in &self.handles {
            handle.graceful_shutdown(Some(patience));
        }
        while self.tasks.join_next().await.is_some() {}
    }
}

fn bound(address: SocketAddr, setting: &str) -> Result<TcpListener> {
    let socket = TcpListener::bind(address).with_context(|| {
        format!("{address} cannot be listened on; look who has it, or change {setting}")
    })?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::routing::get;
    use tokio::sync::Notify;

    use super::*;
    use crate::config::Sources;

    fn config(settings: &str) -> (Config, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("wardstead.toml"), settings).unwrap();
        let sources = Sources { data: folder.path().to_owned(), ..Sources::default() };
        (Config::load(&sources).unwrap(), folder)
    }

    #[tokio::test]
    async fn a_request_in_hand_is_answered_by_the_router_it_began_with() {
        let (config, _folder) = config(
            "[server]\nrole = \"cloud\"\n[listen]\nhttp = \"127.0.0.1:0\"\n\
             trusted_proxies = [\"127.0.0.1\"]\n",
        );
        let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (tell, wait) = (begun.clone(), go_on.clone());
        let slow = move |client: api::middleware::client_address::ClientAddress| async move {
            tell.notify_one();
            wait.notified().await;
            format!("the first, to {}", client.0)
        };
        let proxies = &config.listen.trusted_proxies;
        let live = Live::new(Router::new().route("/", get(slow)), proxies);
        let listeners =
            Listeners::open(Sockets::take(&config).unwrap(), &live, &Certificates::Off).unwrap();
        let address = listeners.address().unwrap();

        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = client.get(&address).header("x-forwarded-for", "192.0.2.7");
        let first = tokio::task::JoinSet::from_iter([request.send()]);
        begun.notified().await;
        live.replace(Router::new().route("/", get(|| async { "the second" })), proxies);
        let second = client.get(&address).send().await.unwrap().text().await.unwrap();
        assert_eq!(second, "the second");

        let ending = tokio::task::JoinSet::from_iter([listeners.end(Duration::from_mins(1))]);
        while client.get(&address).send().await.is_ok() {}
        go_on.notify_one();
        let answers = first.join_all().await;
        let answer = answers.into_iter().next().unwrap().unwrap();
        assert_eq!(answer.text().await.unwrap(), "the first, to 192.0.2.7");
        ending.join_all().await;
    }
}
