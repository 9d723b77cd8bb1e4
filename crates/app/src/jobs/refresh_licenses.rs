//! Fetches the licences that are due, for organizations whose connection says so. What cannot be
//! fetched is tried again later, and the organization goes on with the licence it has.

use chrono::{DateTime, TimeDelta, Utc};
use domain::authz::{ManageLicense, Permit};

use super::{JobError, Work};
use crate::{App, licensing::sync_license::SyncLicenseError, ports::PersonalLicenseRequest};

/// A licence that runs out this soon is fetched, whatever its own day for that.
const SOON: TimeDelta = TimeDelta::days(14);

/// A personal licence that is over for so long is not asked for any more.
const GIVEN_UP: TimeDelta = TimeDelta::days(60);

/// How many are fetched in one run; the rest wait for the next.
const MOST: i64 = 200;

/// Fetches the licences that are due.
pub(super) async fn refresh_licenses(app: &App, _: Work<'_>) -> Result<(), JobError> {
    if !app.settings.cloud_communication {
        return Ok(());
    }
    let now = app.now();
    let due = app.db.read().await?.licenses_to_refresh(now, now + SOON, MOST).await?;
    for organization in due {
        let permit = Permit::<ManageLicense>::of_the_server("its licence is due", organization);
        match app.sync_license(permit).await {
            Ok(changed) => {
                tracing::info!(organization.id = %organization, changed, "a licence was refreshed");
            }
            Err(SyncLicenseError::Cloud(error)) if error.may_pass() => {
                tracing::warn!(%error, "the cloud gives no licences for now");
                // It is the same cloud for all of them.
                return Ok(());
            }
            Err(error) => {
                tracing::warn!(organization.id = %organization, %error, "a licence was not refreshed");
            }
        }
    }
    refresh_personal(app, now).await
}

/// The same for the licences of persons, of which the cloud wants nothing but their key.
async fn refresh_personal(app: &App, now: DateTime<Utc>) -> Result<(), JobError> {
    let mut tx = app.db.read().await?;
    let due = tx.personal_licenses_due(now + SOON, now - GIVEN_UP, MOST).await?;
    drop(tx);
    for record in due {
        let user = record.user();
        let request =
            PersonalLicenseRequest { user: record.cloud_user_id, license_key: record.license_key };
        let document = match app.ports.cloud.personal_license(request).await {
            Ok(document) => document,
            Err(error) if error.may_pass() => {
                tracing::warn!(%error, "the cloud gives no licences for now");
                return Ok(());
            }
            Err(error) => {
                tracing::warn!(user.id = %user, %error, "a personal licence was not refreshed");
                continue;
            }
        };
        match app.apply_personal_license(user, &document).await {
            Ok(()) => tracing::info!(user.id = %user, "a personal licence was refreshed"),
            Err(error) => {
                tracing::warn!(user.id = %user, %error, "a personal licence was not refreshed");
            }
        }
    }
    Ok(())
}
