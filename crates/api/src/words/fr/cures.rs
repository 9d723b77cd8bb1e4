//! What helps when a sync fails.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "Whoever runs this server sets cloud.communication to true and reloads it.",
        "La personne qui gère ce serveur donne à cloud.communication la valeur true et le recharge.",
    ),
    (
        "Whoever runs this server enters its installation id and key.",
        "La personne qui gère ce serveur saisit son identifiant et sa clé d’installation.",
    ),
    (
        "Enter the billing sync token of the cloud organization.",
        "Saisissez le jeton de synchronisation de la facturation de l’organisation du cloud.",
    ),
    ("Switch the connection on.", "Activez la connexion."),
    (
        "Enter the billing sync token again.",
        "Saisissez de nouveau le jeton de synchronisation de la facturation.",
    ),
    (
        "Let the firewall pass connections from this server to the cloud; the operator's portal \
         tests each host.",
        "Laissez le pare-feu ouvrir les connexions de ce serveur vers le cloud\u{a0}; le portail \
         d’administration système vérifie chaque hôte.",
    ),
    (
        "Something between this server and the cloud answers in its place: look at proxies, and at \
         the addresses of the cloud in the settings.",
        "Quelque chose répond à la place du cloud\u{a0}: voyez les proxys et les adresses du cloud \
         dans les réglages.",
    ),
    (
        "Correct the addresses of the cloud in the settings.",
        "Corrigez les adresses du cloud dans les réglages.",
    ),
    ("Wait: it is tried again by itself.", "Patientez\u{a0}: un nouvel essai a lieu tout seul."),
    (
        "Check the installation id and key, and the region they were made in; an installation that \
         was switched off is refused too.",
        "Vérifiez l’identifiant et la clé d’installation, ainsi que la région où ils ont été \
         créés\u{a0}; une installation désactivée est refusée aussi.",
    ),
    (
        "The token was replaced on the cloud. Make a new one there and enter it here.",
        "Le jeton a été remplacé sur le cloud. Créez-en un autre là-bas et saisissez-le ici.",
    ),
    (
        "Apply the organization's present license, which says which organization it is on the \
         cloud, and check the region.",
        "Appliquez la licence actuelle de l’organisation, qui indique quelle organisation c’est sur \
         le cloud, et vérifiez la région.",
    ),
    (
        "An owner approves this server on the cloud, among the organization's connected servers.",
        "Un propriétaire approuve ce serveur sur le cloud, parmi les serveurs connectés de \
         l’organisation.",
    ),
    ("Upload a license first.", "Téléversez d’abord une licence."),
    (
        "Download the license from the cloud again and upload it here.",
        "Téléchargez de nouveau la licence depuis le cloud et téléversez-la ici.",
    ),
    (
        "Free what the new license no longer gives, or buy it; then sync again.",
        "Libérez ce que la nouvelle licence ne donne plus, ou achetez-le\u{a0}; puis synchronisez \
         de nouveau.",
    ),
    (
        "Remove the other organization of this license, or get another license.",
        "Supprimez l’autre organisation de cette licence, ou obtenez une autre licence.",
    ),
    (
        "Look at each reason: a wrong installation id, a clock that is not set, or a version this \
         server is too old for.",
        "Voyez chaque raison\u{a0}: un mauvais identifiant d’installation, une horloge déréglée ou \
         une version trop récente pour ce serveur.",
    ),
    ("Renew the subscription on the cloud.", "Renouvelez l’abonnement sur le cloud."),
    (
        "Choose a plan on the cloud that includes a server of one's own.",
        "Choisissez sur le cloud une offre qui comprend un serveur auto-hébergé.",
    ),
];
