//! An organization of the cloud begins on this server, by its licence.

use domain::{
    accounts::User,
    id::Id,
    licensing::LicenseKind,
    organizations::{
        CollectionRules, Founder, Founding, Organization, Role,
        membership::{Door, JoinPolicies, JoinRefusal},
    },
};
use store::StoreError;

use super::apply_license::{ApplyLicenseError, applied, taken};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// What comes with the licence.
#[derive(Clone)]
pub struct LicensedFounding {
    /// The licence.
    pub document: String,
    /// The organization key, wrapped for the founder.
    pub key: String,
    /// The encrypted name of its first collection.
    pub collection_name: Option<String>,
    /// Its public key, and its private key wrapped by its own key.
    pub keys: Option<(String, String)>,
}

impl std::fmt::Debug for LicensedFounding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LicensedFounding(…)")
    }
}

/// Why the organization does not begin here.
#[derive(Debug, thiserror::Error)]
pub enum FoundLicensedError {
    /// The licence does not do.
    #[error(transparent)]
    License(#[from] ApplyLicenseError),
    /// The licence does not say whom it is for.
    #[error("Invalid license. It does not say whether it is for an organization or for a person.")]
    NoKind,
    /// The person is kept from it by an organization they are in.
    #[error(transparent)]
    KeptOut(#[from] JoinRefusal),
    /// The key is missing.
    #[error("The organization key is missing.")]
    NoKey,
    /// The name of the collection is too long.
    #[error("The name of the collection is too long.")]
    CollectionName,
}

impl From<StoreError> for FoundLicensedError {
    fn from(error: StoreError) -> Self {
        Self::License(error.into())
    }
}

impl Fault for FoundLicensedError {
    fn kind(&self) -> Kind {
        match self {
            Self::License(error) => error.kind(),
            Self::NoKind | Self::KeptOut(_) | Self::NoKey | Self::CollectionName => Kind::Invalid,
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::License(error) => error.code(),
            Self::NoKind => Some("license_invalid"),
            Self::KeptOut(_) | Self::NoKey | Self::CollectionName => None,
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::NoKey => vec![("Key".to_owned(), self.to_string())],
            Self::CollectionName => vec![("CollectionName".to_owned(), self.to_string())],
            Self::License(_) | Self::NoKind | Self::KeptOut(_) => Vec::new(),
        }
    }
}

impl App {
    /// Begins the organization of a licence on this server, under an id of its own, with `founder`
    /// as its owner.
    ///
    /// # Errors
    ///
    /// When the licence cannot be used here, or an organization of this server has it.
    pub async fn found_licensed_organization(
        &self,
        founder: Id<User>,
        asked: LicensedFounding,
    ) -> Result<Id<Organization>, FoundLicensedError> {
        let found = self.verified(&asked.document).await?;
        let license = found.license;
        if license.kind != Some(LicenseKind::Organization) {
            return Err(FoundLicensedError::NoKind);
        }
        if asked.key.is_empty() {
            return Err(FoundLicensedError::NoKey);
        }
        if asked.collection_name.as_ref().is_some_and(|name| name.len() > 1000) {
            return Err(FoundLicensedError::CollectionName);
        }

        let now = self.now();
        let id = self.id();
        let mut tx = self.db.write().await?;
        if tx.license_holder(&license.license_key, id).await?.is_some() {
            return Err(ApplyLicenseError::InUse.into());
        }
        let door = Door { policies: JoinPolicies::default(), free: false };
        door.admit(Role::Owner, tx.applicant(founder, id).await?)?;
        let (public_key, private_key) = asked.keys.unzip();
        let founding = Founding {
            id,
            name: license.name.clone(),
            billing_email: license.billing_email.clone(),
            business_name: license.business_name.clone(),
            entitlements: license.entitlements(None),
            collection_rules: license.collection_rules(CollectionRules::NONE),
            max_autoscale_seats: None,
            public_key,
            private_key,
            license_key: license.license_key.clone(),
            expires_at: license.expires_at,
            expires_without_grace_at: license.expires_without_grace_at,
            founder: Founder { member: self.id(), user: founder, key: asked.key },
            collection: asked.collection_name.map(|name| (self.id(), name)),
        };
        tx.found_organization(&founding, now).await?;
        let key_id = found.key_id.as_deref();
        tx.save_license(id, &license, &asked.document, key_id, now).await.map_err(taken)?;
        tx.touch_account(founder, now).await?;
        tx.record(applied(id, Some(founder)), now).await?;
        tx.commit().await?;
        self.keep_copy(id, &asked.document).await;
        tracing::info!(organization.id = %id, "an organization began by its licence");
        Ok(id)
    }
}
