//! What an organization may demand of its members.

pub mod password_demand;

use chrono::{DateTime, Utc};

use crate::{id::Id, organizations::Organization};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)+) => {
        /// A kind of policy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PolicyKind { $($(#[$doc])* $name = $number),+ }

        impl PolicyKind {
            /// Every kind, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The kind of that number.
            pub const fn from_number(number: i64) -> Option<Self> {
                match number { $($number => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// Members have two-step login.
    TwoStepLogin = 0;
    /// How strong master passwords are.
    MasterPassword = 1;
    /// How strong generated passwords are.
    PasswordGenerator = 2;
    /// Members belong to no other organization.
    SingleOrganization = 3;
    /// Members sign in through the organization.
    RequireSso = 4;
    /// Members keep what they have in the organization.
    DataOwnership = 5;
    /// Members send nothing.
    DisableSend = 6;
    /// What members may hide when they send.
    SendOptions = 7;
    /// Administrators recover accounts.
    AccountRecovery = 8;
    /// How long vaults stay open.
    VaultTimeout = 9;
    /// Members export nothing of their own.
    DisablePersonalExport = 10;
    /// Pages are filled as they load.
    ActivateAutofill = 11;
    /// Applications of the organization are signed in to without asking.
    AutomaticLogIn = 12;
    /// Members give no Families organization.
    FreeFamilies = 13;
    /// Vaults are not opened with a PIN.
    RemovePin = 14;
    /// Some kinds of item are not kept.
    RestrictedItems = 15;
    /// How addresses are compared by default.
    UriMatch = 16;
    /// The desktop types by itself.
    Autotype = 17;
    /// Members are confirmed without an administrator at hand.
    AutomaticConfirmation = 18;
    /// Nobody signs up with an address of a claimed domain.
    BlockClaimedSignUp = 19;
    /// A notice to members.
    Notification = 20;
    /// What members may send, and to whom.
    SendControls = 21;
    /// Rules for filling forms.
    FillAssist = 22;
}

impl PolicyKind {
    /// The protocol's number.
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// The policy that must be on before this one.
    pub const fn needs(self) -> Option<Self> {
        match self {
            Self::RequireSso
            | Self::AccountRecovery
            | Self::VaultTimeout
            | Self::UriMatch
            | Self::AutomaticConfirmation
            | Self::Notification => Some(Self::SingleOrganization),
            _ => None,
        }
    }
}

/// A policy, as an organization set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its id.
    pub id: Id<Policy>,
    /// Whose.
    pub organization: Id<Organization>,
    /// What it demands.
    pub kind: PolicyKind,
    /// Whether it is on.
    pub enabled: bool,
    /// What it demands in detail, as the client wrote it.
    pub data: Option<String>,
    /// When it last changed.
    pub revised_at: DateTime<Utc>,
}

/// Why a policy cannot be switched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PolicyRefusal {
    /// The plan has no policies.
    #[error("This organization cannot use policies.")]
    NotInPlan,
    /// Another must be on first.
    #[error("Turn on the policy it depends on first: {0:?}.")]
    Needs(PolicyKind),
    /// Another depends on it.
    #[error("Turn off the policy that depends on it first: {0:?}.")]
    NeededBy(PolicyKind),
}

/// Whether `kind` may be switched on or off where the policies in `on` are on.
///
/// # Errors
///
/// The first policy in the way.
pub fn switch(kind: PolicyKind, enabled: bool, on: &[PolicyKind]) -> Result<(), PolicyRefusal> {
    if enabled {
        return match kind.needs() {
            Some(needed) if !on.contains(&needed) => Err(PolicyRefusal::Needs(needed)),
            _ => Ok(()),
        };
    }
    match on.iter().find(|other| other.needs() == Some(kind)) {
        Some(other) => Err(PolicyRefusal::NeededBy(*other)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{PolicyKind, PolicyRefusal, switch};

    #[test]
    fn every_number_names_a_kind() {
        for (number, kind) in (0_i64..).zip(PolicyKind::ALL) {
            assert_eq!((kind.number(), PolicyKind::from_number(number)), (number, Some(*kind)));
        }
        assert_eq!(PolicyKind::from_number(23), None);
    }

    #[test]
    fn policies_are_switched_in_the_order_they_depend_on_each_other() {
        use PolicyKind::{FreeFamilies, RequireSso, SingleOrganization};
        let cases = [
            ("free families needs none", FreeFamilies, true, &[][..], None),
            ("off without dependents", FreeFamilies, false, &[FreeFamilies][..], None),
            (
                "sign-in needs the single organization",
                RequireSso,
                true,
                &[][..],
                Some(PolicyRefusal::Needs(SingleOrganization)),
            ),
            ("and has it", RequireSso, true, &[SingleOrganization][..], None),
            (
                "which cannot go before it",
                SingleOrganization,
                false,
                &[SingleOrganization, RequireSso][..],
                Some(PolicyRefusal::NeededBy(RequireSso)),
            ),
            ("and can after it", SingleOrganization, false, &[SingleOrganization][..], None),
        ];
        for (case, kind, enabled, on, refusal) in cases {
            assert_eq!(switch(kind, enabled, on).err(), refusal, "{case}");
        }
    }
}
