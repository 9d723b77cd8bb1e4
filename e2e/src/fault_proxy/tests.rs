use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;
use crate::http::Http;

/// Answers every request with how many it has seen.
async fn counting_server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let seen = Arc::new(Mutex::new(0));
        while let Ok((mut stream, _)) = listener.accept().await {
            let seen = Arc::clone(&seen);
            tokio::spawn(async move {
                let mut buffer = vec![0; 4096];
                while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {
                    let count = {
                        let mut seen = seen.lock().unwrap();
                        *seen += 1;
                        seen.to_string()
                    };
                    let answer = format!(
                        "HTTP/1.1 200 OK\r\ndate: Fri, 20 Nov 2026 12:00:00 GMT\r\n\
                         content-length: {}\r\n\r\n{count}",
                        count.len(),
                    );
                    if stream.write_all(answer.as_bytes()).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    port
}

async fn ask(http: &Http, path: &str) -> Result<i64> {
    http.post(path).read().await
}

#[tokio::test]
async fn each_fault_does_what_it_says() {
    let proxy = FaultProxy::to(counting_server().await).await.unwrap();
    let http = Http::new(&proxy.url()).unwrap();
    assert_eq!(ask(&http, "/sync").await.unwrap(), 1);
    assert_eq!(ask(&http, "/sync").await.unwrap(), 2);
    assert_eq!((proxy.requests("/sync"), proxy.requests("/other")), (2, 0));

    proxy.set(Fault::LoseRequest { to: "/sync", nth: 2 });
    assert_eq!(ask(&http, "/other").await.unwrap(), 3);
    assert_eq!(ask(&http, "/sync").await.unwrap(), 4);
    assert!(ask(&http, "/sync").await.is_err(), "the request is lost");
    proxy.struck().await.unwrap();
    assert!(ask(&http, "/sync").await.is_err(), "and so is the next");
    proxy.set(Fault::None);
    assert_eq!(ask(&http, "/sync").await.unwrap(), 5, "they never arrived");

    proxy.set(Fault::LoseAnswer { to: "/sync", nth: 1 });
    assert!(ask(&http, "/sync").await.is_err(), "the answer is lost");
    proxy.struck().await.unwrap();
    proxy.set(Fault::None);
    assert_eq!(ask(&http, "/sync").await.unwrap(), 7, "the request had arrived");

    for fault in [Fault::Unreachable, Fault::CutAnswer(10)] {
        proxy.set(fault.clone());
        assert!(ask(&http, "/sync").await.is_err(), "{fault:?}");
    }
    proxy.set(Fault::None);
    assert!(ask(&http, "/sync").await.is_ok());
}

#[tokio::test]
async fn an_answer_is_held_until_the_line_is_free() {
    let proxy = FaultProxy::to(counting_server().await).await.unwrap();
    let http = Http::new(&proxy.url()).unwrap();
    proxy.set(Fault::HoldAnswer { to: "/sync", nth: 1 });
    let waiting = tokio::spawn(async move { ask(&http, "/sync").await });
    proxy.struck().await.unwrap();
    assert!(!waiting.is_finished());
    proxy.set(Fault::None);
    assert_eq!(waiting.await.unwrap().unwrap(), 1);
}

#[tokio::test]
async fn the_date_can_be_a_wrong_one() {
    let proxy = FaultProxy::to(counting_server().await).await.unwrap();
    proxy.set(Fault::WrongDate(600));
    let answer = reqwest::Client::builder().no_proxy().build().unwrap().get(proxy.url());
    let answer = answer.send().await.unwrap();
    assert_eq!(answer.headers()["date"], "Fri, 20 Nov 2026 12:10:00 GMT");
    assert_eq!(answer.text().await.unwrap(), "1");
}
