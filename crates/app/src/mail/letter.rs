//! Every letter the product writes, with what it must say.

use chrono::{DateTime, Utc};
use domain::organizations::Revocation;

/// A letter, before it is put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// Sign-up goes on behind this link.
    Registration {
        /// Where.
        link: String,
    },
    /// Someone signed up with an address that has an account.
    AlreadyRegistered {
        /// Where to log in.
        link: String,
    },
    /// The address is the person's when they open this link.
    EmailVerification {
        /// Where.
        link: String,
    },
    /// A code to type, which proves the address is the person's.
    Code {
        /// The code.
        code: String,
    },
    /// The account has another mail address. To the old one.
    EmailChanged {
        /// The new address, most of it hidden.
        email: String,
    },
    /// The account is deleted behind this link.
    AccountDeletion {
        /// Where.
        link: String,
    },
    /// A code to sign in with on a device the person never used.
    NewDevice {
        /// The code.
        code: String,
        /// What the device calls itself; whoever uses it may have written that.
        device: Option<String>,
        /// The address of the network.
        address: Option<String>,
    },
    /// Someone used the recovery code, and two-step login is off.
    TwoStepRecovered {
        /// Where to set it up again.
        link: String,
    },
    /// The hint for the master password, as the person wrote it, if they did.
    PasswordHint {
        /// The hint.
        hint: Option<String>,
    },
    /// An organization invites.
    Invitation {
        /// Which.
        organization: String,
        /// Where to accept.
        link: String,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// Someone accepted, and waits to be confirmed. To those who can.
    MemberAccepted {
        /// Which organization.
        organization: String,
        /// Who.
        member: String,
        /// Where to confirm.
        link: String,
    },
    /// The person is a full member now.
    MemberConfirmed {
        /// Of which organization.
        organization: String,
        /// Where it is.
        link: String,
    },
    /// The member is suspended: a policy does not let them stay as they are.
    MemberSuspended {
        /// In which organization.
        organization: String,
        /// Why.
        because: Revocation,
    },
    /// The person is no longer a member.
    MemberRemoved {
        /// Of which organization.
        organization: String,
    },
    /// A Families organization is offered.
    SponsorshipOffer {
        /// Who gives it; written by a stranger to the recipient, so it is neutralized.
        organization: String,
        /// Where to accept.
        link: String,
        /// Whether the recipient has an account yet.
        has_account: bool,
    },
    /// A Families organization was accepted. To the sponsor.
    SponsorshipAccepted {
        /// Who gives it.
        organization: String,
        /// To whom.
        recipient: String,
    },
    /// The free Families organization begins to cost on that day. To its owners.
    SponsorshipEnding {
        /// Which Families organization.
        families: String,
        /// When.
        on: DateTime<Utc>,
        /// In how many days.
        days: i64,
        /// Where to change the plan.
        link: String,
    },
    /// The free Families organization is paid from now on. To its owners.
    SponsorshipEnded {
        /// Which Families organization.
        families: String,
        /// Since when.
        on: DateTime<Utc>,
        /// Where to change the plan.
        link: String,
    },
    /// The sponsoring organization stopped sponsoring. To the owners of the Families organization.
    SponsorshipPolicy {
        /// Which Families organization.
        families: String,
        /// Who stopped.
        organization: String,
        /// Until when it stays free, if that is known.
        until: Option<DateTime<Utc>>,
        /// Where to change the plan.
        link: String,
    },
    /// The licence runs out soon. To the owners and the billing address.
    LicenseExpiring {
        /// Of which organization.
        organization: String,
        /// When.
        on: DateTime<Utc>,
        /// In how many days.
        days: i64,
        /// Where to renew it.
        link: String,
    },
    /// The licence ran out; the organization is read-only. To the owners and the billing address.
    LicenseExpired {
        /// Of which organization.
        organization: String,
        /// When.
        on: DateTime<Utc>,
        /// Where to renew it.
        link: String,
    },
    /// The personal licence runs out soon. To its holder.
    PremiumExpiring {
        /// When.
        on: DateTime<Utc>,
        /// In how many days.
        days: i64,
        /// Where to renew it.
        link: String,
    },
    /// The personal licence ran out. To its holder.
    PremiumExpired {
        /// When.
        on: DateTime<Utc>,
        /// Where to renew it.
        link: String,
    },
    /// Another organization of the server works under the same licence; both are stopped. To the
    /// owners.
    LicenseCopied {
        /// Which organization.
        organization: String,
        /// Where to apply its licence.
        link: String,
    },
    /// An installation was made: its id, without the key.
    Installation {
        /// The id.
        id: String,
    },
    /// Syncs have failed for a while. To the owners.
    SyncFailing {
        /// Of which organization.
        organization: String,
        /// Since when.
        since: DateTime<Utc>,
        /// Where it says why.
        link: String,
    },
    /// An operator signs in behind this link.
    OperatorSignIn {
        /// Where.
        link: String,
    },
}

impl Letter {
    /// The name it goes by in the outbox.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Registration { .. } => "registration",
            Self::AlreadyRegistered { .. } => "already_registered",
            Self::EmailVerification { .. } => "email_verification",
            Self::Code { .. } => "code",
            Self::EmailChanged { .. } => "email_changed",
            Self::AccountDeletion { .. } => "account_deletion",
            Self::NewDevice { .. } => "new_device",
            Self::TwoStepRecovered { .. } => "two_step_recovered",
            Self::PasswordHint { .. } => "password_hint",
            Self::Invitation { .. } => "invitation",
            Self::MemberAccepted { .. } => "member_accepted",
            Self::MemberConfirmed { .. } => "member_confirmed",
            Self::MemberSuspended { .. } => "member_suspended",
            Self::MemberRemoved { .. } => "member_removed",
            Self::SponsorshipOffer { .. } => "sponsorship_offer",
            Self::SponsorshipAccepted { .. } => "sponsorship_accepted",
            Self::SponsorshipEnding { .. } => "sponsorship_ending",
            Self::SponsorshipEnded { .. } => "sponsorship_ended",
            Self::SponsorshipPolicy { .. } => "sponsorship_policy",
            Self::LicenseExpiring { .. } => "license_expiring",
            Self::LicenseExpired { .. } => "license_expired",
            Self::PremiumExpiring { .. } => "premium_expiring",
            Self::PremiumExpired { .. } => "premium_expired",
            Self::LicenseCopied { .. } => "license_copied",
            Self::Installation { .. } => "installation",
            Self::SyncFailing { .. } => "sync_failing",
            Self::OperatorSignIn { .. } => "operator_sign_in",
        }
    }
}

/// A letter on its way to one person.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// The mail address.
    pub to: String,
    /// The person's language, as accounts keep it (`en-US`, `fr`); English when unknown.
    pub culture: Option<String>,
    /// Names this very letter: one with the same name is not written twice.
    pub dedupe_key: String,
    /// What it says.
    pub letter: Letter,
}
