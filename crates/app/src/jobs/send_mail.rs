//! Hands waiting mails to the mail server.

use chrono::TimeDelta;
use store::{mails::WaitingMail, outbox::Job};

use super::{JobError, Work, backoff};
use crate::{
    App,
    ports::{MailCarrier, Refused},
};

/// How many mails are read at once.
const BATCH: i64 = 50;
/// How often a mail is tried before it is given up.
const TRIES: i64 = 10;
/// After this time nothing more is heard of a mail that was taken.
const LOST: TimeDelta = TimeDelta::minutes(15);
/// What is said of such a mail.
const LOST_ERROR: &str = "The server stopped while this mail was on its way; it may have arrived.";

/// Kept mails that are this young are sent once there is a mail server; older ones stay with the
/// operator, because what they lead to has expired.
const KEPT: TimeDelta = TimeDelta::days(3);
/// The same for codes and sign-in links.
const MOMENTS: TimeDelta = TimeDelta::minutes(10);

/// Sends what waits. Without a mail server, everything is kept for the operator to read.
///
/// A mail is marked as taken *before* the mail server gets it. When the server stops in between,
/// nobody knows whether it arrived: it is sent once more, under the same message id, because a link
/// that never comes is worse than one that comes twice. When it is lost again it is given up, where
/// the operator sees it and may try it anew.
///
/// While the mail server cannot be reached, the job fails and no letter loses a try.
pub(super) async fn send_mail(app: &App, work: Work<'_>) -> Result<(), JobError> {
    let now = app.now();
    let Some(carrier) = app.ports.mail.clone() else {
        let mut tx = app.db.write().await?;
        tx.keep_mails().await?;
        tx.commit().await?;
        return Ok(());
    };
    let mut tx = app.db.write().await?;
    tx.recover_lost_mails(LOST_ERROR, now - LOST).await?;
    tx.release_kept_mails(now - KEPT, now - MOMENTS).await?;
    tx.commit().await?;
    let mut greeted = false;
    loop {
        let waiting = app.db.read().await?.waiting_mails(BATCH, app.now()).await?;
        let whole = waiting.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        if !greeted && !waiting.is_empty() {
            if let Err(away) = carrier.greet().await {
                return fail_once(app, work, away).await;
            }
            greeted = true;
        }
        for mail in waiting {
            send_one(app, carrier.as_ref(), &mail).await?;
        }
        if !whole {
            return Ok(());
        }
    }
}

/// Every letter asks for this work; one job that says why nothing goes out, and tries again, is enough.
async fn fail_once(app: &App, work: Work<'_>, away: Refused) -> Result<(), JobError> {
    if app.db.read().await?.failed_another(&work.0.kind, work.0.id).await? {
        return Ok(());
    }
    Err(JobError::Later(away.to_string()))
}

/// One mail at a time: talking to the mail server takes far longer than the two small writes, and
/// only what was really handed over is then in doubt after a crash.
async fn send_one(
    app: &App,
    carrier: &dyn MailCarrier,
    mail: &WaitingMail,
) -> Result<(), JobError> {
    let mut tx = app.db.write().await?;
    if !tx.take_mail(mail.id, app.now()).await? {
        return Ok(());
    }
    tx.commit().await?;

    let outcome = carrier.carry(mail).await;

    let now = app.now();
    let mut tx = app.db.write().await?;
    match outcome {
        Ok(()) => tx.mail_sent(mail.id, now).await?,
        Err(Refused::ForNow(reason)) if mail.attempts + 1 < TRIES => {
            let retry_at = now + backoff(mail.attempts + 1, app.chance());
            tx.postpone_mail(mail.id, &reason, retry_at).await?;
            let again = Job {
                kind: "mail.send",
                subject: None,
                payload: None,
                merge_key: Some("mail.send:again".to_owned()),
                run_at: Some(retry_at),
            };
            tx.enqueue(again, now).await?;
        }
        Err(Refused::ForNow(reason) | Refused::ForGood(reason)) => {
            tracing::warn!(mail.id = %mail.id, mail.template, "a mail was given up");
            tx.give_up_mail(mail.id, &reason).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
