//! Whether the server is well, and what it reaches.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    ("The data folder cannot be measured.", "Le dossier des données ne peut pas être mesuré."),
    (
        "Look whether the data folder is there and may be read.",
        "Vérifiez que le dossier des données existe et peut être lu.",
    ),
    ("{} MiB of {} MiB are free.", "{}\u{a0}Mio sur {}\u{a0}Mio sont libres."),
    (
        "Make room on the disk of the data folder, or move it to a larger one.",
        "Libérez de la place sur le disque du dossier des données, ou déplacez-le sur un plus \
         grand.",
    ),
    ("TLS ends elsewhere.", "TLS se termine ailleurs."),
    ("no certificate was fetched yet", "aucun certificat n’a encore été obtenu"),
    (
        "Look at tls.certificate in the settings, then `wardstead reload`.",
        "Voyez tls.certificate dans les réglages, puis `wardstead reload`.",
    ),
    ("It is good until {until}.", "Il est valable jusqu’au {until}."),
    (
        "Renew the certificate and `wardstead reload`; ACME renews by itself when its authority \
         can reach port 443.",
        "Renouvelez le certificat, puis `wardstead reload`\u{a0}; ACME le renouvelle de lui-même \
         quand son autorité peut joindre le port 443.",
    ),
    (
        "The clock is {seconds} s {side} the cloud's.",
        "L’horloge a {seconds}\u{a0}s {side} celle du cloud.",
    ),
    ("behind", "de retard sur"),
    ("ahead of", "d’avance sur"),
    (
        "Set this machine's clock and keep it set: timedatectl set-ntp true",
        "Mettez à l’heure l’horloge de cette machine et gardez-la à l’heure\u{a0}: timedatectl \
         set-ntp true",
    ),
    ("The region is {here} on both sides.", "La région est {here} des deux côtés."),
    (
        "The cloud is in {region}, the settings say {here}.",
        "Le cloud est dans la région {region}, les réglages indiquent {here}.",
    ),
    (
        "Set globalSettings__baseServiceUri__cloudRegion={region} if the installation id was made \
         there; else set the addresses of the region {here}",
        "Réglez globalSettings__baseServiceUri__cloudRegion={region} si l’identifiant \
         d’installation y a été créé\u{a0}; sinon, indiquez les adresses de la région {here}",
    ),
    (
        "That server is no cloud: it names no region.",
        "Ce serveur n’est pas un cloud\u{a0}: il n’indique aucune région.",
    ),
    (
        "Correct globalSettings__installation__apiUri: it ends before /config",
        "Corrigez globalSettings__installation__apiUri\u{a0}: l’adresse s’arrête avant /config",
    ),
    (
        "{late} jobs should have begun since {since}.",
        "Nombre de tâches qui auraient dû commencer depuis le {since}\u{a0}: {late}.",
    ),
    (
        "Look whether a server runs with jobs switched on, and at its log.",
        "Vérifiez qu’un serveur tourne avec les tâches activées, et voyez son journal.",
    ),
    (
        "{given_up} jobs failed too often and were given up.",
        "Nombre de tâches abandonnées après trop d’échecs\u{a0}: {given_up}.",
    ),
    (
        "Look at each: mend its cause and try it again, or take it out.",
        "Voyez chacune\u{a0}: remédiez à sa cause et relancez-la, ou retirez-la.",
    ),
    ("Nothing waits longer than it should.", "Rien n’attend plus longtemps que prévu."),
    ("Everything that recurs ran in time.", "Tout ce qui revient a eu lieu à temps."),
    ("These are late: {names}.", "En retard\u{a0}: {names}."),
    (
        "There is no mail server; {} letters are kept here to be read.",
        "Il n’y a pas de serveur de messagerie\u{a0}; nombre de messages conservés ici pour être \
         lus\u{a0}: {}.",
    ),
    (
        "Set mail.host and what it needs, then `wardstead reload`.",
        "Réglez mail.host et ce qu’il demande, puis `wardstead reload`.",
    ),
    (
        "Look at host, port, protection and sign-in of the mail server in the settings.",
        "Voyez l’hôte, le port, la protection et la connexion du serveur de messagerie dans les \
         réglages.",
    ),
    (
        "{} letters failed too often and were given up.",
        "Nombre de messages abandonnés après trop d’échecs\u{a0}: {}.",
    ),
    (
        "Look at each: correct its address, or send it again.",
        "Voyez chacun\u{a0}: corrigez son adresse, ou renvoyez-le.",
    ),
    ("The mail server takes letters.", "Le serveur de messagerie prend les messages."),
    ("It speaks as version {here}.", "Il parle comme la version {here}."),
    (
        "It speaks as version {here}, its cloud as {cloud}.",
        "Il parle comme la version {here}, son cloud comme la version {cloud}.",
    ),
    (
        "Update this server: an old one cannot read new licenses.",
        "Mettez ce serveur à jour\u{a0}: un ancien serveur ne peut pas lire les nouvelles \
         licences.",
    ),
    ("{} answers.", "{} répond."),
    ("This server may talk to its cloud.", "Ce serveur peut communiquer avec son cloud."),
    (
        "This server may not talk to its cloud.",
        "Ce serveur ne peut pas communiquer avec son cloud.",
    ),
    (
        "Write globalSettings__enableCloudCommunication=true into env/global.override.env, then \
         `wardstead reload`",
        "Écrivez globalSettings__enableCloudCommunication=true dans env/global.override.env, puis \
         `wardstead reload`",
    ),
    ("The cloud answers, version {version}.", "Le cloud répond, version {version}."),
    (
        "Check each host of the egress list: names, firewall, proxy and certificates.",
        "Vérifiez chaque hôte de la liste des sorties\u{a0}: noms, pare-feu, proxy et certificats.",
    ),
    ("The cloud accepts the installation.", "Le cloud accepte l’installation."),
    (
        "Look whether installation id and key are whole, were made in the region of the settings, \
         and are not switched off; if in doubt ask the cloud for new ones and upload licenses \
         anew",
        "Vérifiez que l’identifiant et la clé d’installation sont entiers, ont été créés dans la \
         région des réglages et ne sont pas désactivés\u{a0}; dans le doute, demandez-en d’autres \
         au cloud et téléversez de nouveau les licences",
    ),
    (
        "Correct globalSettings__installation__identityUri: it ends before /connect/token",
        "Corrigez globalSettings__installation__identityUri\u{a0}: l’adresse s’arrête avant \
         /connect/token",
    ),
    ("Try again in a quarter of an hour", "Réessayez dans un quart d’heure"),
    (
        "Write globalSettings__installation__id and globalSettings__installation__key into \
         env/global.override.env",
        "Écrivez globalSettings__installation__id et globalSettings__installation__key dans \
         env/global.override.env",
    ),
    (
        "Try again later; if it stays, ask whoever runs the cloud",
        "Réessayez plus tard\u{a0}; si cela persiste, adressez-vous à la personne qui gère le \
         cloud",
    ),
    (
        "Look at protection and sign-in of the mail server in the settings",
        "Voyez la protection et la connexion du serveur de messagerie dans les réglages",
    ),
    ("it takes letters", "il prend les messages"),
    ("{0} is not a mail address", "{0} n’est pas une adresse e-mail"),
    ("TLS cannot be used: {0}", "TLS ne peut pas être utilisé\u{a0}: {0}"),
    ("trusted", "de confiance"),
    ("connected", "connexion ouverte"),
    ("connected through a proxy", "connexion ouverte par un proxy"),
    ("no name server knows it", "aucun serveur de noms ne le connaît"),
    (
        "Look at /etc/resolv.conf and allow port 53 to the name servers it lists, or correct \
         {setting}",
        "Voyez /etc/resolv.conf et ouvrez le port 53 vers les serveurs de noms qui y figurent, ou \
         corrigez {setting}",
    ),
    ("no answer within {} s", "pas de réponse en {}\u{a0}s"),
    (
        "Let the firewall allow outgoing TCP connections from this machine to {host} port {port}",
        "Laissez le pare-feu ouvrir les connexions TCP sortantes de cette machine vers {host}, \
         port {port}",
    ),
    (
        "If {host} has a private authority, or a firewall looks into TLS, add that authority's \
         certificate to those the machine trusts; else nobody but {host} should answer: ask who \
         redirects the connection",
        "Si {host} a une autorité privée, ou si un pare-feu regarde dans TLS, ajoutez le \
         certificat de cette autorité à ceux auxquels la machine se fie\u{a0}; sinon, seul {host} \
         devrait répondre\u{a0}: demandez qui détourne la connexion",
    ),
    (
        "Set this machine's clock; if it is right, the certificate of {host} is not",
        "Mettez à l’heure l’horloge de cette machine\u{a0}; si elle est juste, c’est le \
         certificat de {host} qui ne l’est pas",
    ),
    (
        "Correct {setting}: the certificate is for another name",
        "Corrigez {setting}\u{a0}: le certificat est pour un autre nom",
    ),
    (
        "Let the firewall pass TLS to {host} port {port} without looking into it, and look \
         whether {setting} is right",
        "Laissez le pare-feu passer TLS vers {host}, port {port}, sans y regarder, et vérifiez \
         {setting}",
    ),
];
