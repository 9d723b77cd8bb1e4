import type { Messages } from '../en'
import { de } from './de'
import { plural } from './plural'

export const session: Messages['session'] = {
  ended: 'Votre session est terminée. Connectez-vous à nouveau.',
  endedElsewhere:
    'Votre session a été fermée depuis un autre appareil ou navigateur, par exemple parce que le mot de passe principal, l’adresse e-mail ou la clé de chiffrement y a changé, ou que toutes les sessions y ont été fermées. Connectez-vous à nouveau.',
  wrongPassword: 'Ce n’est pas votre mot de passe principal.',
  wrongLogIn: 'L’adresse e-mail ou le mot de passe principal est incorrect.',
  wrongCode: 'Ce code est incorrect ou n’est plus valable.',
  noMasterPassword: 'Ce compte n’a pas de mot de passe principal et ne peut pas être ouvert ici.',
  unreachable: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
  keepsChanging:
    'Votre coffre change sans cesse. Fermez-le sur vos autres appareils, puis réessayez.',
  recovery: {
    card: 'Phrase d’empreinte',
    cardAbout:
      'Les membres voient ces mots avant d’autoriser l’organisation à récupérer leur compte. Lisez-leur les vôtres\u00a0: s’ils sont identiques, personne ne s’est glissé entre vous.',
    effect: (organization) =>
      `Les administrateurs ${de(organization)} peuvent alors vous définir un autre mot de passe principal, et lire votre coffre avec lui.`,
    compared: 'J’ai comparé les mots\u00a0: ils sont identiques',
    compareFirst:
      'La personne à qui appartiennent ces mots reçoit la clé de votre compte. Comparez-les d’abord.',
    phraseOf: (organization) => `Phrase d’empreinte ${de(organization)}`,
    compare:
      'Un administrateur trouve les mêmes mots dans les paramètres de l’organisation. S’ils diffèrent, quelqu’un s’est glissé entre vous.',
  },
  lockAfter: {
    label: 'Verrouiller après',
    minutes: (n) => plural(n, { one: '# minute sans activité', other: '# minutes sans activité' }),
    hours: (n) => plural(n, { one: '# heure sans activité', other: '# heures sans activité' }),
    never: 'Jamais tant que cet onglet est ouvert',
  },
  cryptoObject: {
    masterKey: 'le mot de passe principal',
    userKey: 'la clé de votre compte',
    privateKey: 'votre clé privée',
    publicKey: 'la clé publique',
    organizationKey: 'la clé de l’organisation',
    providerKey: 'la clé du fournisseur',
    itemKey: 'la clé de l’élément',
    text: 'un texte chiffré',
  },
  cryptoReason: {
    shape: (object) => `Ce format n’est pas lisible\u00a0: ${object}.`,
    unauthenticated: (object) =>
      `Le serveur a envoyé un format qui n’est plus sûr\u00a0; il n’a pas été lu\u00a0: ${object}.`,
    refused: (object) => `Cela relève d’une autre clé ou a été modifié\u00a0: ${object}.`,
    kdf: (object) =>
      `Le serveur demande une dérivation de clé peu sûre ou impossible\u00a0; rien n’a été envoyé\u00a0: ${object}.`,
    wrongPassword: () => 'Ce n’est pas votre mot de passe principal.',
    locked: () => 'Le coffre est verrouillé.',
    noKey: (object) => `Vous n’avez pas la clé\u00a0: ${object}.`,
    broken: () => 'Le navigateur n’a pas pu faire sa part du chiffrement. Rechargez la page.',
  },
  frame: {
    places: 'Aller à',
    own: 'Mon coffre',
    newOrganization: 'Nouvelle organisation',
    settings: 'Paramètres',
    lock: 'Verrouiller maintenant',
    logOut: 'Se déconnecter',
    toHome: 'Aller à ma page d’accueil',
    notAMember:
      'Vous n’êtes pas membre de l’organisation de cette adresse, ou elle n’existe plus. Ses propriétaires peuvent vous inviter.',
  },
  unlock: {
    title: 'Votre coffre est verrouillé',
    lead: (email) =>
      `Vous êtes toujours connecté en tant que ${email}. Votre mot de passe principal vous ramène là où vous étiez.`,
    password: 'Mot de passe principal',
    submit: 'Déverrouiller',
    logOut: 'Se déconnecter et utiliser un autre compte',
  },
  newPassword: {
    label: 'Mot de passe principal',
    again: 'Mot de passe principal, encore une fois',
    hint: 'Indice',
    hintHelp:
      'Envoyé par e-mail à votre demande. D’autres pourraient le voir\u00a0: n’y écrivez jamais le mot de passe.',
    strength: 'Robustesse',
    nothingYet: 'Plusieurs mots que personne n’attendrait ensemble font un bon mot de passe.',
    requirements: 'Ce qu’il doit avoir',
    requirement: {
      length: (n) => `Au moins ${n} caractères`,
      strength: (word) => `Robustesse «\u00a0${word}\u00a0» ou mieux`,
      upper: 'Une majuscule',
      lower: 'Une minuscule',
      digits: 'Un chiffre',
      signs: 'Un autre signe, comme - ou !',
    },
    missing: 'Il manque encore quelque chose\u00a0: voir la liste ci-dessous.',
    mismatch: 'Les deux saisies diffèrent.',
    hintTells: 'L’indice révèle le mot de passe.',
    weak: 'Ce mot de passe est facile à deviner. Choisissez-en un meilleur, ou confirmez ci-dessous que vous le voulez.',
    acceptWeak: 'L’utiliser bien qu’il soit facile à deviner',
  },
  strength: {
    scores: ['Très faible', 'Faible', 'Moyen', 'Bon', 'Fort'],
    warnings: {
      straightRow: 'Des touches voisines se devinent aussitôt.',
      keyPattern: 'Les motifs courts du clavier se devinent aussitôt.',
      simpleRepeat: 'Un caractère répété n’apporte presque rien.',
      extendedRepeat: 'Un groupe de caractères répété n’apporte presque rien.',
      sequences: 'Les suites comme «\u00a0abc\u00a0» se devinent aussitôt.',
      recentYears: 'Les années récentes sont faciles à deviner.',
      dates: 'Les dates sont faciles à deviner.',
      topTen: 'C’est l’un des dix mots de passe les plus utilisés.',
      topHundred: 'C’est l’un des cent mots de passe les plus utilisés.',
      common: 'Ce mot de passe est très répandu.',
      similarToCommon: 'Il ressemble à un mot de passe très répandu.',
      wordByItself: 'Un mot seul est facile à deviner.',
      namesByThemselves: 'Un nom seul est facile à deviner.',
      commonNames: 'Les noms courants sont faciles à deviner.',
      userInputs: 'Il contient une chose connue de vous ou de cette page.',
      pwned: 'Ce mot de passe figure dans une fuite de données.',
    },
    suggestions: {
      l33t: 'Remplacer des lettres par des signes semblables, comme @ pour a, n’aide pas.',
      reverseWords: 'Écrire les mots à l’envers n’aide pas.',
      allUppercase: 'Les majuscules partout n’aident pas.',
      capitalization: 'Mettez des majuscules ailleurs qu’au début.',
      dates: 'Évitez les dates qui vous concernent.',
      recentYears: 'Évitez les années récentes.',
      associatedYears: 'Évitez les années qui vous concernent.',
      sequences: 'Évitez les suites.',
      repeated: 'Évitez les répétitions.',
      longerKeyboardPattern: 'Allongez le motif du clavier et changez souvent de direction.',
      anotherWord: 'Ajoutez des mots que personne n’attendrait ensemble.',
      useWords: 'Utilisez plusieurs mots, mais pas une phrase connue.',
      noNeed: 'Symboles, chiffres et majuscules ne sont pas nécessaires.',
      pwned: 'Si vous utilisez ce mot de passe ailleurs, changez-le là aussi.',
    },
  },
}
