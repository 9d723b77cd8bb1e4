//! Jobs and mails, in the portal.

use app::{
    App,
    admin::{FindMailError, MailRow},
};
use axum::{
    Json,
    extract::{Query, State},
};
use domain::admin::Act;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use wire::{
    admin::queue::{JobResponse, MailResponse},
    list::ListResponse,
};

use crate::{
    Routes,
    error::ApiError,
    extract::{OperatorCaller, PathIds},
};

/// How many are listed.
const MOST: i64 = 500;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(jobs))
        .routes(routes!(retry))
        .routes(routes!(mails))
        .routes(routes!(mail))
}

/// The jobs that are not done, the newest first.
#[utoipa::path(get, path = "/jobs", tag = "admin",
    responses((status = 200, body = ListResponse<JobResponse>), (status = 401)))]
async fn jobs(
    State(app): State<App>,
    _: OperatorCaller,
) -> Result<Json<ListResponse<JobResponse>>, ApiError> {
    let found = app.list_jobs(MOST).await?;
    let jobs: Vec<_> = found
        .into_iter()
        .map(|row| JobResponse {
            id: row.id,
            state: row.state_name(),
            kind: row.kind,
            subject_id: row.subject,
            attempts: row.attempts,
            run_date: row.run_at,
            error: row.last_error,
            creation_date: row.created_at,
        })
        .collect();
    Ok(Json(jobs.into()))
}

/// Lets a job that was given up, or waits for its next try, run now.
#[utoipa::path(post, path = "/jobs/{id}/retry", tag = "admin", params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404), (status = 409)))]
async fn retry(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    app.retry_job(path.id("id")?, &operator.by()).await?;
    Ok(())
}

/// Whose mails.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Whose {
    /// Only those to this address.
    to: Option<String>,
}

/// The newest mails, without their texts.
#[utoipa::path(get, path = "/mails", tag = "admin", params(Whose),
    responses((status = 200, body = ListResponse<MailResponse>), (status = 401)))]
async fn mails(
    State(app): State<App>,
    _: OperatorCaller,
    Query(whose): Query<Whose>,
) -> Result<Json<ListResponse<MailResponse>>, ApiError> {
    let found = app.list_mails(whose.to.as_deref(), MOST).await?;
    let mails: Vec<_> = found.into_iter().map(|row| response(row, None)).collect();
    Ok(Json(mails.into()))
}

/// One mail, with its text unless it is sent. Reading someone's mail is written down.
#[utoipa::path(get, path = "/mails/{id}", tag = "admin", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = MailResponse), (status = 401), (status = 404)))]
async fn mail(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<Json<MailResponse>, ApiError> {
    let id = uuid::Uuid::parse_str(path.text("id")?).map_err(|_| FindMailError::NoSuchMail)?;
    let row = app.find_mail(id).await?;
    let deed = operator.by().did(Act::ReadMail).to(id);
    app.note_deed(deed.called(&row.recipient)).await?;
    let text = Some(row.body_text.clone());
    Ok(Json(response(row, text)))
}

fn response(row: MailRow, text: Option<String>) -> MailResponse {
    MailResponse {
        id: row.id,
        state: row.state_name(),
        to: row.recipient,
        template: row.template,
        language: row.language,
        subject: row.subject,
        text,
        error: row.last_error,
        creation_date: row.created_at,
        sent_date: row.sent_at,
    }
}
