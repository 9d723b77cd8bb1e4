//! Accounts, logging in, two-step login.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "The key derivation cannot be changed together with the password.",
        "La dérivation de clé ne peut pas changer en même temps que le mot de passe.",
    ),
    (
        "The link is not valid or has expired. Sign up again.",
        "Le lien n’est pas valable ou a expiré. Inscrivez-vous de nouveau.",
    ),
    (
        "This email address has an account already. Log in instead.",
        "Cette adresse e-mail a déjà un compte. Connectez-vous plutôt.",
    ),
    (
        "You are the only owner of an organization. Make someone else an owner, or delete it.",
        "Vous êtes l’unique propriétaire d’une organisation. Donnez ce rôle à quelqu’un d’autre, ou \
         supprimez-la.",
    ),
    (
        "This server does not accept new accounts. Ask for an invitation.",
        "Ce serveur n’accepte pas de nouveaux comptes. Demandez une invitation.",
    ),
    ("The email address is not valid.", "L’adresse e-mail n’est pas valable."),
    ("The master password is missing.", "Le mot de passe principal manque."),
    ("The salt does not match the email address.", "Le sel ne correspond pas à l’adresse e-mail."),
    (
        "The user key is missing or not a valid encrypted string.",
        "La clé du compte manque ou n’est pas une valeur chiffrée.",
    ),
    ("The name can have 50 letters at most.", "Le nom peut avoir 50 caractères au plus."),
    (
        "The id of the user key is not valid.",
        "L’identifiant de la clé du compte n’est pas valable.",
    ),
    ("The hint can have 50 letters at most.", "L’indice peut avoir 50 caractères au plus."),
    ("The account has keys already.", "Le compte a déjà des clés."),
    (
        "Another id of the user key is recorded already.",
        "Un autre identifiant de la clé du compte est déjà enregistré.",
    ),
    ("The language is not valid.", "La langue n’est pas valable."),
    ("A colour looks like #12ab9f.", "Une couleur s’écrit comme #12ab9f."),
    ("The link is not valid or has expired.", "Le lien n’est pas valable ou a expiré."),
    ("The request does not name a device.", "La requête n’indique pas d’appareil."),
    (
        "Two-step token is invalid. Try again.",
        "Le code d’authentification en deux étapes n’est pas valable. Réessayez.",
    ),
    (
        "The server is busy. Try again in a moment.",
        "Le serveur est occupé. Réessayez dans un instant.",
    ),
    ("The session has ended.", "La session est terminée."),
    ("The session has ended. Log in again.", "La session est terminée. Connectez-vous de nouveau."),
    (
        "This way to sign in is not offered here.",
        "Cette façon de se connecter n’est pas proposée ici.",
    ),
    (
        "The client id or secret is not valid.",
        "L’identifiant ou le secret du client n’est pas valable.",
    ),
    ("The scope is not valid.", "La portée demandée n’est pas valable."),
    (
        "Too many attempts. Wait a few minutes and try again.",
        "Trop de tentatives. Attendez quelques minutes et réessayez.",
    ),
    (
        "A wrapped key is not a valid encrypted string.",
        "Une clé enveloppée n’est pas une valeur chiffrée.",
    ),
    (
        "Two-step login by email is not set up.",
        "L’authentification en deux étapes par e-mail n’est pas configurée.",
    ),
    ("Enter your master password again.", "Saisissez de nouveau votre mot de passe principal."),
    (
        "The key of the authenticator app is not valid.",
        "La clé de l’application d’authentification n’est pas valable.",
    ),
    ("The code is not valid. Try again.", "Le code n’est pas valable. Réessayez."),
    (
        "This method of two-step login is not offered here.",
        "Cette méthode d’authentification en deux étapes n’est pas proposée ici.",
    ),
    ("User verification failed.", "Le mot de passe principal n’est pas le bon."),
    ("The key derivation is incomplete.", "La dérivation de clé est incomplète."),
    (
        "PBKDF2 needs between 600000 and 2000000 iterations.",
        "PBKDF2 demande entre 600\u{a0}000 et 2\u{a0}000\u{a0}000 d’itérations.",
    ),
    ("Argon2id needs between 2 and 10 iterations.", "Argon2id demande entre 2 et 10 itérations."),
    (
        "Argon2id needs between 15 and 1024 MiB of memory.",
        "Argon2id demande entre 15 et 1\u{a0}024\u{a0}Mio de mémoire.",
    ),
    ("Argon2id needs between 1 and 16 lanes.", "Argon2id demande entre 1 et 16 fils."),
    ("The account's keys are missing.", "Les clés du compte manquent."),
    ("The public key is not valid.", "La clé publique n’est pas valable."),
    ("The public key is missing.", "La clé publique manque."),
    ("The private key is missing.", "La clé privée manque."),
    ("The user key is missing.", "La clé du compte manque."),
    (
        "Signature keys and security state belong together.",
        "Les clés de signature et l’état de sécurité vont ensemble.",
    ),
    (
        "Authentication and unlock data belong together.",
        "Les données d’authentification et de déverrouillage vont ensemble.",
    ),
    (
        "The key derivations of authentication and unlock differ.",
        "Les dérivations de clé de l’authentification et du déverrouillage diffèrent.",
    ),
    (
        "The salts of authentication and unlock differ.",
        "Les sels de l’authentification et du déverrouillage diffèrent.",
    ),
    (
        "The two forms of the master password differ.",
        "Les deux formes du mot de passe principal diffèrent.",
    ),
    ("The two forms of the user key differ.", "Les deux formes de la clé du compte diffèrent."),
    ("Exactly one token is needed to sign up.", "L’inscription demande exactement un jeton."),
    (
        "This server does not give such invitations.",
        "Ce serveur ne donne pas de telles invitations.",
    ),
    ("Invalid password.", "Le mot de passe n’est pas le bon."),
    ("The kind of grant is missing.", "Le type d’autorisation manque."),
    (
        "Login with another device is not offered here.",
        "La connexion avec un autre appareil n’est pas proposée ici.",
    ),
    (
        "This account is switched off. Ask whoever runs this server.",
        "Ce compte est désactivé. Adressez-vous à la personne qui gère ce serveur.",
    ),
    ("There is no such account.", "Ce compte n’existe pas."),
    ("This is your email address already.", "C’est déjà votre adresse e-mail."),
    ("This email address has an account already.", "Cette adresse e-mail a déjà un compte."),
    (
        "The email address and the key derivation cannot change together with the key.",
        "L’adresse e-mail et la dérivation de clé ne peuvent pas changer en même temps que la clé.",
    ),
    (
        "The public key cannot change together with the user key.",
        "La clé publique ne peut pas changer en même temps que la clé du compte.",
    ),
    ("The signing keys are missing.", "Les clés de signature manquent."),
    (
        "All items must be encrypted with the new key, each once.",
        "Tous les éléments doivent être chiffrés avec la nouvelle clé, chacun une fois.",
    ),
    (
        "An item was changed meanwhile. Sync, and try again.",
        "Un élément a été modifié entre-temps. Synchronisez, puis réessayez.",
    ),
    ("An item cannot become another kind of item.", "Un élément ne peut pas changer de type."),
    (
        "All folders must be encrypted with the new key, each once.",
        "Tous les dossiers doivent être chiffrés avec la nouvelle clé, chacun une fois.",
    ),
    (
        "The new key must be wrapped for all trusted devices, each once.",
        "La nouvelle clé doit être enveloppée pour tous les appareils de confiance, une fois chacun.",
    ),
    (
        "The new key must be wrapped for all organizations that can recover the account.",
        "La nouvelle clé doit être enveloppée pour toutes les organisations qui peuvent récupérer le \
         compte.",
    ),
    (
        "The new key was wrapped for something the account does not have.",
        "La nouvelle clé a été enveloppée pour quelque chose que le compte n’a pas.",
    ),
    ("An item has no id.", "Un élément n’a pas d’identifiant."),
];
