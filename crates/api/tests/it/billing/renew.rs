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
