//! How organizations pay.

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
    #[error("Plans are bought in the cloud; this server gets them by licence.")]
    NotHere,
}

/// How organizations pay.
pub trait Payments: Send + Sync {
    /// Opens a subscription for what was ordered.
    fn open<'a>(&'a self, order: &'a Order) -> Answer<'a, Result<(), PaymentError>>;

    /// Charges for one period that begins.
    fn charge(
        &self,
        organization: Id<Organization>,
        amount: Cents,
    ) -> Answer<'_, Result<(), PaymentError>>;
}

/// Bills are written and paid by hand: everything is taken as paid, and nothing is charged anywhere.
/// Who runs the server sees to it that the money arrives.
#[derive(Debug, Clone, Copy, Default)]
pub struct Invoiced;

impl Payments for Invoiced {
    fn open<'a>(&'a self, _: &'a Order) -> Answer<'a, Result<(), PaymentError>> {
        Box::pin(async { Ok(()) })
    }

    fn charge(
        &self,
        organization: Id<Organization>,
        amount: Cents,
    ) -> Answer<'_, Result<(), PaymentError>> {
        tracing::info!(organization.id = %organization, cents = amount.0, "to be invoiced by hand");
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

    fn charge(&self, _: Id<Organization>, _: Cents) -> Answer<'_, Result<(), PaymentError>> {
        Box::pin(async { Err(PaymentError::NotHere) })
    }
}
