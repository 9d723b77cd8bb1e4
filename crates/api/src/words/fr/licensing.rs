//! Licences: what is wrong with one, and why there is none. “Licence” is the file, “siège” a place.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "This server is not approved for the organization. An owner approves it on the cloud, among \
         the organization's connected servers, or by downloading a license for it.",
        "Ce serveur n’est pas approuvé pour l’organisation. Un propriétaire l’approuve sur le cloud, \
         parmi les serveurs connectés de l’organisation, ou en téléchargeant une licence pour lui.",
    ),
    (
        "This server was removed from the organization. An owner can approve it again on the cloud, \
         among the organization's connected servers.",
        "Ce serveur a été retiré de l’organisation. Un propriétaire peut l’approuver de nouveau sur \
         le cloud, parmi les serveurs connectés de l’organisation.",
    ),
    ("Invalid license. {}", "Licence non valable. {}"),
    ("Invalid license", "Licence non valable"),
    ("Invalid license.", "Licence non valable."),
    (
        "This license is in use by another organization of this server.",
        "Cette licence est utilisée par une autre organisation de ce serveur.",
    ),
    ("Invalid license key.", "Clé de licence non valable."),
    ("Invalid installation id", "Identifiant d’installation non valable"),
    (
        "The organization's plan does not include a server of its own.",
        "L’offre de l’organisation ne comprend pas de serveur auto-hébergé.",
    ),
    (
        "The organization has no active subscription.",
        "L’organisation n’a pas d’abonnement en cours.",
    ),
    (
        "The organization's subscription has ended; renew it to get a license.",
        "L’abonnement de l’organisation est terminé\u{a0}; renouvelez-le pour obtenir une licence.",
    ),
    (
        "The organization's license has expired, so it can only be read and exported. An owner \
         renews it on the organization's subscription page.",
        "La licence de l’organisation a expiré\u{a0}: on peut seulement la consulter et l’exporter. \
         Un propriétaire la renouvelle sur la page d’abonnement de l’organisation.",
    ),
    (
        "This server is not allowed to talk to its cloud; its operator can allow it.",
        "Ce serveur n’est pas autorisé à communiquer avec son cloud\u{a0}; son opérateur peut \
         l’autoriser.",
    ),
    (
        "The connection to the cloud is switched off for this organization.",
        "La connexion au cloud est désactivée pour cette organisation.",
    ),
    (
        "The billing sync token of this organization cannot be read; enter it again.",
        "Le jeton de synchronisation de la facturation de cette organisation est illisible\u{a0}; \
         saisissez-le de nouveau.",
    ),
    (
        "The organization has no license yet; upload one first.",
        "L’organisation n’a pas encore de licence\u{a0}; téléversez-en une d’abord.",
    ),
    (
        "The license could not be synced. Check the network and the billing sync token. {0}",
        "La licence n’a pas pu être synchronisée. Vérifiez le réseau et le jeton de synchronisation \
         de la facturation. {0}",
    ),
    (
        "This is neither a public RSA key (PEM) nor a certificate with one (PEM or DER).",
        "Ce n’est ni une clé publique RSA (PEM), ni un certificat qui en contient une (PEM ou DER).",
    ),
    (
        "This server cannot sign licenses; the cloud does.",
        "Ce serveur ne peut pas signer de licences\u{a0}; le cloud le fait.",
    ),
    (
        "The organization has {taken} seats filled and the new license gives {given}. Remove {} \
         first.",
        "L’organisation occupe {taken} sièges et la nouvelle licence en donne {given}. Retirez \
         d’abord {}.",
    ),
    (
        "The organization has {present} collections and the new license allows {allowed}. Remove {} \
         first.",
        "L’organisation a {present} collections et la nouvelle licence en permet {allowed}. \
         Supprimez d’abord {}.",
    ),
    (
        "The new license has no groups. Remove the {0} groups first.",
        "La nouvelle licence n’a pas de groupes. Supprimez d’abord les {0} groupes.",
    ),
    (
        "The new license has no policies. Switch off {} first.",
        "La nouvelle licence n’a pas de politiques. Désactivez d’abord {}.",
    ),
    (
        "The new license has no single sign-on. Switch it off first.",
        "La nouvelle licence n’a pas d’authentification unique. Désactivez-la d’abord.",
    ),
    (
        "The new license has no Key Connector. Switch it off first.",
        "La nouvelle licence n’a pas de Key Connector. Désactivez-le d’abord.",
    ),
    (
        "The new license has no SCIM. Switch it off first.",
        "La nouvelle licence n’a pas de SCIM. Désactivez-le d’abord.",
    ),
    (
        "The new license has no custom roles. Give {} another role first.",
        "La nouvelle licence n’a pas de rôles personnalisés. Donnez d’abord un autre rôle à {}.",
    ),
    (
        "The new license has no account recovery. Switch off its policy first.",
        "La nouvelle licence n’a pas de récupération de compte. Désactivez d’abord sa politique.",
    ),
    ("1 member", "1\u{a0}membre"),
    ("{n} members", "{n}\u{a0}membres"),
    ("1 collection", "1\u{a0}collection"),
    ("{n} collections", "{n}\u{a0}collections"),
    ("1 policy", "1\u{a0}politique"),
    ("{n} policies", "{n}\u{a0}politiques"),
    ("The organization is disabled on the cloud.", "L’organisation est désactivée sur le cloud."),
    (
        "It was issued at {0}, which is in the future for this server; check its clock.",
        "Elle a été délivrée le {0}, ce qui est dans le futur pour ce serveur\u{a0}; vérifiez son \
         horloge.",
    ),
    (
        "The clock of this server is {0} minutes behind the cloud's; set it right.",
        "L’horloge de ce serveur retarde de {0}\u{a0}minutes sur celle du cloud\u{a0}; mettez-la à \
         l’heure.",
    ),
    ("It expired at {0}.", "Elle a expiré le {0}."),
    (
        "License version not supported: it has version {found}, this server reads versions {oldest} \
         to {newest}. Update the server to one that reads version {found}.",
        "Version de licence non prise en charge\u{a0}: elle a la version {found}, ce serveur lit les \
         versions {oldest} à {newest}. Mettez le serveur à jour vers une version qui lit la version \
         {found}.",
    ),
    (
        "It is for the installation {licensed}, and this server is {here}.",
        "Elle est destinée à l’installation {licensed}, et ce serveur est {here}.",
    ),
    (
        "Its plan does not include a server of one's own.",
        "Son offre ne comprend pas de serveur auto-hébergé.",
    ),
    (
        "It is a personal premium license; upload it from the subscription page of the account.",
        "C’est une licence premium personnelle\u{a0}; téléversez-la depuis la page d’abonnement du \
         compte.",
    ),
    (
        "It is the license of an organization; upload it from the subscription page of the \
         organization.",
        "C’est la licence d’une organisation\u{a0}; téléversez-la depuis la page d’abonnement de \
         l’organisation.",
    ),
    (
        "It is not signed by a key this server trusts.",
        "Elle n’est pas signée par une clé à laquelle ce serveur se fie.",
    ),
    (
        "It is not signed by a key this server trusts{}.",
        "Elle n’est pas signée par une clé à laquelle ce serveur se fie{}.",
    ),
    (" (its key is {key})", " (sa clé est {key})"),
    (
        "The token in it belongs to another license.",
        "Le jeton qu’elle contient appartient à une autre licence.",
    ),
    (
        "The license has {seats} seats and all are taken. Seats are changed with the license: update \
         it and try again.",
        "La licence donne {seats} sièges et tous sont occupés. Les sièges changent avec la \
         licence\u{a0}: mettez-la à jour et réessayez.",
    ),
    (
        "Invalid license. It does not say whether it is for an organization or for a person.",
        "Licence non valable. Elle n’indique pas si elle est destinée à une organisation ou à une \
         personne.",
    ),
    (
        "It does not say whether it is for an organization or for a person.",
        "Elle n’indique pas si elle est destinée à une organisation ou à une personne.",
    ),
    ("It gives no premium features.", "Elle ne donne pas les fonctions premium."),
    (
        "The mail address of this account is not verified; verify it first.",
        "L’adresse e-mail de ce compte n’est pas vérifiée\u{a0}; vérifiez-la d’abord.",
    ),
    (
        "It is for another mail address than this account's.",
        "Elle est destinée à une autre adresse e-mail que celle de ce compte.",
    ),
    (
        "This license is in use by another account of this server.",
        "Cette licence est utilisée par un autre compte de ce serveur.",
    ),
    ("Already a premium user.", "Vous avez déjà les fonctions premium."),
    (
        "Only self-hosted servers take licenses.",
        "Seuls les serveurs auto-hébergés reçoivent des licences.",
    ),
    (
        "This account has no premium features of its own.",
        "Ce compte n’a pas de fonctions premium à lui.",
    ),
];
