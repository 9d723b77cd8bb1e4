//! Proof that an action was allowed.

use std::marker::PhantomData;

use super::{Action, Standing};
use crate::{accounts::User, admin::Operator, id::Id, organizations::Organization};

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person with an account.
    User(Id<User>),
    /// Someone who runs the server.
    Operator(Id<Operator>),
    /// The server itself: a job, or a command typed on its machine.
    Server,
}

impl Actor {
    /// The person, if it is one with an account.
    pub fn user(self) -> Option<Id<User>> {
        match self {
            Self::User(user) => Some(user),
            Self::Operator(_) | Self::Server => None,
        }
    }
}

/// Why an action was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// The person has no part in the organization, and does not learn that it exists.
    #[error("Resource not found.")]
    Unknown,
    /// The person is a member, and lacks the right named here.
    #[error("Resource not found.")]
    Missing(&'static str),
}

/// Proof that `A` was allowed in an organization. Use cases ask for one; only this module makes them.
#[derive(Debug)]
pub struct Permit<A> {
    actor: Actor,
    organization: Id<Organization>,
    action: PhantomData<A>,
}

impl<A: Action> Permit<A> {
    /// Decides whether `actor`, standing as given, may do `A` in `organization`.
    ///
    /// # Errors
    ///
    /// [`Denied::Unknown`] to strangers, [`Denied::Missing`] to members without the right.
    pub fn ask(
        actor: Actor,
        organization: Id<Organization>,
        standing: Option<Standing>,
    ) -> Result<Self, Denied> {
        let standing = standing.ok_or(Denied::Unknown)?;
        if A::WHO.iter().any(|who| who.admits(standing)) {
            Ok(Self { actor, organization, action: PhantomData })
        } else {
            Err(Denied::Missing(A::NAME))
        }
    }

    /// A permit for what the server does of its own accord. `reason` is for the reader of the code;
    /// a test lists every place that gives one.
    pub fn of_the_server(reason: &'static str, organization: Id<Organization>) -> Self {
        debug_assert!(!reason.is_empty());
        Self { actor: Actor::Server, organization, action: PhantomData }
    }

    /// Who asked.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The organization the permit is for.
    pub fn organization(&self) -> Id<Organization> {
        self.organization
    }
}
