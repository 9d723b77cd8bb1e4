//! The text that the signature of a document without a token is over.

use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::Value;
use uuid::Uuid;

use super::fields::{Fields, Form, SIGNED, SIGNED_PERSONAL};

/// Left out of the hash, so that it names what is licensed and not when.
const NOT_HASHED: [&str; 3] = ["Hash", "Issued", "Refresh"];

/// What tells the text of one kind of licence from that of the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// The word for whom it is: it begins the text, and the audience of the token.
    pub whom: &'static str,
    signed: &'static [(&'static str, i64, Form)],
}

/// The licence of an organization.
pub(super) const ORGANIZATION: Layout = Layout { whom: "organization", signed: SIGNED };
/// The licence of a person.
pub(super) const PERSON: Layout = Layout { whom: "user", signed: SIGNED_PERSONAL };

/// The texts a signature may be over. They differ in the order of the fields: by the numbers of
/// their letters, as here, or as some servers sort them, capitals beside small letters.
pub(super) fn texts(layout: Layout, fields: &Fields, version: i64) -> Vec<String> {
    let of = |order: &Vec<_>| text(layout.whom, fields, version, order, true);
    layout.orders().iter().map(of).collect()
}

impl Layout {
    /// The other kind.
    pub(super) fn other(self) -> Self {
        if self.whom == PERSON.whom { ORGANIZATION } else { PERSON }
    }

    fn orders(self) -> [Vec<(&'static str, i64, Form)>; 2] {
        let mut beside: Vec<_> = self.signed.to_vec();
        beside.sort_by_key(|(name, ..)| name.to_lowercase());
        [self.signed.to_vec(), beside]
    }
}

/// The text this server signs.
pub(super) fn signed_text(layout: Layout, fields: &Fields, version: i64) -> String {
    text(layout.whom, fields, version, layout.signed, true)
}

/// Whether the field `Hash` is the hash of the other fields. The signed text does not escape what
/// people typed, so one text may be read as several documents; only one of them has this hash.
pub(super) fn hash_is_right(layout: Layout, fields: &Fields, version: i64) -> bool {
    let stated = fields.text("Hash").unwrap_or_default();
    let of = |order: &Vec<_>| hash_of(&text(layout.whom, fields, version, order, false));
    layout.orders().iter().any(|order| of(order) == stated)
}

/// What the field `Hash` holds.
pub(super) fn hash(layout: Layout, fields: &Fields, version: i64) -> String {
    hash_of(&text(layout.whom, fields, version, layout.signed, false))
}

fn hash_of(text: &str) -> String {
    BASE64.encode(digest(&SHA256, text.as_bytes()))
}

fn text(
    whom: &str,
    fields: &Fields,
    version: i64,
    order: &[(&str, i64, Form)],
    whole: bool,
) -> String {
    let pairs = order
        .iter()
        .filter(|(_, since, _)| *since <= version)
        .filter(|(name, ..)| whole || !NOT_HASHED.contains(name))
        .map(|(name, _, form)| format!("{name}:{}", written(fields, name, *form)));
    let pairs: Vec<_> = pairs.collect();
    format!("license:{whom}|{}", pairs.join("|"))
}

fn written(fields: &Fields, name: &str, form: Form) -> String {
    match form {
        Form::Text => fields.text(name).unwrap_or_default(),
        Form::Uuid => fields.uuid(name).unwrap_or(Uuid::nil()).to_string(),
        Form::Int => fields.int(name).map(|number| number.to_string()).unwrap_or_default(),
        Form::Bool => fields.bool(name).unwrap_or(false).to_string(),
        Form::BoolOr => fields.bool(name).unwrap_or(true).to_string(),
        Form::Date => fields.date(name).map(|at| at.timestamp().to_string()).unwrap_or_default(),
        Form::Plan => plan(fields.value(name)),
    }
}

/// The first plans are written by the names they had when licences began.
fn plan(value: Option<&Value>) -> String {
    let number = match value {
        Some(Value::Number(number)) => number.as_i64().unwrap_or(0),
        Some(Value::String(text)) => text.trim().parse().unwrap_or(0),
        _ => 0,
    };
    let name = match number {
        0 => "Free",
        1 => "FamiliesAnnually",
        2 => "TeamsMonthly",
        3 => "TeamsAnnually",
        4 => "EnterpriseMonthly",
        5 => "EnterpriseAnnually",
        6 => "Custom",
        later => return later.to_string(),
    };
    name.to_owned()
}
