import type { Messages } from '../en'
import { de } from './de'
import { plural } from './plural'
import { audit } from './system/audit'
import { egress, health } from './system/health'
import { installations } from './system/installations'
import { licenses } from './system/licenses'
import { features, organization, organizations } from './system/organizations'
import { queue } from './system/queue'
import { secondStep } from './system/secondStep'
import { users } from './system/users'

export const system: Messages['system'] = {
  portal: 'Portail d’administration système',
  nav: { watch: 'Suivi', people: 'Personnes', cloud: 'Licences', work: 'Travaux' },
  roles: { cloud: 'Cloud', selfHosted: 'Serveur auto-hébergé' },
  signIn: {
    title: 'Se connecter comme exploitant',
    lead: 'Un lien est envoyé aux exploitants que ce serveur désigne.',
    email: 'Adresse e-mail',
    submit: 'Envoyer le lien',
    sent: 'Si cette adresse est celle d’un exploitant, un lien est en route. Il fonctionne une fois, pendant 15 minutes.',
    again: 'L’envoyer à nouveau',
    opening: 'Connexion en cours…',
    lapsed: 'Ce lien ne fonctionne plus. Demandez-en un autre.',
    help: 'Sans messagerie, la commande « wardstead admin operator add » affiche un lien.',
    signOut: 'Se déconnecter',
  },
  overview: {
    title: 'Vue d’ensemble',
    state: (organizations, users) =>
      `${plural(organizations, { one: '# organisation', other: '# organisations' })}, ${plural(users, { one: '# compte', other: '# comptes' })}.`,
    attention: 'À surveiller',
    calm: 'Rien à signaler.',
    jobsGivenUp: (n) =>
      plural(n, {
        one: '# tâche est abandonnée : corriger sa cause et la relancer, ou la retirer.',
        other: '# tâches sont abandonnées : corriger leurs causes et les relancer, ou les retirer.',
      }),
    mailsGivenUp: (n) =>
      plural(n, {
        one: '# lettre n’a pas pu être envoyée.',
        other: '# lettres n’ont pas pu être envoyées.',
      }),
    syncFails: (name, failures, last) =>
      `${plural(failures, {
        one: `La dernière synchronisation ${de(name)} a échoué.`,
        other: `Les # dernières synchronisations ${de(name)} ont échoué.`,
      })} ${last ? `Dernier succès : ${last}.` : 'Aucune n’a encore réussi.'}`,
    healthNeeds: (check, found) => `${check} : ${found}`,
    moreSyncs: (n) =>
      plural(n, {
        one: 'La synchronisation de # autre organisation échoue.',
        other: 'La synchronisation de # autres organisations échoue.',
      }),
    licenseNeeds: (name, state) =>
      `Licence ${de(name)} : ${state.charAt(0).toLowerCase()}${state.slice(1)}.`,
    moreLicenses: (n) =>
      plural(n, {
        one: '# autre licence demande votre attention.',
        other: '# autres licences demandent votre attention.',
      }),
    look: {
      jobs: 'Tâches abandonnées',
      mails: 'Lettres',
      sync: 'Connexions',
      organizations: 'Organisations',
      license: 'Licence',
      licenses: 'Licences',
      health: 'État du serveur',
    },
    unread:
      'Impossible de lire si des licences, des synchronisations ou l’état du serveur demandent votre attention.',
    mailsKept: (n) =>
      plural(n, {
        one: '# lettre est gardée, faute de serveur de messagerie.',
        other: '# lettres sont gardées, faute de serveur de messagerie.',
      }),
    server: 'Ce serveur',
    version: 'Version',
    protocol: 'Protocole',
    address: 'Adresse',
    region: 'Région',
    communication: 'Communication avec le cloud',
    installation: 'Installation',
    noInstallation: 'Aucune : le serveur fonctionne en mode limité',
    registration: 'Inscription',
    registrationOpen: 'Ouverte à tous',
    registrationClosed: 'Sur invitation',
    mailServer: 'Messagerie',
    mailSet: 'Envoyée par un serveur de messagerie',
    mailKept: 'Gardée sur ce serveur',
    work: 'Travaux',
    waiting: 'En attente',
    running: 'En cours',
    givenUp: 'Abandonné',
    kept: 'Gardé',
    jobs: 'Tâches',
    mails: 'Lettres',
    schedules: 'Planification',
    schedule: 'Quoi',
    next: 'Prochaine fois',
    last: 'Dernière fois',
    actions: 'Dernières actions des exploitants',
    on: 'Activée',
    off: 'Désactivée',
  },
  users,
  organizations,
  organization,
  features,
  installations,
  licenses,
  generate: {
    title: 'Générer une licence',
    lead: 'Un fichier de licence pour une organisation et le serveur qui peut l’utiliser.',
    organization: 'Identifiant de l’organisation',
    installation: 'Identifiant d’installation',
    submit: 'Générer et télécharger',
    key: (id) => `Signée avec la clé ${id}.`,
    done: 'Licence générée',
  },
  queue,
  audit,
  egress,
  health,
  secondStep,
}
