//! Letters in words.

use super::{Envelope, Letter};

/// A letter in one language.
pub(super) struct Words {
    pub template: &'static str,
    pub language: &'static str,
    pub subject: String,
    pub text: String,
    pub html: String,
}

pub(super) fn of(envelope: &Envelope) -> Words {
    let (template, subject, link) = match &envelope.letter {
        Letter::Registration { link } => ("registration", "Finish signing up", link.as_str()),
        Letter::Invitation { link, .. } => ("invitation", "Join an organization", link.as_str()),
        Letter::SponsorshipOffer { link, .. } => {
            ("sponsorship_offer", "Accept your sponsored Families plan", link.as_str())
        }
        _ => ("letter", "A letter", ""),
    };
    Words {
        template,
        language: "en",
        subject: subject.to_owned(),
        text: format!("{subject}\n\n{link}\n"),
        html: String::new(),
    }
}
