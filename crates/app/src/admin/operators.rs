//! Who operates the server. Commands typed on its machine decide.

use domain::{admin::Act, id::Id};
use store::{StoreError, operators::OperatorRow};

use super::By;
use crate::{
    App,
    fault::{Fault, Kind},
};

/// Why someone does not become an operator.
#[derive(Debug, thiserror::Error)]
pub enum AddOperatorError {
    /// That is no mail address.
    #[error("An operator is named by a mail address.")]
    NoAddress,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for AddOperatorError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoAddress => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

/// Why someone stays an operator.
#[derive(Debug, thiserror::Error)]
pub enum RemoveOperatorError {
    /// The settings name them.
    #[error("The settings name this operator (admin.operators); remove the address there.")]
    InSettings,
    /// There is none of that address.
    #[error("There is no operator of that address.")]
    NoSuchOperator,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for RemoveOperatorError {
    fn kind(&self) -> Kind {
        match self {
            Self::InSettings => Kind::Invalid,
            Self::NoSuchOperator => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

/// Why an operator keeps the authenticator.
#[derive(Debug, thiserror::Error)]
pub enum ResetSecondStepError {
    /// There is none of that address.
    #[error("There is no operator of that address.")]
    NoSuchOperator,
    /// There is no authenticator.
    #[error("There is no authenticator.")]
    NotThere,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ResetSecondStepError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOperator | Self::NotThere => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Makes `email` an operator, if it is not one; answers a link that signs in once, within 15
    /// minutes.
    ///
    /// # Errors
    ///
    /// When that is no mail address.
    pub async fn add_operator(&self, email: &str) -> Result<String, AddOperatorError> {
        let email = email.trim().to_lowercase();
        let named =
            email.split_once('@').filter(|(name, host)| !name.is_empty() && !host.is_empty());
        named.ok_or(AddOperatorError::NoAddress)?;
        let now = self.now();
        let mut tx = self.db.write().await?;
        let operator = tx.keep_operator(self.id(), &email, true, now).await?;
        let link = self.open_link(&mut tx, &operator, now).await?;
        let deed = By::command().did(Act::AddOperator).to(operator.id).called(email);
        tx.note_deed(&deed, now).await?;
        tx.commit().await?;
        Ok(link)
    }

    /// Everyone who may sign in to the portal, with whether the settings name them.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list_operators(&self) -> Result<Vec<(String, bool)>, StoreError> {
        let added: Vec<OperatorRow> = self.db.read().await?.operators().await?;
        let mut operators: Vec<_> =
            self.settings.operators.iter().map(|email| (email.to_lowercase(), true)).collect();
        for operator in added.into_iter().filter(|operator| operator.added) {
            if !self.named_operator(&operator.email) {
                operators.push((operator.email, false));
            }
        }
        operators.sort();
        Ok(operators)
    }

    /// Takes the authenticator from an operator who lost it, with the recovery codes.
    ///
    /// # Errors
    ///
    /// When there is no such operator, or no authenticator.
    pub async fn reset_second_step(&self, email: &str) -> Result<(), ResetSecondStepError> {
        let email = email.trim().to_lowercase();
        let now = self.now();
        let mut tx = self.db.write().await?;
        let operator = tx.operator_by_email(&email).await?;
        let operator = operator.ok_or(ResetSecondStepError::NoSuchOperator)?;
        if !tx.remove_operator_authenticator(Id::new(operator.id)).await? {
            return Err(ResetSecondStepError::NotThere);
        }
        let deed = By::command().did(Act::EndSecondStep).to(operator.id).called(email);
        tx.note_deed(&deed, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes the portal from someone; their sessions end at once.
    ///
    /// # Errors
    ///
    /// When there is no such operator, or the settings name them.
    pub async fn remove_operator(&self, email: &str) -> Result<(), RemoveOperatorError> {
        let email = email.trim().to_lowercase();
        if self.named_operator(&email) {
            return Err(RemoveOperatorError::InSettings);
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        let operator = tx.operator_by_email(&email).await?;
        let operator = operator.ok_or(RemoveOperatorError::NoSuchOperator)?;
        tx.remove_operator(&email).await?;
        let deed = By::command().did(Act::RemoveOperator).to(operator.id).called(email);
        tx.note_deed(&deed, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
