//! French.

use chrono::{DateTime, Datelike as _, Utc};
use domain::organizations::Revocation;

use super::{
    Language, Letter, Said,
    names::{of_a_stranger, plain},
};

pub(super) const FRENCH: Language = Language {
    tag: "fr",
    says,
    or_open: "Ou ouvrez cette adresse dans votre navigateur\u{a0}:",
    colon: "\u{a0}:",
    sender: "Wardstead, votre gestionnaire de mots de passe. Nous ne demandons jamais votre mot de \
             passe principal par courriel.",
};

const NOT_YOU: &str = "Si vous n’avez rien demandé, vous n’avez rien à faire.";

#[expect(clippy::too_many_lines, reason = "one arm a letter: a catalogue, read from top to bottom")]
fn says(letter: &Letter) -> Said {
    match letter {
        Letter::Registration { link } => Said::new(
            "Terminez la création de votre compte",
            ["Votre adresse est confirmée dès que vous ouvrez le lien ci-dessous. Choisissez ensuite \
              un mot de passe principal, et votre compte est prêt."
                .to_owned()],
        )
        .leads_to("Terminer l’inscription", link)
        .then(NOT_YOU),
        Letter::AlreadyRegistered { link } => Said::new(
            "Vous avez déjà un compte",
            ["Quelqu’un, peut-être vous, a voulu créer un compte avec cette adresse. Il en existe \
              déjà un\u{a0}: connectez-vous avec votre mot de passe principal."
                .to_owned()],
        )
        .leads_to("Se connecter", link)
        .then(NOT_YOU),
        Letter::EmailVerification { link } => Said::new(
            "Confirmez votre adresse",
            ["Ouvrez le lien ci-dessous pour confirmer que cette adresse est la vôtre.".to_owned()],
        )
        .leads_to("Confirmer mon adresse", link)
        .then(NOT_YOU),
        Letter::Code { code } => Said::new(
            "Votre code de vérification",
            ["Saisissez ce code là où il vous est demandé\u{a0}:".to_owned()],
        )
        .code(code)
        .then("Ne le donnez à personne, qui que ce soit qui le demande. Il sert une seule fois et peu de temps.")
        .then(NOT_YOU),
        Letter::EmailChanged { email } => Said::new(
            "Votre adresse a été changée",
            [format!(
                "Désormais, vous vous connectez avec {}. Les lettres au sujet de votre compte y sont \
                 envoyées\u{a0}; celle-ci est la dernière à cette adresse.",
                plain(email)
            )],
        )
        .then("Si ce n’était pas vous, prévenez sans attendre la personne qui gère votre serveur."),
        Letter::AccountDeletion { link } => Said::new(
            "Supprimer votre compte\u{a0}?",
            [
                "Quelqu’un, peut-être vous, a demandé la suppression de votre compte. Tout ce que \
                 contient votre coffre disparaît avec lui, définitivement."
                    .to_owned(),
                "N’ouvrez le lien ci-dessous que si vous le souhaitez. Il est valable un jour.".to_owned(),
            ],
        )
        .leads_to("Supprimer mon compte", link)
        .then(NOT_YOU),
        Letter::NewDevice { code, device, address } => Said::new(
            "Est-ce vous sur un nouvel appareil\u{a0}?",
            [
                match (device, address) {
                    (Some(device), Some(address)) => format!(
                        "Quelqu’un se connecte avec votre mot de passe principal sur un appareil qui \
                         n’a jamais servi\u{a0}: {}, depuis {address}.",
                        of_a_stranger(device)
                    ),
                    (Some(device), None) => format!(
                        "Quelqu’un se connecte avec votre mot de passe principal sur un appareil qui \
                         n’a jamais servi\u{a0}: {}.",
                        of_a_stranger(device)
                    ),
                    (None, _) => "Quelqu’un se connecte avec votre mot de passe principal sur un \
                                  appareil qui n’a jamais servi."
                        .to_owned(),
                },
                "Si c’est vous, saisissez-y ce code\u{a0}:".to_owned(),
            ],
        )
        .code(code)
        .then("Ne le donnez à personne, qui que ce soit qui le demande. Il sert une seule fois et peu de temps.")
        .then(
            "Si ce n’est pas vous, changez votre mot de passe principal sans attendre\u{a0}: quelqu’un \
             le connaît.",
        ),
        Letter::TwoStepRecovered { link } => Said::new(
            "L’authentification en deux étapes a été désactivée",
            [
                "Votre code de récupération a servi à vous connecter. Il ne sert qu’une fois, et \
                 l’authentification en deux étapes est maintenant désactivée pour votre compte."
                    .to_owned(),
                "Configurez-la de nouveau dès que possible. Vous recevrez un nouveau code de \
                 récupération."
                    .to_owned(),
            ],
        )
        .leads_to("Configurer l’authentification en deux étapes", link)
        .then("Si ce n’était pas vous, changez votre mot de passe principal sans attendre."),
        Letter::PasswordHint { hint: Some(hint) } => Said::new(
            "Votre indice de mot de passe principal",
            [
                "Vous avez demandé l’indice que vous aviez noté pour votre mot de passe principal. Le \
                 voici\u{a0}:"
                    .to_owned(),
                plain(hint),
            ],
        )
        .then(
            "Personne d’autre que vous ne connaît le mot de passe lui-même\u{a0}: il ne peut être ni \
             envoyé ni rétabli.",
        )
        .then(NOT_YOU),
        Letter::PasswordHint { hint: None } => Said::new(
            "Votre indice de mot de passe principal",
            ["Vous avez demandé l’indice de votre mot de passe principal, mais votre compte n’en a pas. \
              Personne d’autre que vous ne connaît le mot de passe lui-même\u{a0}: il ne peut être ni \
              envoyé ni rétabli."
                .to_owned()],
        )
        .then(NOT_YOU),
        Letter::Invitation { organization, link, until } => Said::new(
            "Vous êtes invité dans une organisation",
            [
                format!(
                    "{} vous invite à partager des identifiants avec ses membres.",
                    of_a_stranger(organization)
                ),
                format!("L’invitation est valable jusqu’au {}.", day(*until)),
            ],
        )
        .leads_to("Voir l’invitation", link)
        .then("Si vous ne connaissez pas cette organisation, laissez cette lettre sans réponse."),
        Letter::MemberAccepted { organization, member, link } => Said::new(
            "Un nouveau membre vous attend",
            [format!(
                "{} a accepté l’invitation de {}. La dernière étape vous revient\u{a0}: confirmez \
                 cette personne pour qu’elle puisse ouvrir ce que l’organisation partage.",
                plain(member),
                plain(organization)
            )],
        )
        .leads_to("Voir les membres", link),
        Letter::MemberConfirmed { organization, link } => Said::new(
            "Vous êtes maintenant membre",
            [format!(
                "Vous avez été confirmé comme membre de {}. Ce qu’elle partage avec vous se trouve \
                 dans votre coffre.",
                plain(organization)
            )],
        )
        .leads_to("Ouvrir mon coffre", link),
        Letter::MemberSuspended { organization, because } => Said::new(
            "Votre accès à une organisation est suspendu",
            [
                match because {
                    Revocation::ByAdministrator => format!(
                        "Un administrateur a suspendu votre accès à {}.",
                        plain(organization)
                    ),
                    Revocation::TwoStepMissing => format!(
                        "{} exige de ses membres l’authentification en deux étapes, et votre compte ne \
                         l’utilise pas.",
                        plain(organization)
                    ),
                    Revocation::MemberElsewhere => format!(
                        "{} n’admet pas que ses membres appartiennent à une autre organisation, et c’est \
                         votre cas.",
                        plain(organization)
                    ),
                },
                match because {
                    Revocation::ByAdministrator => {
                        "Adressez-vous à cette personne si vous pensez à une erreur."
                    }
                    Revocation::TwoStepMissing => {
                        "Configurez l’authentification en deux étapes dans vos paramètres. Demandez \
                         ensuite à un administrateur de rétablir votre accès\u{a0}: rien n’en est perdu."
                    }
                    Revocation::MemberElsewhere => {
                        "Quittez les autres organisations. Demandez ensuite à un administrateur de \
                         rétablir votre accès\u{a0}: rien n’en est perdu."
                    }
                }
                .to_owned(),
            ],
        ),
        Letter::MemberRemoved { organization } => Said::new(
            "Vous n’êtes plus membre",
            [format!(
                "Vous ne faites plus partie de {}, et ce qu’elle partageait avec vous a quitté votre \
                 coffre. Vos propres éléments restent inchangés.",
                plain(organization)
            )],
        ),
        Letter::SponsorshipOffer { organization, link, has_account } => {
            let organization = of_a_stranger(organization);
            let offer = format!(
                "{organization} vous propose une offre Familles\u{a0}: des collections partagées pour \
                 six personnes au plus, gratuites tant que dure le parrainage."
            );
            let next = if *has_account {
                "Connectez-vous, puis choisissez l’organisation Familles à laquelle elle est destinée, \
                 ou créez-en une."
            } else {
                "Créez d’abord un compte avec cette adresse\u{a0}; choisissez ensuite l’organisation \
                 Familles à laquelle elle est destinée, ou créez-en une."
            };
            Said::new("Acceptez votre offre Familles parrainée", [offer, next.to_owned()])
                .leads_to("Accepter l’offre", link)
                .then("Si vous ne connaissez pas cette organisation, laissez cette lettre sans réponse.")
        }
        Letter::SponsorshipAccepted { organization, recipient } => Said::new(
            "Votre cadeau Familles a été accepté",
            [format!(
                "{} a accepté l’offre Familles parrainée par {}.",
                plain(recipient),
                plain(organization)
            )],
        ),
        Letter::SponsorshipEnding { families, on, days, link } => Said::new(
            format!("Votre offre Familles gratuite prend fin {}", in_days(*days)),
            [
                format!(
                    "{} est parrainée jusqu’au {}. À partir de ce jour, l’offre est payée par ses \
                     propriétaires.",
                    plain(families),
                    day(*on)
                ),
                "Pour la garder telle quelle, vérifiez le moyen de paiement. Pour arrêter, résiliez l’offre \
                 avant cette date."
                    .to_owned(),
            ],
        )
        .leads_to("Voir l’offre", link),
        Letter::SponsorshipEnded { families, on, link } => Said::new(
            "Votre offre Familles n’est plus parrainée",
            [format!(
                "Le parrainage de {} a pris fin le {}. L’offre continue à son prix habituel, payée \
                 par ses propriétaires.",
                plain(families),
                day(*on)
            )],
        )
        .leads_to("Voir l’offre", link),
        Letter::SponsorshipPolicy { families, organization, until, link } => Said::new(
            "Le parrainage de votre offre Familles est retiré",
            [
                format!("{} ne parraine plus d’offre Familles.", of_a_stranger(organization)),
                match until {
                    Some(until) => format!(
                        "{} reste gratuite jusqu’au {}. Ensuite, l’offre est payée par ses \
                         propriétaires.",
                        plain(families),
                        day(*until)
                    ),
                    None => format!(
                        "Dès maintenant, {} est payée par ses propriétaires.",
                        plain(families)
                    ),
                },
            ],
        )
        .leads_to("Voir l’offre", link),
        Letter::LicenseExpiring { organization, on, days, link } => Said::new(
            format!("Votre licence expire {}", in_days(*days)),
            [format!(
                "La licence de {} est valable jusqu’au {}. Sans nouvelle licence, l’organisation passe \
                 alors en lecture seule\u{a0}: tout reste visible, rien ne peut être modifié.",
                plain(organization),
                day(*on)
            )],
        )
        .leads_to("Renouveler la licence", link),
        Letter::LicenseExpired { organization, on, link } => Said::new(
            "Votre licence a expiré",
            [format!(
                "La licence de {} a expiré le {}. L’organisation est en lecture seule\u{a0}: tout reste \
                 visible, et rien ne peut être modifié avant qu’une nouvelle licence soit appliquée.",
                plain(organization),
                day(*on)
            )],
        )
        .leads_to("Renouveler la licence", link),
        Letter::PremiumExpiring { on, days, link } => Said::new(
            format!("Votre licence Premium expire {}", in_days(*days)),
            [format!(
                "Elle est valable jusqu’au {}. Ensuite, les fonctions Premium sont fermées jusqu’à \
                 l’application d’une nouvelle licence\u{a0}; tout ce que vous avez enregistré reste.",
                day(*on)
            )],
        )
        .leads_to("Renouveler la licence", link),
        Letter::PremiumExpired { on, link } => Said::new(
            "Votre licence Premium a expiré",
            [format!(
                "Elle a expiré le {}. Les fonctions Premium sont fermées jusqu’à l’application d’une \
                 nouvelle licence\u{a0}; tout ce que vous avez enregistré est toujours là.",
                day(*on)
            )],
        )
        .leads_to("Renouveler la licence", link),
        Letter::LicenseCopied { organization, link } => Said::new(
            "Votre organisation a été arrêtée",
            [format!(
                "Une autre organisation de ce serveur utilise la licence de {}. Une licence vaut pour \
                 une seule organisation\u{a0}: les deux ont donc été arrêtées. Rien n’est perdu\u{a0}: \
                 appliquez la licence à la bonne, et elle fonctionnera de nouveau.",
                plain(organization)
            )],
        )
        .leads_to("Appliquer la licence", link),
        Letter::Installation { id } => Said::new(
            "Votre identifiant d’installation",
            ["Une installation a été créée pour cette adresse. Son identifiant est\u{a0}:".to_owned()],
        )
        .code(id)
        .then(
            "Sa clé a été montrée une seule fois, à la personne qui l’a demandée, et n’est jamais \
             envoyée. Qui l’a perdue en demande une nouvelle.",
        ),
        Letter::SyncFailing { organization, since, link } => Said::new(
            "La synchronisation avec le cloud échoue",
            [format!(
                "{} ne parvient plus à synchroniser ses parrainages avec son organisation dans le \
                 cloud depuis le {}. Les changements attendent ici que cela fonctionne de nouveau.",
                plain(organization),
                day(*since)
            )],
        )
        .leads_to("Voir pourquoi", link),
        Letter::OperatorSignIn { link } => Said::new(
            "Connexion au portail d’administration du système",
            ["Le lien ci-dessous vous connecte. Il sert une seule fois, dans les 15 minutes.".to_owned()],
        )
        .leads_to("Se connecter", link)
        .then(NOT_YOU),
    }
}

fn day(moment: DateTime<Utc>) -> String {
    let month = match moment.month() {
        1 => "janvier",
        2 => "février",
        3 => "mars",
        4 => "avril",
        5 => "mai",
        6 => "juin",
        7 => "juillet",
        8 => "août",
        9 => "septembre",
        10 => "octobre",
        11 => "novembre",
        _ => "décembre",
    };
    let first = if moment.day() == 1 { "er" } else { "" };
    format!("{}{first} {month} {}", moment.day(), moment.year())
}

fn in_days(days: i64) -> String {
    match days {
        ..=0 => "aujourd’hui".to_owned(),
        1 => "demain".to_owned(),
        days => format!("dans {days} jours"),
    }
}
