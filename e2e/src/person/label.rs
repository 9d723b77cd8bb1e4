//! What the apps call the state of a sponsorship.

use chrono::{DateTime, Utc};

use super::ProfileOrganization;

/// The state of a member's own sponsorship, worked out from the profile as apps do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The cloud has not heard of it: awaiting sync.
    Requested,
    /// The recipient was written to.
    Sent,
    /// It was redeemed.
    Active {
        /// Until when it holds.
        until: DateTime<Utc>,
    },
    /// It was taken back, and holds until then.
    Expires {
        /// The end of the paid period.
        on: DateTime<Utc>,
    },
    /// It was taken back, and the cloud has not heard of it.
    RemovedAwaitingSync,
}

impl ProfileOrganization {
    /// The member's own sponsorship, if they gave one; `self_hosted` as the app knows its server.
    pub fn sponsorship(&self, self_hosted: bool) -> Option<Label> {
        self.family_sponsorship_friendly_name.as_ref()?;
        let to_delete = self.family_sponsorship_to_delete.unwrap_or(false);
        Some(match (to_delete, self.family_sponsorship_valid_until) {
            (true, Some(on)) => Label::Expires { on },
            (true, None) => Label::RemovedAwaitingSync,
            (false, Some(until)) => Label::Active { until },
            (false, None) if !self_hosted => Label::Sent,
            (false, None) if self.family_sponsorship_last_sync_date.is_some() => Label::Sent,
            (false, None) => Label::Requested,
        })
    }
}
