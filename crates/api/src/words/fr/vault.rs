//! Items and folders.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    ("This is required.", "Ce champ est obligatoire."),
    ("This must be an encrypted string.", "Cette valeur doit être chiffrée."),
    ("This may have at most {0} characters.", "Cette valeur peut avoir {0} caractères au plus."),
    ("This is not one of the values allowed.", "Cette valeur n’est pas permise."),
    (
        "This cannot be kept as it was sent.",
        "Cela ne peut pas être enregistré tel que vous l’avez envoyé.",
    ),
    (
        "You may look at this item, and not change it.",
        "Vous pouvez consulter cet élément, mais pas le modifier.",
    ),
    (
        "You may not delete or restore this item.",
        "Vous ne pouvez ni supprimer ni restaurer cet élément.",
    ),
    (
        "This item was changed elsewhere meanwhile. Sync, then change it again.",
        "Cet élément a été modifié ailleurs entre-temps. Synchronisez, puis modifiez-le de nouveau.",
    ),
    (
        "The item belongs to another owner than the one that is named.",
        "L’élément n’appartient pas à la personne ou à l’organisation indiquée.",
    ),
    ("The folder is not one of yours.", "Ce dossier n’est pas l’un des vôtres."),
    (
        "The item was encrypted for another account.",
        "L’élément a été chiffré pour un autre compte.",
    ),
    (
        "The item was encrypted with a key this account no longer has. Sync, then try again.",
        "L’élément a été chiffré avec une clé que ce compte n’a plus. Synchronisez, puis réessayez.",
    ),
    (
        "The item cannot change its kind or its key without its passwords.",
        "L’élément ne peut changer ni de type ni de clé sans ses mots de passe.",
    ),
    (
        "An organization of yours keeps everything its members have. Save the item in one of its \
         collections.",
        "L’une de vos organisations garde tout ce que ses membres possèdent. Enregistrez l’élément \
         dans l’une de ses collections.",
    ),
    (
        "A collection is not part of this organization, or you may not add items to it.",
        "Une collection ne fait pas partie de cette organisation, ou vous ne pouvez pas y ajouter \
         d’éléments.",
    ),
    (
        "An item of an organization must be in at least one collection.",
        "Un élément d’une organisation doit se trouver dans au moins une collection.",
    ),
    ("The organization is suspended.", "L’organisation est suspendue."),
    ("No items are named.", "Aucun élément n’est indiqué."),
    ("Each item needs its id.", "Chaque élément doit indiquer son identifiant."),
    (
        "At most {MOST} items can be named in one request.",
        "Une requête peut indiquer {MOST} éléments au plus.",
    ),
];
