use app::ports::{MailCarrier as _, Refused, WaitingMail};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    sync::mpsc,
};
use uuid::Uuid;

use super::{Security, Settings, Smtp};

/// A mail server on the loopback that answers `refusal` where it begins with that word, and hands
/// over each mail it took.
#[expect(clippy::disallowed_methods, reason = "it answers until the test ends")]
async fn mail_server(
    refusal: Option<(&'static str, &'static str)>,
) -> (u16, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (taken, mails) = mpsc::channel(10);
    tokio::task::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (read, mut write) = stream.into_split();
            let mut lines = BufReader::new(read).lines();
            write.write_all(b"220 here\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let word = line.split([' ', ':']).next().unwrap().to_uppercase();
                let answer = match (refusal, word.as_str()) {
                    (Some((at, answer)), word) if at == word => answer,
                    (_, "EHLO") => "250-here\r\n250 AUTH PLAIN",
                    (_, "AUTH") => "235 welcome",
                    (_, "DATA") => "354 go on",
                    (_, "QUIT") => "221 bye",
                    _ => "250 fine",
                };
                if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                    break;
                }
                if answer.starts_with("354") {
                    let mut mail = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        mail.push_str(&line);
                        mail.push('\n');
                    }
                    taken.send(mail).await.unwrap();
                    write.write_all(b"250 taken\r\n").await.unwrap();
                }
            }
        }
    });
    (port, mails)
}

fn carrier(port: u16, security: Security) -> Smtp {
    Smtp::new(&Settings {
        host: "127.0.0.1".to_owned(),
        port,
        security,
        credentials: Some(("name".to_owned(), "password".to_owned())),
        from: "no-reply@example.com".to_owned(),
        reply_to: Some("help@example.com".to_owned()),
    })
    .unwrap()
}

fn mail(to: &str) -> WaitingMail {
    WaitingMail {
        id: Uuid::from_u128(7),
        recipient: to.to_owned(),
        template: "code".to_owned(),
        language: "fr".to_owned(),
        subject: "Votre code\r\nBcc: stranger@example.com".to_owned(),
        body_text: "été 123456".to_owned(),
        body_html: "<p>été 123456</p>".to_owned(),
        attempts: 0,
    }
}

#[tokio::test]
async fn a_mail_arrives_with_both_bodies_and_headers_of_its_own() {
    let (port, mut mails) = mail_server(None).await;
    carrier(port, Security::None).carry(&mail("member@example.com")).await.unwrap();
    let text = mails.recv().await.unwrap();
    for part in [
        "From: Wardstead <no-reply@example.com>",
        "To: member@example.com",
        "Reply-To: help@example.com",
        "Message-ID: <00000000-0000-0000-0000-000000000007@example.com>",
        "Auto-Submitted: auto-generated",
        "multipart/alternative",
        "text/plain",
        "text/html",
    ] {
        assert!(text.contains(part), "{part} is missing: {text}");
    }
    assert!(!text.lines().any(|line| line.starts_with("Bcc")), "a subject adds no header: {text}");
}

#[tokio::test]
async fn a_refusal_is_for_now_or_for_good() {
    let cases = [
        ("the mail server is busy", ("MAIL", "451 later"), "for now"),
        ("the person is greylisted", ("RCPT", "450 later"), "for now"),
        ("there is no such person", ("RCPT", "550 nobody"), "for good"),
        ("the mail is refused", ("DATA", "554 no"), "for good"),
        ("the password is wrong", ("AUTH", "535 no"), "for now"),
    ];
    for (case, refusal, wanted) in cases {
        let (port, _mails) = mail_server(Some(refusal)).await;
        let outcome = carrier(port, Security::None).carry(&mail("member@example.com")).await;
        let found = match outcome {
            Ok(()) => "taken",
            Err(Refused::ForNow(_)) => "for now",
            Err(Refused::ForGood(_)) => "for good",
        };
        assert_eq!(found, wanted, "{case}");
    }
}

#[tokio::test]
async fn without_the_tls_that_is_asked_for_nothing_is_sent() {
    let (port, mut mails) = mail_server(None).await;
    let outcome = carrier(port, Security::StartTls).carry(&mail("member@example.com")).await;
    assert!(matches!(outcome, Err(Refused::ForNow(_))), "{outcome:?}");
    assert!(mails.try_recv().is_err());
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_for_good_and_a_silent_server_for_now() {
    let (port, _mails) = mail_server(None).await;
    let outcome = carrier(port, Security::None).carry(&mail("no address")).await;
    assert!(matches!(outcome, Err(Refused::ForGood(_))), "{outcome:?}");

    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let outcome = carrier(nobody, Security::None).carry(&mail("member@example.com")).await;
    assert!(matches!(outcome, Err(Refused::ForNow(_))), "{outcome:?}");
}
