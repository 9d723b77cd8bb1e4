//! What keeps a sponsorship valid when its period comes to an end.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Reason, Sponsorship};

/// How long after its expiry a disabled organization still sponsors.
const DISABLED_GRACE: TimeDelta = TimeDelta::days(93);

/// How long a self-hosted server may be silent before what it gave ends: half a year.
pub(super) const SILENCE: TimeDelta = TimeDelta::hours(4_380);

/// What matters about the sponsoring organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
pub struct SponsorFacts {
    /// Whether it has an Enterprise plan.
    pub enterprise: bool,
    /// Whether it is enabled.
    pub enabled: bool,
    /// When its plan expires or expired.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether it may give sponsorships to people who are not members.
    pub admin_sponsoring: bool,
    /// Whether its policy forbids sponsorships.
    pub forbids: bool,
    /// When its self-hosted server last synced, if it has one.
    pub last_sync_at: Option<DateTime<Utc>>,
}

impl SponsorFacts {
    /// Whether it has been disabled for too long to sponsor.
    pub fn disabled_too_long(&self, now: DateTime<Utc>) -> bool {
        !self.enabled && self.expires_at.is_none_or(|at| at + DISABLED_GRACE < now)
    }
}

/// Whether `sponsorship` may go on for another period, and if not, why not.
///
/// `revoked_for` is how long a revoked member goes on sponsoring; none is for ever.
///
/// # Errors
///
/// The first reason it may not.
pub fn validity(
    sponsorship: &Sponsorship,
    sponsor: Option<&SponsorFacts>,
    revoked_for: Option<TimeDelta>,
    now: DateTime<Utc>,
) -> Result<(), Reason> {
    let gift = sponsorship.gift();
    let Some(sponsor) = sponsor.filter(|_| gift.organization.is_some()) else {
        return Err(Reason::SponsorDeleted);
    };
    if let Some(reason) = sponsorship.reason().filter(|reason| !reason.lapses()) {
        return Err(reason);
    }
    if gift.member.uuid().is_nil() {
        return Err(Reason::MemberLeft);
    }
    if sponsor.disabled_too_long(now) {
        return Err(Reason::SponsorDisabled);
    }
    if gift.admin_initiated && !sponsor.admin_sponsoring {
        return Err(Reason::AdminSponsoringOff);
    }
    if !sponsor.enterprise {
        return Err(Reason::PlanLost);
    }
    if sponsor.forbids {
        return Err(Reason::Policy);
    }
    let synced = gift.last_sync_at.map(|own| sponsor.last_sync_at.map_or(own, |at| at.max(own)));
    if synced.is_some_and(|at| at + SILENCE < now) {
        return Err(Reason::StoppedSyncing);
    }
    let gone = gift.sponsor_gone_at.zip(revoked_for);
    if gone.is_some_and(|(at, patience)| at + patience <= now) {
        return Err(Reason::MemberRevoked);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
