//! The links a mail carries.

use anyhow::{Context, Result};
use reqwest::Url;

/// A link of the web vault: where it leads, and what it hands over.
#[derive(Debug, Clone)]
pub struct Link {
    url: Url,
    /// Path and parameters behind the `#`, where the web vault keeps them.
    route: Url,
}

impl Link {
    /// The first link in `text` that leads to `place`.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn find(text: &str, place: &str) -> Result<Self> {
        text.split(|c: char| c.is_whitespace() || "<>\"'()".contains(c))
            .filter(|word| word.starts_with("http") && word.contains(place))
            .find_map(Self::parse)
            .with_context(|| format!("no link to {place} in this mail: {text}"))
    }

    fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let route = match url.fragment() {
            Some(fragment) => format!("http://route/{}", fragment.trim_start_matches('/')),
            None => text.to_owned(),
        };
        Some(Self { route: Url::parse(&route).ok()?, url })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }

    /// The parameter called `name`.
    ///
    /// # Errors
    ///
    /// When the link does not carry it.
    pub fn parameter(&self, name: &str) -> Result<String> {
        let mut found = self.route.query_pairs().filter(|(key, _)| key == name);
        let (_, value) = found.next().with_context(|| format!("no {name} in {}", self.url))?;
        Ok(value.into_owned())
    }

    /// Whether it carries a parameter called `name`.
    pub fn carries(&self, name: &str) -> bool {
        self.parameter(name).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn a_link_is_found_in_a_mail_and_its_parameters_are_read() {
        let cases = [
            "Follow https://vault.example.com/#/finish-signup?token=a%2Bb&email=owner%40example.com now",
            "<a href=\"https://vault.example.com/#/finish-signup/?email=owner%40example.com&token=a%2Bb\">",
            "(https://vault.example.com/finish-signup?email=owner@example.com&token=a%2Bb)",
        ];
        for text in cases {
            let link = Link::find(text, "finish-signup").unwrap();
            assert_eq!(link.origin(), "https://vault.example.com", "{text}");
            assert_eq!(link.parameter("token").unwrap(), "a+b", "{text}");
            assert_eq!(link.parameter("email").unwrap(), "owner@example.com", "{text}");
            assert!(!link.carries("register"), "{text}");
            assert!(Link::find(text, "accept-organization").is_err(), "{text}");
        }
    }
}
