//! `[tls]`: certificates, from files or from an ACME authority.

use std::path::{Path, PathBuf};

use url::Url;

use super::{reader::Reader, server::web_address, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new(
        "tls.certificate",
        "the path of a PEM file with the certificate and those it depends on",
        "none",
        "The certificate; read again on reload. A path that is not absolute begins in the data folder.",
    ),
    Setting::new(
        "tls.key",
        "the path of a PEM file",
        "none",
        "The private key of the certificate.",
    ),
    Setting::new(
        "tls.acme_domains",
        "host names such as vault.example.com",
        "none",
        "Certificates for these names are fetched and renewed by ACME (TLS-ALPN-01), and kept in \
         `acme/` in the data folder. The authority must reach port 443.",
    )
    .restart(),
    Setting::new("tls.acme_contact", "a mail address", "none", "Whom the authority may write to.")
        .restart(),
    Setting::new(
        "tls.acme_directory",
        "the https address of a directory",
        "https://acme-v02.api.letsencrypt.org/directory",
        "The ACME authority.",
    )
    .restart(),
];

/// Where certificates come from.
#[derive(Debug, Clone)]
pub enum Tls {
    /// There are none.
    Off,
    /// From files.
    Files {
        /// The certificate and those it depends on.
        certificate: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
    /// From an ACME authority.
    Acme {
        /// The names in the certificates.
        domains: Vec<String>,
        /// Whom the authority may write to.
        contact: Option<String>,
        /// The authority.
        directory: Url,
    },
}

impl Tls {
    /// Whether there are certificates.
    pub fn on(&self) -> bool {
        !matches!(self, Self::Off)
    }
}

const DIRECTORY: &str = "https://acme-v02.api.letsencrypt.org/directory";

/// Reads the section; paths begin in `data`.
pub fn read(reader: &mut Reader<'_>, data: &Path) -> Tls {
    let certificate = reader.text("tls.certificate").map(|path| data.join(path));
    let key = reader.text("tls.key").map(|path| data.join(path));
    let domains = reader.list("tls.acme_domains", |text| {
        (text.contains('.') && !text.contains(['/', ':', ' ', '*'])).then(|| text.to_owned())
    });
    let contact = reader.read("tls.acme_contact", |text| {
        text.contains('@').then(|| text.trim_start_matches("mailto:").to_owned())
    });
    let directory = reader.read("tls.acme_directory", web_address);
    for (name, path) in [("tls.certificate", &certificate), ("tls.key", &key)] {
        if path.as_ref().is_some_and(|path| !path.is_file()) {
            reader.wrong(name, Some("there is no such file"));
        }
    }
    match (certificate, key) {
        (Some(_), Some(_)) if !domains.is_empty() => {
            reader.problem("tls.certificate and tls.acme_domains are both set; keep one of them");
            Tls::Off
        }
        (Some(certificate), Some(key)) => Tls::Files { certificate, key },
        (Some(_), None) => {
            reader.problem("tls.certificate is set without tls.key; set both");
            Tls::Off
        }
        (None, Some(_)) => {
            reader.problem("tls.key is set without tls.certificate; set both");
            Tls::Off
        }
        (None, None) => match directory.or_else(|| Url::parse(DIRECTORY).ok()) {
            Some(directory) if !domains.is_empty() => Tls::Acme { domains, contact, directory },
            _ => Tls::Off,
        },
    }
}
