use std::path::Path;

use app::settings::Region;

use outside::smtp::Security;

use super::*;

/// Reads a data folder with these files, in this environment.
fn load(toml: &str, overrides: &str, environment: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    if !toml.is_empty() {
        std::fs::write(data.join(FILE), toml).unwrap();
    }
    if !overrides.is_empty() {
        std::fs::create_dir(data.join("env")).unwrap();
        std::fs::write(data.join(OVERRIDES), overrides).unwrap();
    }
    load_from(data, environment, &[("server.role", "--role", "self-hosted".to_owned())])
}

fn load_from(
    data: &Path,
    environment: &[(&str, &str)],
    options: &[(&'static str, &'static str, String)],
) -> Result<Config, Vec<String>> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let sources = Sources {
        data: data.to_owned(),
        file: None,
        environment: environment.iter().map(owned).collect(),
        options: options.to_vec(),
    };
    let lines = |problems: Problems| problems.0.iter().map(ToString::to_string).collect();
    Config::load(&sources).map_err(lines)
}

/// What a setting has become, as text.
type Seen = fn(&Config) -> String;

fn documented() -> Vec<(&'static str, &'static str, Seen, &'static str)> {
    fn url(url: Option<&url::Url>) -> String {
        url.map(ToString::to_string).unwrap_or_default()
    }
    vec![
        (
            "globalSettings__enableCloudCommunication",
            "true",
            |c| c.cloud.communication.to_string(),
            "true",
        ),
        (
            "globalSettings__baseServiceUri__cloudRegion",
            "EU",
            |c| c.cloud.region.name().to_owned(),
            "EU",
        ),
        (
            "globalSettings__baseServiceUri__vault",
            "https://vault.example.com",
            |c| c.server.vault.to_string(),
            "https://vault.example.com/",
        ),
        (
            "globalSettings__installation__identityUri",
            "https://identity.example.com",
            |c| url(c.cloud.identity_url.as_ref()),
            "https://identity.example.com/",
        ),
        (
            "globalSettings__installation__apiUri",
            "https://api.example.com",
            |c| url(c.cloud.api_url.as_ref()),
            "https://api.example.com/",
        ),
        (
            "globalSettings__pushRelayBaseUri",
            "https://push.example.com",
            |c| url(c.cloud.push_url.as_ref()),
            "https://push.example.com/",
        ),
        (
            "globalSettings__installation__key",
            "abc",
            |c| c.cloud.installation_key.as_ref().unwrap().reveal().to_owned(),
            "abc",
        ),
        (
            "globalSettings__mail__smtp__host",
            "mail.example.com",
            |c| c.mail.host.clone().unwrap(),
            "mail.example.com",
        ),
        ("globalSettings__mail__smtp__port", "2525", |c| c.mail.port.to_string(), "2525"),
        (
            "globalSettings__mail__smtp__username",
            "postman",
            |c| c.mail.username.clone().unwrap(),
            "postman",
        ),
        (
            "globalSettings__mail__smtp__password",
            "secret",
            |c| c.mail.password.as_ref().unwrap().reveal().to_owned(),
            "secret",
        ),
        (
            "globalSettings__mail__smtp__ssl",
            "true",
            |c| format!("{:?}", c.mail.security),
            "StartTls",
        ),
        (
            "globalSettings__mail__smtp__startTls",
            "true",
            |c| format!("{:?}", c.mail.security),
            "StartTls",
        ),
        (
            "globalSettings__mail__replyToEmail",
            "answers@example.com",
            |c| c.mail.reply_to.clone().unwrap(),
            "answers@example.com",
        ),
        (
            "globalSettings__disableUserRegistration",
            "true",
            |c| c.server.registration_open.to_string(),
            "false",
        ),
        (
            "adminSettings__admins",
            "Operator@example.com, second@example.com",
            |c| c.admin.operators.join(" "),
            "operator@example.com second@example.com",
        ),
    ]
}

#[test]
fn every_documented_name_is_understood_wherever_it_is_written() {
    for (name, text, seen, expected) in documented() {
        let small = name.to_lowercase();
        let key = names::by_variable(name).unwrap().key;
        let (section, item) = key.split_once('.').unwrap();
        let toml = format!("[{section}]\n{item} = \"{text}\"\n");
        let variable = names::by_variable(name).unwrap().variable();
        let places = [
            ("file", load("", &format!("# ours\r\n{name}=\"{text}\"\r\n"), &[])),
            ("environment", load("", "", &[(name, text)])),
            ("environment, small letters", load("", "", &[(&small, text)])),
            ("environment, our name", load("", "", &[(&variable, text)])),
            ("settings file", load(&toml, "", &[])),
        ];
        for (place, config) in places {
            assert_eq!(seen(&config.unwrap()), expected, "{name} in {place}");
        }
    }
    let id = "5f0c3d1e-0000-4000-8000-000000000001";
    let both =
        format!("globalSettings__installation__id={id}\nglobalSettings__installation__key=k");
    assert_eq!(load("", &both, &[]).unwrap().cloud.installation_id.unwrap().to_string(), id);
}

#[test]
fn the_later_source_counts() {
    let toml = "[mail]\nport = 1\n";
    let overrides = "globalSettings__mail__smtp__port=2";
    let documented = ("globalSettings__mail__smtp__port", "3");
    let own = ("WARDSTEAD_MAIL__PORT", "4");
    let cases = [
        (toml, "", vec![], 1),
        (toml, overrides, vec![], 2),
        (toml, overrides, vec![documented], 3),
        (toml, overrides, vec![own, documented], 4),
    ];
    for (toml, overrides, environment, expected) in cases {
        assert_eq!(load(toml, overrides, &environment).unwrap().mail.port, expected);
    }
}

#[test]
fn a_name_nobody_knows_is_an_error_that_names_the_nearest_and_the_line() {
    let cases = [
        (
            "[mail]\nprot = 1\n",
            "",
            vec![],
            "wardstead.toml line 2: there is no setting mail.prot; did you mean mail.port?",
        ),
        (
            "[male]\nport = 1\n",
            "",
            vec![],
            "line 2: there is no setting male.port; did you mean mail.port?",
        ),
        (
            "role = \"cloud\"\n",
            "",
            vec![],
            "line 1: there is no setting role; did you mean server.role?",
        ),
        (
            "",
            "# a\nglobalSettings__enableCloudComunication=true\n",
            vec![],
            "global.override.env line 2: there is no setting globalSettings__enableCloudComunication; did you mean globalSettings__enableCloudCommunication?",
        ),
        (
            "",
            "",
            vec![("WARDSTEAD_MAIL__HOTS", "x")],
            "environment variable WARDSTEAD_MAIL__HOTS: there is no setting WARDSTEAD_MAIL__HOTS; did you mean WARDSTEAD_MAIL__HOST?",
        ),
    ];
    for (toml, overrides, environment, expected) in cases {
        let problems = load(toml, overrides, &environment).unwrap_err();
        assert!(problems.iter().any(|line| line.contains(expected)), "{expected}\n{problems:#?}");
    }
}

#[test]
fn a_bad_value_says_what_it_is_where_it_stands_and_what_to_write() {
    let cases = [
        ("[mail]\nport = 99999\n", "line 2: mail.port is \"99999\"; write a port such as 587"),
        ("[mail]\nport = [1, 2]\n", "mail.port is \"1,2\""),
        ("[mail]\nport = { a = 1 }\n", "mail.port is not a single value; write a port"),
        ("[cloud]\nregion = \"DE\"\n", "cloud.region is \"DE\"; write US, EU or Gov"),
        ("[cloud]\ncommunication = \"maybe\"\n", "write true or false"),
        ("[cloud]\ninstallation_id = \"12\"\n", "write the installation id"),
        (
            "[cloud]\napi_url = \"api.example.com\"\n",
            "write an address such as https://api.example.com",
        ),
        ("[server]\nvault = \"ftp://vault.example.com\"\n", "write an address such as"),
        ("[listen]\nhttp = \"8080\"\n", "write an address and port such as"),
        ("[listen]\nhttp = \"off\"\n", "both off"),
        ("[listen]\nhttps = \"0.0.0.0:443\"\n", "set tls.certificate and tls.key"),
        ("[listen]\ntrusted_proxies = [\"proxy\"]\n", "write addresses or ranges"),
        ("[tls]\ncertificate = \"none.pem\"\nkey = \"none.pem\"\n", "there is no such file"),
        ("[tls]\nkey = \"Cargo.toml\"\n", "without tls.certificate"),
        (
            "[database]\nurl = \"mysql://user:hunter2@host/name\"\n",
            "database.url is \"…\"; write sqlite:PATH",
        ),
        ("[admin]\noperators = [\"nobody\"]\n", "write mail addresses"),
        ("[mail\nport = 1\n", "wardstead.toml line 1:"),
        ("[log]\nformat = \"xml\"\n", "write human or json"),
    ];
    for (toml, expected) in cases {
        let problems = load(toml, "", &[]).unwrap_err().join("\n");
        assert!(problems.contains(expected), "{toml}\nexpected {expected}\nfound {problems}");
        assert!(!problems.contains("hunter2"), "{problems}");
    }
}

#[test]
fn every_mistake_is_told_at_once() {
    let problems = load("[mail]\nport = 0\nhots = 1\n", "oops\n", &[]).unwrap_err();
    assert_eq!(problems.len(), 3, "{problems:#?}");
}

#[test]
fn a_role_is_all_that_must_be_said() {
    let folder = tempfile::tempdir().unwrap();
    let missing = load_from(folder.path(), &[], &[]).unwrap_err().join("\n");
    assert!(missing.contains("--role cloud or --role self-hosted"), "{missing}");

    for (role, port) in [("cloud", 8080), ("self-hosted", 8090)] {
        let option = ("server.role", "--role", role.to_owned());
        let config = load_from(folder.path(), &[], &[option]).unwrap();
        assert_eq!(config.listen.http.unwrap().to_string(), format!("127.0.0.1:{port}"));
        assert_eq!(config.server.vault.as_str(), format!("http://localhost:{port}/"));
        assert_eq!(config.database.file().unwrap(), folder.path().join("wardstead.db"));
        assert!(config.listen.https.is_none());
    }
}

#[test]
fn the_region_tells_where_the_cloud_is_unless_it_is_written() {
    let cases = [
        (
            "",
            "https://api.bitwarden.com/",
            "https://identity.bitwarden.com/",
            "https://vault.bitwarden.com/",
        ),
        (
            "region = \"eu\"",
            "https://api.bitwarden.eu/",
            "https://identity.bitwarden.eu/",
            "https://vault.bitwarden.eu/",
        ),
        ("region = \"Gov\"", "", "", ""),
        (
            "url = \"https://cloud.example.com\"",
            "https://cloud.example.com/api",
            "https://cloud.example.com/identity",
            "https://cloud.example.com/",
        ),
        (
            "region = \"eu\"\napi_url = \"https://api.bitwarden.eu\"",
            "https://api.bitwarden.eu/",
            "https://identity.bitwarden.eu/",
            "https://vault.bitwarden.eu/",
        ),
        (
            "api_url = \"https://cloud.example.com/api\"",
            "https://cloud.example.com/api",
            "https://identity.bitwarden.com/",
            "https://cloud.example.com/",
        ),
        (
            "api_url = \"https://api.example.com\"",
            "https://api.example.com/",
            "https://identity.bitwarden.com/",
            "",
        ),
    ];
    for (line, api, identity, vault) in cases {
        let cloud = load(&format!("[cloud]\n{line}\n"), "", &[]).unwrap().cloud;
        let text = |url: Option<url::Url>| url.map(|url| url.to_string()).unwrap_or_default();
        assert_eq!(
            [text(cloud.api_url), text(cloud.identity_url), text(cloud.vault_url)],
            [api, identity, vault],
            "{line}"
        );
    }
    assert_eq!(load("", "", &[]).unwrap().cloud.region, Region::Us);
}

#[test]
fn a_server_without_an_installation_id_says_that_it_is_limited() {
    let limited = load("", "", &[]).unwrap().limitations();
    assert!(limited.iter().any(|line| line.starts_with("limited mode")), "{limited:?}");
    let id = "WARDSTEAD_CLOUD__INSTALLATION_ID";
    let whole = [
        (id, "5f0c3d1e-0000-4000-8000-000000000001"),
        ("WARDSTEAD_CLOUD__INSTALLATION_KEY", "k"),
        ("WARDSTEAD_MAIL__HOST", "mail.example.com"),
    ];
    assert!(load("", "", &whole).unwrap().limitations().is_empty());
    assert!(load("", "", whole.get(..1).unwrap()).is_err(), "an id without its key is a mistake");
}

#[test]
fn mail_is_protected_as_the_port_and_the_settings_say() {
    let cases = [
        ("", Security::StartTls),
        ("port = 465", Security::Tls),
        ("port = 25", Security::WhenOffered),
        ("port = 465\nssl = true", Security::Tls),
        ("port = 587\nssl = true", Security::StartTls),
        ("port = 25\nstart_tls = true", Security::StartTls),
        ("port = 25\nssl = false\nstart_tls = false", Security::None),
    ];
    for (lines, expected) in cases {
        assert_eq!(
            load(&format!("[mail]\n{lines}\n"), "", &[]).unwrap().mail.security,
            expected,
            "{lines}"
        );
    }
}

#[test]
fn names_of_other_guides_without_meaning_here_are_noted() {
    let config =
        load("", "globalSettings__baseServiceUri__api=https://a.example.com\n", &[]).unwrap();
    assert!(config.notices.join("").contains("has no effect"), "{:?}", config.notices);
}

#[test]
fn secrets_are_not_shown() {
    let config = load("[mail]\npassword = \"hunter2\"\nhost = \"h\"\n", "", &[]).unwrap();
    let shown = format!("{:?}", shown(&config));
    assert!(!shown.contains("hunter2") && !format!("{:?}", config.mail).contains("hunter2"));
}

#[test]
fn what_waits_for_a_restart_stays_as_it_runs() {
    let running = load("[mail]\nport = 1\n[listen]\nhttp = \"127.0.0.1:1\"\n", "", &[]).unwrap();
    let wanted = load("[mail]\nport = 2\n[listen]\nhttp = \"127.0.0.1:2\"\n", "", &[]).unwrap();
    let changes: Vec<_> = changes::between(&running, &wanted)
        .into_iter()
        .map(|change| (change.key, change.restart))
        .collect();
    assert_eq!(changes, [("listen.http".to_owned(), true), ("mail.port".to_owned(), false)]);
    let now = wanted.until_restart(&running).unwrap();
    assert_eq!((now.mail.port, now.listen.http.unwrap().port()), (2, 1));
}
