//! Values on their way into a statement.

use chrono::{DateTime, Utc};
use domain::id::Id;
use uuid::Uuid;

/// A value on its way into a statement.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// An identifier, or none.
    Uuid(Option<Uuid>),
    /// Text, or none.
    Text(Option<&'a str>),
    /// A whole number, or none.
    Int(Option<i64>),
    /// Yes or no.
    Bool(bool),
    /// A moment, or none.
    Time(Option<DateTime<Utc>>),
    /// Bytes, or none.
    Bytes(Option<&'a [u8]>),
}

/// Makes a slice of [`Arg`]s of values that can become one.
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$(crate::db::Arg::from($value)),*] };
}
pub(crate) use args;

macro_rules! from {
    ($($variant:ident($wrapped:ty): $plain:ty;)+) => {$(
        impl<'a> From<$plain> for Arg<'a> {
            fn from(value: $plain) -> Self {
                Self::$variant(Some(value))
            }
        }
        impl<'a> From<Option<$plain>> for Arg<'a> {
            fn from(value: Option<$plain>) -> Self {
                Self::$variant(value)
            }
        }
    )+};
}

from! {
    Uuid(Uuid): Uuid;
    Text(&str): &'a str;
    Int(i64): i64;
    Time(DateTime<Utc>): DateTime<Utc>;
    Bytes(&[u8]): &'a [u8];
}

impl<T> From<Id<T>> for Arg<'_> {
    fn from(id: Id<T>) -> Self {
        Self::Uuid(Some(id.uuid()))
    }
}

impl<T> From<Option<Id<T>>> for Arg<'_> {
    fn from(id: Option<Id<T>>) -> Self {
        Self::Uuid(id.map(Id::uuid))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<&'a Option<String>> for Arg<'a> {
    fn from(text: &'a Option<String>) -> Self {
        Self::Text(text.as_deref())
    }
}

impl<'a> From<&'a Vec<u8>> for Arg<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl From<i32> for Arg<'_> {
    fn from(value: i32) -> Self {
        Self::Int(Some(i64::from(value)))
    }
}

impl From<bool> for Arg<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

/// Binds `args` to `query`, whatever its engine.
macro_rules! bound {
    ($query:expr, $args:expr) => {{
        let mut query = $query;
        for arg in $args {
            query = match *arg {
                crate::db::Arg::Uuid(value) => query.bind(value),
                crate::db::Arg::Text(value) => query.bind(value),
                crate::db::Arg::Int(value) => query.bind(value),
                crate::db::Arg::Bool(value) => query.bind(value),
                crate::db::Arg::Time(value) => query.bind(value),
                crate::db::Arg::Bytes(value) => query.bind(value),
            };
        }
        query
    }};
}
pub(crate) use bound;
