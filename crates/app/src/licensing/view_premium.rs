//! What a person has of premium features, and until when.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    id::Id,
    licensing::{PersonalLicense, personal::PERSONAL_STORAGE_GB},
};
use store::accounts::Account;

use super::document::read_personal;
use crate::{App, accounts::profile::ProfileError};

/// What a person may store on a server of their own.
const OWN_DISK_GB: i64 = 10_240;

/// What a person has of premium features.
#[derive(Debug, Clone)]
pub struct PremiumView {
    /// Whether they are open to the person now.
    pub premium: bool,
    /// Until when, if that is known.
    pub expires_at: Option<DateTime<Utc>>,
    /// How much the person may store, in GB; none without premium features.
    pub storage_gb: Option<i64>,
    /// The licence they come from, where they come from one.
    pub license: Option<PersonalLicense>,
}

impl App {
    /// What a person has of premium features of their own.
    ///
    /// # Errors
    ///
    /// When there is no such account any more.
    pub async fn premium(&self, user: Id<User>) -> Result<PremiumView, ProfileError> {
        let mut tx = self.db.read().await?;
        let account: Account = tx.account(user).await?.ok_or(ProfileError::NoSuchAccount)?;
        let record = tx.personal_license(user).await?;
        drop(tx);
        let premium = account.has_premium(self.now());
        // It was proven when it was applied; a copy that cannot be read any more is not shown.
        let license = record.and_then(|record| read_personal(&record.document, &[]).ok());
        let storage_gb = if license.is_some() { OWN_DISK_GB } else { PERSONAL_STORAGE_GB };
        Ok(PremiumView {
            premium,
            expires_at: account.premium_expires_at,
            storage_gb: premium.then_some(storage_gb),
            license: license.map(|found| found.license),
        })
    }
}
