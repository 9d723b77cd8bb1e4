//! What a licence says.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Installation;
use crate::{
    billing::PlanType,
    id::Id,
    organizations::{CollectionRule, CollectionRules, Entitlements, Features},
};

/// Whom a licence is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LicenseKind {
    /// One person's premium features.
    User,
    /// An organization.
    Organization,
}

/// What a licence says. What it does not say is none, or left out of `stated`: that is no refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// Ties it to its organization, or person.
    pub license_key: String,
    /// The server it is for.
    pub installation: Option<Id<Installation>>,
    /// The organization, by its id on the cloud; or the person.
    pub subject: Uuid,
    /// The name of the organization.
    pub name: String,
    /// Where its bills go.
    pub billing_email: String,
    /// The name of the company behind it.
    pub business_name: Option<String>,
    /// Whether the organization worked on the cloud when the licence was made.
    pub enabled: Option<bool>,
    /// Whom it is for.
    pub kind: Option<LicenseKind>,
    /// The version of the document.
    pub version: i64,
    /// The plan.
    pub plan: Option<PlanType>,
    /// How many seats it gives; none is no limit.
    pub seats: Option<i64>,
    /// The most collections; none is no limit.
    pub max_collections: Option<i64>,
    /// How much may be stored, in GB.
    pub max_storage_gb: Option<i64>,
    /// The features it speaks of.
    pub stated: Features,
    /// Of those, the ones it gives.
    pub granted: Features,
    /// Whether creating and deleting collections is for administrators, if it says.
    pub limits_collections: Option<bool>,
    /// Whether administrators manage every collection, if it says.
    pub admins_manage_collections: Option<bool>,
    /// When it was made.
    pub issued_at: DateTime<Utc>,
    /// When a newer one should be fetched.
    pub refresh_at: Option<DateTime<Utc>>,
    /// When it runs out.
    pub expires_at: Option<DateTime<Utc>>,
    /// When the organization should have been paid for again.
    pub expires_without_grace_at: Option<DateTime<Utc>>,
    /// Whether it is only being tried.
    pub trial: bool,
}

impl License {
    /// What the organization is entitled to under it. Features it does not speak of stay as they
    /// are, and so does the plan if this server does not know it.
    pub fn entitlements(&self, present: Option<&Entitlements>) -> Entitlements {
        let before = present.map_or(Features::NONE, |it| it.features);
        let mut features = before;
        for feature in self.stated.iter() {
            features = features.with(feature, self.granted.has(feature));
        }
        Entitlements {
            plan: self.plan.or(present.map(|it| it.plan)).unwrap_or(PlanType::Custom),
            features,
            seats: self.seats,
            max_collections: self.max_collections,
            // Disks of one's own are not the cloud's to count.
            max_storage_gb: Some(present.and_then(|it| it.max_storage_gb).unwrap_or(OWN_DISK_GB)),
        }
    }

    /// How collections are handled under it.
    pub fn collection_rules(&self, present: CollectionRules) -> CollectionRules {
        let mut rules = present;
        if let Some(limited) = self.limits_collections {
            rules = rules
                .with(CollectionRule::LimitCreation, limited)
                .with(CollectionRule::LimitDeletion, limited);
        }
        if let Some(admins) = self.admins_manage_collections {
            rules = rules.with(CollectionRule::AdminAccess, admins);
        }
        rules
    }
}

/// What an organization may store on a server of its own.
const OWN_DISK_GB: i64 = 10_240;
