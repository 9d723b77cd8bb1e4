//! A payment service that keeps what it is told.

use std::sync::{
    Mutex,
    atomic::{AtomicBool, Ordering},
};

use app::ports::{Answer, Charge, Order, PaymentError, Payments};
use domain::{billing::Cents, id::Id, organizations::Organization};

/// A payment service that wants a token with each order and keeps what it charged.
#[derive(Debug, Default)]
pub struct Till {
    charged: Mutex<Vec<Charge>>,
    declining: AtomicBool,
}

impl Till {
    /// Declines everything from now on, or takes it again.
    pub fn decline(&self, on: bool) {
        self.declining.store(on, Ordering::SeqCst);
    }

    /// What it charged, the oldest first.
    pub fn charged(&self) -> Vec<(Id<Organization>, Cents)> {
        self.charged.lock().unwrap().iter().map(|it| (it.organization, it.amount)).collect()
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

    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Result<(), PaymentError>> {
        Box::pin(async move {
            if self.declining.load(Ordering::SeqCst) {
                return Err(PaymentError::Declined);
            }
            let mut charged = self.charged.lock().unwrap();
            if charged.iter().all(|it| it.key() != charge.key()) {
                charged.push(*charge);
            }
            Ok(())
        })
    }
}
