//! A licence is written and signed.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use chrono::{DateTime, SecondsFormat, SubsecRound as _, Utc};
use domain::{
    id::Id,
    licensing::{Installation, Terms, terms::TOKEN_MARGIN},
    organizations::{CollectionRule, Feature},
};
use serde_json::{Map, Value, json};
use store::organizations::OrganizationRecord;

use super::{
    canonical::{self, Layout, ORGANIZATION},
    fields::Fields,
    token,
};
use crate::ports::{CannotSign, LicenseAuthority};

/// The version of the document this server writes.
const VERSION: i64 = 15;

/// What a licence is written from.
#[derive(Debug)]
pub struct Issue<'a> {
    /// The organization.
    pub organization: &'a OrganizationRecord,
    /// The server it is for.
    pub installation: Id<Installation>,
    /// How long it lasts.
    pub terms: Terms,
    /// When it is written.
    pub now: DateTime<Utc>,
    /// Names the token in it.
    pub token_id: String,
}

/// Writes a licence: fields, signature and token, as JSON.
///
/// # Errors
///
/// When this server does not sign licences.
pub fn issue(it: &Issue<'_>, authority: &dyn LicenseAuthority) -> Result<String, CannotSign> {
    sealed(ORGANIZATION, VERSION, fields(it), (it.now, it.terms), &it.token_id, authority)
}

/// The JSON of a document with these fields: hash, signature and token are added.
pub(super) fn sealed(
    layout: Layout,
    version: i64,
    mut document: Map<String, Value>,
    (now, terms): (DateTime<Utc>, Terms),
    token_id: &str,
    authority: &dyn LicenseAuthority,
) -> Result<String, CannotSign> {
    let key_id = authority.key_id()?;
    let times = (now, terms.expires_at + TOKEN_MARGIN);
    let claims = claims(layout, &document);
    let token = token::write(layout.whom, claims, times, token_id, &key_id, authority)?;

    let unsigned = Fields::parse(&Value::Object(document.clone()).to_string()).ok_or(CannotSign)?;
    document.insert("Hash".to_owned(), json!(canonical::hash(layout, &unsigned, version)));
    let hashed = Fields::parse(&Value::Object(document.clone()).to_string()).ok_or(CannotSign)?;
    let text = canonical::signed_text(layout, &hashed, version);
    let signature = authority.sign(&key_id, text.as_bytes())?;
    document.insert("Signature".to_owned(), json!(BASE64.encode(signature)));
    document.insert("Token".to_owned(), json!(token));

    let camel_case = document.into_iter().map(|(name, value)| (lower_first(&name), value));
    Ok(Value::Object(camel_case.collect()).to_string())
}

fn fields(it: &Issue<'_>) -> Map<String, Value> {
    let organization = it.organization;
    let given = &organization.entitlements;
    let rules = organization.collection_rules;
    let limited =
        rules.has(CollectionRule::LimitCreation) && rules.has(CollectionRule::LimitDeletion);
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        fields.insert(name.to_owned(), value);
    };
    put("LicenseKey", json!(plain(&organization.license_key)));
    put("InstallationId", json!(it.installation.uuid()));
    put("Id", json!(organization.id.uuid()));
    put("Name", json!(plain(&organization.name)));
    put("BillingEmail", json!(plain(&organization.billing_email)));
    put("BusinessName", json!(organization.business_name.as_deref().map(plain)));
    put("Enabled", json!(organization.enabled));
    put("Plan", json!(given.plan.plan().name));
    put("PlanType", json!(given.plan.number()));
    put("Seats", json!(given.seats));
    put("MaxCollections", json!(given.max_collections));
    put("MaxStorageGb", json!(given.max_storage_gb));
    put("SmSeats", Value::Null);
    put("SmServiceAccounts", Value::Null);
    for feature in Feature::ALL.iter().copied() {
        put(&upper_first(feature.name()), json!(given.features.has(feature)));
    }
    put("LimitCollectionCreationDeletion", json!(limited));
    put("AllowAdminAccessToAllCollectionItems", json!(rules.has(CollectionRule::AdminAccess)));
    put("Version", json!(VERSION));
    put("Issued", moment(it.now));
    put("Refresh", moment(it.terms.refresh_at));
    put("Expires", moment(it.terms.expires_at));
    put(
        "ExpirationWithoutGracePeriod",
        it.terms.expires_without_grace_at.map_or(Value::Null, moment),
    );
    put("Trial", json!(it.terms.trial));
    put("LicenseType", json!(1));
    fields
}

/// The same as claims: every value is text, what is null is left out, and so is what belongs to the
/// document alone.
fn claims(layout: Layout, fields: &Map<String, Value>) -> Map<String, Value> {
    let mut claims = Map::new();
    for (name, value) in fields {
        let text = match value {
            Value::Null => continue,
            _ if name == "Version" => continue,
            _ if name == "LicenseType" => upper_first(layout.whom),
            Value::Bool(true) => "True".to_owned(),
            Value::Bool(false) => "False".to_owned(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        claims.insert(name.clone(), Value::String(text));
    }
    claims
}

/// The text that is signed sets its fields apart by `|`. Nobody can give an organization such a name
/// any more; this is for those that have one.
pub(super) fn plain(text: &str) -> String {
    text.replace('|', "/").replace(char::is_control, " ")
}

/// Whole seconds, since the signature has no others.
pub(super) fn moment(at: DateTime<Utc>) -> Value {
    Value::String(at.trunc_subsecs(0).to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn upper_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
