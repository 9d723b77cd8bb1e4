//! A mail server that keeps what it is given.

use std::sync::{
    Mutex,
    atomic::{AtomicBool, Ordering},
};

use app::ports::{Answer, MailCarrier, Refused, WaitingMail};

use crate::TestServer;

/// A mail that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    /// The mail address.
    pub to: String,
    /// Which letter it is: `invitation`, `sponsorship_offer` …
    pub template: String,
    /// `en` or `fr`.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same in HTML.
    pub html: String,
}

impl SentMail {
    /// The first link in the text.
    #[track_caller]
    pub fn link(&self) -> String {
        let found = self.text.split_whitespace().find(|word| word.starts_with("http"));
        found.unwrap_or_else(|| panic!("no link in: {}", self.text)).to_owned()
    }

    /// What the first link says after `name=`, decoded.
    #[track_caller]
    pub fn link_parameter(&self, name: &str) -> String {
        let link = self.link();
        // Parameters stand behind `?`, which may itself stand behind `#`.
        let query = link.split_once('?').map_or("", |(_, query)| query);
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .unwrap_or_else(|| panic!("no {name} in {link}"))
            .1
            .into_owned()
    }
}

/// A mail server that keeps what it is given, or refuses everything for a while.
#[derive(Debug, Default)]
pub struct RecordingCarrier {
    taken: Mutex<Vec<SentMail>>,
    refusing: Mutex<Option<Refused>>,
    away: Mutex<Option<String>>,
    slow: AtomicBool,
}

impl RecordingCarrier {
    /// Refuses every mail from now on, or takes them again.
    pub fn refuse(&self, with: Option<Refused>) {
        *self.refusing.lock().unwrap() = with;
    }

    /// Cannot be reached from now on, for that reason, or can be again.
    pub fn leave(&self, why: Option<&str>) {
        *self.away.lock().unwrap() = why.map(str::to_owned);
    }

    /// From now on, takes a mail and never says so: as if the server stopped just then.
    pub fn never_answer(&self) {
        self.slow.store(true, Ordering::SeqCst);
    }

    /// From now on, says what it took.
    pub fn answer(&self) {
        self.slow.store(false, Ordering::SeqCst);
    }

    /// What it was given, the oldest first.
    pub fn taken(&self) -> Vec<SentMail> {
        self.taken.lock().unwrap().clone()
    }
}

impl MailCarrier for RecordingCarrier {
    fn carry<'a>(&'a self, mail: &'a WaitingMail) -> Answer<'a, Result<(), Refused>> {
        Box::pin(async move {
            self.greet().await?;
            if let Some(refused) = self.refusing.lock().unwrap().clone() {
                return Err(refused);
            }
            self.taken.lock().unwrap().push(SentMail {
                to: mail.recipient.clone(),
                template: mail.template.clone(),
                language: mail.language.clone(),
                subject: mail.subject.clone(),
                text: mail.body_text.clone(),
                html: mail.body_html.clone(),
            });
            if self.slow.load(Ordering::SeqCst) {
                std::future::pending::<()>().await;
            }
            Ok(())
        })
    }

    fn greet(&self) -> Answer<'_, Result<(), Refused>> {
        let away = self.away.lock().unwrap().clone().map(Refused::ForNow);
        Box::pin(async move { away.map_or(Ok(()), Err) })
    }
}

impl TestServer {
    /// Every mail, the oldest first, sent by the jobs that were run ([`TestServer::run_jobs`]) or
    /// still waiting for that.
    pub async fn mails(&self) -> Vec<SentMail> {
        let mut mails = self.carrier.taken();
        let waiting = self.app.db.read().await.unwrap().mails(None, 10_000).await.unwrap();
        mails.extend(waiting.into_iter().rev().filter(|mail| mail.state == 0).map(|mail| {
            SentMail {
                to: mail.recipient,
                template: mail.template,
                language: mail.language,
                subject: mail.subject,
                text: mail.body_text,
                html: String::new(),
            }
        }));
        mails
    }

    /// The mails to `email`, the oldest first.
    pub async fn mails_to(&self, email: &str) -> Vec<SentMail> {
        self.mails().await.into_iter().filter(|mail| mail.to == email).collect()
    }

    /// The last mail to `email` of this letter.
    #[expect(clippy::manual_async_fn, reason = "an async fn cannot say where it was called")]
    #[track_caller]
    pub fn last_mail_to<'a>(
        &'a self,
        email: &'a str,
        template: &'a str,
    ) -> impl Future<Output = SentMail> + 'a {
        async move {
            let mails = self.mails_to(email).await;
            let found = mails.iter().rfind(|mail| mail.template == template);
            found.unwrap_or_else(|| panic!("no {template} to {email} among {mails:?}")).clone()
        }
    }
}
