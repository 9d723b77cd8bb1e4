import type { Messages } from '../../en'
import { bytes } from '../bytes'
import { plural } from '../plural'

export const health: Messages['system']['health'] = {
  title: 'État du serveur',
  state: {
    ok: 'Tout va bien.',
    warn: (n) =>
      plural(n, {
        one: 'Tout fonctionne, mais # point peut bientôt faillir.',
        other: 'Tout fonctionne, mais # points peuvent bientôt faillir.',
      }),
    fail: (n) =>
      plural(n, { one: '# point ne fonctionne pas.', other: '# points ne fonctionnent pas.' }),
  },
  seen: (when) => `Examiné ${when}.`,
  again: 'Examiner de nouveau',
  states: { ok: 'En ordre', warn: 'À regarder', fail: 'Ne fonctionne pas' },
  columns: { check: 'Quoi', state: 'État', found: 'Constat', since: 'Depuis', cure: 'Que faire' },
  nothing: 'Rien à faire',
  checks: {
    database: 'Base de données',
    disk: 'Disque',
    certificate: 'Certificat',
    mail: 'Serveur de messagerie',
    jobs: 'Tâches',
    schedules: 'Travaux périodiques',
    version: 'Version',
    communication: 'Communication avec le cloud',
    reached: 'Le cloud répond',
    region: 'Région',
    clock: 'Horloge',
    'token.installation': 'Le cloud accepte ce serveur',
    'token.licensing': 'Le cloud l’accepte pour les licences',
    'token.push': 'Le cloud l’accepte pour les notifications',
  },
  found: {
    disk_unknown: () => 'Le dossier de données ne peut pas être mesuré.',
    disk_low: ({ share }) => `Il reste peu de place : ${share}.`,
    disk_full: ({ share }) => `Il ne reste presque plus de place : ${share}.`,
    certificate_expired: () =>
      'Le certificat est expiré : navigateurs et applications le refusent.',
    certificate_ends: ({ days }) =>
      plural(Number(days), { one: 'Il expire d’ici # jour.', other: 'Il expire dans # jours.' }),
    clock_off: ({ seconds, side }) =>
      side === 'behind'
        ? `L’horloge retarde de ${seconds} s sur celle du cloud.`
        : `L’horloge avance de ${seconds} s sur celle du cloud.`,
    region_differs: ({ here, there }) =>
      `Le cloud est dans la région ${there}, les paramètres disent ${here}.`,
    no_cloud: () => 'Ce serveur n’est pas un cloud : il ne nomme aucune région.',
    jobs_late: ({ late }) =>
      plural(Number(late), {
        one: '# tâche aurait dû commencer depuis longtemps.',
        other: '# tâches auraient dû commencer depuis longtemps.',
      }),
    jobs_given_up: ({ givenUp }) =>
      plural(Number(givenUp), {
        one: '# tâche a échoué trop souvent et est abandonnée.',
        other: '# tâches ont échoué trop souvent et sont abandonnées.',
      }),
    schedules_late: ({ names }) => `En retard : ${names}.`,
    mail_off: ({ kept }) =>
      plural(Number(kept), {
        one: 'Il n’y a pas de serveur de messagerie ; # lettre est gardée ici pour être lue.',
        other: 'Il n’y a pas de serveur de messagerie ; # lettres sont gardées ici pour être lues.',
      }),
    mail_refused: ({ reason }) => `Le serveur de messagerie refuse celui-ci : ${reason}`,
    mail_given_up: ({ givenUp }) =>
      plural(Number(givenUp), {
        one: '# lettre a échoué trop souvent et est abandonnée.',
        other: '# lettres ont échoué trop souvent et sont abandonnées.',
      }),
    version_old: ({ here, cloud }) => `Il parle en version ${here}, son cloud en version ${cloud}.`,
    cloud_communication_off: () => 'Ce serveur ne peut pas parler à son cloud.',
  },
  fine: {
    database: () => 'La base de données répond.',
    disk: ({ share }) => `Place restante : ${share}.`,
    certificate: ({ until }) =>
      until ? `Il est valable jusqu’au ${until}.` : 'TLS se termine ailleurs.',
    mail: () => 'Le serveur de messagerie prend les lettres.',
    jobs: () => 'Rien n’attend plus longtemps que prévu.',
    schedules: () => 'Tout ce qui revient a été fait à temps.',
    version: ({ here }) => `Il parle en version ${here}.`,
    communication: () => 'Ce serveur peut parler à son cloud.',
    reached: ({ version }) => `Le cloud répond, version ${version}.`,
    region: ({ here }) => `La région est ${here} des deux côtés.`,
    clock: ({ seconds }) => `Elle diffère de celle du cloud de ${seconds} s.`,
    'token.installation': () => 'Le cloud accepte l’installation.',
    'token.licensing': () => 'Le cloud accepte l’installation.',
    'token.push': () => 'Le cloud accepte l’installation.',
  },
  share: (free, total) => `${bytes(free)} sur ${bytes(total)}`,
  cures: {
    disk_unknown: 'Vérifier que le dossier de données existe et peut être lu.',
    disk_low: 'Libérer de la place sur le disque du dossier de données, ou le déplacer.',
    disk_full: 'Libérer de la place sur le disque du dossier de données, ou le déplacer.',
    certificate_unreadable:
      'Vérifier tls.certificate dans les paramètres, puis lancer « wardstead reload ».',
    certificate_expired:
      'Renouveler le certificat et lancer « wardstead reload ». ACME le renouvelle de lui-même quand son autorité atteint le port 443.',
    certificate_ends:
      'Renouveler le certificat et lancer « wardstead reload ». ACME le renouvelle de lui-même quand son autorité atteint le port 443.',
    clock_off:
      'Régler l’horloge de cette machine et la garder à l’heure : timedatectl set-ntp true',
    no_cloud: 'Corriger globalSettings__installation__apiUri : il s’arrête avant /config.',
    jobs_late: 'Vérifier qu’un serveur tourne avec les tâches activées, et lire son journal.',
    jobs_given_up: 'Regarder chacune : corriger sa cause et la relancer, ou la retirer.',
    schedules_late: 'Vérifier qu’un serveur tourne avec les tâches activées, et lire son journal.',
    mail_off: 'Définir mail.host et ce qu’il faut, puis lancer « wardstead reload ».',
    mail_refused:
      'Vérifier hôte, port, protection et connexion du serveur de messagerie dans les paramètres.',
    mail_given_up: 'Regarder chacune : corriger son adresse, ou la renvoyer.',
    version_old: 'Mettre ce serveur à jour : un ancien ne peut pas lire les nouvelles licences.',
  },
  regionCure: (there, here) =>
    `Définir globalSettings__baseServiceUri__cloudRegion=${there} si l’identifiant d’installation y a été créé ; sinon, définir les adresses de la région ${here}.`,
  look: 'Voir',
}

export const egress: Messages['system']['egress'] = {
  title: 'Connexions sortantes',
  lead: 'Tous les hôtes auxquels ce serveur parle, pour qui tient le pare-feu. Seul ce qui est défini ici est essayé.',
  host: 'Hôte',
  purpose: 'Pour quoi',
  purposes: {
    'mail.host': 'Lettres',
    'cloud.identity_url': 'Connexion au cloud',
    'cloud.api_url': 'Licences et parrainages',
  },
  protocol: 'Protocole',
  setting: 'Paramètre',
  way: 'Chemin',
  copy: 'Copier la liste',
  copied: 'Liste copiée',
  none: 'Ce serveur ne parle à personne',
  noneWhy:
    'Les hôtes apparaissent ici quand les paramètres les nomment : un cloud, une messagerie, les notifications.',
  checkAll: 'Tout vérifier maintenant',
  check: 'Vérifier maintenant',
  untried: 'Pas encore essayé',
  open: 'Ouvert',
  broken: 'Rompu',
  stages: { dns: 'Nom', tcp: 'Connexion', tls: 'Certificat', answer: 'Réponse' },
  took: (milliseconds) => `${milliseconds} ms`,
  summary: (open, all) =>
    open === all
      ? plural(all, {
          one: 'Le chemin vers # hôte est ouvert.',
          other: 'Les chemins vers # hôtes sont ouverts.',
        })
      : plural(all - open, {
          one: 'Le chemin vers # hôte est rompu : l’étape en échec dit que faire.',
          other: 'Les chemins vers # hôtes sont rompus : les étapes en échec disent que faire.',
        }),
}
