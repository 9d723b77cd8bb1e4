//! Letters in words. Each language is one `match` over every letter, without a wildcard: one that is
//! missing in a language does not compile.

mod en;
mod fr;
mod names;

use askama::Template;

use super::{Envelope, Letter};

/// A letter in one language.
pub(super) struct Words {
    pub template: &'static str,
    pub language: &'static str,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What a letter says, before it is laid out. Nothing here is escaped.
#[derive(Default)]
struct Said {
    subject: String,
    paragraphs: Vec<String>,
    code: Option<String>,
    way: Option<Way>,
    after: Vec<String>,
}

/// Where a letter leads.
struct Way {
    label: &'static str,
    link: String,
}

impl Said {
    /// A letter of these paragraphs.
    fn new<const N: usize>(subject: impl Into<String>, paragraphs: [String; N]) -> Self {
        Self { subject: subject.into(), paragraphs: paragraphs.into(), ..Self::default() }
    }

    /// With a button, whose address is also shown.
    fn leads_to(mut self, label: &'static str, link: &str) -> Self {
        self.way = Some(Way { label, link: link.to_owned() });
        self
    }

    /// With a code to type.
    fn code(mut self, code: &str) -> Self {
        self.code = Some(code.to_owned());
        self
    }

    /// With a last word in small print.
    fn then(mut self, paragraph: impl Into<String>) -> Self {
        self.after.push(paragraph.into());
        self
    }
}

/// A language letters are written in.
struct Language {
    tag: &'static str,
    says: fn(&Letter) -> Said,
    /// Above the address of a button.
    or_open: &'static str,
    colon: &'static str,
    /// At the foot.
    sender: &'static str,
}

/// The language for people of this culture, as accounts keep it.
fn language(culture: Option<&str>) -> &'static Language {
    let primary = culture.unwrap_or_default().split(['-', '_']).next().unwrap_or_default();
    if primary.eq_ignore_ascii_case("fr") { &fr::FRENCH } else { &en::ENGLISH }
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    language: &'a str,
    said: &'a Said,
    or_open: &'a str,
    sender: &'a str,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Text<'a> {
    said: &'a Said,
    colon: &'a str,
    sender: &'a str,
}

/// The letter in the language of the person it goes to.
pub(super) fn of(envelope: &Envelope) -> Words {
    let Language { tag, says, or_open, colon, sender } = language(envelope.culture.as_deref());
    let said = says(&envelope.letter);
    // Writing into a string fails only when a value's own `Display` does; strings have none.
    let html = Html { language: tag, said: &said, or_open, sender }.render().unwrap_or_default();
    let text = Text { said: &said, colon, sender }.render().unwrap_or_default();
    Words { template: envelope.letter.name(), language: tag, subject: said.subject, text, html }
}

#[cfg(test)]
mod tests;
