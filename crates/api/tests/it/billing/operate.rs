use app::admin::By;
use domain::{
    authz::{OperateOrganization, Permit},
    billing::Status,
    id::Id,
    organizations::{Feature, Organization},
};
use testkit::{TestServer, db_test};

fn permit(id: Id<Organization>) -> Permit<OperateOrganization> {
    Permit::of_the_server("a test of what operators do", id)
}

db_test! {
    async fn operators_stop_entitle_and_let_periods_end(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let id = server.organization(&owner, "enterprise").await;
        let app = &server.app;
        assert!(app.switch_organization(permit(id), false, &By::command()).await.unwrap());
        assert!(!app.switch_organization(permit(id), false, &By::command()).await.unwrap());
        app.grant_feature(permit(id), Feature::AdminSponsoredFamilies, true, &By::command()).await.unwrap();
        let found = app.find_organizations("ZATION OF own", 10).await.unwrap();
        assert_eq!(found.len(), 1);
        assert!(!found[0].enabled);
        assert!(found[0].entitlements.features.has(Feature::AdminSponsoredFamilies));
        assert_eq!(app.find_organizations("nobody", 10).await.unwrap().len(), 0);

        app.set_period(permit(id), app.now(), &By::command()).await.unwrap();
        server.run_schedules().await;
        app.renew_subscriptions().await.unwrap();
        let (_, subscription) = app.inspect_organization(&permit(id)).await.unwrap();
        let subscription = subscription.unwrap();
        assert_eq!(subscription.status, Status::Active);
        assert!(subscription.period_ends_at > app.now());
        let nobody = app.id();
        assert!(app.set_period(permit(nobody), app.now(), &By::command()).await.is_err());
        assert!(app.switch_organization(permit(nobody), true, &By::command()).await.is_err());
        let licensed = server.licensed_organization(&owner, "families").await;
        assert!(app.set_period(permit(licensed), app.now(), &By::command()).await.is_err());
    }
}
