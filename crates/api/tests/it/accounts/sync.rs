use std::collections::BTreeSet;

use domain::organizations::Role;
use serde_json::Value;
use testkit::TestServer;

/// Every name clients look for in an organization of a profile, with what must not be null.
const ORGANIZATION: &str = "
    id name key identifier userId organizationUserId providerId providerName keyConnectorUrl
    familySponsorshipFriendlyName status type productTierType seats maxCollections maxStorageGb
    providerType ssoMemberDecryptionType enabled usePolicies useSso useKeyConnector useScim useGroups
    useDirectory useEvents useTotp use2fa useApi useResetPassword useSecretsManager
    usePasswordManager usersGetPremium useCustomPermissions useActivateAutofillPolicy useRiskInsights
    useOrganizationDomains useAdminSponsoredFamilies useAutomaticUserConfirmation
    useDisableSMAdsForUsers usePhishingBlocker useMyItems useInviteLinks usePam selfHost
    hasPublicAndPrivateKeys ssoBound ssoEnabled keyConnectorEnabled resetPasswordEnrolled
    limitCollectionCreation limitCollectionDeletion limitItemDeletion
    allowAdminAccessToAllCollectionItems accessSecretsManager accessPam userIsClaimedByOrganization
    familySponsorshipAvailable isAdminInitiated familySponsorshipToDelete
    familySponsorshipLastSyncDate familySponsorshipValidUntil permissions object";

const PROFILE: &str = "
    object id name email emailVerified premium premiumFromOrganization culture twoFactorEnabled key
    privateKey accountKeys securityStamp forcePasswordReset usesKeyConnector avatarColor creationDate
    verifyDevices organizations providers providerOrganizations";

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn missing<'a>(value: &'a Value, wanted: &'a str) -> Vec<&'a str> {
    let there = names(value);
    wanted.split_whitespace().filter(|name| !there.contains(name)).collect()
}

testkit::db_test! {
    async fn a_sync_holds_what_clients_cannot_do_without(engine) {
        let server = TestServer::cloud(engine).await;
        let person = server.person("member@example.com").await;
        let sync = person.get(&server, "/api/sync?excludeDomains=true").send().await.expect(200).json();
        let top = "object profile folders collections ciphers domains policies sends userDecryption";
        assert!(missing(&sync, top).is_empty());
        assert_eq!(missing(&sync["profile"], PROFILE), Vec::<&str>::new());
        assert_eq!(sync["domains"], Value::Null);
        let unlock = &sync["userDecryption"]["masterPasswordUnlock"];
        assert_eq!(unlock["salt"], "member@example.com");
        assert_eq!(unlock["kdf"]["iterations"], 600_000);
        assert_eq!(unlock["masterKeyWrappedUserKey"], sync["profile"]["key"]);
        let keys = &sync["profile"]["accountKeys"];
        assert_eq!((&keys["signatureKeyPair"], &keys["securityState"]), (&Value::Null, &Value::Null));
        let whole = person.get(&server, "/api/sync").send().await.expect(200).json();
        assert_eq!(whole["domains"]["object"], "domains");
    }

    async fn an_organization_is_there_once_for_its_confirmed_members(engine) {
        let server = TestServer::cloud(engine).await;
        let owner = server.person("owner@example.com").await;
        let member = server.person("member@example.com").await;
        let waiting = server.person("waiting@example.com").await;
        let organization = server.organization(&owner, "enterprise").await;
        server.organization(&member, "families").await;
        let seat = server.member(organization, &member, Role::User).await;
        server.accepted_member(organization, &waiting, Role::User).await;

        let list = person_organizations(&server, &member.token).await;
        assert_eq!(list.len(), 2);
        for own in &list {
            assert_eq!(missing(own, ORGANIZATION), Vec::<&str>::new());
            assert_eq!(own["permissions"].as_object().unwrap().len(), 12);
            let switches = own.as_object().unwrap().iter();
            let switches = switches.filter(|(name, _)| name.starts_with("use") && *name != "userId");
            assert!(switches.clone().count() > 20 && switches.clone().all(|(_, on)| on.is_boolean()));
        }
        let own = list.iter().find(|own| own["id"] == organization.to_string()).unwrap();
        assert_eq!(own["organizationUserId"], seat.to_string());
        assert_eq!((&own["status"], &own["type"]), (&Value::from(2), &Value::from(2)));
        assert_eq!(own["productTierType"], 3);
        assert_eq!(own["key"], testkit::ORGANIZATION_KEY);
        assert_eq!(own["usePolicies"], true);
        assert_eq!(own["familySponsorshipAvailable"], true);
        let families = list.iter().find(|own| own["productTierType"] == 1).unwrap();
        assert_eq!(families["familySponsorshipAvailable"], false);
        assert_eq!(families["type"], 0);
        assert!(person_organizations(&server, &waiting.token).await.is_empty());
    }
}

async fn person_organizations(server: &TestServer, token: &str) -> Vec<Value> {
    let sync = server.get("/api/sync").bearer(token).send().await.expect(200).json();
    let listed = server.get("/api/accounts/organizations").bearer(token).send().await.expect(200);
    assert_eq!(listed.json()["data"], sync["profile"]["organizations"]);
    sync["profile"]["organizations"].as_array().unwrap().clone()
}
