//! What the world must offer. A port exists only where the world has more than one answer: another
//! role, another vendor, or a recording in tests.

mod clock;
mod cloud;
mod desk;
mod licensing;
mod machine;
mod mail;
mod payments;

use std::{pin::Pin, sync::Arc};

pub use clock::{Clock, Random};
pub use cloud::{
    Cloud, CloudError, CloudFacts, CloudScope, LegacyAnswer, LicenseRequest, NoCloud,
    PersonalLicenseRequest, SyncAnswer, SyncBatch,
};
pub use desk::{DecidingDesk, FollowUp, RememberingDesk, SponsorshipDesk};
pub use licensing::{
    CannotSign, LicenseAuthority, LicenseFiles, LicenseOwner, NoAuthority, TrustFile,
};
pub use machine::{Machine, Probe, Stage};
pub use mail::{MailCarrier, Refused};
pub use payments::{Charge, Invoiced, NotSold, Order, PaymentError, Payments};
pub use store::mails::WaitingMail;

/// What a port answers, some time later.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The world outside, as the role has it.
#[derive(Clone)]
pub struct Ports {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes what nobody can guess.
    pub random: Arc<dyn Random>,
    /// Carries mail; without one, mails are kept for the operator to read.
    pub mail: Option<Arc<dyn MailCarrier>>,
    /// The cloud this server belongs to.
    pub cloud: Arc<dyn Cloud>,
    /// Signs licences.
    pub license_authority: Arc<dyn LicenseAuthority>,
    /// Copies of licences, and keys to trust.
    pub license_files: Arc<dyn LicenseFiles>,
    /// The machine the server runs on.
    pub machine: Arc<dyn Machine>,
    /// Where sponsorships are handed in.
    pub sponsorship_desk: Arc<dyn SponsorshipDesk>,
    /// How organizations pay.
    pub payments: Arc<dyn Payments>,
}
