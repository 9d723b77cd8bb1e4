//! Making an account.

use domain::{
    accounts::{
        User, enc_string::is_encrypted, is_email, kdf::Kdf, kdf::KdfRefusal, keys::AccountKeys,
        keys::KeysRefusal, normalized,
    },
    id::Id,
};
use serde::Deserialize;
use store::{StoreError, accounts::Account};
use uuid::Uuid;

use super::{
    set_keys::is_key_id,
    start_registration::{PURPOSE, Ticket},
};
use crate::{
    App,
    fault::{Fault, Kind},
    identity::{ClientHash, password_pool::Busy},
};

/// What proves that the mail address is the person's.
#[derive(Debug, Clone)]
pub enum Proof {
    /// The token of the mailed link.
    Link(String),
    /// The token of an organization's invitation, which came by mail as well.
    Invitation(String),
    /// The token of an offered Families organization, which came by mail as well.
    Sponsorship(String),
    /// None: old clients do not know the link. Good only where mail is not verified.
    None,
}

/// Everything about the master password that the server may know.
#[derive(Debug, Clone)]
pub struct MasterPassword {
    /// What clients prove it with.
    pub hash: ClientHash,
    /// How clients stretch it.
    pub kdf: Kdf,
    /// What they salt it with; none is the mail address.
    pub salt: Option<String>,
    /// The user key, wrapped by it.
    pub user_key: String,
}

/// An account to make.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The mail address, as typed.
    pub email: String,
    /// What proves that it is the person's.
    pub proof: Proof,
    /// The name, from clients that ask for it here.
    pub name: Option<String>,
    /// The hint the person wrote for themselves.
    pub hint: Option<String>,
    /// The master password.
    pub password: MasterPassword,
    /// The key pairs; old clients make them after the first login.
    pub keys: Option<AccountKeys>,
    /// What the client calls the user key.
    pub user_key_id: Option<String>,
}

/// Why no account was made.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The operator closed it.
    #[error("This server does not accept new accounts. Ask for an invitation.")]
    Closed,
    /// It cannot be a mail address.
    #[error("The email address is not valid.")]
    NotAnEmail,
    /// The proof is another's, altered, or too old.
    #[error("The link is not valid or has expired. Sign up again.")]
    NoProof,
    /// The address has an account.
    #[error("This email address has an account already. Log in instead.")]
    Taken,
    /// The password's proof is missing.
    #[error("The master password is missing.")]
    NoPassword,
    /// The salt is not the mail address.
    #[error("The salt does not match the email address.")]
    Salt,
    /// The user key is no encrypted string.
    #[error("The user key is missing or not a valid encrypted string.")]
    UserKey,
    /// The name is too long.
    #[error("The name can have 50 letters at most.")]
    NameTooLong,
    /// The user key is called something clients do not call it.
    #[error("The id of the user key is not valid.")]
    KeyId,
    /// The hint is too long.
    #[error("The hint can have 50 letters at most.")]
    HintTooLong,
    /// The derivation may not be chosen.
    #[error(transparent)]
    Kdf(#[from] KdfRefusal),
    /// The keys are none.
    #[error(transparent)]
    Keys(#[from] KeysRefusal),
    /// Too many others.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl Fault for RegisterError {
    fn kind(&self) -> Kind {
        match self {
            Self::Closed
            | Self::NotAnEmail
            | Self::NoProof
            | Self::Taken
            | Self::NoPassword
            | Self::Salt
            | Self::UserKey
            | Self::NameTooLong
            | Self::KeyId
            | Self::HintTooLong
            | Self::Kdf(_)
            | Self::Keys(_) => Kind::Invalid,
            Self::Busy(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::Closed => Some("registration_closed"),
            Self::NotAnEmail => Some("not_an_email"),
            Self::NoProof => Some("link_expired"),
            Self::Taken => Some("taken"),
            Self::NoPassword => Some("no_password"),
            Self::Salt => Some("other_salt"),
            Self::UserKey => Some("no_user_key"),
            Self::NameTooLong => Some("name_too_long"),
            Self::KeyId => Some("key_id_wrong"),
            Self::HintTooLong => Some("hint_too_long"),
            Self::Kdf(_) => Some("derivation_refused"),
            Self::Keys(_) => Some("keys_refused"),
            Self::Busy(_) | Self::Store(_) => None,
        }
    }
}

impl From<StoreError> for RegisterError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Duplicate => Self::Taken,
            other => Self::Store(other),
        }
    }
}

/// What clients look for at the front of a sponsorship's token.
const SPONSORSHIP: &str = "BWOrganizationSponsorship_";

/// What the token of an organization's invitation says.
#[derive(Deserialize)]
struct Invited {
    member: Uuid,
    email: String,
}

/// What the token of an offered Families organization says.
#[derive(Deserialize)]
struct Offered {
    id: Uuid,
    email: String,
}

impl MasterPassword {
    /// The same, if it may become the password of the account of `email`.
    pub(super) fn checked(self, email: &str) -> Result<Self, RegisterError> {
        let shaped = self.shaped(email)?;
        Ok(Self { kdf: shaped.kdf.chosen()?, ..shaped })
    }

    /// The same, if everything is there; its derivation may be older than today's limits.
    pub(super) fn shaped(self, email: &str) -> Result<Self, RegisterError> {
        if self.hash.is_empty() {
            return Err(RegisterError::NoPassword);
        }
        if self.salt.as_ref().is_some_and(|salt| salt != email) {
            return Err(RegisterError::Salt);
        }
        if !is_encrypted(&self.user_key) {
            return Err(RegisterError::UserKey);
        }
        Ok(self)
    }
}

fn checked_name(name: Option<String>) -> Result<Option<String>, RegisterError> {
    match name.filter(|name| !name.is_empty()) {
        Some(name) if name.chars().count() > 50 => Err(RegisterError::NameTooLong),
        other => Ok(other),
    }
}

pub(super) fn checked_key_id(id: Option<String>) -> Result<Option<String>, RegisterError> {
    match id.map(|id| id.to_ascii_lowercase()) {
        Some(id) if !is_key_id(&id) => Err(RegisterError::KeyId),
        other => Ok(other),
    }
}

pub(super) fn checked_hint(hint: Option<String>) -> Result<Option<String>, RegisterError> {
    match hint.filter(|hint| !hint.is_empty()) {
        Some(hint) if hint.chars().count() > 50 => Err(RegisterError::HintTooLong),
        other => Ok(other),
    }
}

impl App {
    /// Makes an account.
    ///
    /// # Errors
    ///
    /// What is missing, or in the way.
    pub async fn register(&self, request: Registration) -> Result<Id<User>, RegisterError> {
        let email = normalized(&request.email);
        if !is_email(&email) {
            return Err(RegisterError::NotAnEmail);
        }
        let ticket = self.proven(&email, &request.proof).await?;
        let password = request.password.checked(&email)?;
        let hint = checked_hint(request.hint)?;
        let name = checked_name(request.name.or(ticket))?;
        let user_key_id = checked_key_id(request.user_key_id)?;
        let keys = request.keys.map(AccountKeys::checked).transpose()?;
        let hash = self.hash_password(&password.hash).await?;

        let now = self.now();
        let id: Id<User> = self.id();
        let mut account = Account {
            email_verified: self.proves_mail(&request.proof),
            name,
            password_hash: Some(hash),
            password_hint: hint,
            user_key: Some(password.user_key),
            user_key_id,
            ..Account::new(id, email, self.unguessable_id().to_string(), now)
        };
        account.set_derivation(password.kdf);
        if let Some(keys) = keys {
            set_keys(&mut account, keys);
        }
        let mut tx = self.db.write().await?;
        tx.insert_account(&account).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The name the ticket carries, once `proof` proves the address. Invitations and offers that were
    /// taken back prove nothing.
    async fn proven(&self, email: &str, proof: &Proof) -> Result<Option<String>, RegisterError> {
        if let Proof::Link(token) | Proof::Invitation(token) | Proof::Sponsorship(token) = proof {
            self.learn_seal(token.strip_prefix(SPONSORSHIP).unwrap_or(token)).await?;
        }
        let now = self.now();
        let proven = match proof {
            Proof::Link(_) | Proof::None if !self.settings.registration_open => {
                return Err(RegisterError::Closed);
            }
            Proof::Link(token) => {
                let ticket = self.keys.verify::<Ticket>(PURPOSE, token, now);
                ticket.filter(|ticket| ticket.email == email).map(|ticket| ticket.name)
            }
            Proof::Invitation(token) => {
                let invited = self.keys.verify::<Invited>("org-invite", token, now);
                match invited.filter(|invited| normalized(&invited.email) == email) {
                    Some(it) => {
                        self.db.read().await?.still_invited(it.member).await?.then_some(None)
                    }
                    None => None,
                }
            }
            Proof::Sponsorship(token) => {
                let token = token.strip_prefix(SPONSORSHIP).unwrap_or(token);
                let offered = self.keys.verify::<Offered>("sponsorship-offer", token, now);
                match offered.filter(|offered| normalized(&offered.email) == email) {
                    Some(it) => self.db.read().await?.still_offered(it.id).await?.then_some(None),
                    None => None,
                }
            }
            Proof::None => (!self.settings.mail_verification).then_some(None),
        };
        proven.ok_or(RegisterError::NoProof)
    }

    /// Whether the token reached the person by mail.
    fn proves_mail(&self, proof: &Proof) -> bool {
        match proof {
            Proof::Invitation(_) | Proof::Sponsorship(_) => true,
            Proof::Link(_) => self.settings.mail_verification,
            Proof::None => false,
        }
    }
}

/// Puts the key pairs into the account.
pub(super) fn set_keys(account: &mut Account, keys: AccountKeys) {
    account.public_key = Some(keys.public_key);
    account.private_key = Some(keys.private_key);
    if let Some(signing) = keys.signing {
        account.signed_public_key = signing.signed_public_key;
        account.signing_key = Some(signing.signing_key);
        account.verifying_key = Some(signing.verifying_key);
        account.security_state = Some(signing.security_state);
        account.security_version = Some(signing.security_version);
    }
}
