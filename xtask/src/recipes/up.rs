//! `cargo xtask up`: a cloud and a self-hosted server, side by side.

use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::{
    http,
    needs::{self, GIT},
    program::Guarded,
    server, web,
    workspace::root,
};

/// A server of the pair.
pub struct Server {
    /// What it plays, and the name of its folder in `data/`.
    pub role: &'static str,
    /// Where it listens without TLS.
    pub port: u16,
    /// Where it listens with TLS.
    pub tls_port: u16,
}

/// The vendor's side.
pub const CLOUD: Server = Server { role: "cloud", port: 8080, tls_port: 8443 };
/// The customer's side.
pub const SELF_HOSTED: Server = Server { role: "self-hosted", port: 8090, tls_port: 8453 };

const OPERATOR: &str = "operator@example.com";
const ENVIRONMENT: &str = "env/global.override.env";

pub fn run(_: &[String]) -> Result<()> {
    for server in [CLOUD, SELF_HOSTED] {
        for port in [server.port, server.tls_port] {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                bail!("port {port}, where the {} server should be, is taken", server.role);
            }
        }
    }
    needs::meet(&[GIT])?;
    web::build()?;
    let binary = server::build()?;
    let tls = root().join("data/tls");
    server::call(&binary, &["dev-certificates", "--out", &tls.to_string_lossy()])?;

    CLOUD.settle()?;
    let mut cloud = CLOUD.start(&binary)?;
    SELF_HOSTED.settle()?;
    introduce()?;
    trust(&binary)?;
    let mut self_hosted = SELF_HOSTED.start(&binary)?;

    tell(&binary, &tls)?;
    loop {
        for (server, running) in [(CLOUD, &mut cloud), (SELF_HOSTED, &mut self_hosted)] {
            if !running.runs() {
                bail!("the {} server ended; its last words are above", server.role);
            }
        }
        pause();
    }
}

impl Server {
    fn folder(&self) -> PathBuf {
        root().join("data").join(self.role)
    }

    /// Writes its settings, the first time.
    fn settle(&self) -> Result<()> {
        let file = self.folder().join("wardstead.toml");
        if file.exists() {
            return Ok(());
        }
        fs::create_dir_all(self.folder())?;
        let Self { role, tls_port, .. } = self;
        let text = format!(
            "# Written by `cargo xtask up`, and yours from now on.\n\n\
             [server]\nrole = \"{role}\"\nvault = \"https://localhost:{tls_port}\"\n\n\
             [listen]\nhttps = \"127.0.0.1:{tls_port}\"\n\n\
             [tls]\ncertificate = \"../tls/server.pem\"\nkey = \"../tls/server.key\"\n\n\
             [admin]\noperators = [\"{OPERATOR}\"]\n"
        );
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// What a command of its operator prints.
    fn admin(&self, binary: &Path, words: &[&str]) -> Result<String> {
        let data = self.folder().to_string_lossy().into_owned();
        server::ask(binary, &[&["--data", &data, "--log", "json", "admin"], words].concat())
    }

    /// Starts it, and waits until it answers.
    fn start(&self, binary: &Path) -> Result<Guarded> {
        let (binary, folder) = (binary.to_string_lossy(), self.folder());
        let words = [&*binary, "serve", "--data", &*folder.to_string_lossy()];
        let mut running = Guarded::start(&words, &[], "TERM", None)?;
        let patience = Instant::now() + Duration::from_mins(1);
        while !http::answers(self.port) {
            if !running.runs() {
                bail!("the {} server did not start; its last words are above", self.role);
            }
            if Instant::now() > patience {
                bail!("the {} server does not answer at port {}", self.role, self.port);
            }
            pause();
        }
        Ok(running)
    }
}

/// Makes the self-hosted server known to the cloud, the first time: its installation id and key, as
/// anyone gets them, written where the guides say.
fn introduce() -> Result<()> {
    let file = SELF_HOSTED.folder().join(ENVIRONMENT);
    if file.exists() {
        return Ok(());
    }
    let answer = http::post(CLOUD.port, "/api/installations", &json!({ "email": OPERATOR }))?;
    let field = |name: &str| {
        let value = answer.get(name).and_then(Value::as_str);
        value.with_context(|| format!("the cloud gave no installation {name}: {answer}"))
    };
    let cloud = format!("http://localhost:{}", CLOUD.port);
    let text = format!(
        "# Written by `cargo xtask up`, and yours from now on.\n\
         globalSettings__enableCloudCommunication=true\n\
         globalSettings__installation__id={}\n\
         globalSettings__installation__key={}\n\
         globalSettings__installation__identityUri={cloud}/identity\n\
         globalSettings__installation__apiUri={cloud}/api\n\
         globalSettings__pushRelayBaseUri={cloud}/api\n",
        field("id")?,
        field("key")?,
    );
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

/// Lets the self-hosted server accept the cloud's licences.
fn trust(binary: &Path) -> Result<()> {
    let key = CLOUD.admin(binary, &["license-key", "show"])?;
    let folder = SELF_HOSTED.folder().join("trust");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("cloud.pem"), key)?;
    Ok(())
}

/// Says where everything is.
fn tell(binary: &Path, tls: &Path) -> Result<()> {
    println!("\nBoth run. Ctrl-C stops them; their data stays in data/.");
    for server in [CLOUD, SELF_HOSTED] {
        let Server { role, port, tls_port } = server;
        let link = server.admin(binary, &["operator", "add", OPERATOR])?;
        let wardstead = format!("{} --data data/{role}", binary.display());
        println!(
            "\n{role}\n  address   https://localhost:{tls_port}   http://localhost:{port}\
             \n  operator  {OPERATOR}, for 15 minutes by {link}\
             \n            later by the same: {wardstead} admin operator add {OPERATOR}\
             \n  mail      {wardstead} admin mail list",
            link = link.trim(),
        );
    }
    let authority = tls.join("ca.pem");
    let (authority, port) = (authority.display(), CLOUD.tls_port);
    println!(
        "\nClients insist on TLS; let them trust this machine's own authority:\
         \n  bw             export NODE_EXTRA_CA_CERTS={authority}\
         \n                 bw config server https://localhost:{port}\
         \n  Debian, Ubuntu sudo cp {authority} /usr/local/share/ca-certificates/wardstead.crt && sudo update-ca-certificates\
         \n  macOS          sudo security add-trusted-cert -d -k /Library/Keychains/System.keychain {authority}\
         \n  Firefox        Settings, Certificates, Authorities, Import\n",
    );
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a recipe has nothing else to do meanwhile")]
fn pause() {
    std::thread::sleep(Duration::from_millis(200));
}
