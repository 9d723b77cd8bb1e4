//! Folders.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::shape::{Check, Misshapen};
use crate::object::FolderObject;

/// How long the encrypted name of a folder or a collection may be.
pub(crate) const NAME: usize = 1000;

/// A folder, as clients send it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FolderRequest {
    /// Its name, encrypted.
    #[serde(default)]
    pub name: Option<String>,
}

impl FolderRequest {
    /// The name.
    ///
    /// # Errors
    ///
    /// When there is none, or it is not encrypted.
    pub fn checked(self) -> Result<String, Misshapen> {
        let mut check = Check::default();
        check.required("name", self.name.as_deref(), NAME);
        check.end()?;
        Ok(self.name.unwrap_or_default())
    }
}

/// Folders, as clients name them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FolderIdsRequest {
    /// Which.
    #[serde(default)]
    pub ids: Vec<Uuid>,
}

/// A folder.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FolderResponse {
    /// Always `folder`.
    pub object: FolderObject,
    /// Which.
    pub id: Uuid,
    /// Its name, encrypted.
    pub name: String,
    /// When it was changed.
    pub revision_date: DateTime<Utc>,
}
