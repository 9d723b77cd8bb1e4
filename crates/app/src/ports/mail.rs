//! Who carries mail.

use store::mails::WaitingMail;

use super::Answer;

/// Hands mail to a mail server. A server without one has no carrier.
pub trait MailCarrier: Send + Sync {
    /// Hands it over; once this succeeds, the mail server is answerable for it.
    fn carry<'a>(&'a self, mail: &'a WaitingMail) -> Answer<'a, Result<(), Refused>>;

    /// Goes as far as handing over would, and hands nothing over.
    fn greet(&self) -> Answer<'_, Result<(), Refused>>;
}

/// Why a mail was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It may be later: the mail server is busy or cannot be reached.
    #[error("{0}")]
    ForNow(String),
    /// It never will be: the address or the mail itself is refused.
    #[error("{0}")]
    ForGood(String),
}
