//! Collections.

pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "You may not do that with this collection.",
        "Vous ne pouvez pas faire cela avec cette collection.",
    ),
    (
        "You may not create collections in this organization.",
        "Vous ne pouvez pas créer de collections dans cette organisation.",
    ),
    (
        "The organization has as many collections as it may have: {0}.",
        "L’organisation a atteint son nombre maximal de collections\u{a0}: {0}.",
    ),
    (
        "A member is not part of this organization.",
        "Un membre ne fait pas partie de cette organisation.",
    ),
    (
        "A group is not part of this organization.",
        "Un groupe ne fait pas partie de cette organisation.",
    ),
    (
        "Managing a collection includes seeing and changing what is in it.",
        "Gérer une collection comprend le droit de voir et de modifier ce qu’elle contient.",
    ),
    (
        "At least one member or group must manage the collection.",
        "Au moins un membre ou un groupe doit gérer la collection.",
    ),
    ("No collections are named.", "Aucune collection n’est indiquée."),
    (
        "A collection is not part of this organization.",
        "Une collection ne fait pas partie de cette organisation.",
    ),
    (
        "The Manage property is mutually exclusive and cannot be true while the ReadOnly or \
         HidePasswords properties are also true.",
        "Gérer une collection exclut la lecture seule et le masquage des mots de passe.",
    ),
    ("This organization cannot use groups.", "Cette organisation ne peut pas utiliser de groupes."),
    (
        "The name of a group has between 1 and 100 characters.",
        "Le nom d’un groupe a entre 1 et 100 caractères.",
    ),
    (
        "A collection is not part of this organization, or you may not give it to others.",
        "Une collection ne fait pas partie de cette organisation, ou vous ne pouvez pas la donner à \
         d’autres.",
    ),
    (
        "You cannot add yourself to a group.",
        "Vous ne pouvez pas vous ajouter vous-même à un groupe.",
    ),
    ("No groups are named.", "Aucun groupe n’est indiqué."),
    (
        "You may not give this collection to others.",
        "Vous ne pouvez pas donner cette collection à d’autres.",
    ),
];
