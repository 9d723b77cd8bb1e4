//! A payment service that keeps what it is told.

use std::sync::{
    Mutex,
    atomic::{AtomicBool, Ordering},
};

use app::ports::{Answer, Order, PaymentError, Payments};
use domain::{billing::Cents, id::Id, organizations::Organization};

/// A payment service that wants a token with each order and keeps what it charged.
#[derive(Debug, Default)]
pub struct Till {
    charged: Mutex<Vec<(Id<Organization>, Cents)>>,
    declining: AtomicBool,
}

impl Till {
    /// Declines everything from now on, or takes it again.
    pub fn decline(&self, on: bool) {
        self.declining.store(on, Ordering::SeqCst);
    }

    /// What it charged, the oldest first.
    pub fn charged(&self) -> Vec<(Id<Organization>, Cents)> {
        self.charged.lock().unwrap().clone()
    }
}

impl Payments for Till {
    fn open<'a>(&'a self, order: &'a Order) -> Answer<'a, Result<(), PaymentError>> {
        Box::pin(async move {
            if self.declining.load(Ordering::SeqCst) {
                return Err(PaymentError::Declined);
            }
            order.payment_token.as_ref().map(drop).ok_or(PaymentError::NoMethod)
        })
    }

    fn charge(
        &self,
        organization: Id<Organization>,
        amount: Cents,
    ) -> Answer<'_, Result<(), PaymentError>> {
        Box::pin(async move {
            if self.declining.load(Ordering::SeqCst) {
                return Err(PaymentError::Declined);
            }
            self.charged.lock().unwrap().push((organization, amount));
            Ok(())
        })
    }
}
