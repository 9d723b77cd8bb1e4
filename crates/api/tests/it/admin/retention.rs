use chrono::TimeDelta;
use domain::events::EventKind;
use testkit::{TestServer, store::outbox::Event};

testkit::db_test! {
    async fn events_are_forgotten_after_the_time_the_settings_name(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        let now = server.app.now();
        let mut tx = server.app.db.write().await.unwrap();
        for days in [0, 200, 399] {
            let event = Event::of(EventKind::MemberInvited, organization);
            tx.record(event, now - TimeDelta::days(days)).await.unwrap();
        }
        tx.commit().await.unwrap();
        server.clock.advance(TimeDelta::days(2));
        server.run_schedules().await;
        let path = format!("/api/organizations/{organization}/events?start=2028-12-31&end=2029-12-31");
        let left = owner.get(&server, &path).send().await.expect(200).json();
        assert_eq!(left["data"].as_array().unwrap().len(), 1, "the one of 399 days is gone");
        server.finish().await;
    }
}
