//! What every failed request answers.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::object::ErrorObject;

/// What every failed request answers.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ErrorResponse {
    /// Always `error`.
    pub object: ErrorObject,
    /// For the person in front of the screen.
    pub message: String,
    /// A stable word for programs; null when there is none.
    pub code: Option<&'static str>,
    /// The right that is missing, for members who lack one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_right: Option<&'static str>,
    /// The fields at fault, each with what is wrong with it.
    pub validation_errors: Option<BTreeMap<String, Vec<String>>>,
    /// Always null; clients look for it.
    pub exception_message: Option<String>,
    /// Always null; clients look for it.
    pub exception_stack_trace: Option<String>,
    /// Always null; clients look for it.
    pub inner_exception_message: Option<String>,
}

impl ErrorResponse {
    /// A failure with a message and nothing else.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            object: ErrorObject::Tag,
            message: message.into(),
            code: None,
            missing_right: None,
            validation_errors: None,
            exception_message: None,
            exception_stack_trace: None,
            inner_exception_message: None,
        }
    }
}
