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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_first_rule_that_fits_names_the_state() {
        let time: DateTime<Utc> = "2030-01-01T00:00:00Z".parse().unwrap();
        let (none, some) = (None, Some(time));
        let cases = [
            ("nothing given", false, none, none, true, None),
            ("given", true, none, none, true, Some(Label::Requested)),
            ("given on the cloud", true, none, none, false, Some(Label::Sent)),
            ("told", true, some, none, true, Some(Label::Sent)),
            ("redeemed", true, some, some, true, Some(Label::Active { until: time })),
        ];
        for (case, given, synced, until, self_hosted, expected) in cases {
            let organization = organization(given, synced, until, false);
            assert_eq!(organization.sponsorship(self_hosted), expected, "{case}");
        }
        let cases = [
            ("taken back", some, none, Label::RemovedAwaitingSync),
            ("taken back after it was redeemed", some, some, Label::Expires { on: time }),
        ];
        for (case, synced, until, expected) in cases {
            let organization = organization(true, synced, until, true);
            assert_eq!(organization.sponsorship(true), Some(expected), "{case}");
        }
    }

    fn organization(
        given: bool,
        synced: Option<DateTime<Utc>>,
        until: Option<DateTime<Utc>>,
        to_delete: bool,
    ) -> ProfileOrganization {
        let name = given.then_some("recipient@home.example");
        serde_json::from_value(json!({
            "id": uuid::Uuid::nil(), "name": "Acme", "key": "4.", "enabled": true,
            "productTierType": 3,
            "familySponsorshipFriendlyName": name,
            "familySponsorshipLastSyncDate": synced,
            "familySponsorshipValidUntil": until,
            "familySponsorshipToDelete": given.then_some(to_delete),
        }))
        .unwrap()
    }
}
