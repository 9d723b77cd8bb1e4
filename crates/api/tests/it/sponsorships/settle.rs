use chrono::TimeDelta;
use domain::{id::Id, organizations::Organization};
use testkit::{Engine, TestServer};

use super::people::Scene;

impl Scene {
    /// The clock moves on by so many days, and what recurs runs.
    async fn days(&self, days: i64) {
        self.server.clock.advance(TimeDelta::days(days));
        self.server.app.settle_sponsorships().await.unwrap();
        self.server.run_jobs().await;
    }

    /// Something redeemed for a year, by amy@home.test.
    async fn given(engine: Engine) -> (Self, Id<Organization>) {
        let scene = Self::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        (scene, families)
    }

    async fn sponsored(&self, families: Id<Organization>) -> bool {
        let mut tx = self.server.app.db.read().await.unwrap();
        tx.subscription(families).await.unwrap().unwrap().sponsored
    }

    async fn letters(&self, template: &str) -> usize {
        let mails = self.server.mails_to("amy@home.test").await;
        mails.iter().filter(|mail| mail.template == template).count()
    }
}

testkit::db_test! {
    async fn what_is_valid_goes_on_for_another_year(engine) {
        let (scene, families) = Scene::given(engine).await;
        scene.days(364).await;
        assert_eq!(scene.only().await["validUntil"], "2031-01-01T12:00:00Z");
        scene.days(2).await;
        let row = scene.only().await;
        assert_eq!((&row["status"], &row["validUntil"]), (&"active".into(), &"2032-01-01T12:00:00Z".into()));
        assert!(scene.sponsored(families).await);
        assert_eq!(scene.letters("sponsorship_ending").await, 0);
    }

    async fn decision_01_what_was_taken_back_ends_with_its_period_after_two_reminders(engine) {
        let (scene, families) = Scene::given(engine).await;
        scene.member.delete(&scene.server, &scene.base()).send().await.expect(200);
        let cases = [
            ("long before", 300, 0, 0, true),
            ("a month before", 40, 1, 0, true),
            ("still a month before", 3, 1, 0, true),
            ("a week before", 17, 2, 0, true),
            ("still a week before", 2, 2, 0, true),
            ("over", 5, 2, 1, false),
            ("long over", 20, 2, 1, false),
        ];
        for (case, days, reminders, ends, sponsored) in cases {
            scene.days(days).await;
            assert_eq!(scene.letters("sponsorship_ending").await, reminders, "{case}");
            assert_eq!(scene.letters("sponsorship_ended").await, ends, "{case}");
            assert_eq!(scene.sponsored(families).await, sponsored, "{case}");
        }
        assert!(scene.list().await.is_empty());
        let mut tx = scene.server.app.db.read().await.unwrap();
        let record = tx.organization(families).await.unwrap().unwrap();
        assert_eq!(record.expires_at, None, "it is paid for again");
        drop(tx);
        scene.offer(&scene.member, "ann@home.test").await.expect(200);
    }

    async fn what_a_rule_ends_goes_on_when_its_cause_is_gone(engine) {
        let (scene, _) = Scene::given(engine).await;
        scene.forbid(true).await;
        scene.days(340).await;
        assert_eq!(scene.only().await["reason"], "policy");
        scene.forbid(false).await;
        scene.days(1).await;
        assert_eq!(scene.only().await["status"], "active");
    }

    async fn a_dry_run_ends_nothing(engine) {
        let server = TestServer::cloud_with(engine, |settings| {
            settings.sponsorships_end = app::settings::SponsorshipsEnd::DryRun;
        })
        .await;
        let scene = Scene::on(server).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let amy = scene.server.person("amy@home.test").await;
        let families = scene.redeem(&amy).await;
        scene.forbid(true).await;
        scene.days(370).await;
        assert_eq!(scene.only().await["status"], "active");
        assert!(scene.sponsored(families).await);
        assert_eq!(scene.letters("sponsorship_ending").await, 0);
    }

    async fn decision_28_what_a_revoked_member_gave_ends_after_a_while(engine) {
        let (scene, _) = Scene::given(engine).await;
        let mut tx = scene.server.app.db.write().await.unwrap();
        let now = scene.server.app.now();
        tx.sponsors_revoked(scene.organization, &[scene.member_id], now).await.unwrap();
        tx.commit().await.unwrap();
        scene.days(29).await;
        assert_eq!(scene.only().await["status"], "active");
        scene.days(1).await;
        assert_eq!(scene.only().await["reason"], "member_revoked");
    }

    async fn an_offer_nobody_redeems_ends_and_is_forgotten(engine) {
        let scene = Scene::cloud(engine).await;
        scene.offer(&scene.member, "amy@home.test").await.expect(200);
        let row = scene.only().await;
        let id = Id::new(row["id"].as_str().unwrap().parse().unwrap());
        scene.days(182).await;
        assert_eq!(scene.list().await.len(), 1);
        scene.days(1).await;
        assert!(scene.list().await.is_empty());
        let found = || async {
            scene.server.app.db.read().await.unwrap().sponsorship(id).await.unwrap().is_some()
        };
        assert!(found().await, "kept for the other side");
        scene.days(91).await;
        assert!(!found().await);
    }

    async fn what_a_deleted_organization_gave_or_had_ends(engine) {
        let (scene, families) = Scene::given(engine).await;
        scene.offer_as_admin(&scene.owner, "bob@home.test").await.expect(200);
        let delete = "DELETE FROM organizations WHERE id = $1";
        testkit::tamper(&scene.server.app.db, delete, &[families.uuid()]).await;
        scene.days(1).await;
        assert_eq!(scene.list().await.len(), 1, "what the Families organization had is over");
        let id = Id::new(scene.only().await["id"].as_str().unwrap().parse().unwrap());
        testkit::tamper(&scene.server.app.db, delete, &[scene.organization.uuid()]).await;
        scene.days(1).await;
        let mut tx = scene.server.app.db.read().await.unwrap();
        assert!(!tx.sponsorship(id).await.unwrap().unwrap().lives());
    }
}
