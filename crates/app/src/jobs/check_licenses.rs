//! Looks at every licence once a day: tells people before one runs out and when it has, and sets
//! right what differs from it. One that is bad never keeps the others from their turn.

use chrono::{DateTime, Utc};
use domain::{
    events::EventKind,
    id::Id,
    licensing::{Flaw, notice_due, verify},
    organizations::Organization,
};
use store::{
    StoreError,
    licensing::{DueNotice, LicenseRecord},
    outbox::Event,
};
use uuid::Uuid;

use super::{JobError, Work};
use crate::{
    App,
    licensing::{document::read, trust::TrustedKey},
    mail::{Envelope, Letter},
};

/// How many licences are looked at in one transaction.
const PAGE: i64 = 200;

/// Looks at every licence.
pub(super) async fn check_licenses(app: &App, _: Work<'_>) -> Result<(), JobError> {
    app.stop_copies().await?;
    let mut failures = 0;
    let trusted = app.trusted_license_keys().await?;
    let mut after: Id<Organization> = Id::new(Uuid::nil());
    loop {
        let page = app.db.read().await?.licenses_after(after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.organization();
        for record in &page {
            failures += i64::from(look_at(app, record, &trusted).await.is_err());
        }
    }
    let now = app.now();
    loop {
        let due = app.db.read().await?.license_notices_due(now, PAGE).await?;
        let mut told = 0;
        for notice in &due {
            match tell(app, notice, now).await {
                Ok(true) => told += 1,
                Ok(false) => {}
                Err(error) => {
                    failures += 1;
                    tracing::error!(%error, organization.id = %notice.organization(), "nobody was told of a licence's end");
                }
            }
        }
        if told == 0 {
            break;
        }
    }
    if failures > 0 {
        return Err(JobError::Later(format!("{failures} licences could not be looked at")));
    }
    Ok(())
}

/// Names what is wrong with a licence that was applied, and gives the organization back what the
/// licence says where the database says otherwise.
async fn look_at(
    app: &App,
    record: &LicenseRecord,
    trusted: &[TrustedKey],
) -> Result<(), StoreError> {
    let organization = record.organization();
    let Ok(found) = read(&record.document, trusted) else {
        tracing::warn!(organization.id = %organization, "a licence that was applied cannot be read");
        return Ok(());
    };
    let flaws = verify(&found.license, &found.proof, app.settings.installation, app.now());
    // That it ran out is said below, to those who can renew it.
    let flaws: Vec<_> = flaws.iter().filter(|flaw| !matches!(flaw, Flaw::Expired(_))).collect();
    if !flaws.is_empty() {
        for flaw in flaws {
            tracing::warn!(organization.id = %organization, %flaw, "a licence is no longer in order");
        }
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    let Some(present) = tx.organization(organization).await? else { return Ok(()) };
    let given = found.license.entitlements(Some(&present.entitlements));
    let (end, early) = (found.license.expires_at, found.license.expires_without_grace_at);
    let same = present.entitlements == given
        && present.expires_at.map(|at| at.timestamp()) == end.map(|at| at.timestamp());
    if !same {
        tracing::warn!(organization.id = %organization, "an organization differed from its licence");
        tx.entitle_organization(organization, &given, end, early, app.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Tells the owners and the billing address; `false` when someone else did meanwhile.
async fn tell(app: &App, notice: &DueNotice, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let over = notice.expires_at <= now;
    let days = if over { Some(0) } else { notice_due(notice.expires_at, notice.noticed_days, now) };
    let Some(days) = days else { return Ok(false) };
    let organization = notice.organization();

    let mut tx = app.db.write().await?;
    if !tx.note_license_notice(organization, days).await? {
        return Ok(false);
    }
    let mut people: Vec<(String, Option<String>)> = tx
        .owner_addresses(organization)
        .await?
        .into_iter()
        .map(|owner| (owner.email, Some(owner.culture)))
        .collect();
    let billing = notice.billing_email.trim().to_lowercase();
    if !billing.is_empty() && people.iter().all(|(email, _)| *email != billing) {
        people.push((billing, None));
    }
    let page = format!("/#/organizations/{organization}/billing/subscription");
    let link = app.settings.address(&page);
    let end = notice.expires_at.timestamp();
    let envelopes: Vec<Envelope> = people
        .into_iter()
        .map(|(to, culture)| Envelope {
            dedupe_key: format!("license-end:{organization}:{end}:{days}:{to}"),
            to,
            culture,
            letter: letter(notice, days, link.clone()),
        })
        .collect();
    app.post(&mut tx, &envelopes, now).await?;
    if over {
        let event =
            Event { system_user: Some(9), ..Event::of(EventKind::LicenseExpired, organization) };
        tx.record(event, now).await?;
    }
    tx.commit().await?;
    tracing::info!(organization.id = %organization, days, "people were told of a licence's end");
    Ok(true)
}

fn letter(notice: &DueNotice, days: i64, link: String) -> Letter {
    let (organization, on) = (notice.name.clone(), notice.expires_at);
    if days == 0 {
        Letter::LicenseExpired { organization, on, link }
    } else {
        Letter::LicenseExpiring { organization, on, days, link }
    }
}
