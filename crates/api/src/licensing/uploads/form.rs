//! The form a licence is uploaded with.

use app::licensing::document::{LARGEST, NoLicense};
use axum::{
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_LENGTH,
};

use crate::error::{ApiError, Unreadable};

/// The most that is read of a form: the licence, and the keys beside it.
const LARGEST_FORM: usize = 2 * LARGEST;

/// The form a licence is uploaded with: a file `license`, and fields beside it. A form that is too
/// large counts as one without a licence.
pub struct LicenseForm {
    license: Option<String>,
    fields: Vec<(String, String)>,
}

impl LicenseForm {
    /// The licence.
    pub fn license(&self) -> Result<String, ApiError> {
        Ok(self.license.clone().ok_or(NoLicense)?)
    }

    /// A field, whatever the case of its name; none when it is empty.
    pub fn field(&self, name: &str) -> Option<String> {
        let found = self.fields.iter().find(|(field, _)| field.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
    }
}

impl<S: Send + Sync> FromRequest<S> for LicenseForm {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let mut form = Self { license: None, fields: Vec::new() };
        let length = request.headers().get(CONTENT_LENGTH).and_then(|it| it.to_str().ok());
        let length: Option<usize> = length.and_then(|text| text.parse().ok());
        if length.is_some_and(|length| length > LARGEST) {
            return Ok(form);
        }
        let Ok(mut parts) = Multipart::from_request(request, state).await else {
            return Ok(form);
        };
        let mut total = 0;
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
            let name = part.name().unwrap_or_default().to_owned();
            let text = part.text().await.map_err(|error| unreadable(&error))?;
            total += text.len();
            if total > LARGEST_FORM {
                return Ok(Self { license: None, fields: Vec::new() });
            }
            if name.eq_ignore_ascii_case("license") {
                form.license = Some(text);
            } else {
                form.fields.push((name, text));
            }
        }
        Ok(form)
    }
}

fn unreadable(error: &axum::extract::multipart::MultipartError) -> ApiError {
    Unreadable(error.body_text()).into()
}
