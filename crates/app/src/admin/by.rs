//! Who acts for the server, and from where.

use std::net::IpAddr;

use domain::{
    admin::{Act, Operator},
    id::Id,
};
use store::{StoreError, operators::Deed};

use crate::App;

/// Who acts for the server: an operator, or a command typed on its machine.
#[derive(Debug, Clone)]
pub struct By {
    pub(super) operator: Option<(Id<Operator>, String)>,
    pub(super) address: Option<IpAddr>,
}

impl By {
    /// A command typed on the server's machine.
    pub const fn command() -> Self {
        Self { operator: None, address: None }
    }

    /// What is written down when they do `act`.
    pub fn did(&self, act: Act) -> Deed {
        Deed::new(self.operator.clone(), self.address.map(|it| it.to_string()), act)
    }
}

impl App {
    /// Writes down what an operator did through another room's use case.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn note_deed(&self, deed: Deed) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        tx.note_deed(&deed, self.now()).await?;
        tx.commit().await
    }
}
