//! The keys an organization hands to programs.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    authz::{Action, Actor, Denied, ManageApiKeys, ManageScim, Permit, Standing},
    billing::Tier,
    id::Id,
    organizations::Organization,
};

/// How long a replaced key still works, so that nothing stops while the new one is brought over.
pub const OVERLAP: TimeDelta = TimeDelta::hours(24);

/// How many letters and digits a key has.
pub const LENGTH: usize = 30;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// The public API.
    Default,
    /// Licences and sponsorships for a server of one's own.
    BillingSync,
    /// Provisioning.
    Scim,
}

impl KeyKind {
    /// Every one.
    pub const ALL: &[Self] = &[Self::Default, Self::BillingSync, Self::Scim];

    /// The protocol's number.
    pub const fn number(self) -> i64 {
        match self {
            Self::Default => 0,
            Self::BillingSync => 1,
            Self::Scim => 2,
        }
    }

    /// The kind of that number.
    pub const fn from_number(number: i64) -> Option<Self> {
        Some(match number {
            0 => Self::Default,
            1 => Self::BillingSync,
            2 => Self::Scim,
            _ => return None,
        })
    }

    /// Whether organizations of that tier have such a key.
    pub const fn is_for(self, tier: Tier) -> bool {
        match self {
            Self::Default => true,
            Self::BillingSync | Self::Scim => tier.connects_programs(),
        }
    }
}

impl KeyKind {
    /// The name of the action that handling keys of this kind is.
    pub const fn action(self) -> &'static str {
        match self {
            Self::Scim => ManageScim::NAME,
            Self::Default | Self::BillingSync => ManageApiKeys::NAME,
        }
    }
}

/// Leave to handle keys of one kind: owners have it for all, others for provisioning.
#[derive(Debug)]
pub struct KeyPermit {
    /// What the key is for.
    pub kind: KeyKind,
    /// Whose it is.
    pub organization: Id<Organization>,
    /// Who asked.
    pub actor: Actor,
}

impl KeyPermit {
    /// Decides whether `actor`, standing as given, may handle keys of `kind`.
    ///
    /// # Errors
    ///
    /// As [`Permit::ask`].
    pub fn ask(
        kind: KeyKind,
        actor: Actor,
        organization: Id<Organization>,
        standing: Option<Standing>,
    ) -> Result<Self, Denied> {
        match kind {
            KeyKind::Scim => Permit::<ManageScim>::ask(actor, organization, standing).map(drop)?,
            KeyKind::Default | KeyKind::BillingSync => {
                Permit::<ManageApiKeys>::ask(actor, organization, standing).map(drop)?;
            }
        }
        Ok(Self { kind, organization, actor })
    }
}

/// A key as it is kept: never the key itself.
#[derive(Clone)]
pub struct KeyRecord {
    /// What it is for.
    pub kind: KeyKind,
    /// The hash of the key.
    pub hash: Vec<u8>,
    /// Its last four characters, so that people can tell which one they hold.
    pub last_four: String,
    /// The hash of the key before it, and until when that one works.
    pub previous: Option<(Vec<u8>, DateTime<Utc>)>,
    /// When it was last used.
    pub last_used_at: Option<DateTime<Utc>>,
    /// By which installation, for billing sync.
    pub last_used_by: Option<uuid::Uuid>,
    /// When it was made or replaced.
    pub revised_at: DateTime<Utc>,
}

impl KeyRecord {
    /// The hashes that open at `now`: its own, and for a while the one before.
    pub fn hashes(&self, now: DateTime<Utc>) -> impl Iterator<Item = &[u8]> {
        let previous = self.previous.iter().filter(move |(_, until)| now < *until);
        std::iter::once(self.hash.as_slice()).chain(previous.map(|(hash, _)| hash.as_slice()))
    }
}

impl std::fmt::Debug for KeyRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeyRecord({:?} …{})", self.kind, self.last_four)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::{KeyKind, KeyRecord, OVERLAP};
    use crate::billing::Tier;

    #[test]
    fn programs_connect_to_teams_and_enterprise_alone() {
        let cases = [
            (Tier::Free, false),
            (Tier::Families, false),
            (Tier::TeamsStarter, false),
            (Tier::Teams, true),
            (Tier::Enterprise, true),
        ];
        for (tier, allowed) in cases {
            assert!(KeyKind::Default.is_for(tier));
            for kind in [KeyKind::BillingSync, KeyKind::Scim] {
                assert_eq!(kind.is_for(tier), allowed, "{kind:?} {tier:?}");
            }
        }
    }

    #[test]
    fn the_key_before_works_until_the_overlap_ends() {
        let now: DateTime<Utc> = "2030-01-01T00:00:00Z".parse().unwrap();
        let key = KeyRecord {
            kind: KeyKind::BillingSync,
            hash: vec![2],
            last_four: "wxyz".to_owned(),
            previous: Some((vec![1], now + OVERLAP)),
            last_used_at: None,
            last_used_by: None,
            revised_at: now,
        };
        assert_eq!(key.hashes(now).collect::<Vec<_>>(), [[2], [1]]);
        assert_eq!(key.hashes(now + OVERLAP).collect::<Vec<_>>(), [[2]]);
        assert_eq!(format!("{key:?}"), "KeyRecord(BillingSync …wxyz)");
    }
}
