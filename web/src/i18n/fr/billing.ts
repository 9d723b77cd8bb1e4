import type { Messages } from '../en'
import { number } from './number'
import { plural } from './plural'

export const billing: Messages['billing'] = {
  group: 'Facturation',
  title: 'Abonnement',
  state: (plan, taken) => `${plan}, ${taken}.`,
  seats: (taken, seats) =>
    plural(taken, { one: `# siège utilisé sur ${seats}`, other: `# sièges utilisés sur ${seats}` }),
  seatsUnlimited: (taken) =>
    plural(taken, { one: '# siège utilisé, sans limite', other: '# sièges utilisés, sans limite' }),
  plan: 'Offre',
  seatsTerm: 'Sièges',
  bySponsorships: (n) =>
    plural(n, {
      one: 'dont # par une famille parrainée',
      other: 'dont # par des familles parrainées',
    }),
  storage: 'Stockage',
  storageOf: (used, max) => `${used} sur ${number(max)} Go`,
  noStorage: 'aucun',
  status: 'Statut',
  enabled: 'En service',
  disabled: 'Arrêtée',
  expires: 'Expiration de l’abonnement',
  neverExpires: 'N’expire jamais',
  grace: (date) => `Tout continue jusqu’au ${date} ; ensuite, l’organisation est en lecture seule.`,
  readOnly: (date) =>
    `La licence a expiré le ${date}. Les membres peuvent lire ; rien ne peut être modifié avant l’arrivée d’une nouvelle licence.`,
  inGrace: (expired, end) =>
    `La licence a expiré le ${expired}. Tout continue jusqu’au ${end} ; renouvelez-la avant.`,
  soon: (n) =>
    plural(n, {
      one: 'La licence expire dans # jour.',
      other: 'La licence expire dans # jours.',
    }),
  nextInvoice: 'Prochain prélèvement',
  charge: (amount, date) => `${amount} le ${date}`,
  lastLicenseSync: 'Dernière synchronisation de la licence',
  lastSync: 'Dernière synchronisation',
  launchCloud: 'Ouvrir l’abonnement dans le cloud',
  noRight: 'Les propriétaires voient l’abonnement.',
  tiers: ['Gratuit', 'Familles', 'Équipes', 'Entreprise', 'Équipes Starter'],
  warnings: 'À faire',

  selfHosting: {
    title: 'Auto-hébergement',
    lead: 'Hébergez cette organisation sur votre propre serveur. Il lui faut une licence, et un jeton pour rester synchronisé avec cet abonnement.',
    download: 'Télécharger la licence',
    setUp: 'Configurer la synchronisation de la facturation',
    view: 'Voir le jeton de synchronisation de la facturation',
    servers: 'Serveurs qui ont la licence',
    noServers: 'Aucun serveur ne l’a encore.',
    noSelfHost: 'Cette offre ne peut pas être auto-hébergée.',
    approve: 'Approuver',
    removeServer: 'Retirer',
    removeServerTitle: 'Retirer ce serveur ?',
    removeServerWhy:
      'Il ne reçoit plus ni licence ni synchronisation jusqu’à ce qu’un propriétaire l’approuve à nouveau.',
    server: (id) => `Installation ${id}`,
    serverState: {
      approved: 'Approuvé',
      waiting: 'En attente d’approbation',
      refused: 'Retiré',
      disabled: 'Désactivé par l’exploitant',
    },
    lastSeen: (when) => `Vu ${when}`,
    neverSeen: 'Jamais vu',
  },
  downloading: {
    title: 'Télécharger la licence',
    installation: 'Identifiant d’installation',
    help: 'L’exploitant du serveur le trouve dans son fichier de configuration, sous globalSettings__installation__id, et dans le portail d’administration système.',
    submit: 'Télécharger',
    done: 'Licence téléchargée',
    file: (organization) => `licence-${organization}.json`,
  },
  token: {
    title: 'Jeton de synchronisation de la facturation',
    ask: 'Saisissez votre mot de passe principal pour voir le jeton.',
    generate: 'Générer le jeton',
    continue: 'Continuer',
    label: 'Jeton de synchronisation de la facturation',
    keep: 'Saisissez-le sur votre serveur, sous Gérer la synchronisation de la facturation. Gardez-le secret : il ouvre cet abonnement à qui le possède.',
    copied: 'Jeton copié',
    lastUsed: (when, by) => `Utilisé ${when} par l’installation ${by}.`,
    lastUsedUnknown: (when) => `Utilisé ${when}.`,
    neverUsed: 'Pas encore utilisé.',
    rotated: (n) =>
      plural(n, {
        one: 'Régénéré il y a # jour et pas utilisé depuis. Saisissez le nouveau jeton sur votre serveur.',
        other:
          'Régénéré il y a # jours et pas utilisé depuis. Saisissez le nouveau jeton sur votre serveur.',
      }),
    rotatedToday:
      'Régénéré aujourd’hui et pas utilisé depuis. Saisissez le nouveau jeton sur votre serveur.',
    previousUntil: (when) => `Le jeton précédent fonctionne jusqu’au ${when}.`,
    rotate: 'Régénérer le jeton',
    rotateTitle: 'Régénérer le jeton ?',
    rotateWhy:
      'Un nouveau jeton est créé. Le précédent fonctionne encore 24 heures ; saisissez le nouveau sur votre serveur d’ici là.',
    rotatedDone: 'Jeton régénéré',
    masterPassword: 'Mot de passe principal',
  },
  license: {
    title: 'Gestion des licences et de la facturation',
    how: 'Comment la licence arrive ici',
    automatic: 'Synchronisation automatique',
    automaticHelp: 'Ce serveur récupère lui-même la licence et les parrainages auprès du cloud.',
    automaticOff:
      'Ce serveur ne peut pas communiquer avec son cloud. Son exploitant l’autorise par globalSettings__enableCloudCommunication=true.',
    notFamilies: 'Les organisations Familles reçoivent leur licence par fichier.',
    manual: 'Téléversement manuel',
    manualHelp: 'Téléchargez la licence sur la page d’abonnement du cloud et téléversez-la ici.',
    manage: 'Gérer la synchronisation de la facturation',
    syncLicense: 'Synchroniser la licence',
    synced: 'Licence synchronisée : il y en a une nouvelle',
    unchanged: 'Licence synchronisée : rien n’avait changé',
    file: 'Fichier de licence',
    fileHelp: 'Le fichier JSON de la page d’abonnement du cloud.',
    upload: 'Téléverser',
    uploaded: 'Licence téléversée',
    notJson: 'Ce n’est pas un fichier de licence.',
  },
  connection: {
    title: 'Gérer la synchronisation de la facturation',
    token: 'Jeton de synchronisation de la facturation',
    help: 'Dans le cloud : Abonnement, Auto-hébergement, Configurer la synchronisation de la facturation. Il transporte aussi les parrainages Familles.',
    keep: 'Un jeton est enregistré. Saisissez-en un autre seulement pour le remplacer.',
    enabled: 'Synchroniser avec le cloud',
    automatic: 'Récupérer automatiquement les nouvelles licences',
    saved: 'Synchronisation de la facturation enregistrée',
    delete: 'Supprimer la connexion',
    deleteTitle: 'Supprimer la connexion ?',
    deleteWhy:
      'La licence et les parrainages ne sont plus synchronisés. Ce que les membres ont reste ; les offres ouvertes attendent une nouvelle connexion.',
    deleted: 'Connexion supprimée',
  },
  sync: {
    title: 'Synchronisation',
    panel: 'Synchronisation de la facturation',
    begin: 'Aller à l’abonnement',
    open: 'Voir la synchronisation',
    now: 'Synchroniser maintenant',
    started: 'Synchronisé',
    running: 'Une synchronisation est en cours.',
  },
  sponsored: {
    title: 'Parrainage',
    until: (date) => `Cette organisation est gratuite jusqu’au ${date}.`,
    remove: 'Retirer le parrainage',
    removeTitle: 'Retirer le parrainage ?',
    removeWhy: (date) =>
      `L’organisation reste gratuite jusqu’au ${date}. Ensuite, elle est payante. C’est irréversible.`,
    removed: 'Parrainage retiré',
  },
}
