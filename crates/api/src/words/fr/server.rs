//! The two roles, the portal, the cloud.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "A sync changes something, so it is asked for with POST /admin/organizations/{{id}}/sync.",
        "Une synchronisation change quelque chose\u{a0}: elle se demande par POST \
         /admin/organizations/{{id}}/sync.",
    ),
    (
        "This page is out of date. Load it again and repeat what you did.",
        "Cette page n’est plus à jour. Rechargez-la et recommencez.",
    ),
    (
        "Only the cloud answers this; sign in there.",
        "Seul le cloud répond à cela\u{a0}; connectez-vous là-bas.",
    ),
    ("Only self-hosted servers answer this.", "Seuls les serveurs auto-hébergés répondent à cela."),
    ("An operator is named by a mail address.", "Un opérateur est désigné par une adresse e-mail."),
    (
        "The settings name this operator (admin.operators); remove the address there.",
        "Cet opérateur figure dans les réglages (admin.operators)\u{a0}; retirez-y son adresse.",
    ),
    ("There is no operator of that address.", "Aucun opérateur n’a cette adresse."),
    ("There is no such organization.", "Cette organisation n’existe pas."),
    ("There is no such mail.", "Ce message n’existe pas."),
    (
        "There is no such mail given up or kept.",
        "Aucun message abandonné ou conservé ne correspond.",
    ),
    (
        "There is no such job waiting or given up.",
        "Aucune tâche en attente ou abandonnée ne correspond.",
    ),
    ("The same work is waiting already.", "La même tâche attend déjà."),
    (
        "This link has been used or is too old. Ask for a new one.",
        "Ce lien a déjà servi ou est trop ancien. Demandez-en un autre.",
    ),
    ("This server is not connected to a cloud.", "Ce serveur n’est relié à aucun cloud."),
    ("The cloud cannot be reached: {0}.", "Le cloud est injoignable\u{a0}: {0}."),
    ("The cloud refused: {message}", "Le cloud a refusé\u{a0}: {message}"),
    (
        "The cloud does not accept this server's installation id and key; check them and their \
         region.",
        "Le cloud n’accepte pas l’identifiant et la clé d’installation de ce serveur\u{a0}; \
         vérifiez-les, ainsi que leur région.",
    ),
    ("The cloud does not know this.", "Le cloud ne connaît pas cela."),
    (
        "The cloud asks to wait before the next try.",
        "Le cloud demande d’attendre avant le prochain essai.",
    ),
    ("The cloud's answer cannot be read: {0}.", "La réponse du cloud est illisible\u{a0}: {0}."),
    (
        "The cloud repeats itself; its operator should look at it.",
        "Le cloud se répète\u{a0}; son opérateur devrait y regarder.",
    ),
    ("A mail address is needed.", "Une adresse e-mail est nécessaire."),
    (
        "This cloud is in the region {0}; ask for the installation in the other one.",
        "Ce cloud est dans la région {0}\u{a0}; demandez l’installation dans l’autre.",
    ),
    (
        "The present installation key is not right.",
        "La clé d’installation actuelle n’est pas la bonne.",
    ),
];
