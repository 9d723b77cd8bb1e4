//! Certificates in use: from files, read again on reload, or from an ACME authority.

use std::{path::Path, sync::Arc};

use anyhow::{Context as _, Result, bail};
use axum_server::tls_rustls::RustlsConfig;
use futures_util::StreamExt as _;
use rustls_acme::{AcmeConfig, axum::AxumAcceptor, caches::DirCache};
use tokio::task::JoinSet;

use crate::{
    config::{Config, tls::Tls},
    folder,
};

/// Certificates in use.
pub enum Certificates {
    /// There are none.
    Off,
    /// From files.
    Files(RustlsConfig),
    /// From an ACME authority.
    Acme {
        /// What a listener is given.
        acceptor: AxumAcceptor,
        /// Asks for certificates; ends with this value.
        _asking: JoinSet<()>,
    },
}

const PROTOCOLS: [&[u8]; 2] = [b"h2", b"http/1.1"];

impl Certificates {
    /// Those the settings name. An ACME authority is asked in the background.
    pub async fn open(config: &Config) -> Result<Self> {
        match &config.tls {
            Tls::Off => Ok(Self::Off),
            Tls::Files { certificate, key } => {
                let read = RustlsConfig::from_pem_file(certificate, key).await;
                Ok(Self::Files(read.with_context(|| unusable(certificate, key))?))
            }
            Tls::Acme { domains, contact, directory } => {
                let cache = folder::private(&config.data.join("acme"))?;
                let contact = contact.iter().map(|address| format!("mailto:{address}"));
                let mut state =
                    AcmeConfig::new_with_client_config(domains, trusting_the_machine()?)
                        .contact(contact)
                        .cache(DirCache::new(cache))
                        .directory(directory.as_str())
                        .state();
                let mut tls = (*state.default_rustls_config()).clone();
                tls.alpn_protocols = PROTOCOLS.iter().map(|name| name.to_vec()).collect();
                let acceptor = state.axum_acceptor(Arc::new(tls));
                let mut asking = JoinSet::new();
                asking.spawn(async move {
                    while let Some(event) = state.next().await {
                        match event {
                            Ok(event) => tracing::info!(?event, "ACME"),
                            Err(error) => tracing::error!(%error, "ACME: no certificate yet"),
                        }
                    }
                });
                Ok(Self::Acme { acceptor, _asking: asking })
            }
        }
    }

    /// Reads files again. `false` when the settings now name another source of certificates, which
    /// only a restart takes up.
    pub async fn reload(&self, config: &Config) -> Result<bool> {
        match (self, &config.tls) {
            (Self::Files(held), Tls::Files { certificate, key }) => {
                let read = held.reload_from_pem_file(certificate, key).await;
                read.with_context(|| unusable(certificate, key))?;
                Ok(true)
            }
            (Self::Acme { .. }, Tls::Acme { .. }) | (Self::Off, Tls::Off) => Ok(true),
            _ => Ok(false),
        }
    }
}

fn unusable(certificate: &Path, key: &Path) -> String {
    format!(
        "{} and {} are not a certificate and its key; both must be PEM files, the key without a password",
        certificate.display(),
        key.display()
    )
}

/// Whether the files of the settings hold a certificate and its key.
pub fn readable(tls: &Tls) -> Result<()> {
    use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};

    let Tls::Files { certificate, key } = tls else { return Ok(()) };
    let chain: Result<Vec<_>, _> = CertificateDer::pem_file_iter(certificate)
        .with_context(|| unusable(certificate, key))?
        .collect();
    let chain = chain.with_context(|| unusable(certificate, key))?;
    let secret = PrivateKeyDer::from_pem_file(key).with_context(|| unusable(certificate, key))?;
    if chain.is_empty() {
        bail!("{} holds no certificate", certificate.display());
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, secret)
        .with_context(|| unusable(certificate, key))?;
    Ok(())
}

/// A client that trusts whom the machine trusts: an authority of one's own needs no setting here.
fn trusting_the_machine() -> Result<Arc<rustls::ClientConfig>> {
    let mut roots = rustls::RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    let (taken, _) = roots.add_parsable_certificates(found.certs);
    if taken == 0 {
        bail!("the machine trusts no authority: install its ca-certificates package");
    }
    let client =
        rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    Ok(Arc::new(client))
}
