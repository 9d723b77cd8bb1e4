use app::licensing::authority;
use serde_json::json;
use testkit::{TestServer, Twins};

const PATH: &str = "/api/organizations/licenses/self-hosted";

testkit::db_test! {
    async fn whoever_uploads_the_licence_becomes_the_owner(engine) {
        let (cloud, server) = TestServer::pair(engine).await;
        let cloud_owner = cloud.person("owner@example.com").await;
        let owner = server.person("owner@example.com").await;
        let organization = cloud.organization(&cloud_owner, "enterprise").await;
        let license = cloud.license_for(&cloud_owner, organization, &server).await;
        let form = [
            ("license", license.as_str()),
            ("key", "4.AAAA"),
            ("collectionName", "2.AAAA|AAAA|AAAA"),
            ("keys.publicKey", "AAAA"),
            ("keys.encryptedPrivateKey", "2.AAAA|AAAA|AAAA"),
        ];
        server.post(PATH).multipart(&form).send().await.expect(401);
        let reply = owner.post(&server, PATH).multipart(&form).send().await.expect(200).json();
        assert_eq!(reply["object"], "organization");
        assert_ne!(reply["id"], organization.to_string());
        assert_eq!((&reply["seats"], &reply["planType"]), (&json!(10), &json!(20)));
        assert_eq!(reply["maxStorageGb"], 10_240);

        let id = domain::id::Id::new(reply["id"].as_str().unwrap().parse().unwrap());
        let mut tx = server.app.db.read().await.unwrap();
        let record = tx.license(id).await.unwrap().unwrap();
        assert_eq!(record.cloud_organization_id, organization.uuid());
        assert_eq!(record.document, license);
        drop(tx);
        let copy = server.app.ports.license_files.kept(id.into()).await;
        assert_eq!(copy.as_deref(), Some(license.as_str()));

        let reply = owner.post(&server, PATH).multipart(&form).send().await.expect(400);
        assert_eq!(reply.json()["code"], "license_in_use");
        server.finish().await;
    }

    async fn of_two_uploads_of_one_licence_at_once_one_is_kept(engine) {
        let (cloud, server) = TestServer::pair(engine).await;
        let cloud_owner = cloud.person("owner@example.com").await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        for _ in 0..3 {
            let organization = cloud.organization(&cloud_owner, "enterprise").await;
            let license = cloud.license_for(&cloud_owner, organization, &server).await;
            let form = [("license", license.as_str()), ("key", "4.AAAA")];
            let (one, other) = tokio::join!(
                owner.post(&server, PATH).multipart(&form).send(),
                member.post(&server, PATH).multipart(&form).send(),
            );
            let (won, lost) = if one.status.is_success() { (one, other) } else { (other, one) };
            won.expect(200);
            assert_eq!(lost.expect(400).json()["code"], "license_in_use");
        }
    }

    async fn an_organization_that_is_switched_off_gives_its_licence_up(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        let license = twins.license().await;
        let form = [("license", license.as_str()), ("key", "4.AAAA")];
        twins.owner.post(server, PATH).multipart(&form).send().await.expect(400);
        let mut tx = server.app.db.write().await.unwrap();
        tx.enable_organization(twins.organization, false, server.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        twins.owner.post(server, PATH).multipart(&form).send().await.expect(200);
        let path = format!("{PATH}/{}", twins.organization);
        let reply = twins.owner.post(server, &path).multipart(&form[..1]).send().await.expect(400);
        assert_eq!(reply.json()["code"], "license_in_use");
    }

    async fn a_form_without_a_licence_is_refused(engine) {
        let server = TestServer::self_hosted(engine).await;
        let owner = server.person("owner@example.com").await;
        let large = format!("{{\"x\": \"{}\"}}", "x".repeat(51_200));
        let cases = [
            ("nothing", vec![("key", "4.AAAA")]),
            ("no JSON", vec![("license", "no"), ("key", "4.AAAA")]),
            ("too large", vec![("license", large.as_str()), ("key", "4.AAAA")]),
        ];
        for (case, form) in cases {
            let reply = owner.post(&server, PATH).multipart(&form).send().await.expect(400);
            assert_eq!(reply.message(), "Invalid license", "{case}");
        }
        let reply = owner.post(&server, PATH).json(&json!({})).send().await.expect(400);
        assert_eq!(reply.message(), "Invalid license");
    }

    async fn everything_wrong_with_a_licence_is_said_in_one_answer(engine) {
        let twins = Twins::new(engine.clone()).await;
        let elsewhere = TestServer::self_hosted(engine).await;
        let owner = elsewhere.person("owner@example.com").await;
        let license = twins.license().await;
        let form = [("license", license.as_str()), ("key", "4.AAAA")];
        let reply = owner.post(&elsewhere, PATH).multipart(&form).send().await.expect(400);
        let message = reply.message();
        assert!(message.starts_with("Invalid license. "), "{message}");
        let installation = twins.self_hosted.app.settings.installation.unwrap().to_string();
        let here = elsewhere.app.settings.installation.unwrap().to_string();
        assert_eq!(message.lines().count(), 2, "{message}");
        assert!(message.contains(&installation) && message.contains(&here), "{message}");
        assert!(message.contains("signed by a key"), "{message}");
    }

    async fn a_certificate_in_the_folder_is_trusted_like_a_key_added_by_command(engine) {
        let twins = Twins::new(engine).await;
        let server = &twins.self_hosted;
        for key in server.app.trusted_license_keys().await.unwrap() {
            assert!(server.app.distrust_license_key(&key.id).await.unwrap());
        }
        let path = format!("{PATH}/{}", twins.organization);
        let license = twins.license().await;
        let form = [("license", license.as_str())];
        twins.owner.post(server, &path).multipart(&form).send().await.expect(400);

        let folder = server.data().join("trust");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("notes.txt"), "not a key").unwrap();
        let certificate = include_bytes!("../../../../../fixtures/licenses/test-certificate.der");
        std::fs::write(folder.join("cloud.cer"), certificate).unwrap();
        twins.owner.post(server, &path).multipart(&form).send().await.expect(200);
    }

    async fn a_rotated_key_signs_and_the_one_before_stays_valid(engine) {
        let twins = Twins::new(engine).await;
        let (cloud, server) = (&twins.cloud, &twins.self_hosted);
        let path = format!("{PATH}/{}", twins.organization);
        let before = twins.license().await;
        let now = cloud.app.now();
        let id = authority::rotate(&cloud.app.keys, &cloud.app.db, now).await.unwrap();
        let keys = cloud.get("/api/licenses/keys").send().await.expect(200).json();
        assert_eq!((keys["keys"].as_array().unwrap().len(), &keys["keys"][0]["kid"]), (2, &json!(id)));

        let after = twins.license().await;
        let reply = twins.owner.post(server, &path).multipart(&[("license", &after)]).send().await;
        let message = reply.expect(400).message();
        assert!(message.contains(&id), "the key to trust is named: {message}");
        twins.owner.post(server, &path).multipart(&[("license", &before)]).send().await.expect(200);
        server.trust_licenses_of(cloud).await;
        twins.owner.post(server, &path).multipart(&[("license", &after)]).send().await.expect(200);
    }

    async fn the_cloud_sends_everyone_to_their_own_server(engine) {
        let cloud = TestServer::cloud(engine).await;
        let owner = cloud.person("owner@example.com").await;
        let reply = owner.post(&cloud, PATH).send().await.expect(400);
        assert_eq!(reply.json()["code"], "self_hosted_only");
    }
}
