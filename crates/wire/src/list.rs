//! Lists.

use serde::Serialize;
use utoipa::ToSchema;

use crate::object::ListObject;

/// A list of answers, whole unless it has a token to go on with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ListResponse<T> {
    /// Always `list`.
    pub object: ListObject,
    /// What is in it.
    pub data: Vec<T>,
    /// Where the next page begins; null after the last.
    pub continuation_token: Option<String>,
}

impl<T> From<Vec<T>> for ListResponse<T> {
    fn from(data: Vec<T>) -> Self {
        Self { object: ListObject::Tag, data, continuation_token: None }
    }
}
