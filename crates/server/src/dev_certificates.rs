//! A certificate authority for one's own machine, so that clients that insist on TLS can be tried.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use anyhow::{Context as _, Result};
use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};

use crate::folder;

/// The names the certificate is good for. Names below `localhost` are this machine everywhere.
const NAMES: &[&str] =
    &["localhost", "cloud.localhost", "self-hosted.localhost", "127.0.0.1", "::1"];
/// Clients refuse certificates that live much longer than a year.
const LIFETIME: TimeDelta = TimeDelta::days(390);
const RENEWED_AFTER: Duration = Duration::from_hours(300 * 24);

/// Makes `ca.pem`, `server.pem` and their keys in `out`. What is there stays as long as it is good,
/// so that an authority trusted once is trusted the next time.
pub fn dev_certificates(out: &Path, now: DateTime<Utc>) -> Result<()> {
    folder::private(out)?;
    let authority = authority(out, now)?;
    if fresh(&out.join("server.pem"), now) && out.join("server.key").is_file() {
        return Ok(());
    }
    let key = KeyPair::generate()?;
    let mut leaf =
        CertificateParams::new(NAMES.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())?;
    leaf.distinguished_name.push(DnType::CommonName, "localhost");
    leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    leaf.use_authority_key_identifier_extension = true;
    live(&mut leaf, now, LIFETIME);
    let certificate = leaf.signed_by(&key, &authority)?;
    folder::replace(&out.join("server.key"), key.serialize_pem().as_bytes())?;
    folder::replace(&out.join("server.pem"), certificate.pem().as_bytes())
}

/// The authority in `out`; a new one when there is none.
fn authority(out: &Path, now: DateTime<Utc>) -> Result<Issuer<'static, KeyPair>> {
    let (certificate_file, key_file) = (out.join("ca.pem"), out.join("ca.key"));
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "Wardstead development authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    live(&mut params, now, TimeDelta::days(3650));
    if certificate_file.is_file() && key_file.is_file() {
        let pem = fs::read_to_string(&key_file)
            .with_context(|| format!("{} cannot be read", key_file.display()))?;
        return Ok(Issuer::new(params, KeyPair::from_pem(&pem)?));
    }
    let key = KeyPair::generate()?;
    let certificate = params.self_signed(&key)?;
    folder::replace(&key_file, key.serialize_pem().as_bytes())?;
    folder::replace(&certificate_file, certificate.pem().as_bytes())?;
    Ok(Issuer::new(params, key))
}

fn live(params: &mut CertificateParams, now: DateTime<Utc>, lifetime: TimeDelta) {
    let day = |moment: DateTime<Utc>| {
        let month = u8::try_from(moment.month()).unwrap_or(1);
        date_time_ymd(moment.year(), month, u8::try_from(moment.day()).unwrap_or(1))
    };
    params.not_before = day(now - TimeDelta::days(1));
    params.not_after = day(now + lifetime);
}

/// Whether a file is there and was written lately.
fn fresh(file: &Path, now: DateTime<Utc>) -> bool {
    let written = fs::metadata(file).and_then(|data| data.modified());
    written.is_ok_and(|written| {
        SystemTime::from(now).duration_since(written).is_ok_and(|age| age < RENEWED_AFTER)
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use chrono::{TimeDelta, Utc};

    use super::dev_certificates;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "files are dated by the machine's clock")]
    fn the_authority_stays_and_the_certificate_is_renewed() {
        let folder = tempfile::tempdir().unwrap();
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        let soon = Utc::now() + TimeDelta::minutes(1);

        dev_certificates(folder.path(), soon).unwrap();
        let (authority, certificate) = (read("ca.pem"), read("server.pem"));
        dev_certificates(folder.path(), soon).unwrap();
        assert_eq!((read("ca.pem"), read("server.pem")), (authority.clone(), certificate.clone()));

        dev_certificates(folder.path(), soon + TimeDelta::days(301)).unwrap();
        assert_eq!(read("ca.pem"), authority);
        assert_ne!(read("server.pem"), certificate);
    }
}
