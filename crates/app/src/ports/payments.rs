//! How organizations pay.

use chrono::{DateTime, Utc};
use domain::{
    billing::Cents,
    id::Id,
    organizations::{Entitlements, Organization},
};

use super::Answer;

/// What someone buys.
#[derive(Clone)]
pub struct Order {
    /// For which organization.
    pub organization: Id<Organization>,
    /// What it gets.
    pub entitlements: Entitlements,
    /// What the payment service knows the means of payment by.
    pub payment_token: Option<String>,
}

impl std::fmt::Debug for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Order({} {:?} …)", self.organization, self.entitlements.plan)
    }
}

/// The price of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge {
    /// Who pays.
    pub organization: Id<Organization>,
    /// When the period begins.
    pub period_starts_at: DateTime<Utc>,
    /// How much.
    pub amount: Cents,
}

impl Charge {
    /// Names the payment: a payment service that is told the same name again takes nothing more.
    pub fn key(&self) -> String {
        format!("{}:{}", self.organization, self.period_starts_at.timestamp_micros())
    }
}

/// Why a payment did not happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaymentError {
    /// Something to pay with is missing.
    #[error("A payment method is required for this plan.")]
    NoMethod,
    /// The payment service said no.
    #[error("The payment was declined.")]
    Declined,
    /// This server does not sell anything.
    #[error("Plans are bought in the cloud; this server gets them by license.")]
    NotHere,
}

/// How organizations pay.
pub trait Payments: Send + Sync {
    /// Opens a subscription for what was ordered.
    fn open<'a>(&'a self, order: &'a Order) -> Answer<'a, Result<(), PaymentError>>;

    /// Charges for one period that begins. It may be asked again for what was charged already, after
    /// a crash: [`Charge::key`] is then the same, and it is charged once.
    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Result<(), PaymentError>>;
}

/// Bills are written and paid by hand: everything is taken as paid, and nothing is charged anywhere.
/// Who runs the server sees to it that the money arrives.
#[derive(Debug, Clone, Copy, Default)]
pub struct Invoiced;

impl Payments for Invoiced {
    fn open<'a>(&'a self, _: &'a Order) -> Answer<'a, Result<(), PaymentError>> {
        Box::pin(async { Ok(()) })
    }

    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Result<(), PaymentError>> {
        let (key, cents) = (charge.key(), charge.amount.0);
        tracing::info!(payment.key = key, cents, "to be invoiced by hand");
        Box::pin(async { Ok(()) })
    }
}

/// Nothing is sold: what organizations may do comes by licence.
#[derive(Debug, Clone, Copy, Default)]
pub struct NotSold;

impl Payments for NotSold {
    fn open<'a>(&'a self, _: &'a Order) -> Answer<'a, Result<(), PaymentError>> {
        Box::pin(async { Err(PaymentError::NotHere) })
    }

    fn charge<'a>(&'a self, _: &'a Charge) -> Answer<'a, Result<(), PaymentError>> {
        Box::pin(async { Err(PaymentError::NotHere) })
    }
}
