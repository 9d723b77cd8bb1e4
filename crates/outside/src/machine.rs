//! The machine itself: its disk, its certificate, and the ways out of it.

use std::{path::PathBuf, time::Instant};

use app::{
    ports::{Answer, Machine, Probe, Stage},
    settings::{Egress, Protocol},
};
use chrono::{DateTime, Utc};
use domain::admin::health::Space;
use x509_cert::{Certificate, der::DecodePem as _};

use crate::reach::{self, Asker, Broken, Way};

/// Where the certificate of this server is kept.
#[derive(Debug, Clone)]
pub enum Own {
    /// TLS ends elsewhere.
    None,
    /// In a PEM file.
    File(PathBuf),
    /// Among the files an ACME client keeps in a folder.
    Folder(PathBuf),
}

/// The machine the server runs on.
#[derive(Debug, Clone)]
pub struct ThisMachine {
    data: PathBuf,
    own: Own,
    asker: Asker,
}

impl ThisMachine {
    /// With its data in `data`.
    ///
    /// # Errors
    ///
    /// When the machine's certificates cannot be read.
    pub fn new(data: PathBuf, own: Own) -> Result<Self, reqwest::Error> {
        Ok(Self { data, own, asker: Asker::new()? })
    }

    async fn go(&self, host: &Egress) -> Vec<Probe> {
        let mut probes = Vec::new();
        let Some(way) = Way::to(&host.url) else { return probes };
        let begun = Instant::now();
        let found = reach::look_up(&way.host, way.port, host.setting).await;
        let texts = found
            .as_ref()
            .map(|it| it.iter().map(|at| at.ip().to_string()).collect::<Vec<_>>().join(", "));
        probes.push(probe(Stage::Name, begun, texts.map_err(Clone::clone)));
        let Ok(addresses) = found else { return probes };

        let begun = Instant::now();
        let connected = reach::connect(&addresses, &way.host, way.port).await;
        let broken = connected.is_err();
        let by = if way.proxied { "connected through a proxy" } else { "connected" };
        probes.push(probe(Stage::Connection, begun, connected.map(|()| by.to_owned())));
        if broken || host.protocol == Protocol::Smtp {
            return probes;
        }

        let begun = Instant::now();
        let address = format!("{}/alive", host.url.as_str().trim_end_matches('/'));
        let answered = self.asker.ask(&address, &host.url, host.setting).await;
        let seen = answered.as_ref().map(|answered| format!("HTTP {}", answered.status));
        let seen = seen.map_err(Clone::clone);
        // A host that is not to be believed has not answered.
        if host.url.scheme() == "https" {
            let trusted = answered.map(|_| "trusted".to_owned());
            let believed = trusted.is_ok();
            probes.push(probe(Stage::Protection, begun, trusted));
            if !believed {
                return probes;
            }
        }
        probes.push(probe(Stage::Answer, begun, seen));
        probes
    }
}

fn probe(stage: Stage, begun: Instant, outcome: Result<String, Broken>) -> Probe {
    let milliseconds = i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
    let cure = outcome.as_ref().err().map(|broken| broken.cure.clone());
    Probe { stage, outcome: outcome.map_err(|broken| broken.why), milliseconds, cure }
}

impl Machine for ThisMachine {
    fn space(&self) -> Option<Space> {
        let found = rustix::fs::statvfs(&self.data).ok()?;
        let unit = found.f_frsize;
        // What the system keeps for itself is of no use to the server.
        Some(Space { free: found.f_bavail * unit, total: found.f_blocks * unit })
    }

    fn certificate(&self) -> Option<Result<DateTime<Utc>, String>> {
        match &self.own {
            Own::None => None,
            Own::File(file) => Some(ends(file)),
            Own::Folder(folder) => Some(latest(folder)),
        }
    }

    fn reach<'a>(&'a self, host: &'a Egress) -> Answer<'a, Vec<Probe>> {
        Box::pin(self.go(host))
    }
}

/// When the first certificate of a PEM file ends.
fn ends(file: &std::path::Path) -> Result<DateTime<Utc>, String> {
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
    first_end(&text).ok_or_else(|| format!("{name} holds no certificate"))
}

/// When the first certificate in a PEM text ends: the server's own, those it depends on follow.
fn first_end(text: &str) -> Option<DateTime<Utc>> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    let begin = text.find(BEGIN)?;
    let rest = text.get(begin..)?;
    let pem = rest.get(..rest.find(END)? + END.len())?;
    let certificate = Certificate::from_pem(pem).ok()?;
    let seconds = certificate.tbs_certificate().validity().not_after.to_unix_duration().as_secs();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)
}

/// The latest end among the files an ACME client keeps.
fn latest(folder: &std::path::Path) -> Result<DateTime<Utc>, String> {
    let nothing = || "no certificate was fetched yet".to_owned();
    let files = std::fs::read_dir(folder).map_err(|_| nothing())?;
    let texts = files.filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok());
    texts.filter_map(|text| first_end(&text)).max().ok_or_else(nothing)
}

#[cfg(test)]
mod tests;
