use app::ports::Charge;
use domain::billing::{Cents, Status};
use testkit::{TestServer, db_test};

db_test! {
    async fn periods_roll_and_are_charged(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let paid = server.organization(&owner, "enterprise").await;
        let free = server.organization(&owner, "free").await;
        let family = server.organization(&owner, "families").await;
        server.run_schedules().await;
        assert_eq!(server.till.charged(), []);
        server.clock.set("2031-01-02T00:00:00Z".parse().unwrap());
        server.run_schedules().await;
        let mut charged = server.till.charged();
        charged.sort_by_key(|(_, cents)| *cents);
        assert_eq!(charged, [(family, Cents(4000)), (paid, Cents(72_000))]);
        let mut tx = server.app.db.read().await.unwrap();
        let found = tx.subscription(paid).await.unwrap().unwrap();
        assert_eq!(found.period_ends_at, "2032-01-01T12:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap());
        let found = tx.subscription(free).await.unwrap().unwrap();
        assert!(found.period_ends_at > server.app.now());
        drop(tx);
        server.run_schedules().await;
        assert_eq!(server.till.charged().len(), 2, "a period is charged once");
    }

    async fn nodes_that_renew_at_the_same_time_charge_a_period_once(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        for _ in 0..8 {
            server.organization(&owner, "enterprise").await;
        }
        server.clock.set("2031-01-02T00:00:00Z".parse().unwrap());
        let mut nodes = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let app = server.app.clone();
            nodes.spawn(async move { app.renew_subscriptions().await.unwrap() });
        }
        let renewed: u64 = nodes.join_all().await.into_iter().sum();
        assert_eq!(renewed, 8, "each is renewed by one of them");
        server.finish().await;
        assert_eq!(server.till.charged().len(), 8);
    }

    async fn a_crash_between_the_renewal_and_the_payment_neither_forgets_nor_repeats_it(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        server.clock.set("2031-01-02T00:00:00Z".parse().unwrap());
        server.app.renew_subscriptions().await.unwrap();
        assert_eq!(server.till.charged(), [], "the node stops here");
        server.run_jobs().await;
        assert_eq!(server.till.charged().len(), 1);
        let mut tx = server.app.db.read().await.unwrap();
        let period_starts_at = tx.subscription(id).await.unwrap().unwrap().period_starts_at;
        drop(tx);
        let charge = Charge { organization: id, period_starts_at, amount: Cents(72_000) };
        server.app.charge_period(&charge).await.unwrap();
        assert_eq!(server.till.charged().len(), 1, "the same payment has the same name");
    }

    async fn a_payment_that_fails_late_leaves_what_was_given_meanwhile_alone(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "families").await;
        server.till.decline(true);
        server.clock.set("2031-01-02T00:00:00Z".parse().unwrap());
        let now = server.app.now();
        server.app.renew_subscriptions().await.unwrap();
        let mut tx = server.app.db.write().await.unwrap();
        let mut subscription = tx.subscription(id).await.unwrap().unwrap();
        subscription.sponsored = true;
        tx.save_subscriptions(&[subscription.clone()], now).await.unwrap();
        tx.commit().await.unwrap();
        server.run_jobs().await;
        let mut tx = server.app.db.read().await.unwrap();
        assert_eq!(tx.subscription(id).await.unwrap(), Some(subscription));
    }

    async fn a_missing_payment_is_noticed_and_a_cancelled_one_ends(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let declined = server.organization(&owner, "enterprise").await;
        let cancelled = server.organization(&owner, "families").await;
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        let mut subscription = tx.subscription(cancelled).await.unwrap().unwrap();
        subscription.cancel_at_period_end = true;
        tx.save_subscriptions(&[subscription], now).await.unwrap();
        tx.commit().await.unwrap();
        server.till.decline(true);
        server.clock.set("2031-01-02T00:00:00Z".parse().unwrap());
        server.run_schedules().await;
        let mut tx = server.app.db.read().await.unwrap();
        let found = tx.subscription(declined).await.unwrap().unwrap();
        assert_eq!(found.status, Status::PastDue);
        let found = tx.subscription(cancelled).await.unwrap().unwrap();
        assert_eq!(found.status, Status::Canceled);
        assert!(!tx.organization(cancelled).await.unwrap().unwrap().enabled);
    }
}
