use testkit::TestServer;

testkit::db_test! {
    async fn pages_of_the_web_app_and_of_official_clients_may_call(engine) {
        let server = TestServer::cloud(engine).await;
        let cases = [
            ("the web app", "https://vault.example.com", "/api/accounts/profile", true),
            ("the desktop", "bw-desktop-file://bundle", "/identity/connect/token", true),
            ("an extension", "file://", "/events/collect", true),
            ("another site", "https://evil.example", "/api/accounts/profile", false),
            ("a site with our name in it", "https://vault.example.com.evil.example", "/api/sync", false),
            ("another port", "https://vault.example.com:8443", "/api/sync", false),
            ("no TLS", "http://vault.example.com", "/api/sync", false),
            ("nobody", "null", "/api/sync", false),
            ("the desktop, at the portal", "bw-desktop-file://bundle", "/admin/session", false),
        ];
        for (case, origin, path, may) in cases {
            let asked = server
                .request("OPTIONS", path)
                .header("origin", origin)
                .header("access-control-request-method", "DELETE")
                .header("access-control-request-headers", "authorization,device-type")
                .send()
                .await;
            let header = |name: &str| {
                asked.headers.get(name).map(|value| value.to_str().unwrap().to_owned())
            };
            let allowed = may.then(|| origin.to_owned());
            assert_eq!(header("access-control-allow-origin"), allowed, "{case}");
            if may {
                assert_eq!(asked.status, 200, "{case}");
                assert_eq!(header("access-control-allow-credentials").as_deref(), Some("true"));
                assert_eq!(header("access-control-allow-methods").as_deref(), Some("DELETE"));
                let headers = header("access-control-allow-headers");
                assert_eq!(headers.as_deref(), Some("authorization,device-type"), "{case}");
            }
            let called = server.get(path).header("origin", origin).send().await;
            let answered = called.headers.get("access-control-allow-origin");
            assert_eq!(answered.is_some(), may, "{case}: a refusal is readable too");
        }
    }
}
