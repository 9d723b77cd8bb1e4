//! What is wrong with the encrypted fields of a request, field by field.

use std::ops::RangeInclusive;

use domain::accounts::enc_string::{self, Unkept};

/// The fields a request cannot be taken with, each with what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misshapen(pub Vec<(String, Unkept)>);

/// What is looked at, and what was found so far.
#[derive(Debug, Default)]
pub(crate) struct Check {
    place: String,
    found: Vec<(String, Unkept)>,
}

impl Check {
    /// Looks at a field that may be absent.
    pub(crate) fn encrypted(&mut self, field: &str, text: Option<&str>, most: usize) {
        if let Some(Err(problem)) = text.map(|text| enc_string::checked(text, most)) {
            self.wrong(field, problem);
        }
    }

    /// Looks at a field that must be there.
    pub(crate) fn required(&mut self, field: &str, text: Option<&str>, most: usize) {
        match text {
            Some(text) => self.encrypted(field, Some(text), most),
            None => self.wrong(field, Unkept::Missing),
        }
    }

    /// Looks at a text that need not be encrypted.
    pub(crate) fn at_most(&mut self, field: &str, text: Option<&str>, most: usize) {
        if text.is_some_and(|text| text.chars().count() > most) {
            self.wrong(field, Unkept::TooLong(most));
        }
    }

    /// Looks at a number that must be one of these.
    pub(crate) fn one_of(&mut self, field: &str, number: i64, of: RangeInclusive<i64>) {
        if !of.contains(&number) {
            self.wrong(field, Unkept::Unknown);
        }
    }

    /// Notes what is wrong with a field.
    pub(crate) fn wrong(&mut self, field: &str, problem: Unkept) {
        self.found.push((format!("{}{}", self.place, camel_case(field)), problem));
    }

    /// Looks at what lies below `place`.
    pub(crate) fn within(&mut self, place: &str, look: impl FnOnce(&mut Self)) {
        let length = self.place.len();
        self.place.push_str(&camel_case(place));
        self.place.push('.');
        look(self);
        self.place.truncate(length);
    }

    /// What was found.
    pub(crate) fn end(self) -> Result<(), Misshapen> {
        if self.found.is_empty() { Ok(()) } else { Err(Misshapen(self.found)) }
    }
}

/// `last_used_date` as the protocol writes it.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut result = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        result.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        result.push_str(letters.as_str());
    }
    result
}

#[cfg(test)]
mod tests {
    use domain::accounts::enc_string::Unkept;

    use super::Check;

    #[test]
    fn a_problem_says_where_it_is() {
        let mut check = Check::default();
        check.within("password_history[1]", |check| check.required("last_used_date", None, 10));
        check.encrypted("name", Some("plain"), 10);
        let found = check.end().unwrap_err().0;
        let places: Vec<_> =
            found.iter().map(|(place, problem)| (place.as_str(), *problem)).collect();
        let expected =
            [("passwordHistory[1].lastUsedDate", Unkept::Missing), ("name", Unkept::NotEncrypted)];
        assert_eq!(places, expected);
    }
}
