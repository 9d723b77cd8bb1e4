//! How the server is doing, at a glance.

use store::{
    StoreError, jobs::JobCounts, mails::MailCounts, operators::DeedRow, portal::Totals,
    schedules::ScheduleRow,
};

use crate::App;

/// How many actions are shown.
const DEEDS: i64 = 20;

/// How the server is doing.
#[derive(Debug)]
pub struct Overview {
    /// How much there is of everything.
    pub totals: Totals,
    /// The work that is not done.
    pub jobs: JobCounts,
    /// The mail that has not gone out.
    pub mails: MailCounts,
    /// When recurring work runs next.
    pub schedules: Vec<ScheduleRow>,
    /// What operators did last.
    pub deeds: Vec<DeedRow>,
}

impl App {
    /// How the server is doing.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn overview(&self) -> Result<Overview, StoreError> {
        let mut tx = self.db.read().await?;
        Ok(Overview {
            totals: tx.totals().await?,
            jobs: tx.job_counts().await?,
            mails: tx.mail_counts().await?,
            schedules: self.planned(&mut tx).await?.into_iter().map(|(row, _)| row).collect(),
            deeds: tx.last_deeds(DEEDS).await?,
        })
    }
}
