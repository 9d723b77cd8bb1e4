//! Named values of a document or of a token, whatever the case of the names and the form of the
//! values.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{
    billing::PlanType,
    id::Id,
    licensing::{License, LicenseKind, PersonalLicense},
    organizations::{Feature, Features},
};
use serde_json::Value;
use uuid::Uuid;

/// What a value looks like in the text that is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Uuid,
    Int,
    Bool,
    /// As `Bool`; what older documents leave out is true.
    BoolOr,
    Date,
    Plan,
}

/// The fields that are signed, with the first version that signs them.
pub(super) const SIGNED: &[(&str, i64, Form)] = &[
    ("AllowAdminAccessToAllCollectionItems", 15, Form::BoolOr),
    ("BillingEmail", 1, Form::Text),
    ("BusinessName", 1, Form::Text),
    ("Enabled", 1, Form::Bool),
    ("ExpirationWithoutGracePeriod", 12, Form::Date),
    ("Expires", 1, Form::Date),
    ("Hash", 1, Form::Text),
    ("Id", 1, Form::Uuid),
    ("InstallationId", 1, Form::Uuid),
    ("Issued", 1, Form::Date),
    ("LicenseKey", 1, Form::Text),
    ("LimitCollectionCreationDeletion", 14, Form::BoolOr),
    ("MaxCollections", 1, Form::Int),
    ("MaxStorageGb", 1, Form::Int),
    ("Name", 1, Form::Text),
    ("Plan", 1, Form::Text),
    ("PlanType", 1, Form::Plan),
    ("Refresh", 1, Form::Date),
    ("Seats", 1, Form::Int),
    ("SelfHost", 1, Form::Bool),
    ("SmSeats", 13, Form::Int),
    ("SmServiceAccounts", 13, Form::Int),
    ("Trial", 1, Form::Bool),
    ("Use2fa", 4, Form::Bool),
    ("UseApi", 5, Form::Bool),
    ("UseCustomPermissions", 11, Form::Bool),
    ("UseDirectory", 1, Form::Bool),
    ("UseEvents", 3, Form::Bool),
    ("UseGroups", 1, Form::Bool),
    ("UseKeyConnector", 9, Form::Bool),
    ("UsePasswordManager", 13, Form::Bool),
    ("UsePolicies", 6, Form::Bool),
    ("UseResetPassword", 8, Form::Bool),
    ("UseScim", 10, Form::Bool),
    ("UseSecretsManager", 13, Form::Bool),
    ("UseSso", 7, Form::Bool),
    ("UseTotp", 1, Form::Bool),
    ("UsersGetPremium", 2, Form::Bool),
    ("Version", 1, Form::Int),
];

/// The fields of a personal licence that are signed.
pub(super) const SIGNED_PERSONAL: &[(&str, i64, Form)] = &[
    ("Email", 1, Form::Text),
    ("Expires", 1, Form::Date),
    ("Hash", 1, Form::Text),
    ("Id", 1, Form::Uuid),
    ("Issued", 1, Form::Date),
    ("LicenseKey", 1, Form::Text),
    ("MaxStorageGb", 1, Form::Int),
    ("Name", 1, Form::Text),
    ("Premium", 1, Form::Bool),
    ("Refresh", 1, Form::Date),
    ("Trial", 1, Form::Bool),
    ("Version", 1, Form::Int),
];

/// How much of what is there is covered by the proof.
#[derive(Debug, Clone, Copy)]
pub(super) enum Signed {
    /// The fields of [`SIGNED`] that this version has.
    UpTo(i64),
    /// All of it.
    Everything,
}

impl Signed {
    fn covers(self, name: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::UpTo(version) => SIGNED
                .iter()
                .any(|(field, since, _)| field.eq_ignore_ascii_case(name) && *since <= version),
        }
    }
}

/// Named values.
#[derive(Debug, Clone)]
pub(super) struct Fields(HashMap<String, Value>);

impl Fields {
    /// The values of a JSON object.
    pub fn parse(text: &str) -> Option<Self> {
        let Ok(Value::Object(fields)) = serde_json::from_str(text) else { return None };
        Some(Self(fields.into_iter().map(|(name, value)| (name.to_lowercase(), value)).collect()))
    }

    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(&name.to_lowercase()).filter(|value| !value.is_null())
    }

    pub fn text(&self, name: &str) -> Option<String> {
        match self.value(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    pub fn int(&self, name: &str) -> Option<i64> {
        match self.value(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    pub fn bool(&self, name: &str) -> Option<bool> {
        match self.value(name)? {
            Value::Bool(it) => Some(*it),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    pub fn uuid(&self, name: &str) -> Option<Uuid> {
        Uuid::parse_str(&self.text(name)?).ok()
    }

    /// A moment: as ISO 8601 has it, in seconds since 1970, or month first as older servers write.
    pub fn date(&self, name: &str) -> Option<DateTime<Utc>> {
        match self.value(name)? {
            Value::Number(number) => DateTime::from_timestamp(number.as_i64()?, 0),
            Value::String(text) => date(text.trim()),
            _ => None,
        }
    }

    /// The licence in it, if what every licence has is there.
    pub fn license(&self, version: i64, signed: Signed) -> Option<License> {
        let mut stated = Features::NONE;
        let mut granted = Features::NONE;
        for feature in Feature::ALL.iter().copied() {
            if let Some(on) = self.bool(feature.name()).filter(|_| signed.covers(feature.name())) {
                stated = stated.with(feature, true);
                granted = granted.with(feature, on);
            }
        }
        let covered = |name: &'static str| Some(name).filter(|name| signed.covers(name));
        Some(License {
            license_key: self.text("LicenseKey")?,
            installation: self.uuid("InstallationId").map(Id::new),
            subject: self.uuid("Id")?,
            name: self.text("Name").unwrap_or_default(),
            billing_email: self
                .text("BillingEmail")
                .or_else(|| self.text("Email"))
                .unwrap_or_default(),
            business_name: self.text("BusinessName").filter(|name| !name.is_empty()),
            enabled: self.bool("Enabled"),
            kind: self.kind(),
            version,
            plan: self.int("PlanType").and_then(PlanType::from_number),
            seats: self.int("Seats"),
            max_collections: self.int("MaxCollections"),
            max_storage_gb: self.int("MaxStorageGb"),
            stated,
            granted,
            limits_collections: covered("LimitCollectionCreationDeletion")
                .and_then(|name| self.bool(name)),
            admins_manage_collections: covered("AllowAdminAccessToAllCollectionItems")
                .and_then(|name| self.bool(name)),
            issued_at: self.date("Issued")?,
            refresh_at: self.date("Refresh"),
            expires_at: self.date("Expires"),
            expires_without_grace_at: covered("ExpirationWithoutGracePeriod")
                .and_then(|name| self.date(name)),
            trial: self.bool("Trial").unwrap_or(false),
        })
    }

    /// The personal licence in it, if what every one has is there.
    pub fn personal_license(&self, version: i64) -> Option<PersonalLicense> {
        Some(PersonalLicense {
            license_key: self.text("LicenseKey")?,
            subject: self.uuid("Id")?,
            name: self.text("Name").unwrap_or_default(),
            email: self.text("Email").unwrap_or_default(),
            premium: self.bool("Premium").unwrap_or(false),
            kind: self.kind(),
            version,
            issued_at: self.date("Issued")?,
            refresh_at: self.date("Refresh"),
            expires_at: self.date("Expires"),
            trial: self.bool("Trial").unwrap_or(false),
        })
    }

    fn kind(&self) -> Option<LicenseKind> {
        match self.text("LicenseType")?.to_lowercase().as_str() {
            "user" | "0" => Some(LicenseKind::User),
            "organization" | "1" => Some(LicenseKind::Organization),
            _ => None,
        }
    }
}

fn date(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(moment.with_timezone(&Utc));
    }
    let forms = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%m/%d/%Y %H:%M:%S",
        "%m/%d/%Y %I:%M:%S %p",
    ];
    let naive = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    naive.map(|moment| moment.and_utc())
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn decision_25_dates_are_read_in_every_form_servers_write() {
        let cases = [
            ("2030-02-03T04:05:06Z", "2030-02-03T04:05:06Z"),
            ("2030-02-03T04:05:06.0000000Z", "2030-02-03T04:05:06Z"),
            ("2030-02-03T05:05:06+01:00", "2030-02-03T04:05:06Z"),
            ("2030-02-03T04:05:06", "2030-02-03T04:05:06Z"),
            ("02/03/2030 04:05:06", "2030-02-03T04:05:06Z"),
            ("02/03/2030 04:05:06 PM", "2030-02-03T16:05:06Z"),
        ];
        for (text, expected) in cases {
            assert_eq!(date(text), Some(expected.parse().unwrap()), "{text}");
        }
        for text in ["", "tomorrow", "13/13/2030 00:00:00", "2030-02-30T00:00:00Z"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
