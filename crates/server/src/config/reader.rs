//! Turns texts into what they mean, and collects everything that is wrong instead of stopping.

use std::fmt::Debug;

use super::{
    names,
    setting::{Problem, Value, Values},
};

/// Reads values by key.
#[derive(Debug)]
pub struct Reader<'a> {
    values: &'a Values,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Reads from `values`.
    pub fn new(values: &'a Values) -> Self {
        Self { values, problems: Vec::new() }
    }

    /// The value of `key`, if somebody wrote one that is not empty.
    pub fn value(&self, key: &str) -> Option<&'a Value> {
        self.values.get(key).filter(|value| !value.text.trim().is_empty())
    }

    /// The text of `key`.
    pub fn text(&self, key: &str) -> Option<String> {
        self.value(key).map(|value| value.text.trim().to_owned())
    }

    /// What `read` makes of the text of `key`; a problem when it makes nothing of it.
    pub fn read<T>(&mut self, key: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = self.value(key)?;
        let found = read(value.text.trim());
        if found.is_none() {
            self.wrong(key, None);
        }
        found
    }

    /// What the text of `key` parses to.
    pub fn parsed<T: std::str::FromStr>(&mut self, key: &str) -> Option<T> {
        self.read(key, |text| text.parse().ok())
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &str) -> Option<bool> {
        self.read(key, |text| match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => Some(true),
            "false" | "no" | "off" | "0" => Some(false),
            _ => None,
        })
    }

    /// A list of what `read` makes of each item.
    pub fn list<T>(&mut self, key: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let read = |text: &str| {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            items.map(&read).collect()
        };
        self.read(key, read).unwrap_or_default()
    }

    /// Notes that the value of `key` is wrong, and `why` if the form does not say it.
    pub fn wrong(&mut self, key: &str, why: Option<&str>) {
        let (Some(value), Some(setting)) = (self.value(key), names::by_key(key)) else { return };
        let why = why.map(|why| format!(" ({why})")).unwrap_or_default();
        self.problems.push(Problem(format!(
            "{}: {key} is \"{}\"{why}; write {}",
            value.origin,
            setting.shown(value.text.trim()),
            setting.takes
        )));
    }

    /// Notes what is wrong between settings.
    pub fn problem(&mut self, text: impl Into<String>) {
        self.problems.push(Problem(text.into()));
    }
}
