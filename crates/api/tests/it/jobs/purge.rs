use chrono::TimeDelta;
use testkit::TestServer;
use uuid::Uuid;

testkit::db_test! {
    async fn what_is_over_is_removed_once_a_day(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let app = &server.app;
        let now = app.now();
        let first = app.keys.current("access").unwrap().id;
        let sealing = app.keys.current("seal").unwrap().id;
        app.keys.rotate(&app.db, "access", &*app.ports.random, now).await.unwrap();
        app.keys.rotate(&app.db, "seal", &*app.ports.random, now).await.unwrap();
        let mut tx = app.db.write().await.unwrap();
        tx.count_try("log-in:owner", now + TimeDelta::minutes(5), now).await.unwrap();
        tx.commit().await.unwrap();
        let device = Uuid::from_u128(1);
        let add = "INSERT INTO devices (id, user_id, identifier, name, kind, created_at, last_active_at)
                   SELECT $1, id, 'one', 'One', 9, created_at, created_at FROM users WHERE id = $2";
        testkit::tamper(&app.db, add, &[device, owner.id.uuid()]).await;
        let add = "INSERT INTO sessions (id, user_id, device_id, client_id, secret_hash,
                          security_stamp, created_at, last_used_at, expires_at)
                   SELECT $1, users.id, $2, 'web', server_keys.secret, '', users.created_at,
                          users.created_at, users.created_at
                     FROM users, server_keys
                    WHERE users.id = $3 AND purpose = 'seal' AND retired_at IS NULL";
        testkit::tamper(&app.db, add, &[device, device, owner.id.uuid()]).await;

        server.clock.advance(TimeDelta::days(1));
        server.run_schedules().await;
        assert!(app.keys.by_id("access", &first).is_some(), "what it signed may still be in use");
        let mut tx = app.db.write().await.unwrap();
        let (tries, _) = tx.count_try("log-in:owner", app.now(), app.now()).await.unwrap();
        assert_eq!(tries, 1, "the count of yesterday is gone");
        assert!(tx.sessions_on(owner.id, domain::id::Id::new(device)).await.unwrap().is_empty());
        tx.commit().await.unwrap();

        server.clock.advance(TimeDelta::days(2));
        server.run_schedules().await;
        assert!(app.keys.by_id("access", &first).is_none());
        assert!(app.keys.by_id("seal", &sealing).is_some(), "what it sealed is still opened with it");
        let mut tx = app.db.read().await.unwrap();
        let left = tx.server_keys().await.unwrap();
        assert!(left.iter().all(|key| key.id != first) && left.iter().any(|key| key.id == sealing));
        drop(tx);
        server.finish().await;
    }
}
