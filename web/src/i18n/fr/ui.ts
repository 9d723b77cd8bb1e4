import type { Messages } from '../en'
import { bytes } from './bytes'
import { number } from './number'
import { plural } from './plural'

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
  select: { choose: 'Choisir…', none: 'Aucun résultat', clear: (label) => `Effacer : ${label}` },
  file: {
    drop: 'Déposez un fichier ici, ou',
    choose: 'choisissez-en un',
    missing: 'Choisissez d’abord un fichier.',
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
    tooMany: {
      title: 'Trop de tentatives',
      what: 'Attendez quelques minutes, puis réessayez.',
      wait: (minutes) =>
        plural(minutes, {
          one: 'Trop de tentatives. Réessayez dans # minute.',
          other: 'Trop de tentatives. Réessayez dans # minutes.',
        }),
    },
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
  table: {
    count: (shown, all) =>
      shown === all
        ? plural(all, { one: '# ligne', other: '# lignes' })
        : `${number(shown)} sur ${plural(all, { one: '# ligne', other: '# lignes' })}`,
    soFar: (n) =>
      plural(n, { one: '# ligne, d’autres suivent', other: '# lignes, d’autres suivent' }),
    search: (what) => `Rechercher : ${what}`,
    searchHint: 'Rechercher',
    clear: 'Effacer',
    clearSearch: 'Effacer la recherche',
    filter: 'Filtrer',
    anyOf: 'Tout',
    findOption: 'Trouver',
    allOfThem: 'Tout à la fois',
    select: 'Sélectionner',
    selectAll: 'Tout sélectionner',
    actions: 'Actions',
    actionsFor: (name) => `Actions : ${name}`,
    alsoAscending: 'puis croissant selon cette colonne',
    alsoDescending: 'puis décroissant selon cette colonne',
    columns: 'Colonnes',
    columnsLead: 'Dans cet ordre, pour ce tableau et sur cet appareil.',
    moveUp: (name) => `Monter : ${name}`,
    moveDown: (name) => `Descendre : ${name}`,
    pin: (name) => `Garder visible : ${name}`,
    unpin: (name) => `Laisser défiler : ${name}`,
    wider: (name) => `Élargir : ${name}`,
    narrower: (name) => `Rétrécir : ${name}`,
    reset: 'Rétablir',
    views: 'Vues',
    saveView: 'Enregistrer cette vue…',
    manageViews: 'Gérer les vues…',
    copyView: 'Copier son adresse',
    viewName: 'Nom',
    viewDefault: 'Ouvrir ce tableau avec elle',
    removeView: (name) => `Retirer la vue ${name}`,
    exportAs: 'Exporter',
    exportCsv: 'Pour un tableur (CSV)',
    exportJson: 'Pour des programmes (JSON)',
    exported: (n) =>
      plural(n, { one: '# ligne a été exportée.', other: '# lignes ont été exportées.' }),
    noMatch: 'Aucun résultat',
    quoted: (words) => `«\u00a0${words}\u00a0»`,
    noMatchWhy: (asked) => `Aucune ligne ne correspond à : ${asked}`,
    stale: (since) => `Ces lignes datent du ${since} : la liste n’a pas pu être actualisée.`,
    news: (n) => plural(n, { one: '# nouvelle', other: '# nouvelles' }),
    loadMore: 'Plus de résultats',
    showMore: (n) => plural(n, { one: 'En afficher # de plus', other: 'En afficher # de plus' }),
    hidden: (n) => plural(n, { one: '# hors de vue', other: '# hors de vue' }),
    selectEverything: (n) =>
      plural(n, { one: 'Sélectionner le seul résultat', other: 'Sélectionner les # résultats' }),
    everything: (n) =>
      plural(n, {
        one: 'Le seul résultat est sélectionné',
        other: 'Les # résultats sont sélectionnés',
      }),
    clearSelection: 'Effacer la sélection',
    selection: 'Sélection',
    of: (label, all) => `${label} sur ${number(all)}`,
    leftOut: (n) =>
      plural(n, { one: '# est laissée de côté :', other: '# sont laissées de côté :' }),
    noneLeft: 'Cela ne s’applique à rien de ce qui est sélectionné :',
    andMore: (n) => plural(n, { one: 'et # autre', other: 'et # autres' }),
    goOn: 'Continuer',
    focusSearch: 'Rechercher dans la liste',
    exportKey: 'Exporter la liste',
  },
  work: {
    title: 'Activité',
    none: 'Rien n’est en cours',
    noneWhy: 'Les tâches plus longues apparaissent ici : leur avancement et leur résultat.',
    running: (n) => plural(n, { one: '# tâche en cours', other: '# tâches en cours' }),
    state: { running: 'En cours', done: 'Terminé', canceled: 'Annulé', failed: 'Interrompu' },
    withFailures: (n) => plural(n, { one: 'Terminé, # échec', other: 'Terminé, # échecs' }),
    outcome: { done: 'Fait', skipped: 'Ignoré', failed: 'Échoué' },
    columns: { name: 'Objet', outcome: 'Résultat', reason: 'Motif' },
    count: (n) => number(n),
    of: (n, all) => `${number(n)} sur ${number(all)}`,
    rate: (rate) => `${rate} par seconde`,
    left: (seconds) =>
      seconds < 90
        ? plural(seconds, { one: '# seconde restante', other: '# secondes restantes' })
        : plural(Math.round(seconds / 60), {
            one: '# minute restante',
            other: '# minutes restantes',
          }),
    keepTab: 'Gardez cet onglet ouvert : la tâche a besoin des clés qui y sont déverrouillées.',
    retry: (n) => plural(n, { one: 'En réessayer #', other: 'En réessayer #' }),
    save: 'Enregistrer les résultats',
    forget: (name) => `Retirer de la liste : ${name}`,
  },
  sync: {
    now: 'Synchroniser maintenant',
    lastSuccess: 'Dernière réussite',
    lastAttempt: 'Dernière tentative',
    nextRun: 'Prochaine exécution',
    notPlanned: 'Non planifiée',
    steps: 'Étapes de la dernière exécution',
    history: (n) => plural(n, { one: 'Dernière exécution', other: '# dernières exécutions' }),
  },
  dates: {
    last: (days) =>
      days === 1
        ? 'Aujourd’hui'
        : plural(days, { one: '# dernier jour', other: '# derniers jours' }),
    custom: 'Autres jours',
    from: 'Du',
    to: 'Au',
    backwards: 'Ce jour est après le dernier.',
    tooLong: (days) => plural(days, { one: '# jour au plus.', other: '# jours au plus.' }),
  },
  tree: {
    fold: (name) => `Replier : ${name}`,
    unfold: (name) => `Déplier : ${name}`,
  },
  save: { unsaved: 'Des modifications ne sont pas enregistrées.', discard: 'Abandonner' },
}
