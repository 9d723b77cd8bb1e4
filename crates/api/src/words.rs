//! What failures say, in the language of whoever asks.
//!
//! Sentences are written in English where the failure is. A catalogue a language, keyed by these
//! sentences with their placeholders, says the same in others; what is in none stays English. Texts
//! that clients compare are in no catalogue: see `docs/protocol-quirks.md`.

mod fr;
mod template;

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    extract::Request,
    http::{HeaderMap, header::ACCEPT_LANGUAGE},
    middleware::Next,
    response::Response,
};
use template::{Said, Template};

/// A language sentences are said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// That of the code.
    English,
    /// That of the catalogue [`fr`].
    French,
}

impl Language {
    /// The one a client would rather read: of those we have, the one it gives the most weight, and
    /// English when it names none.
    pub fn of(headers: &HeaderMap) -> Self {
        let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let mut best = (Self::English, 0.0);
        for part in wanted.unwrap_or_default().split(',') {
            let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let weight: f32 = weight.trim().parse().unwrap_or(0.0);
            let primary = tag.trim().split('-').next().unwrap_or_default();
            let language = match primary.to_ascii_lowercase().as_str() {
                "fr" => Self::French,
                "en" => Self::English,
                _ => continue,
            };
            if weight > best.1 {
                best = (language, weight);
            }
        }
        best.0
    }
}

tokio::task_local! {
    static LANGUAGE: Language;
}

/// Answers a request in the language it asks for.
pub async fn in_its_language(request: Request, next: Next) -> Response {
    let language = Language::of(request.headers());
    LANGUAGE.scope(language, next.run(request)).await
}

/// `sentence` in the language of the request that is being answered; as it is outside of one, and
/// when nobody wrote it down in that language.
pub fn said(sentence: String) -> String {
    match LANGUAGE.try_with(|language| *language) {
        Ok(Language::French) => FRENCH.say(&sentence).unwrap_or(sentence),
        Ok(Language::English) | Err(_) => sentence,
    }
}

static FRENCH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::of(fr::ROOMS));

/// Every sentence of a language.
struct Catalogue {
    plain: HashMap<&'static str, &'static str>,
    templates: Vec<(Template, Template)>,
}

impl Catalogue {
    fn of(rooms: &[&'static [(&'static str, &'static str)]]) -> Self {
        let mut catalogue = Self { plain: HashMap::new(), templates: Vec::new() };
        for (english, other) in rooms.iter().copied().flatten() {
            let (template, translation) = (Template::read(english), Template::read(other));
            if template.is_plain() {
                catalogue.plain.insert(english, other);
            } else {
                catalogue.templates.push((template, translation));
            }
        }
        catalogue
    }

    /// `sentence` in this language. Of several lines, each is a sentence; and what stands in the place
    /// of a placeholder may be one.
    fn say(&self, sentence: &str) -> Option<String> {
        if let Some(found) = self.plain.get(sentence) {
            return Some((*found).to_owned());
        }
        if sentence.contains('\n') {
            let known = |line: &str| self.say(line).unwrap_or_else(|| line.to_owned());
            return Some(sentence.split('\n').map(known).collect::<Vec<_>>().join("\n"));
        }
        self.templates.iter().find_map(|(english, other)| {
            let values: Vec<Said<'_>> = english.fit(sentence)?;
            let known = |value: &str| self.say(value).unwrap_or_else(|| value.to_owned());
            Some(other.filled(&values, known))
        })
    }
}

#[cfg(test)]
mod tests;
