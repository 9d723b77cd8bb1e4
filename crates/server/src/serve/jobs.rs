//! The queue and the schedules, worked on while the server answers.

use std::{sync::Arc, time::Duration};

use app::App;
use tokio::{sync::watch, task::JoinSet};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// How many jobs run at once on this node.
const HANDS: usize = 2;
/// How long a hand rests when there was nothing to do.
const REST: Duration = Duration::from_secs(1);
/// How long it rests when the database did not answer.
const PAUSE: Duration = Duration::from_secs(10);
/// How many jobs it takes before it looks at the clock again.
const BATCH: usize = 16;

/// Those who work.
pub struct Workers {
    app: Arc<watch::Sender<App>>,
    stop: CancellationToken,
    hands: JoinSet<()>,
}

impl Workers {
    /// Sets them to work.
    pub fn start(app: App) -> Self {
        let node = app.settings.node;
        let mut workers = Self {
            app: Arc::new(watch::Sender::new(app)),
            stop: CancellationToken::new(),
            hands: JoinSet::new(),
        };
        for hand in 0..HANDS {
            let app = workers.app.subscribe();
            // One hand winds the clock: a schedule is taken once, however many look.
            workers.hands.spawn(work(app, node, workers.stop.clone(), hand == 0));
        }
        workers
    }

    /// Lets them go on with `app`; jobs in hand end with the one they began with.
    pub fn replace(&self, app: App) {
        self.app.send_replace(app);
    }

    /// Takes no more jobs, and waits for those in hand as long as `patience` lasts. What is broken
    /// off is taken up again once its lease has run out.
    pub async fn end(mut self, patience: Duration) {
        self.stop.cancel();
        let all = async { while self.hands.join_next().await.is_some() {} };
        if tokio::time::timeout(patience, all).await.is_err() {
            tracing::warn!("jobs in hand were broken off; they will be taken up again");
            self.hands.shutdown().await;
        }
    }
}

async fn work(
    mut app: watch::Receiver<App>,
    node: Uuid,
    stop: CancellationToken,
    winds_the_clock: bool,
) {
    while !stop.is_cancelled() {
        let now = app.borrow_and_update().clone();
        let rest = match turn(&now, node, winds_the_clock).await {
            Ok(0) => REST,
            Ok(_) => continue,
            Err(error) => {
                tracing::warn!(%error, "the queue could not be read");
                PAUSE
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(rest) => {}
            _ = app.changed() => {}
        }
    }
}

async fn turn(app: &App, node: Uuid, winds_the_clock: bool) -> Result<usize, store::StoreError> {
    if winds_the_clock {
        app.run_due_schedules().await?;
    }
    app.run_due_jobs(node, BATCH).await
}
