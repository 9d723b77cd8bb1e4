//! What a check found.

use std::fmt;

use domain::admin::health;
use serde::Serialize;

/// What a check found.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub check: String,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was seen.
    pub detail: String,
    /// What to do, when it is not.
    pub cure: Option<String>,
}

impl Finding {
    /// It is as it should be.
    pub fn good(check: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { check: check.into(), ok: true, detail: detail.into(), cure: None }
    }

    /// It is not, and this helps.
    pub fn bad(
        check: impl Into<String>,
        detail: impl Into<String>,
        cure: impl Into<String>,
    ) -> Self {
        let cure = Some(cure.into());
        Self { check: check.into(), ok: false, detail: detail.into(), cure }
    }

    /// As the server itself would find it.
    pub fn of(check: impl Into<String>, found: health::Finding) -> Self {
        let ok = found.state == health::State::Ok;
        Self { check: check.into(), ok, detail: found.detail, cure: found.cure }
    }

    /// It could not be looked at, because of something that was found before.
    pub fn untried(check: impl Into<String>, because: &str) -> Self {
        let detail = format!("not tried: {because}");
        Self { check: check.into(), ok: false, detail, cure: None }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ok {
            return write!(f, "ok    {}: {}", self.check, self.detail);
        }
        let detail = self.detail.strip_suffix('.').unwrap_or(&self.detail);
        write!(f, "FAIL  {}: {detail}", self.check)?;
        self.cure.as_ref().map_or(Ok(()), |cure| write!(f, ". {cure}"))
    }
}
