import type { Messages } from '../en'
import { bytes } from './bytes'

export const ui: Messages['ui'] = {
  copy: (what) => `Copier : ${what}`,
  fingerprint: 'Phrase d’empreinte',
  secret: {
    show: (label) => `Afficher : ${label}`,
    hide: (label) => `Masquer : ${label}`,
    copy: (label) => `Copier : ${label}`,
    copied: 'Copié',
    copiedForAWhile: 'Copié. Le presse-papiers sera vidé dans 30 secondes.',
  },
  field: {
    missing: 'Remplissez ce champ.',
    malformed: 'Ceci n’a pas la forme attendue.',
    tooShort: 'C’est trop court.',
    tooLong: 'C’est trop long.',
    tooLow: 'Ce nombre est trop petit.',
    tooHigh: 'Ce nombre est trop grand.',
  },
  select: { choose: 'Choisir…' },
  file: {
    drop: 'Déposez un fichier ici, ou',
    choose: 'choisissez-en un',
    remove: (name) => `Retirer ${name}`,
    size: bytes,
    tooLarge: (limit) => `Ce fichier dépasse ${bytes(limit)}.`,
    wrongKind: (kinds) => `Les fichiers acceptés sont : ${kinds}.`,
  },
  confirm: {
    type: (name) => `Saisissez « ${name} » pour continuer`,
    mismatch: (name) => `Ce n’est pas « ${name} ».`,
  },
  toasts: { region: 'Notifications' },
  step: { done: 'terminé', current: 'en cours', todo: 'à venir', failed: 'échoué' },
  error: {
    correlation: 'Référence pour l’assistance',
    unreachable: {
      title: 'Le serveur est injoignable',
      what: 'Rien n’a été modifié. Vérifiez votre connexion, puis réessayez.',
    },
    forbidden: {
      title: 'Vous ne pouvez pas voir ceci',
      what: 'Votre rôle ne comporte pas l’autorisation requise par cette page.',
    },
    notFound: {
      title: 'Il n’y a rien à cette adresse',
      what: 'Cela n’a peut-être jamais existé, ou vous n’êtes pas autorisé à le savoir.',
    },
    gone: { title: 'Cela n’existe plus', what: 'L’élément a été supprimé.' },
    busy: {
      title: 'Le serveur est occupé',
      what: 'Il demande un peu de temps. Patientez un instant, puis réessayez.',
    },
    refused: { title: 'La demande a été refusée', what: 'Le serveur ne l’a pas acceptée.' },
    crash: {
      title: 'Un problème est survenu',
      what: 'Vous n’y êtes pour rien. Rien de ce que vous avez saisi n’a été envoyé ailleurs.',
    },
  },
}
