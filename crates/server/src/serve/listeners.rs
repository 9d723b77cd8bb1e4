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

/// The sockets in use.
pub struct Listeners {
    plain: Option<SocketAddr>,
    handles: Vec<Handle<SocketAddr>>,
    tasks: JoinSet<io::Result<()>>,
}

impl Listeners {
    /// Opens the sockets of the settings, and answers from then on.
    pub fn open(config: &Config, live: &Live, certificates: &Certificates) -> Result<Self> {
        let mut listeners = Self { plain: None, handles: Vec::new(), tasks: JoinSet::new() };
        if let Some(address) = config.listen.http {
            let socket = bound(address, "listen.http")?;
            listeners.plain = Some(socket.local_addr()?);
            listeners.answer(socket, DefaultAcceptor::new(), live, OverTls(false))?;
        }
        if let Some(address) = config.listen.https {
            let socket = bound(address, "listen.https")?;
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
