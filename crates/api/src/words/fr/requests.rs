//! Requests that cannot be read, or ask for what is not there.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    ("Unauthorized.", "Connectez-vous d’abord."),
    ("Resource not found.", "Introuvable."),
    ("An unhandled server error has occurred.", "Une erreur s’est produite sur le serveur."),
    ("The request cannot be read: {error}.", "La requête est illisible\u{a0}: {error}."),
    ("The continuation token is not one.", "Le jeton de continuation n’est pas valable."),
    (
        "The continuation token is not one of this server's.",
        "Le jeton de continuation n’est pas de ce serveur.",
    ),
    ("At most 367 days can be read at once.", "On peut lire 367 jours au plus à la fois."),
    (
        "A date is written like 2030-01-31T12:00:00Z.",
        "Une date s’écrit comme 2030-01-31T12:00:00Z.",
    ),
    ("No events were sent.", "Aucun événement n’a été envoyé."),
    (
        "At most 1000 events can be sent at once.",
        "On peut envoyer 1\u{a0}000 événements au plus à la fois.",
    ),
    ("This exists already.", "Cela existe déjà."),
    (
        "Someone else changed this meanwhile. Try again.",
        "Quelqu’un d’autre l’a modifié entre-temps. Réessayez.",
    ),
];
