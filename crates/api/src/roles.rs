//! What a role adds: its own routes, and a clear refusal on those of the other.

use app::{
    App,
    fault::{Fault, Kind},
};
use axum::{
    extract::FromRequestParts,
    http::request::Parts,
    routing::{MethodFilter, on},
};

use crate::{Routes, error::ApiError, extract::Caller, licensing, push, sponsorships};

/// Routes that the cloud alone answers, below `/api`.
fn of_the_cloud() -> Routes {
    Routes::new()
        .merge(crate::organizations::cloud_routes())
        .merge(licensing::of_the_cloud())
        .merge(sponsorships::of_the_cloud())
        .merge(push::of_the_cloud())
}

/// Routes that self-hosted servers alone answer, below `/api`.
fn of_self_hosted() -> Routes {
    Routes::new().merge(licensing::of_self_hosted()).merge(sponsorships::of_self_hosted())
}

/// What the cloud adds.
pub fn cloud() -> Routes {
    of_the_cloud().merge(refusing(of_self_hosted(), Elsewhere::SelfHosted))
}

/// What a self-hosted server adds.
pub fn self_hosted() -> Routes {
    of_self_hosted().merge(refusing(of_the_cloud(), Elsewhere::Cloud))
}

/// The route exists on the other kind of server.
#[derive(Debug, Clone, Copy, thiserror::Error)]
pub enum Elsewhere {
    /// On the cloud.
    #[error("Only the cloud answers this; sign in there.")]
    Cloud,
    /// On self-hosted servers.
    #[error("Only self-hosted servers answer this.")]
    SelfHosted,
}

impl Fault for Elsewhere {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Cloud => "cloud_only",
            Self::SelfHosted => "self_hosted_only",
        })
    }
}

/// Routes anyone may ask, where they have a meaning.
const OPEN: &[&str] = &["/installations", "/installations/{id}", "/licenses/keys"];

/// A refusal at every address of `routes` that has no meaning here: 401 to nobody, else 400.
fn refusing(routes: Routes, elsewhere: Elsewhere) -> Routes {
    let document = routes.split_for_parts().1;
    let mut refusing = Routes::new();
    for (path, item) in document.paths.paths {
        let methods = [
            (item.get.is_some(), MethodFilter::GET),
            (item.post.is_some(), MethodFilter::POST),
            (item.put.is_some(), MethodFilter::PUT),
            (item.delete.is_some(), MethodFilter::DELETE),
        ];
        for (_, filter) in methods.iter().filter(|(there, _)| *there) {
            let known = move |_: Known| async move { Err::<(), _>(ApiError::from(elsewhere)) };
            let anyone = move || async move { Err::<(), _>(ApiError::from(elsewhere)) };
            let open = OPEN.contains(&path.as_str());
            let refusal = if open { on(*filter, anyone) } else { on(*filter, known) };
            refusing = refusing.route(&path, refusal);
        }
    }
    refusing
}

/// Someone or something this server knows: a person, or nobody on an anonymous route.
struct Known;

impl FromRequestParts<App> for Known {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        Caller::from_request_parts(parts, app).await.map(|_| Self)
    }
}
