import type { Messages } from '../en'
import { plural } from './plural'

export const licensing: Messages['licensing'] = {
  title: 'Synchronisation',
  status: {
    ok: 'Synchronisé',
    waiting: 'Modifications en attente',
    running: 'Synchronisation en cours',
    failing: 'En échec',
    late: 'En retard',
    never: 'Jamais synchronisé',
    off: 'La communication avec le cloud est désactivée',
    notConnected: 'Non connecté',
    disabled: 'Désactivé',
    noToken: 'Pas encore de jeton',
    newToken: 'Nouveau jeton pas encore utilisé',
  },
  explained: {
    ok: 'Tout ce qui est ici est connu de l’autre côté.',
    waiting: 'Ce qui a changé part à la prochaine synchronisation.',
    running: 'Une synchronisation est en cours.',
    failing: 'La dernière synchronisation a échoué. Elle est réessayée d’elle-même.',
    late: 'Aucune synchronisation depuis plus d’un jour.',
    never: 'Il n’y a encore eu aucune synchronisation.',
    off: 'L’exploitant de ce serveur l’autorise par globalSettings__enableCloudCommunication=true.',
    notConnected:
      'Un propriétaire saisit le jeton sous Gérer la synchronisation de la facturation.',
    disabled: 'Un propriétaire a désactivé la connexion.',
    noToken: 'Configurez la synchronisation de la facturation pour obtenir un jeton.',
    newToken: 'Le jeton a été régénéré. Saisissez le nouveau sur votre serveur.',
  },
  pending: 'Modifications en attente',
  failingSince: 'En échec depuis',
  failures: (n) => plural(n, { one: '# échec', other: '# échecs d’affilée' }),
  lastLicense: 'Dernière synchronisation de la licence',
  cloudOrganization: 'Organisation dans le cloud',
  now: 'Synchroniser maintenant',
  done: 'Synchronisé',
  step: {
    setUp: 'Tout est configuré ici',
    reach: 'Le cloud répond',
    signIn: 'Le cloud accepte ce serveur',
    token: 'Le jeton de synchronisation de la facturation est accepté',
    sponsorships: 'Les parrainages sont échangés',
    license: 'La licence est comparée',
  },
  cure: {
    cloud_communication_off:
      'L’exploitant de ce serveur inscrit globalSettings__enableCloudCommunication=true et le redémarre.',
    cloud_none: 'L’exploitant de ce serveur inscrit son identifiant et sa clé d’installation.',
    no_connection:
      'Saisissez le jeton de synchronisation de la facturation de l’organisation du cloud.',
    connection_disabled: 'Activez la connexion sous Gérer la synchronisation de la facturation.',
    billing_token_unreadable: 'Saisissez à nouveau le jeton de synchronisation de la facturation.',
    cloud_unreachable:
      'Le pare-feu doit laisser ce serveur joindre le cloud. Le portail de l’exploitant liste chaque hôte.',
    cloud_unreadable:
      'Quelque chose répond à la place du cloud. Regardez les serveurs mandataires et les adresses du cloud dans les paramètres.',
    cloud_unknown: 'Corrigez les adresses du cloud dans les paramètres.',
    cloud_busy: 'Rien à faire : l’essai est renouvelé de lui-même.',
    cloud_unauthorized:
      'Vérifiez l’identifiant et la clé d’installation, et leur région. Une installation désactivée est refusée aussi.',
    billing_key_wrong: 'Le jeton a été régénéré dans le cloud. Saisissez le nouveau ici.',
    organization_unknown:
      'Appliquez la licence actuelle : elle désigne l’organisation du cloud. Vérifiez aussi la région.',
    installation_not_approved:
      'Un propriétaire approuve ce serveur dans le cloud : Abonnement, Serveurs qui ont la licence.',
    installation_removed:
      'Un propriétaire approuve à nouveau ce serveur dans le cloud : Abonnement, Serveurs qui ont la licence.',
    no_license: 'Téléversez d’abord une licence.',
    license_key_wrong: 'Téléchargez à nouveau la licence du cloud et téléversez-la ici.',
    license_too_small:
      'Libérez ce que la nouvelle licence ne donne plus, ou achetez-le ; puis synchronisez à nouveau.',
    license_in_use:
      'Une autre organisation d’ici utilise cette licence : retirez-la, ou prenez une autre licence.',
    license_invalid:
      'Regardez les raisons : un mauvais identifiant d’installation, une horloge déréglée, ou un serveur trop ancien.',
    subscription_ended: 'Renouvelez l’abonnement dans le cloud.',
    plan_without_self_host: 'Choisissez dans le cloud une offre qui peut être auto-hébergée.',
  },
  trigger: {
    change: 'Une modification',
    daily: 'Quotidienne',
    manual: 'À la main',
    peer: 'Par le serveur',
  },
  licenseOutcome: { unchanged: 'inchangée', updated: 'mise à jour', failed: 'non synchronisée' },
  carried: (sent, received) => {
    const there = plural(sent, { one: '# envoyé', other: '# envoyés' })
    return `${there}, ${plural(received, { one: '# reçu', other: '# reçus' })}`
  },
  notTaken: (n) =>
    plural(n, { one: '# non accepté par le cloud', other: '# non acceptés par le cloud' }),
  ofLicense: (outcome) => `licence ${outcome}`,
  meaning: 'Signification',
  tokenMade: 'Jeton créé',
  tokenUsed: 'Dernier usage du jeton',
}
