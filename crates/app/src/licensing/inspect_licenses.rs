//! Licences, for the operator: those held here with everything that is wrong with them, and those
//! that went out.

use domain::{
    authz::{Permit, ViewOrganization},
    id::Id,
    licensing::{misfits, verify},
    organizations::Organization,
};
use store::{
    StoreError, Tx,
    licensing::{IssuedLicense, LicenseRecord},
};
use uuid::Uuid;

use super::{document::read, trust::TrustedKey};
use crate::{App, fault::Fault as _, licensing::apply_license::ApplyLicenseError};

/// How many are on a page at most.
const MOST: i64 = 100;

/// Something that is wrong with a licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenseProblem {
    /// A word for it, for programs.
    pub code: &'static str,
    /// In words.
    pub message: String,
}

/// A licence an organization has, looked at anew.
#[derive(Debug)]
pub struct HeldLicense {
    /// The licence.
    pub record: LicenseRecord,
    /// The name of the organization here.
    pub name: String,
    /// Every rule it fails; none when it is in order.
    pub problems: Vec<LicenseProblem>,
}

impl App {
    /// The licences held on this server, by organization, after that of `after`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn held_licenses(
        &self,
        after: Option<Id<Organization>>,
        count: i64,
    ) -> Result<Vec<HeldLicense>, ApplyLicenseError> {
        let trusted = self.trusted_license_keys().await?;
        let mut tx = self.db.read().await?;
        let after = after.unwrap_or(Id::new(Uuid::nil()));
        let mut held = Vec::new();
        for record in tx.licenses_after(after, count.clamp(1, MOST)).await? {
            held.push(self.look_at(&mut tx, &trusted, record).await?);
        }
        Ok(held)
    }

    /// The licence of one organization, if it has one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn held_license(
        &self,
        permit: &Permit<ViewOrganization>,
    ) -> Result<Option<HeldLicense>, ApplyLicenseError> {
        let trusted = self.trusted_license_keys().await?;
        let mut tx = self.db.read().await?;
        match tx.license(permit.organization()).await? {
            Some(record) => Ok(Some(self.look_at(&mut tx, &trusted, record).await?)),
            None => Ok(None),
        }
    }

    /// Licences that went out, by organization and server, after `after`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn issued_licenses(
        &self,
        after: Option<(Uuid, Uuid)>,
        count: i64,
    ) -> Result<Vec<IssuedLicense>, StoreError> {
        let after = after.unwrap_or((Uuid::nil(), Uuid::nil()));
        self.db.read().await?.issued_licenses(after, count.clamp(1, MOST)).await
    }

    async fn look_at(
        &self,
        tx: &mut Tx,
        trusted: &[TrustedKey],
        record: LicenseRecord,
    ) -> Result<HeldLicense, ApplyLicenseError> {
        let organization = record.organization();
        let found = tx.organization(organization).await?;
        let name = found.map(|it| it.name).unwrap_or_default();
        let mut problems = Vec::new();
        match read(&record.document, trusted) {
            Ok(found) => {
                let flaws =
                    verify(&found.license, &found.proof, self.settings.installation, self.now());
                problems.extend(
                    flaws.iter().map(|flaw| LicenseProblem {
                        code: flaw.code(),
                        message: flaw.to_string(),
                    }),
                );
                let usage = tx.license_usage(organization).await?;
                problems.extend(misfits(&found.license, usage).iter().map(|misfit| {
                    LicenseProblem { code: misfit.code(), message: misfit.to_string() }
                }));
            }
            Err(error) => problems.push(LicenseProblem {
                code: error.code().unwrap_or("license_unreadable"),
                message: error.to_string(),
            }),
        }
        Ok(HeldLicense { record, name, problems })
    }
}
