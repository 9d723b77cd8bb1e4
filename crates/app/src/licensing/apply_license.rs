//! A licence is applied to an organization of this server, uploaded or fetched.

use domain::{
    accounts::User,
    authz::{Actor, ManageLicense, Permit},
    events::EventKind,
    id::Id,
    licensing::{Flaw, License, Misfit, misfits, verify},
    organizations::Organization,
};
use store::{StoreError, licensing::Licensed, organizations::OrganizationRecord, outbox::Event};

use super::document::{NoLicense, ReadLicense, read};
use crate::{
    App,
    fault::{Fault, Kind},
    ports::LicenseOwner,
};

/// Why a licence was not applied. The organization goes on with the one it has.
#[derive(Debug, thiserror::Error)]
pub enum ApplyLicenseError {
    /// That is none.
    #[error(transparent)]
    NoLicense(#[from] NoLicense),
    /// It may not be used here; every reason is named.
    #[error("Invalid license. {}", lines(.0))]
    Flawed(Vec<Flaw>),
    /// The organization uses more than it gives.
    #[error("{}", lines(.0))]
    Misfits(Vec<Misfit>),
    /// The cloud has no use for one.
    #[error("Only self-hosted servers take licenses.")]
    NotHere,
    /// Another organization of this server has it.
    #[error("This license is in use by another organization of this server.")]
    InUse,
    /// There is no such organization.
    #[error("Resource not found.")]
    NoSuchOrganization,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub(super) fn lines<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl Fault for ApplyLicenseError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoLicense(_)
            | Self::Flawed(_)
            | Self::Misfits(_)
            | Self::NotHere
            | Self::InUse => Kind::Invalid,
            Self::NoSuchOrganization => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoLicense(_) => Some("license_unreadable"),
            Self::Flawed(_) => Some("license_invalid"),
            Self::Misfits(_) => Some("license_too_small"),
            Self::NotHere => Some("self_hosted_only"),
            Self::InUse => Some("license_in_use"),
            Self::NoSuchOrganization | Self::Store(_) => None,
        }
    }
}

impl Fault for NoLicense {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn code(&self) -> Option<&'static str> {
        Some("license_unreadable")
    }
}

impl App {
    /// Whether licences are applied here at all.
    ///
    /// # Errors
    ///
    /// [`ApplyLicenseError::NotHere`] on a cloud, where plans say what organizations may do.
    pub fn check_takes_licenses(&self) -> Result<(), ApplyLicenseError> {
        if self.settings.connects_to_cloud { Ok(()) } else { Err(ApplyLicenseError::NotHere) }
    }

    /// Applies an uploaded licence.
    ///
    /// # Errors
    ///
    /// [`ApplyLicenseError`], with everything that is wrong.
    pub async fn update_license(
        &self,
        permit: Permit<ManageLicense>,
        document: &str,
    ) -> Result<(), ApplyLicenseError> {
        self.apply_license(permit.organization(), permit.actor(), document).await.map(drop)
    }

    /// What `document` says, once nothing speaks against using it on this server.
    pub(super) async fn verified(&self, document: &str) -> Result<ReadLicense, ApplyLicenseError> {
        let trusted = self.trusted_license_keys().await?;
        let found = read(document, &trusted)?;
        let installation = self.settings.installation;
        let flaws = verify(&found.license, &found.proof, installation, self.now());
        if flaws.is_empty() { Ok(found) } else { Err(ApplyLicenseError::Flawed(flaws)) }
    }

    /// Applies a licence; `true` when it differs from the one before.
    pub(super) async fn apply_license(
        &self,
        organization: Id<Organization>,
        actor: Actor,
        document: &str,
    ) -> Result<bool, ApplyLicenseError> {
        let found = self.verified(document).await?;
        let license = &found.license;

        let now = self.now();
        let mut tx = self.db.write().await?;
        let present = tx.organization(organization).await?;
        let present = present.ok_or(ApplyLicenseError::NoSuchOrganization)?;
        if tx.license_holder(&license.license_key, organization).await?.is_some() {
            return Err(ApplyLicenseError::InUse);
        }
        let misfits = misfits(license, tx.license_usage(organization).await?);
        if !misfits.is_empty() {
            return Err(ApplyLicenseError::Misfits(misfits));
        }
        let before = tx.license(organization).await?;

        let licensed = Licensed {
            license,
            entitlements: license.entitlements(Some(&present.entitlements)),
            collection_rules: license.collection_rules(present.collection_rules),
        };
        // Most syncs bring what is there already, and nobody's client has to learn of it.
        if !is_in_force(&present, &licensed) {
            tx.license_organization(organization, &licensed, now).await?;
            tx.touch_members(organization, now).await?;
        }
        let key_id = found.key_id.as_deref();
        tx.save_license(organization, license, document, key_id, now).await.map_err(taken)?;
        tx.record(applied(organization, actor.user()), now).await?;
        tx.commit().await?;
        self.keep_copy(organization, document).await;
        Ok(before.is_none_or(|before| differs(&before.document, document, license)))
    }

    /// Keeps the copy beside the database. It is only a copy: that it cannot be written is no reason
    /// to refuse the licence.
    pub(super) async fn keep_copy(&self, owner: impl Into<LicenseOwner>, document: &str) {
        let owner = owner.into();
        if let Err(error) = self.ports.license_files.keep(owner, document.to_owned()).await {
            tracing::warn!(%error, ?owner, "no copy of the licence was kept");
        }
    }
}

/// What keeping a licence failed with: another upload of it may have been faster.
pub(super) fn taken(error: StoreError) -> ApplyLicenseError {
    match error {
        StoreError::Duplicate => ApplyLicenseError::InUse,
        other => other.into(),
    }
}

/// The line of the event log that says a licence was applied.
pub(super) fn applied(organization: Id<Organization>, by: Option<Id<User>>) -> Event {
    Event {
        acting_user: by.map(Id::uuid),
        system_user: if by.is_none() { Some(9) } else { None },
        ..Event::of(EventKind::LicenseApplied, organization)
    }
}

/// Whether the organization is in all as the licence says.
fn is_in_force(present: &OrganizationRecord, it: &Licensed<'_>) -> bool {
    let License { name, billing_email, business_name, license_key, .. } = it.license;
    let expiry = (it.license.expires_at, it.license.expires_without_grace_at);
    present.enabled
        && (&present.name, &present.billing_email) == (name, billing_email)
        && (&present.business_name, &present.license_key) == (business_name, license_key)
        && present.entitlements == it.entitlements
        && present.collection_rules == it.collection_rules
        && (present.expires_at, present.expires_without_grace_at) == expiry
}

/// Whether two licences differ in more than when they were made.
fn differs(before: &str, after: &str, license: &License) -> bool {
    let Ok(before) = read(before, &[]) else { return before != after };
    let mut before = before.license;
    before.issued_at = license.issued_at;
    before.refresh_at = license.refresh_at;
    before != *license
}
