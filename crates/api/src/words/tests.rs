mod sources;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, HeaderValue, header::ACCEPT_LANGUAGE};

use super::{FRENCH, LANGUAGE, Language, fr, said};

/// Texts that clients compare letter by letter, so that no language may change them.
const COMPARED: &[&str] = &[
    "Username or password is incorrect. Try again.",
    "Two factor required.",
    "new device verification required",
    "invalid new device otp",
];

fn french() -> impl Iterator<Item = (&'static str, &'static str)> {
    fr::ROOMS.iter().copied().flatten().copied()
}

#[test]
fn every_sentence_that_reaches_people_is_there_in_french() {
    let known: BTreeSet<&str> = french().map(|(english, _)| english).collect();
    let missing: Vec<String> = sources::sentences()
        .into_iter()
        .filter(|sentence| !known.contains(&**sentence) && !COMPARED.contains(&&**sentence))
        .collect();
    assert!(missing.is_empty(), "not in crates/api/src/words/fr/:\n{}", missing.join("\n"));
}

#[test]
fn nothing_is_there_that_nobody_says() {
    let said: BTreeSet<String> = sources::literals().into_iter().collect();
    // Put together in the code, and so written nowhere whole.
    let made = [
        "1 member",
        "{n} members",
        "1 collection",
        "{n} collections",
        "1 policy",
        "{n} policies",
        "It is not signed by a key this server trusts.",
        "SingleOrganization",
        "RequireSso",
        "AccountRecovery",
        "VaultTimeout",
        "UriMatch",
        "AutomaticConfirmation",
        "Notification",
    ];
    let idle: Vec<&str> = french()
        .map(|(english, _)| english)
        .filter(|english| !said.contains(*english) && !made.contains(english))
        .collect();
    assert!(idle.is_empty(), "nobody says:\n{}", idle.join("\n"));
}

#[test]
fn each_sentence_is_there_once() {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (english, _) in french() {
        *times.entry(english).or_default() += 1;
    }
    let twice: Vec<_> = times.into_iter().filter(|(_, count)| *count > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn french_is_set_as_french_is() {
    let places = |text: &str| -> BTreeSet<String> {
        let open = text.replace("{{", "").replace("}}", "");
        open.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name.split(':').next().unwrap_or_default().to_owned())
            .collect()
    };
    for (english, french) in french() {
        assert_eq!(places(english), places(french), "{french}");
        assert!(!french.contains('\''), "an apostrophe is ’: {french}");
        for mark in [':', ';', '?', '!', '%', '»'] {
            assert!(
                !french.contains(&format!(" {mark}")),
                "a no-break space before {mark}: {french}"
            );
        }
        assert!(!french.contains("« "), "a no-break space after «: {french}");
        for word in ["courriel", "email", "mot de passe maître", "forfait", "stratégie"] {
            assert!(!french.to_lowercase().contains(word), "another word for {word}: {french}");
        }
    }
}

#[test]
fn what_clients_compare_is_in_no_language() {
    for text in COMPARED {
        assert_eq!(FRENCH.say(text), None, "{text}");
    }
}

#[test]
fn values_stand_in_their_places() {
    let cases = [
        ("This is required.", Some("Ce champ est obligatoire.")),
        (
            "This may have at most 1000 characters.",
            Some("Cette valeur peut avoir 1000 caractères au plus."),
        ),
        ("a@b is not a mail address.", Some("a@b n’est pas une adresse e-mail.")),
        (
            "The organization has 12 seats filled and the new license gives 10. Remove 2 members \
             first.",
            Some(
                "L’organisation occupe 12 sièges et la nouvelle licence en donne 10. Retirez \
                 d’abord 2\u{a0}membres.",
            ),
        ),
        (
            "The license could not be synced. Check the network and the billing sync token. The \
             cloud does not know this.",
            Some(
                "La licence n’a pas pu être synchronisée. Vérifiez le réseau et le jeton de \
                 synchronisation de la facturation. Le cloud ne connaît pas cela.",
            ),
        ),
        (
            "Invalid license. It expired at 2030-01-01.\nThe token in it belongs to another license.",
            Some(
                "Licence non valable. Elle a expiré le 2030-01-01.\nLe jeton qu’elle contient \
                 appartient à une autre licence.",
            ),
        ),
        (
            "It is not signed by a key this server trusts (its key is abc).",
            Some(
                "Elle n’est pas signée par une clé à laquelle ce serveur se fie (sa clé est abc).",
            ),
        ),
        (
            "Turn on the policy it depends on first: SingleOrganization.",
            Some("Activez d’abord la politique dont elle dépend\u{a0}: organisation unique."),
        ),
        ("Nobody ever said this.", None),
        ("", None),
    ];
    for (english, french) in cases {
        assert_eq!(FRENCH.say(english).as_deref(), french, "{english}");
    }
}

#[test]
fn the_language_is_the_one_that_weighs_most() {
    let cases = [
        ("", Language::English),
        ("fr", Language::French),
        ("fr-CA", Language::French),
        ("FR", Language::French),
        ("en", Language::English),
        ("fr-FR,fr;q=0.9,en;q=0.8", Language::French),
        ("en-US,en;q=0.9,fr;q=0.8", Language::English),
        ("en;q=0.1, fr;q=0.2", Language::French),
        ("de, fr;q=0.5, en;q=0.4", Language::French),
        ("de", Language::English),
        ("fr;q=0", Language::English),
        ("fr;q=much", Language::English),
        ("*", Language::English),
    ];
    for (header, expected) in cases {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(header));
        assert_eq!(Language::of(&headers), expected, "{header}");
    }
    assert_eq!(Language::of(&HeaderMap::new()), Language::English);
}

#[tokio::test]
async fn outside_of_a_request_english_is_spoken() {
    let sentence = || "This is required.".to_owned();
    assert_eq!(said(sentence()), "This is required.");
    let french = LANGUAGE.scope(Language::French, async { said(sentence()) }).await;
    assert_eq!(french, "Ce champ est obligatoire.");
    let english = LANGUAGE.scope(Language::English, async { said(sentence()) }).await;
    assert_eq!(english, "This is required.");
}
