use app::{
    ports::{Machine as _, Stage},
    settings::{Egress, Protocol},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

use super::{Own, ThisMachine, first_end};

fn pem(year: i32) -> String {
    let mut params = rcgen::CertificateParams::new(vec!["vault.example.com".to_owned()]).unwrap();
    params.not_after = rcgen::date_time_ymd(year, 5, 1);
    let key = rcgen::KeyPair::generate().unwrap();
    params.self_signed(&key).unwrap().pem()
}

fn egress(port: u16, protocol: Protocol) -> Egress {
    let scheme = if protocol == Protocol::Smtp { "smtp" } else { "http" };
    Egress {
        host: format!("127.0.0.1:{port}"),
        purpose: "a test",
        url: format!("{scheme}://127.0.0.1:{port}").parse().unwrap(),
        protocol,
        setting: "cloud.api_url",
    }
}

#[test]
fn the_end_of_a_certificate_is_that_of_the_first_in_the_file() {
    let (own, authority) = (pem(2031), pem(2040));
    let ends = first_end(&format!("a note\n{own}\n{authority}")).unwrap();
    assert_eq!(ends.to_rfc3339(), "2031-05-01T00:00:00+00:00");
    for text in ["", "-----BEGIN CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----"] {
        assert_eq!(first_end(text), None, "{text}");
    }
}

#[test]
fn a_machine_knows_its_disk_and_its_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let machine = |own| ThisMachine::new(folder.path().to_owned(), own).unwrap();
    let space = machine(Own::None).space().unwrap();
    assert!(space.total > 0 && space.free <= space.total, "{space:?}");
    assert!(machine(Own::None).certificate().is_none());

    let file = folder.path().join("own.pem");
    assert!(machine(Own::File(file.clone())).certificate().unwrap().is_err());
    assert!(machine(Own::Folder(folder.path().to_owned())).certificate().unwrap().is_err());
    std::fs::write(&file, pem(2031)).unwrap();
    std::fs::write(folder.path().join("older.pem"), pem(2030)).unwrap();
    for own in [Own::File(file), Own::Folder(folder.path().to_owned())] {
        let ends = machine(own).certificate().unwrap().unwrap();
        assert_eq!(ends.to_rfc3339(), "2031-05-01T00:00:00+00:00");
    }
}

#[tokio::test]
async fn a_host_is_reached_stage_by_stage() {
    let machine = ThisMachine::new(std::env::temp_dir(), Own::None).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let serving = async {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut asked = [0; 1024];
            if stream.read(&mut asked).await.is_ok_and(|length| length > 0) {
                let answer = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        }
    };
    let stages = async |egress: Egress| {
        let probes = machine.reach(&egress).await;
        probes.into_iter().map(|it| (it.stage, it.outcome.is_ok(), it.cure)).collect::<Vec<_>>()
    };
    let reaching = async {
        let http = stages(egress(port, Protocol::Http)).await;
        let wanted = [Stage::Name, Stage::Connection, Stage::Answer].map(|it| (it, true, None));
        assert_eq!(http, wanted);
        let smtp = stages(egress(port, Protocol::Smtp)).await;
        assert_eq!(smtp, wanted[..2], "letters are the mail server's own affair");
    };
    tokio::select! {
        () = serving => {}
        () = reaching => {}
    }
    let mute = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port_of_mute = mute.local_addr().unwrap().port();
    let hanging_up = async {
        loop {
            drop(mute.accept().await.unwrap());
        }
    };
    let answered = tokio::select! {
        () = hanging_up => unreachable!(),
        found = stages(egress(port_of_mute, Protocol::Http)) => found,
    };
    let failed: Vec<_> = answered.iter().filter(|it| !it.1).map(|it| it.0).collect();
    assert_eq!(failed, [Stage::Answer], "a host that hangs up has not answered");

    drop(listener);
    let closed = stages(egress(port, Protocol::Http)).await;
    assert_eq!(closed.len(), 2);
    let (stage, well, cure) = &closed[1];
    assert_eq!((*stage, *well), (Stage::Connection, false));
    assert!(cure.as_ref().unwrap().contains("firewall"));
}
