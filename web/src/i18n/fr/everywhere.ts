import type { Messages } from '../en'
import { plural } from './plural'

export const common: Messages['common'] = {
  product: 'Wardstead',
  actions: {
    save: 'Enregistrer',
    cancel: 'Annuler',
    close: 'Fermer',
    continue: 'Continuer',
    back: 'Retour',
    edit: 'Modifier',
    delete: 'Supprimer',
    remove: 'Retirer',
    retry: 'Réessayer',
    reload: 'Recharger',
    copy: 'Copier',
    copied: 'Copié',
    show: 'Afficher',
    hide: 'Masquer',
    search: 'Rechercher',
    clear: 'Effacer',
    download: 'Télécharger',
    upload: 'Téléverser',
    more: 'Autres actions',
  },
  required: 'Requis',
  optional: 'facultatif',
  loading: 'Chargement…',
  never: 'Jamais',
  none: 'Aucun',
  yes: 'Oui',
  no: 'Non',
  skipToContent: 'Aller au contenu',
  selected: (n) => plural(n, { one: '# sélection', other: '# sélections' }),
  fieldsNeedAttention: (n) =>
    plural(n, {
      one: '# champ nécessite votre attention',
      other: '# champs nécessitent votre attention',
    }),
}
