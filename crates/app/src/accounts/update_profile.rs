//! Changing the name, the language, the hint and the avatar.

use domain::{accounts::User, id::Id};
use store::StoreError;

use super::{
    profile::{Profile, ProfileError, profile_in},
    register::{RegisterError, checked_hint},
};
use crate::{
    App,
    fault::{Fault, Kind},
};

/// What changes of a profile; what is none stays.
#[derive(Debug, Default)]
pub struct ProfileChange {
    /// The name; empty takes it away.
    pub name: Option<String>,
    /// Language and region.
    pub culture: Option<String>,
    /// The hint; empty takes it away.
    pub hint: Option<String>,
}

/// Why a profile stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum UpdateProfileError {
    /// The name is too long.
    #[error("The name can have 50 letters at most.")]
    NameTooLong,
    /// The hint is too long.
    #[error("The hint can have 50 letters at most.")]
    HintTooLong,
    /// It is no language.
    #[error("The language is not valid.")]
    Culture,
    /// It is no colour.
    #[error("A colour looks like #12ab9f.")]
    Colour,
    /// There is no such account any more.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for UpdateProfileError {
    fn kind(&self) -> Kind {
        match self {
            Self::NameTooLong | Self::HintTooLong | Self::Culture | Self::Colour => Kind::Invalid,
            Self::Profile(error) => error.kind(),
            Self::Store(error) => error.kind(),
        }
    }

    fn code(&self) -> Option<&'static str> {
        match self {
            Self::NameTooLong => Some("name_too_long"),
            Self::HintTooLong => Some("hint_too_long"),
            Self::Culture => Some("no_language"),
            Self::Colour => Some("no_colour"),
            Self::Profile(_) | Self::Store(_) => None,
        }
    }
}

impl From<RegisterError> for UpdateProfileError {
    fn from(_: RegisterError) -> Self {
        Self::HintTooLong
    }
}

impl App {
    /// Changes the profile, and answers it.
    ///
    /// # Errors
    ///
    /// What cannot be accepted.
    pub async fn update_profile(
        &self,
        user: Id<User>,
        change: ProfileChange,
    ) -> Result<Profile, UpdateProfileError> {
        if change.name.as_ref().is_some_and(|name| name.chars().count() > 50) {
            return Err(UpdateProfileError::NameTooLong);
        }
        let is_culture = |text: &String| {
            (2..=10).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if change.culture.as_ref().is_some_and(|culture| !is_culture(culture)) {
            return Err(UpdateProfileError::Culture);
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        let mut profile = profile_in(&mut tx, user, now).await?;
        let account = &mut profile.account;
        if let Some(name) = change.name {
            account.name = Some(name).filter(|name| !name.is_empty());
        }
        if let Some(culture) = change.culture {
            account.culture = culture;
        }
        if change.hint.is_some() {
            account.password_hint = checked_hint(change.hint)?;
        }
        tx.save_account_profile(account, now).await?;
        tx.commit().await?;
        Ok(profile)
    }

    /// Changes the colour of the avatar, and answers the profile.
    ///
    /// # Errors
    ///
    /// When it is no colour.
    pub async fn set_avatar(
        &self,
        user: Id<User>,
        colour: Option<String>,
    ) -> Result<Profile, UpdateProfileError> {
        let is_colour = |text: &String| {
            text.strip_prefix('#').is_some_and(|digits| {
                digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
            })
        };
        if colour.as_ref().is_some_and(|colour| !is_colour(colour)) {
            return Err(UpdateProfileError::Colour);
        }
        let now = self.now();
        let mut tx = self.db.write().await?;
        let mut profile = profile_in(&mut tx, user, now).await?;
        profile.account.avatar_color = colour;
        tx.save_avatar(&profile.account, now).await?;
        tx.commit().await?;
        Ok(profile)
    }
}
