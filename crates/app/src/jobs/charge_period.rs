//! A period that began is paid for.

use chrono::{DateTime, Utc};
use domain::billing::Cents;
use serde::Deserialize;

use super::{JobError, Work};
use crate::{App, ports::Charge};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Period {
    period_starts_at: DateTime<Utc>,
    cents: i64,
}

/// Charges for one period of an organization; the payment's name keeps a repetition from taking more.
pub(super) async fn charge_period(app: &App, work: Work<'_>) -> Result<(), JobError> {
    let period: Period = serde_json::from_str(work.payload().unwrap_or_default())
        .map_err(|error| JobError::Never(format!("billing.charge: {error}")))?;
    let charge = Charge {
        organization: work.subject()?,
        period_starts_at: period.period_starts_at,
        amount: Cents(period.cents),
    };
    Ok(app.charge_period(&charge).await?)
}
