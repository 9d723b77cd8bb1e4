//! The two roles, the portal, the cloud.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "The installation id is not the one of the token.",
        "L’identifiant d’installation n’est pas celui du jeton.",
    ),
    (
        "The push relay is not configured on this cloud; apps sync when they are opened.",
        "Le relais de notifications n’est pas configuré sur ce cloud\u{a0}; les applications se \
         synchronisent à leur ouverture.",
    ),
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
    (
        "The server stopped while this mail was on its way; it may have arrived.",
        "Le serveur s’est arrêté pendant l’envoi de ce message\u{a0}; il est peut-être arrivé.",
    ),
    (
        "The server stopped during this run; what was agreed on before stays.",
        "Le serveur s’est arrêté pendant cette synchronisation\u{a0}; ce qui était convenu avant \
         reste acquis.",
    ),
    (
        "Make a new billing sync token on the cloud and enter it here.",
        "Créez un nouveau jeton de synchronisation de la facturation sur le cloud et saisissez-le \
         ici.",
    ),
    ("The cloud's license can be used here.", "La licence du cloud peut être utilisée ici."),
    ("The cloud sent {error}.", "Le cloud a envoyé {error}."),
    (
        "Enter the code of your authenticator, or a recovery code.",
        "Saisissez le code de votre application d’authentification, ou un code de récupération.",
    ),
    (
        "This code is not right. Codes work once, and for half a minute.",
        "Ce code n’est pas le bon. Un code sert une fois, et pendant une demi-minute.",
    ),
    (
        "This is no key of an authenticator.",
        "Ce n’est pas la clé d’une application d’authentification.",
    ),
    (
        "There is an authenticator already; remove it first.",
        "Il y a déjà une application d’authentification\u{a0}; retirez-la d’abord.",
    ),
    ("There is no authenticator.", "Il n’y a pas d’application d’authentification."),
    ("The key could not be sealed.", "La clé n’a pas pu être scellée."),
    (
        "Types are numbers with commas between.",
        "Les types sont des nombres séparés par des virgules.",
    ),
];
