use testkit::TestServer;

testkit::db_test! {
    async fn a_server_tells_the_time_to_anyone(engine) {
        for server in [TestServer::cloud(engine.clone()).await, TestServer::self_hosted(engine).await] {
            for path in ["/alive", "/api/alive", "/api/now"] {
                let reply = server.get(path).send().await.expect(200);
                assert_eq!(reply.json(), "2030-01-01T12:00:00+00:00", "{path}");
            }
        }
    }

    async fn an_address_nothing_stands_behind_is_not_found(engine) {
        let server = TestServer::cloud(engine).await;
        let reply = server.get("/api/nothing").send().await.expect(404);
        assert_eq!(reply.json()["object"], "error");
    }
}
