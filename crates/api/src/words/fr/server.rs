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
    ("This server may talk to its cloud.", "Ce serveur peut communiquer avec son cloud."),
    (
        "This server may not talk to its cloud.",
        "Ce serveur ne peut pas communiquer avec son cloud.",
    ),
    (
        "Set cloud.communication to true and reload the server.",
        "Donnez à cloud.communication la valeur true et rechargez le serveur.",
    ),
    ("The cloud does not say its region.", "Le cloud n’indique pas sa région."),
    ("The region is {here} on both sides.", "La région est {here} des deux côtés."),
    (
        "The cloud is in the region {region}, this server is set to {here}.",
        "Le cloud est dans la région {region}, ce serveur est réglé sur {here}.",
    ),
    (
        "Set cloud.region and the cloud's addresses to the region of the installation.",
        "Réglez cloud.region et les adresses du cloud sur la région de l’installation.",
    ),
    (
        "Make a new billing sync token on the cloud and enter it here.",
        "Créez un nouveau jeton de synchronisation de la facturation sur le cloud et saisissez-le \
         ici.",
    ),
    ("The cloud's license can be used here.", "La licence du cloud peut être utilisée ici."),
    ("The cloud sent {error}.", "Le cloud a envoyé {error}."),
    ("The cloud answers, version {version}.", "Le cloud répond, version {version}."),
    (
        "Check name resolution, firewall, proxy and certificates on the way there.",
        "Vérifiez la résolution des noms, le pare-feu, le proxy et les certificats sur le chemin.",
    ),
    ("The clocks agree.", "Les horloges concordent."),
    (
        "The clock of this server is {minutes} minutes behind the cloud's.",
        "L’horloge de ce serveur retarde de {minutes}\u{a0}minutes sur celle du cloud.",
    ),
    (
        "The clock of this server is {} minutes ahead of the cloud's.",
        "L’horloge de ce serveur avance de {}\u{a0}minutes sur celle du cloud.",
    ),
    ("Set the clock right.", "Mettez l’horloge à l’heure."),
    ("The cloud accepts the installation.", "Le cloud accepte l’installation."),
    (
        "Check cloud.installation_id and cloud.installation_key, and their region.",
        "Vérifiez cloud.installation_id et cloud.installation_key, ainsi que leur région.",
    ),
];
