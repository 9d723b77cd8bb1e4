//! Looks after premium features whose time is over or nearly so: closes them, and tells people.

use chrono::{DateTime, Utc};
use domain::licensing::notice_due;
use store::{StoreError, licensing::PersonalNotice};

use super::{JobError, Work};
use crate::{
    App,
    mail::{Envelope, Letter},
};

/// How many people are written to before the database is asked again.
const PAGE: i64 = 200;

/// Closes what is over, and tells people of the end of their licence.
pub(super) async fn check_premium(app: &App, _: Work<'_>) -> Result<(), JobError> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let over = tx.end_premium(now).await?;
    tx.commit().await?;
    if over > 0 {
        tracing::info!(over, "premium features ended");
    }
    loop {
        let due = app.db.read().await?.personal_notices_due(now, PAGE).await?;
        let mut told = false;
        for notice in &due {
            told |= tell(app, notice, now).await?;
        }
        if !told {
            return Ok(());
        }
    }
}

/// Tells a person; `false` when someone else did meanwhile.
async fn tell(app: &App, notice: &PersonalNotice, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let over = notice.expires_at <= now;
    let days = if over { Some(0) } else { notice_due(notice.expires_at, notice.noticed_days, now) };
    let Some(days) = days else { return Ok(false) };
    let user = notice.user();
    let mut tx = app.db.write().await?;
    if !tx.note_personal_notice(user, days).await? {
        return Ok(false);
    }
    let (on, link) = (notice.expires_at, app.settings.address("/#/settings/subscription"));
    let envelope = Envelope {
        to: notice.email.clone(),
        culture: Some(notice.culture.clone()),
        dedupe_key: format!("premium-end:{user}:{}:{days}", on.timestamp()),
        letter: if over {
            Letter::PremiumExpired { on, link }
        } else {
            Letter::PremiumExpiring { on, days, link }
        },
    };
    app.post(&mut tx, &[envelope], now).await?;
    tx.commit().await?;
    Ok(true)
}
