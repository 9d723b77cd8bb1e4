//! Jobs and mails, in the portal.

use app::{
    App,
    admin::{FindMailError, JobFilter, JobState, MailFilter, MailRow, MailState, To},
    fault::{Fault, Kind},
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
    object::ListObject,
};

use super::page;
use crate::{
    Routes,
    error::ApiError,
    extract::{OperatorCaller, PathIds},
    words::said,
};

/// How many are on a page, unless the request says otherwise.
const USUAL: i64 = 50;

/// Below `/admin`.
pub fn routes() -> Routes {
    Routes::new()
        .routes(routes!(jobs))
        .routes(routes!(retry))
        .routes(routes!(cancel))
        .routes(routes!(mails))
        .routes(routes!(mail))
        .routes(routes!(resend))
}

/// Which jobs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct SoughtJobs {
    /// `waiting`, `running`, `done` or `givenUp`; all that are not done unless given.
    state: Option<String>,
    /// Only those that go by this word.
    kind: Option<String>,
    /// How many: 50 unless given, 500 at most.
    page_size: Option<i64>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

/// The jobs that are not done, or those in one state, the newest first.
#[utoipa::path(get, path = "/jobs", tag = "admin", params(SoughtJobs),
    responses((status = 200, body = ListResponse<JobResponse>), (status = 400), (status = 401)))]
async fn jobs(
    State(app): State<App>,
    _: OperatorCaller,
    Query(sought): Query<SoughtJobs>,
) -> Result<Json<ListResponse<JobResponse>>, ApiError> {
    let word = sought.state.filter(|word| !word.is_empty());
    let named = |word: String| {
        let found = JobState::ALL.iter().find(|state| state.word() == word);
        found.copied().ok_or(NoSuchState)
    };
    let state = word.map(named).transpose()?;
    let kind = sought.kind.filter(|kind| !kind.is_empty());
    let before = page::place(sought.continuation_token.as_deref())?;
    let filter = JobFilter { state, kind, before };
    let (found, more) = app.search_jobs(&filter, sought.page_size.unwrap_or(USUAL)).await?;
    let last = found.last().filter(|_| more);
    let token = last.map(|last| page::of_place(last.created_at, last.id));
    let data = found.into_iter().map(|row| JobResponse {
        id: row.id,
        state: row.state_name(),
        kind: row.kind,
        subject_id: row.subject,
        attempts: row.attempts,
        run_date: row.run_at,
        error: row.last_error.map(said),
        creation_date: row.created_at,
        finished_date: row.finished_at,
    });
    let data = data.collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
}

/// Nothing is ever in that state.
#[derive(Debug, thiserror::Error)]
#[error("There is no such state.")]
struct NoSuchState;

impl Fault for NoSuchState {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
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

/// Takes a job out of the queue that waits or was given up.
#[utoipa::path(post, path = "/jobs/{id}/cancel", tag = "admin", params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn cancel(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    Ok(app.cancel_job(path.id("id")?, &operator.by()).await?)
}

/// Which mails.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
struct SoughtMails {
    /// Only those to this address.
    to: Option<String>,
    /// Only those to addresses that begin so.
    to_begins_with: Option<String>,
    /// `waiting`, `sent`, `kept`, `givenUp` or `onItsWay`; all unless given.
    state: Option<String>,
    /// Only this letter.
    template: Option<String>,
    /// How many: 50 unless given, 500 at most.
    page_size: Option<i64>,
    /// Where the page before ended.
    continuation_token: Option<String>,
}

/// The newest mails, without their texts.
#[utoipa::path(get, path = "/mails", tag = "admin", params(SoughtMails),
    responses((status = 200, body = ListResponse<MailResponse>), (status = 400), (status = 401)))]
async fn mails(
    State(app): State<App>,
    _: OperatorCaller,
    Query(sought): Query<SoughtMails>,
) -> Result<Json<ListResponse<MailResponse>>, ApiError> {
    let given = |text: Option<String>| text.filter(|text| !text.is_empty());
    let named = |word: String| {
        let found = MailState::ALL.iter().find(|state| state.word() == word);
        found.copied().ok_or(NoSuchState)
    };
    let state = given(sought.state).map(named).transpose()?;
    let to = given(sought.to).map(To::Whole);
    let to = to.or_else(|| given(sought.to_begins_with).map(To::Beginning));
    let before = page::place(sought.continuation_token.as_deref())?;
    let filter = MailFilter { state, to, template: given(sought.template), before };
    let (found, more) = app.search_mails(&filter, sought.page_size.unwrap_or(USUAL)).await?;
    let last = found.last().filter(|_| more);
    let token = last.map(|last| page::of_place(last.created_at, last.id));
    let data = found.into_iter().map(|row| response(row, false)).collect();
    Ok(Json(ListResponse { object: ListObject::Tag, data, continuation_token: token }))
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
    Ok(Json(response(row, true)))
}

/// Sends a mail that was given up, or kept for want of a mail server.
#[utoipa::path(post, path = "/mails/{id}/resend", tag = "admin", params(("id" = uuid::Uuid, Path)),
    responses((status = 200), (status = 401), (status = 404)))]
async fn resend(
    State(app): State<App>,
    OperatorCaller(operator): OperatorCaller,
    path: PathIds,
) -> Result<(), ApiError> {
    let id = uuid::Uuid::parse_str(path.text("id")?).map_err(|_| FindMailError::NoSuchMail)?;
    Ok(app.retry_mail(id, &operator.by()).await?)
}

fn response(row: MailRow, whole: bool) -> MailResponse {
    MailResponse {
        id: row.id,
        state: row.state_name(),
        to: row.recipient,
        template: row.template,
        language: row.language,
        subject: row.subject,
        text: whole.then_some(row.body_text),
        html: whole.then_some(row.body_html),
        attempts: row.attempts,
        error: row.last_error.map(said),
        creation_date: row.created_at,
        sent_date: row.sent_at,
    }
}
