use testkit::TestServer;

testkit::db_test! {
    async fn a_long_answer_is_pressed_the_way_the_client_likes(engine) {
        let server = TestServer::cloud(engine).await;
        let plain = server.get("/api/plans").send().await.expect(200);
        assert!(plain.headers.get("content-encoding").is_none());
        assert!(plain.bytes.len() > 4096, "a short answer would prove nothing");

        let cases = [
            ("a browser over TLS", "gzip, deflate, br", "br"),
            ("a browser without", "gzip, deflate", "gzip"),
        ];
        for (case, accepted, encoding) in cases {
            let request = server.get("/api/plans").header("accept-encoding", accepted);
            let reply = request.send().await.expect(200);
            assert_eq!(reply.headers["content-encoding"], encoding, "{case}");
            let mut varies = reply.headers.get_all("vary").iter();
            assert!(varies.any(|it| it == "accept-encoding"), "{case}");
            assert!(reply.bytes.len() * 4 < plain.bytes.len(), "{case}: {}", reply.bytes.len());
        }
    }

    async fn a_short_answer_is_sent_as_it_is(engine) {
        let server = TestServer::cloud(engine).await;
        for path in ["/api/alive", "/api/nothing"] {
            let reply = server.get(path).header("accept-encoding", "br, gzip").send().await;
            assert!(reply.headers.get("content-encoding").is_none(), "{path}");
            reply.json();
        }
    }
}
