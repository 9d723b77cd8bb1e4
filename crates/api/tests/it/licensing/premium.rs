use app::{admin::By, ports::LicenseOwner};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use testkit::{Person, TestServer, Twins, Weather};

const DOWNLOAD: &str = "/api/account/billing/vnext/license";
const ADD: &str = "/api/account/billing/vnext/self-host/license";
const UPDATE: &str = "/api/accounts/license";
const LICENSED: &str = "/api/accounts/subscription";
const PAID: &str = "/api/account/billing/vnext/subscription";

/// When what the cloud grants in these tests ends.
fn end() -> DateTime<Utc> {
    "2031-01-01T12:00:00Z".parse().unwrap()
}

async fn grant(cloud: &TestServer, email: &str, until: Option<DateTime<Utc>>) {
    cloud.app.grant_premium(email, true, until, &By::command()).await.unwrap();
}

/// A cloud and a server of its own, with the same person on both, who has premium on the cloud.
struct Pair {
    cloud: TestServer,
    home: TestServer,
    on_cloud: Person,
    at_home: Person,
}

impl Pair {
    async fn new(engine: testkit::Engine) -> Self {
        let (cloud, home) = TestServer::pair(engine).await;
        let on_cloud = cloud.person("owner@example.com").await;
        let at_home = home.person("owner@example.com").await;
        grant(&cloud, "Owner@example.com", Some(end())).await;
        Self { cloud, home, on_cloud, at_home }
    }

    /// The person's licence, as they download it.
    async fn license(&self) -> String {
        self.on_cloud.get(&self.cloud, DOWNLOAD).send().await.expect(200).text()
    }

    /// `person` uploads `license`.
    async fn upload(&self, person: &Person, path: &str, license: &str) -> testkit::Reply {
        person.post(&self.home, path).multipart(&[("license", license)]).send().await
    }

    async fn has_premium(&self) -> bool {
        let profile = self.at_home.get(&self.home, "/api/accounts/profile").send().await;
        profile.expect(200).json()["premium"] == true
    }
}

testkit::db_test! {
    async fn a_person_with_premium_downloads_their_licence(engine) {
        let cloud = TestServer::cloud(engine).await;
        let owner = cloud.person("owner@example.com").await;
        cloud.get(DOWNLOAD).send().await.expect(401);
        let none = owner.get(&cloud, DOWNLOAD).send().await.expect(400);
        assert_eq!(none.json()["code"], "not_premium");
        let shown = owner.get(&cloud, PAID).send().await.expect(200).json();
        assert_eq!((&shown["premium"], &shown["expiration"]), (&json!(false), &json!(null)));
        cloud.organization(&owner, "enterprise").await;
        owner.get(&cloud, DOWNLOAD).send().await.expect(400);

        grant(&cloud, "owner@example.com", Some(end())).await;
        let license = owner.get(&cloud, DOWNLOAD).send().await.expect(200).json();
        assert_eq!((&license["id"], &license["licenseType"]), (&json!(owner.id.uuid()), &json!(0)));
        assert_eq!(license["expires"], "2031-01-08T12:00:00Z");
        assert_eq!((&license["premium"], &license["version"]), (&json!(true), &json!(1)));
        assert_eq!(license["licenseKey"].as_str().unwrap().len(), 20);
        for proof in ["hash", "signature", "token"] {
            assert!(license[proof].as_str().is_some_and(|it| !it.is_empty()), "{proof}");
        }
        let again = owner.get(&cloud, DOWNLOAD).send().await.expect(200).json();
        assert_eq!(again["licenseKey"], license["licenseKey"]);
        let shown = owner.get(&cloud, PAID).send().await.expect(200).json();
        assert_eq!((&shown["object"], &shown["maxStorageGb"]), (&json!("subscription"), &json!(5)));
        assert_eq!(shown["expiration"], "2031-01-01T12:00:00Z");

        cloud.clock.set(end());
        let owner = cloud.app.profile(owner.id).await.unwrap();
        assert!(!owner.premium, "it is over at that moment, whatever the database says");
        assert!(cloud.app.download_personal_license(owner.account.user()).await.is_err());
    }

    async fn the_operator_grants_premium_on_the_cloud_alone(engine) {
        let pair = Pair::new(engine).await;
        let by = By::command();
        let nobody = pair.cloud.app.grant_premium("nobody@example.com", true, None, &by).await;
        assert_eq!(nobody.unwrap_err().to_string(), "there is no account of that address");
        pair.home.app.grant_premium("owner@example.com", true, None, &by).await.unwrap_err();
        assert!(!pair.has_premium().await);
        pair.cloud.app.grant_premium("owner@example.com", false, None, &by).await.unwrap();
        pair.on_cloud.get(&pair.cloud, DOWNLOAD).send().await.expect(400);
        grant(&pair.cloud, "owner@example.com", None).await;
        let license = pair.license().await;
        assert!(license.contains("\"expires\":\"2031-01-01T12:00:00Z\""), "a year: {license}");
        let operator = pair.cloud.operator().await;
        let audit = operator.get(&pair.cloud, "/admin/audit").send().await.expect(200).text();
        assert!(audit.contains("user.grant-premium") && audit.contains("user.withdraw-premium"));
    }

    async fn a_server_gets_the_licence_whose_key_it_holds(engine) {
        let pair = Pair::new(engine).await;
        let (cloud, link) = (&pair.cloud, pair.home.link());
        let token = async |scope| {
            let token = cloud.app.installation_token(link.installation, &link.key, scope).await;
            token.unwrap().access_token
        };
        let (licensing, syncing) = (token("api.licensing").await, token("api.installation").await);
        let license: serde_json::Value = serde_json::from_str(&pair.license().await).unwrap();
        let key = license["licenseKey"].as_str().unwrap();
        let path = format!("/api/licenses/user/{}", pair.on_cloud.id);
        let by_get = format!("{path}?key={key}");
        cloud.get(&by_get).send().await.expect(401);
        pair.on_cloud.get(cloud, &by_get).send().await.expect(401);
        cloud.get(&by_get).bearer(&syncing).send().await.expect(401);
        let nobody = "/api/licenses/user/00000000-0000-0000-0000-000000000001?key=x";
        cloud.get(nobody).bearer(&licensing).send().await.expect(204);
        for wrong in ["another", ""] {
            let reply = cloud.get(&format!("{path}?key={wrong}")).bearer(&licensing).send().await;
            assert_eq!(reply.expect(400).message(), "Invalid license key.");
            let body = json!({ "licenseKey": wrong });
            let reply = cloud.post(&path).bearer(&licensing).json(&body).send().await;
            assert_eq!(reply.expect(400).message(), "Invalid license key.");
        }
        let fetched = cloud.get(&by_get).bearer(&licensing).send().await.expect(200).json();
        assert_eq!(fetched["licenseKey"], key);
        let body = json!({ "LicenseKey": key });
        cloud.post(&path).bearer(&licensing).json(&body).send().await.expect(200);

        let other = cloud.person("other@example.com").await;
        let path = format!("/api/licenses/user/{}?key=", other.id);
        let reply = cloud.get(&path).bearer(&licensing).send().await.expect(400);
        assert_eq!(reply.message(), "Invalid license key.", "no key is no proof");
        cloud.app.grant_premium("owner@example.com", false, None, &By::command()).await.unwrap();
        let reply = cloud.get(&by_get).bearer(&licensing).send().await.expect(400);
        assert_eq!(reply.json()["code"], "not_premium");
        cloud.app.switch_installation(link.installation, false).await.unwrap();
        cloud.get(&by_get).bearer(&licensing).send().await.expect(401);
    }

    async fn a_licence_opens_premium_features_on_a_server_of_ones_own(engine) {
        let pair = Pair::new(engine).await;
        let license = pair.license().await;
        pair.home.post(ADD).multipart(&[("license", &license)]).send().await.expect(401);
        pair.home.post(UPDATE).multipart(&[("license", &license)]).send().await.expect(401);
        pair.home.get(LICENSED).send().await.expect(401);
        let before = pair.at_home.get(&pair.home, LICENSED).send().await.expect(200).json();
        assert_eq!((&before["premium"], &before["license"]), (&json!(false), &json!(null)));

        pair.upload(&pair.at_home, ADD, &license).await.expect(200);
        assert!(pair.has_premium().await);
        let after = pair.at_home.get(&pair.home, LICENSED).send().await.expect(200).json();
        assert_eq!((&after["maxStorageGb"], &after["expiration"]), (&json!(10_240), &json!("2031-01-08T12:00:00Z")));
        assert_eq!(after["license"]["email"], "owner@example.com");
        let owner = LicenseOwner::Person(pair.at_home.id);
        let copy = pair.home.app.ports.license_files.kept(owner).await;
        assert_eq!(copy.as_deref(), Some(license.as_str()));
        let mut tx = pair.home.app.db.read().await.unwrap();
        let record = tx.personal_license(pair.at_home.id).await.unwrap().unwrap();
        assert_eq!((record.cloud_user_id, record.document), (pair.on_cloud.id.uuid(), license.clone()));
        drop(tx);

        let again = pair.upload(&pair.at_home, ADD, &license).await.expect(400);
        assert_eq!(again.message(), "Already a premium user.");
        pair.upload(&pair.at_home, UPDATE, &license).await.expect(200);
    }

    async fn every_reason_against_a_licence_is_named(engine) {
        let pair = Pair::new(engine.clone()).await;
        let license = pair.license().await;
        let other = pair.home.person("other@example.com").await;
        for nonsense in ["", "{}", "[1]"] {
            let reply = pair.upload(&pair.at_home, ADD, nonsense).await.expect(400);
            assert_eq!(reply.json()["code"], "license_unreadable", "{nonsense}");
        }
        let reply = pair.upload(&other, ADD, &license).await.expect(400);
        assert!(reply.message().contains("another mail address"), "{}", reply.message());
        let unverify = "UPDATE users SET email_verified = FALSE WHERE id = $1";
        testkit::tamper(&pair.home.app.db, unverify, &[pair.at_home.id.uuid()]).await;
        let reply = pair.upload(&pair.at_home, ADD, &license).await.expect(400);
        assert!(reply.message().contains("not verified"), "{}", reply.message());
        let verify = "UPDATE users SET email_verified = TRUE WHERE id = $1";
        testkit::tamper(&pair.home.app.db, verify, &[pair.at_home.id.uuid()]).await;

        let mut touched: serde_json::Value = serde_json::from_str(&license).unwrap();
        touched["token"] = json!(null);
        touched["expires"] = json!("2099-01-01T00:00:00Z");
        let reply = pair.upload(&pair.at_home, ADD, &touched.to_string()).await.expect(400);
        assert!(reply.message().contains("not signed by a key"), "{}", reply.message());
        let organization = pair.cloud.organization(&pair.on_cloud, "enterprise").await;
        let organizations = pair.cloud.license_for(&pair.on_cloud, organization, &pair.home).await;
        let reply = pair.upload(&pair.at_home, ADD, &organizations).await.expect(400);
        assert!(reply.message().contains("license of an organization"), "{}", reply.message());
        assert!(!pair.has_premium().await);

        // What an account has, another cannot have as well, even when the address moved there.
        pair.upload(&pair.at_home, ADD, &license).await.expect(200);
        let swap = "UPDATE users SET email = 'moved@example.com' WHERE id = $1";
        testkit::tamper(&pair.home.app.db, swap, &[pair.at_home.id.uuid()]).await;
        let second = pair.home.person("owner@example.com").await;
        let reply = pair.upload(&second, ADD, &license).await.expect(400);
        assert_eq!(reply.json()["code"], "license_in_use");
        let newer = pair.license().await;
        pair.upload(&pair.at_home, UPDATE, &newer).await.expect(200);

        // An organization's page says where a personal licence belongs.
        let twins = Twins::new(engine).await;
        let path = format!("/api/organizations/licenses/self-hosted/{}", twins.organization);
        let form = [("license", license.as_str())];
        let reply = twins.owner.post(&twins.self_hosted, &path).multipart(&form).send().await;
        assert!(reply.expect(400).message().contains("subscription page of the account"));
    }

    async fn the_holder_is_told_before_the_end_and_a_newer_licence_opens_again(engine) {
        let pair = Pair::new(engine).await;
        let license = pair.license().await;
        pair.upload(&pair.at_home, ADD, &license).await.expect(200);
        pair.home.link().set(Weather::Down);
        let end = end() + TimeDelta::days(7);
        let letters = async |template: &str| {
            let mails = pair.home.mails_to("owner@example.com").await;
            mails.iter().filter(|mail| mail.template == template).count()
        };
        let moments =
            [(31, 0, 0), (30, 1, 0), (20, 1, 0), (14, 2, 0), (7, 3, 0), (1, 4, 0), (0, 4, 1), (-9, 4, 1)];
        for (days, expiring, expired) in moments {
            pair.home.clock.set(end - TimeDelta::days(days));
            pair.home.run_job("licensing.premium").await;
            pair.home.run_job("licensing.premium").await;
            let found = (letters("premium_expiring").await, letters("premium_expired").await);
            assert_eq!(found, (expiring, expired), "{days} days before the end");
            let open = pair.home.app.profile(pair.at_home.id).await.unwrap();
            assert_eq!(open.premium, days > 0, "{days} days before the end");
            assert_eq!(open.account.premium, days > 0, "clients hear of it");
        }
        let late = pair.home.app.add_personal_license(pair.at_home.id, &license).await;
        assert!(late.unwrap_err().to_string().contains("It expired at"));
        pair.cloud.clock.set(end);
        grant(&pair.cloud, "owner@example.com", Some(end + TimeDelta::days(365))).await;
        let newer = pair.cloud.app.download_personal_license(pair.on_cloud.id).await.unwrap();
        pair.home.app.add_personal_license(pair.at_home.id, &newer).await.unwrap();
        assert!(pair.home.app.profile(pair.at_home.id).await.unwrap().premium);
        pair.home.finish().await;
    }

    async fn a_personal_licence_is_fetched_by_itself_before_it_ends(engine) {
        let pair = Pair::new(engine).await;
        pair.upload(&pair.at_home, ADD, &pair.license().await).await.expect(200);
        let later = end() + TimeDelta::days(365);
        grant(&pair.cloud, "owner@example.com", Some(later)).await;
        let until = async || {
            pair.home.app.profile(pair.at_home.id).await.unwrap().account.premium_expires_at
        };
        let before = until().await;
        pair.home.run_job("licensing.refresh").await;
        assert_eq!(until().await, before, "not due");
        for clock in [&pair.home.clock, &pair.cloud.clock] {
            clock.set(end() - TimeDelta::days(3));
        }
        pair.home.link().set(Weather::Down);
        pair.home.run_job("licensing.refresh").await;
        assert_eq!(until().await, before, "the line is down");
        pair.home.link().set(Weather::Fair);
        pair.home.clock.advance(TimeDelta::hours(6));
        pair.home.link().asked();
        pair.home.run_job("licensing.refresh").await;
        assert_eq!(until().await, Some(later + TimeDelta::days(7)));
        assert!(pair.home.link().asked().iter().all(|line| !line.contains("key=")));
        pair.home.finish().await;
    }

    async fn the_other_role_says_where_to_ask(engine) {
        let pair = Pair::new(engine).await;
        for path in [DOWNLOAD, PAID] {
            let reply = pair.at_home.get(&pair.home, path).send().await.expect(400);
            assert_eq!(reply.json()["code"], "cloud_only", "{path}");
        }
        for path in [ADD, UPDATE] {
            let reply = pair.on_cloud.post(&pair.cloud, path).send().await.expect(400);
            assert_eq!(reply.json()["code"], "self_hosted_only", "{path}");
        }
    }
}
