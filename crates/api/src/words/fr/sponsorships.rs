//! Families sponsorships and their sync.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "A sync of this organization goes on already.",
        "Une synchronisation de cette organisation est déjà en cours.",
    ),
    (
        "Your organization gives no such sponsorship.",
        "Votre organisation ne donne pas ce parrainage.",
    ),
    ("You do not sponsor anybody.", "Vous ne parrainez personne."),
    (
        "Only a confirmed member of an organization can sponsor for it.",
        "Seul un membre confirmé d’une organisation peut parrainer pour elle.",
    ),
    ("There is no open offer for this recipient.", "Ce destinataire n’a pas d’offre en cours."),
    ("The request is not valid.", "La requête n’est pas valable."),
    (
        "This recipient was sent too many offers today. Try again tomorrow.",
        "Ce destinataire a reçu trop d’offres aujourd’hui. Réessayez demain.",
    ),
    (
        "At most 500 people can be invited at once.",
        "On peut inviter 500 personnes au plus à la fois.",
    ),
    ("Invalid organization", "Organisation non valable"),
    ("Invalid Billing Sync Key", "Clé de synchronisation de la facturation non valable"),
    (
        "A request may have at most 1,000 items.",
        "Une requête peut avoir 1\u{a0}000 lignes au plus.",
    ),
    ("This organization is not sponsored.", "Cette organisation n’est pas parrainée."),
    (
        "The organization is not connected to a cloud organization.",
        "L’organisation n’est reliée à aucune organisation du cloud.",
    ),
    (
        "The sync was interrupted; try again.",
        "La synchronisation a été interrompue\u{a0}; réessayez.",
    ),
    ("This is not an email address.", "Ce n’est pas une adresse e-mail."),
    ("This is longer than 256 characters.", "Cette valeur dépasse 256 caractères."),
    ("The notes are too long.", "Les notes sont trop longues."),
    (
        "Your organization's administrators have switched Families sponsorships off.",
        "Les administrateurs de votre organisation ont désactivé les parrainages Familles.",
    ),
    (
        "You cannot sponsor yourself. Choose another email address.",
        "Vous ne pouvez pas vous parrainer vous-même. Choisissez une autre adresse e-mail.",
    ),
    (
        "Only organizations with an Enterprise plan can sponsor Families organizations.",
        "Seules les organisations avec l’offre Entreprise peuvent parrainer une organisation \
         Familles.",
    ),
    (
        "Your organization sponsors this email address already.",
        "Votre organisation parraine déjà cette adresse e-mail.",
    ),
    (
        "Your organization cannot give sponsorships to people who are not members.",
        "Votre organisation ne peut pas parrainer des personnes qui n’en sont pas membres.",
    ),
    (
        "You sponsor a Families organization already. Remove that sponsorship first.",
        "Vous parrainez déjà une organisation Familles. Supprimez d’abord ce parrainage.",
    ),
    (
        "There are no seats left. Each sponsorship of a person who is not a member takes one.",
        "Il ne reste plus de siège. Chaque parrainage d’une personne qui n’est pas membre en occupe \
         un.",
    ),
    (
        "This link is not valid, or it was made for another account.",
        "Ce lien n’est pas valable, ou il est destiné à un autre compte.",
    ),
    (
        "Only an owner of the Families organization can accept a sponsorship for it.",
        "Seul un propriétaire de l’organisation Familles peut accepter un parrainage pour elle.",
    ),
    (
        "The sponsoring organization has switched Families sponsorships off.",
        "L’organisation marraine a désactivé les parrainages Familles.",
    ),
    (
        "There is no open offer for this organization.",
        "Cette organisation n’a pas d’offre en cours.",
    ),
    (
        "This organization is sponsored already. Remove that sponsorship first.",
        "Cette organisation est déjà parrainée. Supprimez d’abord ce parrainage.",
    ),
    ("This kind of sponsorship is unknown.", "Ce type de parrainage est inconnu."),
    (
        "This offer has expired: it is more than half a year old.",
        "Cette offre a expiré\u{a0}: elle date de plus de six mois.",
    ),
    (
        "Only an organization with a Families plan can be sponsored.",
        "Seule une organisation avec l’offre Familles peut être parrainée.",
    ),
    ("This sponsorship has been redeemed already.", "Ce parrainage a déjà été utilisé."),
    ("This sponsorship is over.", "Ce parrainage est terminé."),
    ("This sponsorship was not taken back.", "Ce parrainage n’a pas été repris."),
    ("The recipient gave this sponsorship up.", "Le destinataire a renoncé à ce parrainage."),
    (
        "This sponsorship waits for the next sync.",
        "Ce parrainage attend la prochaine synchronisation.",
    ),
    ("The notes must be an encrypted string.", "Les notes doivent être chiffrées."),
];
