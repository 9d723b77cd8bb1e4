//! Mail through an SMTP server.

use std::{fmt, time::Duration};

use app::ports::{Answer, MailCarrier, Refused, WaitingMail};
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, header},
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};

/// How long one step of the conversation may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// It begins with TLS.
    Tls,
    /// It must change to TLS.
    StartTls,
    /// It changes to TLS when that is offered.
    WhenOffered,
    /// It stays in the clear.
    None,
}

/// Where mail is handed in, and under whose name.
#[derive(Clone)]
pub struct Settings {
    /// The name of the mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The name and the password to sign in with.
    pub credentials: Option<(String, String)>,
    /// The address letters come from.
    pub from: String,
    /// The address answers go to.
    pub reply_to: Option<String>,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "smtp {}:{} {:?} …", self.host, self.port, self.security)
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// One of the addresses is none.
    #[error("{0} is not a mail address")]
    Address(&'static str),
    /// The machine offers no TLS.
    #[error("TLS cannot be used: {0}")]
    Tls(String),
}

/// Hands mail to an SMTP server, over a few connections that are kept open.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    reply_to: Option<Mailbox>,
}

impl Smtp {
    /// A carrier with these settings. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// When they cannot be used.
    pub fn new(settings: &Settings) -> Result<Self, Unusable> {
        let parameters = || {
            TlsParameters::new(settings.host.clone())
                .map_err(|error| Unusable::Tls(error.to_string()))
        };
        let tls = match settings.security {
            Security::Tls => Tls::Wrapper(parameters()?),
            Security::StartTls => Tls::Required(parameters()?),
            Security::WhenOffered => Tls::Opportunistic(parameters()?),
            Security::None => Tls::None,
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(PATIENCE));
        if let Some((name, password)) = settings.credentials.clone() {
            transport = transport.credentials(Credentials::new(name, password));
        }
        let from = settings.from.parse().map_err(|_| Unusable::Address("the sender"))?;
        let reply_to = settings.reply_to.as_deref().map(str::parse).transpose();
        Ok(Self {
            transport: transport.build(),
            from: Mailbox::new(Some("Wardstead".to_owned()), from),
            reply_to: reply_to
                .map_err(|_| Unusable::Address("the address for answers"))?
                .map(|address| Mailbox::new(None, address)),
        })
    }

    fn message(&self, mail: &WaitingMail) -> Result<Message, Refused> {
        let to = mail.recipient.parse();
        let to = to.map_err(|_| Refused::ForGood("the recipient is no mail address".to_owned()))?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&mail.subject)
            // The same for every try, so that a mail server that saw it before can tell.
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .header(header::MIME_VERSION_1_0)
            .raw_header(header::HeaderValue::new(
                header::HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(reply_to.clone());
        }
        let both =
            MultiPart::alternative_plain_html(mail.body_text.clone(), mail.body_html.clone());
        message.multipart(both).map_err(|error| Refused::ForGood(error.to_string()))
    }
}

impl MailCarrier for Smtp {
    fn carry<'a>(&'a self, mail: &'a WaitingMail) -> Answer<'a, Result<(), Refused>> {
        Box::pin(async move {
            let message = self.message(mail)?;
            self.transport.send(message).await.map(drop).map_err(|error| refused(&error))
        })
    }

    fn greet(&self) -> Answer<'_, Result<(), Refused>> {
        Box::pin(async move {
            match self.transport.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err(Refused::ForNow("it does not keep the connection".to_owned())),
                Err(error) => Err(refused(&error)),
            }
        })
    }
}

/// A refusal for good is one of this very mail; what is wrong with the connection or the sign-in
/// will be put right some day, and the mail should still be there then.
fn refused(error: &lettre::transport::smtp::Error) -> Refused {
    let code = error.status().map(u16::from);
    match code {
        Some(530 | 534 | 535 | 538) => Refused::ForNow(format!("the sign-in was refused: {error}")),
        Some(500..) => Refused::ForGood(error.to_string()),
        _ => Refused::ForNow(error.to_string()),
    }
}

#[cfg(test)]
mod tests;
