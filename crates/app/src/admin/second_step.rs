//! The second step of operators: after the mailed link, the code of an authenticator. Recovery
//! codes, and a command typed on the server's machine, help when it is lost.

use chrono::{DateTime, Utc};
use domain::{
    admin::{Act, Operator},
    id::Id,
    identity::{base32, two_step::plain_code},
};
use store::{StoreError, Tx, operators::AuthenticatorRow};

use super::By;
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{
        Secret,
        throttle::{CountError, Counted, Limit, TooMany},
        totp::Authenticator,
    },
};

/// What keys of authenticators are sealed for.
const SEALED_FOR: &str = "operator-authenticator";
/// How many recovery codes there are.
const CODES: usize = 10;
/// How many random bytes each has.
const CODE_LENGTH: usize = 10;
/// Codes an operator can try.
const TRIES: Limit = Limit { what: "operator-codes", most: 10, minutes: 15 };

/// Why the second step is not taken, or not changed.
#[derive(Debug, thiserror::Error)]
pub enum SecondStepError {
    /// A code is asked for.
    #[error("Enter the code of your authenticator, or a recovery code.")]
    Required,
    /// It is another.
    #[error("This code is not right. Codes work once, and for half a minute.")]
    Wrong,
    /// That can be no key of an authenticator.
    #[error("This is no key of an authenticator.")]
    NoKey,
    /// There is one already.
    #[error("There is an authenticator already; remove it first.")]
    There,
    /// There is none.
    #[error("There is no authenticator.")]
    NotThere,
    /// The server has no key to seal with, which it makes at its start.
    #[error("The key could not be sealed.")]
    Unsealed,
    /// Too many tries.
    #[error(transparent)]
    TooMany(#[from] TooMany),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for SecondStepError {
    fn kind(&self) -> Kind {
        match self {
            Self::Required | Self::Wrong | Self::NoKey | Self::There | Self::NotThere => {
                Kind::Invalid
            }
            Self::Unsealed => Kind::Internal,
            Self::TooMany(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Required => Some("second_step_required"),
            Self::Wrong => Some("second_step_wrong"),
            Self::There => Some("second_step_there"),
            Self::NotThere => Some("second_step_not_there"),
            Self::NoKey | Self::Unsealed | Self::TooMany(_) | Self::Store(_) => None,
        }
    }

    fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Wrong => vec![("Code".to_owned(), self.to_string())],
            Self::NoKey => vec![("Key".to_owned(), self.to_string())],
            _ => Vec::new(),
        }
    }
}

impl From<CountError> for SecondStepError {
    fn from(error: CountError) -> Self {
        match error {
            CountError::TooMany(error) => Self::TooMany(error),
            CountError::Store(error) => Self::Store(error),
        }
    }
}

/// An operator's second step.
#[derive(Debug, Clone, Copy)]
pub struct SecondStep {
    /// Since when there is an authenticator; none when there is none.
    pub since: Option<DateTime<Utc>>,
    /// How many recovery codes are left.
    pub codes_left: i64,
}

impl App {
    /// How an operator's second step stands.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn operator_second_step(
        &self,
        operator: Id<Operator>,
    ) -> Result<SecondStep, StoreError> {
        let mut tx = self.db.read().await?;
        let found = tx.operator_authenticator(operator).await?;
        let codes_left = tx.operator_codes_left(operator).await?;
        Ok(SecondStep { since: found.map(|it| it.created_at), codes_left })
    }

    /// Gives an operator an authenticator, whose present code shows that it has the key; answers
    /// recovery codes, which are shown only now.
    ///
    /// # Errors
    ///
    /// When the code is wrong, or there is one already.
    pub async fn begin_second_step(
        &self,
        operator: Id<Operator>,
        key: &Secret,
        code: &str,
        by: &By,
    ) -> Result<Vec<String>, SecondStepError> {
        let counted = self.count(&[(TRIES, operator.to_string())]).await?;
        let authenticator = Authenticator::read(key).ok_or(SecondStepError::NoKey)?;
        let now = self.now();
        let step = authenticator.accepts(code, now, None).ok_or(SecondStepError::Wrong)?;
        let sealed = self.keys.seal(SEALED_FOR, key.reveal(), &*self.ports.random);
        let sealed = sealed.ok_or(SecondStepError::Unsealed)?;
        let mut tx = self.db.write().await?;
        if tx.operator_authenticator(operator).await?.is_some() {
            return Err(SecondStepError::There);
        }
        tx.add_operator_authenticator(operator, &sealed, step, now).await?;
        let codes = self.new_codes(&mut tx, operator).await?;
        tx.note_deed(&by.did(Act::BeginSecondStep), now).await?;
        tx.commit().await?;
        self.take_back(counted).await?;
        Ok(codes)
    }

    /// Takes an operator's authenticator away, who proves to have it by a code.
    ///
    /// # Errors
    ///
    /// When the code is wrong, or there is none.
    pub async fn end_second_step(
        &self,
        operator: Id<Operator>,
        code: &str,
        by: &By,
    ) -> Result<(), SecondStepError> {
        let (mut tx, counted) = self.prove(operator, code).await?;
        tx.remove_operator_authenticator(operator).await?;
        tx.note_deed(&by.did(Act::EndSecondStep), self.now()).await?;
        tx.commit().await?;
        Ok(self.take_back(counted).await?)
    }

    /// New recovery codes in place of those before, for an operator who proves to have the
    /// authenticator by a code.
    ///
    /// # Errors
    ///
    /// When the code is wrong, or there is no authenticator.
    pub async fn renew_operator_codes(
        &self,
        operator: Id<Operator>,
        code: &str,
        by: &By,
    ) -> Result<Vec<String>, SecondStepError> {
        let (mut tx, counted) = self.prove(operator, code).await?;
        let codes = self.new_codes(&mut tx, operator).await?;
        tx.note_deed(&by.did(Act::RenewRecoveryCodes), self.now()).await?;
        tx.commit().await?;
        self.take_back(counted).await?;
        Ok(codes)
    }

    /// A unit of work of an operator with an authenticator who proved to have it, and the try to be
    /// taken back once that is committed.
    async fn prove(
        &self,
        operator: Id<Operator>,
        code: &str,
    ) -> Result<(Tx, Counted), SecondStepError> {
        let mut tx = self.db.read().await?;
        let there = tx.operator_authenticator(operator).await?.is_some();
        drop(tx);
        if !there {
            return Err(SecondStepError::NotThere);
        }
        let counted = self.count(&[(TRIES, operator.to_string())]).await?;
        let mut tx = self.db.write().await?;
        self.take_second_step(&mut tx, operator, Some(code)).await?;
        Ok((tx, counted))
    }

    /// Counts that a code is tried, if one is.
    pub(super) async fn count_second_step(
        &self,
        operator: Id<Operator>,
        code: Option<&str>,
    ) -> Result<Counted, CountError> {
        match code.filter(|code| !code.is_empty()) {
            Some(_) => self.count(&[(TRIES, operator.to_string())]).await,
            None => Ok(Counted::default()),
        }
    }

    /// Whether the second step of an operator is taken: they have none, or `code` is that of the
    /// authenticator, or a recovery code, which is used up by it. Answers whether it was one.
    pub(super) async fn take_second_step(
        &self,
        tx: &mut Tx,
        operator: Id<Operator>,
        code: Option<&str>,
    ) -> Result<bool, SecondStepError> {
        let Some(found) = tx.operator_authenticator(operator).await? else { return Ok(false) };
        let code = code.filter(|code| !code.is_empty()).ok_or(SecondStepError::Required)?;
        if let Some(step) = self.step_of(tx, &found, code).await?
            && tx.operator_code_used(operator, step).await?
        {
            return Ok(false);
        }
        let hash = Secret::new(plain_code(code)).hash();
        if tx.take_operator_code(operator, &hash).await? {
            return Ok(true);
        }
        Err(SecondStepError::Wrong)
    }

    /// The step whose code that is.
    async fn step_of(
        &self,
        tx: &mut Tx,
        found: &AuthenticatorRow,
        code: &str,
    ) -> Result<Option<i64>, SecondStepError> {
        self.learn_seal_in(tx, &found.sealed_key).await?;
        let key = self.keys.open(SEALED_FOR, &found.sealed_key).map(Secret::new);
        let authenticator = key.as_ref().and_then(Authenticator::read);
        let authenticator = authenticator.ok_or(SecondStepError::Unsealed)?;
        Ok(authenticator.accepts(code, self.now(), Some(found.used_step)))
    }

    async fn new_codes(
        &self,
        tx: &mut Tx,
        operator: Id<Operator>,
    ) -> Result<Vec<String>, StoreError> {
        let plain: Vec<String> = (0..CODES)
            .map(|_| {
                let mut bytes = [0; CODE_LENGTH];
                self.ports.random.fill(&mut bytes);
                base32::encode(&bytes)
            })
            .collect();
        let hashes: Vec<_> = plain.iter().map(|code| Secret::new(code.clone()).hash()).collect();
        tx.replace_operator_codes(operator, &hashes).await?;
        Ok(plain.iter().map(|code| grouped(code)).collect())
    }
}

/// A code in groups of four, as people copy it.
fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
