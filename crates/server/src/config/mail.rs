//! `[mail]`: the mail server that letters go through.

use outside::smtp::Security;

use super::{reader::Reader, secret::Secret, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new(
        "mail.host",
        "the name of a mail server",
        "none: letters are not sent, and said so in the log",
        "The SMTP server.",
    )
    .documented(&["globalSettings__mail__smtp__host"]),
    Setting::new("mail.port", "a port such as 587", "587", "Its port.")
        .documented(&["globalSettings__mail__smtp__port"]),
    Setting::new("mail.username", "a name", "none", "The name to sign in with.")
        .documented(&["globalSettings__mail__smtp__username"]),
    Setting::new("mail.password", "a password", "none", "The password to sign in with.")
        .documented(&["globalSettings__mail__smtp__password"])
        .secret(),
    Setting::new(
        "mail.ssl",
        "true or false",
        "true when the port is 465",
        "Whether the connection begins with TLS.",
    )
    .documented(&["globalSettings__mail__smtp__ssl"]),
    Setting::new(
        "mail.start_tls",
        "true or false",
        "true when the port is 587",
        "Whether the connection must change to TLS. With neither, TLS is used when it is offered.",
    )
    .documented(&["globalSettings__mail__smtp__startTls"]),
    Setting::new(
        "mail.from",
        "a mail address",
        "`mail.reply_to`, or no-reply@ with the host of `server.vault`",
        "Whom letters come from.",
    ),
    Setting::new("mail.reply_to", "a mail address", "none", "Whom answers go to.")
        .documented(&["globalSettings__mail__replyToEmail"]),
];

/// What the section says.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The SMTP server, if there is one.
    pub host: Option<String>,
    /// Its port.
    pub port: u16,
    /// The name to sign in with.
    pub username: Option<String>,
    /// The password to sign in with.
    pub password: Option<Secret>,
    /// How the connection is protected.
    pub security: Security,
    /// Whom letters come from.
    pub from: String,
    /// Whom answers go to.
    pub reply_to: Option<String>,
}

/// Reads the section; letters come from `host` unless told otherwise.
pub fn read(reader: &mut Reader<'_>, host: &str) -> Mail {
    let port = reader.read("mail.port", |text| text.parse().ok().filter(|port| *port != 0));
    let port = port.unwrap_or(587);
    let (ssl, start_tls) = (reader.flag("mail.ssl"), reader.flag("mail.start_tls"));
    let security = match (ssl, start_tls) {
        // Guides set `ssl` for port 587 too, where the protocol has StartTLS.
        (Some(true), _) if port != 587 => Security::Tls,
        (Some(true), _) | (_, Some(true)) => Security::StartTls,
        (Some(false), Some(false)) => Security::None,
        _ => match port {
            465 => Security::Tls,
            587 => Security::StartTls,
            _ => Security::WhenOffered,
        },
    };
    let reply_to = reader.read("mail.reply_to", mail_address);
    let from = reader.read("mail.from", mail_address);
    Mail {
        host: reader.text("mail.host"),
        port,
        username: reader.text("mail.username"),
        password: reader.text("mail.password").map(Secret::new),
        security,
        from: from.or_else(|| reply_to.clone()).unwrap_or_else(|| format!("no-reply@{host}")),
        reply_to,
    }
}

/// Something with one `@` and no spaces.
pub fn mail_address(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let fine = !name.is_empty() && !host.is_empty() && !host.contains('@') && !text.contains(' ');
    fine.then(|| text.to_owned())
}
