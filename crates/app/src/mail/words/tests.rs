use domain::organizations::Revocation;

use super::{Envelope, Letter, of};

/// Every letter, each with something in it that must be escaped or broken up.
fn letters() -> Vec<Letter> {
    let organization = || "Acme <b> & evil.example".to_owned();
    let link =
        || "https://vault.example.com/#/there?token=a.b_c&email=member%40example.com".to_owned();
    let on = "2030-02-01T12:00:00Z".parse().unwrap();
    vec![
        Letter::Registration { link: link() },
        Letter::AlreadyRegistered { link: link() },
        Letter::EmailVerification { link: link() },
        Letter::Code { code: "123456".to_owned() },
        Letter::EmailChanged { email: "me***@example.com".to_owned() },
        Letter::AccountDeletion { link: link() },
        Letter::NewDevice {
            code: "123456".to_owned(),
            device: Some("firefox <b> evil.example".to_owned()),
            address: Some("192.0.2.1".to_owned()),
        },
        Letter::NewDevice {
            code: "123456".to_owned(),
            device: Some("firefox".to_owned()),
            address: None,
        },
        Letter::NewDevice { code: "123456".to_owned(), device: None, address: None },
        Letter::TwoStepRecovered { link: link() },
        Letter::PasswordHint { hint: Some("the <usual> one".to_owned()) },
        Letter::PasswordHint { hint: None },
        Letter::Invitation { organization: organization(), link: link(), until: on },
        Letter::MemberAccepted {
            organization: organization(),
            member: "member@example.com".to_owned(),
            link: link(),
        },
        Letter::MemberConfirmed { organization: organization(), link: link() },
        Letter::MemberSuspended {
            organization: organization(),
            because: Revocation::ByAdministrator,
        },
        Letter::MemberSuspended {
            organization: organization(),
            because: Revocation::TwoStepMissing,
        },
        Letter::MemberSuspended {
            organization: organization(),
            because: Revocation::MemberElsewhere,
        },
        Letter::MemberRemoved { organization: organization() },
        Letter::SponsorshipOffer { organization: organization(), link: link(), has_account: true },
        Letter::SponsorshipOffer { organization: organization(), link: link(), has_account: false },
        Letter::SponsorshipAccepted {
            organization: organization(),
            recipient: "friend@example.com".to_owned(),
        },
        Letter::SponsorshipEnding { families: organization(), on, days: 7, link: link() },
        Letter::SponsorshipEnding { families: organization(), on, days: 1, link: link() },
        Letter::SponsorshipEnded { families: organization(), on, link: link() },
        Letter::SponsorshipPolicy {
            families: "The Smiths".to_owned(),
            organization: organization(),
            until: Some(on),
            link: link(),
        },
        Letter::SponsorshipPolicy {
            families: "The Smiths".to_owned(),
            organization: organization(),
            until: None,
            link: link(),
        },
        Letter::LicenseExpiring { organization: organization(), on, days: 30, link: link() },
        Letter::LicenseExpired { organization: organization(), on, link: link() },
        Letter::PremiumExpiring { on, days: 7, link: link() },
        Letter::PremiumExpired { on, link: link() },
        Letter::LicenseCopied { organization: organization(), link: link() },
        Letter::Installation { id: "00000000-0000-0000-0000-000000001257".to_owned() },
        Letter::SyncFailing { organization: organization(), since: on, link: link() },
        Letter::OperatorSignIn { link: link() },
    ]
}

fn envelope(letter: Letter, culture: &str) -> Envelope {
    Envelope {
        to: "member@example.com".to_owned(),
        culture: Some(culture.to_owned()),
        dedupe_key: "letter".to_owned(),
        letter,
    }
}

fn all(culture: &str) -> String {
    let texts: Vec<String> = letters()
        .into_iter()
        .map(|letter| {
            let words = of(&envelope(letter, culture));
            format!("==== {}: {}\n{}\n", words.template, words.subject, words.text)
        })
        .collect();
    texts.concat()
}

#[test]
fn every_letter_in_english() {
    insta::assert_snapshot!("en", all("en-GB"));
}

#[test]
fn every_letter_in_french() {
    insta::assert_snapshot!("fr", all("fr-CA"));
}

#[test]
fn the_layout() {
    let letter = Letter::SponsorshipOffer {
        organization: "Acme <b> & evil.example".to_owned(),
        link: "https://vault.example.com/#/there?token=a&email=b".to_owned(),
        has_account: false,
    };
    insta::assert_snapshot!("html", of(&envelope(letter, "en")).html);
}

#[test]
fn html_escapes_what_people_wrote_and_loads_nothing() {
    for culture in ["en", "fr"] {
        for letter in letters() {
            let name = letter.name();
            let words = of(&envelope(letter, culture));
            assert!(!words.html.is_empty() && !words.text.is_empty(), "{name}");
            assert!(!words.html.contains("<b>") && !words.html.contains("<usual>"), "{name}");
            for loads in ["<img", "<link", "<script", "url(", "@import", "src="] {
                assert!(!words.html.contains(loads), "{name}: {loads}");
            }
            assert!(!words.subject.contains("Acme"), "{name}: a subject holds no one's name");
        }
    }
}

#[test]
fn a_strangers_name_is_not_clickable_where_it_reaches_strangers() {
    for culture in ["en", "fr"] {
        for letter in letters() {
            let to_strangers = matches!(
                letter,
                Letter::Invitation { .. }
                    | Letter::SponsorshipOffer { .. }
                    | Letter::SponsorshipPolicy { .. }
            );
            let words = of(&envelope(letter, culture));
            if to_strangers {
                assert!(words.text.contains("evil[.]example"), "{}", words.template);
                assert!(!words.text.contains("evil.example"), "{}", words.template);
                assert!(!words.html.contains("evil.example"), "{}", words.template);
            }
        }
    }
}

#[test]
fn the_culture_decides_the_language() {
    let cases = [
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("FR_ca", "fr"),
        ("en-US", "en"),
        ("fro", "en"),
        ("", "en"),
    ];
    for (culture, language) in cases {
        let words = of(&envelope(Letter::Code { code: "1".to_owned() }, culture));
        assert_eq!(words.language, language, "{culture}");
    }
}

#[test]
fn links_stand_alone_on_their_line() {
    for letter in letters() {
        let words = of(&envelope(letter, "en"));
        for line in words.text.lines().filter(|line| line.contains("https://")) {
            assert!(line.starts_with("https://") && !line.contains(' '), "{line}");
        }
    }
}
