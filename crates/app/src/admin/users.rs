//! People, for the operator: looked up, never looked into.

use domain::{accounts::User, id::Id};
use store::{
    StoreError,
    accounts::Account,
    identity::DeviceRow,
    portal::{FoundUser, UserCounts, UserFilter, UserPlace},
};

use crate::{
    App,
    fault::{Fault, Kind},
};

/// How many are on a page at most.
const MOST: i64 = 200;

/// The states people are listed by.
const STATES: &[&str] = &["all", "unverified", "twoStep", "noTwoStep", "disabled"];

/// A page of people.
#[derive(Debug)]
pub struct UserPage {
    /// The people, by mail address.
    pub users: Vec<FoundUser>,
    /// How many there are in all, with the first page.
    pub counts: Option<UserCounts>,
    /// The address the next page begins after; none after the last.
    pub next: Option<String>,
}

/// Everything the portal shows of a person.
#[derive(Debug)]
pub struct UserView {
    /// The account.
    pub account: Account,
    /// The devices, the last active first.
    pub devices: Vec<DeviceRow>,
    /// How many sessions there are.
    pub sessions: i64,
    /// The organizations they are in.
    pub places: Vec<UserPlace>,
}

/// Why there is no person to show.
#[derive(Debug, thiserror::Error)]
pub enum ViewUserError {
    /// There is none of that id.
    #[error("There is no such account.")]
    NoSuchAccount,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for ViewUserError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchAccount => Kind::NotFound,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// People whose address or name contains `text`, by address, after the address `after`. A state
    /// nobody knows stands for all.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn search_users(
        &self,
        text: &str,
        state: &str,
        after: Option<String>,
        count: i64,
    ) -> Result<UserPage, StoreError> {
        let state = STATES.iter().find(|it| **it == state).copied().unwrap_or("all");
        let count = count.clamp(1, MOST);
        let first = after.is_none();
        let after = after.unwrap_or_default();
        let filter = UserFilter { text: text.trim().to_owned(), state, after };
        let mut tx = self.db.read().await?;
        let mut users = tx.find_users(&filter, count + 1).await?;
        let counts = if first { Some(tx.user_counts().await?) } else { None };
        let page = usize::try_from(count).unwrap_or(usize::MAX);
        let more = users.len() > page;
        users.truncate(page);
        let next = users.last().filter(|_| more).map(|last| last.email.clone());
        Ok(UserPage { users, counts, next })
    }

    /// Everything the portal shows of a person.
    ///
    /// # Errors
    ///
    /// When there is no such account.
    pub async fn view_user(&self, user: Id<User>) -> Result<UserView, ViewUserError> {
        let now = self.now();
        let mut tx = self.db.read().await?;
        let account = tx.account(user).await?.ok_or(ViewUserError::NoSuchAccount)?;
        Ok(UserView {
            account,
            devices: tx.devices(user).await?,
            sessions: tx.open_sessions(user, now).await?,
            places: tx.user_places(user).await?,
        })
    }
}
