import type { Messages } from '../../en'
import { plural } from '../plural'

export const licenses: Messages['system']['licenses'] = {
  title: 'Licences',
  heldState: (all, bad) =>
    bad === 0
      ? plural(all, {
          one: '# licence est appliquée sur ce serveur, et elle est en règle.',
          other: '# licences sont appliquées sur ce serveur, toutes en règle.',
        })
      : `${plural(all, { one: '# licence est appliquée sur ce serveur', other: '# licences sont appliquées sur ce serveur' })}, ${plural(bad, { one: '# demande votre attention', other: '# demandent votre attention' })}.`,
  issuedState: (n) =>
    plural(n, {
      one: '# licence a été remise à un serveur auto-hébergé.',
      other: '# licences ont été remises à des serveurs auto-hébergés.',
    }),
  heldEmpty: 'Aucune licence n’est encore appliquée ici',
  heldEmptyWhy: 'Une licence vient avec le fichier à partir duquel une organisation est créée.',
  issuedEmpty: 'Aucune licence n’a encore été remise',
  issuedEmptyWhy:
    'Les propriétaires téléchargent la licence de leur organisation pour un serveur ; le fichier peut aussi être généré ici.',
  columns: {
    organization: 'Organisation',
    state: 'État',
    expires: 'Expiration',
    paidUntil: 'Payée jusqu’au',
    refresh: 'Prochaine attendue',
    issued: 'Émise',
    applied: 'Appliquée',
    version: 'Version',
    key: 'Clé de signature',
    installation: 'Installation',
    email: 'Responsable du serveur',
    server: 'Serveur',
    since: 'Connu depuis',
    lastSync: 'Dernier échange',
  },
  state: {
    ok: 'Valide',
    soon: (days) => plural(days, { one: 'Expire d’ici # jour', other: 'Expire d’ici # jours' }),
    grace: 'En période de grâce',
    expired: 'Expirée',
    invalid: (rules) => plural(rules, { one: 'Enfreint # règle', other: 'Enfreint # règles' }),
  },
  kinds: {
    ok: 'Valide',
    soon: 'Expire bientôt',
    grace: 'En période de grâce',
    expired: 'Expirée',
    invalid: 'Non valide',
  },
  explained: {
    ok: 'Toutes les règles viennent d’être vérifiées, à l’heure de ce serveur.',
    soon: 'Une nouvelle licence est récupérée d’elle-même tant que l’organisation est connectée ; sinon son propriétaire en téléverse une.',
    grace:
      'La période payée est terminée. L’organisation fonctionne jusqu’à l’expiration de la licence.',
    expired:
      'L’organisation peut être lue mais pas modifiée tant qu’une licence plus récente n’est pas appliquée.',
    invalid:
      'L’organisation peut cesser de fonctionner. Chaque règle enfreinte est nommée ci-dessous.',
  },
  problems: 'Règles enfreintes',
  cloudId: 'Organisation dans le cloud',
  code: 'Nom pour les programmes',
  apply: 'Appliquer une autre licence',
  applyTitle: (name) => `Appliquer une autre licence à ${name}`,
  applyWhy:
    'Elle remplace la précédente, sauf si elle enfreint une règle : alors rien ne change et chaque règle est nommée.',
  file: 'Fichier de licence',
  fileHelp: 'Le fichier JSON qu’un propriétaire télécharge depuis le cloud.',
  applied: (name) => `La licence de ${name} est appliquée`,
  toSync: 'Connexions et synchronisation',
  toOrganization: 'Ouvrir l’organisation',
  server: {
    approved: 'Approuvé',
    waiting: 'Attend une approbation',
    refused: 'Retiré par un propriétaire',
  },
  serverExplained:
    'Un propriétaire de l’organisation approuve et retire les serveurs, sous Abonnement dans la console d’administration.',
  download: 'Télécharger la licence',
  downloaded: (name) => `La licence de ${name} est téléchargée`,
  toInstallations: 'Installations',
  cut: (n) =>
    plural(n, {
      one: 'Seule la première est affichée.',
      other: 'Seules les # premières sont affichées.',
    }),
}
