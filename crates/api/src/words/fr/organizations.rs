//! Organizations, their members, policies, keys and connections.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    ("User invalid.", "Cette personne ne convient pas."),
    ("User not valid.", "Cette personne ne convient pas."),
    ("Invalid token.", "Ce jeton n’est pas valable."),
    ("User email does not match invite.", "Votre adresse e-mail n’est pas celle de l’invitation."),
    (
        "You are already part of this organization.",
        "Vous faites déjà partie de cette organisation.",
    ),
    (
        "This key was shown when it was made and cannot be shown again. Rotate it to get a new one; \
         the old one works for another 24 hours.",
        "Cette clé a été montrée à sa création et ne peut plus l’être. Régénérez-la pour en obtenir \
         une autre\u{a0}; l’ancienne fonctionne encore 24\u{a0}heures.",
    ),
    (
        "You do not have permission to create a connection of type {0}.",
        "Vous n’avez pas l’autorisation de créer une connexion de type {0}.",
    ),
    (
        "The requested organization already has a connection of type {0}. Only one of each \
         connection type may exist per organization.",
        "L’organisation a déjà une connexion de type {0}. Il n’y en a qu’une de chaque type par \
         organisation.",
    ),
    (
        "A connection keeps its type; remove it and make another.",
        "Une connexion garde son type\u{a0}; supprimez-la et créez-en une autre.",
    ),
    (
        "Only self-hosted servers connect to the cloud.",
        "Seuls les serveurs auto-hébergés se connectent au cloud.",
    ),
    (
        "Apply the organization's license first: it says which organization it is in the cloud.",
        "Appliquez d’abord la licence de l’organisation\u{a0}: elle indique quelle organisation c’est \
         dans le cloud.",
    ),
    ("The billing sync token is missing.", "Le jeton de synchronisation de la facturation manque."),
    ("The token could not be sealed.", "Le jeton n’a pas pu être protégé."),
    (
        "The business name may have at most 50 characters, and neither the character | nor control \
         characters.",
        "Le nom de l’entreprise peut avoir 50 caractères au plus, sans le caractère | ni caractère \
         de contrôle.",
    ),
    (
        "The BillingEmail field is not a valid e-mail address.",
        "L’adresse e-mail de facturation n’est pas valable.",
    ),
    (
        "The organization key must be encrypted for its founder.",
        "La clé de l’organisation doit être chiffrée pour la personne qui la crée.",
    ),
    ("Plan not found.", "Cette offre n’existe pas."),
    (
        "Seats and storage are added in whole numbers, storage up to 99 GB.",
        "Les sièges et le stockage s’ajoutent par unités entières, le stockage jusqu’à 99\u{a0}Go.",
    ),
    (
        "Between 1 and 20 mail addresses can be invited at once.",
        "On peut inviter entre 1 et 20 adresses e-mail à la fois.",
    ),
    ("{0} is not a mail address.", "{0} n’est pas une adresse e-mail."),
    (
        "{0} was sent too many invitations today. Try again tomorrow.",
        "{0} a reçu trop d’invitations aujourd’hui. Réessayez demain.",
    ),
    (
        "The organization key must be encrypted for the member.",
        "La clé de l’organisation doit être chiffrée pour le membre.",
    ),
    ("The organization key is missing.", "La clé de l’organisation manque."),
    ("The name of the collection is too long.", "Le nom de la collection est trop long."),
    ("Organization Keys already exist.", "L’organisation a déjà des clés."),
    ("A payment method is required for this plan.", "Cette offre demande un moyen de paiement."),
    ("The payment was declined.", "Le paiement a été refusé."),
    (
        "Plans are bought in the cloud; this server gets them by license.",
        "Les offres s’achètent dans le cloud\u{a0}; ce serveur les reçoit par licence.",
    ),
    ("The Name field is required.", "Le nom est obligatoire."),
    ("The name may have at most 50 characters.", "Le nom peut avoir 50 caractères au plus."),
    (
        "The name may not contain the character | or control characters.",
        "Le nom ne peut contenir ni le caractère | ni caractère de contrôle.",
    ),
    ("You have already accepted this invitation.", "Vous avez déjà accepté cette invitation."),
    ("Your organization access has been revoked.", "Votre accès à l’organisation a été révoqué."),
    ("Already revoked.", "L’accès est déjà révoqué."),
    ("Already active.", "L’accès est déjà actif."),
    (
        "User does not have two-step login enabled.",
        "Cette personne n’a pas activé l’authentification en deux étapes.",
    ),
    (
        "User is a member of another organization.",
        "Cette personne est membre d’une autre organisation.",
    ),
    (
        "User is a member of another organization that allows no other.",
        "Cette personne est membre d’une autre organisation qui n’en permet aucune autre.",
    ),
    (
        "User is already an admin of a free organization.",
        "Cette personne administre déjà une organisation gratuite.",
    ),
    (
        "Only an Owner can configure another Owner's account.",
        "Seul un propriétaire peut modifier le compte d’un autre propriétaire.",
    ),
    (
        "Custom users can not manage Admins or Owners.",
        "Un rôle personnalisé ne gère ni les administrateurs ni les propriétaires.",
    ),
    (
        "Custom users can only grant the same custom permissions that they have.",
        "Un rôle personnalisé ne donne que les autorisations qu’il a lui-même.",
    ),
    (
        "To enable custom permissions the organization must be on an Enterprise plan.",
        "Les autorisations personnalisées demandent l’offre Entreprise.",
    ),
    (
        "Organization must have at least one confirmed owner.",
        "L’organisation doit garder au moins un propriétaire confirmé.",
    ),
    (
        "You cannot change your own membership this way.",
        "Vous ne pouvez pas modifier ainsi votre propre place dans l’organisation.",
    ),
    (
        "All {seats} seats of the plan are taken. Remove a member to free one, or create an organization with a larger plan.",
        "Les {seats} sièges de l’offre sont tous occupés. Retirez un membre pour en libérer un, ou créez une organisation avec une offre plus grande.",
    ),
    (
        "Seat limit has been reached. Up to {limit} seats are added automatically.",
        "La limite de sièges est atteinte. Jusqu’à {limit} sièges s’ajoutent automatiquement.",
    ),
    ("There is no such role.", "Ce rôle n’existe pas."),
    ("There is no such type of policy.", "Ce type de politique n’existe pas."),
    ("There is no such type of key.", "Ce type de clé n’existe pas."),
    ("There is no such type of connection.", "Ce type de connexion n’existe pas."),
    (
        "At most {MOST} members can be named in one request.",
        "Une requête peut indiquer {MOST} membres au plus.",
    ),
    (
        "This organization cannot use policies.",
        "Cette organisation ne peut pas utiliser de politiques.",
    ),
    (
        "Turn on the policy it depends on first: {0:?}.",
        "Activez d’abord la politique dont elle dépend\u{a0}: {0}.",
    ),
    (
        "Turn off the policy that depends on it first: {0:?}.",
        "Désactivez d’abord la politique qui en dépend\u{a0}: {0}.",
    ),
    ("SingleOrganization", "organisation unique"),
    ("RequireSso", "authentification unique obligatoire"),
    ("AccountRecovery", "récupération de compte"),
    ("VaultTimeout", "délai d’expiration du coffre"),
    ("UriMatch", "détection des adresses"),
    ("AutomaticConfirmation", "confirmation automatique"),
    ("Notification", "message aux membres"),
    (
        "The organization has its seats from a license; the cloud changes them.",
        "L’organisation tient ses sièges d’une licence\u{a0}; le cloud les change.",
    ),
    (
        "The organization has its features from a license; the cloud changes them.",
        "L’organisation tient ses fonctions d’une licence\u{a0}; le cloud les change.",
    ),
    (
        "The organization has no subscription here; a license says what it may do.",
        "L’organisation n’a pas d’abonnement ici\u{a0}; une licence dit ce qu’elle peut faire.",
    ),
    (
        "The organization's plan has a fixed number of seats.",
        "L’offre de l’organisation a un nombre fixe de sièges.",
    ),
    (
        "{taken} seats are taken; remove members or sponsorships first.",
        "{taken} sièges sont occupés\u{a0}; retirez d’abord des membres ou des parrainages.",
    ),
    ("The plan has from {least} to {most} seats.", "L’offre compte de {least} à {most} sièges."),
    ("There is no such feature.", "Cette fonction n’existe pas."),
    ("There is no such state.", "Cet état n’existe pas."),
    (
        "This organization recovers the accounts of its members. Accept that to join.",
        "Cette organisation récupère les comptes de ses membres. Acceptez-le pour la rejoindre.",
    ),
    (
        "This organization does not recover accounts.",
        "Cette organisation ne récupère pas les comptes.",
    ),
    (
        "This organization recovers the accounts of all its members.",
        "Cette organisation récupère les comptes de tous ses membres.",
    ),
    (
        "The key must be encrypted for the organization.",
        "La clé doit être chiffrée pour l’organisation.",
    ),
];
